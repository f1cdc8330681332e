import SQLite

/// Which countries were party to held meetings together more or less often since the table of them was written,
/// where each pair stands twice a year, once from either side.
struct CountryTally {
  private struct Pair: Hashable, Comparable {
    let country: String
    let other: String
    /// Nil for meetings without a date.
    let year: Int?

    static func < (a: Pair, b: Pair) -> Bool {
      (a.country, a.other, a.year ?? 0) < (b.country, b.other, b.year ?? 0)
    }
  }

  private var changes: [Pair: Int] = [:]

  /// Counts a meeting on `date` once more or once less.
  mutating func add(
    _ parties: [RecordedMeeting.Party], _ date: String?, isHeld: Bool, by count: Int
  ) {
    guard isHeld, parties.count > 1 else { return }
    let countries = Set(parties.compactMap(\.country)).sorted()
    let year = date.flatMap { Int($0.prefix(4)) }
    for country in countries {
      for other in countries where other != country {
        changes[Pair(country: country, other: other, year: year), default: 0] += count
      }
    }
  }

  /// Brings the table up to date, in the order of its rows.
  func write(to connection: Connection) throws {
    let changed = changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    var rows = NewRows(.countryPair)
    for (pair, count) in changed { rows.add(pair.country, pair.other, pair.year, count) }
    try rows.write(to: connection)
    for (pair, count) in changed where count < 0 {
      try connection.execute(
        """
        delete from countryPair
        where country = \(pair.country) and other = \(pair.other) and coalesce(year, 0) = \(pair.year ?? 0)
          and meetings = 0
        """)
    }
  }
}
