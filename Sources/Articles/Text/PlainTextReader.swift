import Diplomacy

/// Reads a plain text, as copied from a web page, into an article.
///
/// The text is kept whole. What is not the article's own (navigation, counters, links, notes of
/// the site) is marked as boilerplate, so that nothing is read from it and no offset shifts.
struct PlainTextReader {
  /// The day the user stated.
  let published: CalendarDate?
  /// The day that came with the text.
  var stated: Article.Publication?

  init(published: CalendarDate?, stated: Article.Publication? = nil) {
    self.published = published
    self.stated = stated
  }

  /// An article has at most this many characters; a book has about as many.
  static let lengthLimit = 500_000

  func read(_ text: String, named name: String) throws(Refusal) -> Article {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(.empty, "\(name) is empty")
    }
    try LanguageCheck().check(text, named: name)
    guard text.utf8.count <= Self.lengthLimit || text.unicodeScalars.count <= Self.lengthLimit
    else {
      throw Refusal(
        .limit, "\(name) is longer than an article: more than \(Self.lengthLimit) characters",
        help: ["if it holds many articles, give each a file or a line of JSON Lines of its own"])
    }
    let lines = TextLine.lines(of: text)
    let parts = BlockClassifier().classify(lines)
    var article = Article(text: text, blocks: parts.map { Article.Block($0.kind, $0.line.range) })
    article.title = parts.first { $0.kind == .title }?.line.text
    let facts = HeaderFacts(parts)
    article.author = facts.author
    article.url = facts.url
    if let published {
      article.publication = Article.Publication(published, from: .option)
    } else {
      article.publication = stated ?? facts.publication
    }
    return article
  }
}
