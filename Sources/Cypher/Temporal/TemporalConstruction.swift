/// The types that functions such as `date` and `localtime` make.
enum TemporalKind: String, Hashable, CaseIterable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"
  case duration

  func parse(_ text: String) -> CypherTemporal? {
    switch self {
    case .date: CypherTemporal.parseDate(text)
    case .localTime: CypherTemporal.parseLocalTime(text)
    case .time: CypherTemporal.parseTime(text)
    case .localDateTime: CypherTemporal.parseLocalDateTime(text)
    case .dateTime: CypherTemporal.parseDateTime(text)
    case .duration: CypherTemporal.parseDuration(text)
    }
  }
}

extension CypherTemporal {
  /// The value of a text, a map or another temporal value; nil for null.
  static func make(
    _ kind: TemporalKind, from value: CypherValue
  ) throws(EvaluationFailure) -> CypherTemporal? {
    switch value {
    case .null: return nil
    case .string(let text):
      guard let parsed = kind.parse(text) else {
        throw EvaluationFailure(
          "'\(text)' is no \(kind.rawValue)", code: "ArgumentError.InvalidArgumentValue",
          help: "write it as ISO 8601 does: \(kind.example)")
      }
      return parsed
    case .map(let members):
      if kind == .duration { return .duration(try duration(members)) }
      return try make(kind, from: TemporalFields(members))
    case .temporal(let other):
      if case .duration = other, kind == .duration { return other }
      return try make(kind, from: TemporalFields([], base: .init(other)))
    default:
      throw EvaluationFailure(
        "\(kind.rawValue) can't be made of \(value.typeName)",
        code: "TypeError.InvalidArgumentValue")
    }
  }

  static func make(
    _ kind: TemporalKind, from fields: TemporalFields
  ) throws(EvaluationFailure) -> CypherTemporal {
    switch kind {
    case .date: return .date(days: try fields.days())
    case .localTime: return .localTime(nanoseconds: try fields.nanoseconds())
    case .localDateTime:
      if let epoch = try fields.epoch() {
        let days = epoch.seconds.floored(by: 86_400)
        return .localDateTime(
          days: days,
          nanoseconds: ((epoch.seconds - days * 86_400) * nanosecondsPerSecond + epoch.nanoseconds)
            .modulo(nanosecondsPerDay))
      }
      return .localDateTime(days: try fields.days(), nanoseconds: try fields.nanoseconds())
    case .time:
      let known = fields.zoneOfBase?.offset
      guard let zone = try fields.zone() else {
        return .time(nanoseconds: try fields.nanoseconds(), offset: known ?? 0)
      }
      let offset = zone.offset(at: Clock.now().seconds)
      let shift = known.map { offset - $0 } ?? 0
      return .time(nanoseconds: try fields.nanoseconds(shiftedBy: shift), offset: offset)
    case .dateTime: return try dateTime(fields)
    case .duration:
      throw EvaluationFailure(
        "a duration can't be made of a date or time", code: "TypeError.InvalidArgumentValue")
    }
  }

  private static func dateTime(_ fields: TemporalFields) throws(EvaluationFailure) -> CypherTemporal
  {
    let asked = try fields.zone()
    if let epoch = try fields.epoch() {
      return instant(
        epoch.seconds, epoch.nanoseconds, in: asked ?? ZoneName(offset: 0, name: nil))
    }
    var days = try fields.days()
    guard let known = fields.zoneOfBase, let asked else {
      let zone = asked ?? fields.zoneOfBase.map { ZoneName(offset: $0.offset, name: $0.zone) }
      return local(days, try fields.nanoseconds(), zone ?? ZoneName(offset: 0, name: nil))
    }
    // The instant stays; the clock and perhaps the day are others.
    let wasLocal = days * 86_400 + (fields.baseNanoseconds / nanosecondsPerSecond)
    let base = ZoneName(offset: known.offset, name: known.zone)
    let instant = wasLocal - base.offset(atLocal: wasLocal)
    let offset = asked.offset(at: instant)
    let shift = offset - (wasLocal - instant)
    if fields.datesFollowZone { days = (wasLocal + shift).floored(by: 86_400) }
    return local(days, try fields.nanoseconds(shiftedBy: shift), asked)
  }

  /// What the clocks of a zone show.
  static func local(_ days: Int, _ nanoseconds: Int, _ zone: ZoneName) -> CypherTemporal {
    let offset = zone.offset(atLocal: days * 86_400 + nanoseconds / nanosecondsPerSecond)
    return .dateTime(days: days, nanoseconds: nanoseconds, offset: offset, zone: zone.name)
  }

  /// An instant in seconds since 1970, as the clocks of a zone show it.
  static func instant(_ seconds: Int, _ nanoseconds: Int, in zone: ZoneName) -> CypherTemporal {
    let carried = nanoseconds.floored(by: nanosecondsPerSecond)
    let whole = (seconds.limited(to: 200_000_000_000_000_000) + carried)
      .limited(to: 200_000_000_000_000_000)
    let offset = zone.offset(at: whole)
    let local = whole + offset
    let days = local.floored(by: 86_400)
    return .dateTime(
      days: days,
      nanoseconds: (local - days * 86_400) * nanosecondsPerSecond
        + (nanoseconds - carried * nanosecondsPerSecond),
      offset: offset, zone: zone.name)
  }

  private static func duration(_ members: [CypherMember]) throws(EvaluationFailure)
    -> CypherDuration
  {
    var (months, days, seconds, nanoseconds) = (0.0, 0.0, 0.0, 0.0)
    for member in members {
      let amount: Double
      switch member.value {
      case .null: continue
      case .integer(let number): amount = Double(number)
      case .float(let number): amount = number
      default:
        throw EvaluationFailure(
          "\(member.name) needs a number", code: "ArgumentError.InvalidArgumentValue")
      }
      switch member.name {
      case "years": months += amount * 12
      case "quarters": months += amount * 3
      case "months": months += amount
      case "weeks": days += amount * 7
      case "days": days += amount
      case "hours": seconds += amount * 3_600
      case "minutes": seconds += amount * 60
      case "seconds": seconds += amount
      case "milliseconds": nanoseconds += amount * 1_000_000
      case "microseconds": nanoseconds += amount * 1_000
      case "nanoseconds": nanoseconds += amount
      default:
        throw EvaluationFailure(
          "a duration has no part \(member.name)", code: "ArgumentError.InvalidArgumentValue")
      }
    }
    return CypherDuration(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }
}

extension TemporalFields {
  fileprivate var baseNanoseconds: Int { baseTime ?? 0 }
}

extension TemporalKind {
  fileprivate var example: String {
    switch self {
    case .date: "2025-03-18"
    case .localTime: "12:30:15"
    case .time: "12:30:15+01:00"
    case .localDateTime: "2025-03-18T12:30:15"
    case .dateTime: "2025-03-18T12:30:15+01:00"
    case .duration: "P1Y2M3DT4H"
    }
  }
}
