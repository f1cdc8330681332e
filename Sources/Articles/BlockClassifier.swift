import Diplomacy
import Lexicons

/// Tells an article's own lines from what the site put around them.
struct BlockClassifier {
  /// A line and what it is.
  struct Part {
    var kind: Article.Block.Kind
    var line: TextLine
  }

  func classify(_ lines: [TextLine]) -> [Part] {
    var parts = lines.map { Part(kind: kind(of: $0), line: $0) }
    markLinks(&parts)
    markTitle(&parts)
    return parts
  }

  /// Under "Most read" or "Related articles" stand other articles' headlines: short lines without a
  /// full stop, up to the first that is none.
  private func markLinks(_ parts: inout [Part]) {
    var isOpen = false
    for index in parts.indices {
      let text = parts[index].line.text
      if let rule = rule(for: text) {
        isOpen = rule.opensLinks
      } else if isOpen {
        isOpen = parts[index].line.range.length <= 110 && !endsSentence(text)
        if isOpen { parts[index].kind = .boilerplate }
      }
    }
  }

  private func rule(for text: String) -> BoilerplateRule? {
    let lower = text.lowercased()
    return BoilerplateRules.shared.first { $0.matches(lower) }
  }

  private func kind(of line: TextLine) -> Article.Block.Kind {
    if let rule = rule(for: line.text) { return rule.kind }
    let lower = line.text.lowercased()
    if isNavigation(line.text)
      || !line.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
    {
      return .boilerplate
    }
    if HeaderFacts.isDateLine(line.text) || isByline(line.text) { return .byline }
    if isListItem(line.text) { return .listItem }
    if captionWords.contains(where: { lower.contains($0) }), line.range.length < 300 {
      return .caption
    }
    return line.range.length < 60 && !endsSentence(line.text) && !line.text.contains(",")
      ? .heading : .paragraph
  }

  /// The first heading-like line before the first paragraph is the title.
  private func markTitle(_ parts: inout [Part]) {
    let firstBody = parts.firstIndex { $0.kind == .paragraph && $0.line.range.length > 140 }
    let candidates = parts[..<(firstBody ?? min(parts.count, 8))].indices.filter {
      let part = parts[$0]
      return (part.kind == .heading || part.kind == .paragraph)
        && (20...160).contains(part.line.range.length) && !endsSentence(part.line.text)
    }
    let longest = candidates.max { parts[$0].line.range.length < parts[$1].line.range.length }
    if let longest, parts.count > 1 { parts[longest].kind = .title }
  }

  private let captionWords = [
    ", left,", ", right,", "(left)", "(right)", "pictured", "file photo", "photo:", ", centre,",
    ", center,",
  ]

  private func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?”\"".unicodeScalars.contains($0) } ?? false
  }

  /// A row of short entries between bars or arrows: "Home | News | Sport".
  private func isNavigation(_ text: String) -> Bool {
    for separator in [" | ", "  |  ", " > ", " › ", " · "] {
      let entries = text.components(separatedBy: separator)
      if entries.count >= 2, entries.allSatisfy({ $0.unicodeScalars.count <= 45 }),
        entries.count >= 3 || text.unicodeScalars.count <= 60
      {
        return true
      }
    }
    let columns = text.components(separatedBy: "  ").filter { !$0.isEmpty }
    return columns.count >= 4 && columns.allSatisfy { $0.unicodeScalars.count <= 25 }
  }

  private func isByline(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 7 && (words.first == "By" || words.first == "BY") && !endsSentence(text)
  }

  private func isListItem(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "•–—*·▪-".unicodeScalars.contains(first) && text.unicodeScalars.dropFirst().first == " "
  }
}

extension String {
  /// The parts between occurrences of `separator`.
  func components(separatedBy separator: String) -> [Substring] { split(separator: separator) }
}

/// One row of `boilerplate.tsv`.
struct BoilerplateRule: Sendable {
  enum Position: String { case exact, prefix, suffix, contains }

  let position: Position
  let words: String
  let kind: Article.Block.Kind
  /// Whether links to other articles follow.
  var opensLinks = false

  func matches(_ line: String) -> Bool {
    switch position {
    case .exact: line == words
    case .prefix: line.hasPrefix(words)
    case .suffix: line.hasSuffix(words)
    case .contains: line.contains(words)
    }
  }
}

/// The rules of `boilerplate.tsv`, in the order of the file.
enum BoilerplateRules {
  static let shared: [BoilerplateRule] = (LexiconTable(named: "boilerplate")?.rows ?? [])
    .compactMap { row in
      guard row.count >= 3, let position = BoilerplateRule.Position(rawValue: row[0]),
        let kind = Article.Block.Kind(rawValue: row[2] == "links" ? "boilerplate" : row[2])
      else { return nil }
      return BoilerplateRule(
        position: position, words: row[1], kind: kind, opensLinks: row[2] == "links")
    }
}
