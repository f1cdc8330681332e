/// Reads dates, times and offsets as ISO 8601 writes them, with and without separators.
struct TemporalReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  mutating func accept(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, peek() == byte else { return false }
    position += 1
    return true
  }

  /// How many digits stand here.
  private var digitCount: Int {
    var count = 0
    while let byte = peek(count), (0x30...0x39).contains(byte) { count += 1 }
    return count
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard digits > 0, digitCount >= digits else { return nil }
    var value = 0
    for _ in 0..<digits {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return value
  }
}

// MARK: - Dates

extension TemporalReader {
  /// Days after 1970-01-01 of a date in any of the forms of ISO 8601.
  mutating func date() -> Int? {
    var sign = 1
    var yearDigits = 4
    if peek() == 0x2B || peek() == 0x2D {
      sign = peek() == 0x2D ? -1 : 1
      position += 1
      yearDigits = min(digitCount, 9)
    }
    guard let size = number(yearDigits) else { return nil }
    return date(year: sign * size)
  }

  private mutating func date(year: Int) -> Int? {
    let hasDash = accept("-")
    if accept("W") {
      guard let week = number(2) else { return nil }
      let dashed = hasDash && accept("-")
      let day = dashed || (!hasDash && digitCount > 0) ? number(1) : 1
      return day.flatMap { weekDate(year, week, $0) }
    }
    if accept("Q") {
      guard let quarter = number(1) else { return nil }
      let dashed = hasDash && accept("-")
      let day = dashed || (!hasDash && digitCount > 0) ? number(2) : 1
      return day.flatMap { quarterDate(year, quarter, $0) }
    }
    switch (digitCount, hasDash) {
    case (3, _): return number(3).flatMap { ordinalDate(year, $0) }
    case (2, true):
      guard let month = number(2) else { return nil }
      return civilDate(year, month, accept("-") ? number(2) : 1)
    case (4, false):
      guard let month = number(2) else { return nil }
      return civilDate(year, month, number(2))
    case (2, false): return civilDate(year, number(2) ?? 0, 1)
    case (0, false): return civilDate(year, 1, 1)
    default: return nil
    }
  }

  private func civilDate(_ year: Int, _ month: Int, _ day: Int?) -> Int? {
    guard let day else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date.days : nil
  }

  private func weekDate(_ year: Int, _ week: Int, _ day: Int) -> Int? {
    guard (1...CivilDate.weeks(inYear: year)).contains(week), (1...7).contains(day) else {
      return nil
    }
    return CivilDate.days(weekYear: year, week: week, dayOfWeek: day)
  }

  private func ordinalDate(_ year: Int, _ day: Int) -> Int? {
    guard day >= 1, day <= (CivilDate.isLeap(year) ? 366 : 365) else { return nil }
    return CivilDate(year: year, month: 1, day: 1).days + day - 1
  }

  private func quarterDate(_ year: Int, _ quarter: Int, _ day: Int) -> Int? {
    guard (1...4).contains(quarter), (1...92).contains(day) else { return nil }
    let days = CivilDate(year: year, month: quarter * 3 - 2, day: 1).days + day - 1
    return CivilDate(days: days).quarter == quarter ? days : nil
  }
}

// MARK: - Times and zones

extension TemporalReader {
  /// Nanoseconds since midnight.
  mutating func time() -> Int? {
    guard let hour = number(2), hour < 24 else { return nil }
    var (minute, second, fraction) = (0, 0, 0)
    let hasColon = accept(":")
    if hasColon || digitCount >= 2 {
      guard let value = number(2), value < 60 else { return nil }
      minute = value
      if hasColon ? accept(":") : digitCount >= 2 {
        guard let value = number(2), value < 60 else { return nil }
        second = value
        if accept(".") || accept(",") {
          guard let value = self.fraction() else { return nil }
          fraction = value
        }
      }
    }
    return ((hour * 60 + minute) * 60 + second) * nanosecondsPerSecond + fraction
  }

  /// Digits behind a point as nanoseconds.
  private mutating func fraction() -> Int? {
    let digits = digitCount
    guard (1...9).contains(digits), let value = number(digits) else { return nil }
    return (digits..<9).reduce(value) { value, _ in value * 10 }
  }

  /// `Z`, `+01:00`, `+0100`, `+01` in seconds; nil if none stands here.
  mutating func offset() -> Int? {
    if accept("Z") || accept("z") { return 0 }
    guard peek() == 0x2B || peek() == 0x2D else { return nil }
    let sign = peek() == 0x2D ? -1 : 1
    position += 1
    guard let hours = number(2), hours <= 18 else { return nil }
    var (minutes, seconds) = (0, 0)
    let hasColon = accept(":")
    if hasColon || digitCount >= 2 {
      guard let value = number(2), value < 60 else { return nil }
      minutes = value
      if hasColon ? accept(":") : digitCount >= 2 {
        guard let value = number(2), value < 60 else { return nil }
        seconds = value
      }
    }
    return sign * ((hours * 60 + minutes) * 60 + seconds)
  }

  /// A name in brackets.
  mutating func zoneName() -> String? {
    guard accept("[") else { return nil }
    let rest = bytes[position...]
    guard let end = rest.firstIndex(of: 0x5D) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    position = end + 1
    return name
  }
}
