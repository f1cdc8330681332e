import Diplomacy
import Language

/// What lies before the story.
extension SceneReader {
  /// "last met", "have often met", "had seen him".
  func isBackground(_ contact: ContactDraft) -> Bool {
    let sentence = contact.sentence
    let low = max(sentence.lowerBound, contact.trigger - 6)
    var isPerfect = false
    for index in low..<max(low, contact.trigger)
    where dates.regions.region(index) == dates.regions.region(contact.trigger) {
      let word = reading.word(index)
      if index >= contact.trigger - 3, SceneReader.backgroundWords.contains(word) { return true }
      if ["had", "has", "have", "'ve"].contains(word) { isPerfect = true }
    }
    if isSpokenOf(contact) { return true }
    guard isPerfect, contact.trigger >= story.leadEnd, !dates.hasLightHad(contact) else {
      return false
    }
    return !contact.window.contains { SceneReader.continuations.contains(reading.word($0)) }
  }

  /// "The ministers last spoke in November": an aside, after which the story goes on.
  func isOfLastTime(_ date: DateExpression) -> Bool {
    let start = date.tokens.lowerBound
    guard let sentence = reading.sentence(of: start)?.tokens, sentence.lowerBound < start else {
      return false
    }
    return (max(sentence.lowerBound, start - 12)..<start).contains { index in
      reading.word(index) == "last"
        && SceneReader.lastVerbs.contains(reading.word(index + 1))
    }
  }

  private static let lastVerbs: WordSet = [
    "met", "spoke", "visited", "talked", "saw", "been", "held", "came", "went", "travelled",
    "traveled", "hosted", "received",
  ]

  private static let backgroundWords: WordSet = [
    "last", "previously", "often", "regularly", "repeatedly", "never", "recently", "frequently",
    "since", "usually", "sometimes", "always", "daily",
  ]

  private static let continuations: WordSet = ["earlier", "just", "already", "afterwards", "then"]
}
