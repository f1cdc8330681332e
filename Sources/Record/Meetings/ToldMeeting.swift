import Diplomacy
import SQLite

/// What one report tells of a meeting, for making the meeting's row.
struct ToldMeeting: Sendable {
  let article: String
  let number: Int
  let published: String?
  let kind: MeetingKind
  let status: MeetingStatus
  let date: PartialDate?
  let place: PlaceName?
  /// The people who took part, by identifier, with the title the report gives them.
  var people: [(id: String, title: String?)] = []
  var unnamed: [(role: String, country: String?, organization: String?)] = []
  var countries: [String] = []
  var topics: [String] = []
}

extension ToldMeeting {
  /// Whether this tells of a day that was called off, and others of a later one.
  func isMadeUp(by others: [ToldMeeting]) -> Bool {
    guard status == .cancelled, let off = date?.lastDay else { return false }
    return others.contains { other in
      guard other.status == .planned || other.status == .held, let day = other.date?.firstDay
      else { return false }
      return day.dayNumber > off.dayNumber + MeetingTestimony.slack
    }
  }
}

extension Connection {
  /// What the reports of each of these clusters tell, by article and number; `named` has whom some of them name, and is
  /// asked for each once.
  func reports(
    ofClusters clusters: [Int], _ named: inout NamedPeople
  ) throws -> [Int: [ToldMeeting]] {
    var told: [(cluster: Int, meeting: ToldMeeting)] = []
    var places: [Int: Int] = [:]
    let reports = try prepare(
      """
      select t.id, t.cluster, t.articleId, t.number, t.published, r.kind, r.status, r.date, r.place,
        r.placeCountry
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      where t.cluster in \(list: clusters) order by t.articleId, t.number
      """ as SQL)
    while try reports.step() {
      places[reports.integer(at: 0)] = told.count
      told.append((reports.integer(at: 1), ToldMeeting(reports)))
    }
    guard !told.isEmpty else { return [:] }
    /// The first column of each row is the testimony's number.
    func each(_ query: SQL, _ add: (inout ToldMeeting, Statement) -> Void) throws {
      let rows = try prepare(query)
      while try rows.step() {
        if let place = places[rows.integer(at: 0)] { add(&told[place].meeting, rows) }
      }
    }
    var unknown: [Int] = []
    for (id, place) in places {
      if let people = named.all.removeValue(forKey: id) {
        told[place].meeting.people = people
      } else {
        unknown.append(id)
      }
    }
    for ids in unknown.sorted().chunks(of: TestimonyStore.pace) {
      try each(
        """
        select t.id, s.personId, \(SQL.toldTitle)
        from testimony t
        join participationReport x on x.articleId = t.articleId and x.meeting = t.number
        join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
        join persona s on s.id = pr.persona
        where t.id in \(list: ids) and s.personId is not null
        order by t.articleId, t.number, x.number
        """
      ) { $0.people.append(($1.text(at: 1), $1.optionalText(at: 2))) }
    }
    // Whoever holds the office that an unnamed party is told by is one of the people.
    try each(
      """
      select t.id, h.personId, u.role
      from testimony t
      join officeParty o on o.testimony = t.id and o.personId is not null
      join partyIdentity h
        on h.articleId = t.articleId and h.meeting = t.number and h.number = o.number
      join unnamedPartyReport u
        on u.articleId = h.articleId and u.meeting = h.meeting and u.number = h.number
      where t.cluster in \(list: clusters) order by h.articleId, h.meeting, h.number
      """
    ) { $0.people.append(($1.text(at: 1), $1.text(at: 2))) }
    try each(
      """
      select t.id, u.role, u.country, u.organization
      from testimony t
      join unnamedPartyReport u on u.articleId = t.articleId and u.meeting = t.number
      where t.cluster in \(list: clusters) and not exists (
        select * from partyIdentity h
        where h.articleId = u.articleId and h.meeting = u.meeting and h.number = u.number)
      order by t.articleId, t.number, u.number
      """
    ) {
      $0.unnamed.append(($1.text(at: 1), $1.optionalText(at: 2), $1.optionalText(at: 3)))
    }
    try each(
      """
      select t.id, c.country from testimony t
      join meetingCountryReport c on c.articleId = t.articleId and c.meeting = t.number
      where t.cluster in \(list: clusters) order by t.articleId, t.number, c.number
      """
    ) { $0.countries.append($1.text(at: 1)) }
    try each(
      """
      select t.id, c.topic from testimony t
      join topicReport c on c.articleId = t.articleId and c.meeting = t.number
      where t.cluster in \(list: clusters) order by t.articleId, t.number, c.number
      """
    ) { $0.topics.append($1.text(at: 1)) }
    return Dictionary(grouping: told, by: \.cluster).mapValues { $0.map(\.meeting) }
  }
}

extension SQL {
  /// The title that a report gives a participant `x`, of an office that is not past.
  static let toldTitle: SQL = """
    (select title from roleReport o
      where o.articleId = x.articleId and o.person = x.person and not o.isFormer
      order by o.number limit 1)
    """
}

extension ToldMeeting {
  /// The columns of a report from the third on.
  fileprivate init(_ row: Statement) {
    let country = row.optionalText(at: 9).map { CountryCode($0) }
    self.init(
      article: row.text(at: 2), number: row.integer(at: 3), published: row.optionalText(at: 4),
      kind: MeetingKind(rawValue: row.text(at: 5)) ?? .meeting,
      status: MeetingStatus(rawValue: row.text(at: 6)) ?? .planned,
      date: row.optionalText(at: 7).flatMap { PartialDate(iso: $0) },
      place: row.optionalText(at: 8).map { PlaceName($0, in: country) })
  }
}
