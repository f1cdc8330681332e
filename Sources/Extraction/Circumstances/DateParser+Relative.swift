import Diplomacy
import Language

// MARK: - Counted from the day of writing

extension DateParser {
  /// "yesterday", "last month", "two days ago", "earlier this month", "over the weekend".
  func relative(_ start: Int) -> DateExpression? {
    switch word(start) {
    case "today", "tonight": return made(start, start + 1, .days(0))
    case "yesterday": return made(start, partEnd(start + 1), .days(-1))
    case "tomorrow": return made(start, partEnd(start + 1), .days(1))
    case "earlier", "later", "early", "late":
      if ["today", "yesterday", "tomorrow"].contains(word(start + 1)) {
        return relative(start + 1).map { made(start, $0.tokens.upperBound, $0.meaning) }
      }
      if word(start + 1) == "in", word(start + 2) == "the",
        ["day", "evening", "morning", "afternoon"].contains(word(start + 3))
      {
        return made(start, start + 4, .daysAfter(0))
      }
      if word(start + 1) == "in", word(start + 2) == "the", let whole = whole(start + 3) {
        return made(start, start + 4, whole)
      }
      let shift = word(start + 1) == "in" ? start + 2 : start + 1
      guard ["this", "last", "next", "that", "the"].contains(word(shift)) else { return nil }
      return (relative(shift) ?? anaphoric(shift)).map {
        made(start, $0.tokens.upperBound, $0.meaning)
      }
    case "end":
      guard word(start + 1) == "of" else { return nil }
      if word(start + 2) == "the", word(start + 3) == "month" {
        return made(start, start + 4, .months(0))
      }
      return relative(start + 2).map { made(start, $0.tokens.upperBound, $0.meaning) }
    case "last", "next", "this", "coming", "past", "the", "over":
      return weekThenDay(start) ?? unit(start)
    case "in": return ahead(start)
    default: return ago(start)
    }
  }

  private static let shifts: WordTable<Int> = [
    "last": -1, "past": -1, "next": 1, "this": 0, "coming": 1,
  ]

  /// "last week", "this evening", "the weekend", "the day after tomorrow".
  private func unit(_ start: Int) -> DateExpression? {
    var index = start
    let isOver = word(index) == "over"
    if isOver { index += 1 }
    let lead = word(index)
    let shift = DateParser.shifts[lead]
    switch word(index + 1) {
    // "at the start of the month", "at the beginning of last year"
    case "start", "beginning", "end", "middle":
      guard lead == "the", reading.word(index - 1) == "at" || reading.word(index - 1) == "in",
        word(index + 2) == "of"
      else { return nil }
      if word(index + 3) == "the" {
        return whole(index + 4).map { made(start, index + 5, $0) }
      }
      guard DateParser.shifts[word(index + 3)] != nil else { return nil }
      return unit(index + 3).map { made(start, $0.tokens.upperBound, $0.meaning) }
    case "weekend":
      let turn: DateExpression.Turn =
        shift == 1 ? .next : shift == -1 ? .last : .nearest
      guard isOver || shift != nil || reading.word(index - 1) == "at" else { return nil }
      return made(start, index + 2, .weekend(turn))
    case "month" where !isDuration(index): return shift.map { made(start, index + 2, .months($0)) }
    case "year" where !isDuration(index): return shift.map { made(start, index + 2, .years($0)) }
    // "the last week of February" is of February.
    case "week" where word(index + 2) == "of": return nil
    case "week" where lead == "the" && word(index + 2) == "before" && word(index + 3) == "last":
      return made(start, index + 4, .weeks(-2))
    case "week" where lead == "the" && word(index + 2) == "after" && word(index + 3) == "next":
      return made(start, index + 4, .weeks(2))
    case "week":
      guard shift != nil, lead != "past" else { return nil }
      return shift.map { made(start, index + 2, .weeks($0)) }
    case "night", "evening":
      guard let shift, shift <= 0 else { return nil }
      return made(start, index + 2, .days(shift))
    case "morning", "afternoon", "lunchtime":
      return shift == 0 ? made(start, index + 2, .days(0)) : nil
    case "day" where word(index + 3) == "tomorrow" && word(index + 2) == "after":
      return made(start, index + 4, .days(2))
    case "day" where word(index + 3) == "yesterday" && word(index + 2) == "before":
      return made(start, index + 4, .days(-2))
    default: return nil
    }
  }

  /// The week, month or year that is going on.
  private func whole(_ index: Int) -> DateExpression.Meaning? {
    switch word(index) {
    case "week": .weeks(0)
    case "month": .months(0)
    case "year": .years(0)
    default: nil
    }
  }

  /// "in the last year", "over the past month": how long until now, and no year or month of the calendar.
  private func isDuration(_ index: Int) -> Bool {
    ["last", "past"].contains(word(index)) && reading.word(index - 1) == "the"
      && ["in", "over", "within", "during", "for", "throughout"].contains(reading.word(index - 2))
  }

  /// "in two weeks", "in three days' time"; but "their second meeting in two weeks" counts.
  private func ahead(_ start: Int) -> DateExpression? {
    let before = max(0, start - 4)..<start
    guard !before.contains(where: { DateWords.counts.contains(reading.word($0)) }) else {
      return nil
    }
    guard let count = number(start + 1), let days = DateWords.units[word(start + 2)] else {
      return nil
    }
    var end = start + 3
    if word(end) == "'" || word(end) == "’" { end += 1 }
    if word(end) == "time" { return made(start, end + 1, .days(count * days)) }
    // "in three days of talks" tells how long.
    return closes(end) ? made(start, end, .days(count * days)) : nil
  }

  /// "two days ago", "a month ago", "three days later", "a week earlier".
  private func ago(_ start: Int) -> DateExpression? {
    guard let count = number(start) else { return nil }
    let unit = word(start + 1)
    let turn = word(start + 2)
    let end = start + 3
    if let days = DateWords.units[unit] {
      switch turn {
      case "ago":
        // "a fortnight ago" is no more exact than its month.
        return made(
          start, end,
          days > 1 && count * days > 7 ? .monthOfDay(-count * days) : .days(-count * days))
      case "later", "afterwards": return made(start, end, .daysAfter(count * days))
      case "before" where word(end) == "that":
        return made(start, end + 1, .daysAfter(-count * days))
      case "after" where word(end) == "that":
        return made(start, end + 1, .daysAfter(count * days))
      case "earlier", "before", "previously":
        guard turn == "earlier" || closes(end) else { return nil }
        return made(start, end, .daysAfter(-count * days))
      default: return nil
      }
    }
    switch (unit, turn) {
    case ("month", "ago"), ("months", "ago"): return made(start, end, .months(-count))
    case ("year", "ago"), ("years", "ago"): return made(start, end, .years(-count))
    case ("month", "later"), ("months", "later"): return made(start, end, .monthsAfter(count))
    case ("month", "earlier"), ("months", "earlier"): return made(start, end, .monthsAfter(-count))
    case ("month", "before"), ("months", "before"):
      return closes(end) ? made(start, end, .monthsAfter(-count)) : nil
    case ("year", "later"), ("years", "later"): return made(start, end, .yearsAfter(count))
    case ("year", "earlier"), ("years", "earlier"): return made(start, end, .yearsAfter(-count))
    case ("year", "before"), ("years", "before"):
      return closes(end) ? made(start, end, .yearsAfter(-count)) : nil
    default: return nil
    }
  }

  private func partEnd(_ index: Int) -> Int {
    DateWords.partsOfDay.contains(word(index)) ? index + 1 : index
  }
}
