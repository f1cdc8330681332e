import Diplomacy

/// A title in the text, with what it belongs to.
struct RolePhrase {
  /// All of its tokens: article, possessor, title, complement.
  var tokens: Range<Int>
  /// The titles without article, country and possessor; two for "prime minister and finance
  /// minister".
  var titles: [Range<Int>]
  /// The country or body it belongs to, where the phrase says so.
  var affiliation: Affiliation?
  /// Token of the person whose role it serves: "Trump's adviser".
  var bossToken: Int?
  /// Whether the role is past.
  var isFormer: Bool
  /// Whether it speaks of several people.
  var isPlural: Bool
  /// The first word, where it is an article or pronoun.
  var determiner: String?
  /// The last word of the title without its complement, in lower case.
  var head: String
  /// The countries a plural title lists: "foreign ministers of Egypt and Qatar".
  var listed: [Affiliation] = []
}
