/// A date as far as a text tells it: a day, a month, a year, or a span of days.
///
/// What is unknown stays unknown: "in May 2024" is a month and never the first of May.
public enum PartialDate: Hashable, Sendable {
  /// Only the year is told.
  case year(Int)
  /// Year and month are told.
  case month(year: Int, month: Int)
  /// The day is told.
  case day(CalendarDate)
  /// Several days, first to last, both included.
  case span(CalendarDate, CalendarDate)

  /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD`; nil for any other text.
  public init?(iso text: some StringProtocol) {
    if text.utf8.count == 10, let day = CalendarDate(iso: text) {
      self = .day(day)
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2 {
      guard let first = CalendarDate(iso: ends[0]), let last = CalendarDate(iso: ends[1]),
        first <= last
      else { return nil }
      self = first == last ? .day(first) : .span(first, last)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]),
      year >= 1
    else { return nil }
    guard parts.count == 2 else {
      self = .year(year)
      return
    }
    guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
      return nil
    }
    self = .month(year: year, month: month)
  }

  /// How exactly the date is known.
  public enum Precision: String, Hashable, Sendable, CaseIterable {
    case year, month, day, span
  }

  /// How exactly the date is known.
  public var precision: Precision {
    switch self {
    case .year: .year
    case .month: .month
    case .day: .day
    case .span: .span
    }
  }

  /// The first day the date can mean.
  public var firstDay: CalendarDate? {
    switch self {
    case .year(let year): CalendarDate(year: year, month: 1, day: 1)
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 1)
    case .day(let day): day
    case .span(let first, _): first
    }
  }

  /// The last day the date can mean.
  public var lastDay: CalendarDate? {
    switch self {
    case .year(let year): CalendarDate(year: year, month: 12, day: 31)
    case .month(let year, let month):
      CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year))
    case .day(let day): day
    case .span(_, let last): last
    }
  }

  /// Whether both can mean one day, give or take `slack` days at either end.
  public func isCompatible(with other: PartialDate, slack: Int = 0) -> Bool {
    guard let first = firstDay?.dayNumber, let last = lastDay?.dayNumber,
      let otherFirst = other.firstDay?.dayNumber, let otherLast = other.lastDay?.dayNumber
    else { return false }
    return first <= otherLast + slack && otherFirst <= last + slack
  }
}

extension PartialDate: CustomStringConvertible {
  /// The ISO form that `init(iso:)` reads.
  public var description: String {
    switch self {
    case .year(let year): padded(year, 4)
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .day(let day): day.description
    case .span(let first, let last): "\(first)/\(last)"
    }
  }
}
