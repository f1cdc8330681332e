/// Tokens that name a person, without titles.
struct NameSpan {
  var tokens: Range<Int>
  /// The gender told by a form of address or the given name.
  var gender: Gender
  /// Why it is held to be a person's name.
  var reason: Reason
  /// Where the titles and forms of address right before it start; the name's own start if none.
  var titleStart: Int
  /// Whether the title is one of monarchs and princes, so that a single word is a given name.
  var isRoyal = false
  /// Whether it stands only before what belongs to the person: "the Biden administration".
  var isAttributive = false

  enum Reason: Int, Comparable {
    /// Only a capitalised word of unknown kind.
    case guess
    /// Subject of a verb that people do, or otherwise where people stand.
    case verb
    /// A part of a name that the text gives in full elsewhere.
    case part
    /// A known given name with a family name.
    case givenName
    /// Beside a title or a form of address.
    case title

    static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }
  }
}
