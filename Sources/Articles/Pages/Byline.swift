/// The names in lines and fields that say who wrote an article.
enum Byline {
  /// The name in a field that holds nothing else; nil for an address or an empty field.
  static func name(inField text: String) -> String? {
    var name = oneLine(text)[...]
    guard !name.contains("://"), !name.contains("@"), name.utf8.count <= 200 else { return nil }
    for label in labels where name.prefix(label.count).lowercased() == label {
      name = name.dropFirst(label.count).drop(while: \.isWhitespace)
    }
    return name.contains(where: \.isLetter) ? String(name) : nil
  }

  /// The name in "By Jane Austen, Bath correspondent | 3 March", or nil where none can be told.
  static func author(_ text: String) -> String? {
    guard var name = name(inField: text)?[...] else { return nil }
    for mark in marks {
      if let range = name.firstRange(of: mark) { name = name[..<range.lowerBound] }
    }
    if let digit = name.firstIndex(where: \.isNumber) { name = name[..<digit] }
    while let last = name.last, last.isWhitespace || ",:;".contains(last) { name.removeLast() }
    let words = name.split(separator: " ")
    guard (1...6).contains(words.count), name.contains(where: \.isLetter) else { return nil }
    return String(name)
  }

  /// The name in a line that starts with "By", or has "by" before two capitalised words.
  static func signed(_ block: PageBlock) -> String? {
    guard block.words <= 20 else { return nil }
    let lower = block.text.prefix(12).lowercased()
    if block.words <= 12, labels.contains(where: { $0 != "from " && lower.hasPrefix($0) }) {
      return author(block.text).flatMap { $0.first?.isUppercase == true ? $0 : nil }
    }
    guard block.part == .byline || block.isDated, let by = block.text.firstRange(of: " by ") else {
      return nil
    }
    return author(String(block.text[by.upperBound...])).flatMap { isName($0) ? $0 : nil }
  }

  /// The name in a line that is one, or starts with one before a date.
  static func bareName(_ text: String) -> String? {
    author(text).flatMap { isName($0) ? $0 : nil }
  }

  /// Two to five words with capitals, or such as stand within names.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), words.first?.first?.isUppercase == true,
      !dateWords.contains(where: { words[0].lowercased().hasPrefix($0) })
    else { return false }
    return words.allSatisfy { $0.first?.isUppercase == true || particles.contains($0.lowercased()) }
  }

  private static let labels = [
    "by:", "by ", "written by", "posted by", "author:", "reported by", "from ",
  ]

  private static let marks = [
    "|", "•", "·", "(", " – ", " — ", " - ", ", ", " on ", " for ", " in ", " Published",
    " Updated",
    " @",
  ]

  private static let dateWords = [
    "publish", "updat", "posted", "last ", "date", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "written", "source", "category", "parent",
  ]

  private static let particles: Set<String> = [
    "of", "the", "and", "for", "de", "da", "di", "van", "von", "der", "den", "bin", "al", "el",
    "la",
    "le", "du", "&",
  ]
}
