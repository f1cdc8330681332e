extension CypherTemporal: CustomStringConvertible {
  /// ISO 8601, as short as openCypher writes it: `1984-10-11T12:31:14.645+01:00[Europe/Stockholm]`.
  public var description: String {
    switch self {
    case .date(let days): CivilDate(days: days).text
    case .localTime(let nanoseconds): timeText(nanoseconds)
    case .time(let nanoseconds, let offset): timeText(nanoseconds) + offsetText(offset)
    case .localDateTime(let days, let nanoseconds):
      "\(CivilDate(days: days).text)T\(timeText(nanoseconds))"
    case .dateTime(let days, let nanoseconds, let offset, let zone):
      "\(CivilDate(days: days).text)T\(timeText(nanoseconds))\(offsetText(offset))"
        + (zone.map { "[\($0)]" } ?? "")
    case .duration(let duration): duration.description
    }
  }
}

extension CypherDuration: CustomStringConvertible {
  /// ISO 8601: `P12Y5M14DT16H13M10.001S`.
  public var description: String {
    var text = "P"
    func add(_ count: Int, _ unit: String) { if count != 0 { text += "\(count)\(unit)" } }
    add(months / 12, "Y")
    add(months % 12, "M")
    add(days, "D")
    // Both parts get the same sign.
    var (whole, rest) = (seconds, nanoseconds)
    if whole < 0, rest > 0 { (whole, rest) = (whole + 1, rest - nanosecondsPerSecond) }
    if whole != 0 || rest != 0 { text += "T" }
    add(whole / 3_600, "H")
    add(whole % 3_600 / 60, "M")
    let last = whole % 60
    if rest != 0 {
      let sign = last < 0 || rest < 0 ? "-" : ""
      text += "\(sign)\(abs(last))\(fractionText(abs(rest)))S"
    } else {
      add(last, "S")
    }
    return text == "P" ? "PT0S" : text
  }
}

extension CivilDate {
  var text: String {
    let sign = year < 0 ? "-" : year > 9_999 ? "+" : ""
    return "\(sign)\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

func timeText(_ nanoseconds: Int) -> String {
  let seconds = nanoseconds / nanosecondsPerSecond
  var text = "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2))"
  let rest = nanoseconds % nanosecondsPerSecond
  if seconds % 60 != 0 || rest != 0 { text += ":\(padded(seconds % 60, 2))" }
  return rest == 0 ? text : text + fractionText(rest)
}

/// `.645` for 645,000,000.
private func fractionText(_ nanoseconds: Int) -> String {
  var digits = padded(nanoseconds, 9)
  while digits.hasSuffix("0") { digits.removeLast() }
  return ".\(digits)"
}

func offsetText(_ offset: Int) -> String {
  if offset == 0 { return "Z" }
  let size = abs(offset)
  var text = "\(offset < 0 ? "-" : "+")\(padded(size / 3_600, 2)):\(padded(size / 60 % 60, 2))"
  if size % 60 != 0 { text += ":\(padded(size % 60, 2))" }
  return text
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
