import Diplomacy
import SQLite

extension TestimonyStore {
  /// Resolves the parties of these testimonies anew.
  func resolveParties(of ids: [Int]) throws {
    for id in ids {
      cache[id] = nil
      resolved[id] = nil
      try connection.execute("delete from testimonyParty where testimony = \(id)")
    }
    try addParties(of: ids)
  }

  /// Resolves the parties of testimonies that have none.
  func addParties(of ids: [Int]) throws {
    knowsCancelled = nil
    for chunk in ids.chunks(of: TestimonyStore.pace) { try addParties(ofChunk: chunk) }
  }

  private func addParties(ofChunk ids: [Int]) throws {
    let windows = try connection.rows(
      """
      select t.id, t.dated, t.first, t.last, r.status = 'cancelled'
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      where t.id in \(list: ids) and t.first is not null order by t.id
      """, TestimonyWindow.init)
    let people = try people(of: ids)
    var told: [Int: Set<String>] = [:]
    let countries = try connection.prepare(
      """
      select t.id, c.country from testimony t
      join meetingCountryReport c on c.articleId = t.articleId and c.meeting = t.number
      where t.id in \(list: ids)
      """ as SQL)
    while try countries.step() {
      told[countries.integer(at: 0), default: []].insert(countries.text(at: 1))
    }
    var rows = NewRows(.testimonyParty)
    for window in windows {
      add(window, people[window.id] ?? [:], told[window.id] ?? [], to: &rows)
    }
    // Without days nobody is looked for.
    for id in ids where resolved[id] == nil { resolved[id] = Parties() }
    try rows.write(to: connection)
  }

  private func add(
    _ window: TestimonyWindow, _ people: [String: String?], _ told: Set<String>,
    to rows: inout NewRows
  ) {
    func add(_ party: String, _ country: String?) {
      index?.add(
        party, dated: window.dated, first: window.first, last: window.last, testimony: window.id,
        people: people.count)
      rows.put(party, window.dated, window.last, window.id)
      rows.put(window.first)
      rows.put(country)
      rows.put(people.count)
    }
    let countries = people.values.compactMap(\.self)
    let others = told.subtracting(countries).sorted()
    resolved[window.id] = Parties(
      people: Set(people.keys), peoplesCountries: Set(countries.map { CountryCode($0) }),
      otherCountries: Set(others.map { CountryCode($0) }))
    for (person, country) in people.sorted(by: { $0.key < $1.key }) { add("p:" + person, country) }
    for country in others { add((people.isEmpty ? "d:" : "c:") + country, nil) }
    guard window.isCancelled, window.dated == 1 else { return }
    for person in people.keys.sorted() { add("x:p:\(person)", nil) }
    if people.isEmpty { for country in others { add("x:d:\(country)", nil) } }
  }
}

/// When a report's meeting can have been.
private struct TestimonyWindow {
  let id: Int
  let dated: Int
  let first: Int
  let last: Int
  let isCancelled: Bool

  init(_ row: Statement) {
    id = row.integer(at: 0)
    dated = row.integer(at: 1)
    first = row.integer(at: 2)
    last = row.integer(at: 3)
    isCancelled = row.integer(at: 4) != 0
  }
}
