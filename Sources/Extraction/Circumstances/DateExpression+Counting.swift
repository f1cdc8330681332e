import Diplomacy

// MARK: - Counting

extension DateExpression {
  static func span(_ first: CalendarDate?, _ last: CalendarDate?) -> PartialDate? {
    guard let first, let last, first <= last else { return nil }
    return first == last ? .day(first) : .span(first, last)
  }

  static func month(_ day: CalendarDate, adding count: Int) -> PartialDate {
    let index = day.year * 12 + day.month - 1 + count
    return .month(year: index / 12, month: index % 12 + 1)
  }

  static func weekday(
    _ weekday: Int, _ turn: Turn, _ origin: Origin, _ today: CalendarDate
  ) -> CalendarDate? {
    let ahead = (weekday - today.weekday + 7) % 7
    switch turn {
    case .next: return today.adding(days: ahead == 0 ? 7 : ahead)
    case .last: return today.adding(days: ahead - 7)
    case .nearest:
      return today.adding(days: origin.isFuture || ahead == 0 ? ahead : ahead - 7)
    }
  }

  static func nearest(
    _ day: MonthDay, _ today: CalendarDate, _ origin: Origin
  ) -> CalendarDate? {
    if let year = yearTold(origin, today, day.month),
      let date = CalendarDate(year: year, month: day.month, day: day.day)
    {
      return date
    }
    let years = [today.year - 1, today.year, today.year + 1]
    let days = years.compactMap { CalendarDate(year: $0, month: day.month, day: day.day) }
    return origin.isFuture ? days.first { $0 >= today } : days.last { $0 <= today }
  }

  static func dayAlone(
    _ day: Int, _ months: Int?, _ today: CalendarDate, _ origin: Origin
  ) -> CalendarDate? {
    let base = today.year * 12 + today.month - 1
    func date(_ months: Int) -> CalendarDate? {
      CalendarDate(year: (base + months) / 12, month: (base + months) % 12 + 1, day: day)
    }
    if let months { return date(months) }
    // "In June 2023 he led a mission, seeing Zelensky on the 16th"
    if !origin.isFuture, let told = origin.told?.firstDay, origin.told?.precision != .year,
      told.dayNumber < today.dayNumber - 45
    {
      let isEarlier = origin.told?.precision == .day && day < told.day
      return date((told.year * 12 + told.month - 1) - base + (isEarlier ? 1 : 0))
    }
    if origin.isFuture { return [0, 1].compactMap(date).first { $0 >= today } }
    return [-1, 0].compactMap(date).last { $0 <= today }
  }

  /// The year of the date told last, where the text speaks of long ago.
  static func yearTold(
    _ origin: Origin, _ today: CalendarDate, _ month: Int
  ) -> Int? {
    guard !origin.isFuture, let told = origin.told?.firstDay, told.year < today.year - 1 else {
      return nil
    }
    // Two years ago, a month that lies before the one told is of a later year: "in September 2013.
    // In March".
    if told.year == today.year - 2, month < told.month, month <= today.month,
      origin.told?.precision != .year
    {
      return nil
    }
    return told.year
  }
}
