import Diplomacy
import Language

/// Finds whom "we" stands for in the turns of a joint press conference.
///
/// Those who speak in turns stand at one podium, and what they have done together they tell as "we".
/// Beside somebody who is not there ("We met with President Xi") a speaker means himself and his own,
/// unless the other was there too: "We had a good meeting, together with Minister Dimitrov".
struct PodiumReader {
  let reading: Reading
  let speakers: SpeakerFinder.Speakers

  /// More than so many who speak in turns are a debate and no podium.
  private static let most = 4

  /// Each "we" and "our" of the turns, as one person or several.
  func references() -> (people: [PersonMention], groups: [GroupReference]) {
    var people: [PersonMention] = []
    var groups: [GroupReference] = []
    guard (2...Self.most).contains(speakers.podium.count) else { return (people, groups) }
    for sentence in reading.document.sentences {
      // "We had a good meeting and we discussed trade" is told once.
      let first = sentence.tokens.first { ["we", "our"].contains(reading.word($0)) }
      if let index = first {
        guard speakers.ofToken[index] >= 0, !speakers.isQuoted[index] else { continue }
        let speaker = Int(speakers.ofToken[index])
        let tokens = index..<index + 1
        if isOfAll(index, sentence.tokens) {
          groups.append(GroupReference(tokens: tokens, people: speakers.podium))
        } else {
          people.append(
            PersonMention(
              person: speaker, tokens: tokens, form: .pronoun,
              isPossessor: reading.word(index) == "our"))
        }
      }
    }
    return (people, groups)
  }

  /// Whether nobody else is told in the clause, or only as one who joined.
  private func isOfAll(_ index: Int, _ sentence: Range<Int>) -> Bool {
    var hasJoined = false
    for token in index + 1..<max(index + 1, min(sentence.upperBound, index + 30)) {
      let word = reading.word(token)
      if ["together", "joined", "alongside", "including"].contains(word) { hasJoined = true }
      if [";", "which", "who", "that"].contains(word) { return true }
      if word == "with", !hasJoined, isOther(after: token, sentence) { return false }
    }
    return true
  }

  /// "with President Xi": a name, title or country right behind.
  private func isOther(after preposition: Int, _ sentence: Range<Int>) -> Bool {
    let near = preposition + 1..<max(preposition + 1, min(preposition + 4, sentence.upperBound))
    return near.contains {
      reading.nameOfToken[$0] >= 0 || reading.entityOfToken[$0] >= 0
        || reading.wordTraits[$0].contains(.roleHead)
    }
  }
}
