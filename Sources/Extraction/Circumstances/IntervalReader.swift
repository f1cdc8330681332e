import Diplomacy
import Language

/// Reads how long after or before something else a contact was: "The call came a day after Trump spoke
/// with Putin", "Two weeks before hosting Modi, he met Xi".
struct IntervalReader {
  let reading: Reading

  /// A distance in days from what the clause around tells; negative before it.
  struct Interval {
    /// nil for "days after" and the like, which leave the day open.
    var days: Int?
    var tokens: Range<Int>
  }

  /// The interval told right before the "after" or "before" that opens the contact's clause.
  func interval(of contact: ContactDraft) -> Interval? {
    let low = max(contact.sentence.lowerBound + 1, contact.trigger - 12)
    guard low < contact.trigger else { return nil }
    let mark = (low..<contact.trigger).last { [",", "after", "before"].contains(reading.word($0)) }
    // "the day after that he met" is a day of its own.
    guard let mark, reading.word(mark) != ",", reading.word(mark + 1) != "that",
      !["for", "with", "in", "at", "when", "by", "and", "to"].contains(reading.word(mark + 1)),
      let (days, start) = length(before: mark, contact.sentence.lowerBound)
    else {
      return nil
    }
    // What happened before the other thing, the other thing happened after.
    let sign = reading.word(mark) == "after" ? -1 : 1
    return Interval(days: days.map { $0 * sign }, tokens: start..<mark + 1)
  }

  /// How far `contact` is from what stands behind it, by the "after" or "before" with a length that stands between it and
  /// `token`: "came a day after Trump spoke with Putin on Tuesday".
  func interval(behind contact: ContactDraft, before token: Int) -> Interval? {
    let low = max(contact.trigger + 2, token - 14)
    guard low < token,
      let mark = (low..<token).last(where: { ["after", "before", ";"].contains(reading.word($0)) }),
      reading.word(mark) != ";", mark + 1 < token,
      let (length, start) = length(before: mark, contact.trigger), let days = length,
      start > contact.trigger
    else { return nil }
    return Interval(
      days: reading.word(mark) == "after" ? days : -days, tokens: start..<mark + 1)
  }

  /// "a day", "two weeks", "the day", "days": how many days, and where the words begin.
  private func length(before mark: Int, _ low: Int) -> (days: Int?, start: Int)? {
    let unit = reading.word(mark - 1)
    switch unit {
    case "hours", "minutes", "hour", "minute": return nil
    case "months", "month", "years", "year", "decades": return (nil, mark - 1)
    default: break
    }
    guard mark - 1 >= low, let length = DateWords.units[unit] else { return nil }
    let count = reading.word(mark - 2)
    if count == "the", mark - 2 >= low { return (length, mark - 2) }
    if mark - 2 >= low, let number = DateWords.numbers[count] ?? Int(reading.lower(mark - 2)),
      number < 100
    {
      return (number * length, mark - 2)
    }
    return (nil, mark - 1)
  }
}
