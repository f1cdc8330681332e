import Language
import Lexicons

/// What a word can do in a title.
struct RoleTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// The noun a title ends with: "minister".
  static let head = RoleTraits(rawValue: 1 << 0)
  /// Stands before a head: "foreign".
  static let modifier = RoleTraits(rawValue: 1 << 1)
  /// Says that the role is past: "former".
  static let former = RoleTraits(rawValue: 1 << 2)
  /// Says how the role is held, and stays in the title: "acting".
  static let state = RoleTraits(rawValue: 1 << 3)
  /// Stands before a title without belonging to it: "new".
  static let skip = RoleTraits(rawValue: 1 << 4)
  /// Follows a head: "general" in "secretary general".
  static let ending = RoleTraits(rawValue: 1 << 5)
  /// A body of the state: "ministry", "council".
  static let body = RoleTraits(rawValue: 1 << 6)
  /// Part of what an office is for: "affairs".
  static let portfolio = RoleTraits(rawValue: 1 << 7)
  /// A rank or dignity that gives way to an office: "general", "prince".
  static let rank = RoleTraits(rawValue: 1 << 8)
  /// An organisation of its own: "party", "federation".
  static let organization = RoleTraits(rawValue: 1 << 9)
  /// An article or possessive pronoun.
  static let determiner = RoleTraits(rawValue: 1 << 10)
  /// A number of people: "two".
  static let number = RoleTraits(rawValue: 1 << 11)
  /// A head that only a determiner, an owner or a complement makes a title: "head", "member".
  static let weak = RoleTraits(rawValue: 1 << 12)
  /// Speaks of several people: "ministers".
  static let plural = RoleTraits(rawValue: 1 << 13)
  /// Takes the office of another: "counterpart".
  static let relative = RoleTraits(rawValue: 1 << 14)
  /// Never the word a title is widened by: weekdays, "the".
  static let closed = RoleTraits(rawValue: 1 << 15)
}

/// The traits of the words of titles, from the table of role words.
struct RoleLexicon: Sendable {
  private let traits: [String: RoleTraits]

  /// The lexicon compiled into the binary.
  static let shared = RoleLexicon()

  private init() {
    var traits: [String: RoleTraits] = [:]
    for row in LexiconTable(named: "role_words")?.rows ?? [] where row.count >= 2 {
      guard let trait = RoleLexicon.classes[row[1]] else { continue }
      traits[row[0], default: []].formUnion(trait)
    }
    self.traits = traits
  }

  /// The traits of `word`, which is in lower case.
  subscript(word: String) -> RoleTraits { traits[word] ?? [] }

  /// The traits of every token.
  func traits(of tokens: [Token]) -> [RoleTraits] { tokens.map { self[$0.lower] } }

  private static let classes: [String: RoleTraits] = [
    "head": .head, "modifier": .modifier, "former": .former, "state": .state, "skip": .skip,
    "ending": .ending, "body": .body, "portfolio": .portfolio, "rank": .rank,
    "organization": .organization, "determiner": .determiner, "number": .number,
    "weak": [.head, .weak], "post": .head, "plural": .plural, "relative": .relative,
    "closed": .closed, "qualifier": .modifier, "suffix": .ending, "past": .former, "epithet": .skip,
    "manner": .state,
  ]
}
