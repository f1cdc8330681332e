import Diplomacy
import Markup
import Processes

/// Reads a PDF that holds text.
///
/// Poppler's `pdftotext` does it in a process of its own, which a spoilt file may crash or fill without
/// harm, and tells where on the page each block of words stands. Lines that stand in the margin of
/// several pages (running heads, numbers of pages) are left out.
struct PDFReader {
  /// The day the user stated.
  let published: CalendarDate?
  var facts = StatedFacts()

  private static let seconds = 60.0
  private static let outputLimit = 256 << 20

  func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Article {
    let tree = MarkupTree(html: try text(of: bytes, named: name))
    var facts = facts
    let meta = MetaElements(in: tree)
    let title = tree.descendants(named: "title").first { _ in true }.map {
      oneLine(tree.text(of: $0))
    }
    facts.author = facts.author ?? meta.first(["author"]).flatMap(Byline.author)
    let pages = tree.descendants(named: "page").map { PDFPage(tree, $0) }
    let margins = Self.repeatedMargins(of: pages)
    var paragraphs: [String] = []
    for block in pages.flatMap(\.blocks) where !margins.contains(block.key) || !block.isMargin {
      // A paragraph goes on over the end of a column or page.
      if let last = paragraphs.last, last.utf8.count > 40, let end = last.unicodeScalars.last,
        end.properties.isAlphabetic || end == ",",
        block.text.unicodeScalars.first?.properties.isLowercase == true
      {
        paragraphs[paragraphs.count - 1] = last + " " + block.text
      } else {
        paragraphs.append(block.text)
      }
    }
    guard !paragraphs.isEmpty else {
      throw Refusal(
        .noText, "\(name) is a PDF without text, such as a scan",
        help: ["recognise its text first: ocrmypdf IN OUT"])
    }
    let heading = pages.first?.largest
    facts.title = facts.title ?? heading ?? title
    var composer = ArticleComposer()
    for paragraph in paragraphs {
      composer.addLine(paragraph, as: paragraph == heading ? .title : .paragraph)
    }
    return try composer.article(facts, published: published, named: name)
  }

  private func text(of bytes: [UInt8], named name: String) throws(Refusal) -> [UInt8] {
    var child: ChildProcess
    do {
      child = try ChildProcess("pdftotext", arguments: ["-q", "-bbox-layout", "-", "-"])
    } catch {
      throw Refusal(
        .unsupported, "\(name) can't be read: \(error.path): \(error.reason)",
        notes: ["Poppler's pdftotext reads PDF for memcon"],
        help: ["install it: apt-get install poppler-utils"])
    }
    switch child.exchange(input: bytes, seconds: Self.seconds, limit: Self.outputLimit) {
    case .exited(0): return child.output
    case .exited, .signalled:
      let words = oneLine(String(decoding: child.messages, as: UTF8.self))
      let isLocked = words.lowercased().contains("password")
      throw Refusal(
        isLocked ? .unsupported : .damaged,
        isLocked ? "\(name) is encrypted" : "\(name) is a damaged PDF",
        notes: words.isEmpty ? [] : [words], help: ["save or download it again"])
    case .tookTooLong:
      throw Refusal(.limit, "\(name) takes longer than \(Int(Self.seconds)) seconds to read")
    case .saidTooMuch:
      throw Refusal(.limit, "\(name) holds more text than any article")
    }
  }

  /// What stands at the top or bottom of at least three pages, figures left out.
  private static func repeatedMargins(of pages: [PDFPage]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      for key in Set(page.blocks.filter(\.isMargin).map(\.key)) { counts[key, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= min(3, max(2, pages.count)) }.keys)
  }
}

/// A page as pdftotext lays it out: blocks of lines of words.
private struct PDFPage {
  struct Block {
    var text: String
    /// The text without figures, by which running heads are compared.
    var key: String
    /// Whether it stands in the upper or lower tenth of the page, and is short.
    var isMargin: Bool
    var lineHeight: Double
  }

  private(set) var blocks: [Block] = []

  init(_ tree: MarkupTree, _ page: Int) {
    let height = Self.number("height", page, tree)
    for node in tree.descendants(of: page, named: "block") {
      var lines: [String] = []
      var tallest = 0.0
      for line in tree.descendants(of: node, named: "line") {
        let words = tree.descendants(of: line, named: "word").map { oneLine(tree.text(of: $0)) }
        lines.append(words.joined(separator: " "))
        tallest = max(tallest, Self.number("ymax", line, tree) - Self.number("ymin", line, tree))
      }
      let text = Self.joined(lines)
      guard !text.isEmpty else { continue }
      let isEdge =
        Self.number("ymax", node, tree) < height / 10
        || Self.number("ymin", node, tree) > height * 9 / 10
      let key = text.filter { !$0.isNumber }.trimmed
      let isNumber = text.utf8.count <= 12 && !key.contains { $0.isLetter }
      if isEdge, isNumber { continue }
      blocks.append(
        Block(text: text, key: key, isMargin: isEdge && lines.count <= 3, lineHeight: tallest))
    }
  }

  /// The block in the largest letters, if it is a headline: among the first, and larger than the rest.
  var largest: String? {
    guard let block = blocks.prefix(6).max(by: { $0.lineHeight < $1.lineHeight }) else {
      return nil
    }
    let heights = blocks.map(\.lineHeight).sorted()
    guard block.lineHeight > heights[heights.count / 2] * 1.15, block.text.utf8.count <= 250 else {
      return nil
    }
    return block.text
  }

  /// The lines of a block as one, words that were divided at a line's end put together.
  private static func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines where !line.isEmpty {
      if text.hasSuffix("-"), text.dropLast().last?.isLowercase == true,
        line.first?.isLowercase == true
      {
        text.removeLast()
        text += line
      } else {
        text += text.isEmpty ? line : " " + line
      }
    }
    return text
  }

  private static func number(_ name: String, _ node: Int, _ tree: MarkupTree) -> Double {
    tree.attribute(name, of: node).flatMap(Double.init) ?? 0
  }
}

extension String {
  fileprivate var trimmed: String { oneLine(self) }
}
