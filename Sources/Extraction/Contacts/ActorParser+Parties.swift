import Diplomacy
import Language

/// States, governments and bodies as parties, read as one before the sentence is parsed: "Seoul and
/// Washington", "delegations from Armenia and Azerbaijan", "the Afghan government and the Taliban".
extension ActorParser {
  /// The parties that stand at `start`: several who are the subject of what follows, or a group with the
  /// several whom it comes from.
  func parties(at start: Int) -> ActorGroup? {
    if let sent = sent(at: start) ?? nationals(at: start) { return sent }
    guard
      reading.entityOfToken[start] >= 0 || Self.isArticle(reading.word(start))
        || reading.word(start) == "north" || reading.word(start) == "south",
      case let isBetween = isBetween(start),
      isBetween || opensSubject(start), let list = list(at: start), list.actors.count > 1,
      isBetween || closesSubject(list.end, start)
    else { return nil }
    return ActorGroup(actors: list.actors, tokens: start..<list.end)
  }

  /// Whether those at `start` are told as the parties of an occasion: "talks between", "a meeting of".
  private func isBetween(_ start: Int) -> Bool {
    switch reading.word(start - 1) {
    case "between", "among": true
    case "of": ContactWords.shared.nouns[reading.word(start - 2)]?.strength == .strong
    default: false
    }
  }

  // MARK: - Lists

  /// "North and South Korea", "the two Koreas".
  private func koreas(at start: Int) -> (actors: [Actor], end: Int)? {
    let first = reading.word(start)
    let isNamed =
      (first == "north" && reading.word(start + 2) == "south"
        || first == "south" && reading.word(start + 2) == "north")
      && reading.word(start + 1) == "and" && reading.word(start + 3) == "korea"
    let isCounted =
      first == "both" && reading.word(start + 1) == "koreas"
      || first == "the" && reading.word(start + 1) == "two" && reading.word(start + 2) == "koreas"
    guard isNamed || isCounted else { return nil }
    let end = start + (isNamed ? 4 : first == "both" ? 2 : 3)
    let codes = [CountryCode("KP"), CountryCode("KR")]
    return (codes.map { Actor(identity: .country($0), tokens: start..<end) }, end)
  }

  /// Parties joined by commas and "and".
  func list(at start: Int) -> (actors: [Actor], end: Int)? {
    if let koreas = koreas(at: start) { return koreas }
    guard var found = party(at: start) else { return nil }
    var isJoined = false
    while found.actors.count < Self.longest {
      var next = found.end
      let comma = reading.word(next) == ","
      if comma { next += 1 }
      let and = reading.word(next) == "and" || reading.word(next) == "&"
      if and { next += 1 }
      guard comma || and, let more = party(at: next) else { break }
      isJoined = isJoined || and
      found = (found.actors + more.actors, more.end)
      if and { break }
    }
    // "India, Pakistan to resume talks": a headline.
    guard isJoined || found.actors.count == 2 && isHeading(start) else { return nil }
    return found
  }

  private func isHeading(_ start: Int) -> Bool {
    guard let sentence = reading.sentence(of: start), sentence.tokens.lowerBound == start else {
      return false
    }
    return [.title, .heading].contains(reading.blockKind(of: sentence))
  }

  /// One party of a list: "Russia", "the Syrian government", "Sweden's foreign ministry", "Hamas", "the rebels".
  private func party(at start: Int) -> (actors: [Actor], end: Int)? {
    var at = start
    if Self.isArticle(reading.word(at)) { at += 1 }
    guard at < limit, mention(at: at) == nil else { return nil }
    guard let span = reading.entity(startingAt: at) else { return nil }
    var next = span.tokens.upperBound
    let isOwner = reading.tokens.indices.contains(next) && reading.tokens[next].isPossessive
    if isOwner { next += 1 }
    let body = body(at: next)
    guard let code = span.entity.code else {
      guard case .organization(let name, nil) = span.entity, !isOwner, body == nil,
        Self.isParty(name), endsPhrase(next)
      else { return nil }
      let actor = Actor(
        identity: .unnamed(
          role: reading.document.text(of: span.tokens), of: .organization(name)),
        tokens: span.tokens)
      return ([actor], next)
    }
    if let body {
      let tokens = start..<body
      return ([Actor(identity: .country(code), tokens: tokens)], body)
    }
    switch span.entity {
    case .country, .capital, .government, .organization:
      guard !isOwner, endsPhrase(next) else { return nil }
      return ([Actor(identity: .country(code), tokens: span.tokens)], next)
    case .adjective:
      // "the Israelis and the Palestinians"
      guard span.tokens.count == 1, !isOwner, endsPhrase(next),
        reading.lower(span.tokens.lowerBound).hasSuffix("ns")
          || reading.lower(span.tokens.lowerBound).hasSuffix("is")
      else { return nil }
      return ([Actor(identity: .country(code), tokens: span.tokens)], next)
    case .place: return nil
    }
  }

  private func mention(at token: Int) -> Int? {
    reading.nameOfToken[token] >= 0 ? reading.nameOfToken[token] : nil
  }

  /// The end of "government", "foreign ministry" and the like at `start`.
  private func body(at start: Int) -> Int? {
    var at = start
    while at < min(limit, start + 3), Self.bodyWords.contains(reading.word(at)) { at += 1 }
    guard at < limit, Self.bodies.contains(reading.word(at)), endsPhrase(at + 1) else { return nil }
    return at + 1
  }

  /// Whether no noun goes on behind a phrase: "US officials" and "the Israel lobby" are no states.
  func endsPhrase(_ next: Int) -> Bool {
    guard next < limit else { return true }
    let token = reading.tokens[next]
    if token.isMark || token.isPossessive { return !token.isPossessive }
    let word = token.word
    return !token.isCapitalized
      && (["and", "to"].contains(word) || ClauseWords.isFinite(word)
        || ClauseWords.adverbs.contains(word) || ClauseWords.prepositions.contains(word)
        || ContactWords.shared.verbs[word] != nil || word.hasSuffix("ly"))
  }

  // MARK: - Subjects

  /// Whether a subject can begin here: at the start of a clause.
  private func opensSubject(_ start: Int) -> Bool {
    guard let sentence = reading.sentence(of: start), start > sentence.tokens.lowerBound else {
      return true
    }
    return Self.subjectOpeners.contains(reading.word(start - 1))
  }

  /// Whether a verb follows.
  private func closesSubject(_ end: Int, _ start: Int) -> Bool {
    var at = end
    while at < limit,
      ClauseWords.adverbs.contains(reading.word(at)) || reading.word(at).hasSuffix("ly")
    {
      at += 1
    }
    guard at < limit, !reading.tokens[at].isCapitalized else { return false }
    let word = reading.word(at)
    return ClauseWords.isFinite(word) || ContactWords.shared.verbs[word] != nil
      || word == "to" && isHeading(start)
  }

  /// Bodies that come to talks for themselves; companies and newspapers don't.
  static func isParty(_ name: String) -> Bool {
    switch Organizations.lookup(name)?.kind {
    case .movement, .intergovernmental, .forum: true
    default: false
    }
  }

  static let longest = 8
  static func isArticle(_ word: Word) -> Bool {
    word == "the" || word == "a" || word == "an" || word == "both"
  }

  private static let subjectOpeners: WordSet = [
    ",", ";", ":", "\"", "“", "that", "as", "while", "when", "where", "after", "before", "because",
    "if", "since", "but", "and", "said", "says", "-", "–", "—", ")", "until", "which",
  ]
  static let bodies: WordSet = [
    "government", "governments", "administration", "authorities", "regime", "side", "leadership",
    "ministry", "opposition", "delegation", "junta", "army", "military",
  ]
  private static let bodyWords: WordSet = [
    "foreign", "defence", "defense", "interior", "finance", "transitional", "interim", "caretaker",
    "federal", "central", "military",
  ]
}
