import Diplomacy
import Lexicons
import Language

/// The place of a mention in its clause, told by the words beside it: the references are read before the
/// trees, which are only made of sentences that can tell of a contact.
enum MentionPlace: Sendable {
  /// Before a finite verb: "Rubio met".
  case subject
  /// Behind a verb: "met Rubio".
  case object
  /// Behind a preposition.
  case governed
  /// Anywhere else, as in a list.
  case loose

  /// What somebody does, as a noun.
  static let deeds: WordSet = [
    "call", "calls", "meeting", "meetings", "talks", "visit", "trip", "tour", "speech", "remarks",
    "comments", "decision", "announcement", "arrival", "departure", "stop", "journey",
    "conversation", "encounter", "appearance", "refusal",
  ]
}

extension Discourse {
  /// The last of the sentence so far that stands before its verb, else the first with no preposition.
  var clauseSubject: PersonMention? {
    if let index = places.lastIndex(of: .subject) { return here[index] }
    return firstSubject
  }

  /// The same for a word at `index`: "received by Anastasiades, who recalled the talks he had held" has another subject.
  func clauseSubject(at index: Int) -> PersonMention? {
    let who = (tokens.lowerBound..<max(tokens.lowerBound, index)).last { token in
      reading.word(token) == "who" || [",", ";", "—", "–"].contains(reading.word(token))
    }
    guard let who, reading.word(who) == "who",
      let owner = here.last(where: { $0.tokens.upperBound <= who }),
      owner.tokens.upperBound == who
        || owner.tokens.upperBound == who - 1 && reading.word(who - 1) == ",",
      !zip(here, places).contains(where: { $0.tokens.lowerBound > who && $1 == .subject })
    else { return clauseSubject }
    return owner
  }

  /// The first of the sentence that stands before a verb, else the first with no preposition.
  var firstSubject: PersonMention? {
    let index = places.firstIndex(of: .subject) ?? places.firstIndex { $0 != .governed }
    return index.map { here[$0] }
  }

  /// The place of `mention`, one of the sentence at hand.
  func place(of mention: PersonMention) -> MentionPlace {
    let isGoverned = isGoverned(mention)
    let before = start(of: mention) - 1
    // "The call with Zelensky came"
    if isGoverned, reading.word(before) == "with" { return .governed }
    if isBeforeVerb(mention.tokens.upperBound, beyondComma: !isGoverned) || opensByDeed(mention) {
      return .subject
    }
    if isGoverned { return .governed }
    return before >= tokens.lowerBound && FiniteVerbs.contains(reading.word(before))
      ? .object : .loose
  }

  /// "Trump's call with Zelensky came a day after he spoke": whose deed the sentence begins with is its subject.
  private func opensByDeed(_ mention: PersonMention) -> Bool {
    let end = mention.tokens.upperBound
    guard start(of: mention) <= tokens.lowerBound + 1, end < tokens.upperBound,
      reading.tokens[end].isPossessive
    else { return false }
    return (end + 1..<end + 4).contains { MentionPlace.deeds.contains(reading.word($0)) }
  }

  /// Whether a finite verb follows at `index`, an apposition or relative clause between commas left out.
  private func isBeforeVerb(_ index: Int, beyondComma: Bool) -> Bool {
    if opensPredicate(index) { return true }
    guard beyondComma, reading.word(index) == "," else { return false }
    let limit = min(index + 24, tokens.upperBound)
    return (index..<max(limit, index)).contains {
      reading.word($0) == "," && opensPredicate($0 + 1)
    }
  }

  private func opensPredicate(_ index: Int) -> Bool {
    var index = index
    while index < tokens.upperBound, FiniteVerbs.adverbs.contains(reading.word(index)) {
      index += 1
    }
    return index < tokens.upperBound && FiniteVerbs.contains(reading.word(index))
  }
}

/// Words that can be finite verbs, most of them in the past tense of news.
enum FiniteVerbs {
  static func contains(_ word: Word) -> Bool {
    word.byteCount > 4 && word.hasSuffix("ed") || forms.contains(word)
  }

  static let adverbs: WordSet = [
    "also", "then", "later", "now", "never", "not", "already", "earlier", "again", "himself",
    "herself", "recently", "once", "still", "soon", "himself", "only", "both", "each",
  ]

  private static let forms: WordSet = [
    "is", "was", "has", "had", "will", "would", "did", "does", "may", "might", "could", "should",
    "can", "must", "were", "are", "have", "met", "meets", "said", "says", "told", "tells", "held",
    "holds", "spoke", "speaks", "saw", "sees", "flew", "flies", "went", "goes", "came", "comes",
    "took", "takes", "made", "makes", "gave", "gives", "left", "leaves", "sat", "sits", "stood",
    "stands", "wrote", "writes", "rang", "rings", "shook", "shakes", "paid", "pays", "led", "leads",
    "sent", "sends", "began", "begins", "won", "wins", "kept", "keeps", "brought", "brings",
    "found",
    "finds", "put", "puts", "got", "gets", "became", "becomes", "ran", "runs", "knew", "knows",
    "thought", "thinks", "felt", "feels", "heard", "hears", "lost", "loses", "spent", "spends",
    "wants", "calls", "hosts", "visits", "plans", "travels", "receives", "welcomes", "greets",
    "urges", "seeks", "sought", "agrees", "signs", "attends", "arrives", "warns", "believes",
    "bought", "sold", "drew", "drove", "rose", "fell", "chose", "broke", "built", "read", "set",
    "laid", "lay", "dined", "swore", "walks", "joins", "remains", "serves", "heads", "faces",
  ]
}
