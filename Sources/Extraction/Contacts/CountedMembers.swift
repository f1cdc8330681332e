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
    guard contact.actors.contains(where: { $0.person == nil }) else { return contact }
    return counted(contact) ?? representing(contact) ?? joined(contact) ?? contact
  }

  /// "received four European leaders": as many as are told.
  private func counted(_ contact: ContactDraft) -> ContactDraft? {
    guard contact.people.count < 2, let party = several(in: contact),
      let count = count(of: party), count > 2,
      let list = groups.list(
        opening: contact.sentence, within: Self.reach,
        where: {
          $0.count == count
        }), !list.contains(where: contact.people.contains)
    else { return nil }
    return adding(list, to: contact, at: party)
  }

  /// "Azerbaijan, Georgia and Turkey met. The ministers, Mammadyarov, Janelidze and Cavusoglu, …": one of each state.
  private func representing(_ contact: ContactDraft) -> ContactDraft? {
    guard contact.people.isEmpty, contact.kind != .visit else { return nil }
    var states: [CountryCode] = []
    for actor in contact.actors {
      switch actor.identity {
      case .country(let code), .unnamed(_, .country(let code)?):
        if !states.contains(code) { states.append(code) }
      case .person, .unnamed, .group: return nil
      }
    }
    guard states.count > 1, let first = contact.actors.first,
      let list = groups.list(
        opening: contact.sentence, within: 1,
        where: { list in
          list.count == states.count
            && Set(list.map { reading.people[$0].country?.value }) == Set(states)
        })
    else { return nil }
    return adding(list, to: contact, at: first)
  }

  /// "European leaders held a call with Obama. Obama, Merkel and Hollande agreed": who did it together with whom it names.
  private func joined(_ contact: ContactDraft) -> ContactDraft? {
    guard !contact.people.isEmpty, let party = several(in: contact),
      let list = groups.list(
        opening: contact.sentence, within: 1,
        where: { list in
          list.count > 2 && contact.people.allSatisfy(list.contains)
        })
    else { return nil }
    return adding(list.filter { !contact.people.contains($0) }, to: contact, at: party)
  }

  private func several(in contact: ContactDraft) -> Actor? {
    contact.actors.first { actor in
      guard case .unnamed = actor.identity else { return false }
      return actor.isPlural(reading)
    }
  }

  private func adding(_ people: [Int], to contact: ContactDraft, at party: Actor) -> ContactDraft {
    var contact = contact
    if contact.people.isEmpty || people.count > 2 {
      contact.actors.removeAll { $0.identity == party.identity }
    }
    contact.actors += people.map { Actor(identity: .person($0), tokens: party.tokens) }
    return contact
  }

  /// How many they are told to be: "four European leaders", "the leaders of the three Baltic states".
  private func count(of party: Actor) -> Int? {
    let own = (party.tokens.lowerBound - 1..<party.tokens.upperBound).lazy
      .compactMap { GroupResolver.numbers[reading.word($0)] }.first
    let end = party.tokens.upperBound
    guard own == nil, reading.word(end) == "of", reading.word(end + 1) == "the" else { return own }
    return GroupResolver.numbers[reading.word(end + 2)]
  }
}
