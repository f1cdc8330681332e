import Diplomacy
import Language

/// A name taken apart for comparing it with others: without case, accents, grown-together articles,
/// nicknames and suffixes.
struct NameParts: Hashable {
  /// One word of a name.
  struct Part: Hashable {
    var text: String
    /// Whether it stands after "bin" or "bint", so that it names the father.
    var isPatronymic = false
    /// A letter for a name: "J.".
    var isInitial: Bool { text.utf8.count == 1 }

    /// Whether one is the other or its first letter.
    func isForm(of other: Part) -> Bool {
      text == other.text
        || (isInitial || other.isInitial) && text.utf8.first == other.text.utf8.first
    }
  }

  var parts: [Part] = []
  /// The number of a monarch or pope: "ii".
  var number: String?
  /// What stands in quotation marks inside it: "Joko “Jokowi” Widodo".
  var nickname: String?
  /// Whether "Jr." stands behind it.
  var isJunior = false
  /// All letters in one, so that "Jong-un" and "Jong Un" are the same.
  var squashed = ""
  /// Whether the first word can be the family name.
  var isFamilyFirst = false

  var words: [String] { parts.map(\.text) }

  /// The parts of the name at `range`.
  init(_ range: Range<Int>, _ reading: Reading) {
    var fatherFollows = false
    var inNickname = false
    parts.reserveCapacity(range.count)
    for index in range {
      let token = reading.tokens[index]
      if token.isMark, ["\"", "“", "”", "‘", "’", "'"].contains(token.form) {
        inNickname.toggle()
        continue
      }
      if index > range.lowerBound, NameParts.suffixes.contains(token.word) {
        if !token.lower.hasPrefix("j"), !token.lower.hasPrefix("s") { number = token.lower }
        if token.lower.hasPrefix("j") { isJunior = true }
        continue
      }
      if inNickname, !token.isMark { nickname = folded(token.text) }
      if token.isMark || inNickname { continue }
      let traits = reading.wordTraits[index]
      let text = folded(token.text)
      if traits.contains(.articled), let space = text.firstIndex(of: " ") {
        parts.append(
          Part(text: String(text[text.index(after: space)...]), isPatronymic: fatherFollows))
        fatherFollows = false
        continue
      }
      let isSmall =
        traits.contains(.particle) && range.count > 1
        // "Li Bin": a name does not end in a small word.
        && (index < range.upperBound - 1 || !token.isCapitalized)
        && (!token.isCapitalized
          || NameParts.articles.contains(text) && !traits.contains(.familyFirst))
      if isSmall {
        if NameParts.sonOf.contains(text) { fatherFollows = true }
        squashed += NameParts.sonOf.contains(text) ? text : ""
        continue
      }
      parts.append(
        Part(
          text: text.utf8.contains(UInt8(ascii: " ")) ? text.replacing(" ", with: "") : text,
          isPatronymic: fatherFollows))
      fatherFollows = false
    }
    if parts.isEmpty { parts = [Part(text: folded(reading.document.text(of: range)))] }
    for part in parts { squashed += part.text }
    if let number { squashed += number }
    isFamilyFirst = reading.wordTraits[range.lowerBound].contains(.familyFirst)
  }

  private static let suffixes: WordSet = [
    "ii", "iii", "iv", "vi", "vii", "viii", "xii", "xiii", "xiv", "xv", "xvi", "jr", "jr.", "sr",
    "sr.",
  ]
  private static let articles: WordSet = [
    "al", "el", "ul", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "du", "del", "della",
    "dos",
    "das", "der", "van", "von", "den", "la", "le", "los", "las",
  ]
  private static let sonOf: WordSet = ["bin", "ibn", "bint"]

  // MARK: - Comparing

  /// Whether this is a shorter or otherwise written form of the name `whole`.
  func isForm(of whole: NameParts, isRoyal: Bool, _ lists: WordLists) -> Bool {
    guard let first = parts.first, let last = parts.last, !whole.parts.isEmpty else { return false }
    // "Paul VI" is no form of "John Paul II".
    if let number, whole.number != number { return false }
    if parts.count == 1 { return isSingleForm(of: whole, isRoyal: isRoyal) }
    guard parts.count <= whole.parts.count else { return false }
    if stands(in: whole, at: 0) { return true }
    let end = whole.parts.count - parts.count
    if stands(in: whole, at: end) {
      // "Hamad Al Khalifa" is the father of "Salman bin Hamad Al Khalifa".
      return first.isPatronymic || !whole.parts[end].isPatronymic
    }
    guard let place = whole.parts.lastIndex(where: { $0.text == last.text }), place > 0,
      agrees(with: whole)
    else {
      return false
    }
    let start = whole.parts[0]
    if first.text == start.text { return true }
    if first.isInitial || start.isInitial {
      return first.text.utf8.first == start.text.utf8.first
    }
    return NameParts.isShort(first.text, for: start.text, lists)
      || NameParts.isShort(start.text, for: first.text, lists)
  }

  /// Whether the words are those of `whole` from the one at `start` on.
  private func stands(in whole: NameParts, at start: Int) -> Bool {
    parts.indices.allSatisfy { parts[$0].text == whole.parts[start + $0].text }
  }

  /// Whether the words between the first and the last stand in `whole` in the same order.
  private func agrees(with whole: NameParts) -> Bool {
    if parts.count == whole.parts.count, parts.last?.text != whole.parts.last?.text { return false }
    var position = 1
    for part in parts.dropFirst() {
      while position < whole.parts.count, !part.isForm(of: whole.parts[position]) { position += 1 }
      guard position < whole.parts.count else { return false }
      position += 1
    }
    return true
  }

  private func isSingleForm(of whole: NameParts, isRoyal: Bool) -> Bool {
    let word = parts[0].text
    // "King Charles" for Charles III, "Leo" for Leo XIV.
    if whole.parts.count == 1 { return whole.number != nil && word == whole.parts[0].text }
    guard let place = whole.parts.firstIndex(where: { $0.text == word })
    else { return false }
    if whole.parts[place].isPatronymic, !parts[0].isPatronymic { return false }
    if isRoyal { return place == 0 }
    return true
  }

  /// Whether `name` stands for `given`, as "Bill" for "William".
  private static func isShort(_ name: String, for given: String, _ lists: WordLists) -> Bool {
    lists.nicknames[name]?.contains(given) == true
  }

  /// How well a single word stands for `whole`: the family name before a given name.
  func rank(in whole: NameParts) -> Int {
    guard parts.count == 1 else { return 2 }
    let word = parts[0].text
    if whole.parts.last?.text == word { return whole.isFamilyFirst ? 1 : 2 }
    if whole.parts.first?.text == word { return whole.isFamilyFirst ? 2 : 0 }
    return 1
  }
}
