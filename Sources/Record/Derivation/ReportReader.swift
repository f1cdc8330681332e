import Diplomacy
import SQLite

/// Reads all reports back from a graph, ordered by article and number, whatever order they came in.
struct ReportReader {
  private let connection: Connection
  private var articles: [ReportedArticle] = []
  private var places: [String: Int] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// All articles with what they report.
  mutating func readAll() throws -> [ReportedArticle] {
    articles = try connection.rows("select id, published from article order by id") {
      ReportedArticle(
        id: $0.text(at: 0), published: $0.optionalText(at: 1).flatMap { CalendarDate(iso: $0) })
    }
    for (place, article) in articles.enumerated() { places[article.id] = place }
    try readPeople()
    try readMeetings()
    return articles
  }

  /// Calls `read` for every row of a query whose first column is an article's identifier.
  private mutating func each(
    _ query: SQL, _ read: (inout ReportedArticle, Statement) throws -> Void
  ) throws {
    let rows = try connection.prepare(query)
    while try rows.step() {
      guard let place = places[rows.text(at: 0)] else { continue }
      try read(&articles[place], rows)
    }
  }
}

// MARK: - People and countries

extension ReportReader {
  private mutating func readPeople() throws {
    let aliases = try connection.prepare("select value from json_each(?)")
    try each(
      """
      select articleId, name, aliases, country, (select count(*) from personMention m
        where m.articleId = p.articleId and m.person = p.number)
      from personReport p order by articleId, number
      """
    ) { article, row in
      try aliases.bind(row.text(at: 2), at: 1)
      var names: [String] = []
      while try aliases.step() { names.append(aliases.text(at: 0)) }
      article.people.append(
        ReportedPerson(
          name: row.text(at: 1), aliases: names,
          country: row.optionalText(at: 3).map { CountryCode($0) }, mentions: row.integer(at: 4)))
    }
    try each(
      """
      select articleId, person, title, office, country, organization, isFormer, serves
      from roleReport order by articleId, person, number
      """
    ) { article, row in
      article.people[row.integer(at: 1)].roles.append(
        ReportedRole(
          title: row.text(at: 2), office: row.optionalText(at: 3),
          of: row.affiliation(at: 4), isFormer: row.integer(at: 6) != 0,
          serves: row.optionalInteger(at: 7)))
    }
    try each("select articleId, country, count(*) from countryMention group by 1, 2") {
      $0.countryMentions[CountryCode($1.text(at: 1))] = $1.integer(at: 2)
    }
  }
}

// MARK: - Meetings

extension ReportReader {
  private mutating func readMeetings() throws {
    try each(
      """
      select articleId, kind, status, date, place, placeCountry, partOf
      from meetingReport order by articleId, number
      """
    ) { article, row in
      let country = row.optionalText(at: 5).map { CountryCode($0) }
      article.meetings.append(
        ReportedMeeting(
          kind: MeetingKind(rawValue: row.text(at: 1)) ?? .meeting,
          status: MeetingStatus(rawValue: row.text(at: 2)) ?? .planned,
          date: row.optionalText(at: 3).flatMap { PartialDate(iso: $0) },
          place: row.optionalText(at: 4).map { PlaceName($0, in: country) },
          partOf: row.optionalInteger(at: 6)))
    }
    try each(
      "select articleId, meeting, person from participationReport order by articleId, meeting, number"
    ) { $0.meetings[$1.integer(at: 1)].participants.append($1.integer(at: 2)) }
    try each(
      """
      select articleId, meeting, role, country, organization from unnamedPartyReport
      order by articleId, meeting, number
      """
    ) {
      $0.meetings[$1.integer(at: 1)].unnamed.append(
        ReportedParty(role: $1.text(at: 2), of: $1.affiliation(at: 3)))
    }
    try each(
      """
      select articleId, meeting, country from meetingCountryReport
      order by articleId, meeting, number
      """
    ) { $0.meetings[$1.integer(at: 1)].countries.append(CountryCode($1.text(at: 2))) }
    try each(
      "select articleId, meeting, topic from topicReport order by articleId, meeting, number"
    ) { $0.meetings[$1.integer(at: 1)].topics.append($1.text(at: 2)) }
  }
}

extension Statement {
  /// The affiliation in two columns, a country and an organisation, of which one at most is set.
  func affiliation(at column: Int) -> Affiliation? {
    if let code = optionalText(at: column) { return .country(CountryCode(code)) }
    return optionalText(at: column + 1).map { .organization($0) }
  }
}
