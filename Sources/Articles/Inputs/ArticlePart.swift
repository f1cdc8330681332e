import Archives
public import Diplomacy

/// The bytes of one article, cut out of an input and not yet read.
///
/// Cutting is quick and goes through an input from front to back; reading is the work, and any
/// thread may do it.
public struct ArticlePart: Sendable {
  /// Where it stands: `dump.tar.gz › 2025/march.jsonl, line 12`.
  public let place: String
  let content: Content
  var facts = StatedFacts()

  /// At most so many bytes are kept of one article: 64 MiB.
  static let sizeLimit = 64 << 20
  /// At most so many bytes are kept of a record, a line or a row: 16 MiB.
  static let recordLimit = 16 << 20

  /// How many bytes it holds in memory: what a queue of parts should be bounded by.
  public var byteCount: Int {
    switch content {
    case .text(let bytes), .markdown(let bytes), .page(let bytes), .fragment(let bytes),
      .record(let bytes), .row(_, _, let bytes), .mail(let bytes), .pdf(let bytes):
      bytes.count
    case .memorandum(let paragraphs):
      paragraphs.reduce(0) { $0 + $1.text.utf8.count }
    }
  }

  /// What the bytes of a part are.
  enum Content: Sendable {
    case text([UInt8])
    case markdown([UInt8])
    case page([UInt8])
    /// A piece of HTML that is all article.
    case fragment([UInt8])
    /// A JSON object.
    case record([UInt8])
    /// A row of a table with the names of its columns.
    case row(columns: [String], separator: UInt8, [UInt8])
    case mail([UInt8])
    case pdf([UInt8])
    /// A document of which it is known what each paragraph is.
    case memorandum([Paragraph])
  }

  /// A paragraph and what it is.
  struct Paragraph: Sendable {
    var kind: Article.Block.Kind
    var text: String
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

    init(_ part: ArticlePart) {
      place = part.place
      result = .success(part)
    }

    init(_ refusal: Refusal, at place: String) {
      self.place = place
      result = .failure(refusal)
    }
  }

  private let source: any PartSource
  private let stream: (any ByteStream)?

  /// The parts of `source`, which reads from `stream`.
  init(_ source: any PartSource, from stream: (any ByteStream)?) {
    self.source = source
    self.stream = stream
  }

  /// How far the input is read, in bytes as it holds them: packed ones count packed.
  public var position: Int { stream?.position ?? 0 }

  /// The next part; nil at the end.
  public mutating func next() -> Element? { source.next() }
}

/// Something that parts come from, one after the other.
protocol PartSource: AnyObject {
  func next() -> ArticleParts.Element?
}

/// Parts, or what is wrong, that are at hand.
final class ListSource: PartSource {
  private var rest: ArraySlice<ArticleParts.Element>

  init(_ elements: [ArticleParts.Element]) { rest = elements[...] }

  func next() -> ArticleParts.Element? { rest.popFirst() }
}
