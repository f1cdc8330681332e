import SQLite

/// A meeting as the record has it at present.
struct WrittenMeeting {
  let id: String
  let base: String
  let rank: String
  let isHeld: Bool
  let isContainer: Bool
  let date: String?
  let until: String?
  let place: String?
  let placeCountry: String?
  let attendees: [RecordedMeeting.Attendee]
  let parties: [RecordedMeeting.Party]

  var people: [String] { attendees.map(\.person) }

  /// The countries that it refers to.
  var countries: [String] { (parties.map(\.country) + [placeCountry]).compactMap(\.self) }
}

extension MeetingWriter {
  /// What is written of `cluster`; nil if nothing is.
  func writtenMeeting(_ cluster: Int) throws -> WrittenMeeting? {
    try connection.first(
      """
      select id, base, rank, status, kind, date, coalesce(until, date), place, placeCountry
      from meeting where cluster = \(cluster)
      """
    ) { row in
      let id = row.text(at: 0)
      return WrittenMeeting(
        id: id, base: row.text(at: 1), rank: row.text(at: 2), isHeld: row.text(at: 3) == "held",
        isContainer: ["visit", "summit"].contains(row.text(at: 4)), date: row.optionalText(at: 5),
        until: row.optionalText(at: 6), place: row.optionalText(at: 7),
        placeCountry: row.optionalText(at: 8),
        attendees: try connection.rows(
          "select personId, role from attended where meetingId = \(id) order by personId"
        ) { .init(person: $0.text(at: 0), role: $0.optionalText(at: 1)) },
        parties: try connection.rows(
          "select country, organization, role from partyTo where meetingId = \(id) order by id"
        ) {
          .init(
            country: $0.optionalText(at: 0), organization: $0.optionalText(at: 1),
            role: $0.optionalText(at: 2))
        })
    }
  }

  /// Takes a meeting away.
  mutating func delete(_ id: String, base: String) throws {
    try rows.write(to: connection)
    try connection.execute(
      "update meeting set partOf = null, partOfRule = null where partOf = \(id)")
    try connection.execute("delete from meeting where id = \(id)")
    _ = try renumber(base, adding: nil)
  }

  /// The identifier of a meeting among those that would have the same; theirs are numbered anew.
  mutating func identifier(
    for meeting: RecordedMeeting, replacing old: WrittenMeeting?
  ) throws -> String {
    if let old {
      if old.base == meeting.base, old.rank == meeting.rank { return old.id }
      try delete(old.id, base: old.base)
    }
    return try renumber(meeting.base, adding: meeting.rank)
  }

  /// Numbers the meetings of one base by their rank.
  ///
  /// - Returns: the identifier for the one to be added.
  private mutating func renumber(_ base: String, adding rank: String?) throws -> String {
    var others: [(rank: String, id: String)] = []
    if !givenBases.insert(base.hashValue).inserted || hasMeetings {
      others = try connection.rows(
        "select rank, id from meeting where base = \(base)"
      ) { (rank: $0.text(at: 0), id: $0.text(at: 1)) }
    }
    others += rows.identifiers(base: base)
    others.sort { $0.rank.utf8.lexicographicallyPrecedes($1.rank.utf8) }
    var own = base
    var renamed: [(from: String, to: String)] = []
    var number = 0
    var isPlaced = rank == nil
    for other in others {
      if !isPlaced, let rank, rank.utf8.lexicographicallyPrecedes(other.rank.utf8) {
        own = numbered(base, number)
        number += 1
        isPlaced = true
      }
      if other.id != numbered(base, number) { renamed.append((other.id, numbered(base, number))) }
      number += 1
    }
    if !isPlaced { own = numbered(base, number) }
    // From the last, since each takes the number that the next has left.
    for (from, to) in rank == nil ? renamed : renamed.reversed() { try rename(from, to) }
    return own
  }

  private mutating func rename(_ old: String, _ new: String) throws {
    try rows.write(to: connection)
    // What refers to it follows only then.
    try connection.deferReferenceChecks()
    try connection.execute("update meeting set id = \(new) where id = \(old)")
    for table in ["attended", "partyTo", "about"] {
      try connection.execute(
        "update \(raw: table) set meetingId = \(new) where meetingId = \(old)")
    }
    try connection.execute("update meeting set partOf = \(new) where partOf = \(old)")
  }
}
