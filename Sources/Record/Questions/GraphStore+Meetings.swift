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
    try reporting {
      let rows = try connection.rows(
        """
        select m.id, m.kind, m.status, m.title, m.date, m.until, coalesce(p.name, c.name),
          m.disputed, m.partOf
        from meeting m
        left join place p on p.id = m.place
        left join country c on c.id = m.placeCountry
        where \(filter.condition)
        order by m.date is null, m.date, m.id
        """, MeetingRow.init)
      var details = MeetingDetails(store: self)
      return try rows.map { try details.summary(of: $0) }
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
  /// Only meetings that were held count, unless `filter` asks for another status.
  public func counterparts(
    of person: String, _ filter: MeetingFilter = MeetingFilter()
  ) throws(Diagnostic) -> [Counterpart] {
    var filter = filter
    filter.people.append(person)
    filter.status = filter.status ?? .held
    var people: [String: PersonSummary] = [:]
    var meetings: [String: [MeetingSummary]] = [:]
    for meeting in try self.meetings(filter) {
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

  init(_ row: Statement) {
    id = row.text(at: 0)
    kind = MeetingKind(rawValue: row.text(at: 1)) ?? .meeting
    status = MeetingStatus(rawValue: row.text(at: 2)) ?? .planned
    title = row.text(at: 3)
    let until = row.optionalText(at: 5).map { "/\($0)" } ?? ""
    date = row.optionalText(at: 4).flatMap { PartialDate(iso: $0 + until) }
    place = row.optionalText(at: 6)
    let words = row.text(at: 7)
    disputed = Disputable.allCases.filter { words.contains("\"\($0.rawValue)\"") }
    partOf = row.optionalText(at: 8)
  }
}

// MARK: - What belongs to a meeting

/// Completes meetings from the tables around them; people are looked up once.
struct MeetingDetails {
  let store: GraphStore
  private var people: [String: PersonSummary] = [:]

  init(store: GraphStore) {
    self.store = store
  }

  mutating func summary(of row: MeetingRow) throws -> MeetingSummary {
    MeetingSummary(
      id: row.id, kind: row.kind, status: row.status, date: row.date, title: row.title,
      participants: try participants(of: row.id),
      unnamed: try texts(
        """
        select distinct p.role from meetingIdentity i join unnamedPartyReport p
          on p.articleId = i.articleId and p.meeting = i.number
        where i.meetingId = \(row.id) and not exists (
          select * from partyIdentity h
          where h.articleId = p.articleId and h.meeting = p.meeting and h.number = p.number)
        order by p.role
        """),
      countries: try texts(
        """
        select country from partyTo where meetingId = \(row.id) and country is not null
        order by country
        """
      ).map { CountryCode($0) },
      place: row.place,
      topics: try texts(
        """
        select t.name from about a join topic t on t.id = a.topicId
        where a.meetingId = \(row.id) order by t.name
        """),
      disputed: row.disputed, partOf: row.partOf, quotes: try quotes(of: row.id)
    ).bestQuotesFirst()
  }

  private mutating func participants(of meeting: String) throws -> [PersonSummary] {
    let ids = try texts("select personId from attended where meetingId = \(meeting)")
    let unknown = Set(ids).subtracting(people.keys)
    people.merge(try store.summaries(of: unknown)) { known, _ in known }
    return ids.compactMap { people[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func quotes(of meeting: String) throws -> [MeetingQuote] {
    try store.connection.rows(
      """
      select \(Quote.columns), r.status, r.kind, r.date, r.place
      from meetingIdentity i
      join meetingReport r on r.articleId = i.articleId and r.number = i.number
      join meetingEvidence e
        on e.articleId = i.articleId and e.meeting = i.number and e.about = 'meeting'
      join article a on a.id = i.articleId
      where i.meetingId = \(meeting)
      order by a.published is null, a.published, a.id, r.number, e.number
      """
    ) {
      MeetingQuote(
        status: MeetingStatus(rawValue: $0.text(at: Quote.columnCount)) ?? .planned,
        kind: MeetingKind(rawValue: $0.text(at: Quote.columnCount + 1)) ?? .meeting,
        date: $0.optionalText(at: Quote.columnCount + 2).flatMap { PartialDate(iso: $0) },
        place: $0.optionalText(at: Quote.columnCount + 3),
        quote: Quote($0))
    }
  }

  private func texts(_ query: SQL) throws -> [String] {
    try store.connection.rows(query) { $0.text(at: 0) }
  }
}

extension Quote {
  /// What `init(_:)` reads, from a row `e` with the words and a row `a` of the article.
  static let columns: SQL =
    "a.id, a.title, a.publisher, a.published, a.url, e.start, e.\"end\", e.quote"
  static let columnCount = 8

  init(_ row: Statement) {
    self.init(
      article: row.text(at: 0), articleTitle: row.optionalText(at: 1),
      publisher: row.optionalText(at: 2),
      published: row.optionalText(at: 3).flatMap { CalendarDate(iso: $0) },
      url: row.optionalText(at: 4), range: TextRange(row.integer(at: 5), row.integer(at: 6)),
      text: row.text(at: 7))
  }
}
