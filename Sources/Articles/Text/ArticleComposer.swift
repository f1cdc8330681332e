import Diplomacy

/// Puts an article's text together from its parts, with an empty line between two of them.
struct ArticleComposer {
  private(set) var text = ""
  private(set) var blocks: [Article.Block] = []
  /// The length of the text in Unicode scalars.
  private var length = 0
  private(set) var bodyWords = 0

  /// Adds a part; one without words is left out.
  mutating func add(_ kind: Article.Block.Kind, _ words: String) {
    let words = words.unicodeScalars.contains("\0") ? words.filter { $0 != "\0" } : words
    guard words.utf8.contains(where: { $0 > 0x20 }) else { return }
    if !blocks.isEmpty {
      text += "\n\n"
      length += 2
    }
    let count = words.unicodeScalars.count
    text += words
    blocks.append(Article.Block(kind, TextRange(length, length + count)))
    length += count
    if kind != .title, kind != .boilerplate, kind != .byline {
      bodyWords += words.utf8.count { $0 == 0x20 } + 1
    }
  }

  /// Adds a paragraph, or what the words say that it is: a byline, a note of the site, a caption.
  mutating func addLine(_ words: String, as kind: Article.Block.Kind = .paragraph) {
    let verdict = BoilerplateRules.shared.verdict(on: words.smallBytes)
    // A long paragraph that happens to start with "Listen" or "Updated" is the article's.
    if let verdict, words.utf8.count <= 160 || kind == .heading {
      add(verdict.kind, words)
    } else if words.utf8.count <= 60, HeaderFacts.isDateLine(words) {
      add(.byline, words)
    } else {
      add(kind, words)
    }
  }

  /// The article, once all parts are in.
  ///
  /// - Throws: a refusal for a text that is not English, or longer than any article.
  func article(
    _ facts: StatedFacts, published: CalendarDate?, named name: String
  ) throws(Refusal) -> Article {
    guard !blocks.isEmpty else { throw Refusal(.empty, "\(name) is empty") }
    try LanguageCheck().check(text, named: name)
    try PlainTextReader.checkLength(text, named: name)
    var article = Article(text: text, blocks: blocks)
    article.id = facts.id
    article.title = facts.title
    article.url = facts.url
    article.publisher = facts.publisher
    article.author = facts.author
    article.metadata = facts.metadata
    article.publication =
      PublicationChoice(
        option: published, metadata: facts.published, text: lineDate, dateline: datelineDate,
        url: facts.url, file: facts.fileDate
      ).best
    article.keepPrecision()
    return article
  }

  private var lineDate: PartialDate? {
    blocks.lazy.filter { $0.kind == .byline }.compactMap { HeaderFacts.date(in: words(of: $0)) }
      .first.map { .day($0) }
  }

  private var datelineDate: PartialDate? {
    blocks.lazy.filter { $0.kind == .paragraph }.prefix(2)
      .compactMap { HeaderFacts.datelineDate(in: words(of: $0)) }.first.map { .day($0) }
  }

  private func words(of block: Article.Block) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: block.range.start)
    return String(scalars[start..<scalars.index(start, offsetBy: block.range.length)])
  }
}

extension Article {
  /// A month or a year of publication has no column of its own in the graph: it is kept beside.
  mutating func keepPrecision() {
    if let publication, publication.date == nil {
      metadata["publishedIn"] = "\(publication.when)"
    }
  }
}
