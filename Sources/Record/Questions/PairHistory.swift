public import Diagnostics
public import Diplomacy
import SQLite

/// How two people met over time.
public struct PairHistory: Hashable, Sendable {
  /// The held meetings of both, the earliest first, undated ones last.
  public let meetings: [MeetingSummary]
  /// The longest time between two of them with a day, if there are two.
  public let longestGap: Gap?
  /// How often under which titles, the most frequent first.
  public let roles: [Roles]

  /// The time between two meetings.
  public struct Gap: Hashable, Sendable {
    /// The last meeting before.
    public let from: CalendarDate
    /// The first meeting after.
    public let to: CalendarDate
    /// How many days lie between.
    public var days: Int { to.dayNumber - from.dayNumber }
  }

  /// The titles under which both met, as the articles on those meetings give them.
  public struct Roles: Hashable, Sendable {
    /// The title of the first person; nil where no article gives one.
    public let first: String?
    /// The title of the other.
    public let second: String?
    /// How often.
    public let meetings: Int
  }

  /// The first meeting with a date.
  public var first: MeetingSummary? { meetings.first { $0.date != nil } }
  /// The last meeting with a date.
  public var last: MeetingSummary? { meetings.last { $0.date != nil } }
}

extension GraphStore {
  /// How the people with these identifiers met in the time that `filter` leaves.
  public func history(
    of person: String, with other: String, _ filter: MeetingFilter = MeetingFilter()
  ) throws(Diagnostic) -> PairHistory {
    var filter = filter
    filter.people += [person, other]
    filter.status = .held
    let meetings = try self.meetings(filter)
    let days = meetings.compactMap(\.date).filter { $0.precision == .day || $0.precision == .span }
    var gap: PairHistory.Gap?
    for (earlier, later) in zip(days, days.dropFirst()) {
      guard let from = earlier.lastDay, let to = later.firstDay else { continue }
      let next = PairHistory.Gap(from: from, to: to)
      if next.days > gap?.days ?? 0 { gap = next }
    }
    let roles = try reporting {
      try meetings.map { meeting in
        try [person, other].map { id in
          try connection.first(
            "select role from attended where meetingId = \(meeting.id) and personId = \(id)"
          ) { $0.optionalText(at: 0) } ?? nil
        }
      }
    }
    let counts = Dictionary(grouping: roles) { $0 }.map {
      PairHistory.Roles(first: $0.key[0], second: $0.key[1], meetings: $0.value.count)
    }
    return PairHistory(
      meetings: meetings, longestGap: gap,
      roles: counts.sorted {
        (-$0.meetings, $0.first ?? "~", $0.second ?? "~")
          < (-$1.meetings, $1.first ?? "~", $1.second ?? "~")
      })
  }
}
