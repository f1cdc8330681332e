/// What can be typed after a command's name, and what it means.
///
/// Parsing and help are both made from this one table, so they cannot disagree.
public struct CommandSyntax: Sendable {
  /// What the command is called.
  public var name: String
  /// What it does, in one line without a full stop.
  public var summary: String
  /// How it is used; the first is the most common use.
  public var examples: [Example]
  /// What a user should know beyond that, in paragraphs with empty lines between.
  public var discussion: String
  /// What is named by position, in order. Only the last may be repeatable.
  public var operands: [OperandSyntax]
  /// What is named by a word with hyphens, in the order help lists them.
  public var options: [OptionSyntax]
  /// Whether help leaves it out: a command for programs.
  public var isHidden: Bool

  /// A command's syntax.
  public init(
    _ name: String, summary: String, examples: [Example] = [], discussion: String = "",
    operands: [OperandSyntax] = [], options: [OptionSyntax] = [], isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.isHidden = isHidden
  }

  /// A command line and what it is good for.
  public struct Example: Sendable {
    /// What to type.
    public var line: String
    /// What it does, in a few words.
    public var meaning: String

    /// `line` and what it does.
    public init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }
}

/// What an argument without hyphens means at its place.
public struct OperandSyntax: Sendable {
  /// How often an operand may be given.
  public enum Count: Sendable {
    case one, zeroOrOne, oneOrMore
  }

  /// What it is called in help: `NAME`.
  public var name: String
  /// What it means.
  public var help: String
  /// How often it may be given.
  public var count: Count
}

/// An argument that starts with hyphens, with or without a value.
public struct OptionSyntax: Sendable {
  /// The long name, without hyphens.
  public var name: String
  /// The letter after a single hyphen, if there is one.
  public var letter: Character?
  /// What the value is called in help, `DATE`; nil for one that takes no value.
  public var placeholder: String?
  /// What it means.
  public var help: String
  /// Whether it may be given more than once.
  public var isRepeatable: Bool
  /// The values there are, where they are few.
  public var choices: [String]

  /// The name as typed: `--since`.
  public var typed: String { "--\(name)" }
}
