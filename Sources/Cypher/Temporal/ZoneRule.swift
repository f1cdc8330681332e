/// The rule of POSIX's `TZ` for all years after the last change on record: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule {
  private var standard = 0
  private var summer: (offset: Int, start: Change, end: Change)?

  private struct Change {
    var month: Int
    var week: Int
    var weekday: Int
    var time: Int
  }

  init?(_ text: String) {
    var rest = Substring(text)
    guard Self.skipName(&rest), let offset = Self.time(&rest) else { return nil }
    standard = -offset
    guard !rest.isEmpty else { return }
    guard Self.skipName(&rest) else { return nil }
    var summerOffset = standard + 3_600
    if let first = rest.first, first != "," {
      guard let offset = Self.time(&rest) else { return nil }
      summerOffset = -offset
    }
    let parts = rest.split(separator: ",")
    guard parts.count == 2, let start = Self.change(parts[0]), let end = Self.change(parts[1])
    else { return nil }
    summer = (summerOffset, start, end)
  }

  func offset(at instant: Int) -> Int {
    guard let summer else { return standard }
    let year = CivilDate(days: (instant + standard).floored(by: 86_400)).year
    let start = Self.instant(of: summer.start, in: year) - standard
    let end = Self.instant(of: summer.end, in: year) - summer.offset
    let isSummer =
      start < end ? instant >= start && instant < end : instant >= start || instant < end
    return isSummer ? summer.offset : standard
  }

  /// Seconds since 1970 by the clock at the place.
  private static func instant(of change: Change, in year: Int) -> Int {
    let first = CivilDate(year: year, month: change.month, day: 1)
    let firstWeekday = first.dayOfWeek % 7
    var day = 1 + (change.weekday - firstWeekday).modulo(7) + (change.week - 1) * 7
    while day > CivilDate.length(ofMonth: change.month, in: year) { day -= 7 }
    return (first.days + day - 1) * 86_400 + change.time
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    if rest.hasPrefix("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    return !name.isEmpty
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { $0.isNumber || "+-:".contains($0) }
    rest = rest.dropFirst(text.count)
    let sign = text.hasPrefix("-") ? -1 : 1
    let parts = text.drop { "+-".contains($0) }.split(separator: ":").map { Int($0) ?? 0 }
    guard let hours = parts.first else { return nil }
    let minutes = parts.count > 1 ? parts[1] : 0
    return sign * (hours * 3_600 + minutes * 60 + (parts.count > 2 ? parts[2] : 0))
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let date = halves.first, date.hasPrefix("M") else { return nil }
    let numbers = date.dropFirst().split(separator: ".").map { Int($0) ?? 0 }
    guard numbers.count == 3 else { return nil }
    var time = 7_200
    if halves.count == 2 {
      var rest = halves[1]
      time = Self.time(&rest) ?? time
    }
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], time: time)
  }
}
