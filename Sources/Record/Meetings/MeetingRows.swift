import Diplomacy
import JSON
import SQLite

/// The rows of meetings, held until those of many are written together.
struct MeetingRows {
  private var meetings = NewRows(.meeting)
  private var rewritten = NewRows(.rewrittenMeeting)
  private var attended = NewRows(.attended)
  private var parties = NewRows(.partyTo)
  private var topics = NewRows(.about)
  private var identifiers: [String: [(rank: String, id: String)]] = [:]

  /// The meetings held that would have the identifier `base`, with their rank among those.
  func identifiers(base: String) -> [(rank: String, id: String)] { identifiers[base] ?? [] }

  /// The row of a meeting itself; `isWritten` says that the table has one under `id`, which is written over.
  mutating func add(
    _ meeting: RecordedMeeting, id: String, place: String?, placeCountry: String?, isWritten: Bool
  ) {
    identifiers[meeting.base, default: []].append((meeting.rank, id))
    if isWritten {
      Self.add(meeting, id, place, placeCountry, to: &rewritten)
    } else {
      Self.add(meeting, id, place, placeCountry, to: &meetings)
    }
    for topic in meeting.topics {
      topics.put(id)
      topics.put(topic)
    }
  }

  private static func add(
    _ meeting: RecordedMeeting, _ id: String, _ place: String?, _ placeCountry: String?,
    to meetings: inout NewRows
  ) {
    let disputed =
      meeting.disputed.isEmpty
      ? nil : JSONValue.array(meeting.disputed.map { .string($0.rawValue) }).text
    meetings.put(id)
    meetings.put(meeting.kind.rawValue)
    meetings.put(meeting.status.rawValue)
    meetings.put(meeting.title)
    meetings.put(meeting.date?.startText)
    meetings.put(meeting.date?.untilText)
    meetings.put(meeting.date?.precision.rawValue)
    meetings.put(place)
    meetings.put(placeCountry)
    meetings.put(meeting.cluster)
    meetings.put(meeting.base)
    meetings.put(meeting.rank)
    meetings.put(disputed)
  }

  /// Who took part in the meeting with `id`.
  mutating func add(_ attendees: [RecordedMeeting.Attendee], id: String) {
    for attendee in attendees {
      attended.put(attendee.person)
      attended.put(id)
      attended.put(attendee.role)
    }
  }

  /// The countries and bodies that were party to the meeting with `id`.
  mutating func add(_ parties: [RecordedMeeting.Party], id: String) {
    for party in parties {
      self.parties.putNull()
      self.parties.put(party.country)
      self.parties.put(party.organization)
      self.parties.put(id)
      self.parties.put(party.role)
    }
  }

  /// Writes the rows, meetings before those who refer to them, and holds none from then on.
  mutating func write(to connection: Connection) throws(DatabaseError) {
    guard !meetings.isEmpty || !rewritten.isEmpty else { return }
    try meetings.write(to: connection)
    try rewritten.write(to: connection)
    try attended.write(to: connection)
    try parties.write(to: connection)
    try topics.write(to: connection)
    identifiers = [:]
  }
}
