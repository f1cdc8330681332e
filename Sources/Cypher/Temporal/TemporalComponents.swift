extension CypherTemporal {
  /// A part such as `year` or `secondsOfMinute`; nil where the value has none of the name.
  func component(_ name: String) -> CypherValue? {
    if case .duration(let duration) = self {
      return duration.component(name).map { .integer(Int64($0)) }
    }
    if let days, let value = CivilDate(days: days).component(name) {
      return .integer(Int64(value))
    }
    if let nanoseconds, let value = Self.timeComponent(name, nanoseconds) {
      return .integer(Int64(value))
    }
    guard let offset else { return nil }
    switch name {
    case "timezone": return .string(zone ?? offsetText(offset))
    case "offset": return .string(offsetText(offset))
    case "offsetMinutes": return .integer(Int64(offset / 60))
    case "offsetSeconds": return .integer(Int64(offset))
    case "epochSeconds": return instant.map { .integer(Int64($0)) }
    case "epochMillis":
      return instant.map { .integer(Int64($0 &* 1_000 &+ (nanoseconds ?? 0) / 1_000_000 % 1_000)) }
    default: return nil
    }
  }

  var days: Int? {
    switch self {
    case .date(let days), .localDateTime(let days, _), .dateTime(let days, _, _, _): days
    default: nil
    }
  }

  var nanoseconds: Int? {
    switch self {
    case .localTime(let nanoseconds), .time(let nanoseconds, _), .localDateTime(_, let nanoseconds),
      .dateTime(_, let nanoseconds, _, _):
      nanoseconds
    default: nil
    }
  }

  var offset: Int? {
    switch self {
    case .time(_, let offset), .dateTime(_, _, let offset, _): offset
    default: nil
    }
  }

  var zone: String? { if case .dateTime(_, _, _, let zone) = self { zone } else { nil } }

  /// Seconds since 1970 in Greenwich.
  var instant: Int? {
    guard case .dateTime(let days, let nanoseconds, let offset, _) = self else { return nil }
    return days * 86_400 + nanoseconds / nanosecondsPerSecond - offset
  }

  private static func timeComponent(_ name: String, _ nanoseconds: Int) -> Int? {
    let seconds = nanoseconds / nanosecondsPerSecond
    let rest = nanoseconds % nanosecondsPerSecond
    switch name {
    case "hour": return seconds / 3_600
    case "minute": return seconds / 60 % 60
    case "second": return seconds % 60
    case "millisecond": return rest / 1_000_000
    case "microsecond": return rest / 1_000
    case "nanosecond": return rest
    default: return nil
    }
  }
}

extension CivilDate {
  fileprivate func component(_ name: String) -> Int? {
    switch name {
    case "year": year
    case "quarter": quarter
    case "month": month
    case "week": week.week
    case "weekYear": week.year
    case "dayOfQuarter", "quarterDay": dayOfQuarter
    case "day": day
    case "ordinalDay", "dayOfYear": dayOfYear
    case "dayOfWeek", "weekDay": dayOfWeek
    default: nil
    }
  }
}

extension CypherDuration {
  fileprivate func component(_ name: String) -> Int? {
    switch name {
    case "years": months / 12
    case "quarters": months / 3
    case "months": months
    case "weeks": days / 7
    case "days": days
    case "hours": seconds / 3_600
    case "minutes": seconds / 60
    case "seconds": seconds
    case "milliseconds": seconds &* 1_000 &+ nanoseconds / 1_000_000
    case "microseconds": seconds &* 1_000_000 &+ nanoseconds / 1_000
    case "nanoseconds": seconds &* nanosecondsPerSecond &+ nanoseconds
    case "quartersOfYear": months / 3 % 4
    case "monthsOfQuarter": months % 3
    case "monthsOfYear": months % 12
    case "daysOfWeek": days % 7
    case "minutesOfHour": seconds / 60 % 60
    case "secondsOfMinute": seconds % 60
    case "millisecondsOfSecond": nanoseconds / 1_000_000
    case "microsecondsOfSecond": nanoseconds / 1_000
    case "nanosecondsOfSecond": nanoseconds
    default: nil
    }
  }
}
