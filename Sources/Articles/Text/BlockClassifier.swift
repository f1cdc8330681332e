import Diplomacy

/// Tells an article's own lines from what the site put around them.
struct BlockClassifier {
  /// A line and what it is.
  struct Part {
    var kind: Article.Block.Kind
    var line: TextLine
  }

  /// Longer lines are text, whatever they hold: a body saved as one line ends in its writers' names.
  /// In Unicode scalars.
  private static let longestBoilerplate = 400

  func classify(_ lines: [TextLine]) -> [Part] {
    var parts: [Part] = []
    parts.reserveCapacity(lines.count)
    var verdicts: [BoilerplateRules.Verdict?] = []
    for line in lines {
      let lower = line.text.smallBytes
      let verdict =
        line.range.length <= Self.longestBoilerplate
        ? BoilerplateRules.shared.verdict(on: lower) : nil
      parts.append(Part(kind: verdict?.kind ?? kind(of: line, lower), line: line))
      verdicts.append(verdict)
    }
    markLinks(&parts, verdicts)
    markTitle(&parts)
    return parts
  }

  /// Under "Most read" or "Related articles" stand other articles' headlines: short lines without a
  /// full stop, up to the first that is none.
  private func markLinks(_ parts: inout [Part], _ verdicts: [BoilerplateRules.Verdict?]) {
    var isOpen = false
    for index in parts.indices {
      let text = parts[index].line.text
      if let verdict = verdicts[index] {
        isOpen = verdict.opensLinks
      } else if isOpen {
        isOpen = parts[index].line.range.length <= 110 && !endsSentence(text)
        if isOpen { parts[index].kind = .boilerplate }
      }
    }
  }

  /// What a line is of which the rules say nothing; `lower` are its bytes in small letters.
  private func kind(of line: TextLine, _ lower: [UInt8]) -> Article.Block.Kind {
    if line.range.length <= 60, HeaderFacts.isDateLine(line.text) { return .byline }
    if isNavigation(lower)
      || !line.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
    {
      return .boilerplate
    }
    if isByline(line.text) { return .byline }
    if isListItem(line.text) { return .listItem }
    if line.range.length < 300, Self.captionWords.first(in: lower) != nil { return .caption }
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

  private static let captionWords = PhraseSearch([
    ", left,", ", right,", "(left)", "(right)", "pictured", "file photo", "photo:", ", centre,",
    ", center,",
  ])

  private func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?”\"".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a line has one of "|", ">", "›", "·" and two spaces, as every row of navigation has; in one
  /// pass without a branch, since nearly none has.
  private static func mayBeNavigation(_ line: [UInt8]) -> Bool {
    var found = false
    var last: UInt8 = 0
    for byte in line {
      // "›" and "·" end in bytes that hardly another character ends in.
      found =
        found || byte == 0x7C || byte == 0x3E || byte == 0xBA || byte == 0xB7
        || byte == 0x20 && last == 0x20
      last = byte
    }
    return found
  }

  /// A row of short entries between bars or arrows: "Home | News | Sport".
  private func isNavigation(_ line: [UInt8]) -> Bool {
    guard Self.mayBeNavigation(line) else { return false }
    for separator in Self.bars {
      if let count = Self.entryCount(of: line, between: separator, longest: 45), count >= 2,
        count >= 3 || line.scalarCount <= 60
      {
        return true
      }
    }
    return Self.entryCount(of: line, between: [0x20, 0x20], longest: 25).map { $0 >= 4 } ?? false
  }

  private static let bars = [" | ", "  |  ", " > ", " › ", " · "].map { Array($0.utf8) }

  /// How many entries stand between separators; nil where one of them has more than `longest` scalars.
  private static func entryCount(
    of line: [UInt8], between separator: [UInt8], longest: Int
  ) -> Int? {
    var count = 0
    var length = 0
    var index = 0
    while index < line.count {
      if PhraseSearch.stands(separator, in: line, at: index) {
        if length > 0 { count += 1 }
        length = 0
        index += separator.count
      } else {
        if line[index] & 0xC0 != 0x80 { length += 1 }
        guard length <= longest else { return nil }
        index += 1
      }
    }
    return count + (length > 0 ? 1 : 0)
  }

  private func isByline(_ text: String) -> Bool {
    guard text.hasPrefix("By ") || text.hasPrefix("BY ") else { return false }
    return text.split(separator: " ", maxSplits: 7).count <= 7 && !endsSentence(text)
  }

  private func isListItem(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "•–—*·▪-".unicodeScalars.contains(first) && text.unicodeScalars.dropFirst().first == " "
  }
}

extension [UInt8] {
  /// How many Unicode scalars the bytes of UTF-8 are.
  fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
