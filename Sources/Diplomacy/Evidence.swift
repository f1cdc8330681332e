/// A stretch of an article's text, counted in Unicode scalars from zero, half-open.
///
/// Scalars are the unit of SQLite's `substr`, so anybody can check a quote with
/// `substr(article.text, start + 1, "end" - start)`.
public struct TextRange: Hashable, Sendable, Comparable {
  /// The offset of the first scalar.
  public var start: Int
  /// The offset after the last scalar.
  public var end: Int

  /// A range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a text range runs forward from zero")
    self.start = start
    self.end = end
  }

  /// The number of scalars.
  public var length: Int { end - start }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// Earlier start first; of two with one start, the shorter first.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

/// The exact words of an article that say something, with the place where they stand.
public struct Evidence: Hashable, Sendable {
  /// Where the words stand in the article's text.
  public var range: TextRange
  /// The words, equal to the text in `range`, scalar for scalar.
  public var quote: String

  /// Words and the range they were taken from.
  public init(range: TextRange, quote: String) {
    self.range = range
    self.quote = quote
  }
}

/// A value together with the words it was read from.
public struct Attested<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was read.
  public var value: Value
  /// The words that say so.
  public var evidence: Evidence

  /// A value and the words it was read from.
  public init(_ value: Value, _ evidence: Evidence) {
    self.value = value
    self.evidence = evidence
  }
}
