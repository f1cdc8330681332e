extension CypherTemporal {
  /// The value with all parts smaller than `unit` set to the smallest there is.
  func truncated(to unit: String) throws(EvaluationFailure) -> CypherTemporal {
    if case .duration = self {
      throw EvaluationFailure(
        "a duration can't be truncated", code: "TypeError.InvalidArgumentValue")
    }
    let date = days.map { CivilDate(days: $0) }
    func first(_ year: Int, _ month: Int = 1) -> Int {
      CivilDate(year: year, month: month, day: 1).days
    }
    var newDays = days
    var step = nanosecondsPerDay
    switch (unit.lowercased(), date) {
    case ("millennium", let date?): newDays = first(date.year.floored(by: 1_000) * 1_000)
    case ("century", let date?): newDays = first(date.year.floored(by: 100) * 100)
    case ("decade", let date?): newDays = first(date.year.floored(by: 10) * 10)
    case ("year", let date?): newDays = first(date.year)
    case ("weekyear", let date?):
      newDays = CivilDate.days(weekYear: date.week.year, week: 1, dayOfWeek: 1)
    case ("quarter", let date?): newDays = first(date.year, date.quarter * 3 - 2)
    case ("month", let date?): newDays = first(date.year, date.month)
    case ("week", let date?): newDays = date.days - date.dayOfWeek + 1
    case ("day", _): break
    case ("hour", _) where nanoseconds != nil: step = 3_600 * nanosecondsPerSecond
    case ("minute", _) where nanoseconds != nil: step = 60 * nanosecondsPerSecond
    case ("second", _) where nanoseconds != nil: step = nanosecondsPerSecond
    case ("millisecond", _) where nanoseconds != nil: step = 1_000_000
    case ("microsecond", _) where nanoseconds != nil: step = 1_000
    default:
      throw EvaluationFailure(
        "\(typeName) can't be truncated to '\(unit)'", code: "ArgumentError.InvalidArgumentValue",
        help: "units are millennium, century, decade, year, weekYear, quarter, month, week, day, "
          + "hour, minute, second, millisecond, microsecond")
    }
    let time = (nanoseconds ?? 0) / step * step
    switch self {
    case .date: return .date(days: newDays ?? 0)
    case .localTime: return .localTime(nanoseconds: time)
    case .time(_, let offset): return .time(nanoseconds: time, offset: offset)
    case .localDateTime: return .localDateTime(days: newDays ?? 0, nanoseconds: time)
    case .dateTime(_, _, let offset, let zone):
      return CypherTemporal.local(newDays ?? 0, time, ZoneName(offset: offset, name: zone))
    case .duration: return self
    }
  }

  /// `date.truncate('month', value, {day: 3})`.
  static func truncate(
    _ kind: TemporalKind, to unit: String, _ value: CypherTemporal, with map: [CypherMember]
  ) throws(EvaluationFailure) -> CypherTemporal {
    // A date has no hours to be cut to, but becomes a value that has.
    var source = value
    if case .date(let days) = value, kind == .localDateTime || kind == .dateTime {
      source = .localDateTime(days: days, nanoseconds: 0)
    }
    let cut = try source.truncated(to: unit)
    var base = TemporalFields.Base(cut)
    let zone = try TemporalFields(map, base: base).zone()
    if zone != nil { (base.offset, base.zone) = (nil, nil) }
    var fields = try TemporalFields(map, base: base)
    fields.keepsFractions = true
    return try make(kind, from: fields)
  }
}
