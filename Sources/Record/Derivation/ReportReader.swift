import Diplomacy
import SQLite

/// Reads the reports of one article back from a graph.
struct ReportReader {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The article with `id` and what it reports; nil if there is none.
  func article(_ id: String) throws -> ReportedArticle? {
    let published = try connection.first("select published from article where id = \(id)") {
      $0.optionalText(at: 0)
    }
    guard let published else { return nil }
    var article = ReportedArticle(id: id, published: published.flatMap { CalendarDate(iso: $0) })
    try readPeople(&article)
    try readMeetings(&article)
    return article
  }

  private func each(_ query: SQL, _ read: (Statement) throws -> Void) throws {
    let rows = try connection.prepare(query)
    while try rows.step() { try read(rows) }
  }
}

// MARK: - People and countries

extension ReportReader {
  private func readPeople(_ article: inout ReportedArticle) throws {
    let aliases = try connection.prepare("select value from json_each(?)")
    try each(
      """
      select name, aliases, country, (select count(*) from personMention m
        where m.articleId = p.articleId and m.person = p.number)
      from personReport p where articleId = \(article.id) order by number
      """
    ) { row in
      var names: [String] = []
      if row.text(at: 1) != "[]" {
        try aliases.bind(row.text(at: 1), at: 1)
        while try aliases.step() { names.append(aliases.text(at: 0)) }
      }
      article.people.append(
        ReportedPerson(
          name: row.text(at: 0), aliases: names,
          country: row.optionalText(at: 2).map { CountryCode($0) }, mentions: row.integer(at: 3)))
    }
    try each(
      """
      select person, title, office, country, organization, isFormer, serves
      from roleReport where articleId = \(article.id) order by person, number
      """
    ) { row in
      article.people[row.integer(at: 0)].roles.append(
        ReportedRole(
          title: row.text(at: 1), office: row.optionalText(at: 2), of: row.affiliation(at: 3),
          isFormer: row.integer(at: 5) != 0, serves: row.optionalInteger(at: 6)))
    }
    try each(
      "select country, count(*) from countryMention where articleId = \(article.id) group by 1"
    ) { article.countryMentions[CountryCode($0.text(at: 0))] = $0.integer(at: 1) }
  }
}

// MARK: - Meetings

extension ReportReader {
  private func readMeetings(_ article: inout ReportedArticle) throws {
    try each(
      """
      select kind, status, date, place, placeCountry, partOf
      from meetingReport where articleId = \(article.id) order by number
      """
    ) { row in
      let country = row.optionalText(at: 4).map { CountryCode($0) }
      article.meetings.append(
        ReportedMeeting(
          kind: MeetingKind(rawValue: row.text(at: 0)) ?? .meeting,
          status: MeetingStatus(rawValue: row.text(at: 1)) ?? .planned,
          date: row.optionalText(at: 2).flatMap { PartialDate(iso: $0) },
          place: row.optionalText(at: 3).map { PlaceName($0, in: country) },
          partOf: row.optionalInteger(at: 5)))
    }
    guard !article.meetings.isEmpty else { return }
    try each(
      """
      select meeting, person from participationReport
      where articleId = \(article.id) order by meeting, number
      """
    ) { article.meetings[$0.integer(at: 0)].participants.append($0.integer(at: 1)) }
    try each(
      """
      select meeting, role, country, organization, quote from unnamedPartyReport
      where articleId = \(article.id) order by meeting, number
      """
    ) {
      article.meetings[$0.integer(at: 0)].unnamed.append(
        ReportedParty(
          role: $0.text(at: 1), of: $0.affiliation(at: 2), quote: $0.text(at: 4)))
    }
    try each(
      """
      select meeting, country from meetingCountryReport
      where articleId = \(article.id) order by meeting, number
      """
    ) { article.meetings[$0.integer(at: 0)].countries.append(CountryCode($0.text(at: 1))) }
    try each(
      "select meeting, topic from topicReport where articleId = \(article.id) order by meeting, number"
    ) { article.meetings[$0.integer(at: 0)].topics.append($0.text(at: 1)) }
  }
}

extension Statement {
  /// The affiliation in two columns, a country and an organisation, of which one at most is set.
  func affiliation(at column: Int) -> Affiliation? {
    if let code = optionalText(at: column) { return .country(CountryCode(code)) }
    return optionalText(at: column + 1).map { .organization($0) }
  }
}
