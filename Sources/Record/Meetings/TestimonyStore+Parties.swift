import Diplomacy
import SQLite

extension TestimonyStore {
  /// Resolves the parties of a testimony anew.
  func resolveParties(of id: Int) throws {
    cache[id] = nil
    try connection.execute("delete from testimonyParty where testimony = \(id)")
    try addParties(of: id)
  }

  /// Resolves the parties of a testimony that has none.
  func addParties(of id: Int) throws {
    knowsCancelled = nil
    let window = try connection.first(
      """
      select t.dated, t.first, t.last, r.status = 'cancelled', t.articleId, t.number
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      where t.id = \(id) and t.first is not null
      """
    ) { row in
      TestimonyWindow(
        dated: row.integer(at: 0), first: row.integer(at: 1), last: row.integer(at: 2),
        isCancelled: row.integer(at: 3) != 0, article: row.text(at: 4), number: row.integer(at: 5))
    }
    guard let window else { return }
    let people = try people(of: id, window)
    let told = try connection.rows(
      """
      select country from meetingCountryReport
      where articleId = \(window.article) and meeting = \(window.number)
      """
    ) { $0.text(at: 0) }
    let others = Set(told).subtracting(people.values.compactMap(\.self))
    var rows = NewRows(.testimonyParty)
    func add(_ party: String, _ country: String?) {
      rows.add(party, window.dated, window.last, id, window.first, country)
    }
    for (person, country) in people.sorted(by: { $0.key < $1.key }) { add("p:\(person)", country) }
    for country in others.sorted() { add("\(people.isEmpty ? "d" : "c"):\(country)", nil) }
    if window.isCancelled, window.dated == 1 {
      for person in people.keys.sorted() { add("x:p:\(person)", nil) }
      if people.isEmpty { for country in others.sorted() { add("x:d:\(country)", nil) } }
    }
    try rows.write(to: connection)
  }

  /// Who takes part, named or by the office alone, with the country of each.
  private func people(of id: Int, _ window: TestimonyWindow) throws -> [String: String?] {
    var people: [String: String?] = [:]
    func add(_ query: SQL) throws {
      let rows = try connection.prepare(query)
      while try rows.step() { people[rows.text(at: 0)] = rows.optionalText(at: 1) }
    }
    try add(
      """
      select s.personId, p.country
      from participationReport x
      join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
      join persona s on s.id = pr.persona
      join person p on p.id = s.personId
      where x.articleId = \(window.article) and x.meeting = \(window.number)
      """)
    let holders = try connection.integer(
      "select 1 from officeParty where testimony = \(id) and personId is not null limit 1")
    guard holders != nil else { return people }
    try add(
      """
      select h.personId, p.country from partyIdentity h join person p on p.id = h.personId
      where h.articleId = \(window.article) and h.meeting = \(window.number)
      """)
    return people
  }
}

/// When a report's meeting can have been, and where the report stands.
private struct TestimonyWindow {
  let dated: Int
  let first: Int
  let last: Int
  let isCancelled: Bool
  let article: String
  let number: Int
}
