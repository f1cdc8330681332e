public import Diagnostics
import Diplomacy
import JSON
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
    guard !ids.isEmpty else { return [:] }
    let list = Array(ids)
    let wanted = JSONValue.array(list.map { .string($0) }).text
    var titles = [[String]](repeating: [], count: list.count)
    let offices: SQL =
      """
      select j.key, r.title from json_each(\(wanted)) j
      cross join holds h on h.personId = j.value and not h.former join role r on r.id = h.roleId
      order by j.key, h.lastReported desc, r.title, r.id
      """
    let held = try connection.prepare(offices)
    while try held.step() { titles[held.integer(at: 0)].append(held.text(at: 1)) }
    var people: [String: PersonSummary] = [:]
    people.reserveCapacity(list.count)
    let names: SQL =
      """
      select j.key, p.name, p.country
      from json_each(\(wanted)) j cross join person p on p.id = j.value
      """
    let person = try connection.prepare(names)
    while try person.step() {
      let index = person.integer(at: 0)
      people[list[index]] = PersonSummary(
        id: list[index], name: person.text(at: 1),
        country: person.optionalText(at: 2).map { CountryCode($0) }, titles: titles[index])
    }
    return people
  }
}
