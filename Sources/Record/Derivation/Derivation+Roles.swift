import Diplomacy
import SQLite

// MARK: - Roles in time

extension Derivation {
  /// Writes the roles of a person again, and whom they serve.
  func writeRoles(of told: ToldPerson) throws {
    let id = told.id
    var spans: [String: RoleSpan] = [:]
    for use in told.roles { spans[use.role, default: RoleSpan()].add(use) }
    for role in try told.registers.compactMap({ try decisions.entry($0) }).flatMap(\.roles) {
      spans[role.id, default: RoleSpan()].since = role.since
      spans[role.id, default: RoleSpan()].until = role.until
    }
    let held = spans.sorted { $0.key < $1.key }.map { HeldRole($0.key, $0.value) }
    let old = try connection.rows(
      """
      select roleId, since, until, former, firstReported, lastReported from holds
      where personId = \(id) order by roleId
      """, HeldRole.init)
    if held != old {
      if !old.isEmpty { try connection.execute("delete from holds where personId = \(id)") }
      var rows = NewRows(.holds)
      for role in held {
        rows.add(
          id, role.id, role.since, role.until, role.isFormer, role.firstReported, role.lastReported)
      }
      try rows.write(to: connection)
    }
    try connection.execute("delete from serves where personId = \(id)")
    try connection.execute(
      """
      insert or ignore into serves
      select s.personId, o.personId from persona s
      join serviceUse u on u.persona = s.id join persona o on o.id = u.served
      where s.personId = \(id) and o.personId is not null and o.personId <> s.personId
      """)
  }
}

/// What the table of roles held has of one.
private struct HeldRole: Equatable {
  let id: String
  let since: String?
  let until: String?
  let isFormer: Bool
  let firstReported: String?
  let lastReported: String?

  init(_ id: String, _ span: RoleSpan) {
    self.id = id
    since = span.since
    until = span.until
    isFormer = span.isFormer
    firstReported = span.first
    lastReported = span.last
  }

  init(_ row: Statement) {
    id = row.text(at: 0)
    since = row.optionalText(at: 1)
    until = row.optionalText(at: 2)
    isFormer = row.integer(at: 3) != 0
    firstReported = row.optionalText(at: 4)
    lastReported = row.optionalText(at: 5)
  }
}

/// When a role is reported, and whether it is past.
private struct RoleSpan {
  var since: String?
  var until: String?
  private(set) var first: String?
  private(set) var last: String?
  private var lastHeld: String?
  private var lastFormer: String?
  private var isToldHeld = false
  private var isToldFormer = false

  mutating func add(_ use: ToldPerson.RoleUse) {
    first = [first, use.first].compactMap(\.self).min()
    last = [last, use.last].compactMap(\.self).max()
    if use.isFormer {
      isToldFormer = true
      lastFormer = [lastFormer, use.last].compactMap(\.self).max()
    } else {
      isToldHeld = true
      lastHeld = [lastHeld, use.last].compactMap(\.self).max()
    }
  }

  /// The latest articles decide; if they disagree, the role is still held. A register's end is one.
  var isFormer: Bool {
    guard isToldHeld || isToldFormer else { return until != nil }
    guard isToldHeld else { return true }
    return isToldFormer && (lastFormer ?? "") > (lastHeld ?? "")
  }
}

extension RegisterEntry.Role {
  /// The identifier of the role: title and owner.
  var id: String { slug("\(title) \(of)") }
}

// MARK: - Names of things

extension Derivation {
  /// Writes the roles, organisations, topics and places again whose spellings have changed.
  mutating func deriveSpellings(_ keys: Set<String>) throws {
    if keys.contains("") { loosened.isEverything = true }
    let things = keys.compactMap { key -> (kind: String, id: String)? in
      let parts = key.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    for kind in ["organization", "topic", "place", "role"] {
      for (_, id) in things.filter({ $0.kind == kind }).sorted(by: { $0.id < $1.id }) {
        let spellings = try connection.rows(
          "select name, detail, reports from spelling where kind = \(kind) and id = \(id)"
        ) { (name: $0.text(at: 0), detail: $0.text(at: 1), count: $0.integer(at: 2)) }
        try write(kind, id, spellings)
      }
    }
  }

  private func write(
    _ kind: String, _ id: String, _ spellings: [(name: String, detail: String, count: Int)]
  ) throws {
    var names: [String: Int] = [:]
    var details: [String: Int] = [:]
    for spelling in spellings {
      names[spelling.name, default: 0] += spelling.count
      details[spelling.detail, default: 0] += spelling.count
    }
    guard let name = prevailing(names, by: { isGreater($1, $0) }),
      let detail = prevailing(details, by: { isGreater($0, $1) })
    else {
      // What still refers to it is written anew later.
      try connection.deferReferenceChecks()
      if kind != "place" { try connection.execute("delete from \(raw: kind) where id = \(id)") }
      return
    }
    switch kind {
    case "organization":
      let acronym = names.keys.filter(isAcronym).min()
      try connection.execute(
        """
        insert into organization values (\(id), \(name), \(acronym))
        on conflict do update set name = excluded.name, acronym = excluded.acronym
        """)
    case "topic":
      try connection.execute(
        "insert into topic values (\(id), \(name)) on conflict do update set name = excluded.name")
    case "place": try connection.execute("update place set name = \(name) where id = \(id)")
    default: try writeRole(id, name, detail)
    }
  }

  private func writeRole(_ id: String, _ title: String, _ detail: String) throws {
    let parts = detail.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    func part(_ place: Int) -> String? {
      place < parts.count && !parts[place].isEmpty ? parts[place] : nil
    }
    if let country = part(1) { try connection.ensureCountry(country) }
    try connection.execute(
      """
      insert into role (id, title, office, country, organization)
      values (\(id), \(title), \(part(0)), \(part(1)), \(part(2)))
      on conflict do update set title = excluded.title, office = excluded.office,
        country = excluded.country, organization = excluded.organization
      """)
  }

  /// Whether `name` is written in capitals alone, such as OPEC.
  private func isAcronym(_ name: String) -> Bool {
    (2...8).contains(name.utf8.count) && name.utf8.allSatisfy { (65...90).contains($0) }
  }
}
