import Diplomacy

/// Reads a plain text, as copied from a web page, into an article.
///
/// The text is kept whole. What is not the article's own (navigation, counters, links, notes of
/// the site) is marked as boilerplate, so that nothing is read from it and no offset shifts.
struct PlainTextReader {
  /// The day the user stated.
  let published: CalendarDate?
  /// What came with the text.
  var facts = StatedFacts()

  /// An article has at most this many characters; a book has about as many.
  static let lengthLimit = 500_000

  func read(_ text: String, named name: String) throws(Refusal) -> Article {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(.empty, "\(name) is empty")
    }
    try LanguageCheck().check(text, named: name)
    try Self.checkLength(text, named: name)
    let lines = TextLine.lines(of: text)
    let links = lines.count { $0.text.utf8.count < 300 && Self.isLink($0.text) }
    if links >= 5, links * 2 > lines.count {
      throw Refusal(
        .linkList, "\(name) is a list of links and no article",
        help: ["give the links themselves: memcon ingest https://…"])
    }
    let parts = BlockClassifier().classify(lines)
    var article = Article(text: text, blocks: parts.map { Article.Block($0.kind, $0.line.range) })
    article.title = facts.title ?? parts.first { $0.kind == .title }?.line.text
    let header = HeaderFacts(parts)
    article.id = facts.id
    article.author = facts.author ?? header.author
    article.url = facts.url ?? header.url
    article.publisher = facts.publisher
    article.metadata = facts.metadata
    article.publication =
      PublicationChoice(
        option: published, metadata: facts.published, text: header.lineDate,
        dateline: header.dateline, url: article.url, file: facts.fileDate
      ).best
    article.keepPrecision()
    return article
  }

  private static func isLink(_ line: String) -> Bool {
    line.hasPrefix("http") || holdsLink(line)
  }

  /// Whether "://" stands in a line.
  static func holdsLink(_ line: String) -> Bool {
    var last: UInt32 = 0
    for byte in line.utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      if last == 0x3A_2F2F { return true }
    }
    return false
  }

  static func checkLength(_ text: String, named name: String) throws(Refusal) {
    guard text.utf8.count <= lengthLimit || text.unicodeScalars.count <= lengthLimit else {
      throw Refusal(
        .limit, "\(name) is longer than an article: more than \(lengthLimit) characters",
        help: ["if it holds many articles, give each a file or a line of JSON Lines of its own"])
    }
  }
}
