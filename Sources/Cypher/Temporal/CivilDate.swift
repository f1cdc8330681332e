/// A day of the proleptic Gregorian calendar by year, month and day.
struct CivilDate: Hashable {
  var year: Int
  /// From 1.
  var month: Int
  /// From 1.
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 1970-01-01, by Hinnant's `civil_from_days`.
  init(days: Int) {
    let shifted = days + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days after 1970-01-01, by Hinnant's `days_from_civil`.
  var days: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floored(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether there is such a day.
  var exists: Bool {
    (1...12).contains(month) && day >= 1
      && day <= CivilDate.length(ofMonth: month, in: year) && abs(year) <= 999_999_999
  }

  /// So many months later; the last day of the month where there is no such day.
  func adding(months count: Int) -> CivilDate {
    let total = year * 12 + (month - 1) + count
    let year = total.floored(by: 12)
    let month = total.modulo(12) + 1
    return CivilDate(
      year: year, month: month, day: min(day, CivilDate.length(ofMonth: month, in: year)))
  }

  var quarter: Int { (month + 2) / 3 }
  var dayOfYear: Int { days - CivilDate(year: year, month: 1, day: 1).days + 1 }
  var dayOfQuarter: Int {
    days - CivilDate(year: year, month: (quarter - 1) * 3 + 1, day: 1).days + 1
  }

  /// Monday is 1, Sunday 7.
  var dayOfWeek: Int { (days + 3).modulo(7) + 1 }

  /// ISO 8601's week and the year it belongs to.
  var week: (year: Int, week: Int) {
    let thursday = days - dayOfWeek + 4
    let year = CivilDate(days: thursday).year
    let first = CivilDate(year: year, month: 1, day: 1).days
    return (year, (thursday - first) / 7 + 1)
  }

  /// Days after 1970-01-01 of a day given by ISO 8601's week.
  static func days(weekYear: Int, week: Int, dayOfWeek: Int) -> Int {
    let fourth = CivilDate(year: weekYear, month: 1, day: 4)
    return fourth.days - fourth.dayOfWeek + 1 + (week - 1) * 7 + dayOfWeek - 1
  }

  /// How many weeks the ISO year has.
  static func weeks(inYear year: Int) -> Int {
    CivilDate(year: year, month: 12, day: 28).week.week
  }
}

extension CivilDate {
  /// Whether `text` is a day of the calendar, a month or a year, as the graph writes them.
  static func isPartOfDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(parts.count),
      zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 })
    else { return false }
    guard numbers.count > 1 else { return true }
    guard (1...12).contains(numbers[1]) else { return false }
    let year = numbers[0]
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    return numbers.count < 3 || (1...days).contains(numbers[2])
  }
}
