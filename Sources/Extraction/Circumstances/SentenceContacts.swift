/// The contacts of each sentence, so that nobody searches the whole text for them.
struct SentenceContacts {
  private var triggers: [Int: [Int]] = [:]

  init(_ contacts: [ContactDraft]) {
    for contact in contacts {
      triggers[contact.sentence.lowerBound, default: []].append(contact.trigger)
    }
  }

  /// Whether another contact of the sentence is told between two tokens.
  func hasOther(than contact: ContactDraft, between low: Int, and high: Int) -> Bool {
    (triggers[contact.sentence.lowerBound] ?? []).contains {
      $0 != contact.trigger && $0 > low && $0 < high && !contact.tokens.contains($0)
    }
  }
}
