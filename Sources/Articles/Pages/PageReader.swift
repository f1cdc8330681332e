import Diplomacy
import Markup

/// Reads a page of the web into an article: its own text, without what the site put around it.
struct PageReader {
  /// The day the user stated.
  let published: CalendarDate?
  /// What came with the page.
  var facts = StatedFacts()

  /// The article of a page in UTF-8.
  ///
  /// - Throws: a refusal for a page that holds no article, or none in English.
  func read(_ html: [UInt8], named name: String) throws(Refusal) -> Article {
    let tree = MarkupTree(html: html)
    let page = PageFacts(of: tree)
    var facts = facts
    facts.title = page.title ?? facts.title
    facts.url = page.url ?? facts.url ?? Self.savedAddress(html)
    facts.publisher = facts.publisher ?? page.publisher
    facts.published = facts.published ?? page.published
    let content = PageContent(of: tree, title: facts.title)
    if let author = facts.author.flatMap(Byline.name(inField:)) {
      facts.author = author
    } else {
      let authors = page.authors.isEmpty ? content.authors : page.authors
      facts.author = authors.isEmpty ? facts.author : Self.unique(authors).joined(separator: ", ")
    }
    var composer = content.composed(title: facts.title)
    // What a script would put in stands in the metadata of many pages.
    if let body = page.body, Self.words(in: body) >= 40,
      Self.words(in: body) * 3 > composer.bodyWords * 5
    {
      composer = Self.composed(body, title: facts.title)
    } else if composer.bodyWords < 40, let prose = ScriptData.prose(in: tree) {
      var whole = ArticleComposer()
      if let title = facts.title { whole.add(.title, title) }
      for paragraph in prose { whole.addLine(paragraph) }
      if whole.bodyWords > composer.bodyWords * 3 { composer = whole }
    }
    try PageVerdict(content: content, page: page, words: composer.bodyWords, tree: tree)
      .check(named: name)
    return try composer.article(facts, published: published, named: name)
  }

  /// The article of a piece of HTML that is all article: an entry of a feed, a text in Markdown.
  func readFragment(_ html: [UInt8], named name: String) throws(Refusal) -> Article {
    try readFragment(MarkupTree(html: html), named: name)
  }

  /// The same of a tree.
  func readFragment(_ tree: MarkupTree, named name: String) throws(Refusal) -> Article {
    let anatomy = PageAnatomy(of: tree)
    let blocks = PageBlocks(of: tree, parts: anatomy.parts, isDropped: anatomy.isDropped).blocks
    var facts = facts
    if facts.title == nil { facts.title = blocks.prefix(3).first { $0.tag == .h1 }?.text }
    var composer = ArticleComposer()
    if let title = facts.title { composer.add(.title, title) }
    for block in blocks where !PageContent.isTitle(block, facts.title) {
      composer.addLine(block.text, as: block.kind)
    }
    return try composer.article(facts, published: published, named: name)
  }

  private static func composed(_ body: String, title: String?) -> ArticleComposer {
    var composer = ArticleComposer()
    if let title { composer.add(.title, title) }
    // Some sites put HTML into the field, some plain text.
    let lines =
      body.firstRange(of: "</") == nil
      ? body.split(whereSeparator: \.isNewline).map { oneLine(String($0)) }
      : PageContent.allBlocks(of: MarkupTree(html: Array(body.utf8))).map(\.text)
    for line in lines { composer.addLine(line) }
    return composer
  }

  private static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static let saved = PhraseSearch(["saved from url=("])

  /// The address that browsers write into a page they save: `<!-- saved from url=(0025)https://… -->`.
  private static func savedAddress(_ html: [UInt8]) -> String? {
    let head = html.prefix(2048)
    guard let mark = Self.saved.place(in: Array(head)),
      let close = head[mark...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let address = head[(close + 1)...].prefix { $0 > 0x20 && $0 < 0x7F }
    return address.starts(with: "http".utf8) ? String(decoding: address, as: UTF8.self) : nil
  }
}

extension PageBlock {
  /// What the block is in an article.
  var kind: Article.Block.Kind {
    if part == .caption || tag == .figcaption { return .caption }
    if part == .byline { return .byline }
    if isHeading { return .heading }
    return tag == .li || tag == .dd || tag == .dt ? .listItem : .paragraph
  }
}
