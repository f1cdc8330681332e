/// The contacts of each sentence, so that nobody searches the whole text for them.
struct SentenceContacts {
  /// By the sentence's first token, in text order.
  private var triggers: [Int: [Int]] = [:]

  init(_ contacts: [ContactDraft]) {
    for contact in contacts {
      triggers[contact.sentence.lowerBound, default: []].append(contact.trigger)
    }
    for key in triggers.keys { triggers[key]?.sort() }
  }

  /// Whether another contact of the sentence is told between two tokens.
  func hasOther(than contact: ContactDraft, between low: Int, and high: Int) -> Bool {
    guard let list = triggers[contact.sentence.lowerBound] else { return false }
    var first = 0
    var last = list.count
    while first < last {
      let middle = (first + last) / 2
      if list[middle] <= low { first = middle + 1 } else { last = middle }
    }
    while first < list.count, list[first] < high {
      if list[first] != contact.trigger, !contact.tokens.contains(list[first]) { return true }
      first += 1
    }
    return false
  }
}

extension ContactDraft {
  /// The part of the sentence that can say something of the contact: all of it, but for sentences
  /// without end.
  var window: Range<Int> {
    max(sentence.lowerBound, trigger - 160)..<min(sentence.upperBound, trigger + 160)
  }
}
