/// The parts of a temporal value that a map names, as `date({year: 2025, week: 10})`.
///
/// What the map leaves out comes from the temporal value it names (`date`, `time`, `datetime`), or is
/// the smallest there is.
struct TemporalFields {
  private let map: [CypherMember]
  private let base: Base
  /// Whether the base is a truncated value, of which even the parts of a second are kept.
  var keepsFractions = false

  /// What a value that the map starts from says.
  struct Base {
    var days: Int?
    var nanoseconds: Int?
    var offset: Int?
    var zone: String?

    init() {}

    init(_ value: CypherTemporal) {
      switch value {
      case .date(let days): self.days = days
      case .localTime(let nanoseconds): self.nanoseconds = nanoseconds
      case .time(let nanoseconds, let offset):
        (self.nanoseconds, self.offset) = (nanoseconds, offset)
      case .localDateTime(let days, let nanoseconds):
        (self.days, self.nanoseconds) = (days, nanoseconds)
      case .dateTime(let days, let nanoseconds, let offset, let zone):
        (self.days, self.nanoseconds, self.offset, self.zone) = (days, nanoseconds, offset, zone)
      case .duration: break
      }
    }
  }

  private static let known: Set = [
    "date", "time", "datetime", "year", "month", "day", "week", "dayOfWeek", "quarter",
    "dayOfQuarter", "ordinalDay", "hour", "minute", "second", "millisecond", "microsecond",
    "nanosecond", "timezone", "epochSeconds", "epochMillis", "weekYear",
  ]

  init(_ map: [CypherMember], base: Base? = nil) throws(EvaluationFailure) {
    self.map = map
    for member in map where !Self.known.contains(member.name) {
      throw EvaluationFailure(
        "a date or time has no part \(member.name)", code: "ArgumentError.InvalidArgumentValue")
    }
    if let base {
      self.base = base
      return
    }
    var found = Base()
    func value(_ name: String) throws(EvaluationFailure) -> Base? {
      switch map.value(name) {
      case nil, .null?: return nil
      case .temporal(let temporal)?: return Base(temporal)
      default:
        throw EvaluationFailure(
          "\(name) needs a temporal value", code: "ArgumentError.InvalidArgumentValue")
      }
    }
    if let both = try value("datetime") { found = both }
    if let date = try value("date") { found.days = date.days }
    if let time = try value("time") {
      found.nanoseconds = time.nanoseconds
      found.offset = time.offset
      found.zone = time.zone
    }
    self.base = found
  }

  private func integer(_ name: String) throws(EvaluationFailure) -> Int? {
    switch map.value(name) {
    case nil, .null?: return nil
    case .integer(let number)?: return Int(number)
    default:
      throw EvaluationFailure(
        "\(name) needs an integer", code: "ArgumentError.InvalidArgumentValue")
    }
  }

  private func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(EvaluationFailure) -> Int? {
    guard let value = try integer(name) else { return nil }
    guard range.contains(value) else {
      throw EvaluationFailure(
        "\(name) is \(value), not from \(range.lowerBound) to \(range.upperBound)",
        code: "ArgumentError.NumberOutOfRange")
    }
    return value
  }
}

// MARK: - Date

extension TemporalFields {
  func days() throws(EvaluationFailure) -> Int {
    let from = base.days.map { CivilDate(days: $0) }
    let year = try integer("year", in: -999_999_999...999_999_999)
    if year == nil, from == nil, try integer("weekYear") == nil {
      throw EvaluationFailure(
        "a date needs a year", code: "ArgumentError.InvalidArgumentValue",
        help: "write date({year: 2025, month: 3, day: 18})")
    }
    let asked = (
      week: try integer("week", in: 1...53), weekday: try integer("dayOfWeek", in: 1...7),
      quarter: try integer("quarter", in: 1...4),
      quarterDay: try integer("dayOfQuarter", in: 1...92),
      ordinal: try integer("ordinalDay", in: 1...366), month: try integer("month", in: 1...12),
      day: try integer("day", in: 1...31)
    )
    if asked.week != nil || (asked.weekday != nil && asked.month == nil && asked.day == nil) {
      let named = try integer("weekYear")
      let weekYear = year ?? named ?? from?.week.year ?? 1970
      let week = asked.week ?? from?.week.week ?? 1
      guard week <= CivilDate.weeks(inYear: weekYear) else {
        throw EvaluationFailure(
          "\(weekYear) has no week \(week)", code: "ArgumentError.NumberOutOfRange")
      }
      return CivilDate.days(
        weekYear: weekYear, week: week, dayOfWeek: asked.weekday ?? from?.dayOfWeek ?? 1)
    }
    let civilYear = year ?? from?.year ?? 1970
    if let ordinal = asked.ordinal {
      guard ordinal <= (CivilDate.isLeap(civilYear) ? 366 : 365) else {
        throw EvaluationFailure(
          "\(civilYear) has no day \(ordinal)", code: "ArgumentError.NumberOutOfRange")
      }
      return CivilDate(year: civilYear, month: 1, day: 1).days + ordinal - 1
    }
    if asked.quarter != nil || asked.quarterDay != nil {
      let quarter = asked.quarter ?? from?.quarter ?? 1
      let day = asked.quarterDay ?? from?.dayOfQuarter ?? 1
      return CivilDate(year: civilYear, month: quarter * 3 - 2, day: 1).days + day - 1
    }
    return try civil(civilYear, asked.month ?? from?.month ?? 1, asked.day, from?.day)
  }

  private func civil(
    _ year: Int, _ month: Int, _ asked: Int?, _ known: Int?
  ) throws(EvaluationFailure) -> Int {
    let length = CivilDate.length(ofMonth: month, in: year)
    let day = asked ?? min(known ?? 1, length)
    guard day <= length else {
      throw EvaluationFailure(
        "there is no day \(CivilDate(year: year, month: month, day: day).text)",
        code: "ArgumentError.NumberOutOfRange")
    }
    return CivilDate(year: year, month: month, day: day).days
  }
}

// MARK: - Time and zone

extension TemporalFields {
  /// The time the map starts from.
  var baseTime: Int? { base.nanoseconds }
  /// Whether the day comes from the value that is moved to another zone.
  var datesFollowZone: Bool {
    map.value("datetime") != nil || (map.value("date") == nil && map.value("year") == nil)
  }
  var zoneOfBase: (offset: Int, zone: String?)? { base.offset.map { ($0, base.zone) } }

  /// Nanoseconds since midnight; `shift` moves those of the base, as between zones.
  func nanoseconds(shiftedBy shift: Int = 0) throws(EvaluationFailure) -> Int {
    let from = ((base.nanoseconds ?? 0) + shift * nanosecondsPerSecond).modulo(nanosecondsPerDay)
    let seconds = from / nanosecondsPerSecond
    let hour = try integer("hour", in: 0...23) ?? seconds / 3_600
    let minute = try integer("minute", in: 0...59) ?? seconds / 60 % 60
    let second = try integer("second", in: 0...59) ?? seconds % 60
    return ((hour * 60 + minute) * 60 + second) * nanosecondsPerSecond
      + (try fraction(from % nanosecondsPerSecond))
  }

  private func fraction(_ known: Int) throws(EvaluationFailure) -> Int {
    let milli = try integer("millisecond", in: 0...999)
    let micro = try integer("microsecond", in: 0...(milli == nil ? 999_999 : 999))
    let isPart = milli != nil || micro != nil
    let nano = try integer("nanosecond", in: 0...(isPart ? 999 : 999_999_999))
    if milli == nil, micro == nil, nano == nil { return known }
    if keepsFractions {
      // A truncated value has only zeros behind what is kept.
      return known + (milli ?? 0) * 1_000_000 + (micro ?? 0) * 1_000 + (nano ?? 0)
    }
    return (milli ?? 0) * 1_000_000 + (micro ?? 0) * 1_000 + (nano ?? 0)
  }

  /// The zone the map names.
  func zone() throws(EvaluationFailure) -> ZoneName? {
    switch map.value("timezone") {
    case nil, .null?: return nil
    case .string(let text)?: return try ZoneName(text)
    default:
      throw EvaluationFailure(
        "timezone needs a string", code: "ArgumentError.InvalidArgumentValue",
        help: "such as '+01:00' or 'Europe/Paris'")
    }
  }

  /// Seconds and nanoseconds since 1970, if the map names the instant by them.
  func epoch() throws(EvaluationFailure) -> (seconds: Int, nanoseconds: Int)? {
    let rest = try integer("nanosecond", in: 0...999_999_999) ?? 0
    let most = 31_556_889_864_403_199
    if let seconds = try integer("epochSeconds", in: -most...most) { return (seconds, rest) }
    guard let millis = try integer("epochMillis") else { return nil }
    return (millis.floored(by: 1_000), millis.modulo(1_000) * 1_000_000 + rest)
  }
}

/// A zone by offset or by name.
struct ZoneName {
  var name: String?
  private var fixed = 0
  private var rules: TimeZone?

  init(_ text: String) throws(EvaluationFailure) {
    var reader = TemporalReader(text)
    if let offset = reader.offset(), reader.isAtEnd {
      fixed = offset
      return
    }
    guard let zone = TimeZones.zone(text) else {
      throw EvaluationFailure(
        "no time zone '\(text)'", code: "ArgumentError.InvalidArgumentValue",
        help: "such as '+01:00' or 'Europe/Paris'")
    }
    name = text
    rules = zone
  }

  /// The zone of a value.
  init(offset: Int, name: String?) {
    fixed = offset
    self.name = name
    rules = name.flatMap(TimeZones.zone)
  }

  func offset(atLocal seconds: Int) -> Int { rules?.offset(atLocal: seconds) ?? fixed }
  func offset(at instant: Int) -> Int { rules?.offset(at: instant) ?? fixed }
}
