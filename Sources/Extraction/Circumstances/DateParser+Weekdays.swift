import Diplomacy
import Language

// MARK: - Weekdays

extension DateParser {
  /// "Wednesday", "last Monday", "Tuesday, 6 April", "from Monday to Wednesday", "the Monday".
  func weekday(_ start: Int) -> DateExpression? {
    var index = start
    var turn = DateExpression.Turn.nearest
    var isTold = false
    while index < start + 3 {
      if let told = DateWords.turns[word(index)] {
        turn = told
      } else if word(index) == "the" {
        isTold = true
      } else {
        break
      }
      index += 1
    }
    guard index < limit, reading.tokens[index].isCapitalized else { return nil }
    guard let weekday = DateWords.weekdays[word(index)] else { return shortWeekday(start) }
    // "the Good Friday agreement"
    if ["good", "black", "bloody"].contains(reading.word(index - 1)) { return nil }
    var end = index + 1
    while DateWords.partsOfDay.contains(word(end)) { end += 1 }
    if let shifted = weekdayOfWeek(start, end, weekday) { return shifted }
    if let exact = exact(after: end) {
      return made(start, exact.tokens.upperBound, exact.meaning)
    }
    if let next = joint(end), next < limit, reading.tokens[next].isCapitalized,
      let last = DateWords.weekdays[word(next)], last != weekday
    {
      let shift = word(next + 1) == "of" ? next + 2 : next + 1
      if last > weekday, word(shift + 1) == "week", let weeks = DateWords.shifts[word(shift)] {
        return made(start, shift + 2, .weekdaysOfWeek(weekday, last, weeks: weeks))
      }
      return made(start, next + 1, .weekdays(weekday, last, turn))
    }
    if isTold, turn == .nearest, closes(end) { return made(start, end, .weekdayAfter(weekday)) }
    return made(start, end, .weekday(weekday, turn))
  }

  /// "Thursday of last week", "Tuesday next week", "Monday of this week"; "Thursday week" is seven days
  /// after the next Thursday.
  private func weekdayOfWeek(_ start: Int, _ end: Int, _ weekday: Int) -> DateExpression? {
    if word(end) == "week" {
      let today = reading.setting.today ?? reading.article.publication?.date
      guard let today else { return made(start, end + 1, .weekday(weekday, .next)) }
      return made(start, end + 1, .days((weekday - today.weekday + 7) % 7 + 7))
    }
    let shift = word(end) == "of" ? end + 1 : end
    guard word(shift + 1) == "week", let weeks = DateWords.shifts[word(shift)] else { return nil }
    return made(start, shift + 2, .weekdayOfWeek(weekday, weeks: weeks))
  }

  /// "last week on Thursday".
  func weekThenDay(_ start: Int) -> DateExpression? {
    guard word(start + 1) == "week", word(start + 2) == "on", start + 3 < limit,
      let weeks = DateWords.shifts[word(start)], reading.tokens[start + 3].isCapitalized,
      let weekday = DateWords.weekdays[word(start + 3)]
    else { return nil }
    return made(start, start + 4, .weekdayOfWeek(weekday, weeks: weeks))
  }

  /// "Tue, Dec. 17", "Sat. 3 April".
  private func shortWeekday(_ start: Int) -> DateExpression? {
    let name = word(start).hasSuffix(".") ? String(lower(start).dropLast()) : lower(start)
    guard DateWords.shortWeekdays[name] != nil else { return nil }
    let end = word(start + 1) == "." ? start + 2 : start + 1
    guard let exact = exact(after: end) else { return nil }
    return made(start, exact.tokens.upperBound, exact.meaning)
  }

  /// The day and month that follow a weekday, with or without comma or bracket.
  private func exact(after index: Int) -> DateExpression? {
    var next = index
    let bracketed = word(next) == "("
    if [",", "("].contains(word(next)) { next += 1 }
    if word(next) == "the" { next += 1 }
    guard next < limit, var exact = dayAndMonth(next) ?? monthAndDay(next), exact.tellsDay
    else { return nil }
    if bracketed, word(exact.tokens.upperBound) == ")" {
      exact.tokens = exact.tokens.lowerBound..<exact.tokens.upperBound + 1
    }
    return exact
  }
}

// MARK: - Holidays

extension DateParser {
  /// "Christmas Eve", "New Year's Day".
  func holiday(_ start: Int) -> DateExpression? {
    var index = start + 1
    switch word(start) {
    case "christmas": break
    case "new":
      guard word(start + 1) == "year" else { return nil }
      index = start + 2
      if index < limit, reading.tokens[index].isPossessive { index += 1 }
    default: return nil
    }
    // "just before Christmas"
    if word(start) == "christmas",
      ["before", "over", "around", "at"].contains(reading.word(start - 1)), closes(index)
    {
      return made(start, index, .monthOnly(12, years: nil))
    }
    switch (word(start), word(index)) {
    case ("christmas", "eve"): return made(start, index + 1, .dayOfMonth(month: 12, day: 24))
    case ("christmas", "day"): return made(start, index + 1, .dayOfMonth(month: 12, day: 25))
    case ("new", "eve"): return made(start, index + 1, .dayOfMonth(month: 12, day: 31))
    case ("new", "day"): return made(start, index + 1, .dayOfMonth(month: 1, day: 1))
    default: return nil
    }
  }
}
