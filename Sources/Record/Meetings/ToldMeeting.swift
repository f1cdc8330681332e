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
    for index in told.indices { try complete(&told[index]) }
    return told
  }

  private func complete(_ told: inout ToldMeeting) throws {
    told.people = try rows(
      """
      select s.personId, (
        select title from roleReport o
        where o.articleId = x.articleId and o.person = x.person and not o.isFormer
        order by o.number limit 1)
      from participationReport x
      join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
      join persona s on s.id = pr.persona
      where x.articleId = \(told.article) and x.meeting = \(told.number)
        and s.personId is not null
      order by x.number
      """
    ) { ($0.text(at: 0), $0.optionalText(at: 1)) }
    told.unnamed = try rows(
      """
      select role, country, organization from unnamedPartyReport
      where articleId = \(told.article) and meeting = \(told.number) order by number
      """
    ) { ($0.text(at: 0), $0.optionalText(at: 1), $0.optionalText(at: 2)) }
    told.countries = try rows(
      """
      select country from meetingCountryReport
      where articleId = \(told.article) and meeting = \(told.number) order by number
      """
    ) { $0.text(at: 0) }
    told.topics = try rows(
      """
      select topic from topicReport
      where articleId = \(told.article) and meeting = \(told.number) order by number
      """
    ) { $0.text(at: 0) }
  }
}
