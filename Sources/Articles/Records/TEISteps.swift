import Archives
import Characters
import Diplomacy
import Markup

/// Cuts a volume in TEI, as the Foreign Relations of the United States series publishes them, into its
/// documents: memoranda of conversation, telegrams, letters, editorial notes.
///
/// Documents are cut out of the bytes as they come, and each is parsed by itself, so that a volume of many
/// hundreds takes no more memory than its longest one. A text without such documents is read whole, and is one.
final class TEISteps: PartSteps {
  private let marks: MarkupMarks
  private let envelope: PartCutter.Envelope
  /// All before the first document: header and preface.
  private var opening: [UInt8] = []
  /// The start of the file up to the root's tag: what every document needs around it to be read alone.
  private var frame: [UInt8] = []
  private var rootName: [UInt8] = []
  private var hasRoot = false
  private var volume: String?
  private var number = 0
  private var pending: ArraySlice<ArticleParts.Element> = []
  private var isAtEnd = false

  /// - Throws: what `stream` throws.
  init(_ stream: PeekedStream, _ envelope: PartCutter.Envelope) throws {
    marks = MarkupMarks(try Self.unixText(stream, envelope.place))
    self.envelope = envelope
  }

  var place: String { "\(envelope.place), document \(number + 1)" }

  func step() throws -> ArticleParts.Element? {
    while pending.isEmpty {
      guard !isAtEnd else { return nil }
      if let document = try document() {
        number += 1
        pending = try parts(of: document)[...]
      } else {
        isAtEnd = true
        // Not of this series: a text is a document as a whole.
        if number == 0 { pending = try texts(of: opening)[...] }
      }
    }
    return pending.popFirst()
  }

  /// The bytes of the next `<div type="document">`, within the frame; nil at the end.
  private func document() throws -> [UInt8]? {
    var depth = 0
    var document: [UInt8] = []
    while let mark = try marks.next() {
      if !hasRoot {
        hasRoot = mark.kind == .start || mark.kind == .whole
        // A document may be a file of its own.
        if hasRoot, !Self.isDocument(mark) { rootName = Array(mark.name) }
        if !Self.isDocument(mark) { frame += mark.before + mark.bytes }
      }
      if depth > 0 {
        document += mark.before + mark.bytes
      } else if number == 0 {
        opening += mark.before
      }
      let isDivision = mark.name.elementsEqual("div".utf8)
      if depth == 0, Self.isDocument(mark) {
        if number == 0 { readHeader() }
        document = frame + mark.bytes
        depth = 1
        continue
      }
      if depth == 0, number == 0 { opening += mark.bytes }
      guard document.count + opening.count <= ArticlePart.sizeLimit else {
        throw Refusal(
          .limit, "\(place) is larger than \(ArticlePart.sizeLimit >> 20) MB",
          help: ["cut it into smaller ones"])
      }
      guard depth > 0, isDivision else { continue }
      if mark.kind == .start { depth += 1 } else if mark.kind == .end { depth -= 1 }
      if depth == 0 { return document + closing }
    }
    guard depth == 0 else {
      throw Refusal(
        .damaged, "\(envelope.place) ends within document \(number + 1)",
        notes: ["the documents before it are read"], help: ["copy or download it again"])
    }
    return nil
  }

  private var closing: [UInt8] {
    rootName.isEmpty ? [] : Array("</".utf8) + rootName + [UInt8(ascii: ">")]
  }

  private static func isDocument(_ mark: MarkupMarks.Mark) -> Bool {
    mark.kind == .start && mark.name.elementsEqual("div".utf8)
      && isDocument(mark.attribute("type"))
  }

  private static func isDocument(_ type: String?) -> Bool {
    type == "document" || type == "memorandum" || type == "letter"
  }

  /// The stream, turned to UTF-8 as a whole where bytes of markup are no bytes of ASCII.
  private static func unixText(
    _ stream: PeekedStream, _ place: String
  ) throws -> any ByteStream {
    guard stream.head.starts(with: [0xFF, 0xFE]) || stream.head.starts(with: [0xFE, 0xFF]) else {
      return stream
    }
    let bytes = try PartCutter.whole(stream, place)
    guard let text = CharacterSet.text(of: bytes[...], declared: nil) else {
      throw Refusal(.encoding, "\(place) is in a character set that can't be told")
    }
    return MemoryStream(text.utf8)
  }
}

// MARK: - Parts

extension TEISteps {
  /// The document and those within it.
  private func parts(of bytes: [UInt8]) throws(Refusal) -> [ArticleParts.Element] {
    let tree = try XMLDocument.tree(of: bytes, envelope)
    return tree.descendants(named: "div")
      .filter { Self.isDocument(tree.attribute("type", of: $0)) }
      .map { part(of: $0, in: tree) }
  }

  /// A part for each text.
  private func texts(of bytes: [UInt8]) throws(Refusal) -> [ArticleParts.Element] {
    let tree = try XMLDocument.tree(of: bytes, envelope)
    readHeader()
    let bodies = tree.descendants(named: "body").filter { tree.hasText(in: $0) }
    guard !bodies.isEmpty else {
      throw Refusal(
        .unsupported, "\(envelope.place) is XML of a kind that memcon does not know",
        help: ["feeds, TEI, and the Office of the Historian's travels and visits are read"])
    }
    return bodies.map { body in
      number += 1
      return part(of: body, in: tree)
    }
  }

  private func part(of node: Int, in tree: MarkupTree) -> ArticleParts.Element {
    let id = tree.attribute("xml:id", of: node)
    let place = "\(envelope.place), document \(id ?? "\(number)")"
    var facts = envelope.facts
    facts.id = id.map { "\(Self.fileName(envelope.name))-\($0)" }
    facts.publisher = "Office of the Historian"
    if let volume { facts.metadata["volume"] = volume }
    let document = TEIDocument(tree, node)
    facts.title = document.title
    facts.published = document.date
    return .init(
      ArticlePart(place: place, content: .memorandum(document.paragraphs), facts: facts))
  }

  /// Reads the title of the volume from what stands before the first document, and lets go of that.
  private func readHeader() {
    let tree = MarkupTree(xml: opening)
    opening = []
    let titles = tree.descendants(named: "titleStmt").prefix(1)
      .flatMap { tree.descendants(of: $0, named: "title") }
    let title = titles.first { tree.attribute("type", of: $0) == "complete" } ?? titles.first
    volume = title.map { oneLine(tree.text(of: $0)) }
  }

  private static func fileName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}

extension MarkupTree {
  /// Whether any words stand below `node`.
  fileprivate func hasText(in node: Int) -> Bool {
    (node..<end(of: node)).contains { bytes(of: $0).contains { $0 > 0x20 } }
  }
}
