import Diplomacy
import JSON
import SQLite

/// The rows of meetings, held until those of many are written together.
struct MeetingRows {
  private var meetings = NewRows(.meeting)
  private var attended = NewRows(.attended)
  private var parties = NewRows(.partyTo)
  private var topics = NewRows(.about)
  private var identifiers: [String: [(rank: String, id: String)]] = [:]

  /// The meetings held that would have the identifier `base`, with their rank among those.
  func identifiers(base: String) -> [(rank: String, id: String)] { identifiers[base] ?? [] }

  /// The row of a meeting itself; what the table has under `id` is written over.
  mutating func add(
    _ meeting: RecordedMeeting, id: String, place: String?, placeCountry: String?
  ) {
    let disputed =
      meeting.disputed.isEmpty
      ? nil : JSONValue.array(meeting.disputed.map { .string($0.rawValue) }).text
    identifiers[meeting.base, default: []].append((meeting.rank, id))
    meetings.add(
      id, meeting.kind.rawValue, meeting.status.rawValue, meeting.title, meeting.date?.startText,
      meeting.date?.untilText, meeting.date?.precision.rawValue, place, placeCountry,
      meeting.cluster, meeting.base, meeting.rank, disputed)
    for topic in meeting.topics { topics.add(id, topic) }
  }

  /// Who took part in the meeting with `id`.
  mutating func add(_ attendees: [RecordedMeeting.Attendee], id: String) {
    for attendee in attendees { attended.add(attendee.person, id, attendee.role) }
  }

  /// The countries and bodies that were party to the meeting with `id`.
  mutating func add(_ parties: [RecordedMeeting.Party], id: String) {
    for party in parties {
      self.parties.add(Value.null, party.country, party.organization, id, party.role)
    }
  }

  /// Writes the rows, meetings before those who refer to them, and holds none from then on.
  mutating func write(to connection: Connection) throws(DatabaseError) {
    guard !meetings.isEmpty else { return }
    try meetings.write(to: connection)
    try attended.write(to: connection)
    try parties.write(to: connection)
    try topics.write(to: connection)
    identifiers = [:]
  }
}
