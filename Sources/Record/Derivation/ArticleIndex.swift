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
  /// Whether curators took reports away from anybody; nil as long as nobody asked.
  private var knowsSplits: Bool?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Takes in `article`, whose reports lie in the graph already.
  func add(_ article: ReportedArticle) throws {
    let splits = try hasSplits() ? connection.splits(of: article.id) : [:]
    var personas: [Int] = []
    var rows = NewRows(.personaReport)
    let names = article.people.map { PersonName($0.name, country: $0.actsFor) }
    for number in article.people.indices {
      var persona = Persona(number, in: article, names: names)
      persona.split = splits[article.people[number].name]
      let id = try add(persona, block: names[number].block)
      personas.append(id)
      rows.add(article.id, number, id, max(1, article.people[number].mentions))
    }
    try rows.write(to: connection)
    for (number, person) in article.people.enumerated() {
      for role in person.roles {
        add(role, of: personas[number], on: article.published)
        if let served = role.serves { try serve(personas[number], personas[served], by: 1) }
      }
    }
    try addMentions(article)
    for (number, meeting) in article.meetings.enumerated() {
      try add(meeting, number: number, of: article)
    }
    forEachSpelling(of: article) { spell($0, by: 1) }
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
    let id = role.id
    guard !id.isEmpty else { return }
    let use = Tallies.RoleUse(persona: persona, role: id, isFormer: role.isFormer)
    tallies.roles[use, default: Tallies.RoleTally()].add(day?.description)
  }

  private func serve(_ persona: Int, _ served: Int, by count: Int) throws {
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

  private func addMentions(_ article: ReportedArticle) throws {
    var rows = NewRows(.bodyMention)
    for (country, count) in article.countryMentions.sorted(by: { $0.key < $1.key }) {
      rows.add(Value.null, article.id, country.rawValue, Value.null, count)
    }
    let bodies = Dictionary(grouping: article.organizations, by: slug).filter { !$0.key.isEmpty }
    for (id, names) in bodies.sorted(by: { $0.key < $1.key }) {
      rows.add(Value.null, article.id, Value.null, id, names.count)
    }
    try rows.write(to: connection)
  }

  private func add(_ meeting: ReportedMeeting, number: Int, of article: ReportedArticle) throws {
    let window = MeetingWindow(meeting, published: article.published)
    try connection.execute(
      """
      insert into testimony (articleId, number, dated, first, last, published)
      values (\(article.id), \(number), \(window.isDated), \(window.days?.lowerBound),
        \(window.days?.upperBound), \(article.published?.description))
      """)
    let testimony = connection.lastInsertedRow
    for (number, party) in meeting.unnamed.enumerated() {
      guard let office = SoleOffice.office(of: party),
        let day = meeting.officeDay(published: article.published)
      else { continue }
      try connection.execute(
        """
        insert into officeParty (testimony, number, office, day)
        values (\(testimony), \(number), \(office), \(day.dayNumber))
        """)
    }
  }
}

// MARK: - Removing

extension ArticleIndex {
  /// Takes the reports of the article with `id` out again. Call it before the article is deleted.
  ///
  /// It leaves nothing behind that refers to what it deletes, so that it works where references are not checked.
  func remove(_ id: String) throws {
    try finish()
    guard let article = try ReportReader(connection).article(id) else { return }
    let personas = try connection.rows(
      "select persona from personaReport where articleId = \(id) order by number"
    ) { $0.integer(at: 0) }
    guard personas.count == article.people.count else { return }
    try connection.execute("delete from personaReport where articleId = \(id)")
    for (number, person) in article.people.enumerated() {
      for role in person.roles {
        try remove(role, of: personas[number], on: article.published)
        if let served = role.serves { try serve(personas[number], personas[served], by: -1) }
      }
    }
    for persona in personas { try remove(persona) }
    try connection.markNeighbors(ofMeetingsIn: id)
    for table in ["testimonyParty", "officeParty"] {
      try connection.execute(
        """
        delete from \(raw: table)
        where testimony in (select id from testimony where articleId = \(id))
        """)
    }
    try connection.execute("delete from testimony where articleId = \(id)")
    try connection.execute("delete from bodyMention where articleId = \(id)")
    forEachSpelling(of: article) { spell($0, by: -1) }
    // Whatever nothing refers to any more goes when the record is derived.
    try connection.mark("spelling", "")
    try finish()
  }

  /// Takes one report off a persona, and the persona with its last; nothing of it may be held back.
  func remove(_ persona: Int) throws {
    try connection.execute("update persona set reports = reports - 1 where id = \(persona)")
    let left = try connection.first(
      "select reports, block, personId from persona where id = \(persona)"
    ) { ($0.integer(at: 0), $0.text(at: 1)) }
    guard let (reports, block) = left else { return }
    if reports > 0 {
      try connection.mark("persona", "\(persona)")
    } else {
      try connection.mark("block", block)
      // Who loses a persona may lose a name with it.
      try connection.execute(
        """
        insert or ignore into dirty select 'person', personId from persona
        where id = \(persona) and personId is not null
        """)
      try connection.execute("delete from persona where id = \(persona)")
      try connection.execute("delete from dirty where kind = 'persona' and key = \("\(persona)")")
    }
  }

  private func remove(_ role: ReportedRole, of persona: Int, on day: CalendarDate?) throws {
    let id = role.id
    guard !id.isEmpty else { return }
    try connection.execute(
      """
      update roleUse set reports = reports - 1
      where persona = \(persona) and roleId = \(id) and former = \(role.isFormer)
      """)
    try connection.execute(
      """
      delete from roleUse
      where persona = \(persona) and roleId = \(id) and former = \(role.isFormer) and reports = 0
      """)
    // The first or last word may have been this one: look at what others say.
    var days: [String] = []
    let rows = try connection.prepare(
      """
      select a.published, r.title, coalesce(r.country, r.organization, '')
      from personaReport p
      join roleReport r on r.articleId = p.articleId and r.person = p.number
      join article a on a.id = p.articleId
      where p.persona = \(persona) and r.isFormer = \(role.isFormer) and a.published is not null
      """ as SQL)
    while try rows.step() {
      if slug("\(rows.text(at: 1)) \(rows.text(at: 2))") == id { days.append(rows.text(at: 0)) }
    }
    try connection.execute(
      """
      update roleUse set first = \(days.min()), last = \(days.max())
      where persona = \(persona) and roleId = \(id) and former = \(role.isFormer)
      """)
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
