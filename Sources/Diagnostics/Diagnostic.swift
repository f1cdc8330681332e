/// A message about something wrong: what, where, and how to mend it.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    case error, warning, note
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in one line, without a full stop.
  public var summary: String
  /// Where, if it is somewhere in a text.
  public var location: Location?
  /// Further facts, a line each.
  public var notes: [String]
  /// How to mend it, a line each.
  public var help: [String]
  /// The kind of mistake for programs, such as `SyntaxError.UndefinedVariable`; not shown to readers.
  public var code: String?

  /// A place in a text with a word on what is there.
  public struct Location: Hashable, Sendable {
    /// The text.
    public var source: SourceText
    /// The place, in bytes.
    public var range: SourceRange
    /// What stands beside the caret; empty for nothing.
    public var label: String

    /// A place with a label.
    public init(source: SourceText, range: SourceRange, label: String = "") {
      self.source = source
      self.range = range
      self.label = label
    }
  }

  /// A message.
  public init(
    _ summary: String, severity: Severity = .error, at location: Location? = nil,
    notes: [String] = [], help: [String] = [], code: String? = nil
  ) {
    self.summary = summary
    self.severity = severity
    self.location = location
    self.notes = notes
    self.help = help
    self.code = code
  }
}

/// Independent messages, found in one pass and thrown as one.
public struct DiagnosticList: Error, Hashable, Sendable {
  /// The messages in the order of their places; never empty.
  public var diagnostics: [Diagnostic]

  /// The messages of one pass.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "an error says at least one thing")
    self.diagnostics = diagnostics
  }
}
