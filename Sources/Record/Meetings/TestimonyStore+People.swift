import Diplomacy
import SQLite

/// Who a persona is.
struct KnownPersona {
  /// Nil for whom a curator set aside.
  let person: String?
  let country: String?
  /// Whether the record has the person.
  let isRecorded: Bool
}

/// The people that reports name, as far as they were resolved in this run and not asked for yet.
struct NamedPeople {
  /// By testimony and in the order of the report: who takes part, with the title the report gives them.
  var all: [Int: [(id: String, title: String?)]] = [:]
  fileprivate var personas: [Int: KnownPersona] = [:]
  /// Each title once, however many reports give it.
  fileprivate var titles: [String: String] = [:]
}

extension TestimonyStore {
  /// Who takes part in each, named or by the office alone, with the country of each.
  func people(of ids: [Int]) throws -> [Int: [String: String?]] {
    var people: [Int: [String: String?]] = [:]
    for (id, named) in try namedPeople(of: ids) {
      for persona in named where persona.isRecorded {
        if let person = persona.person { people[id, default: [:]][person] = persona.country }
      }
    }
    let holders = try connection.prepare(
      """
      select t.id, h.personId, p.country
      from officeParty o
      join testimony t on t.id = o.testimony
      join partyIdentity h
        on h.articleId = t.articleId and h.meeting = t.number and h.number = o.number
      join person p on p.id = h.personId
      where o.testimony in \(list: ids) and o.personId is not null
      """ as SQL)
    while try holders.step() {
      people[holders.integer(at: 0), default: [:]][holders.text(at: 1)] =
        holders.optionalText(at: 2)
    }
    return people
  }

  /// Who is named in each, and keeps whom with which title for when the meetings are written.
  private func namedPeople(of ids: [Int]) throws -> [Int: [KnownPersona]] {
    struct Participation {
      let testimony: Int
      let persona: Int
      let title: String?
    }
    let told = try connection.rows(
      """
      select t.id, pr.persona, \(SQL.toldTitle)
      from testimony t
      join participationReport x on x.articleId = t.articleId and x.meeting = t.number
      join personaReport pr on pr.articleId = x.articleId and pr.number = x.person
      where t.id in \(list: ids) order by t.id, x.number
      """
    ) {
      Participation(
        testimony: $0.integer(at: 0), persona: $0.integer(at: 1),
        title: $0.optionalText(at: 2).map { interned($0) })
    }
    try prepare(personas: Set(told.map(\.persona)))
    for id in ids { named.all[id] = [] }
    var people: [Int: [KnownPersona]] = [:]
    for participation in told {
      guard let persona = named.personas[participation.persona], let person = persona.person
      else { continue }
      people[participation.testimony, default: []].append(persona)
      named.all[participation.testimony, default: []].append((person, participation.title))
    }
    return people
  }

  private func interned(_ title: String) -> String {
    if let known = named.titles[title] { return known }
    named.titles[title] = title
    return title
  }

  /// Reads who these personas are, as far as it is not known.
  private func prepare(personas ids: Set<Int>) throws {
    let missing = ids.filter { named.personas[$0] == nil }.sorted()
    for chunk in missing.chunks(of: TestimonyStore.pace) {
      let rows = try connection.prepare(
        """
        select s.id, s.personId, p.country, p.id is not null
        from persona s left join person p on p.id = s.personId where s.id in \(list: chunk)
        """ as SQL)
      while try rows.step() {
        named.personas[rows.integer(at: 0)] = KnownPersona(
          person: rows.optionalText(at: 1), country: rows.optionalText(at: 2),
          isRecorded: rows.integer(at: 3) != 0)
      }
    }
  }
}
