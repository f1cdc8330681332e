import Diplomacy
import Markup

/// Reads a text in Markdown, with or without a block of fields in front ("front matter").
struct MarkdownReader {
  /// The day the user stated.
  let published: CalendarDate?
  var facts = StatedFacts()

  func read(_ text: String, named name: String) throws(Refusal) -> Article {
    var facts = facts
    var body = text[...]
    if text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---") {
      for line in text[text.index(text.startIndex, offsetBy: 4)..<end.lowerBound].split(
        separator: "\n")
      {
        Self.read(line, into: &facts)
      }
      body = text[end.upperBound...].drop { $0 != "\n" }
    }
    let tree = MarkupTree(markdown: Array(body.utf8))
    return try PageReader(published: published, facts: facts).readFragment(tree, named: name)
  }

  private static func read(_ line: Substring, into facts: inout StatedFacts) {
    guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else { return }
    var value = oneLine(String(line[line.index(after: colon)...]))
    if value.count >= 2, let mark = value.first, mark == value.last, mark == "\"" || mark == "'" {
      value = String(value.dropFirst().dropLast())
    }
    guard !value.isEmpty else { return }
    switch line[..<colon].lowercased() {
    case "title", "headline": facts.title = value
    case "date", "published", "pubdate": facts.published = WrittenDate.inField(value)
    case "author", "authors", "byline": facts.author = value.filter { !"[]\"".contains($0) }
    case "url", "link", "canonical", "source_url": facts.url = value
    case "publisher", "source", "site": facts.publisher = value
    case let key: facts.metadata[key] = value
    }
  }
}
