import Diplomacy
import Language

/// Joins the names of an article into people: one full name, one person; a part of it, the same.
///
/// Longer names come first, so that a short one finds whom it can stand for. Where it can stand for
/// several, form of address, title, and who was told of last decide.
struct PeopleStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    var gathering = NameGathering(reading: reading, lists: words)
    gathering.gather()
    renumber(gathering, &reading)
  }

  /// Puts people in the order of their first mention.
  private func renumber(_ gathering: NameGathering, _ reading: inout Reading) {
    var newIndex = [Int](repeating: -1, count: gathering.drafts.count)
    var people: [PersonDraft] = []
    var mentions: [PersonMention] = []
    people.reserveCapacity(gathering.drafts.count)
    mentions.reserveCapacity(gathering.personOfName.count)
    for (index, person) in gathering.personOfName.enumerated() {
      if newIndex[person] < 0 {
        newIndex[person] = people.count
        people.append(gathering.drafts[person])
      }
      let span = reading.names[index]
      let isFull =
        gathering.names[index].parts.count == gathering.wholes[person].parts.count
        && gathering.names[index].parts.count > 1
      var mention = PersonMention(
        person: newIndex[person], tokens: span.tokens, form: isFull ? .fullName : .partialName)
      mention.isPossessor = span.isAttributive
      mentions.append(mention)
    }
    for index in people.indices where people[index].aliases.count > 1 {
      people[index].aliases.sort { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    }
    reading.people = people
    reading.mentions = mentions
  }
}
