import Diplomacy

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

extension PartialDate {
  /// As it is printed in a picture: `19 March 2025`, `March 2025`, `17–21 March 2025`.
  var words: String {
    switch self {
    case .year(let year): return "\(year)"
    case .month(let year, let month): return "\(monthNames[month - 1]) \(year)"
    case .day(let day): return "\(day.dayAndMonth) \(day.year)"
    case .span(let first, let last):
      if first.year != last.year {
        return "\(first.dayAndMonth) \(first.year) – \(last.dayAndMonth) \(last.year)"
      }
      let start = first.month == last.month ? "\(first.day)–" : "\(first.dayAndMonth) – "
      return "\(start)\(last.dayAndMonth) \(last.year)"
    }
  }

  /// From the first of several dates to the last, as short as it can be read.
  static func words(from first: PartialDate?, to last: PartialDate?) -> String? {
    guard let first, let last else { return (first ?? last)?.words }
    guard first != last, let start = first.firstDay, let end = last.lastDay else {
      return first.words
    }
    if start.year != end.year { return "\(start.year)–\(end.year)" }
    let areDays = [first, last].allSatisfy { $0.precision == .day || $0.precision == .span }
    return areDays ? PartialDate.span(start, end).words : "\(start.year)"
  }

  /// The same with the days, where there is room.
  static func longWords(from first: PartialDate?, to last: PartialDate?) -> String? {
    guard let start = first?.firstDay, let end = last?.lastDay, start.year != end.year else {
      return words(from: first, to: last)
    }
    return PartialDate.span(start, end).words
  }
}

extension CalendarDate {
  /// `19 March`.
  var dayAndMonth: String { "\(day) \(monthNames[month - 1])" }
}
