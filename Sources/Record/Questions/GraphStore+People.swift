public import Diagnostics
import Diplomacy
import SQLite

extension GraphStore {
  /// The people called `name`: by identifier or full name, else by an alias, else by a part of the
  /// name such as the family name. Case and diacritics don't matter.
  ///
  /// - Returns: all that fit equally well, by name; empty if nobody does.
  public func people(matching name: String) throws(Diagnostic) -> [PersonSummary] {
    let wanted = folded(name)
    return try reporting {
      let found = try connection.rows(
        """
        select personId, case form when 'name' then 0 when 'alias' then 1 else 2 end
        from personName where folded = \(wanted)
        union all select id, 0 from person where id = \(name)
        order by 2, 1
        """
      ) { (id: $0.text(at: 0), rank: $0.integer(at: 1)) }
      let best = found.filter { $0.rank == found.first?.rank }.map(\.id)
      return try summaries(of: Set(best)).values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }

  /// The people whose name is nearest to a mistyped `name`, to ask "did you mean …?".
  public func peopleNamedLike(_ name: String) throws(Diagnostic) -> [PersonSummary] {
    let known = try reporting {
      try connection.rows("select distinct folded from personName order by folded") {
        $0.text(at: 0)
      }
    }
    guard let nearest = nearestName(to: folded(name), in: known) else { return [] }
    return try people(matching: nearest)
  }

  /// The people with these identifiers; nobody for one that is not in the graph.
  func summaries(of ids: Set<String>) throws -> [String: PersonSummary] {
    let person = try connection.prepare("select name, country from person where id = ?")
    let titles = try connection.prepare(
      """
      select r.title from holds h join role r on r.id = h.roleId
      where h.personId = ? and not h.former
      order by h.lastReported desc, r.title, r.id
      """)
    var people: [String: PersonSummary] = [:]
    for id in ids {
      try person.bind(id, at: 1)
      guard try person.step() else { continue }
      try titles.bind(id, at: 1)
      var held: [String] = []
      while try titles.step() { held.append(titles.text(at: 0)) }
      people[id] = PersonSummary(
        id: id, name: person.text(at: 0),
        country: person.optionalText(at: 1).map { CountryCode($0) }, titles: held)
      person.reset()
    }
    return people
  }
}
