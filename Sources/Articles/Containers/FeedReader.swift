import Characters
import Diplomacy
import Markup

/// Cuts a feed in RSS (0.9 to 2.0, RDF) or Atom (RFC 4287) into its entries.
///
/// An entry with text is an article; one with hardly more than a link is refused with its address, so
/// that whoever fetches pages can fetch it.
struct FeedReader {
  private let envelope: PartCutter.Envelope
  /// An entry needs so many words to be an article.
  private static let fewestWords = 60

  init(_ envelope: PartCutter.Envelope) { self.envelope = envelope }

  func parts(of bytes: [UInt8]) throws(Refusal) -> [ArticleParts.Element] {
    let tree = try XMLDocument.tree(of: bytes, envelope)
    let entries = tree.indices.filter { ["item", "entry"].contains(tree.name(of: $0)) }
    guard !entries.isEmpty else {
      throw Refusal(.empty, "\(envelope.place) is a feed without entries")
    }
    let channel = tree.indices.first { ["channel", "feed"].contains(tree.name(of: $0)) } ?? 0
    let publisher = Self.text(["title"], of: channel, in: tree)
    return entries.enumerated().map { part($1, number: $0 + 1, publisher, tree) }
  }

  private func part(
    _ entry: Int, number: Int, _ publisher: String?, _ tree: MarkupTree
  ) -> ArticleParts.Element {
    var facts = envelope.facts
    facts.publisher = publisher
    facts.title = Self.text(["title"], of: entry, in: tree)
      .map { oneLine(Self.plain($0)) }
    facts.id = Self.text(["guid", "id"], of: entry, in: tree)
    facts.author = Self.text(["dc:creator", "author", "itunes:author"], of: entry, in: tree)
      .flatMap(Byline.author)
    facts.published =
      ["pubDate", "published", "dc:date", "dcterms:created", "issued", "updated"]
      .lazy.compactMap { Self.text([$0], of: entry, in: tree) }.compactMap(WrittenDate.inField)
      .first
    facts.url =
      Self.link(of: entry, in: tree).map(absolute)
      ?? (facts.id?.hasPrefix("http") == true ? facts.id : nil)
    let place = "\(envelope.place), entry \(number)"
    let text = Self.content(of: entry, in: tree)
    guard Self.plain(text).split(whereSeparator: \.isWhitespace).count >= Self.fewestWords else {
      return .init(
        Refusal(
          .onlyLink, "\(place) has no text, only a link",
          notes: facts.url.map { ["it leads to \($0)"] } ?? [],
          help: ["fetch the page it leads to"], url: facts.url), at: place)
    }
    return .init(ArticlePart(place: place, content: .fragment(Array(text.utf8)), facts: facts))
  }

  /// The longest of what can hold the text.
  private static func content(of entry: Int, in tree: MarkupTree) -> String {
    ["content:encoded", "content", "body", "description", "summary"]
      .compactMap { text([$0], of: entry, in: tree) }
      .max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  private static func text(_ names: [String], of node: Int, in tree: MarkupTree) -> String? {
    for name in names {
      for child in tree.children(of: node) where tree.name(of: child) == name {
        let text =
          tree.attribute("type", of: child) == "xhtml"
          ? XMLDocument.markup(of: child, in: tree) : tree.text(of: child)
        if text.contains(where: { !$0.isWhitespace }) { return text }
      }
    }
    return nil
  }

  private static func link(of entry: Int, in tree: MarkupTree) -> String? {
    let links = tree.children(of: entry).filter {
      ["link", "feedburner:origLink"].contains(tree.name(of: $0))
    }
    for link in links {
      if let address = tree.attribute("href", of: link) {
        if ["alternate", nil].contains(tree.attribute("rel", of: link)) { return address }
      } else {
        let address = oneLine(tree.text(of: link))
        if !address.isEmpty { return address }
      }
    }
    return nil
  }

  /// A link from the root of the feed's site with the site in front.
  private func absolute(_ link: String) -> String {
    guard link.hasPrefix("/"), !link.hasPrefix("//"), let url = envelope.facts.url,
      let site = WebAddress(url)?.origin
    else { return link }
    return site + link
  }

  /// The words of a text that may be HTML.
  private static func plain(_ text: String) -> String {
    guard text.contains("<") || text.contains("&") else { return text }
    let tree = MarkupTree(html: Array(text.utf8))
    return PageContent.allBlocks(of: tree).map(\.text).joined(separator: " ")
  }
}

/// XML documents as all readers of them take them.
enum XMLDocument {
  /// The tree of a document.
  ///
  /// - Throws: a refusal for one that is no XML, or refers to entities of its own.
  static func tree(of bytes: [UInt8], _ envelope: PartCutter.Envelope) throws(Refusal) -> MarkupTree
  {
    let place = envelope.place
    guard let text = CharacterSet.text(of: bytes[...], declared: declared(bytes)) else {
      throw Refusal(.encoding, "\(place) is in a character set that can't be told")
    }
    let tree = MarkupTree(xml: text.utf8)
    if let entity = tree.foreignEntity {
      throw Refusal(
        .unsupported, "\(place) uses an entity of its own, &\(entity);",
        notes: ["such entities can read files and fill memory, so memcon expands none"],
        help: ["expand it first: xmllint --noent --nonet FILE"])
    }
    guard tree.indices.count > 1 else {
      throw Refusal(
        .damaged, "\(place) is no sound XML", notes: tree.fault.map { [$0] } ?? [],
        help: ["check it: xmllint --noout FILE"])
    }
    return tree
  }

  /// The set that `<?xml encoding="…"?>` names.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let mark = head.firstRange(of: "encoding=") else { return nil }
    return String(head[mark.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" })
  }

  /// What stands in an element, written as HTML again.
  static func markup(of node: Int, in tree: MarkupTree) -> String {
    var html = ""
    var open: [(end: Int, name: String)] = []
    for index in (node + 1)..<max(node + 1, tree.end(of: node)) {
      while let last = open.last, last.end <= index {
        html += "</\(last.name)>"
        open.removeLast()
      }
      if tree.isText(index) {
        for character in String(decoding: tree.bytes(of: index), as: UTF8.self) {
          html += character == "<" ? "&lt;" : character == "&" ? "&amp;" : String(character)
        }
      } else {
        let name = String(tree.name(of: index).split(separator: ":").last ?? "div")
        html += "<\(name)>"
        open.append((tree.end(of: index), name))
      }
    }
    for last in open.reversed() { html += "</\(last.name)>" }
    return html
  }
}
