import Diplomacy
import JSON
import SQLite

// MARK: - Who is who, with decisions

extension Derivation {
  /// Gives every individual its person, and personas with it.
  mutating func applyDecisions() throws {
    let assignments = try decisions.assignments(connection)
    let known = try connection.rows(
      """
      select id, personId, rule from individual
      where personId is null or personId <> id or rule is not null
      """
    ) { (id: $0.text(at: 0), person: $0.optionalText(at: 1), rule: $0.optionalText(at: 2)) }
    var pending = Set(assignments.keys)
    for row in known {
      pending.remove(row.id)
      let wanted = assignments[row.id]
      let person = wanted.map { $0.person } ?? row.id
      guard person != row.person || wanted?.rule != row.rule else { continue }
      try connection.execute(
        "update individual set personId = \(person), rule = \(wanted?.rule) where id = \(row.id)")
      individuals.insert(row.id)
    }
    for id in pending.sorted() {
      guard let wanted = assignments[id] else { continue }
      try connection.execute(
        "update individual set personId = \(wanted.person), rule = \(wanted.rule) where id = \(id)")
      individuals.insert(id)
    }
    for id in individuals.sorted() { try movePersonas(of: id) }
  }

  private mutating func movePersonas(of individual: String) throws {
    guard
      let person = try connection.first(
        "select personId from individual where id = \(individual)", { $0.optionalText(at: 0) })
    else { return }
    if let person { people.insert(person) }
    let personas = try connection.rows(
      "select id, personId from persona where individual = \(individual) and personId is not \(person)"
    ) { (id: $0.integer(at: 0), old: $0.optionalText(at: 1)) }
    guard !personas.isEmpty else { return }
    people.formUnion(personas.compactMap(\.old))
    moved.formUnion(personas.map(\.id))
    try connection.execute(
      """
      update persona set personId = \(person)
      where individual = \(individual) and personId is not \(person)
      """)
  }
}

// MARK: - People

extension Derivation {
  /// Writes the people again that something has changed about.
  mutating func derivePeople() throws {
    let given = try decisions.givenNames(connection)
    // Whoever serves a moved persona serves somebody else now.
    for chunk in moved.sorted().chunks(of: 256) {
      people.formUnion(
        try connection.rows(
          """
          select s.personId from serviceUse u join persona s on s.id = u.persona
          where u.served in \(list: chunk) and s.personId is not null
          """
        ) { $0.text(at: 0) })
    }
    var present: [ToldPerson] = []
    for id in people.sorted() {
      let told = try ToldPerson(id, connection)
      if try writePerson(told, called: given[id]) { present.append(told) }
    }
    for told in present { try writeRoles(of: told) }
    // Testimonies that nothing is known of yet are looked at in any case.
    guard try connection.integer("select 1 from testimony where component > 0 limit 1") != nil
    else { return }
    for persona in moved { unresolved.formUnion(try connection.testimonies(ofPersona: persona)) }
  }

  /// - Returns: whether there is such a person any more.
  private mutating func writePerson(_ told: ToldPerson, called given: String?) throws -> Bool {
    let id = told.id
    let old = try connection.first(
      "select name, country, aliases, wikidata from person where id = \(id)", PersonRow.init)
    try writeTerms(of: id, try terms(of: told))
    let individuals = try connection.rows(
      "select id, name from individual where personId = \(id) order by id = \(id) desc, id"
    ) { (id: $0.text(at: 0), name: $0.text(at: 1)) }
    // Whom only a register knows is in no article's record.
    guard let kept = individuals.first, told.isNamed else {
      guard let old else { return false }
      try connection.execute("delete from person where id = \(id)")
      if let country = old.country { loosened.countries.insert(country) }
      unresolved.formUnion(try connection.testimonies(ofHolder: id))
      return false
    }
    if old == nil { unresolved.formUnion(try connection.testimonies(ofHolder: id)) }
    let name = given ?? kept.name
    var aliases = told.names.union(individuals.map(\.name))
    var wikidata: String?
    for entry in try told.registers.compactMap({ try decisions.entry($0) }) {
      aliases.formUnion(entry.aliases)
      wikidata = [wikidata, entry.wikidata].compactMap(\.self).min()
    }
    aliases.subtract([name])
    let new = PersonRow(
      name: name, country: prevailing(told.countries[kept.id] ?? [:], by: >),
      aliases: JSONValue.array(aliases.sorted().map(JSONValue.string)).text, wikidata: wikidata)
    guard new != old else { return true }
    if let country = new.country { try connection.ensureCountry(country) }
    try connection.execute(
      """
      insert into person (id, name, country, aliases, wikidata)
      values (\(id), \(name), \(new.country), \(new.aliases), \(wikidata))
      on conflict do update set name = excluded.name, country = excluded.country,
        aliases = excluded.aliases, wikidata = excluded.wikidata
      """)
    if old?.name != name || old?.country != new.country || old?.aliases != new.aliases {
      try writeNames(of: id, name, aliases, individuals.map(\.name), new.country)
    }
    if let old, old.country != new.country {
      if let former = old.country { loosened.countries.insert(former) }
      unresolved.formUnion(try connection.testimonies(ofPerson: id))
    } else if let old, old.name != name {
      clusters.formUnion(
        try connection.rows(
          """
          select m.cluster from attended a join meeting m on m.id = a.meetingId
          where a.personId = \(id)
          """
        ) { $0.integer(at: 0) })
    }
    return true
  }

  /// Every folded name under which the person is found, with the best of its forms.
  private func writeNames(
    of id: String, _ name: String, _ aliases: Set<String>, _ called: [String], _ country: String?
  ) throws {
    try connection.execute("delete from personName where personId = \(id)")
    var forms: [String: String] = [:]
    for part in name.split(whereSeparator: \.isWhitespace) { forms[folded(String(part))] = "part" }
    let code = country.map { CountryCode($0) }
    for each in called {
      for family in PersonName(each, country: code).familyNames { forms[family] = "part" }
    }
    for alias in aliases { forms[folded(alias)] = "alias" }
    forms[folded(name)] = "name"
    forms[""] = nil
    for (folded, form) in forms.sorted(by: { $0.key < $1.key }) {
      try connection.execute("insert into personName values (\(folded), \(id), \(form))")
    }
  }
}

/// What the table of people holds of one.
private struct PersonRow: Equatable {
  let name: String
  let country: String?
  let aliases: String
  let wikidata: String?
}

extension PersonRow {
  init(_ row: Statement) {
    self.init(
      name: row.text(at: 0), country: row.optionalText(at: 1), aliases: row.text(at: 2),
      wikidata: row.optionalText(at: 3))
  }
}

extension Connection {
  /// The numbers of the testimonies in which reports of a persona take part.
  func testimonies(ofPersona persona: Int) throws -> [Int] {
    try rows(
      """
      select t.id from personaReport pr
      join participationReport x on x.articleId = pr.articleId and x.person = pr.number
      join testimony t on t.articleId = x.articleId and t.number = x.meeting
      where pr.persona = \(persona)
      """
    ) { $0.integer(at: 0) }
  }

  /// The numbers of the testimonies in which a person takes part.
  func testimonies(ofPerson id: String) throws -> [Int] {
    try rows("select id from persona where personId = \(id)") { $0.integer(at: 0) }
      .flatMap { try testimonies(ofPersona: $0) }
  }

  /// The numbers of the testimonies that tell of a person by the office alone.
  func testimonies(ofHolder id: String) throws -> [Int] {
    try rows("select testimony from officeParty where personId = \(id)") { $0.integer(at: 0) }
  }

  /// Makes sure that the country has its row.
  func ensureCountry(_ code: String) throws {
    try execute(
      "insert or ignore into country values (\(code), \(countryName(CountryCode(code))))")
  }
}
