import Diplomacy
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
  private var countryTally = CountryTally()
  /// Those that have a row: none goes while meetings are written.
  private var keptPlaces: Set<String> = []
  private var keptCountries: Set<String> = []
  /// What is not written yet: whoever reads or changes rows of meetings writes it before.
  var rows = MeetingRows()
  /// Whether there was any meeting before.
  let hasMeetings: Bool
  /// Hashes of the bases of identifiers that meetings were given, so that others need not be asked for.
  var givenBases: Set<Int> = []
  /// People looked up before, by identifier.
  private var known: [String: Participant] = [:]

  /// The testimonies, some of which have been read already.
  private let store: TestimonyStore

  init(_ store: TestimonyStore, rejected: Set<Int>) throws {
    self.store = store
    connection = store.connection
    self.rejected = rejected
    hasMeetings = try connection.integer("select 1 from meeting limit 1") != nil
  }

  /// So many clusters are read, and written, together.
  private static let pace = 128

  /// Writes the meetings of `clusters`, and takes those away of which no report tells any more.
  mutating func write(_ clusters: [Int]) throws {
    for chunk in clusters.chunks(of: MeetingWriter.pace) {
      let reports = try connection.reports(ofClusters: chunk, &store.named)
      let written = try hasMeetings ? written(of: chunk) : []
      for cluster in chunk {
        try write(cluster, reports[cluster] ?? [], isWritten: written.contains(cluster))
      }
      try rows.write(to: connection)
    }
  }

  /// Which of `clusters` have a meeting.
  private func written(of clusters: [Int]) throws -> Set<Int> {
    Set(
      try connection.rows("select cluster from meeting where cluster in \(list: clusters)") {
        $0.integer(at: 0)
      })
  }

  private mutating func write(
    _ cluster: Int, _ reports: [ToldMeeting], isWritten: Bool
  ) throws {
    let old = isWritten ? try writtenMeeting(cluster) : nil
    if let old {
      if let place = old.place { loosenedPlaces.insert(place) }
      loosenedCountries.formUnion(old.countries)
      if old.isContainer { containers.insert(cluster) }
    }
    guard try !reports.isEmpty && !isRejected(cluster) else {
      if let old {
        tally.add(old.people, old.date, old.until, isHeld: old.isHeld, by: -1)
        countryTally.add(old.parties, old.date, isHeld: old.isHeld, by: -1)
        try delete(old.id, base: old.base)
      }
      return
    }
    try lookUpParticipants(of: reports)
    let meeting = RecordedMeeting(reports, cluster: cluster, participants: known)
    if meeting.kind == .visit || meeting.kind == .summit { containers.insert(cluster) }
    let id = try identifier(for: meeting, replacing: old)
    // Under another identifier, or in another place among equal ones, the old row has gone, with all that hung on it.
    let kept = old.flatMap { $0.base == meeting.base && $0.rank == meeting.rank ? $0 : nil }
    try hold(meeting, id: id, over: kept)
    count(meeting, replacing: old)
  }

  /// Counts who met whom, people and countries, unless a meeting is written again that says the same of it.
  private mutating func count(_ meeting: RecordedMeeting, replacing old: WrittenMeeting?) {
    let people = meeting.attendees.map(\.person)
    let first = meeting.date?.startText
    let last = meeting.date?.untilText ?? first
    let isHeld = meeting.status == .held
    if old?.parties != meeting.parties || old?.date != first || old?.isHeld != isHeld {
      if let old { countryTally.add(old.parties, old.date, isHeld: old.isHeld, by: -1) }
      countryTally.add(meeting.parties, first, isHeld: isHeld, by: 1)
    }
    if let old {
      if old.people == people, old.date == first, old.until == last, old.isHeld == isHeld { return }
      tally.add(old.people, old.date, old.until, isHeld: old.isHeld, by: -1)
    }
    tally.add(people, first, last, isHeld: isHeld, by: 1)
  }

  /// Brings the tables of pairs that met up to date.
  func writePairs() throws {
    try tally.write(to: connection)
    try countryTally.write(to: connection)
  }

  private func isRejected(_ cluster: Int) throws -> Bool {
    guard !rejected.isEmpty else { return false }
    return try connection.rows("select id from testimony where cluster = \(cluster)") {
      $0.integer(at: 0)
    }
    .contains(where: rejected.contains)
  }

  private mutating func lookUpParticipants(of reports: [ToldMeeting]) throws {
    for report in reports {
      for (id, _) in report.people where known[id] == nil {
        known[id] = try connection.first("select name, country from person where id = \(id)") {
          let country = $0.optionalText(at: 1)
          let name = PersonName($0.text(at: 0), country: country.map { CountryCode($0) })
          return Participant(
            name: $0.text(at: 0), country: country,
            familyName: name.familyNames.first ?? name.folded)
        }
      }
    }
  }
}

// MARK: - Writing

extension MeetingWriter {
  private mutating func hold(
    _ meeting: RecordedMeeting, id: String, over old: WrittenMeeting?
  ) throws {
    let (place, placeCountry) = try keepPlace(meeting.place)
    if let place { loosenedPlaces.remove(place) }
    for party in meeting.parties {
      if let country = party.country { try keepCountry(country) }
    }
    if let old {
      if old.attendees != meeting.attendees {
        try connection.execute("delete from attended where meetingId = \(id)")
      }
      if old.parties != meeting.parties {
        try connection.execute("delete from partyTo where meetingId = \(id)")
      }
      try connection.execute("delete from about where meetingId = \(id)")
    }
    rows.add(
      meeting, id: id, place: place, placeCountry: placeCountry, isWritten: old != nil)
    if old?.attendees != meeting.attendees { rows.add(meeting.attendees, id: id) }
    if old?.parties != meeting.parties { rows.add(meeting.parties, id: id) }
  }

  private mutating func keepCountry(_ code: String) throws {
    if keptCountries.insert(code).inserted { try connection.ensureCountry(code) }
  }

  /// A place is kept as one, or, if it is a country, as that.
  private mutating func keepPlace(_ place: PlaceName?) throws -> (id: String?, country: String?) {
    guard let place else { return (nil, nil) }
    let country = place.country?.rawValue
    if let country { try keepCountry(country) }
    if place.isCountry { return (nil, country) }
    guard !place.id.isEmpty else { return (nil, nil) }
    if try keptPlaces.insert(place.id).inserted
      && connection.integer("select 1 from place where id = \(place.id)") == nil
    {
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
