import Diplomacy
import JSON
import SQLite

/// Writes the meetings of clusters, and keeps count of who met whom.
struct MeetingWriter {
  let connection: Connection
  let rejected: Set<Int>
  /// Places and countries that a meeting no longer refers to.
  private(set) var loosenedPlaces: Set<String> = []
  private(set) var loosenedCountries: Set<String> = []
  /// The clusters whose meetings are, or were, visits or summits: others may be part of them.
  private(set) var containers: Set<Int> = []
  private var tally = PairTally()
  /// People looked up before, by identifier.
  private var known: [String: Participant] = [:]

  init(_ connection: Connection, rejected: Set<Int>) {
    self.connection = connection
    self.rejected = rejected
  }

  /// Writes the meeting of `cluster`, or takes it away if no report tells of it any more.
  mutating func write(_ cluster: Int) throws {
    let old = try writtenMeeting(cluster)
    if let old {
      tally.add(old.attendees, old.date, old.until, isHeld: old.isHeld, by: -1)
      if let place = old.place { loosenedPlaces.insert(place) }
      loosenedCountries.formUnion(old.countries)
      if old.isContainer { containers.insert(cluster) }
    }
    let reports = try isRejected(cluster) ? [] : connection.reports(ofCluster: cluster)
    guard !reports.isEmpty else {
      if let old { try delete(old.id, base: old.base) }
      return
    }
    let meeting = RecordedMeeting(
      reports, cluster: cluster, participants: try participants(of: reports))
    if meeting.kind == .visit || meeting.kind == .summit { containers.insert(cluster) }
    let id = try identifier(for: meeting, replacing: old)
    try insert(meeting, id: id)
    tally.add(
      meeting.attendees.map(\.person), meeting.date?.startText,
      meeting.date?.untilText ?? meeting.date?.startText, isHeld: meeting.status == .held, by: 1)
  }

  /// Brings the table of pairs that met up to date.
  func writePairs() throws { try tally.write(to: connection) }

  private func isRejected(_ cluster: Int) throws -> Bool {
    guard !rejected.isEmpty else { return false }
    return try connection.rows("select id from testimony where cluster = \(cluster)") {
      $0.integer(at: 0)
    }
    .contains(where: rejected.contains)
  }

  private mutating func participants(of reports: [ToldMeeting]) throws -> [String: Participant] {
    var participants: [String: Participant] = [:]
    for id in Set(reports.flatMap(\.people).map(\.id)) {
      if let person = known[id] {
        participants[id] = person
        continue
      }
      known[id] = try connection.first("select name, country from person where id = \(id)") {
        let country = $0.optionalText(at: 1)
        let name = PersonName($0.text(at: 0), country: country.map { CountryCode($0) })
        return Participant(
          name: $0.text(at: 0), country: country, familyName: name.familyNames.first ?? name.folded)
      }
      participants[id] = known[id]
    }
    return participants
  }
}

// MARK: - What is written at present

private struct WrittenMeeting {
  let id: String
  let base: String
  let rank: String
  let isHeld: Bool
  let isContainer: Bool
  let date: String?
  let until: String?
  let place: String?
  let attendees: [String]
  let countries: [String]
}

extension MeetingWriter {
  private func writtenMeeting(_ cluster: Int) throws -> WrittenMeeting? {
    try connection.first(
      """
      select id, base, rank, status, kind, date, coalesce(until, date), place, placeCountry
      from meeting where cluster = \(cluster)
      """
    ) { row in
      let id = row.text(at: 0)
      let countries = try connection.rows(
        "select country from partyTo where meetingId = \(id) and country is not null"
      ) { $0.text(at: 0) }
      return WrittenMeeting(
        id: id, base: row.text(at: 1), rank: row.text(at: 2), isHeld: row.text(at: 3) == "held",
        isContainer: ["visit", "summit"].contains(row.text(at: 4)), date: row.optionalText(at: 5),
        until: row.optionalText(at: 6), place: row.optionalText(at: 7),
        attendees: try connection.rows(
          "select personId from attended where meetingId = \(id) order by personId"
        ) { $0.text(at: 0) },
        countries: countries + [row.optionalText(at: 8)].compactMap(\.self))
    }
  }

  private func delete(_ id: String, base: String) throws {
    try connection.execute(
      "update meeting set partOf = null, partOfRule = null where partOf = \(id)")
    try connection.execute("delete from meeting where id = \(id)")
    _ = try renumber(base, adding: nil)
  }

  /// The identifier of a meeting among those that would have the same; theirs are numbered anew.
  private func identifier(
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
  private func renumber(_ base: String, adding rank: String?) throws -> String {
    let others = try connection.rows(
      "select rank, id from meeting where base = \(base) order by rank"
    ) { (rank: $0.text(at: 0), id: $0.text(at: 1)) }
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

  private func rename(_ old: String, _ new: String) throws {
    try connection.execute("update meeting set id = \(new) where id = \(old)")
    for table in ["attended", "partyTo", "about"] {
      try connection.execute(
        "update \(raw: table) set meetingId = \(new) where meetingId = \(old)")
    }
    try connection.execute("update meeting set partOf = \(new) where partOf = \(old)")
  }
}

// MARK: - Writing

extension MeetingWriter {
  private mutating func insert(_ meeting: RecordedMeeting, id: String) throws {
    let (place, placeCountry) = try keepPlace(meeting.place)
    if let place { loosenedPlaces.remove(place) }
    let disputed = JSONValue.array(meeting.disputed.map { .string($0.rawValue) }).text
    try connection.execute(
      """
      insert into meeting (id, kind, status, title, date, until, precision, place, placeCountry,
        cluster, base, rank, disputed)
      values (\(id), \(meeting.kind.rawValue), \(meeting.status.rawValue), \(meeting.title),
        \(meeting.date?.startText), \(meeting.date?.untilText), \(meeting.date?.precision.rawValue),
        \(place), \(placeCountry), \(meeting.cluster), \(meeting.base), \(meeting.rank),
        \(meeting.disputed.isEmpty ? nil : disputed))
      on conflict (id) do update set kind = excluded.kind, status = excluded.status,
        title = excluded.title, date = excluded.date, until = excluded.until,
        precision = excluded.precision, place = excluded.place,
        placeCountry = excluded.placeCountry, cluster = excluded.cluster, base = excluded.base,
        rank = excluded.rank, disputed = excluded.disputed
      """)
    for table in ["attended", "partyTo", "about"] {
      try connection.execute("delete from \(raw: table) where meetingId = \(id)")
    }
    for attendee in meeting.attendees {
      try connection.execute(
        "insert into attended values (\(attendee.person), \(id), \(attendee.role))")
    }
    for party in meeting.parties {
      if let country = party.country { try connection.ensureCountry(country) }
      try connection.execute(
        """
        insert into partyTo (country, organization, meetingId, role)
        values (\(party.country), \(party.organization), \(id), \(party.role))
        """)
    }
    for topic in meeting.topics {
      try connection.execute("insert into about values (\(id), \(topic))")
    }
  }

  /// A place is kept as one, or, if it is a country, as that.
  private func keepPlace(_ place: PlaceName?) throws -> (id: String?, country: String?) {
    guard let place else { return (nil, nil) }
    let country = place.country?.rawValue
    if let country { try connection.ensureCountry(country) }
    if place.isCountry { return (nil, country) }
    guard !place.id.isEmpty else { return (nil, nil) }
    if try connection.integer("select 1 from place where id = \(place.id)") == nil {
      let name = try connection.prevailingSpelling(ofPlace: place.id) ?? place.name
      let position = Places.lookup(place.name).first { $0.country == place.country }
      try connection.execute(
        """
        insert into place
        values (\(place.id), \(name), \(country), \(position?.latitude), \(position?.longitude))
        """)
    }
    return (place.id, nil)
  }
}

extension Connection {
  fileprivate func prevailingSpelling(ofPlace id: String) throws -> String? {
    var names: [String: Int] = [:]
    let rows = try prepare(
      "select name, reports from spelling where kind = 'place' and id = \(id)" as SQL)
    while try rows.step() { names[rows.text(at: 0), default: 0] += rows.integer(at: 1) }
    return prevailing(names) { isGreater($1, $0) }
  }
}

extension PartialDate {
  /// The column `date`: the first day of a span, else the date itself.
  var startText: String? {
    precision == .span ? firstDay?.description : description
  }

  /// The column `until`: the last day of a span.
  var untilText: String? {
    precision == .span ? lastDay?.description : nil
  }
}
