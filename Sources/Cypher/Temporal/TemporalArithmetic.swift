extension CypherTemporal {
  func adding(_ duration: CypherDuration) -> CypherTemporal {
    switch self {
    case .date(let days):
      let seconds = duration.seconds
      return .date(days: moved(days, duration) + seconds / 86_400)
    case .localTime(let nanoseconds):
      return .localTime(nanoseconds: wrapped(nanoseconds, duration))
    case .time(let nanoseconds, let offset):
      return .time(nanoseconds: wrapped(nanoseconds, duration), offset: offset)
    case .localDateTime(let days, let nanoseconds):
      let (day, time) = advanced(moved(days, duration), nanoseconds, duration)
      return .localDateTime(days: day, nanoseconds: time)
    case .dateTime(let days, let nanoseconds, let offset, let name):
      let zone = ZoneName(offset: offset, name: name)
      let start = CypherTemporal.local(moved(days, duration), nanoseconds, zone)
      guard let instant = start.instant else { return self }
      let rest = nanoseconds % nanosecondsPerSecond + duration.nanoseconds
      return .instant(instant + duration.seconds, rest, in: zone)
    case .duration(let other): return .duration(other + duration)
    }
  }

  private func moved(_ days: Int, _ duration: CypherDuration) -> Int {
    (CivilDate(days: days).adding(months: duration.months).days + duration.days)
      .limited(to: 1_500_000_000_000)
  }

  private func wrapped(_ nanoseconds: Int, _ duration: CypherDuration) -> Int {
    (nanoseconds + duration.seconds % 86_400 * nanosecondsPerSecond + duration.nanoseconds)
      .modulo(nanosecondsPerDay)
  }

  private func advanced(
    _ days: Int, _ nanoseconds: Int, _ duration: CypherDuration
  ) -> (days: Int, nanoseconds: Int) {
    let total =
      nanoseconds + duration.seconds % 86_400 * nanosecondsPerSecond + duration.nanoseconds
    let carried = total.floored(by: nanosecondsPerDay)
    return (
      days + duration.seconds / 86_400 + carried, total - carried * nanosecondsPerDay
    )
  }
}

// MARK: - Order

extension CypherTemporal {
  /// Whether a value of the same kind comes before, at or after another; nil for kinds that can't be
  /// compared.
  func compared(with other: CypherTemporal) -> Int? {
    func order(_ a: Int, _ b: Int) -> Int { a < b ? -1 : a > b ? 1 : 0 }
    func order(_ a: (Int, Int), _ b: (Int, Int)) -> Int {
      a.0 == b.0 ? order(a.1, b.1) : order(a.0, b.0)
    }
    switch (self, other) {
    case (.date(let a), .date(let b)): return order(a, b)
    case (.localTime(let a), .localTime(let b)): return order(a, b)
    case (.time(let a, let offsetA), .time(let b, let offsetB)):
      return order(
        (a - offsetA * nanosecondsPerSecond, offsetA), (b - offsetB * nanosecondsPerSecond, offsetB)
      )
    case (.localDateTime(let daysA, let a), .localDateTime(let daysB, let b)):
      return order((daysA, a), (daysB, b))
    case (.dateTime, .dateTime):
      return order(
        (instant ?? 0, (nanoseconds ?? 0) % nanosecondsPerSecond),
        (other.instant ?? 0, (other.nanoseconds ?? 0) % nanosecondsPerSecond))
    default: return nil
    }
  }
}

// MARK: - Between

/// Which units a span between two values is told in.
enum SpanUnits: String, CaseIterable {
  case between, inMonths = "inmonths", inDays = "indays", inSeconds = "inseconds"
}

extension CypherTemporal {
  /// The span from one value to another; where one has no date, or no time, or no zone, it takes the
  /// other's or the smallest.
  static func span(
    _ units: SpanUnits, from a: CypherTemporal, to b: CypherTemporal
  ) -> CypherDuration {
    let isDated = a.days != nil && b.days != nil
    if !isDated, units == .inMonths || units == .inDays { return CypherDuration() }
    let zone = spanZone(a, b)
    let anchor = a.days ?? b.days ?? 0
    let start = instant(of: a, anchor: isDated ? nil : anchor, zone)
    let end = instant(of: b, anchor: isDated ? nil : anchor, zone)
    let difference = CypherDuration(
      seconds: end.seconds - start.seconds, nanoseconds: end.nanoseconds - start.nanoseconds)
    if units == .inSeconds || !isDated { return difference }
    var local = shown(start, zone)
    let target = shown(end, zone)
    var result = CypherDuration()
    if units != .inDays {
      result.months = months(from: local, to: target)
      local.days = CivilDate(days: local.days).adding(months: result.months).days
      if units == .inMonths { return result }
    }
    result.days = wholeDays(from: local, to: target)
    if units == .inDays { return result }
    let reached = CypherTemporal.local(local.days + result.days, local.nanoseconds, zone)
    let rest = CypherDuration(
      seconds: end.seconds - (reached.instant ?? 0),
      nanoseconds: end.nanoseconds - local.nanoseconds % nanosecondsPerSecond)
    return CypherDuration(
      months: result.months, days: result.days, seconds: rest.seconds,
      nanoseconds: rest.nanoseconds)
  }

  private typealias Instant = (seconds: Int, nanoseconds: Int)
  private typealias Shown = (days: Int, nanoseconds: Int)

  private static func spanZone(_ a: CypherTemporal, _ b: CypherTemporal) -> ZoneName {
    let owner = a.offset != nil ? a : b
    return ZoneName(offset: owner.offset ?? 0, name: owner.zone)
  }

  private static func instant(
    of value: CypherTemporal, anchor: Int?, _ zone: ZoneName
  ) -> Instant {
    let days = anchor ?? value.days ?? 0
    let time = value.nanoseconds ?? 0
    let local = days * 86_400 + time / nanosecondsPerSecond
    let own = value.offset.map { ZoneName(offset: $0, name: value.zone) } ?? zone
    return (local - own.offset(atLocal: local), time % nanosecondsPerSecond)
  }

  private static func shown(_ instant: Instant, _ zone: ZoneName) -> Shown {
    let local = instant.seconds + zone.offset(at: instant.seconds)
    let days = local.floored(by: 86_400)
    return (days, (local - days * 86_400) * nanosecondsPerSecond + instant.nanoseconds)
  }

  private static func months(from a: Shown, to b: Shown) -> Int {
    let (start, end) = (CivilDate(days: a.days), CivilDate(days: b.days))
    var count = (end.year - start.year) * 12 + end.month - start.month
    let startsLater = (start.day, a.nanoseconds) > (end.day, b.nanoseconds)
    let startsEarlier = (start.day, a.nanoseconds) < (end.day, b.nanoseconds)
    if count > 0, startsLater { count -= 1 }
    if count < 0, startsEarlier { count += 1 }
    return count
  }

  private static func wholeDays(from a: Shown, to b: Shown) -> Int {
    var count = b.days - a.days
    if count > 0, a.nanoseconds > b.nanoseconds { count -= 1 }
    if count < 0, a.nanoseconds < b.nanoseconds { count += 1 }
    return count
  }
}
