// Temporal values from text. Each is nil where the text is none.

extension CypherTemporal {
  static func parseDate(_ text: String) -> CypherTemporal? {
    var reader = TemporalReader(text)
    guard let days = reader.date(), reader.isAtEnd else { return nil }
    return .date(days: days)
  }

  static func parseLocalTime(_ text: String) -> CypherTemporal? {
    var reader = TemporalReader(text)
    guard let time = reader.time(), reader.isAtEnd else { return nil }
    return .localTime(nanoseconds: time)
  }

  static func parseTime(_ text: String) -> CypherTemporal? {
    var reader = TemporalReader(text)
    guard let time = reader.time() else { return nil }
    let offset = reader.offset() ?? 0
    return reader.isAtEnd ? .time(nanoseconds: time, offset: offset) : nil
  }

  static func parseLocalDateTime(_ text: String) -> CypherTemporal? {
    var reader = TemporalReader(text)
    guard let (days, time) = dateAndTime(&reader), reader.isAtEnd else { return nil }
    return .localDateTime(days: days, nanoseconds: time)
  }

  static func parseDateTime(_ text: String) -> CypherTemporal? {
    var reader = TemporalReader(text)
    guard let (days, time) = dateAndTime(&reader) else { return nil }
    let offset = reader.offset()
    let zone = reader.zoneName()
    guard reader.isAtEnd else { return nil }
    guard let zone else {
      return .dateTime(days: days, nanoseconds: time, offset: offset ?? 0, zone: nil)
    }
    guard let known = TimeZones.zone(zone) else { return nil }
    let local = days * 86_400 + time / nanosecondsPerSecond
    return .dateTime(
      days: days, nanoseconds: time, offset: known.offset(atLocal: local, preferring: offset),
      zone: zone)
  }

  private static func dateAndTime(_ reader: inout TemporalReader) -> (days: Int, time: Int)? {
    guard let days = reader.date() else { return nil }
    guard reader.accept("T") || reader.accept("t") else { return (days, 0) }
    return reader.time().map { (days, $0) }
  }

  /// `P1Y2M3W4DT5H6M7.8S`, parts with signs and fractions, or `P2012-02-02T14:37:21.545`.
  static func parseDuration(_ text: String) -> CypherTemporal? {
    var rest = Substring(text)
    var sign = 1.0
    if rest.hasPrefix("-") { sign = -1 }
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    guard rest.hasPrefix("P"), rest.count > 1 else { return nil }
    rest.removeFirst()
    if let calendar = calendarDuration(rest) { return .duration(calendar) }
    var (months, days, seconds) = (0.0, 0.0, 0.0)
    var isTime = false
    while let first = rest.first {
      if first == "T" {
        guard !isTime else { return nil }
        isTime = true
        rest.removeFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      let digits = rest.prefix { $0.isNumber || "+-.,".contains($0) }
      guard let value = Double(digits.replacing(",", with: ".")) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst() else { return nil }
      switch (unit, isTime) {
      case ("Y", false): months += value * 12
      case ("M", false): months += value
      case ("W", false): days += value * 7
      case ("D", false): days += value
      case ("H", true): seconds += value * 3_600
      case ("M", true): seconds += value * 60
      case ("S", true): seconds += value
      default: return nil
      }
    }
    return .duration(
      CypherDuration(months: sign * months, days: sign * days, seconds: sign * seconds))
  }

  private static func calendarDuration(_ text: Substring) -> CypherDuration? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let date = parts.first else { return nil }
    let numbers = date.split(separator: "-").map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2]
    else { return nil }
    var time = 0
    if parts.count == 2 {
      var reader = TemporalReader(parts[1])
      guard let value = reader.time(), reader.isAtEnd else { return nil }
      time = value
    }
    return CypherDuration(months: year * 12 + month, days: day, nanoseconds: time)
  }
}
