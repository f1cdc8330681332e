import Diplomacy
import Language

/// Dates that stand before the clause they belong to, or say again what another date says.
extension DateReader {
  /// "have not met since June 2021, when they talked in Rome": the date that a clause of "when" follows.
  func opensWhen(_ index: Int, _ contact: ContactDraft) -> Bool {
    let end = reading.dates[index].tokens.upperBound
    return contact.trigger > end && contact.trigger - end < 14 && reading.word(end) == ","
      && reading.word(end + 1) == "when"
      && !(end + 2..<max(end + 2, contact.trigger)).contains {
        [",", "when"].contains(reading.word($0))
      }
  }

  /// "travelled to Pristina on Monday, where he met Kurti, and to Belgrade on Wednesday": the day right
  /// before the clause of "where".
  func opensWhere(_ date: DateExpression, _ contact: ContactDraft) -> Bool {
    let end = date.tokens.upperBound
    guard !date.isYear, contact.trigger > end, contact.trigger - end < 14 else { return false }
    let opener = reading.word(end) == "," ? end + 1 : end
    return reading.word(opener) == "where"
      && !(opener + 1..<max(opener + 1, contact.trigger)).contains { reading.word($0) == "," }
  }

  /// "to Pristina, where he met Kurti, and to Belgrade on Wednesday": the day of where the journey led next.
  func isOfNextStop(_ start: Int, _ contact: ContactDraft) -> Bool {
    let reach = contact.trigger + 1..<max(contact.trigger + 1, start)
    guard start - contact.trigger < 24,
      let and = reach.last(where: { reading.word($0) == "and" || reading.word($0) == "before" })
    else { return false }
    return (and + 1..<min(and + 4, start)).contains { index in
      ["to", "into", "for"].contains(reading.word(index))
        && reading.entity(startingAt: index + 1) != nil
    }
      || [",", "and"].contains(reading.word(and - 1))
        && ["his", "her", "their"].contains(reading.word(and + 1))
        && DateWords.ordinals[reading.word(and + 2)] != nil
  }

  /// "held a call on Monday and is to travel on 26 March for a meeting": whether another verb begins between two
  /// tokens.
  func beginsAnew(between low: Int, and high: Int) -> Bool {
    guard low < high else { return false }
    return (low..<high).contains {
      ["and", "but"].contains(reading.word($0))
        && DateReader.auxiliaries.contains(reading.word($0 + 1))
    }
  }

  private static let auxiliaries: WordSet = [
    "is", "are", "was", "were", "will", "would", "plans", "has", "had",
  ]

  /// "met him and said a summit would be held on 9 May", "a treaty to be signed on 9 May": not "are to be held".
  func isOfPlan(_ start: Int, _ contact: ContactDraft) -> Bool {
    guard contact.status == .held else { return false }
    let low = max(contact.trigger + 1, start - 8)
    return low < start
      && (low..<start).contains { index in
        reading.word(index) == "be" && ["to", "would", "will"].contains(reading.word(index - 1))
          && index - 2 > contact.trigger
          && !["is", "are", "was", "were"].contains(reading.word(index - 2))
      }
  }

  /// "A week earlier, on March 12, he met": the date that says exactly what the one before it counts.
  func spelledOut(_ index: Int) -> Int? {
    let date = reading.dates[index]
    let next = index + 1
    guard next < reading.dates.count, !isExact(date), isExact(reading.dates[next]) else {
      return nil
    }
    let end = date.tokens.upperBound
    let start = reading.dates[next].tokens.lowerBound
    guard (1...2).contains(start - end), [",", "("].contains(reading.word(end)),
      start - end == 1 || reading.word(end + 1) == "on"
    else { return nil }
    return next
  }

  private func isExact(_ date: DateExpression) -> Bool {
    switch date.meaning {
    case .fixed(let value): value.precision == .day || value.precision == .span
    case .dayOfMonth, .daysOfMonth, .dayOfYear: true
    default: false
    }
  }

  /// "The call came a day after Trump spoke with Putin on Tuesday": the day of what another is counted from.
  func isCountedFrom(_ index: Int, _ contact: ContactDraft) -> Bool {
    let start = reading.dates[index].tokens.lowerBound
    return start > contact.trigger && reading.dates[index].tellsDay
      && intervals.interval(behind: contact, before: start) != nil
  }

  /// "briefed Erdogan on his conversation with Zelensky on Monday": the day of what is spoken of.
  func isOfTopic(_ start: Int, _ contact: ContactDraft) -> Bool {
    guard let other = contacts.last(before: start, in: contact), other > contact.trigger else {
      return false
    }
    return (max(contact.trigger, other - 3)..<other).contains {
      ["about", "of", "on", "regarding", "concerning"].contains(reading.word($0))
        && ["his", "her", "their", "the", "a"].contains(reading.word($0 + 1))
    }
  }
}
