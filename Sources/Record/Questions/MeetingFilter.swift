public import Diplomacy
import SQLite

/// Which meetings to answer with. What is not set does not narrow.
public struct MeetingFilter: Hashable, Sendable {
  /// Identifiers of people who must all have taken part.
  public var people: [String]
  /// The earliest day, included. A meeting in a month or year counts if it can have been then.
  public var since: CalendarDate?
  /// The latest day, included.
  public var until: CalendarDate?
  /// A country or body that must have taken part.
  public var country: CountryCode?
  /// The form of the contact.
  public var kind: MeetingKind?
  /// What became of it.
  public var status: MeetingStatus?
  /// Identifiers of which the meeting's must be one; nil for any.
  public var ids: [String]?
  /// Whether only those count on which articles disagree.
  public var isDisputed = false

  /// The meetings with all of `people`, narrowed by the rest.
  public init(
    people: [String] = [], since: CalendarDate? = nil, until: CalendarDate? = nil,
    country: CountryCode? = nil, kind: MeetingKind? = nil, status: MeetingStatus? = nil
  ) {
    self.people = people
    self.since = since
    self.until = until
    self.country = country
    self.kind = kind
    self.status = status
  }

  /// The conditions on a row `m` of the table `meeting`.
  ///
  /// Dates are compared as text at the precision that both have: `2025-03` is neither before nor
  /// after `2025-03-19`.
  var condition: SQL {
    var conditions: [SQL] = people.map {
      "m.id in (select meetingId from attended where personId = \($0))"
    }
    if let since {
      let day = since.description
      conditions.append(
        "coalesce(m.until, m.date) >= substr(\(day), 1, length(coalesce(m.until, m.date)))")
    }
    if let until {
      conditions.append("m.date <= \(until.description)")
    }
    if let country {
      conditions.append(
        "m.id in (select meetingId from partyTo where country = \(country.rawValue))")
    }
    if let kind { conditions.append("m.kind = \(kind.rawValue)") }
    if let status { conditions.append("m.status = \(status.rawValue)") }
    if let ids { conditions.append("m.id in \(list: ids)") }
    if isDisputed { conditions.append("m.disputed is not null") }
    return conditions.isEmpty ? "true" : conditions.joined(separator: " and ")
  }
}
