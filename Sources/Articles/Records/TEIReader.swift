import Diplomacy
import Markup

/// Cuts a volume in TEI, as the Foreign Relations of the United States series publishes them, into its
/// documents: memoranda of conversation, telegrams, letters.
///
/// Editors' notes are left out: they tell of other documents. Of a document with a list of participants
/// the dateline becomes lines of its own ("DATE: …", "PLACE: …"), as memoranda on paper have them.
struct TEIReader {
  private let envelope: PartCutter.Envelope

  init(_ envelope: PartCutter.Envelope) { self.envelope = envelope }

  func parts(of bytes: [UInt8]) throws(Refusal) -> [ArticleParts.Element] {
    let tree = try XMLDocument.tree(of: bytes, envelope)
    let volume = tree.descendants(named: "titleStmt").first { _ in true }
      .flatMap { statement in tree.descendants(of: statement, named: "title").first { _ in true } }
      .map { oneLine(tree.text(of: $0)) }
    var documents = tree.descendants(named: "div").filter { node in
      let type = tree.attribute("type", of: node) ?? ""
      return type == "document" || type == "memorandum" || type == "letter"
    }
    if documents.isEmpty { documents = Array(tree.descendants(named: "body").prefix(1)) }
    let parts = documents.enumerated().map { number, node in
      let id = tree.attribute("xml:id", of: node)
      let place = "\(envelope.place), document \(id ?? "\(number + 1)")"
      var facts = envelope.facts
      facts.id = id.map { "\(Self.fileName(envelope.name))-\($0)" }
      facts.publisher = "Office of the Historian"
      if let volume { facts.metadata["volume"] = volume }
      var document = TEIDocument(tree, node)
      document.read()
      facts.title = document.title
      facts.published = document.date
      return ArticleParts.Element(
        ArticlePart(place: place, content: .memorandum(document.paragraphs), facts: facts))
    }
    guard !parts.isEmpty else {
      throw Refusal(
        .unsupported, "\(envelope.place) is XML of a kind that memcon does not know",
        help: ["feeds, TEI, and the Office of the Historian's travels and visits are read"])
    }
    return parts
  }

  private static func fileName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}

/// One document of a volume.
private struct TEIDocument {
  private let tree: MarkupTree
  private let root: Int
  private(set) var paragraphs: [ArticlePart.Paragraph] = []
  private(set) var title: String?
  private(set) var date: PartialDate?
  private var hasParticipants = false

  init(_ tree: MarkupTree, _ root: Int) {
    self.tree = tree
    self.root = root
  }

  mutating func read() {
    hasParticipants = tree.descendants(of: root, named: "list").contains(where: isParticipants)
    date =
      ["frus:doc-dateTime-min", "frus:doc-dateTime-max"]
      .compactMap { tree.attribute($0, of: root) }.compactMap(WrittenDate.inField).first
    var node = root + 1
    let end = tree.end(of: root)
    while node < end {
      switch tree.name(of: node) {
      case "note", "teiHeader", "figure", "pb": node = tree.end(of: node)
      case "div" where tree.attribute("type", of: node) == "document": node = tree.end(of: node)
      case "head":
        readHead(node)
        node = tree.end(of: node)
      case "dateline":
        readDateline(node)
        node = tree.end(of: node)
      case "p", "salute", "signed", "ab", "l", "cell":
        add(.paragraph, words(of: node))
        node = tree.end(of: node)
      case "item":
        // An entry may hold a list of its own, whose entries follow.
        add(.listItem, words(of: node, without: "list"))
        node += 1
      default: node += 1
      }
    }
  }

  private mutating func readHead(_ node: Int) {
    let text = words(of: node)
    if tree.name(of: tree.parent(of: node)) == "list" {
      add(.paragraph, text.hasSuffix(":") ? text : text + ":")
    } else if title == nil {
      title = text
      add(.title, text)
    } else {
      add(.heading, text)
    }
  }

  private mutating func readDateline(_ node: Int) {
    for element in tree.descendants(of: node, named: "date") where date == nil {
      date =
        ["when", "notBefore", "from"].compactMap { tree.attribute($0, of: element) }
        .compactMap(WrittenDate.inField).first ?? WrittenDate.inField(words(of: element))
    }
    let day = tree.descendants(of: node, named: "date").first { _ in true }.map { words(of: $0) }
    let place = tree.descendants(of: node, named: "placeName").first { _ in true }.map {
      words(of: $0)
    }
    guard hasParticipants, day != nil || place != nil else {
      add(.paragraph, words(of: node))
      return
    }
    if let day { add(.paragraph, "DATE: \(day)") }
    if let place { add(.paragraph, "PLACE: \(place)") }
  }

  private func isParticipants(_ node: Int) -> Bool {
    let type = tree.attribute("type", of: node)?.lowercased() ?? ""
    if type == "participants" || type == "attendees" { return true }
    return tree.children(of: node).contains {
      tree.name(of: $0) == "head" && words(of: $0).uppercased().hasPrefix("PARTICIPANTS")
    }
  }

  private mutating func add(_ kind: Article.Block.Kind, _ text: String) {
    if !text.isEmpty { paragraphs.append(.init(kind: kind, text: text)) }
  }

  /// The words of an element without notes, and without elements called `name`.
  private func words(of node: Int, without name: String = "note") -> String {
    var bytes: [UInt8] = []
    var index = node
    let end = tree.end(of: node)
    while index < end {
      let element = tree.name(of: index)
      if index > node, element == "note" || element == name {
        index = tree.end(of: index)
        continue
      }
      if element == "lb" { bytes.append(0x20) }
      bytes += tree.bytes(of: index)
      index += 1
    }
    return oneLine(String(decoding: bytes, as: UTF8.self))
  }
}
