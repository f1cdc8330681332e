/// A text that messages can point into: a query, a file, an option's value.
public struct SourceText: Hashable, Sendable {
  /// What the text is called in messages: `query`, or a file's path.
  public let name: String
  /// The text.
  public let text: String

  /// A text called `name`.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A stretch of a source text in UTF-8 bytes from zero, half-open.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// A range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a source range runs forward from zero")
    self.start = start
    self.end = end
  }

  /// The smallest range that covers both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}
