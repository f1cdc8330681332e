import Diplomacy
import Markup

/// A document of a volume in TEI: its paragraphs in order, headline and day.
///
/// Editors' notes are left out: they tell of sources and of other documents. Of a document with a list of participants
/// the dateline becomes lines of its own ("DATE: …", "PLACE: …"), as memoranda on paper have them.
struct TEIDocument {
  private let tree: MarkupTree
  private let root: Int
  private let hasParticipants: Bool
  private(set) var paragraphs: [ArticlePart.Paragraph] = []
  private(set) var title: String?
  private(set) var date: PartialDate?

  /// Elements that are paragraphs, or lines of their own.
  private static let blocks: Set<String> = [
    "p", "ab", "item", "label", "head", "cell", "row", "list", "table", "l", "lg", "salute",
    "signed",
    "opener", "closer", "postscript", "byline", "quote", "div", "trailer", "frus:attachment",
  ]

  /// What is no part of the words: editors' notes, pictures, running heads, what was struck out.
  private static let leftOut: Set<String> = ["note", "teiHeader", "figure", "fw", "del"]

  /// The document below `root`.
  init(_ tree: MarkupTree, _ root: Int) {
    self.tree = tree
    self.root = root
    let lists = tree.descendants(of: root, named: "list")
    hasParticipants = lists.contains { Self.isParticipants($0, in: tree) }
    date = statedDate
    read()
  }

  /// Goes through the document once. A text belongs to the innermost block that it stands in, so that a list within a
  /// paragraph cuts it in two.
  private mutating func read() {
    var open: [(node: Int, end: Int)] = []
    var line: [UInt8] = []
    var node = root + 1
    while node < tree.end(of: root) {
      while let last = open.last, last.end <= node {
        end(&line, of: last.node)
        open.removeLast()
      }
      let name = tree.name(of: node)
      if isLeftOut(node, name) || isDocument(node) {
        node = tree.end(of: node)
        continue
      }
      if name == "dateline" {
        end(&line, of: open.last?.node ?? root)
        readDateline(node)
        node = tree.end(of: node)
        continue
      }
      if Self.blocks.contains(name) {
        end(&line, of: open.last?.node ?? root)
        open.append((node, tree.end(of: node)))
      } else if name == "lb" {
        line.append(0x20)
      }
      line += tree.bytes(of: node)
      node += 1
    }
    for last in open.reversed() { end(&line, of: last.node) }
  }

  private func isLeftOut(_ node: Int, _ name: String) -> Bool {
    // Of a choice what the editors put in place of it counts.
    Self.leftOut.contains(name)
      || (name == "sic" || name == "orig" || name == "abbr")
        && tree.name(of: tree.parent(of: node)) == "choice"
  }

  private func isDocument(_ node: Int) -> Bool {
    tree.name(of: node) == "div" && tree.attribute("type", of: node) == "document"
  }

  /// Adds the words of a block, as what the block is.
  private mutating func end(_ line: inout [UInt8], of node: Int) {
    let text = oneLine(String(decoding: line, as: UTF8.self))
    line = []
    guard !text.isEmpty else { return }
    switch tree.name(of: node) {
    case "head" where tree.name(of: tree.parent(of: node)) == "list":
      add(.paragraph, text.hasSuffix(":") ? text : text + ":")
    case "head" where title == nil:
      title = text
      add(.title, text)
    case "head": add(.heading, text)
    case "item": add(.listItem, text)
    default: add(.paragraph, text)
    }
  }

  private mutating func add(_ kind: Article.Block.Kind, _ text: String) {
    paragraphs.append(.init(kind: kind, text: text))
  }

  private static func isParticipants(_ node: Int, in tree: MarkupTree) -> Bool {
    let type = tree.attribute("type", of: node)?.lowercased() ?? ""
    if type == "participants" || type == "attendees" { return true }
    return tree.children(of: node).contains {
      tree.name(of: $0) == "head" && tree.text(of: $0).uppercased().contains("PARTICIPANTS")
    }
  }
}

// MARK: - Days

extension TEIDocument {
  /// The day in the attributes of the document, as the editors worked it out.
  ///
  /// Where they know only bounds, it is the month or year that holds both; a meeting of some days is dated by its last.
  private var statedDate: PartialDate? {
    let bounds = ["frus:doc-dateTime-min", "frus:doc-dateTime-max"]
      .compactMap { tree.attribute($0, of: root) }.compactMap(WrittenDate.inField)
    guard let first = bounds.first, let last = bounds.last else { return nil }
    guard case .day(let start) = first, case .day(let end) = last else { return last }
    if end.dayNumber - start.dayNumber < 8 { return last }
    return start.year != end.year
      ? nil
      : start.month == end.month
        ? .month(year: start.year, month: start.month) : .year(start.year)
  }

  private mutating func readDateline(_ node: Int) {
    for element in tree.descendants(of: node, named: "date") where date == nil {
      date =
        ["when", "notAfter", "to", "notBefore", "from"]
        .compactMap { tree.attribute($0, of: element) }.compactMap(WrittenDate.inField).first
        ?? WrittenDate.inField(words(of: element))
    }
    let day = tree.descendants(of: node, named: "date").first { _ in true }.map(words)
    let place = tree.descendants(of: node, named: "placeName").first { _ in true }.map(words)
    guard hasParticipants, day != nil || place != nil else {
      let line = words(of: node)
      if !line.isEmpty { add(.paragraph, line) }
      return
    }
    if let day { add(.paragraph, "DATE: \(day)") }
    if let place { add(.paragraph, "PLACE: \(place)") }
  }

  /// The words of an element without notes.
  private func words(of node: Int) -> String {
    var bytes: [UInt8] = []
    var index = node
    while index < tree.end(of: node) {
      let name = tree.name(of: index)
      if index > node, isLeftOut(index, name) {
        index = tree.end(of: index)
        continue
      }
      if name == "lb" { bytes.append(0x20) }
      bytes += tree.bytes(of: index)
      index += 1
    }
    return oneLine(String(decoding: bytes, as: UTF8.self))
  }
}
