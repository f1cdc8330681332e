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
  /// What the reports of a cluster tell, by article and number.
  func reports(ofCluster cluster: Int) throws -> [ToldMeeting] {
    var told = try rows(
      """
      select t.articleId, t.number, a.published, r.kind, r.status, r.date, r.place, r.placeCountry
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      join article a on a.id = t.articleId
      where t.cluster = \(cluster) order by t.articleId, t.number
      """
    ) { row in
      let country = row.optionalText(at: 7).map { CountryCode($0) }
      return ToldMeeting(
        article: row.text(at: 0), number: row.integer(at: 1), published: row.optionalText(at: 2),
        kind: MeetingKind(rawValue: row.text(at: 3)) ?? .meeting,
        status: MeetingStatus(rawValue: row.text(at: 4)) ?? .planned,
        date: row.optionalText(at: 5).flatMap { PartialDate(iso: $0) },
        place: row.optionalText(at: 6).map { PlaceName($0, in: country) })
    }
    guard !told.isEmpty else { return [] }
    var places: [String: Int] = [:]
    for (place, report) in told.enumerated() {
      places["\(report.article) \(report.number)"] = place
    }
    func each(_ query: SQL, _ add: (inout ToldMeeting, Statement) -> Void) throws {
      let rows = try prepare(query)
      while try rows.step() {
        guard let place = places["\(rows.text(at: 0)) \(rows.integer(at: 1))"] else { continue }
        add(&told[place], rows)
      }
    }
    try each(
      """
      select t.articleId, t.number, s.personId, (
        select title from roleReport o
        where o.articleId = x.articleId and o.person = x.person and not o.isFormer
        order by o.number limit 1)
      from testimony t
      join participationReport x on x.articleId = t.articleId and x.meeting = t.number
      join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
      join persona s on s.id = pr.persona
      where t.cluster = \(cluster) and s.personId is not null
      order by t.articleId, t.number, x.number
      """
    ) { $0.people.append(($1.text(at: 2), $1.optionalText(at: 3))) }
    try each(
      """
      select h.articleId, h.meeting, h.personId, u.role
      from testimony t
      join partyIdentity h on h.articleId = t.articleId and h.meeting = t.number
      join unnamedPartyReport u
        on u.articleId = h.articleId and u.meeting = h.meeting and u.number = h.number
      where t.cluster = \(cluster) order by h.articleId, h.meeting, h.number
      """
    ) { $0.people.append(($1.text(at: 2), $1.text(at: 3))) }
    try each(
      """
      select t.articleId, t.number, u.role, u.country, u.organization
      from testimony t
      join unnamedPartyReport u on u.articleId = t.articleId and u.meeting = t.number
      where t.cluster = \(cluster) and not exists (
        select * from partyIdentity h
        where h.articleId = u.articleId and h.meeting = u.meeting and h.number = u.number)
      order by t.articleId, t.number, u.number
      """
    ) {
      $0.unnamed.append(($1.text(at: 2), $1.optionalText(at: 3), $1.optionalText(at: 4)))
    }
    try each(
      """
      select t.articleId, t.number, c.country from testimony t
      join meetingCountryReport c on c.articleId = t.articleId and c.meeting = t.number
      where t.cluster = \(cluster) order by t.articleId, t.number, c.number
      """
    ) { $0.countries.append($1.text(at: 2)) }
    try each(
      """
      select t.articleId, t.number, c.topic from testimony t
      join topicReport c on c.articleId = t.articleId and c.meeting = t.number
      where t.cluster = \(cluster) order by t.articleId, t.number, c.number
      """
    ) { $0.topics.append($1.text(at: 2)) }
    return told
  }
}
