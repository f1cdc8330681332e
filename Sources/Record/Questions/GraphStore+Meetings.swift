public import Diagnostics
import Diplomacy
import SQLite

extension GraphStore {
  /// Whether there is a meeting with this identifier.
  public func hasMeeting(_ id: String) throws(Diagnostic) -> Bool {
    try reporting { try connection.integer("select 1 from meeting where id = \(id)") != nil }
  }

  /// The meetings that `filter` lets through, the earliest first, undated ones last.
  public func meetings(_ filter: MeetingFilter = MeetingFilter()) throws(Diagnostic)
    -> [MeetingSummary]
  {
    try meetings(filter, page: 4_096)
  }

  /// The same, so many meetings with all that belongs to them at once.
  func meetings(
    _ filter: MeetingFilter, page: Int, _ extent: MeetingDetails.Extent = .everything
  ) throws(Diagnostic) -> [MeetingSummary] {
    try reporting {
      let rows = try connection.rows(
        """
        select m.id, m.kind, m.status, m.title, m.date, m.until, coalesce(p.name, c.name),
          m.disputed, m.partOf, m.cluster
        from meeting m
        left join place p on p.id = m.place
        left join country c on c.id = m.placeCountry
        where \(filter.condition)
        order by m.date is null, m.date, m.id
        """, MeetingRow.init)
      var details = MeetingDetails(store: self, page: page, extent)
      return try details.summaries(of: rows)
    }
  }

  /// The meetings with these identifiers.
  func meetings(ids: [String]) throws(Diagnostic) -> [String: MeetingSummary] {
    var filter = MeetingFilter()
    filter.ids = ids
    return Dictionary(
      try meetings(filter).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who met the person with this identifier, and when: those of the most meetings first.
  ///
  /// Only meetings that were held count, unless `filter` asks for another status. Without `wholly`, parties
  /// without a name, countries and topics are left out, which takes less time.
  public func counterparts(
    of person: String, _ filter: MeetingFilter = MeetingFilter(), wholly: Bool = true
  ) throws(Diagnostic) -> [Counterpart] {
    var filter = filter
    filter.people.append(person)
    filter.status = filter.status ?? .held
    var people: [String: PersonSummary] = [:]
    var meetings: [String: [MeetingSummary]] = [:]
    let extent = wholly ? MeetingDetails.Extent.everything : .peopleAndQuotes
    for meeting in try self.meetings(filter, page: 4_096, extent) {
      for participant in meeting.participants where participant.id != person {
        people[participant.id] = participant
        meetings[participant.id, default: []].append(
          meeting.bestQuotesFirst(about: person, and: participant.id))
      }
    }
    return people.values
      .map { Counterpart(person: $0, meetings: meetings[$0.id] ?? []) }
      .sorted {
        ($1.meetings.count, $0.person.name, $0.person.id)
          < ($0.meetings.count, $1.person.name, $1.person.id)
      }
  }
}

/// What a meeting's own row tells.
struct MeetingRow {
  let id: String
  let kind: MeetingKind
  let status: MeetingStatus
  let title: String
  let date: PartialDate?
  let place: String?
  let disputed: [Disputable]
  let partOf: String?
  /// The number under which its testimonies know it.
  let cluster: Int?

  init(_ row: Statement) {
    id = row.text(at: 0)
    kind = MeetingKind(rawValue: row.text(at: 1)) ?? .meeting
    status = MeetingStatus(rawValue: row.text(at: 2)) ?? .planned
    title = row.text(at: 3)
    let until = row.optionalText(at: 5).map { "/\($0)" } ?? ""
    date = row.optionalText(at: 4).flatMap { PartialDate(iso: $0 + until) }
    place = row.optionalText(at: 6)
    disputed =
      row.optionalText(at: 7).map { words in
        Disputable.allCases.filter { words.contains("\"\($0.rawValue)\"") }
      } ?? []
    partOf = row.optionalText(at: 8)
    cluster = row.optionalInteger(at: 9)
  }
}
