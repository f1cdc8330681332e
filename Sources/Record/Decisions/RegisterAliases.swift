import Diplomacy
import SQLite

/// The entries of registers, each read when it is first asked for: there may be a hundred thousand.
final class RegisterShelf {
  private let connection: Connection
  private var known: [Int: RegisterEntry?] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The entry that the decision with this number holds.
  func entry(_ number: Int) throws -> RegisterEntry? {
    if let entry = known[number] { return entry }
    let entry = try connection.storedDecision(number)?.registerEntry
    known[number] = entry
    return entry
  }
}

extension Derivation {
  /// Finds whom the aliases of registers mean, as far as individuals or entries have changed.
  ///
  /// An alias means whoever alone is called by it, and joins them to the first entry that has it.
  mutating func deriveAliases(_ changed: Set<String>) throws {
    aliasBases.formUnion(changed)
    guard try connection.integer("select 1 from registerAlias limit 1") != nil || !changed.isEmpty
    else { return }
    for base in aliasBases.sorted() {
      let called = try connection.rows(
        "select id, alias from individual where base = \(base) order by id limit 2"
      ) { (id: $0.text(at: 0), alias: $0.optionalInteger(at: 1)) }
      if called.count > 1 {
        try connection.execute(
          "update individual set alias = null where base = \(base) and alias is not null")
      }
      guard called.count == 1, let individual = called.first else { continue }
      let entry = try connection.first(
        """
        select s.id from registerAlias a join persona s on s.register = a.number
        where a.base = \(base) and s.individual is not null and s.individual <> \(individual.id)
        order by a.number limit 1
        """
      ) { $0.integer(at: 0) }
      guard entry != individual.alias else { continue }
      try connection.execute(
        "update individual set alias = \(entry) where id = \(individual.id)")
    }
  }
}

extension Connection {
  /// What an entry of a register calls its person beside the name, as identifiers write it.
  func aliasBases(ofRegister number: Int) throws -> [String] {
    try rows("select base from registerAlias where number = \(number)") { $0.text(at: 0) }
  }

  /// Individuals called by an alias of a register's entry, with that entry's individual, in the order
  /// of the entries.
  func registeredAliases() throws -> [(subject: String, object: String, rule: String)] {
    try rows(
      """
      select i.id, s.individual, 'register ' || s.register
      from individual i join persona s on s.id = i.alias
      where i.alias is not null and s.individual is not null order by s.register, i.base
      """
    ) { ($0.text(at: 0), $0.text(at: 1), $0.text(at: 2)) }
  }
}
