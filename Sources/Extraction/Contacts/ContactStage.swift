import Diplomacy
import Language

/// Finds all contacts of the text.
struct ContactStage {
  let words: WordLists
  let contactWords: ContactWords

  func run(_ reading: inout Reading) {
    var found: [ContactDraft] = []
    for sentence in reading.document.sentences
    where !reading.isHandled(sentence.tokens) {
      let builder = ClauseBuilder(words: words, reading: reading)
      for clause in builder.clauses(of: sentence) {
        let finder = ContactFinder(contactWords: contactWords, reading: reading, clause: clause)
        let judge = StatusReader(contactWords: contactWords, reading: reading, clause: clause)
        for telling in finder.contacts() {
          var contact = telling
          if contact.joinsPrevious {
            guard let last = found.last, last.status == contact.status else { continue }
            contact.actors = last.actors + contact.actors
          }
          guard isPlausible(contact) else { continue }
          if judge.tellsOfNone(contact.trigger) { continue }
          found.append(contact)
        }
      }
    }
    reading.contacts += dropNested(found)
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
    contacts.enumerated().filter { index, contact in
      !contacts.enumerated().contains { other, wider in
        other != index && wider.sentence == contact.sentence && wider.people == contact.people
          && Set(wider.actors.map(\.identity)) == Set(contact.actors.map(\.identity))
          && (other < index) && wider.status == contact.status
          && !(wider.kind == nil && contact.kind != nil)
      }
    }.map(\.element)
  }
}
