public import Diagnostics
public import Diplomacy

/// People and the contacts between them, as a picture shows them.
public struct NetworkView: Hashable, Sendable {
  /// Everybody who takes part in a contact, by name.
  public let people: [PersonSummary]
  /// The pairs in contact, each once and for each status.
  public let contacts: [Contact]

  /// The meetings of two people that came to the same.
  public struct Contact: Hashable, Sendable {
    /// The identifier of the one whose identifier comes first.
    public let person: String
    /// The identifier of the other.
    public let other: String
    /// What became of the meetings.
    public let status: MeetingStatus
    /// The meetings, the earliest first; never empty.
    public let meetings: [MeetingSummary]

    /// The first date told.
    public var first: PartialDate? { meetings.lazy.compactMap(\.date).first }
    /// The last date told.
    public var last: PartialDate? { meetings.compactMap(\.date).last }
  }
}

extension GraphStore {
  /// The contacts in the meetings that `filter` lets through.
  public func network(_ filter: MeetingFilter = MeetingFilter()) throws(Diagnostic) -> NetworkView {
    NetworkView(of: try meetings(filter))
  }
}

extension NetworkView {
  /// The people and contacts of `all`.
  public init(of all: [MeetingSummary]) {
    struct Pair: Hashable {
      let person: String
      let other: String
      let status: MeetingStatus
    }
    var people: [String: PersonSummary] = [:]
    var meetings: [Pair: [MeetingSummary]] = [:]
    for meeting in all {
      let participants = meeting.participants.sorted { $0.id < $1.id }
      for (index, person) in participants.enumerated() {
        people[person.id] = person
        for other in participants[(index + 1)...] {
          let pair = Pair(person: person.id, other: other.id, status: meeting.status)
          meetings[pair, default: []].append(
            meeting.bestQuotesFirst(about: person.id, and: other.id))
        }
      }
    }
    let contacts = meetings.map {
      NetworkView.Contact(
        person: $0.person, other: $0.other, status: $0.status, meetings: $1)
    }
    self.init(
      people: people.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) },
      contacts: contacts.sorted {
        ($0.person, $0.other, $0.status.rawValue) < ($1.person, $1.other, $1.status.rawValue)
      })
  }
}
