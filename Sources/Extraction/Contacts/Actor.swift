import Diplomacy

/// One who can take part in a meeting.
struct Actor: Hashable {
  enum Identity: Hashable {
    case person(Int)
    case unnamed(role: String, of: Affiliation?)
    case country(CountryCode)
    /// Several people told before: "they", "the two leaders", by the token of the noun.
    case group(Int)
  }

  var identity: Identity
  var tokens: Range<Int>

  /// Whether it is told as several without a name.
  func isPlural(_ reading: Reading) -> Bool {
    switch identity {
    case .group: true
    // "Hamas" is one; "leaders", though a single word, are several.
    case .unnamed(let role, _):
      (role.hasSuffix("s") || role.contains("eads of "))
        && (tokens.count > 1 || ClauseGraph.groups.contains(reading.word(tokens.lowerBound)))
    case .person, .country: false
    }
  }

  var isGroup: Bool {
    if case .group = identity { return true }
    return false
  }

  /// Not inlined: Swift 6.3.1's optimizer stops with an ownership error in some callers otherwise.
  @inline(never) var person: Int? {
    if case .person(let index) = identity { return index }
    return nil
  }
}

/// One or several actors that share a place in the clause: "Rubio and Peters".
struct ActorGroup {
  var actors: [Actor]
  var tokens: Range<Int>
  /// Stands as possessor before a noun: "Blinken's meeting".
  var isPossessive = false
}
