import Diplomacy
import Language

/// The contacts of each sentence, so that nobody searches the whole text for them.
struct SentenceContacts {
  /// By the sentence's first token, in text order.
  private var triggers: [Int: [Int]] = [:]
  /// What became of the contact told by each trigger.
  private var statuses: [Int: MeetingStatus] = [:]

  init(_ contacts: [ContactDraft]) {
    for index in contacts.indices {
      triggers[contacts[index].sentence.lowerBound, default: []].append(contacts[index].trigger)
      statuses[contacts[index].trigger] = contacts[index].status
    }
    triggers = triggers.mapValues { $0.count > 1 ? $0.sorted() : $0 }
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

  /// The word of the last contact of the sentence that stands before `token`.
  func last(before token: Int, in contact: ContactDraft) -> Int? {
    guard let list = triggers[contact.sentence.lowerBound] else { return nil }
    let first = (0..<list.count).partitioningIndex { list[$0] >= token }
    return first > 0 ? list[first - 1] : nil
  }

  /// Whether a contact of the sentence that starts at `sentence` is told between two tokens.
  func hasAny(inSentenceAt sentence: Int, between low: Int, and high: Int) -> Bool {
    guard let list = triggers[sentence] else { return false }
    let first = (0..<list.count).partitioningIndex { list[$0] > low }
    return first < list.count && list[first] < high
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
  /// Whether nothing but prepositional phrases stands between the contact's word and `token`, whatever the
  /// tree says: "whom he met in February at the ministers' meeting in Bonn".
  func runs(to token: Int, _ reading: Reading) -> Bool {
    guard token > trigger, token - trigger <= 12,
      ContactDraft.openers.contains(reading.word(trigger + 1))
        || reading.date(startingAt: trigger + 1) != nil
    else { return false }
    return (trigger + 1..<token).allSatisfy { index in
      let word = reading.word(index)
      guard !reading.tokens[index].isMark || reading.tokens[index].isPossessive else {
        return false
      }
      return !ContactDraft.enders.contains(word) && !ClauseWords.isFinite(word)
        && reading.nameOfToken[index] < 0
    }
  }

  private static let openers: WordSet = [
    "in", "on", "at", "early", "late", "last", "again", "briefly",
  ]
  private static let enders: WordSet = [
    "and", "but", "or", "who", "which", "that", "where", "when", "after", "before", "while",
    "because", "since", "until", "as", "if", "to", "said", "says",
  ]

  /// The part of the sentence that can say something of the contact: all of it, but for sentences
  /// without end.
  var window: Range<Int> {
    max(sentence.lowerBound, trigger - 160)..<min(sentence.upperBound, trigger + 160)
  }
}
