public import Diagnostics
public import Diplomacy

/// An article with what has to be worked out before it is kept; any thread can make one.
public struct PreparedArticle: Sendable {
  /// The article.
  public let article: Article
  /// What it reports; nil where a graph is expected to hold the text already.
  public let reports: Reports?
  /// SHA-256 of the text.
  let hash: String
  /// What copies of the text are found by.
  let sketch: TextSketch

  /// Prepares `article`, of which `known` texts need not be read again.
  ///
  /// - Throws: a message where a quote of the reports does not stand in the text.
  public init(
    _ article: Article, unless known: KnownTexts = KnownTexts(),
    reports: (Article) -> Reports
  ) throws(Diagnostic) {
    var article = article
    // The same page, wherever its reader came from.
    article.url = article.url.map { WebAddress($0)?.withoutTracking ?? $0 }
    self.article = article
    sketch = TextSketch(Shingles(article))
    hash = sha256(article.text.utf8)
    // A day that the user states may correct what the graph holds.
    if known.contains(hash), article.publication?.source != .option {
      self.reports = nil
      return
    }
    let reports = reports(article)
    if let misquoted = reports.firstMisquotation(of: article.text) {
      throw Diagnostic(
        "the words \"\(misquoted.quote)\" are not at \(misquoted.range.start) of the article",
        help: ["the reports belong to another text: extract them again"])
    }
    self.reports = reports
  }
}

/// The texts that a graph held when it was asked, by the first 64 bits of their hashes.
public struct KnownTexts: Sendable {
  private var hashes: Set<UInt64> = []

  /// No texts.
  public init() {}

  mutating func insert(_ hash: String) {
    if let bits = Self.bits(hash) { hashes.insert(bits) }
  }

  /// Whether a text with `hash` is among them; one of 10^14 times, for 100,000 texts, another's is taken for it.
  func contains(_ hash: String) -> Bool {
    guard let bits = Self.bits(hash) else { return false }
    return hashes.contains(bits)
  }

  private static func bits(_ hash: String) -> UInt64? { UInt64(hash.prefix(16), radix: 16) }
}
