extension Evaluator {
  /// A function that makes or measures dates and times.
  func temporal(_ function: TemporalCall, _ arguments: [CypherValue]) throws -> CypherValue {
    switch function {
    case .make(let kind):
      guard let first = arguments.first else { return .temporal(now(kind, nil)) }
      if case .map(let members) = first, kind != .duration, isZoneAlone(members) {
        return .temporal(now(kind, try TemporalFields(members).zone()))
      }
      if case .string(let text) = first, kind != .duration, kind.parse(text) == nil,
        let zone = try? ZoneName(text)
      {
        return .temporal(now(kind, zone))
      }
      return try CypherTemporal.make(kind, from: first).map { .temporal($0) } ?? .null
    case .truncate(let kind): return try truncate(kind, arguments)
    case .span(let units):
      guard !arguments[0].isNull, !arguments[1].isNull else { return .null }
      guard let a = moment(arguments[0]) else { throw unfit(arguments[0]) }
      guard let b = moment(arguments[1]) else { throw unfit(arguments[1]) }
      return .temporal(.duration(CypherTemporal.span(units, from: a, to: b)))
    case .fromEpoch:
      guard case .integer(let seconds) = arguments[0], case .integer(let rest) = arguments[1] else {
        return .null
      }
      return .temporal(
        .instant(Int(seconds), Int(rest), in: ZoneName(offset: 0, name: nil)))
    case .fromEpochMillis:
      guard case .integer(let millis) = arguments[0] else { return .null }
      let value = Int(millis)
      return .temporal(
        .instant(
          value.floored(by: 1_000), value.modulo(1_000) * 1_000_000,
          in: ZoneName(offset: 0, name: nil)))
    }
  }

  /// A temporal value, or the first day of a date that the graph keeps without its day.
  private func moment(_ value: CypherValue) -> CypherTemporal? {
    switch value {
    case .temporal(let temporal): temporal
    case .string(let text): CypherTemporal.parseDate(text)
    default: nil
    }
  }

  private func unfit(_ value: CypherValue) -> EvaluationFailure {
    EvaluationFailure(
      "a temporal value is needed here, this is \(value.typeName)",
      code: "TypeError.InvalidArgumentType")
  }

  private func isZoneAlone(_ members: [CypherMember]) -> Bool {
    members.count == 1 && members[0].name == "timezone"
  }

  /// The time at which the statement began, as the clocks of a zone show it.
  private func now(_ kind: TemporalKind, _ zone: ZoneName?) -> CypherTemporal {
    let moment = CypherTemporal.instant(
      statementTime.seconds, statementTime.nanoseconds, in: zone ?? ZoneName(offset: 0, name: nil))
    let (days, nanoseconds) = (moment.days ?? 0, moment.nanoseconds ?? 0)
    switch kind {
    case .date: return .date(days: days)
    case .localTime: return .localTime(nanoseconds: nanoseconds)
    case .time: return .time(nanoseconds: nanoseconds, offset: moment.offset ?? 0)
    case .localDateTime: return .localDateTime(days: days, nanoseconds: nanoseconds)
    case .dateTime: return moment
    case .duration: return .duration(CypherDuration())
    }
  }

  private func truncate(_ kind: TemporalKind, _ arguments: [CypherValue]) throws -> CypherValue {
    guard case .string(let unit) = arguments[0] else {
      if arguments[0].isNull { return .null }
      throw EvaluationFailure(
        "the unit is a string, this is \(arguments[0].typeName)",
        code: "TypeError.InvalidArgumentType")
    }
    var value = now(kind, nil)
    if arguments.count > 1 {
      switch arguments[1] {
      case .null: return .null
      case let given:
        guard let temporal = moment(given) else { throw unfit(given) }
        value = temporal
      }
    }
    var members: [CypherMember] = []
    if arguments.count > 2, case .map(let given) = arguments[2] { members = given }
    return .temporal(try CypherTemporal.truncate(kind, to: unit, value, with: members))
  }
}
