import Diplomacy
import JSON
import SQLite

/// Completes meetings from the tables around them.
///
/// A statement of each kind asks for some thousand meetings at once, so that the number of statements does not
/// grow with the answer. The meetings are listed as JSON, and each row names the place in that list.
struct MeetingDetails {
  private let store: GraphStore
  /// Those looked up before.
  private var people: [String: PersonSummary] = [:]

  /// How many meetings are asked for at once.
  private let page: Int
  private let extent: Extent

  /// What is to be known of meetings beside their own row.
  enum Extent {
    case everything
    /// Neither parties without a name nor countries nor topics.
    case peopleAndQuotes
  }

  init(store: GraphStore, page: Int, _ extent: Extent) {
    self.store = store
    self.page = page
    self.extent = extent
  }

  mutating func summaries(of rows: [MeetingRow]) throws -> [MeetingSummary] {
    var meetings: [MeetingSummary] = []
    meetings.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: page) {
      meetings += try summaries(of: Page(rows[start..<min(start + page, rows.count)]))
    }
    return meetings
  }

  /// Meetings to be completed, and the lists of them that statements take.
  private struct Page {
    let rows: [MeetingRow]
    /// Their identifiers.
    let ids: String
    /// Their numbers, by which testimonies know them.
    let clusters: String

    init(_ rows: ArraySlice<MeetingRow>) {
      self.rows = Array(rows)
      ids = JSONValue.array(rows.map { .string($0.id) }).text
      clusters = JSONValue.array(rows.map { $0.cluster.map { .integer($0) } ?? .null }).text
    }
  }

  private mutating func summaries(of page: Page) throws -> [MeetingSummary] {
    let participants = try participants(of: page)
    let around = extent == .everything ? try surroundings(of: page) : nil
    let quotes = try quotes(of: page)
    return page.rows.indices.map { index in
      let row = page.rows[index]
      return MeetingSummary(
        id: row.id, kind: row.kind, status: row.status, date: row.date, title: row.title,
        participants: participants[index], unnamed: around?.unnamed[index] ?? [],
        countries: around?.countries[index].map { CountryCode($0) } ?? [], place: row.place,
        topics: around?.topics[index] ?? [], disputed: row.disputed, partOf: row.partOf,
        quotes: quotes[index]
      ).bestQuotesFirst()
    }
  }

  private typealias Surroundings = (unnamed: [[String]], countries: [[String]], topics: [[String]])

  private func surroundings(of page: Page) throws -> Surroundings {
    let unnamed = try texts(
      page,
      """
      select distinct j.key, p.role
      from json_each(\(page.clusters)) j cross join testimony t on t.cluster = j.value
      join unnamedPartyReport p on p.articleId = t.articleId and p.meeting = t.number
      where not exists (
        select * from partyIdentity h
        where h.articleId = p.articleId and h.meeting = p.meeting and h.number = p.number)
      order by 1, 2
      """)
    let countries = try texts(
      page,
      """
      select j.key, p.country
      from json_each(\(page.ids)) j cross join partyTo p on p.meetingId = j.value
      where p.country is not null order by 1, 2
      """)
    let topics = try texts(
      page,
      """
      select j.key, t.name from json_each(\(page.ids)) j
      cross join about a on a.meetingId = j.value join topic t on t.id = a.topicId order by 1, 2
      """)
    return (unnamed, countries, topics)
  }

  private mutating func participants(of page: Page) throws -> [[PersonSummary]] {
    let ids = try texts(
      page,
      """
      select j.key, a.personId
      from json_each(\(page.ids)) j cross join attended a on a.meetingId = j.value
      """)
    let unknown = Set(ids.joined().filter { people[$0] == nil })
    people.merge(try store.summaries(of: unknown)) { known, _ in known }
    return ids.map { ids in
      ids.compactMap { people[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }

  private func quotes(of page: Page) throws -> [[MeetingQuote]] {
    try grouped(
      page,
      """
      select j.key, \(Quote.columns), r.status, r.kind, r.date, r.place
      from json_each(\(page.clusters)) j cross join testimony t on t.cluster = j.value
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      join meetingEvidence e
        on e.articleId = t.articleId and e.meeting = t.number and e.about = 'meeting'
      join article a on a.id = t.articleId
      order by j.key, a.published is null, a.published, a.id, r.number, e.number
      """
    ) {
      let next = Quote.columnCount + 1
      return MeetingQuote(
        status: MeetingStatus(rawValue: $0.text(at: next)) ?? .planned,
        kind: MeetingKind(rawValue: $0.text(at: next + 1)) ?? .meeting,
        date: $0.optionalText(at: next + 2).flatMap { PartialDate(iso: $0) },
        place: $0.optionalText(at: next + 3), quote: Quote($0, from: 1))
    }
  }

  private func texts(_ page: Page, _ query: SQL) throws -> [[String]] {
    try grouped(page, query) { $0.text(at: 1) }
  }

  /// What `read` makes of the rows, by the place of their meeting, which stands in the first column.
  private func grouped<Element>(
    _ page: Page, _ query: SQL, _ read: (Statement) -> Element
  ) throws -> [[Element]] {
    var groups = [[Element]](repeating: [], count: page.rows.count)
    let statement = try store.connection.prepare(query)
    while try statement.step() { groups[statement.integer(at: 0)].append(read(statement)) }
    return groups
  }
}

extension Quote {
  /// What `init(_:)` reads, from a row `e` with the words and a row `a` of the article.
  static let columns: SQL =
    "a.id, a.title, a.publisher, a.published, a.url, e.start, e.\"end\", e.quote"
  static let columnCount = 8

  init(_ row: Statement) { self.init(row, from: 0) }

  /// Of columns that begin at `first`.
  init(_ row: Statement, from first: Int) {
    self.init(
      article: row.text(at: first), articleTitle: row.optionalText(at: first + 1),
      publisher: row.optionalText(at: first + 2),
      published: row.optionalText(at: first + 3).flatMap { CalendarDate(iso: $0) },
      url: row.optionalText(at: first + 4),
      range: TextRange(row.integer(at: first + 5), row.integer(at: first + 6)),
      text: row.text(at: first + 7))
  }
}
