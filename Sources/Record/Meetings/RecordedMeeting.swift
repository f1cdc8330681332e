import Diplomacy

/// One meeting as it is written into the record.
struct RecordedMeeting: Sendable {
  let cluster: Int
  let kind: MeetingKind
  let status: MeetingStatus
  let date: PartialDate?
  let title: String
  /// The place's identifier, or, where a country is all that is told, the country.
  let place: PlaceName?
  let attendees: [Attendee]
  let parties: [Party]
  let topics: [String]
  /// What reports disagree on.
  let disputed: [Disputable]
  /// The identifier before a number tells it from others, and the order among those.
  let base: String
  let rank: String

  struct Attendee: Hashable, Sendable {
    let person: String
    let role: String?
  }

  struct Party: Hashable, Sendable {
    let country: String?
    let organization: String?
    /// The organisation as the reports write it.
    var organizationName: String?
    let role: String?
  }
}

/// What reports of one meeting can disagree on.
public enum Disputable: String, Hashable, Sendable, CaseIterable {
  case date, place, kind, status, participants
}

/// A person as a meeting's identifier and title need them.
struct Participant: Sendable {
  let name: String
  let country: String?
  let familyName: String
}

extension RecordedMeeting {
  /// The meeting that `reports` tell of; `participants` holds all people they name, and may hold others.
  ///
  /// Where reports differ, the value that most articles give wins, of those that tell what the
  /// meeting came to; each rule stands with its property below.
  init(_ reports: [ToldMeeting], cluster: Int, participants: [String: Participant]) {
    let status = Self.status(of: reports)
    let telling = reports.filter { $0.status == status }
    let date = Self.date(of: telling) ?? Self.date(of: reports)
    let kind = mostFrequent(telling.map(\.kind)) { $0.exactness < $1.exactness } ?? .meeting
    let place = Self.place(of: telling) ?? Self.place(of: reports)
    let attendees = Self.attendees(of: reports)
    let parties = Self.parties(
      of: reports, attendees.compactMap { participants[$0.person]?.country })
    self.cluster = cluster
    self.kind = kind
    self.status = status
    self.date = date
    self.place = place
    self.attendees = attendees
    self.parties = parties
    topics = Set(reports.flatMap(\.topics).map(slug)).subtracting([""]).sorted()
    disputed = Disputes(reports, status: status).all
    let people = attendees.compactMap { participants[$0.person] }
    base = Self.identifier(date: date, kind: kind, people: people, parties: parties)
    title = Self.title(kind: kind, people: people, parties: parties)
    rank = reports.map { "\($0.article) \(padded($0.number))" }.min() ?? ""
  }
}

private func padded(_ number: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

// MARK: - What became of it, when and where

extension RecordedMeeting {
  /// What most articles say it came to, held if as many say so as deny it; a plan says nothing of
  /// the outcome, but one for a later day overrules that the earlier was called off. Of those that
  /// deny it, the latest tell how.
  private static func status(of reports: [ToldMeeting]) -> MeetingStatus {
    // As a rule all say the same.
    if let first = reports.first?.status, reports.allSatisfy({ $0.status == first }) {
      return first
    }
    let standing = reports.filter { !$0.isMadeUp(by: reports) }
    func articles(_ statuses: Set<MeetingStatus>) -> Set<String> {
      Set(standing.lazy.filter { statuses.contains($0.status) }.map(\.article))
    }
    let held = articles([.held])
    let denying = articles([.cancelled, .declined])
    if !held.isEmpty, held.count >= denying.count { return .held }
    guard !denying.isEmpty else { return .planned }
    let negative = standing.filter { $0.status == .cancelled || $0.status == .declined }
    let latest = negative.compactMap(\.published).max()
    let last = Set(negative.filter { $0.published == latest }.map(\.status))
    return last.contains(.declined) ? .declined : .cancelled
  }

  /// Of the most exact dates the most frequent, then the earliest.
  private static func date(of reports: [ToldMeeting]) -> PartialDate? {
    let dates = reports.compactMap(\.date)
    let exactness = dates.map(\.exactness).max()
    return mostFrequent(dates.filter { $0.exactness == exactness }) {
      $0.description > $1.description
    }
  }

  /// The most frequent place; a city is more than its country.
  private static func place(of reports: [ToldMeeting]) -> PlaceName? {
    let places = reports.compactMap(\.place)
    let cities = places.filter { !$0.isCountry }
    return mostFrequent(cities.isEmpty ? places : cities) {
      ($0.name, $0.country?.rawValue ?? "") > ($1.name, $1.country?.rawValue ?? "")
    }
  }
}

extension PlaceName {
  /// Whether all that is told is the country.
  var isCountry: Bool { country.map { folded(countryName($0)) == folded(name) } ?? false }
}

extension MeetingKind {
  /// Which of two equally frequent kinds tells more.
  fileprivate var exactness: Int {
    switch self {
    case .meeting: 0
    case .visit: 1
    case .meal: 2
    case .summit: 3
    case .call: 4
    }
  }
}

extension PartialDate {
  fileprivate var exactness: Int {
    switch self {
    case .year: 0
    case .month: 1
    case .span: 2
    case .day: 3
    }
  }
}

// MARK: - Who took part, and what the meeting is called

extension RecordedMeeting {
  private static func attendees(of reports: [ToldMeeting]) -> [Attendee] {
    let people = reports.flatMap(\.people).sorted { $0.id < $1.id }
    var attendees: [Attendee] = []
    attendees.reserveCapacity(people.count)
    var start = 0
    while start < people.count {
      var end = start + 1
      while end < people.count, people[end].id == people[start].id { end += 1 }
      attendees.append(
        Attendee(
          person: people[start].id,
          role: mostFrequentName(people[start..<end].compactMap(\.title))))
      start = end
    }
    return attendees
  }

  /// Countries and organisations, with the group that stood for them if nobody was named.
  private static func parties(of reports: [ToldMeeting], _ countries: [String]) -> [Party] {
    let unnamed = reports.flatMap(\.unnamed)
    var codes = Set(reports.flatMap(\.countries))
    codes.formUnion(unnamed.compactMap(\.country))
    codes.formUnion(countries)
    let delegations = codes.sorted().map { code in
      Party(
        country: code, organization: nil,
        role: mostFrequentName(unnamed.filter { $0.country == code }.map(\.role)))
    }
    if unnamed.isEmpty { return delegations }
    let bodies = Dictionary(grouping: unnamed.filter { $0.organization != nil }) {
      slug($0.organization ?? "")
    }
    return delegations
      + bodies.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map {
        Party(
          country: nil, organization: $0.key,
          organizationName: mostFrequentName($0.value.compactMap(\.organization)),
          role: mostFrequentName($0.value.map(\.role)))
      }
  }

  /// `2025-03-19-peters-rubio`: the day, the family names in alphabetical order, and the kind where
  /// it is no plain meeting.
  private static func identifier(
    date: PartialDate?, kind: MeetingKind, people: [Participant], parties: [Party]
  ) -> String {
    let day = date.map { date in
      date.precision == .span ? "\(date.firstDay?.description ?? "")" : date.description
    }
    var names = people.map(\.familyName).sorted()
    if names.count < 2 { names += parties.compactMap { $0.country ?? $0.organization } }
    if names.count > 4 { names = Array(names[..<3]) + ["and \(names.count - 3) more"] }
    let suffix = kind == .meeting ? [] : [kind.rawValue]
    return slug(([day ?? "undated"] + names + suffix).joined(separator: " "))
  }

  private static func title(
    kind: MeetingKind, people: [Participant], parties: [Party]
  ) -> String {
    var names = people.map(\.name).sorted()
    if names.count < 2 {
      let present = Set(people.compactMap(\.country))
      names += parties.compactMap { party in
        party.country.map { present.contains($0) ? nil : countryName(CountryCode($0)) }
          ?? party.organizationName ?? party.organization
      }
    }
    if names.count > 4 { names = Array(names[..<3]) + ["\(names.count - 3) more"] }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let word = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    return "\(word) of \(list.isEmpty ? "unnamed parties" : list)"
  }
}
