#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The rules of named time zones, from the system's database.
///
/// Read is the format of RFC 8536 (`TZif`), its transitions and the rule in its last line.
enum TimeZones {
  /// The zone of a name; nil if the system knows none.
  static func zone(_ name: String) -> TimeZone? {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2B, 0x2D, 0x2F, 0x5F].contains(byte)
    }
    guard isPlain, name.first?.isLetter == true else { return nil }
    let name = merged[name] ?? name
    for folder in ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/var/db/timezone/zoneinfo"] {
      if let bytes = contents(of: "\(folder)/\(name)") { return TimeZone(tzif: bytes) }
    }
    return nil
  }

  /// Zones that the tz database has made one since 2022b; some systems still carry both, with other
  /// offsets before 1970.
  private static let merged = [
    "Europe/Stockholm": "Europe/Berlin", "Europe/Oslo": "Europe/Berlin",
    "Europe/Copenhagen": "Europe/Berlin", "Europe/Amsterdam": "Europe/Brussels",
    "Europe/Luxembourg": "Europe/Brussels", "Europe/Monaco": "Europe/Paris",
  ]

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 1 << 20 {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes.isEmpty ? nil : bytes
  }
}

/// Offsets from Greenwich over time.
struct TimeZone {
  /// Seconds since 1970 at which an offset begins.
  private var transitions: [(start: Int, offset: Int)] = []
  private var first = 0
  private var rule: ZoneRule?

  init?(tzif bytes: [UInt8]) {
    guard bytes.count > 44, bytes.starts(with: "TZif".utf8), bytes[4] >= 0x32 else { return nil }
    func number(_ position: Int, _ size: Int) -> Int {
      let start: Int64 = bytes[position] & 0x80 == 0 ? 0 : -1
      return Int(bytes[position..<position + size].reduce(start) { $0 << 8 | Int64($1) })
    }
    func counts(_ header: Int) -> [Int] { (0..<6).map { number(header + 20 + $0 * 4, 4) } }
    // The first part has 32 bits a time and is skipped.
    let old = counts(0)
    let header = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard bytes.count > header + 44 else { return nil }
    let new = counts(header)
    let times = header + 44
    let kinds = times + new[3] * 8
    let types = kinds + new[3]
    let end = types + new[4] * 6 + new[5] + new[2] * 12 + new[1] + new[0]
    guard end <= bytes.count, new[4] > 0 else { return nil }
    first = number(types, 4)
    for index in 0..<new[3] {
      let kind = Int(bytes[kinds + index])
      transitions.append((number(times + index * 8, 8), number(types + kind * 6, 4)))
    }
    let footer = bytes[end...].dropFirst().prefix { $0 != 0x0A }
    rule = ZoneRule(String(decoding: footer, as: UTF8.self))
  }

  /// The offset in seconds at an instant, in seconds since 1970.
  func offset(at instant: Int) -> Int {
    if let last = transitions.last, instant >= last.start, let rule {
      return rule.offset(at: instant)
    }
    if transitions.isEmpty, let rule { return rule.offset(at: instant) }
    let index = transitions.partitioningIndex { $0.start > instant }
    return index == 0 ? first : transitions[index - 1].offset
  }

  /// The offset where the clocks at the place show `local`, in seconds since 1970 by that clock.
  ///
  /// Where they show it twice, the earlier is meant unless `wanted` is the later's offset; where
  /// they skip it, the offset before.
  func offset(atLocal local: Int, preferring wanted: Int? = nil) -> Int {
    let candidates = [offset(at: local - 86_400), offset(at: local + 86_400)]
    let fitting = candidates.filter { offset(at: local - $0) == $0 }
    if let wanted, fitting.contains(wanted) { return wanted }
    return fitting.first ?? candidates[0]
  }
}

extension Array {
  fileprivate func partitioningIndex(_ belongsAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
