import Diplomacy
import Language

/// A date in the text: fixed, or to be counted from the day of writing or from a day told before.
struct DateExpression {
  var tokens: Range<Int>
  var meaning: Meaning

  enum Meaning: Hashable {
    case fixed(PartialDate)
    /// Monday 1 to Sunday 7.
    case weekday(Int, Turn)
    /// The weekday of a calendar week counted from this one: "Thursday of last week".
    case weekdayOfWeek(Int, weeks: Int)
    /// "from Monday to Wednesday last week".
    case weekdaysOfWeek(Int, Int, weeks: Int)
    /// "from Monday to Wednesday".
    case weekdays(Int, Int, Turn)
    /// Saturday and Sunday: "this weekend".
    case weekend(Turn)
    /// Days from the day of writing: "yesterday" is -1.
    case days(Int)
    /// Day and month without a year.
    case dayOfMonth(month: Int, day: Int)
    /// "3 to 9 April", "Oct. 25 to Nov. 2", without a year.
    case daysOfMonth(MonthDay, MonthDay)
    /// "on the 17th"; `months` counts from this one in "the 13th of next month".
    case dayAlone(Int, months: Int?)
    /// A month without a year; `years` counts from this one in "April last year".
    case monthOnly(Int, years: Int?)
    /// "November 7 last year".
    case dayOfYear(MonthDay, years: Int)
    /// The month of a day told in round weeks: "three weeks ago".
    case monthOfDay(Int)
    /// "last month", "next year".
    case months(Int)
    case years(Int)
    /// A whole calendar week from Monday, counted from this one.
    case weeks(Int)
    /// Days from the day told before: "the same day" is 0, "the next day" 1.
    case daysAfter(Int)
    /// The day of that number, or the last, of the span told before: "the second day of his visit".
    case dayOfSpan(Int?)
    /// "on the Monday", the first from the day told before.
    case weekdayAfter(Int)
    /// Months from the one told before: "the following month" is 1.
    case monthsAfter(Int)
    /// Years from the one told before: "that year" is 0, "a year later" 1.
    case yearsAfter(Int)
    /// "May of that year".
    case monthOfToldYear(Int)
  }

  /// Which of the days with one name is meant.
  enum Turn: Hashable {
    /// Told by the tense.
    case nearest
    case last, next
  }

  /// A day of a month of any year.
  struct MonthDay: Hashable {
    var month: Int
    var day: Int
  }

  /// What a date without a year, or without a month, is counted from.
  struct Origin {
    /// The day of writing.
    var today: CalendarDate?
    /// Whether something to come is spoken of.
    var isFuture: Bool
    /// Whether it may lie on either side, as what was called off may; then the nearer day is meant.
    var isOpen = false
    /// The date told last.
    var told: PartialDate?
  }

  /// Whether it can only be understood from a day told before it.
  var isAnaphoric: Bool {
    switch meaning {
    case .daysAfter, .weekdayAfter, .monthsAfter, .dayOfSpan, .yearsAfter, .monthOfToldYear: true
    default: false
    }
  }

  /// Whether it tells no more than a year.
  var isYear: Bool {
    switch meaning {
    case .fixed(let date): date.precision == .year
    case .years, .yearsAfter: true
    default: false
    }
  }

  /// Whether it tells a day or a span of days, so that what follows can happen on it.
  var tellsDay: Bool {
    switch meaning {
    case .fixed(let date): date.precision == .day || date.precision == .span
    case .monthOnly, .monthOfDay, .months, .years, .weeks, .monthsAfter, .yearsAfter,
      .monthOfToldYear:
      false
    default: true
    }
  }
}

extension DateExpression {
  /// The date meant, for something past or to come.
  ///
  /// A weekday is the nearest such day up to the day of writing for the past, from it on for the
  /// future; so are a month and a day without a year. A year told just before is kept for what is
  /// past: "On 5 December 1989 … On 1 June".
  func date(from origin: Origin) -> PartialDate? {
    if origin.isOpen, let today = origin.today { return nearer(origin, today) }
    switch meaning {
    case .fixed(let date): return date
    case .daysAfter(let days):
      guard let day = days < 0 ? origin.told?.firstDay : origin.told?.lastDay,
        origin.told?.precision == .day || origin.told?.precision == .span
      else { return nil }
      if days == 0, case .span? = origin.told { return origin.told }
      return day.adding(days: days).map(PartialDate.day)
    case .dayOfSpan(let number):
      guard let told = origin.told, told.precision == .day || told.precision == .span else {
        return nil
      }
      guard let number else {
        return told.precision == .span ? told.lastDay.map(PartialDate.day) : nil
      }
      return told.firstDay?.adding(days: number - 1).map(PartialDate.day)
    case .weekdayAfter(let weekday):
      guard let day = origin.told?.firstDay, origin.told?.precision == .day else {
        return DateExpression(tokens: tokens, meaning: .weekday(weekday, .nearest))
          .date(from: Origin(today: origin.today, isFuture: origin.isFuture))
      }
      return day.adding(days: (weekday - day.weekday + 7) % 7).map(PartialDate.day)
    case .monthsAfter(let months):
      return origin.told?.firstDay.map { DateExpression.month($0, adding: months) }
    case .yearsAfter(let years): return origin.told?.firstDay.map { .year($0.year + years) }
    case .monthOfToldYear(let month):
      return origin.told?.firstDay.map { .month(year: $0.year, month: month) }
    default: break
    }
    guard let today = origin.today else { return nil }
    switch meaning {
    case .days(let days): return today.adding(days: days).map(PartialDate.day)
    case .monthOfDay(let days):
      return today.adding(days: days).map { .month(year: $0.year, month: $0.month) }
    case .months(let count): return DateExpression.month(today, adding: count)
    case .years(let count): return .year(today.year + count)
    case .weeks(let count):
      let monday = today.adding(days: 7 * count - today.weekday + 1)
      return DateExpression.span(monday, monday?.adding(days: 6))
    case .weekday(let weekday, let turn):
      return DateExpression.weekday(weekday, turn, origin, today).map(PartialDate.day)
    case .weekdayOfWeek(let weekday, let weeks):
      return today.adding(days: 7 * weeks - today.weekday + weekday).map(PartialDate.day)
    case .weekdaysOfWeek(let first, let last, let weeks):
      return DateExpression.span(
        today.adding(days: 7 * weeks - today.weekday + first),
        today.adding(days: 7 * weeks - today.weekday + last))
    case .weekdays(let first, let last, let turn):
      let start = DateExpression.weekday(first, turn, origin, today)
      return DateExpression.span(start, start?.adding(days: (last - first + 7) % 7))
    case .weekend(let turn):
      let saturday = DateExpression.weekday(6, turn, origin, today)
      return DateExpression.span(saturday, saturday?.adding(days: 1))
    default: return calendarDate(today, origin)
    }
  }

  private func nearer(_ origin: Origin, _ today: CalendarDate) -> PartialDate? {
    let options = [false, true].compactMap {
      date(from: Origin(today: today, isFuture: $0, told: origin.told))
    }
    func distance(_ date: PartialDate) -> Int {
      abs((date.firstDay?.dayNumber ?? 0) - today.dayNumber)
    }
    return options.min { distance($0) < distance($1) }
  }

  /// Those that name a month or a day of one.
  private func calendarDate(_ today: CalendarDate, _ origin: Origin) -> PartialDate? {
    switch meaning {
    case .dayOfMonth(let month, let day):
      return DateExpression.nearest(MonthDay(month: month, day: day), today, origin)
        .map(PartialDate.day)
    case .daysOfMonth(let first, let last):
      guard let end = DateExpression.nearest(last, today, origin) else { return nil }
      let year = (first.month, first.day) <= (last.month, last.day) ? end.year : end.year - 1
      return DateExpression.span(
        CalendarDate(year: year, month: first.month, day: first.day), end)
    case .dayAlone(let day, let months):
      return DateExpression.dayAlone(day, months, today, origin).map(PartialDate.day)
    case .dayOfYear(let day, let years):
      return CalendarDate(year: today.year + years, month: day.month, day: day.day)
        .map(PartialDate.day)
    case .monthOnly(let month, let years):
      if let years { return .month(year: today.year + years, month: month) }
      if let year = DateExpression.yearTold(origin, today, month) {
        return .month(year: year, month: month)
      }
      if origin.isFuture {
        return .month(year: today.year + (month < today.month ? 1 : 0), month: month)
      }
      return .month(year: today.year - (month > today.month ? 1 : 0), month: month)
    default: return nil
    }
  }
}
