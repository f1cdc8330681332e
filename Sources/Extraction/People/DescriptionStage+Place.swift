import Language

/// What part a title without a name plays in its clause.
extension DescriptionStage {
  /// Whether a verb follows that the title's holder does.
  func isSubject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let next = role.tokens.upperBound
    guard reading.tokens.indices.contains(next) else { return false }
    return ClauseWords.isFinite(reading.word(next))
      || SpeechWords.verbs.contains(reading.word(next))
      || reading.wordTraits[next].contains(.personVerb) || reading.tokens[next].isPossessive
      || ["also", "who", "himself", "herself", "then", "later"].contains(reading.word(next))
  }

  /// Whether a word before the title makes its holder the one who is met, told or visited.
  func isObject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let before = role.tokens.lowerBound - 1
    // "the half-brother of North Korea's leader"
    if reading.word(before) == "of", before > 0, reading.wordTraits[before - 1].contains(.kin) {
      return true
    }
    return ["with", "met", "meet", "meets", "meeting", "visited", "told", "and", "between", "by"]
      .contains(reading.word(before))
  }

  /// Whether a person is named near the sentence `place`, or only later: so envoys
  /// are; a ruler may be named anywhere.
  func isNewcomer(_ person: Int, _ place: Int, _ reading: Reading) -> Bool {
    let near = reading.document.sentences[max(0, place - 2)].tokens.lowerBound
    return !index.mentions(in: 0..<near).contains { $0.person == person }
  }
}
