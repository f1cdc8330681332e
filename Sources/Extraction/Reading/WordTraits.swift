/// What the word lists know of a word, all in one integer, so that reading asks once a word.
struct WordTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// A given name, of whichever gender.
  static let given = WordTraits(rawValue: 1 << 0)
  /// A given name of men; not set where women have it too.
  static let givenMale = WordTraits(rawValue: 1 << 1)
  /// A given name of women; not set where men have it too.
  static let givenFemale = WordTraits(rawValue: 1 << 2)
  /// A family name that can stand before the given name: "Wang", "Motegi".
  static let familyFirst = WordTraits(rawValue: 1 << 3)
  /// A small word inside names: "bin", "von".
  static let particle = WordTraits(rawValue: 1 << 4)
  /// A common English word.
  static let common = WordTraits(rawValue: 1 << 5)
  /// The noun of a title: "minister".
  static let roleHead = WordTraits(rawValue: 1 << 6)
  /// A word that stands before the noun of a title: "foreign".
  static let roleWord = WordTraits(rawValue: 1 << 7)
  /// "former", "new" and the like, and what may follow a title's noun: "-elect".
  static let roleEdge = WordTraits(rawValue: 1 << 8)
  /// A noun that ends the name of a thing: "Ministry".
  static let thing = WordTraits(rawValue: 1 << 9)
  /// An English noun or adjective that is a family name too: "Straw".
  static let nameable = WordTraits(rawValue: 1 << 10)
  /// A word that opens the name of a thing: "Hurricane".
  static let lead = WordTraits(rawValue: 1 << 11)
  /// A word that is no part of a name although it may have a capital: "Monday".
  static let divider = WordTraits(rawValue: 1 << 12)
  /// What people do: "said".
  static let personVerb = WordTraits(rawValue: 1 << 13)
  /// What a leader's name stands before: "administration".
  static let power = WordTraits(rawValue: 1 << 14)
  /// What people have: "wife", "adviser".
  static let kin = WordTraits(rawValue: 1 << 15)
  /// A form of address as written: "Mr.".
  static let honorific = WordTraits(rawValue: 1 << 16)
  /// A title of monarchs and princes, which stands before a given name: "King".
  static let royal = WordTraits(rawValue: 1 << 17)
  /// An article or particle grown together with a name: "al-Sudani", "d'Estaing".
  static let articled = WordTraits(rawValue: 1 << 18)
  /// Ends as family names do and no English word: "-enko", "-shvili".
  static let surnameShaped = WordTraits(rawValue: 1 << 19)
  /// The name of a town that the tables hold for ambiguous.
  static let ambiguousPlace = WordTraits(rawValue: 1 << 20)

  /// A noun of people that stands right before a name: "journalist".
  static let person = WordTraits(rawValue: 1 << 21)

  /// A newspaper, channel or agency, whose reporters are named as its own.
  static let media = WordTraits(rawValue: 1 << 22)

  /// A family name that newspapers print without a given name, or a frequent one.
  static let familyName = WordTraits(rawValue: 1 << 23)

  /// The gender a given name tells.
  var gender: Gender {
    if contains(.givenMale) { return .male }
    return contains(.givenFemale) ? .female : .unknown
  }

  /// What the row of the table of context words calls them.
  static let contextNames: [String: WordTraits] = [
    "thing": .thing, "nameable": .nameable, "lead": .lead, "break": .divider,
    "media": .media, "verb": .personVerb, "power": .power, "kin": .kin, "person": .person,
  ]
}
