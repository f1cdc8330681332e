import Diplomacy
import Language
import Lexicons

/// The word lists that extraction reads by, loaded once.
final class WordLists: Sendable {
  let roleHeads: WordSet
  let roleModifiers: WordSet
  let formerWords: WordSet
  let stateWords: WordSet

  /// Forms of address as written, with the gender they tell.
  let honorifics: WordTable<Gender>
  /// What forms of address are, as written; of a monarch, prince or sheikh that too.
  private let forms: WordTable<WordTraits>
  /// What is known of words in lower case, but for forms of address.
  private let traits: WordTable<WordTraits>
  /// Short forms of given names with what they stand for, in lower case.
  let nicknames: [String: [String]]

  /// The lists compiled into the binary.
  static let shared = WordLists()

  private init() {
    var parts: [String: Set<String>] = [:]
    for row in WordLists.rows("role_words") where row.count >= 2 {
      parts[row[1], default: []].insert(row[0])
    }
    roleHeads = WordSet(parts["head"] ?? [])
    roleModifiers = WordSet(parts["modifier"] ?? [])
    formerWords = WordSet(parts["former"] ?? [])
    stateWords = WordSet(parts["state"] ?? [])
    let (forms, royal) = WordLists.formsOfAddress()
    honorifics = WordTable(forms)
    self.forms = WordTable(
      Dictionary(
        uniqueKeysWithValues: royal.union(forms.keys).map { form in
          var traits: WordTraits = royal.contains(form) ? .royal : []
          if forms[form] != nil { traits.insert(.honorific) }
          return (form, traits)
        }))
    var traits = WordLists.namesAndCommonWords()
    let kinds: [(String, WordTraits)] = [
      ("head", .roleHead), ("modifier", .roleWord), ("state", .roleWord), ("former", .roleEdge),
      ("skip", .roleEdge), ("ending", .roleEdge),
    ]
    for (part, trait) in kinds {
      for word in parts[part] ?? [] { traits[word, default: []].insert(trait) }
    }
    self.traits = WordTable(traits)
    nicknames = Dictionary(
      WordLists.rows("nicknames").filter { $0.count > 1 }.map { row in
        (row[0].lowercased(), row[1].lowercased().split(separator: "|").map(String.init))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func namesAndCommonWords() -> [String: WordTraits] {
    var traits: [String: WordTraits] = [:]
    traits.reserveCapacity(40_000)
    for row in rows("given_names") {
      let told = row.count > 1 ? row[1] : ""
      let gender: WordTraits = told == "m" ? .givenMale : told == "f" ? .givenFemale : []
      traits[row[0].lowercased(), default: []].formUnion(gender.union(.given))
    }
    for row in rows("family_first_surnames") {
      traits[row[0].lowercased(), default: []].insert(.familyFirst)
    }
    for row in rows("family_names") {
      traits[row[0].lowercased(), default: []].insert(.familyName)
    }
    for row in rows("name_particles") {
      traits[row[0].lowercased(), default: []].insert(.particle)
    }
    for row in rows("common_words") { traits[row[0], default: []].insert(.common) }
    for row in rows("name_context") where row.count > 1 {
      for kind in row[1].split(separator: "|") {
        traits[row[0], default: []].formUnion(WordTraits.contextNames[String(kind)] ?? [])
      }
    }
    return traits
  }

  /// Forms of address as written, so that "HE" is one and "he" is none; of "His Highness" each
  /// word.
  private static func formsOfAddress() -> ([String: Gender], Set<String>) {
    var forms: [String: Gender] = [:]
    var royal: Set<String> = []
    for row in rows("honorifics") {
      let gender = row.count > 3 ? Gender(rawValue: row[3]) ?? .unknown : .unknown
      let parts = row[0].split(separator: " ").map(String.init)
      if parts.count == 1 {
        forms[row[0]] = gender
        if row[1] == "royal" { royal.insert(row[0]) }
      } else if parts[0] == "His" || parts[0] == "Her" {
        for part in parts { forms[part] = forms[part] ?? .unknown }
      }
    }
    return (forms, royal)
  }

  /// What is known of a word as written.
  func traits(of text: String, lower: String) -> WordTraits {
    (traits[lower] ?? OfficeSpelling.meant(by: lower).flatMap { traits[$0] } ?? [])
      .union(forms[text] ?? [])
  }

  /// What is known of a word in lower case.
  func traits(of lower: String) -> WordTraits { traits[lower] ?? [] }

  /// Whether a word, as written, is a form of address.
  func isHonorific(_ word: Word) -> Bool { honorifics.contains(word) }

  /// Whether `text`, as written, is a form of address.
  func isHonorific(_ text: String) -> Bool { honorifics[text] != nil }

  private static func rows(_ name: String) -> [[String]] {
    LexiconTable(named: name)?.rows.filter { !$0[0].isEmpty } ?? []
  }

  /// Whether `word` can be part of a title.
  func isRoleWord(_ word: String) -> Bool {
    roleHeads.contains(word) || roleModifiers.contains(word) || stateWords.contains(word)
  }
}

/// The gender a name or form of address tells.
enum Gender: String, Sendable {
  case female = "f"
  case male = "m"
  case unknown = "u"

  /// Whether both can be of one person.
  func agrees(with other: Gender) -> Bool {
    self == .unknown || other == .unknown || self == other
  }
}

extension WordLists {
  /// Whether a form of address stands at `index` before a name; the "M." of "Mr M. Hamid Ansari" is none.
  func isAddress(at index: Int, _ reading: Reading) -> Bool {
    isHonorific(reading.form(index)) && reading.name(startingAt: index) == nil
  }
}
