import Diplomacy
import SQLite

/// What the articles of one transaction add to rows that they share: how often each persona, role and spelling is
/// told.
///
/// A foreign minister's row is then written once a batch and not once an article.
struct Tallies {
  /// A role told of a persona.
  struct RoleUse: Hashable {
    let persona: Int
    let role: String
    let isFormer: Bool
  }

  /// How often it is told, and in the articles of which days first and last.
  struct RoleTally {
    private(set) var count = 0
    private(set) var first: String?
    private(set) var last: String?

    mutating func add(_ day: String?) {
      count += 1
      guard let day else { return }
      first = first.map { min($0, day) } ?? day
      last = last.map { max($0, day) } ?? day
    }
  }

  /// The rows of personas looked up or added, by signature.
  var personas: [String: Int] = [:]
  /// How many reports more the personas of these rows have.
  var reports: [Int: Int] = [:]
  /// The blocks that new personas belong to.
  var blocks: Set<String> = []
  var roles: [RoleUse: RoleTally] = [:]
  /// How often things are called by a name; which things these are is worked out once, at the end.
  var names: [ToldName: Int] = [:]
  /// How often things are spelled so whose identifier is told.
  var spellings: [Spelling: Int] = [:]
  private var roleIDs: [RoleName: String] = [:]

  private struct RoleName: Hashable {
    let title: String
    let of: Affiliation?
  }

  /// The identifier of a role, worked out once.
  mutating func identifier(of role: ReportedRole) -> String {
    let name = RoleName(title: role.title, of: role.of)
    if let known = roleIDs[name] { return known }
    let id = role.id
    roleIDs[name] = id
    return id
  }

  /// How often each spelling is told more or less than before.
  fileprivate var allSpellings: [Spelling: Int] {
    var spellings = spellings
    for (name, count) in names where count != 0 {
      if let spelling = name.spelling { spellings[spelling, default: 0] += count }
    }
    return spellings.filter { $0.value != 0 }
  }
}

extension ArticleIndex {
  /// Writes what was added up and held back.
  func finish() throws {
    try held.write(to: connection)
    var marks = NewRows(.dirty)
    for block in tallies.blocks.sorted() {
      marks.put("block")
      marks.put(block)
    }
    let update = try connection.prepare("update persona set reports = reports + ? where id = ?")
    for (persona, reports) in tallies.reports.sorted(by: { $0.key < $1.key }) {
      try update.bind(reports, at: 1)
      try update.bind(persona, at: 2)
      try update.run()
      marks.put("persona")
      marks.put("\(persona)")
    }
    try marks.write(to: connection)
    try writeRoles()
    for (spelling, count) in tallies.allSpellings.sorted(by: { Tallies.isBefore($0.key, $1.key) }) {
      try write(spelling, count)
    }
    tallies = Tallies()
  }

  private func writeRoles() throws {
    var rows = NewRows(.roleUse)
    for (use, tally) in tallies.roles.sorted(by: { Tallies.isBefore($0.key, $1.key) }) {
      rows.put(use.persona)
      rows.put(use.role)
      rows.put(use.isFormer)
      rows.put(tally.count)
      rows.put(tally.first)
      rows.put(tally.last)
    }
    try rows.write(to: connection)
  }

  private func write(_ spelling: Spelling, _ count: Int) throws {
    try connection.execute(
      """
      insert into spelling values
        (\(spelling.kind), \(spelling.id), \(spelling.name), \(spelling.detail), \(count))
      on conflict do update set reports = reports + \(count)
      """)
    if count < 0 {
      try connection.execute(
        """
        delete from spelling where kind = \(spelling.kind) and id = \(spelling.id)
          and name = \(spelling.name) and detail = \(spelling.detail) and reports = 0
        """)
    }
    try connection.mark("spelling", "\(spelling.kind)\t\(spelling.id)")
  }
}

extension Tallies {
  /// In the order of the table's rows, so that neighbours are written one after the other.
  fileprivate static func isBefore(_ a: RoleUse, _ b: RoleUse) -> Bool {
    (a.persona, a.role, a.isFormer ? 1 : 0) < (b.persona, b.role, b.isFormer ? 1 : 0)
  }

  fileprivate static func isBefore(_ a: Spelling, _ b: Spelling) -> Bool {
    (a.kind, a.id, a.name, a.detail) < (b.kind, b.id, b.name, b.detail)
  }
}
