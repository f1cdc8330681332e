import Diplomacy
import Markup

/// What the head of a page, its markup and its first lines tell about the article.
struct PageFacts {
  var title: String?
  var authors: [String] = []
  var publisher: String?
  var url: String?
  /// The date in the metadata or the markup.
  var published: PartialDate?
  var isFree: Bool?
  /// The article's words as the metadata hold them.
  var body: String?

  init(of tree: MarkupTree) {
    let data = LinkedData(in: tree)
    let meta = MetaElements(in: tree)
    body = data?.body
    isFree = data?.isFree
    title = PageTitle.best(in: tree, headline: data?.headline, meta: meta)
    authors = (data?.authors ?? []).compactMap(Byline.name(inField:))
    if authors.isEmpty { authors = meta.all(Self.authorNames).compactMap(Byline.name(inField:)) }
    if authors.isEmpty { authors = Self.markedAuthors(in: tree) }
    publisher =
      data?.publisher ?? meta.first(["og:site_name", "application-name", "dc.publisher"])
    url = Self.address(in: tree, data: data, meta: meta)
    published =
      data?.published.flatMap(WrittenDate.inField)
      ?? meta.all(Self.dateNames).lazy.compactMap(WrittenDate.inField).first
      ?? Self.markedDate(in: tree)
  }

  private static let authorNames = [
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "citation_author", "twitter:data1:author",
  ]

  private static let dateNames = [
    "article:published_time", "article:published", "og:article:published_time",
    "og:published_time", "datepublished", "publishdate", "publish-date", "publish_date",
    "pubdate", "publication_date", "date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "article.published",
    "cxenseparse:recs:publishtime",
    "govuk:first-published-at", "govuk:public-updated-at", "release_date", "rnews:datepublished",
    "originalpublicationdate", "ptime", "datecreated",
  ]
}

// MARK: - Markup

extension PageFacts {
  private static func address(
    in tree: MarkupTree, data: LinkedData?, meta: MetaElements
  ) -> String? {
    let canonical = tree.descendants(named: "link").lazy
      .filter { tree.attribute("rel", of: $0)?.lowercased() == "canonical" }
      .compactMap { tree.attribute("href", of: $0) }.first
    let candidates = [canonical, meta.first(["og:url"]), data?.url]
    return candidates.compactMap(\.self).first { $0.hasPrefix("http") }
  }

  private static func markedAuthors(in tree: MarkupTree) -> [String] {
    var names: [String] = []
    for node in tree.indices.dropFirst() where !tree.isText(node) {
      guard
        tree.attribute("itemprop", of: node)?.lowercased() == "author"
          || tree.attribute("rel", of: node)?.lowercased() == "author"
      else { continue }
      if let name = Byline.author(oneLine(tree.text(of: node))), !names.contains(name) {
        names.append(name)
      }
    }
    return Array(names.prefix(3))
  }

  /// What `itemprop="datePublished"`, or the first `<time>` that is not of another article, says.
  private static func markedDate(in tree: MarkupTree) -> PartialDate? {
    var first: PartialDate?
    let tag = tree.number(of: "datetime")
    for node in tree.indices.dropFirst() where !tree.isText(node) {
      let property = tree.attribute("itemprop", of: node)?.lowercased()
      let isTime = tree.tag(of: node) == .time
      guard isTime || property == "datepublished" || property == "datecreated" else { continue }
      let stated =
        tree.attribute(numbered: tag, of: node).map { String(decoding: $0, as: UTF8.self) }
        ?? tree.attribute("content", of: node)
      let date = WrittenDate.inField(stated ?? oneLine(tree.text(of: node)))
      guard let date else { continue }
      if property == "datepublished" || tree.attribute("pubdate", of: node) != nil { return date }
      if first == nil, isTime, property != "datemodified", !isAside(node, in: tree) { first = date }
    }
    return first
  }

  private static func isAside(_ node: Int, in tree: MarkupTree) -> Bool {
    var outer = node
    while outer > 0 {
      switch tree.tag(of: outer) {
      case .aside, .nav, .footer, .li: return true
      default: outer = tree.parent(of: outer)
      }
    }
    return false
  }
}

/// `text` with single spaces in place of all white space.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The `<meta>` elements of a page, by name in small letters.
struct MetaElements {
  private var values: [(name: String, content: String)] = []

  init(in tree: MarkupTree) {
    for node in tree.descendants(named: "meta") {
      guard let content = tree.attribute("content", of: node) else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = tree.attribute(key, of: node) else { continue }
        let line = oneLine(content)
        if !line.isEmpty { values.append((name.lowercased(), line)) }
      }
    }
  }

  /// The first value of the best name that has one.
  func first(_ names: [String]) -> String? { all(names).first }

  /// All values, those of earlier names first.
  func all(_ names: [String]) -> [String] {
    names.flatMap { name in values.filter { $0.name == name }.map(\.content) }
  }
}
