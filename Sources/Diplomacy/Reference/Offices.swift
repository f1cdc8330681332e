import Lexicons

/// A known title with the class it belongs to.
public struct OfficeTitle: Hashable, Sendable {
  /// The class; nil for words such as "leader" that say less than that.
  public let office: Office?
  /// The country that alone has such an office: the US for "secretary of state".
  public let country: CountryCode?
}

/// The classes of titles.
///
///     Offices.classify("deputy special envoy for the Middle East")  // special envoy
///     Offices.classify("Minister for Trade")                        // minister
///     Offices.lookup("taoiseach")?.country                          // IE
///
/// Letter case and hyphens do not matter.
public enum Offices {
  /// The number of words of the longest title that `lookup` knows.
  public static var maximalWordCount: Int { titles.maximalWordCount }

  /// What exactly `phrase` is as a title, without words around it: "Secretary of State".
  public static func lookup(_ phrase: String) -> OfficeTitle? {
    titles[normalised(phrase)]
  }

  /// The class of a whole title, with whatever stands around the words that tell it.
  ///
  /// The first known title in the words decides, and there the longest; what comes before a
  /// possessive ("the president's special envoy") is somebody else's. "Deputy" before it
  /// lowers the class.
  ///
  /// The president of an organisation, or of a body such as the EU, is no head of state: so say
  /// in `affiliation` what the office belongs to, where that is known.
  public static func classify(_ title: String, of affiliation: Affiliation? = nil) -> Office? {
    guard let found = find(in: title), let office = found.title.office else { return nil }
    if found.isDeputy { return deputy(of: office) }
    if office == .headOfState, let affiliation, isOrganization(affiliation) {
      return .organizationHead
    }
    return office
  }

  /// The country that a whole title implies: the US for "acting Secretary of State".
  public static func country(impliedBy title: String) -> CountryCode? {
    find(in: title)?.title.country
  }
}

// MARK: - Finding

extension Offices {
  private struct Found: Sendable {
    let title: OfficeTitle
    let isDeputy: Bool
  }

  /// Texts name the same offices over and over.
  private static let known = Memo<Found?>()

  private static func find(in title: String) -> Found? { known.answer(to: title, search) }

  private static func search(_ title: String) -> Found? {
    let words = wordsWithoutPossessor(title).map { OfficeSpelling.meant(by: $0) ?? $0 }
    for start in words.indices {
      let rest = words[start...]
      guard let title = firstTitle(in: rest) else { continue }
      let isDeputy = words[..<start].contains { deputyWords.contains($0) }
      return Found(title: title, isDeputy: isDeputy)
    }
    return nil
  }

  /// The title that the words begin with. A pattern says more than a title of no more words:
  /// "president * bank" than "president".
  private static func firstTitle(in words: ArraySlice<String>) -> OfficeTitle? {
    let (pattern, title) = (pattern(at: words), longestTitle(at: words))
    guard let pattern else { return title?.title }
    guard let title, title.count > pattern.before.count + pattern.after.count else {
      return pattern.title
    }
    return title.title
  }

  private static func longestTitle(
    at words: ArraySlice<String>
  ) -> (title: OfficeTitle, count: Int)? {
    guard let first = words.first, let limit = longestByFirstWord[first] else { return nil }
    for count in stride(from: min(words.count, limit), through: 1, by: -1) {
      if let title = titles[words.prefix(count).joined(separator: " ")] { return (title, count) }
    }
    return nil
  }

  /// The longest pattern that fits the words from the first on.
  private static func pattern(at words: ArraySlice<String>) -> OfficePattern? {
    guard let first = words.first, let patterns = patternsByFirstWord[first] else { return nil }
    return patterns.filter { $0.fits(words) }
      .max { $0.before.count + $0.after.count < $1.before.count + $1.after.count }
  }

  private static func wordsWithoutPossessor(_ title: String) -> ArraySlice<String> {
    let text = normalised(title)
    let words = words(of: text)
    guard text.utf8.contains(UInt8(ascii: "'")),
      let possessor = words.dropLast().lastIndex(where: { $0.hasSuffix("'s") }),
      words[possessor] != "people's"
    else { return words[...] }
    return words[(possessor + 1)...]
  }

  private static let deputyWords: Set<String> = [
    "deputy", "vice", "assistant", "associate", "junior", "under",
  ]

  private static func deputy(of office: Office) -> Office {
    switch office {
    case .headOfState: .deputyHeadOfState
    case .headOfGovernment: .deputyHeadOfGovernment
    case .foreignMinister: .deputyForeignMinister
    case .defenceMinister, .minister: .deputyMinister
    default: office
    }
  }

  private static func isOrganization(_ affiliation: Affiliation) -> Bool {
    switch affiliation {
    case .country(let code): Countries[code]?.kind == .body
    case .organization: true
    }
  }
}

// MARK: - Reading

/// A title with a gap of one to six words: "president * bank".
private struct OfficePattern: Sendable {
  let before: [String]
  let after: [String]
  let title: OfficeTitle

  func fits(_ words: ArraySlice<String>) -> Bool {
    guard words.starts(with: before) else { return false }
    let rest = words.dropFirst(before.count)
    return (1...6).contains { rest.count > $0 && rest.dropFirst($0).starts(with: after) }
  }
}

extension Offices {
  private static let rows: [(phrase: String, title: OfficeTitle)] =
    (LexiconTable(named: "offices")?.rows ?? []).compactMap { row in
      guard row.count == 3 else { return nil }
      let country = row[2].isEmpty ? nil : CountryCode(row[2])
      return (row[0], OfficeTitle(office: Office(rawValue: row[1]), country: country))
    }

  private static let titles: PhraseIndex<OfficeTitle> = {
    var index = PhraseIndex<OfficeTitle>()
    for row in rows where !hasGap(row.phrase) { index.add(row.phrase, row.title) }
    return index
  }()

  /// The number of words of the longest title that begins with a word.
  private static let longestByFirstWord: [String: Int] = {
    var longest: [String: Int] = [:]
    for row in rows where !hasGap(row.phrase) {
      let words = words(of: row.phrase)
      guard let first = words.first else { continue }
      longest[first] = max(longest[first] ?? 0, words.count)
    }
    return longest
  }()

  private static let patternsByFirstWord = Dictionary(grouping: patterns) { $0.before.first ?? "" }

  private static let patterns: [OfficePattern] = rows.compactMap { row in
    guard hasGap(row.phrase) else { return nil }
    let parts = row.phrase.split(separator: "*").map { $0.split(separator: " ").map(String.init) }
    guard parts.count == 2 else { return nil }
    return OfficePattern(before: parts[0], after: parts[1], title: row.title)
  }

  private static func hasGap(_ phrase: String) -> Bool { phrase.utf8.contains(UInt8(ascii: "*")) }

  private static func words(of phrase: String) -> [String] {
    guard isASCII(phrase) else { return phrase.split(separator: " ").map(String.init) }
    return phrase.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func normalised(_ phrase: String) -> String {
    if isASCII(phrase) {
      return String(unsafeUninitializedCapacity: phrase.utf8.count) { bytes in
        var count = 0
        for byte in phrase.utf8 {
          let isCapital = (0x41...0x5A).contains(byte)
          bytes[count] = isCapital ? byte | 0x20 : byte == UInt8(ascii: "-") ? 0x20 : byte
          count += 1
        }
        return count
      }
    }
    var result = ""
    for character in straightened(phrase).lowercased() {
      result.append(character == "-" ? " " : character)
    }
    return result
  }
}
