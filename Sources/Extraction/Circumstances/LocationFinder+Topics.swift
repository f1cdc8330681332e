import Language

// MARK: - Places of what is spoken of

extension LocationFinder {
  /// "discussed the ceasefire talks in Doha", "said the summit in The Hague would succeed", "before the summit in
  /// Belem in November", "the release of two nationals held in Tehran": the word by which the place is that of
  /// something spoken of, and not where those who speak are.
  func topic(of location: Location, _ sentence: Range<Int>) -> Int? {
    let start = location.tokens.lowerBound
    let preposition = phraseStart(before: start)
    var noun = preposition - 1
    // "a treaty to be signed on 9 May in Nancy"
    if noun > sentence.lowerBound, reading.isDate(noun) {
      while noun > sentence.lowerBound, reading.isDate(noun) { noun -= 1 }
      if reading.word(noun) == "on" { noun -= 1 }
    }
    guard noun > sentence.lowerBound, ["in", "at"].contains(reading.word(preposition)) else {
      return nil
    }
    if isHeld(noun) || isOfPact(noun) { return noun }
    guard LocationFinder.events.contains(reading.word(noun)) else { return nil }
    var index = noun - 1
    while index > sentence.lowerBound, noun - index < 8 {
      let word = reading.word(index)
      if LocationFinder.topical.contains(word) { return index }
      if word == "before" || word == "of" && reading.word(index - 1) == "ahead" {
        let end = location.tokens.upperBound
        let isDated = (end..<end + 2).contains { reading.date(startingAt: $0) != nil }
        return isDated ? index : nil
      }
      guard !LocationFinder.enders.contains(word), !ClauseWords.prepositions.contains(word),
        !reading.tokens[index].isMark || reading.tokens[index].isPossessive
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// "a deal signed in Istanbul in 2022", "a summit that would be held in Kyiv": not "was signed in Istanbul".
  private func isOfPact(_ participle: Int) -> Bool {
    let word = reading.word(participle)
    if LocationFinder.passives.contains(word), reading.word(participle - 1) == "be" {
      return ["to", "would", "will"].contains(reading.word(participle - 2))
        && !["is", "are"].contains(reading.word(participle - 3))
    }
    guard LocationFinder.pacts.contains(word), participle > 0 else { return false }
    return LocationFinder.texts.contains(reading.word(participle - 1))
  }

  private static let passives: WordSet = ["held", "signed", "hosted", "opened", "inaugurated"]
  private static let pacts: WordSet = [
    "signed", "agreed", "reached", "adopted", "struck", "brokered", "concluded", "negotiated",
  ]
  private static let texts: WordSet = [
    "deal", "agreement", "accord", "accords", "agreements", "treaty", "pact", "memorandum",
    "declaration", "truce", "ceasefire", "protocol", "convention", "communique", "roadmap",
  ]

  /// "two nationals held in Tehran", "a journalist jailed in Istanbul".
  private func isHeld(_ participle: Int) -> Bool {
    guard LocationFinder.captive.contains(reading.word(participle)),
      participle > 0, reading.word(participle - 1).hasSuffix("s"),
      !ClauseWords.isFinite(reading.word(participle - 1))
    else { return false }
    return reading.word(participle) != "held"
      || !LocationFinder.events.contains(reading.word(participle - 1))
        && LocationFinder.captives.contains(reading.word(participle - 1))
  }

  private static let captive: WordSet = [
    "held", "detained", "jailed", "imprisoned", "stranded", "stationed", "deployed", "kidnapped",
    "abducted", "killed",
  ]
  /// What else begins a phrase of its own, and what makes the occasion that of those who are told of.
  private static let enders: WordSet = [
    "during", "amid", "at", "in", "on", "with", "for", "to", "from", "by", "after", "their", "his",
    "her", "our",
  ]
  private static let captives: WordSet = [
    "nationals", "citizens", "hostages", "prisoners", "people", "journalists", "soldiers",
    "americans", "israelis", "detainees", "sailors", "tourists", "activists",
  ]
  private static let events: WordSet = [
    "summit", "conference", "talks", "negotiations", "meeting", "session", "forum", "ceremony",
    "funeral", "festival", "games", "championships",
  ]
  private static let topical: WordSet = [
    "about", "regarding", "concerning", "discussed", "discuss", "discussing", "said", "says",
    "over", "invited", "outcome", "results", "reviewed", "review",
  ]
}
