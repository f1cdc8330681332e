import Diplomacy
import Language
import Lexicons

/// What a word can do in a title.
struct RoleTraits: OptionSet, Sendable {
  let rawValue: UInt32

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
  /// A head or modifier with "ex-" before it.
  static let past = RoleTraits(rawValue: 1 << 16)
  /// Works at or with an organisation: "analyst".
  static let scholar = RoleTraits(rawValue: 1 << 17)
  /// Never the word a title is widened by: weekdays, "the".
  static let closed = RoleTraits(rawValue: 1 << 15)
}

/// The traits of the words of titles, from the table of role words.
struct RoleLexicon: Sendable {
  private let traits: WordTable<RoleTraits>

  /// The lexicon compiled into the binary.
  static let shared = RoleLexicon()

  private init() {
    var traits: [String: RoleTraits] = [:]
    for row in LexiconTable(named: "role_words")?.rows ?? [] where row.count >= 2 {
      guard let trait = RoleLexicon.classes[row[1]] else { continue }
      traits[row[0], default: []].formUnion(trait)
    }
    self.traits = WordTable(traits)
  }

  /// The traits of `word`, which is in lower case.
  subscript(word: String) -> RoleTraits {
    if let known = traits[word] { return known }
    // "ex-president", "ambassador-designate", "attorney-general": the words around the hyphen tell.
    if let meant = OfficeSpelling.meant(by: word) { return traits[meant] ?? [] }
    guard word.utf8.count > 5, let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")) else {
      return []
    }
    let first = word[..<hyphen]
    let rest = traits[String(word[word.index(after: hyphen)...])] ?? []
    if first == "ex" || first == "then" || first == "now" {
      guard first != "now" else { return rest }
      return rest.isDisjoint(with: [.head, .modifier]) ? [] : rest.union(.past)
    }
    let before = traits[String(first)] ?? []
    if rest.contains(.ending), before.contains(.head) { return before }
    guard before.contains(.modifier), !rest.isDisjoint(with: [.head, .rank]) else { return [] }
    // "lieutenant-general"
    return rest.subtracting(rest.contains(.rank) ? [.modifier, .ending] : .modifier)
  }

  /// The traits of every token.
  ///
  /// "Under" belongs to a title only in "under secretary".
  func traits(of tokens: [Token]) -> [RoleTraits] {
    var traits = WordKnowledge.idle.lend { knowledge in
      // By index: a token that is handed over is counted, and there are hundreds.
      tokens.indices.map { index in
        // Of a token taken for a name the word as written tells nothing of the letters in lower case.
        tokens[index].word == tokens[index].form && tokens[index].isCapitalized
          ? self.traits(of: tokens[index])
          : knowledge.roles.value(of: tokens[index].word) { self.traits(of: tokens[index]) }
      }
    }
    for index in tokens.indices where tokens[index].word == "under" {
      let next = index + 1 < tokens.count ? tokens[index + 1].word : ""
      if next != "secretary", next != "secretaries", next != "-" { traits[index] = [] }
    }
    // "charge d'affaires", without its accent
    for index in tokens.indices
    where tokens[index].word == "charge"
      && (index + 1 == tokens.count || tokens[index + 1].lower != "d'affaires")
    {
      traits[index] = []
    }
    return traits
  }

  private func traits(of token: Token) -> RoleTraits {
    let word = token.word
    if let known = traits[word] { return known }
    // The letters of a short word without a hyphen tell no more, unless it was taken for a name.
    let isPlain = word.byteCount < OfficeSpelling.shortest && word.isASCII
    if isPlain, word.contains(UInt8(ascii: "-")) == false, word == Word(token.lower) { return [] }
    return self[token.lower]
  }

  private static let classes: [String: RoleTraits] = [
    "head": .head, "modifier": .modifier, "former": .former, "state": .state, "skip": .skip,
    "ending": .ending, "body": .body, "portfolio": .portfolio, "rank": .rank,
    "organization": .organization, "determiner": .determiner, "number": .number,
    "weak": [.head, .weak], "post": .head, "plural": .plural, "relative": .relative,
    "closed": .closed, "scholar": [.head, .weak, .scholar], "qualifier": .modifier,
    "suffix": .ending, "past": .former, "epithet": .skip,
    "manner": .state,
  ]
}
