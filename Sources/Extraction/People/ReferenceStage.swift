import Diplomacy
import Language

/// Finds whom pronouns, bare titles and plural expressions stand for.
///
/// Results: in `mentions` one entry for each word or phrase that stands for one person (`form` tells
/// pronoun from title), in `groups` one for each that stands for several. Both are in text order.
/// What may stand for more than one person is left open, since a wrong reference joins people who
/// never met.
///
/// A pronoun in subject place takes the subject of its sentence so far, else that of the sentence
/// before; elsewhere the last person named that fits. Who only owns another ("Trump's adviser") is
/// never taken. Inside quotation marks "I" is the speaker and "he" somebody else.
struct ReferenceStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    let named = reading.mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    reading.mentions = named
    var speakers = SpeakerFinder(reading).speakers()
    let pronouns = PronounReader(
      reading: reading, speakers: speakers, scorer: AntecedentScorer(reading))
    let titles = TitleReader(reading, words)
    let plurals = GroupReader(reading)
    var roleAt = [Int32](repeating: -1, count: reading.tokens.count)
    for index in reading.roles.indices {
      roleAt[reading.roles[index].tokens.lowerBound] = Int32(index)
    }
    let discourse = Discourse(reading)
    var found: [PersonMention] = []
    var groups: [GroupReference] = []
    var spoken = SpokenGroups(reading: reading)
    var next = 0
    var topics: [Int32] = []
    topics.reserveCapacity(reading.document.sentences.count)
    for sentence in reading.document.sentences {
      discourse.begin(sentence)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while next < named.count, named[next].tokens.lowerBound < index { next += 1 }
        if next < named.count, named[next].tokens.lowerBound == index {
          discourse.add(named[next], isQuoted: speakers.isQuoted[index])
          index = named[next].tokens.upperBound
          continue
        }
        if speakers.isQuoted[index] { spoken.note(index, discourse) }
        let role = Int(roleAt[index])
        if let group = plurals.group(at: index, isQuoted: speakers.isQuoted[index], discourse) {
          groups.append(group)
          discourse.add(group)
          index = group.tokens.upperBound
        } else if role >= 0, reading.roles[role].isRelative, !reading.roles[role].isHeld,
          let equal = titles.reference(at: index, role: role, discourse)
        {
          // "received her counterpart": of whom it is told, and who that is.
          if let owner = pronouns.reference(at: index, discourse) { found.append(owner) }
          found.append(equal)
          discourse.add(equal, isQuoted: speakers.isQuoted[index])
          index = equal.tokens.upperBound
        } else if let mention = pronouns.reference(at: index, discourse)
          ?? titles.reference(at: index, role: role, discourse)
        {
          found.append(mention)
          discourse.add(mention, isQuoted: speakers.isQuoted[index])
          index = mention.isPossessor ? index + 1 : mention.tokens.upperBound
        } else {
          if role >= 0 {
            if !reading.roles[role].isHeld, !speakers.isQuoted[index],
              !titles.isBesideName(reading.roles[role])
            {
              discourse.addUnknown(
                reading.roles[role], isOwned: isOwned(index, roleAt, reading))
            }
          } else if isLoneNoun(index, reading) || isOwned(index, roleAt, reading),
            !speakers.isQuoted[index]
          {
            discourse.addUnknownNoun(at: index)
          }
          index += 1
        }
      }
      discourse.end(
        isCaption: reading.blockKind(of: sentence) == .caption || isUnfinished(sentence, reading),
        groups: groups)
      topics.append(Int32(discourse.topic ?? -1))
    }
    reading.topicOfSentence = topics
    let settled = QuotedSpeakers(reading: reading, found: found).settle(&speakers)
    groups += spoken.references(speakers)
    let spoke = FirstPersons(reading: reading, speakers: speakers, found: found)
    groups += spoke.groups(besides: groups)
    found += spoke.mentions(in: settled)
    reading.speakerOfToken = speakers.ofToken
    let podium = PodiumReader(reading: reading, speakers: speakers).references()
    reading.setting.podium = speakers.podium
    found += podium.people
    groups += podium.groups
    reading.mentions = (named + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    reading.groups = groups.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A caption or heading that a page joined to the text: it ends without a stop, and the next
  /// sentence of its paragraph begins.
  private func isUnfinished(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    let end = sentence.tokens.upperBound
    guard end < reading.tokens.count, reading.endsWithoutStop(sentence),
      let next = reading.sentence(of: end)
    else { return false }
    return next.origin == sentence.origin
  }

  /// "Al Jazeera's correspondent", "an analyst": a noun of people with no name beside it.
  private func isLoneNoun(_ index: Int, _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    guard !token.isCapitalized, reading.wordTraits[index].contains(.person),
      !reading.wordTraits[index].contains(.roleHead), !token.word.hasSuffix("s"),
      reading.name(startingAt: index + 1) == nil,
      reading.word(index + 1) != ","
        || reading.name(startingAt: index + 2) == nil
    else { return false }
    let before = index > 0 ? reading.tokens[index - 1] : token
    return before.isPossessive || ["a", "an", "the", "another"].contains(before.word)
  }

  /// "Trump's short-lived national security adviser": an office that is somebody's, read as no title.
  private func isOwned(_ index: Int, _ roleAt: [Int32], _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    guard !token.isCapitalized,
      roleAt[index] >= 0
        || reading.wordTraits[index].contains(.roleHead) && !token.lower.hasSuffix("s")
          && reading.name(startingAt: index + 1) == nil && reading.word(index + 1) != ","
    else { return false }
    for before in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      if roleAt[before] >= 0 { return false }
      if reading.tokens[before].isPossessive { return true }
      if reading.tokens[before].isMark || reading.tokens[before].isCapitalized { return false }
    }
    return false
  }
}
