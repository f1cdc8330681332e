import Diplomacy
import Language

/// Gives the office of who came after to whom he or she succeeded: "Prime Minister Groysman, who
/// succeeded Yatsenyuk in April".
struct SuccessionStage {
  let words: WordLists
  let index: MentionIndex

  func run(_ reading: inout Reading) {
    for mention in reading.mentions where reading.people[mention.person].roles.isEmpty {
      var verb = mention.tokens.lowerBound - 1
      while verb > 0, words.isHonorific(reading.form(verb)) { verb -= 1 }
      guard verb > 1, SuccessionStage.verbs.contains(reading.word(verb)),
        let successor = successor(before: verb, reading), successor.person != mention.person,
        let held = reading.people[successor.person].roles.first(where: { !$0.isFormer })
      else { continue }
      let range = successor.tokens.lowerBound..<mention.tokens.upperBound
      reading.people[mention.person].roles.append(
        RoleReport(
          title: held.title, of: held.of, isFormer: true, evidence: reading.evidence(range)))
      reading.people[mention.person].isSure = true
    }
  }

  /// The name before "who", with a comma or not.
  private func successor(before verb: Int, _ reading: Reading) -> PersonMention? {
    var end = verb
    if ["has", "had", "recently", "later"].contains(reading.word(end - 1)) { end -= 1 }
    guard reading.word(end - 1) == "who" else { return nil }
    end -= 1
    return index.mention(endingAt: end)
      ?? (reading.word(end - 1) == "," ? index.mention(endingAt: end - 1) : nil)
  }

  private static let verbs: WordSet = ["succeeded", "replaced", "succeeds", "replaces"]
}
