/// A date, a time or a span of time.
///
/// Days count from 1970-01-01 in the proleptic Gregorian calendar, nanoseconds from midnight, and
/// offsets are seconds east of Greenwich.
public enum CypherTemporal: Hashable, Sendable {
  case date(days: Int)
  case localTime(nanoseconds: Int)
  case time(nanoseconds: Int, offset: Int)
  case localDateTime(days: Int, nanoseconds: Int)
  /// Days and nanoseconds are those a clock at the place shows; the zone is a name such as
  /// `Europe/Stockholm`, if it was given by name.
  case dateTime(days: Int, nanoseconds: Int, offset: Int, zone: String?)
  case duration(CypherDuration)

  /// What messages call it.
  var typeName: String {
    switch self {
    case .date: "a date"
    case .localTime: "a local time"
    case .time: "a time"
    case .localDateTime: "a local date and time"
    case .dateTime: "a date and time"
    case .duration: "a duration"
    }
  }
}

/// A span of time in months, days and seconds, which are not converted into each other.
public struct CypherDuration: Hashable, Sendable {
  /// Months, twelve a year.
  public var months: Int
  /// Days, seven a week.
  public var days: Int
  /// Seconds, rounded down.
  public var seconds: Int
  /// What `seconds` lacks, from 0 to 999,999,999.
  public var nanoseconds: Int

  /// A span; nanoseconds of any size and sign are carried over into seconds.
  public init(months: Int = 0, days: Int = 0, seconds: Int = 0, nanoseconds: Int = 0) {
    self.months = months.limited(to: Self.mostMonths)
    self.days = days.limited(to: Self.mostDays)
    let carried = nanoseconds.floored(by: nanosecondsPerSecond)
    self.seconds = (seconds.limited(to: Self.mostSeconds) + carried).limited(to: Self.mostSeconds)
    self.nanoseconds = nanoseconds - carried * nanosecondsPerSecond
  }

  // Longer spans than between any two dates there are; held to, so that no sum overflows.
  private static let mostMonths = 24_000_000_000
  private static let mostDays = 800_000_000_000
  private static let mostSeconds = 70_000_000_000_000_000

  /// A span of parts that need not be whole: a part of a month counts as 30.436875 days, as
  /// openCypher has it.
  init(months: Double, days: Double, seconds: Double, nanoseconds: Double = 0) {
    let wholeMonths = months.rounded(.towardZero)
    let secondsOfMonth = (months - wholeMonths) * 2_629_746
    let daysOfMonth = (secondsOfMonth / 86_400).rounded(.towardZero)
    let allDays = days + daysOfMonth
    let wholeDays = allDays.rounded(.towardZero)
    var rest = secondsOfMonth - daysOfMonth * 86_400
    rest += (allDays - wholeDays) * 86_400
    let wholeSeconds = seconds.rounded(.towardZero)
    let wholeRest = rest.rounded(.towardZero)
    let fraction = (seconds - wholeSeconds) + (rest - wholeRest)
    self.init(
      months: Int(clamping: wholeMonths), days: Int(clamping: wholeDays),
      seconds: Int(clamping: wholeSeconds + wholeRest),
      nanoseconds: Int(clamping: (fraction * 1e9 + nanoseconds).rounded(.toNearestOrEven)))
  }

  /// Seconds and nanoseconds as one number; nil where 64 bits do not hold it.
  var totalNanoseconds: Int? {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: nanosecondsPerSecond)
    return overflow ? nil : product + nanoseconds
  }

  /// About how long it is, to put durations in order.
  var averageSeconds: Double {
    Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds)
  }

  static func + (a: CypherDuration, b: CypherDuration) -> CypherDuration {
    CypherDuration(
      months: a.months &+ b.months, days: a.days &+ b.days, seconds: a.seconds &+ b.seconds,
      nanoseconds: a.nanoseconds + b.nanoseconds)
  }

  static prefix func - (duration: CypherDuration) -> CypherDuration {
    CypherDuration(
      months: -duration.months, days: -duration.days, seconds: -duration.seconds,
      nanoseconds: -duration.nanoseconds)
  }

  func scaled(by factor: Double) -> CypherDuration {
    CypherDuration(
      months: Double(months) * factor, days: Double(days) * factor,
      seconds: Double(seconds) * factor, nanoseconds: Double(nanoseconds) * factor)
  }
}

let nanosecondsPerSecond = 1_000_000_000
let nanosecondsPerDay = 86_400 * nanosecondsPerSecond

extension Int {
  /// The nearest number whose size is no larger.
  func limited(to size: Int) -> Int { Swift.min(Swift.max(self, -size), size) }

  /// The quotient rounded down.
  func floored(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder that is never negative.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  init(clamping value: Double) {
    self = value.isNaN ? 0 : value >= 9.2e18 ? .max : value <= -9.2e18 ? .min : Int(value)
  }
}
