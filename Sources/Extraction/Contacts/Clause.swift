import Diplomacy

/// One who can take part in a meeting.
struct Actor: Hashable {
  enum Identity: Hashable {
    case person(Int)
    case unnamed(role: String, of: Affiliation?)
    case country(CountryCode)
  }

  var identity: Identity
  var tokens: Range<Int>

  var person: Int? {
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

/// A piece of a clause.
enum ClausePart {
  case actors(ActorGroup)
  case date(DateExpression)
  case place(EntitySpan)
  case word(Int)

  /// The first token.
  var start: Int {
    switch self {
    case .actors(let group): group.tokens.lowerBound
    case .date(let date): date.tokens.lowerBound
    case .place(let place): place.tokens.lowerBound
    case .word(let index): index
    }
  }

  /// The token after the last.
  var end: Int {
    switch self {
    case .actors(let group): group.tokens.upperBound
    case .date(let date): date.tokens.upperBound
    case .place(let place): place.tokens.upperBound
    case .word(let index): index + 1
    }
  }
}

/// A stretch of a sentence that is read by itself: the main clause with its relative clauses cut
/// out, or one of these.
struct Clause {
  var parts: [ClausePart]
  /// Whom a relative clause is about.
  var antecedent: ActorGroup?
  /// All tokens of the sentence.
  var sentence: Range<Int>
  /// Where the sentence stands in the article's blocks.
  var block: Int
}
