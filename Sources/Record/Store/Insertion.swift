import Diplomacy
import SQLite

/// Which columns of which table new rows fill, with the statements that add them.
///
/// They undo the whole transaction where a row can't be added, as whoever runs them would: to undo itself alone, a
/// statement of several rows keeps a copy of every page before it changes it.
struct Insertion {
  /// By how many rows at once they add, the most first: a row among many costs half of one alone.
  fileprivate let statements: [(rows: Int, text: String)]
  fileprivate let columnCount: Int

  private init(
    _ table: String, columns: Int, instead: String = "rollback", otherwise: String = ""
  ) {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    columnCount = columns
    statements = [64, 16, 4, 1].map { count in
      let rows = Array(repeating: row, count: count).joined(separator: ", ")
      return (count, "insert or \(instead) into \(table) values \(rows)\(otherwise)")
    }
  }

  /// The span of a row as far as that of another goes, where both have one.
  private static let wideningSpan = """
    first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
      last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))
    """

  static let articleBlock = Insertion("articleBlock", columns: 5)
  static let personReport = Insertion("personReport", columns: 8)
  static let personMention = Insertion("personMention", columns: 7)
  static let roleReport = Insertion("roleReport", columns: 12)
  static let meetingReport = Insertion("meetingReport", columns: 8)
  static let meetingEvidence = Insertion("meetingEvidence", columns: 7)
  static let participationReport = Insertion("participationReport", columns: 7)
  static let unnamedPartyReport = Insertion("unnamedPartyReport", columns: 9)
  static let meetingCountryReport = Insertion("meetingCountryReport", columns: 4)
  static let topicReport = Insertion("topicReport", columns: 7)
  static let separationReport = Insertion("separationReport", columns: 8)
  static let countryMention = Insertion("countryMention", columns: 6)
  static let personaReport = Insertion("personaReport", columns: 4)
  static let testimony = Insertion(
    "testimony (id, articleId, number, dated, first, last, published)", columns: 7)
  static let officeParty = Insertion("officeParty (testimony, number, office, day)", columns: 4)
  static let bodyMention = Insertion("bodyMention", columns: 5)
  static let articleBand = Insertion("articleBand", columns: 2)
  static let testimonyParty = Insertion("testimonyParty", columns: 7)
  static let metPair = Insertion(
    "metPair", columns: 5,
    otherwise: """
       on conflict do update set meetings = meetings + excluded.meetings,
        \(wideningSpan)
      """)
  static let countryPair = Insertion(
    "countryPair", columns: 4,
    otherwise: " on conflict do update set meetings = meetings + excluded.meetings")
  static let roleUse = Insertion(
    "roleUse", columns: 6,
    otherwise: """
       on conflict do update set reports = reports + excluded.reports,
        \(wideningSpan)
      """)
  static let dirty = Insertion("dirty", columns: 2, instead: "ignore")
  static let holds = Insertion("holds", columns: 7)
  private static let meetingColumns = """
    meeting (id, kind, status, title, date, until, precision, place, placeCountry, cluster, base,
      rank, disputed)
    """
  static let meeting = Insertion(meetingColumns, columns: 13)
  static let rewrittenMeeting = Insertion(
    meetingColumns, columns: 13,
    otherwise: """
       on conflict (id) do update set kind = excluded.kind, status = excluded.status,
        title = excluded.title, date = excluded.date, until = excluded.until,
        precision = excluded.precision, place = excluded.place,
        placeCountry = excluded.placeCountry, cluster = excluded.cluster, base = excluded.base,
        rank = excluded.rank, disputed = excluded.disputed
      """)
  static let attended = Insertion("attended", columns: 3)
  static let partyTo = Insertion("partyTo", columns: 5)
  static let about = Insertion("about", columns: 2)
}

/// Rows to be added to a table.
struct NewRows {
  private let insertion: Insertion
  private var values = PackedValues()

  init(_ insertion: Insertion) { self.insertion = insertion }

  /// Whether there are none.
  var isEmpty: Bool { values.count == 0 }

  /// One more row, with `values` in the order of the table's columns.
  mutating func add<each Column: Bindable>(_ values: repeat each Column) {
    for value in repeat each values { value.append(to: &self.values) }
  }

  // MARK: - One more row, value by value

  mutating func put(_ text: String) { values.append(text: text) }

  mutating func put(_ text: String?) {
    if let text { values.append(text: text) } else { values.appendNull() }
  }

  mutating func put(_ number: Int) { values.append(integer: Int64(number)) }

  mutating func put(_ number: Int?) {
    if let number { values.append(integer: Int64(number)) } else { values.appendNull() }
  }

  mutating func putNull() { values.appendNull() }

  mutating func put(_ isTrue: Bool) { values.append(integer: isTrue ? 1 : 0) }

  /// The three columns `start`, `end` and `quote`.
  mutating func put(_ evidence: Evidence) {
    put(evidence.range.start)
    put(evidence.range.end)
    put(evidence.quote)
  }

  /// The columns of a key of a report: the article and up to three numbers within it.
  mutating func put(_ article: String, _ number: Int, _ second: Int? = nil, _ third: Int? = nil) {
    put(article)
    put(number)
    if let second { put(second) }
    if let third { put(third) }
  }

  // MARK: - Writing

  /// Adds the rows to the table, and holds none from then on.
  mutating func write(to connection: Connection) throws(DatabaseError) {
    defer { values.removeAll() }
    var start = 0
    for (rows, text) in insertion.statements {
      let width = rows * insertion.columnCount
      guard start + width <= values.count else { continue }
      let statement = try connection.prepare(text)
      while start + width <= values.count {
        try statement.run(values, start..<start + width)
        start += width
      }
    }
  }
}

extension Affiliation {
  /// The value of a column `country`.
  var country: String? {
    guard case .country(let code) = self else { return nil }
    return code.rawValue
  }

  /// The value of a column `organization`.
  var organization: String? {
    guard case .organization(let name) = self else { return nil }
    return name
  }
}
