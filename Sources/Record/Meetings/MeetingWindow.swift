import Diplomacy

/// The days that a report's meeting can have been on.
struct MeetingWindow: Hashable, Sendable {
  /// Days from 1970-01-01, both ends included; nil where nothing tells.
  let days: ClosedRange<Int>?
  /// Whether the report gives the day, or a few days.
  let isDated: Bool

  /// How long after a meeting an article that gives no date still reports it, in days.
  private static let reportingDelay = 10
  /// How far ahead an article announces a meeting without a date, in days.
  private static let announcement = 60
  /// The longest a meeting lasts that is told with its first and last day.
  private static let longest = 31

  init(_ meeting: ReportedMeeting, published: CalendarDate?) {
    if let date = meeting.date {
      // A year alone fits nearly everything, so it tells nothing apart.
      guard date.precision != .year, let first = date.firstDay, let last = date.lastDay else {
        days = nil
        isDated = false
        return
      }
      days = first.dayNumber...last.dayNumber
      isDated = date.precision != .month && last.dayNumber - first.dayNumber < MeetingWindow.longest
      return
    }
    isDated = false
    days = published.map {
      meeting.status == .planned
        ? $0.dayNumber...$0.dayNumber + MeetingWindow.announcement
        : $0.dayNumber - MeetingWindow.reportingDelay...$0.dayNumber + MeetingTestimony.slack
    }
  }
}
