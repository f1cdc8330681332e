public import Diplomacy

/// The bytes of one article, cut out of an input and not yet read.
///
/// Cutting is quick and goes through an input from front to back; reading is the work, and any
/// thread may do it.
public struct ArticlePart: Sendable {
  /// Where it stands: `dump.tar.gz › 2025/march.jsonl, line 12`.
  public let place: String
  /// What the bytes are.
  let form: Form
  /// The bytes.
  let bytes: [UInt8]

  /// How many bytes it holds in memory: what a queue of parts should be bounded by.
  public var byteCount: Int { bytes.count }

  /// What the bytes of a part are.
  enum Form: Sendable {
    case text
    case jsonRecord
  }
}

/// What came of a part: an article or a refusal, and where it stands.
public struct ReadingOutcome: Sendable {
  /// Where it stands: `dump.tar.gz › 2025/march.jsonl, line 12`.
  public let place: String
  /// The article, or why there is none.
  public let result: Result<Article, Refusal>
}

/// The parts of an input in order, each cut when it is asked for.
///
/// Only what is being cut is in memory, so an input may be larger than memory. A part that can't be
/// cut out is a failure in its place; the others follow it where they can still be found. There is
/// always at least one element. One thread goes through the parts; each part may be read on another.
public struct ArticleParts: Sequence, IteratorProtocol {
  /// A part, or what is wrong in its place.
  public struct Element: Sendable {
    /// Where it stands.
    public let place: String
    /// The part, or why it can't be cut out.
    public let result: Result<ArticlePart, Refusal>
  }

  private let advance: () -> Element?

  init(_ advance: @escaping () -> Element?) { self.advance = advance }

  /// The next part; nil at the end.
  public mutating func next() -> Element? { advance() }
}
