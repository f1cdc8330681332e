import Diplomacy
import Language

// MARK: - Counted from a day told before

extension DateParser {
  /// "the same day", "that evening", "the next day", "the night before", "the following month".
  func anaphoric(_ start: Int) -> DateExpression? {
    if word(start) == "that" || word(start) == "same" {
      let next = word(start + 1) == "same" ? start + 2 : start + 1
      if word(next) == "year", closes(next + 1) { return made(start, next + 1, .yearsAfter(0)) }
      return DateWords.partsOfDay.contains(word(next)) ? made(start, next + 1, .daysAfter(0)) : nil
    }
    guard word(start) == "the" || word(start) == "following" else { return nil }
    let next = word(start) == "the" ? start + 1 : start
    let isDay = DateWords.partsOfDay.contains(word(next + 1))
    switch word(next) {
    case "second", "third", "fourth", "final", "last", "first":
      return dayOfSpan(start, next)
    case "same" where isDay: return made(start, next + 2, .daysAfter(0))
    case "next" where isDay, "following" where isDay:
      return made(start, next + 2, .daysAfter(1))
    case "previous" where isDay: return made(start, next + 2, .daysAfter(-1))
    case "following" where word(next + 1) == "year": return made(start, next + 2, .yearsAfter(1))
    case "previous" where word(next + 1) == "year": return made(start, next + 2, .yearsAfter(-1))
    case "same" where word(next + 1) == "year": return made(start, next + 2, .yearsAfter(0))
    case "same" where word(next + 1) == "month": return made(start, next + 2, .monthsAfter(0))
    case "following" where word(next + 1) == "month":
      return made(start, next + 2, .monthsAfter(1))
    case "eve" where reading.word(start - 1) == "on" && closes(next + 1):
      return made(start, next + 1, .daysAfter(-1))
    case "previous" where word(next + 1) == "month":
      return made(start, next + 2, .monthsAfter(-1))
    case "day", "night", "evening":
      // "the day after that"
      if word(next + 2) == "that", ["before", "after"].contains(word(next + 1)), closes(next + 3) {
        return made(start, next + 3, .daysAfter(word(next + 1) == "after" ? 1 : -1))
      }
      let end = next + 2
      guard closes(end) || word(end) == "for" || isBeforeOccasion(next + 1) else { return nil }
      if word(next + 1) == "before" { return made(start, next + 2, .daysAfter(-1)) }
      return word(next + 1) == "after" ? made(start, next + 2, .daysAfter(1)) : nil
    default: return nil
    }
  }

  /// "the day before the visit", "the evening after their talks": counted from the occasion told before.
  private func isBeforeOccasion(_ turn: Int) -> Bool {
    ["before", "after"].contains(word(turn))
      && ["the", "his", "her", "their"].contains(word(turn + 1))
      && PlaceWords.occasions.contains(word(turn + 2)) && closes(turn + 3)
  }

  /// "the second day of his visit": so many days after its first, or its last.
  private func dayOfSpan(_ start: Int, _ ordinal: Int) -> DateExpression? {
    guard reading.word(start - 1) == "on" else { return nil }
    // "on the first day he met X; on the second, he"
    if word(ordinal + 1) == ",", let day = DateWords.ordinals[word(ordinal)], day > 1,
      (max(0, start - 30)..<start).contains(where: {
        reading.word($0) == "first" && reading.word($0 + 1) == "day"
      })
    {
      return made(start, ordinal + 1, .dayOfSpan(day))
    }
    guard word(ordinal + 1) == "day" else { return nil }
    // "On the second day he met", behind the first
    let isAlone = ["he", "she", "they", ","].contains(word(ordinal + 2))
    guard
      isAlone
        || word(ordinal + 2) == "of"
          && (ordinal + 3..<ordinal + 8).contains(where: { PlaceWords.occasions.contains(word($0)) }
          )
    else { return nil }
    switch word(ordinal) {
    case "final", "last": return made(start, ordinal + 2, .dayOfSpan(nil))
    default:
      return DateWords.ordinals[word(ordinal)].map {
        made(start, ordinal + 2, .dayOfSpan($0))
      }
    }
  }

  /// "the 16th of May", "the 17th", "the first of November", "the 13th of next month".
  func ordinalDay(_ start: Int) -> DateExpression? {
    guard word(start) == "the" else { return nil }
    if let exact = dayAndMonth(start + 1) {
      return made(start, exact.tokens.upperBound, exact.meaning)
    }
    let ordinal = DateWords.ordinals[word(start + 1)]
    if let ordinal, word(start + 2) == "of", let month = month(start + 3) {
      return made(start, start + 4, .dayOfMonth(month: month, day: ordinal))
    }
    guard let day = day(start + 1), Int(lower(start + 1)) == nil else { return nil }
    if word(start + 2) == "of",
      let shift = DateWords.shifts[word(start + 3)], word(start + 4) == "month"
    {
      return made(start, start + 5, .dayAlone(day, months: shift))
    }
    guard reading.word(start - 1) == "on", closes(start + 2) else { return nil }
    return made(start, start + 2, .dayAlone(day, months: nil))
  }

  /// Whether the phrase is over at `index`, so that no noun follows that would change its meaning.
  func closes(_ index: Int) -> Bool {
    guard index < limit else { return true }
    let token = reading.tokens[index]
    return token.isMark
      || ["and", "in", "at", "with", "to", "by", "but", "he", "she", "they", "when", "after"]
        .contains(token.word)
  }
}
