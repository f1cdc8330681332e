import Diplomacy
import Language

/// A date in the text: fixed, or to be counted from the day of publication.
struct DateExpression {
  var tokens: Range<Int>
  var meaning: Meaning

  enum Meaning: Hashable {
    case fixed(PartialDate)
    /// Monday 1 to Sunday 7; `shift` is -1 for "last", 1 for "next", 0 without a word.
    case weekday(Int, shift: Int)
    /// Days from the day of publication: "yesterday" is -1.
    case days(Int)
    /// Day and month without a year.
    case dayOfMonth(month: Int, day: Int)
    /// A month without a year.
    case monthOnly(Int)
    /// "last month", "next year".
    case months(Int)
    case years(Int)
    /// A whole calendar week from Monday, counted from this one.
    case weeks(Int)
  }

  /// The date meant in an article of `published`, for something past or to come.
  ///
  /// A weekday is the nearest such day up to the publication date for the past, after it for the
  /// future; so are a month and a day without a year.
  func date(published: CalendarDate?, isFuture: Bool) -> PartialDate? {
    if case .fixed(let date) = meaning { return date }
    guard let published else { return nil }
    switch meaning {
    case .fixed(let date): return date
    case .days(let days): return published.adding(days: days).map(PartialDate.day)
    case .weekday(let weekday, let shift):
      return nearest(weekday, shift, to: published, isFuture: isFuture).map(PartialDate.day)
    case .dayOfMonth(let month, let day):
      let years = [published.year - 1, published.year, published.year + 1]
      let days = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
      let fits = isFuture ? days.first { $0 >= published } : days.last { $0 <= published }
      return fits.map(PartialDate.day)
    case .monthOnly(let month):
      if isFuture {
        return .month(year: published.year + (month < published.month ? 1 : 0), month: month)
      }
      return .month(year: published.year - (month > published.month ? 1 : 0), month: month)
    case .months(let count):
      let index = published.year * 12 + published.month - 1 + count
      return .month(year: index / 12, month: index % 12 + 1)
    case .years(let count): return .year(published.year + count)
    case .weeks: return nil
    }
  }

  private func nearest(
    _ weekday: Int, _ shift: Int, to day: CalendarDate, isFuture: Bool
  ) -> CalendarDate? {
    let difference = weekday - day.weekday
    if isFuture || shift > 0 {
      return day.adding(days: difference > 0 ? difference : difference + 7)
    }
    if difference == 0 { return shift < 0 ? day.adding(days: -7) : day }
    return day.adding(days: difference < 0 ? difference : difference - 7)
  }
}

/// Finds the dates of the text.
struct DateStage {
  func run(_ reading: inout Reading) {
    for sentence in reading.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let parser = DateParser(reading: reading, limit: sentence.tokens.upperBound)
        if let expression = parser.parse(at: index) {
          reading.dates.append(expression)
          index = expression.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
  }
}
