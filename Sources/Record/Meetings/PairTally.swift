import SQLite

/// Which pairs met more or less often since the table of pairs was written, where each stands twice,
/// once from either side.
struct PairTally {
  private struct Pair: Hashable, Comparable {
    let person: String
    let other: String

    var reversed: Pair { Pair(person: other, other: person) }

    static func < (a: Pair, b: Pair) -> Bool {
      a.person == b.person ? a.other < b.other : a.person < b.person
    }
  }

  private struct Change {
    var count = 0
    var first: String?
    var last: String?
    /// Whether a meeting went that may have been the first or the last.
    var hasLost = false
  }

  private var changes: [Pair: Change] = [:]

  /// Counts a meeting of `attendees`, who are sorted, once more or once less.
  mutating func add(
    _ attendees: [String], _ first: String?, _ last: String?, isHeld: Bool, by count: Int
  ) {
    guard isHeld else { return }
    for (place, person) in attendees.enumerated() {
      for other in attendees[(place + 1)...] {
        var change = changes[Pair(person: person, other: other)] ?? Change()
        change.count += count
        if count < 0 {
          change.hasLost = true
        } else {
          change.first = [change.first, first].compactMap(\.self).min()
          change.last = [change.last, last].compactMap(\.self).max()
        }
        changes[Pair(person: person, other: other)] = change
      }
    }
  }

  /// Brings the table up to date, in the order of its rows: neighbours are written one after the other.
  func write(to connection: Connection) throws {
    var counted: [(pair: Pair, change: Change)] = []
    for (pair, change) in changes.sorted(by: { $0.key < $1.key }) {
      if change.hasLost {
        try recount(pair, connection)
      } else {
        counted += [(pair, change), (pair.reversed, change)]
      }
    }
    var rows = NewRows(.metPair)
    for (pair, change) in counted.sorted(by: { $0.pair < $1.pair }) {
      rows.add(pair.person, pair.other, change.count, change.first, change.last)
    }
    try rows.write(to: connection)
  }

  private func recount(_ pair: Pair, _ connection: Connection) throws {
    for (person, other) in [(pair.person, pair.other), (pair.other, pair.person)] {
      try connection.execute(
        "delete from metPair where personId = \(person) and otherId = \(other)")
    }
    try connection.execute(
      """
      insert into metPair
      select \(pair.person), \(pair.other), count(*), min(m.date), max(coalesce(m.until, m.date))
      from attended a
      join attended b on b.meetingId = a.meetingId and b.personId = \(pair.other)
      join meeting m on m.id = a.meetingId
      where a.personId = \(pair.person) and m.status = 'held'
      having count(*) > 0
      """)
    try connection.execute(
      """
      insert into metPair
      select otherId, personId, meetings, first, last from metPair
      where personId = \(pair.person) and otherId = \(pair.other)
      """)
  }
}
