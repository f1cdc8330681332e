import Diplomacy

/// The contacts of each sentence, so that nobody searches the whole text for them.
struct SentenceContacts {
  /// By the sentence's first token, in text order.
  private var triggers: [Int: [Int]] = [:]
  /// What became of the contact told by each trigger.
  private var statuses: [Int: MeetingStatus] = [:]

  init(_ contacts: [ContactDraft]) {
    for contact in contacts {
      triggers[contact.sentence.lowerBound, default: []].append(contact.trigger)
      statuses[contact.trigger] = contact.status
    }
    for key in triggers.keys { triggers[key]?.sort() }
  }

  /// Whether the last contact told before `token`, in the same clause, came to something else than `contact`: "met him on
  /// Monday and will see her".
  func isOfOther(_ token: Int, than contact: ContactDraft, _ regions: ClauseRegions) -> Bool {
    guard let list = triggers[contact.sentence.lowerBound] else { return false }
    let first = (0..<list.count).partitioningIndex { list[$0] >= token }
    guard first > 0, list[first - 1] < contact.trigger,
      regions.region(list[first - 1]) == regions.region(token)
    else { return false }
    return statuses[list[first - 1]] != contact.status
  }

  /// Whether another contact of the sentence is told between two tokens.
  func hasOther(than contact: ContactDraft, between low: Int, and high: Int) -> Bool {
    guard let list = triggers[contact.sentence.lowerBound] else { return false }
    var first = (0..<list.count).partitioningIndex { list[$0] > low }
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
