import Diplomacy

/// Makes one meeting out of the reports of each occasion.
///
/// Where reports differ, the record takes what most of those say that know what became of it; the
/// reports themselves stay side by side.
struct MeetingSummarizing {
  let articles: [ReportedArticle]
  let people: [DerivedRecord.Person]
  let personIDs: [ReportReference: String]
  let countries: [String: CountryCode]
  private var meetings: [DerivedRecord.Meeting] = []
  private var places: [String: [PlaceName]] = [:]
  private var topics: [String: [String]] = [:]

  init(
    articles: [ReportedArticle], people: [DerivedRecord.Person],
    personIDs: [ReportReference: String]
  ) {
    self.articles = articles
    self.people = people
    self.personIDs = personIDs
    countries = people.reduce(into: [:]) { $0[$1.id] = $1.country }
  }

  /// Adds the meeting that `occasion` reports.
  mutating func add(_ occasion: [MeetingTestimony]) {
    let status = MeetingSummarizing.status(of: occasion)
    let telling = occasion.filter { $0.status == status }
    let date = MeetingSummarizing.date(of: telling) ?? MeetingSummarizing.date(of: occasion)
    let kind = mostFrequent(telling.map(\.kind)) { $0.exactness < $1.exactness } ?? .meeting
    let reports = occasion.map { articles[$0.reference.article].meetings[$0.reference.number] }
    let attendees = attendees(of: occasion)
    let parties = parties(of: reports, attendees: attendees)
    let place = keepPlace(of: telling.isEmpty ? occasion : telling)
    let id = identifier(date: date, kind: kind, attendees: attendees, parties: parties)
    meetings.append(
      DerivedRecord.Meeting(
        id: id, kind: kind, status: status,
        title: title(kind: kind, attendees: attendees, parties: parties), date: date,
        place: place.id, placeCountry: place.country, attendees: attendees, parties: parties,
        topics: keepTopics(of: reports), reports: occasion.map(\.reference).sorted()))
  }

  /// Gives the meetings their final identifiers and adds all rows to `record`.
  func finish(_ record: inout DerivedRecord) {
    var register = IdentifierRegister()
    let sorted = meetings.sorted { ($0.id, $0.reports[0]) < ($1.id, $1.reports[0]) }
    var ids: [ReportReference: String] = [:]
    record.meetings = sorted.map { meeting in
      let id = register.register(meeting.id)
      for report in meeting.reports { ids[report] = id }
      return meeting.with(id: id)
    }
    for index in record.meetings.indices {
      record.meetings[index].partOf = whole(of: record.meetings[index], ids)
    }
    record.places = places.map { id, names in
      DerivedRecord.Place(
        id: id, name: mostFrequentName(names.map(\.name)) ?? id, country: names[0].country)
    }
    .sorted { $0.id < $1.id }
    record.topics = topics.map { id, names in
      DerivedRecord.Topic(id: id, name: mostFrequentName(names) ?? id)
    }
    .sorted { $0.id < $1.id }
  }

  private func whole(
    of meeting: DerivedRecord.Meeting, _ ids: [ReportReference: String]
  ) -> String? {
    let wholes = meeting.reports.compactMap { report in
      articles[report.article].meetings[report.number].partOf.flatMap {
        ids[ReportReference(article: report.article, number: $0)]
      }
    }
    return mostFrequentName(wholes.filter { $0 != meeting.id })
  }
}

// MARK: - What became of it, when and where

extension MeetingSummarizing {
  /// One report that it was held settles it; otherwise the latest news counts.
  private static func status(of occasion: [MeetingTestimony]) -> MeetingStatus {
    if occasion.contains(where: { $0.status == .held }) { return .held }
    let latest = occasion.compactMap(\.published).max()
    let statuses = Set(occasion.filter { $0.published == latest }.map(\.status))
    return [.declined, .cancelled].first(where: statuses.contains) ?? .planned
  }

  /// The most exact date; of equally exact ones the most frequent, then the earliest.
  private static func date(of occasion: [MeetingTestimony]) -> PartialDate? {
    let dates = occasion.compactMap(\.date)
    let exactness = dates.map(\.exactness).max()
    return mostFrequent(dates.filter { $0.exactness == exactness }) {
      $0.description > $1.description
    }
  }

  /// The most frequent place: kept as a place, or, if it is a country, as that.
  private mutating func keepPlace(
    of occasion: [MeetingTestimony]
  ) -> (id: String?, country: CountryCode?) {
    let names = occasion.compactMap(\.place)
    let place = mostFrequent(names) {
      ($0.name, $0.country?.rawValue ?? "") > ($1.name, $1.country?.rawValue ?? "")
    }
    guard let place else { return (nil, nil) }
    if let country = place.country, folded(countryName(country)) == folded(place.name) {
      return (nil, country)
    }
    let id = slug("\(place.name) \(place.country?.rawValue ?? "")")
    guard !id.isEmpty else { return (nil, nil) }
    places[id, default: []].append(place)
    return (id, nil)
  }

  private mutating func keepTopics(of reports: [ReportedMeeting]) -> [String] {
    var ids: Set<String> = []
    for topic in reports.flatMap(\.topics) where !slug(topic).isEmpty {
      topics[slug(topic), default: []].append(topic)
      ids.insert(slug(topic))
    }
    return ids.sorted()
  }
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

extension DerivedRecord.Meeting {
  fileprivate func with(id: String) -> DerivedRecord.Meeting {
    DerivedRecord.Meeting(
      id: id, kind: kind, status: status, title: title, date: date, place: place,
      placeCountry: placeCountry, attendees: attendees, parties: parties, topics: topics,
      reports: reports)
  }
}
