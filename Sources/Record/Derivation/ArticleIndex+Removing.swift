import Diplomacy
import SQLite

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
    spellNames(in: article, by: -1)
    held.forgetTestimonies()
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
