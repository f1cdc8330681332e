import Diplomacy

/// A person of the article while it is being read.
struct PersonDraft {
  var name: String
  var aliases: [String] = []
  var gender: Gender
  var country: Attested<CountryCode>?
  var roles: [RoleReport] = []
  /// How many of the roles are only a rank or dignity.
  var rankCount = 0
  /// A nationality that need not be the country the person acts for: "the Australian head of …".
  var nationality: Attested<CountryCode>?
  /// The words of the name, in lower case.
  var parts: [String]
  /// Whether anything but the look of the words says that this is a person.
  var isSure: Bool
  /// Whether the country is told only by whose the government is: "the Trump administration".
  var namesGovernment = false
  /// Whether a title or form of address stands beside the name.
  var isTitled = false
}

/// Tokens that stand for a person.
struct PersonMention {
  var person: Int
  var tokens: Range<Int>
  var form: Mention.Form
  /// Whether it stands only as another's boss: "Trump" in "Trump's adviser".
  var isPossessor = false
}
