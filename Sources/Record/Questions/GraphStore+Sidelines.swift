public import Diagnostics
import Diplomacy
import SQLite

/// Two people who met only on the margins of something bigger.
public struct SidelinePair: Hashable, Sendable {
  /// The one whose identifier comes first.
  public let person: PersonSummary
  /// The other.
  public let other: PersonSummary
  /// How often.
  public let meetings: Int
  /// The first date told.
  public let first: String?
  /// The last date told.
  public let last: String?
}

extension GraphStore {
  /// The pairs all of whose held meetings were part of a summit or visit, those of most meetings
  /// first; only the pairs of one person if `person` is given.
  public func metOnlyOnSidelines(_ person: String? = nil) throws(Diagnostic) -> [SidelinePair] {
    try reporting {
      let pairs = try connection.rows(
        """
        select t.personId, t.otherId, t.meetings, t.first, t.last from metPair t
        where t.personId < t.otherId
          and (\(person) is null or t.personId = \(person) or t.otherId = \(person))
          and not exists (
            select * from attended a
            join attended b on b.meetingId = a.meetingId and b.personId = t.otherId
            join meeting m on m.id = a.meetingId
            where a.personId = t.personId and m.status = 'held' and m.partOf is null)
        order by t.meetings desc, t.last desc, t.personId, t.otherId
        """
      ) { row in
        (
          ids: [row.text(at: 0), row.text(at: 1)], count: row.integer(at: 2),
          first: row.optionalText(at: 3), last: row.optionalText(at: 4)
        )
      }
      let people = try summaries(of: Set(pairs.flatMap(\.ids)))
      return pairs.compactMap { pair in
        guard let person = people[pair.ids[0]], let other = people[pair.ids[1]] else { return nil }
        return SidelinePair(
          person: person, other: other, meetings: pair.count, first: pair.first, last: pair.last)
      }
    }
  }

  /// The meetings that were announced for a day before the last article was published, and of which
  /// no article tells what became of them.
  public func announcedAndNotReported(
    _ filter: MeetingFilter = MeetingFilter()
  ) throws(Diagnostic) -> [MeetingSummary] {
    guard let last = try basis().span?.upperBound else { return [] }
    var filter = filter
    filter.status = .planned
    return try meetings(filter).filter { meeting in
      guard let day = meeting.date?.lastDay else { return false }
      return day.description < last
    }
  }
}
