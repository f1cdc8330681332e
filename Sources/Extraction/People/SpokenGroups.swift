import Diplomacy
import Language

/// Finds whom "our" and "we" stand for in the words of one who tells of a meeting: "I recollect our
/// meeting in London", he said.
///
/// The speaker and the other of the two who were told of together last, if the speaker was one.
struct SpokenGroups {
  let reading: Reading
  private var open: [(token: Int, pair: [Int])] = []

  init(reading: Reading) { self.reading = reading }

  /// So many sentences on, two are still whom a speaker means by "our meeting".
  private static let reach = 5

  /// Notes the word at `index`, in quotation marks, if it can stand for two.
  mutating func note(_ index: Int, _ discourse: Discourse) {
    guard discourse.joined.count == 2, discourse.joinedAge <= SpokenGroups.reach,
      isOurs(index) || discourse.joinedAge <= 2 && isWe(index)
    else { return }
    open.append((index, discourse.joined))
  }

  /// The references, once it is known who speaks.
  func references(_ speakers: SpeakerFinder.Speakers) -> [GroupReference] {
    open.compactMap { told in
      guard told.pair.contains(Int(speakers.ofToken[told.token])) else { return nil }
      return GroupReference(tokens: told.token..<told.token + 1, people: told.pair)
    }
  }

  /// "our meeting", "our first conversation".
  private func isOurs(_ index: Int) -> Bool {
    guard reading.word(index) == "our" else { return false }
    return (index + 1...index + 3).contains { SpokenGroups.nouns.contains(reading.word($0)) }
  }

  /// "we met", "we had a long discussion", but not "we met with the minister".
  private func isWe(_ index: Int) -> Bool {
    guard reading.word(index) == "we" else { return false }
    let near = index + 1..<min(index + 8, reading.tokens.count)
    guard let verb = near.prefix(3).first(where: { SpokenGroups.verbs.contains(reading.word($0)) })
    else { return false }
    let rest = verb..<min(verb + 7, reading.tokens.count)
    if rest.contains(where: { reading.word($0) == "with" }) { return false }
    return reading.word(verb) == "met"
      || rest.prefix(5).contains { SpokenGroups.nouns.contains(reading.word($0)) }
  }

  private static let nouns: WordSet = [
    "meeting", "conversation", "talk", "talks", "discussion", "discussions", "call", "encounter",
    "lunch", "dinner", "breakfast", "summit", "exchange",
  ]
  private static let verbs: WordSet = ["met", "had", "held", "have"]
}
