import JSON
import Markup

/// The text that an application's page carries as JSON for its script, such as `__NEXT_DATA__`.
enum ScriptData {
  /// The paragraphs of the list or text with the most prose; nil where there is none of 40 words.
  static func prose(in tree: MarkupTree) -> [String]? {
    var best: (words: Int, paragraphs: [String]) = (39, [])
    for script in tree.descendants(named: "script") {
      guard tree.attribute("type", of: script)?.lowercased().hasSuffix("json") == true else {
        continue
      }
      let text = tree.text(of: script)
      guard text.utf8.count <= 8 << 20, let value = try? JSONValue(parsing: Array(text.utf8)) else {
        continue
      }
      var rest = [value]
      while let value = rest.popLast() {
        let paragraphs = Self.paragraphs(of: value)
        let words = paragraphs.reduce(0) { $0 + $1.utf8.count { $0 == 0x20 } + 1 }
        if words > best.words { best = (words, paragraphs) }
        switch value {
        case .array(let elements): rest += elements
        case .object(let members): rest += members.map(\.value)
        default: break
        }
      }
    }
    return best.paragraphs.isEmpty ? nil : best.paragraphs
  }

  /// A long text, or a list of texts, or of objects that each have one.
  private static func paragraphs(of value: JSONValue) -> [String] {
    switch value {
    case .string(let text):
      guard text.utf8.count >= 200 else { return [] }
      return lines(of: text).filter(isProse)
    case .array(let elements):
      return elements.compactMap { element in
        if let text = element.stringValue { return text }
        return ["text", "content", "html", "value", "body", "children"].lazy
          .compactMap { element[$0]?.stringValue }.first
      }.flatMap(lines).filter(isProse)
    default: return []
    }
  }

  private static func lines(of text: String) -> [String] {
    text.contains("<")
      ? PageContent.allBlocks(of: MarkupTree(html: Array(text.utf8))).map(\.text)
      : text.split(whereSeparator: \.isNewline).map { oneLine(String($0)) }
  }

  private static func isProse(_ line: String) -> Bool {
    line.utf8.count { $0 == 0x20 } >= 3 && line.contains { ".!?".contains($0) }
  }
}
