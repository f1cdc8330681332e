import Diplomacy
import SQLite

/// The testimonies of a graph, each read once a derivation, and who can agree with whom.
final class TestimonyStore {
  let connection: Connection
  private var cache: [Int: MeetingTestimony] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The testimony with `id`; nil if there is none.
  func testimony(_ id: Int) throws -> MeetingTestimony? {
    if let known = cache[id] { return known }
    let read = try connection.first(
      """
      select t.articleId, t.number, t.dated, t.first, t.last, t.component, t.cluster, r.kind,
        r.status, r.place, r.placeCountry, a.published, r.date is not null
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      join article a on a.id = t.articleId
      where t.id = \(id)
      """
    ) { row in
      let parties = try self.parties(of: id)
      let country = row.optionalText(at: 10).map { CountryCode($0) }
      let days = row.isNull(at: 3) ? nil : row.integer(at: 3)...row.integer(at: 4)
      return MeetingTestimony(
        id: id, article: row.text(at: 0), number: row.integer(at: 1),
        shape: MeetingShape(
          kind: MeetingKind(rawValue: row.text(at: 7)) ?? .meeting,
          status: MeetingStatus(rawValue: row.text(at: 8)) ?? .planned,
          isDated: row.integer(at: 2) != 0, days: days,
          place: row.optionalText(at: 9).map { PlaceName($0, in: country) },
          people: parties.people, peoplesCountries: parties.peoplesCountries,
          otherCountries: parties.otherCountries),
        published: row.optionalText(at: 11).flatMap { CalendarDate(iso: $0)?.dayNumber },
        hasDate: row.integer(at: 12) != 0,
        component: row.optionalInteger(at: 5), cluster: row.optionalInteger(at: 6))
    }
    cache[id] = read
    return read
  }

  private struct Parties {
    var people: Set<String> = []
    var peoplesCountries: Set<CountryCode> = []
    var otherCountries: Set<CountryCode> = []
  }

  private func parties(of id: Int) throws -> Parties {
    var parties = Parties()
    let rows = try connection.prepare(
      "select party, country from testimonyParty where testimony = \(id)" as SQL)
    while try rows.step() {
      let party = rows.text(at: 0)
      let name = String(party.dropFirst(2))
      switch party.utf8.first {
      case UInt8(ascii: "p"):
        parties.people.insert(name)
        if let code = rows.optionalText(at: 1) {
          parties.peoplesCountries.insert(CountryCode(code))
        }
      case UInt8(ascii: "c"), UInt8(ascii: "d"): parties.otherCountries.insert(CountryCode(name))
      default: continue
      }
    }
    return parties
  }

  /// Puts testimonies into a component and a cluster.
  func assign(_ id: Int, component: Int, cluster: Int) throws {
    cache[id]?.component = component
    cache[id]?.cluster = cluster
    try connection.execute(
      "update testimony set component = \(component), cluster = \(cluster) where id = \(id)")
  }
}

// MARK: - Parties

extension TestimonyStore {
  /// Resolves the parties of a testimony anew.
  func resolveParties(of id: Int) throws {
    cache[id] = nil
    try connection.execute("delete from testimonyParty where testimony = \(id)")
    let window = try connection.first(
      """
      select t.dated, t.first, t.last, r.status = 'cancelled', t.articleId, t.number
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      where t.id = \(id) and t.first is not null
      """
    ) { row in
      (
        dated: row.integer(at: 0), first: row.integer(at: 1), last: row.integer(at: 2),
        isCancelled: row.integer(at: 3) != 0, article: row.text(at: 4), number: row.integer(at: 5)
      )
    }
    guard let window else { return }
    let people = try connection.rows(
      """
      select distinct s.personId, p.country
      from participationReport x
      join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
      join persona s on s.id = pr.persona
      join person p on p.id = s.personId
      where x.articleId = \(window.article) and x.meeting = \(window.number)
      union
      select h.personId, p.country from partyIdentity h join person p on p.id = h.personId
      where h.articleId = \(window.article) and h.meeting = \(window.number)
      """
    ) { (id: $0.text(at: 0), country: $0.optionalText(at: 1)) }
    let told = try connection.rows(
      """
      select country from meetingCountryReport
      where articleId = \(window.article) and meeting = \(window.number)
      """
    ) { $0.text(at: 0) }
    let others = Set(told).subtracting(people.compactMap(\.country))
    func add(_ party: String, _ country: String?) throws {
      try connection.execute(
        """
        insert or ignore into testimonyParty
        values (\(party), \(window.dated), \(window.last), \(id), \(window.first), \(country))
        """)
    }
    for person in people { try add("p:\(person.id)", person.country) }
    for country in others.sorted() { try add("\(people.isEmpty ? "d" : "c"):\(country)", nil) }
    guard window.isCancelled, window.dated == 1 else { return }
    for person in people { try add("x:p:\(person.id)", nil) }
    if people.isEmpty { for country in others.sorted() { try add("x:d:\(country)", nil) } }
  }
}

// MARK: - Neighbours

extension TestimonyStore {
  /// The longest dated testimony, in days.
  private static let longest = 31
  /// The longest window of an undated one.
  private static let widest = 62

  /// The dated testimonies that agree with the dated `shape`, or that make up for it.
  func datedNeighbors(of shape: MeetingShape) throws -> [MeetingTestimony] {
    guard let days = shape.days else { return [] }
    let slack = MeetingTestimony.slack
    let reach = shape.status == .cancelled ? MeetingShape.postponement : slack
    var found: Set<Int> = []
    for key in shape.keys {
      try find(
        key, dated: 1, first: days.lowerBound - slack, last: days.upperBound + reach,
        &found)
      if shape.status != .declined {
        try find(
          "x:\(key)", dated: 1, first: days.lowerBound - MeetingShape.postponement,
          last: days.lowerBound, &found)
      }
    }
    return try found.compactMap { try testimony($0) }.filter {
      $0.shape.agrees(with: shape) || $0.shape.makesUp(for: shape) || shape.makesUp(for: $0.shape)
    }
  }

  /// The dated testimonies that agree with the undated `shape`.
  func datedNeighbors(ofUndated shape: MeetingShape) throws -> [MeetingTestimony] {
    guard let days = shape.days else { return [] }
    var found: Set<Int> = []
    for key in shape.keys {
      try find(key, dated: 1, first: days.lowerBound, last: days.upperBound, &found)
    }
    return try found.compactMap { try testimony($0) }.filter { $0.shape.agrees(with: shape) }
  }

  /// The undated testimonies whose window meets that of `shape`, and that share a party with it.
  func undatedNeighbors(of shape: MeetingShape) throws -> [MeetingTestimony] {
    guard let days = shape.days else { return [] }
    var found: Set<Int> = []
    for key in shape.keys {
      try find(key, dated: 0, first: days.lowerBound, last: days.upperBound, &found)
    }
    return try found.compactMap { try testimony($0) }.filter { $0.shape.agrees(with: shape) }
  }

  private func find(
    _ party: String, dated: Int, first: Int, last: Int, _ found: inout Set<Int>
  ) throws {
    let reach = dated == 1 ? TestimonyStore.longest : TestimonyStore.widest
    let rows = try connection.prepare(
      """
      select testimony from testimonyParty
      where party = \(party) and dated = \(dated) and last between \(first) and \(last + reach)
        and first <= \(last)
      """ as SQL)
    while try rows.step() { found.insert(rows.integer(at: 0)) }
  }
}
