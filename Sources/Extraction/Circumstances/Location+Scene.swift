import Language

/// Whether a place is where something happens.
extension Location {
  /// Whether something is said to take place there: "met in Rome", "said in Rome", "In Rome, …"; not
  /// "pressure on Pyongyang", "a tower in Manhattan".
  func isScene(_ reading: Reading) -> Bool {
    let start = tokens.lowerBound
    guard topic == nil, let sentence = reading.sentence(of: start)?.tokens else { return false }
    // "met Merz, who won the election, in Berlin"
    if start - sentence.lowerBound <= 3 || reading.word(start - 2) == "," { return true }
    var index = start - 1
    while index >= sentence.lowerBound, start - index <= 9 {
      let word = reading.word(index)
      if [";", "(", "\"", "“"].contains(word) { return false }
      if SpeechWords.verbs.contains(word) || PlaceWords.journeys.contains(word)
        || PlaceWords.arrivals.contains(word) || PlaceWords.occasions.contains(word)
        || PlaceWords.motions.contains(word) || PlaceWords.leaving.contains(word)
        || Location.happenings.contains(word)
      {
        return true
      }
      index -= 1
    }
    return Location.happenings.contains(reading.word(tokens.upperBound))
  }

  private static let happenings: WordSet = [
    "met", "meet", "meets", "meeting", "meetings", "held", "hold", "holds", "holding", "hosted",
    "hosts", "host", "hosting", "gathered", "gather", "attended", "attend", "attends", "opened",
    "speaking", "speech", "briefing", "remarks", "concluded", "ended", "wrapped", "welcomed",
    "received", "took", "take", "place", "negotiations", "stopped", "stops", "stop", "signed",
    "signing", "began", "due", "joined", "convened", "discussions", "ceremony", "reporters",
    "summits", "where", "stay", "stayed", "staying", "was", "is", "were", "be", "been", "are",
    "convenes", "delegations", "conferences", "addressed", "addressing", "appearance", "embarked",
    "visited", "visits", "reached", "toured", "spent", "spend", "spending", "weekend", "retreat",
    "resort", "estate", "tour", "round",
  ]
}
