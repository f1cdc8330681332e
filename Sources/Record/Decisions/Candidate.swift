public import Diagnostics
import Diplomacy
import SQLite

/// Two people, or two meetings, who may be one: for a curator to decide.
public struct Candidate: Hashable, Sendable {
  /// Whether it is about people or meetings.
  public let layer: Decision.Layer
  /// The identifier of the one that would be joined.
  public let subject: String
  /// The identifier of the one that would stay.
  public let object: String
  /// From 1 (hardly) to 100 (surely but for a doubt).
  public let score: Int
  /// What speaks for it, and what kept the rules from it.
  public let reason: String
}

extension GraphStore {
  /// The doubtful pairs of people and meetings, the likeliest first, without those decided on.
  public func candidates() throws(Diagnostic) -> [Candidate] {
    try reporting {
      let decided = try connection.decidedPairs()
      let all = try PersonCandidates(connection).all + connection.meetingCandidates()
      return all.filter { !decided.contains(Set([$0.subject, $0.object])) }.sorted {
        (-$0.score, $0.subject, $0.object) < (-$1.score, $1.subject, $1.object)
      }
    }
  }
}

extension Connection {
  fileprivate func decidedPairs() throws -> Set<Set<String>> {
    Set(
      try rows("select subject, object from decision where kind in ('merge', 'apart')") {
        Set([$0.text(at: 0), $0.text(at: 1)])
      })
  }

  /// Meetings of the same people on the same day or a few days apart that no rule joined.
  fileprivate func meetingCandidates() throws -> [Candidate] {
    try rows(
      """
      select a.id, b.id, count(*), julianday(b.date) - julianday(a.date), a.kind, b.kind
      from meeting a
      join attended x on x.meetingId = a.id
      join attended y on y.personId = x.personId
      join meeting b on b.id = y.meetingId and b.id <> a.id
      where a.precision = 'day' and b.precision = 'day'
        and (b.date > a.date or b.date = a.date and b.id > a.id)
        and b.date <= date(a.date, '+2 days')
        and (a.kind = 'call') = (b.kind = 'call')
        and (a.kind = 'summit') = (b.kind = 'summit')
      group by a.id, b.id having count(*) > 1
      """
    ) { row in
      let days = row.integer(at: 3)
      let isKind = row.text(at: 4) == row.text(at: 5)
      let when = days == 0 ? "the same day" : days == 1 ? "a day apart" : "\(days) days apart"
      return Candidate(
        layer: .meeting, subject: row.text(at: 1), object: row.text(at: 0),
        score: max(1, 60 - 20 * days + (isKind ? 10 : 0)),
        reason: "\(row.integer(at: 2)) people in common, \(when)")
    }
  }
}
