/// Days on a line from left to right, and the dates printed along it.
struct TimeAxis {
  /// The first and the last day.
  let days: ClosedRange<Int>
  let left: Double
  let width: Double

  struct Tick {
    var x: Double
    var label: String
  }

  /// The middle of a day.
  func x(of day: Int) -> Double { edge(of: day) + dayWidth / 2 }

  /// Where a day begins.
  func edge(of day: Int) -> Double { left + Double(day - days.lowerBound) * dayWidth }

  var dayWidth: Double { width / Double(days.count) }

  /// Round dates far enough apart to be read.
  var ticks: [Tick] {
    let room = 74.0
    if dayWidth * 14 >= room {
      let step = [1, 2, 7, 14].first { dayWidth * Double($0) >= room } ?? 14
      return stride(from: days.lowerBound, through: days.upperBound, by: step).map { day in
        let date = CivilDate(dayNumber: day)
        return Tick(x: edge(of: day), label: "\(date.day) \(date.monthName) \(date.year)")
      }
    }
    let months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
    let step = months.first { dayWidth * 30.4 * Double($0) >= room } ?? 1200
    let (first, last) = (
      CivilDate(dayNumber: days.lowerBound), CivilDate(dayNumber: days.upperBound)
    )
    let from = (first.year * 12 + first.month - 1 + step - 1) / step * step
    return stride(from: from, through: last.year * 12 + last.month - 1, by: step).compactMap {
      let date = CivilDate(year: $0 / 12, month: $0 % 12 + 1, day: 1)
      guard days.contains(date.dayNumber) else { return nil }
      let label = step < 12 ? "\(date.monthName) \(date.year)" : "\(date.year)"
      return Tick(x: edge(of: date.dayNumber), label: label)
    }
  }
}

/// A day of the Gregorian calendar: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct CivilDate {
  let year: Int
  let month: Int
  let day: Int

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  var monthName: String { CivilDate.names[month - 1] }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day so many days after 1 January 1970.
  init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    month = part + (part < 10 ? 3 : -9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * part + 2) / 5 + 1
  }

  var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
