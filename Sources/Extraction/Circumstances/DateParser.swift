import Diplomacy
import Language

/// Reads a date expression at a given token.
struct DateParser {
  let reading: Reading
  /// The token after the sentence.
  let limit: Int

  /// The date that starts at `start`, or nil.
  func parse(at start: Int) -> DateExpression? {
    if reading.tokens[start].shape.contains(.number) {
      return isoDate(start) ?? numericDate(start) ?? dayAndMonth(start) ?? relative(start)
        ?? yearAlone(start)
    }
    guard DateWords.first.contains(reading.word(start)) || midMonth(start) != nil else {
      return nil
    }
    return monthAndDay(start) ?? weekday(start) ?? relative(start) ?? anaphoric(start)
      ?? ordinalDay(start) ?? holiday(start)
  }

  func word(_ index: Int) -> Word { index < limit ? reading.word(index) : "" }

  func lower(_ index: Int) -> String { index < limit ? reading.lower(index) : "" }

  func made(_ start: Int, _ end: Int, _ meaning: DateExpression.Meaning) -> DateExpression {
    DateExpression(tokens: start..<end, meaning: meaning)
  }

  // MARK: - Figures

  /// "1912-03-05", alone or as a span "… to 1912-03-07".
  private func isoDate(_ start: Int) -> DateExpression? {
    guard let first = CalendarDate(iso: lower(start)) else { return nil }
    if word(start + 1) == "to", let last = CalendarDate(iso: lower(start + 2)), first <= last {
      return made(start, start + 3, .fixed(first == last ? .day(first) : .span(first, last)))
    }
    return made(start, start + 1, .fixed(.day(first)))
  }

  /// "19.04.2025"; with bars only where no month could be meant by the first figure.
  private func numericDate(_ start: Int) -> DateExpression? {
    guard mayHoldMarks(start) else { return nil }
    var end = start
    var text = ""
    while end < limit, end - start < 5, text.utf8.count < 10,
      end == start || !reading.tokens[end].shape.contains(.afterSpace)
    {
      text += lower(end)
      end += 1
    }
    let parts = text.split { $0 == "." || $0 == "/" }
    guard parts.count == 3, text.utf8.count <= 10, let first = Int(parts[0]),
      let second = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    let date: CalendarDate?
    switch (parts[2].utf8.count, text.contains("/")) {
    case (4, false): date = CalendarDate(year: year, month: second, day: first)
    // "10/15/85": only Americans write the year with two figures behind bars.
    case (2, true): date = CalendarDate(year: century(of: year), month: first, day: second)
    case (4, true) where first > 12: date = CalendarDate(year: year, month: second, day: first)
    case (4, true) where second > 12: date = CalendarDate(year: year, month: first, day: second)
    default: date = nil
    }
    return date.map { made(start, end, .fixed(.day($0))) }
  }

  /// Whether a figure may be of several parts, in its own token or with the next.
  private func mayHoldMarks(_ start: Int) -> Bool {
    let form = reading.tokens[start].form
    return form.contains(UInt8(ascii: ".")) ?? true || form.contains(UInt8(ascii: "/")) ?? true
      || start + 1 < limit && !reading.tokens[start + 1].shape.contains(.afterSpace)
  }

  /// The century that makes it no later than the article.
  private func century(of year: Int) -> Int {
    let now = reading.article.publication?.when.firstDay?.year ?? 2099
    return 2000 + year <= now ? 2000 + year : 1900 + year
  }

  /// "in 1953".
  private func yearAlone(_ start: Int) -> DateExpression? {
    guard let year = year(start) else { return nil }
    let before = reading.word(start - 1)
    if DateParser.yearLeads.contains(before) {
      return made(start, start + 1, .fixed(.year(year)))
    }
    return nil
  }

  private static let yearLeads: WordSet = [
    "in", "since", "of", "early", "late", "during", "spring", "summer", "autumn", "winter",
  ]

  // MARK: - Day and month

  /// "3 November 2022", "19 March", "3–9 April 2021", "16 and 17 May", "25 October to 2 November".
  func dayAndMonth(_ start: Int) -> DateExpression? {
    if let (first, last) = dayRange(start), let month = month(start + 1) {
      return spanned((month, first), (month, last), start, start + 2)
    }
    guard let first = day(start) else { return nil }
    let monthIndex = word(start + 1) == "of" ? start + 2 : start + 1
    if let month = month(monthIndex) {
      if let next = joint(monthIndex + 1), let last = day(next),
        let lastMonth = self.month(next + 1)
      {
        return spanned((month, first), (lastMonth, last), start, next + 2)
      }
      return dated(start, monthIndex + 1, month, first)
    }
    guard let next = joint(start + 1), let last = day(next), let month = month(next + 1) else {
      return nil
    }
    return spanned((month, first), (month, last), start, next + 2)
  }

  /// "March 19", "Feb. 19, 2010", "April 4 to 9", "Oct. 25 to Nov. 2", "November 2023", "in May".
  func monthAndDay(_ start: Int) -> DateExpression? {
    var first = start
    while first < start + 3, DateWords.monthLeads.contains(word(first)) {
      first += word(first) == "end" && word(first + 1) == "of" ? 2 : 1
    }
    guard let month = month(first) ?? midMonth(first) else { return nil }
    if first > start, day(first + 1) != nil { return nil }
    if first == start {
      if let (low, high) = dayRange(start + 1) {
        return spanned((month, low), (month, high), start, start + 2)
      }
      if let low = day(start + 1), !reading.tokens[start + 1].shape.contains(.mark) {
        if let next = joint(start + 2) {
          if let high = day(next), word(next + 1) != "o'clock", high > low {
            return spanned((month, low), (month, high), start, next + 1)
          }
          if let other = self.month(next), let high = day(next + 1) {
            return spanned((month, low), (other, high), start, next + 2)
          }
        }
        return dated(start, start + 2, month, low)
      }
    }
    return monthAlone(start, first, month)
  }

  /// A month with its year, or vouched for by the words around it, since "may" and "march" are
  /// verbs too.
  private func monthAlone(_ start: Int, _ index: Int, _ month: Int) -> DateExpression? {
    let after = ["of", ","].contains(word(index + 1)) ? index + 2 : index + 1
    if let year = year(after) {
      return made(start, after + 1, .fixed(.month(year: year, month: month)))
    }
    if let (shift, end) = yearShift(after) {
      return made(start, end, .monthOnly(month, years: shift))
    }
    // "in May of that year"
    if ["that", "same"].contains(word(after)) || word(after + 1) == "same" {
      let year = word(after + 1) == "same" ? after + 2 : after + 1
      if word(year) == "year" { return made(start, year + 1, .monthOfToldYear(month)) }
    }
    let before = reading.word(index - 1)
    let attributive =
      (["a", "the", "that", "their", "his", "her", "its"].contains(before)
        || index > 0 && reading.tokens[index - 1].isPossessive)
      && index + 1 < limit && !reading.tokens[index + 1].isMark
      && !reading.tokens[index + 1].isCapitalized
    // "as recently as July"
    let isRecent =
      before == "as" && ["recently", "early", "late"].contains(reading.word(index - 2))
    guard
      DateWords.beforeMonths.contains(before) || attributive || isRecent || midMonth(index) != nil
    else { return nil }
    return made(start, index + 1, .monthOnly(month, years: nil))
  }

  private func midMonth(_ index: Int) -> Int? {
    let word = word(index)
    guard word.byteCount > 6, word.contains(UInt8(ascii: "-")) != false else { return nil }
    let text = lower(index)
    guard text.utf8.contains(UInt8(ascii: "-")) else { return nil }
    for lead in ["mid-", "late-", "early-"] where text.hasPrefix(lead) {
      return DateWords.months[String(text.dropFirst(lead.utf8.count))]
    }
    return nil
  }

  private func dated(_ start: Int, _ end: Int, _ month: Int, _ day: Int) -> DateExpression? {
    let next = word(end) == "," ? end + 1 : end
    if let year = year(next) {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return made(start, next + 1, .fixed(.day(date)))
    }
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    if let (shift, last) = yearShift(end) {
      return made(start, last, .dayOfYear(.init(month: month, day: day), years: shift))
    }
    return made(start, end, .dayOfMonth(month: month, day: day))
  }

  private func spanned(
    _ first: (month: Int, day: Int), _ last: (month: Int, day: Int), _ start: Int, _ end: Int
  ) -> DateExpression? {
    let next = word(end) == "," ? end + 1 : end
    if let year = year(next) {
      let firstYear = first.month > last.month ? year - 1 : year
      guard let low = CalendarDate(year: firstYear, month: first.month, day: first.day),
        let high = CalendarDate(year: year, month: last.month, day: last.day), low < high
      else { return nil }
      return made(start, next + 1, .fixed(.span(low, high)))
    }
    return made(
      start, end,
      .daysOfMonth(
        .init(month: first.month, day: first.day), .init(month: last.month, day: last.day)))
  }

  /// "last year", "this year", "next year" after a day or month.
  private func yearShift(_ index: Int) -> (Int, Int)? {
    let first = word(index) == "of" ? index + 1 : index
    guard word(first + 1) == "year", let shift = ["last": -1, "this": 0, "next": 1][word(first)]
    else { return nil }
    return (shift, first + 2)
  }

  /// The token after "to", "and" or a dash between two days.
  func joint(_ index: Int) -> Int? {
    ["to", "and", "–", "-", "—", "until", "through"].contains(word(index)) ? index + 1 : nil
  }
}
