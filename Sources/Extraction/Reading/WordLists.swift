import Lexicons

/// The word lists that extraction reads by, loaded once.
struct WordLists: Sendable {
  let roleHeads: Set<String>
  let roleModifiers: Set<String>
  let formerWords: Set<String>
  let stateWords: Set<String>
  let skippedWords: Set<String>
  let roleEndings: Set<String>
  let givenNames: [String: Gender]
  let familyFirst: Set<String>
  let particles: Set<String>
  let honorifics: [String: Gender]
  let commonWords: Set<String>

  /// The lists compiled into the binary.
  static let shared = WordLists()

  private init() {
    var parts: [String: Set<String>] = [:]
    for row in WordLists.rows("role_words") where row.count >= 2 {
      parts[row[1], default: []].insert(row[0])
    }
    roleHeads = parts["head"] ?? []
    roleModifiers = parts["modifier"] ?? []
    formerWords = parts["former"] ?? []
    stateWords = parts["state"] ?? []
    skippedWords = parts["skip"] ?? []
    roleEndings = parts["ending"] ?? []
    givenNames = Dictionary(
      WordLists.rows("given_names").map { row in
        (row[0].lowercased(), row.count > 1 ? Gender(rawValue: row[1]) ?? .unknown : .unknown)
      }, uniquingKeysWith: { first, _ in first })
    familyFirst = Set(WordLists.rows("family_first_surnames").map { $0[0].lowercased() })
    particles = Set(WordLists.rows("name_particles").map { $0[0].lowercased() })
    honorifics = Dictionary(
      WordLists.rows("honorifics").map { row in
        (row[0].lowercased(), row.count > 3 ? Gender(rawValue: row[3]) ?? .unknown : .unknown)
      }, uniquingKeysWith: { first, _ in first })
    commonWords = Set(WordLists.rows("common_words").map { $0[0] })
  }

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
