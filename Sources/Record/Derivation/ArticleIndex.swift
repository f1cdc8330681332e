import Diplomacy
import SQLite

/// Takes an article's reports into the tables from which the record is derived, and out of them.
///
/// Adding and removing are each other's reverse, so that an article that came and went leaves no
/// trace. What they change is marked as dirty; deriving does the rest.
///
/// One index serves one transaction: what many articles change alike is added up, and written by `finish()`.
final class ArticleIndex {
  let connection: Connection
  var tallies = Tallies()
  /// What is not written yet: `finish()` does it, and whoever reads or deletes rows before.
  var held = HeldRows()
  /// Whether curators took reports away from anybody; nil as long as nobody asked.
  private var knowsSplits: Bool?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Takes in `article`, whose reports lie in the graph already.
  func add(_ article: ReportedArticle) throws {
    let splits = try hasSplits() ? connection.splits(of: article.id) : [:]
    var personas: [Int] = []
    let names = article.people.map { PersonName($0.name, country: $0.actsFor) }
    for number in article.people.indices {
      var persona = Persona(number, in: article, names: names)
      persona.split = splits[article.people[number].name]
      let id = try add(persona, block: names[number].block)
      personas.append(id)
      held.personaReports.add(article.id, number, id, max(1, article.people[number].mentions))
    }
    for (number, person) in article.people.enumerated() {
      for role in person.roles {
        add(role, of: personas[number], on: article.published)
        if let served = role.serves { try serve(personas[number], personas[served], by: 1) }
      }
    }
    addMentions(article)
    for (number, meeting) in article.meetings.enumerated() {
      try add(meeting, number: number, of: article)
    }
    spellNames(in: article, by: 1)
  }

  private func hasSplits() throws -> Bool {
    if let knowsSplits { return knowsSplits }
    let has = try connection.integer("select 1 from decision where kind = 'split' limit 1") != nil
    knowsSplits = has
    return has
  }

  /// Takes a report of somebody in.
  ///
  /// - Returns: the persona it belongs to.
  func add(_ persona: Persona, block: String, reports: Int = 1) throws -> Int {
    let signature = persona.signature
    let known =
      try tallies.personas[signature]
      ?? connection.first("select id from persona where signature = \(signature)") {
        $0.integer(at: 0)
      }
    if let known {
      tallies.personas[signature] = known
      tallies.reports[known, default: 0] += reports
      return known
    }
    try connection.execute(
      """
      insert into persona
        (signature, block, name, country, year, reports, aliases, offices, register)
      values (\(signature), \(block), \(persona.name), \(persona.country?.rawValue), \(persona.year),
        \(reports), \(persona.aliases.joined(separator: "\u{1E}")),
        \(persona.soleOffices.joined(separator: "\u{1E}")), \(persona.register))
      """)
    tallies.blocks.insert(block)
    let id = connection.lastInsertedRow
    tallies.personas[signature] = id
    return id
  }

  private func add(_ role: ReportedRole, of persona: Int, on day: CalendarDate?) {
    let id = tallies.identifier(of: role)
    guard !id.isEmpty else { return }
    let use = Tallies.RoleUse(persona: persona, role: id, isFormer: role.isFormer)
    tallies.roles[use, default: Tallies.RoleTally()].add(day?.description)
  }

  func serve(_ persona: Int, _ served: Int, by count: Int) throws {
    try connection.execute(
      """
      insert into serviceUse values (\(persona), \(served), \(count))
      on conflict do update set reports = reports + \(count)
      """)
    if count < 0 {
      try connection.execute(
        "delete from serviceUse where persona = \(persona) and served = \(served) and reports = 0")
    }
  }

  private func addMentions(_ article: ReportedArticle) {
    for (country, count) in article.countryMentions.sorted(by: { $0.key < $1.key }) {
      held.bodyMentions.add(Value.null, article.id, country.rawValue, Value.null, count)
    }
    let bodies = Dictionary(grouping: article.organizations, by: slug).filter { !$0.key.isEmpty }
    for (id, names) in bodies.sorted(by: { $0.key < $1.key }) {
      held.bodyMentions.add(Value.null, article.id, Value.null, id, names.count)
    }
  }

  private func add(_ meeting: ReportedMeeting, number: Int, of article: ReportedArticle) throws {
    let window = MeetingWindow(meeting, published: article.published)
    let testimony = try held.nextTestimony(connection)
    held.testimonies.add(
      testimony, article.id, number, window.isDated, window.days?.lowerBound,
      window.days?.upperBound, article.published?.description)
    for (number, party) in meeting.unnamed.enumerated() {
      guard let office = SoleOffice.office(of: party),
        let day = meeting.officeDay(published: article.published)
      else { continue }
      held.officeParties.add(testimony, number, office, day.dayNumber)
    }
  }
}

extension Connection {
  /// Marks a piece of the record as changed.
  func mark(_ kind: String, _ key: String) throws(DatabaseError) {
    try execute("insert or ignore into dirty values (\(kind), \(key))")
  }

  /// The decisions that take reports of an article away from a person, by the name there.
  func splits(of article: String) throws -> [String: Int] {
    var splits: [String: Int] = [:]
    let rows = try prepare(
      """
      select d.number, a.value ->> 1 from decision d, json_each(d.detail, '$.reports') a
      where d.kind = 'split' and a.value ->> 0 = \(article) order by d.number
      """ as SQL)
    while try rows.step() { splits[rows.text(at: 1)] = rows.integer(at: 0) }
    return splits
  }
}
