public import Diagnostics
public import Diplomacy
import SQLite

/// How much a graph holds.
public struct GraphStatistics: Hashable, Sendable {
  /// Articles.
  public let articles: Int
  /// Of these, copies of others, which count as no reports of their own.
  public let copies: Int
  /// Quotes that stand behind the record.
  public let quotes: Int
  /// People.
  public let people: Int
  /// Roles.
  public let roles: Int
  /// Countries.
  public let countries: Int
  /// Meetings by what became of them; statuses without meetings are absent.
  public let meetings: [MeetingStatus: Int]
  /// Pairs of people who met.
  public let pairs: Int
  /// The first and the last date of a meeting that was held, as told.
  public let span: ClosedRange<String>?
}

extension GraphStore {
  /// How much the graph holds.
  public func statistics() throws(Diagnostic) -> GraphStatistics {
    try reporting {
      let meetings = try connection.rows("select status, count(*) from meeting group by status") {
        (MeetingStatus(rawValue: $0.text(at: 0)) ?? .planned, $0.integer(at: 1))
      }
      let span = try connection.first(
        "select min(date), max(coalesce(until, date)) from meeting where status = 'held'"
      ) { row in
        row.isNull(at: 0) ? nil : row.text(at: 0)...row.text(at: 1)
      }
      return GraphStatistics(
        articles: try count("article"), copies: try count("copy"), quotes: try count("evidence"),
        people: try count("person"),
        roles: try count("role"), countries: try count("country"),
        meetings: Dictionary(meetings, uniquingKeysWith: +), pairs: try count("metPair") / 2,
        span: span ?? nil)
    }
  }

  private func count(_ table: String) throws -> Int {
    try connection.integer("select count(*) from \(raw: table)") ?? 0
  }
}
