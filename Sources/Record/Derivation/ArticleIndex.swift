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
  /// Two statements that are run for nearly every person, once they were asked for.
  private var keptSearch: Statement?
  private var keptInsertion: Statement?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Takes in `article`, whose reports lie in the graph already.
  func add(_ article: ReportedArticle) throws {
    let splits = try hasSplits() ? connection.splits(of: article.id) : [:]
    var personas: [Int] = []
    var told: [(persona: Int, mentions: Int)] = []
    let names = article.people.map { PersonName($0.name, country: $0.actsFor) }
    for number in article.people.indices {
      var persona = Persona(number, in: article, names: names)
      persona.split = splits[article.people[number].name]
      let id = try add(persona, block: names[number].block)
      personas.append(id)
      told.append((id, max(1, article.people[number].mentions)))
    }
    held.add(personas: told, of: article.id)
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
    if let known = try tallies.personas[signature] ?? number(ofPersona: signature) {
      tallies.personas[signature] = known
      tallies.reports[known, default: 0] += reports
      return known
    }
    let insertion = try keptInsertion ?? connection.prepare(ArticleIndex.insertion)
    keptInsertion = insertion
    try insertion.bind(signature, at: 1)
    try insertion.bind(block, at: 2)
    try insertion.bind(persona.name, at: 3)
    try insertion.bind(persona.country?.rawValue, at: 4)
    try insertion.bind(persona.year, at: 5)
    try insertion.bind(reports, at: 6)
    try insertion.bind(persona.aliases.joined(separator: "\u{1E}"), at: 7)
    try insertion.bind(persona.soleOffices.joined(separator: "\u{1E}"), at: 8)
    try insertion.bind(persona.register, at: 9)
    try insertion.run()
    tallies.blocks.insert(block)
    let id = connection.lastInsertedRow
    tallies.personas[signature] = id
    return id
  }

  /// The number of the persona of this signature.
  private func number(ofPersona signature: String) throws -> Int? {
    let search =
      try keptSearch ?? connection.prepare("select id from persona where signature = ?")
    keptSearch = search
    try search.bind(signature, at: 1)
    defer { search.reset() }
    return try search.step() ? search.integer(at: 0) : nil
  }

  private static let insertion = """
    insert into persona (signature, block, name, country, year, reports, aliases, offices, register)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

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
      held.bodyMentions.putNull()
      held.bodyMentions.put(article.id)
      held.bodyMentions.put(country.rawValue)
      held.bodyMentions.putNull()
      held.bodyMentions.put(count)
    }
    let bodies = Dictionary(grouping: article.organizations, by: slug).filter { !$0.key.isEmpty }
    for (id, names) in bodies.sorted(by: { $0.key < $1.key }) {
      held.bodyMentions.putNull()
      held.bodyMentions.put(article.id)
      held.bodyMentions.putNull()
      held.bodyMentions.put(id)
      held.bodyMentions.put(names.count)
    }
  }

  private func add(_ meeting: ReportedMeeting, number: Int, of article: ReportedArticle) throws {
    let window = MeetingWindow(meeting, published: article.published)
    let testimony = try held.nextTestimony(connection)
    held.testimonies.put(testimony)
    held.testimonies.put(article.id, number)
    held.testimonies.put(window.isDated)
    held.testimonies.put(window.days?.lowerBound)
    held.testimonies.put(window.days?.upperBound)
    held.testimonies.put(article.published?.description)
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
