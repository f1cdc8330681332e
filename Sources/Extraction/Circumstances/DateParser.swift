import Diplomacy
import Language

/// Reads a date expression at a given token.
struct DateParser {
  let reading: Reading
  let limit: Int

  func parse(at start: Int) -> DateExpression? {
    guard start < limit else { return nil }
    return isoDate(start) ?? dayAndMonth(start) ?? monthAndDay(start) ?? weekday(start)
      ?? relative(start) ?? yearAlone(start)
  }

  private func word(_ index: Int) -> String { index < limit ? reading.word(index) : "" }

  /// "1912-03-05", alone or as a span "… to 1912-03-07".
  private func isoDate(_ start: Int) -> DateExpression? {
    guard let first = CalendarDate(iso: word(start)) else { return nil }
    if word(start + 1) == "to", let last = CalendarDate(iso: word(start + 2)), first <= last {
      let date: PartialDate = first == last ? .day(first) : .span(first, last)
      return DateExpression(tokens: start..<start + 3, meaning: .fixed(date))
    }
    return DateExpression(tokens: start..<start + 1, meaning: .fixed(.day(first)))
  }

  /// "3 November 2022", "19 March", "the 16th of May".
  private func dayAndMonth(_ start: Int) -> DateExpression? {
    guard let day = day(start) else { return nil }
    let monthIndex = word(start + 1) == "of" ? start + 2 : start + 1
    guard let month = month(monthIndex) else { return nil }
    return dated(start..<monthIndex + 1, month: month, day: day)
  }

  /// "March 19", "Feb. 19, 2010", "November 2023", "in May".
  private func monthAndDay(_ start: Int) -> DateExpression? {
    guard let month = month(start) else { return nil }
    if let day = day(start + 1) { return dated(start..<start + 2, month: month, day: day) }
    let yearIndex = ["of", ","].contains(word(start + 1)) ? start + 2 : start + 1
    if let year = year(yearIndex) {
      return DateExpression(
        tokens: start..<yearIndex + 1, meaning: .fixed(.month(year: year, month: month)))
    }
    let before = reading.word(start - 1)
    // "may" and "march" are verbs unless a preposition or a capital inside a sentence says else.
    guard
      ["in", "last", "since", "by", "early", "late", "mid", "this", "next", "until"]
        .contains(before)
    else { return nil }
    return DateExpression(tokens: start..<start + 1, meaning: .monthOnly(month))
  }

  private func dated(_ range: Range<Int>, month: Int, day: Int) -> DateExpression? {
    let yearIndex = word(range.upperBound) == "," ? range.upperBound + 1 : range.upperBound
    if let year = year(yearIndex) {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return DateExpression(
        tokens: range.lowerBound..<yearIndex + 1, meaning: .fixed(.day(date)))
    }
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    return DateExpression(tokens: range, meaning: .dayOfMonth(month: month, day: day))
  }

  /// "Wednesday", "last Monday", "next Saturday", "Tuesday, 6 April".
  private func weekday(_ start: Int) -> DateExpression? {
    let shift = ["last": -1, "next": 1, "this": 0, "coming": 1][word(start)]
    let index = shift == nil ? start : start + 1
    guard let weekday = DateParser.weekdays[word(index)] else { return nil }
    let after = word(index + 1) == "," ? index + 2 : index + 1
    if let exact = dayAndMonth(after) ?? monthAndDay(after) {
      return DateExpression(tokens: start..<exact.tokens.upperBound, meaning: exact.meaning)
    }
    return DateExpression(
      tokens: start..<index + 1, meaning: .weekday(weekday, shift: shift ?? 0))
  }

  /// "yesterday", "last month", "two days ago".
  private func relative(_ start: Int) -> DateExpression? {
    let one = start..<start + 1
    switch word(start) {
    case "today", "tonight": return DateExpression(tokens: one, meaning: .days(0))
    case "yesterday": return DateExpression(tokens: one, meaning: .days(-1))
    case "tomorrow": return DateExpression(tokens: one, meaning: .days(1))
    case "last", "next", "this":
      let sign = ["last": -1, "next": 1, "this": 0][word(start)] ?? 0
      let two = start..<start + 2
      switch word(start + 1) {
      case "month": return DateExpression(tokens: two, meaning: .months(sign))
      case "year": return DateExpression(tokens: two, meaning: .years(sign))
      case "week": return DateExpression(tokens: two, meaning: .weeks(sign))
      default: return nil
      }
    default:
      guard let count = DateParser.numbers[word(start)] ?? Int(word(start)),
        word(start + 2) == "ago",
        ["day", "days"].contains(word(start + 1)), count < 60
      else { return nil }
      return DateExpression(tokens: start..<start + 3, meaning: .days(-count))
    }
  }

  /// "in 1953".
  private func yearAlone(_ start: Int) -> DateExpression? {
    guard ["in", "since", "of"].contains(reading.word(start - 1)), let year = year(start) else {
      return nil
    }
    return DateExpression(tokens: start..<start + 1, meaning: .fixed(.year(year)))
  }

  // MARK: - Parts

  private func month(_ index: Int) -> Int? {
    guard index < limit, reading.tokens[index].isCapitalized else { return nil }
    let name = word(index).hasSuffix(".") ? String(word(index).dropLast()) : word(index)
    if name == "sept" { return 9 }
    guard name.utf8.count >= 3 else { return nil }
    return DateParser.months.firstIndex {
      $0 == name || (name.utf8.count == 3 && $0.hasPrefix(name))
    }
    .map { $0 + 1 }
  }

  private func day(_ index: Int) -> Int? {
    let text = word(index)
    let digits = text.prefix { $0.isNumber }
    guard (1...2).contains(digits.count), let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th"].contains(String(text.dropFirst(digits.count)))
    else { return nil }
    return day
  }

  private func year(_ index: Int) -> Int? {
    guard word(index).utf8.count == 4, let year = Int(word(index)), (1500...2200).contains(year)
    else { return nil }
    return year
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]
  private static let numbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
  ]
}
