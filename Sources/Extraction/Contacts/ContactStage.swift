import Diplomacy
import Language

/// Finds all contacts of the text.
struct ContactStage {
  let words: WordLists
  let contactWords: ContactWords

  func run(_ reading: inout Reading) {
    var found = reading.contacts
    for graph in reading.graphs {
      let finder = ContactFinder(contactWords: contactWords, graph: graph)
      let tellings = finder.contacts()
      for telling in tellings {
        var contact = telling
        if contact.joinsPrevious {
          guard let last = found.last(where: { $0.status == contact.status }) else { continue }
          contact.actors = last.actors + contact.actors
        }
        guard isPlausible(contact) else { continue }
        found.append(contact)
      }
    }
    reading.contacts = dropNested(found)
  }

  /// At least two different parties take part, and one of them is named or a government.
  private func isPlausible(_ contact: ContactDraft) -> Bool {
    let identities = Set(contact.actors.map(\.identity))
    let named = contact.actors.contains {
      if case .unnamed = $0.identity { return false }
      return true
    }
    return identities.count >= 2 && named
  }

  /// Of two tellings by one verb and its noun ("met … for talks") the wider one is kept.
  private func dropNested(_ contacts: [ContactDraft]) -> [ContactDraft] {
    var kept: [ContactDraft] = []
    for contact in contacts {
      let parties = Set(contact.actors.map(\.identity))
      let isRepeated = kept.suffix(8).contains { wider in
        wider.sentence == contact.sentence && wider.status == contact.status
          && wider.people == contact.people
          && Set(wider.actors.map(\.identity)) == parties
          && !(wider.kind == nil && contact.kind != nil)
      }
      if !isRepeated { kept.append(contact) }
    }
    return kept
  }
}
