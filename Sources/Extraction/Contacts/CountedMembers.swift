import Diplomacy
import Language

/// Finds who several were that a text counts, by the list that the next sentences begin with: "received four European
/// leaders. Scholz, Macron, Draghi and Iohannis came by overnight train".
struct CountedMembers {
  let reading: Reading
  let groups: GroupResolver

  /// So many sentences on the list is looked for.
  private static let reach = 2

  /// The contact with those whom the list names; the contact itself where there is none.
  func named(in contact: ContactDraft) -> ContactDraft {
    guard contact.people.count < 2,
      let party = contact.actors.first(where: { $0.person == nil && $0.isPlural(reading) }),
      case .unnamed = party.identity, let count = count(of: party), count > 2,
      let list = groups.list(
        of: count, openingSentenceBehind: contact.sentence, within: Self.reach),
      !list.contains(where: contact.people.contains)
    else { return contact }
    var contact = contact
    contact.actors.removeAll { $0.identity == party.identity }
    contact.actors += list.map { Actor(identity: .person($0), tokens: party.tokens) }
    return contact
  }

  /// How many they are told to be: "four European leaders".
  private func count(of party: Actor) -> Int? {
    (party.tokens.lowerBound - 1..<party.tokens.upperBound).lazy
      .compactMap { GroupResolver.numbers[reading.word($0)] }.first
  }
}
