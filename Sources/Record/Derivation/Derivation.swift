import Diplomacy
import SQLite

/// Brings the record up to date with what reports and decisions changed.
///
/// The record is a function of the set of reports and decisions; the steps below only find out which
/// part of it can have changed. Each step hands on what the next has to look at, in the order in
/// which each needs the one before.
struct Derivation {
  /// Grows with every change of the rules, so that graphs derived by older ones are derived anew.
  static let rules = 9

  let connection: Connection
  let decisions: PersonDecisions
  /// The days on which an office may have another holder now.
  var offices: [String: ClosedRange<Int>] = [:]
  /// What individuals are called before a number tells them apart, where an alias of a register may
  /// mean others now.
  var aliasBases: Set<String> = []
  /// Individuals whose personas may be another person's now.
  var individuals: Set<String> = []
  /// People whose row, names and roles have to be written anew.
  var people: Set<String> = []
  /// Personas that are another person's now.
  var moved: Set<Int> = []
  /// Testimonies whose parties may be others now.
  var unresolved: Set<Int> = []
  /// Testimonies to be put into clusters.
  var testimonies: Set<Int> = []
  /// Meetings, by cluster, to be written anew.
  var clusters: Set<Int> = []
  /// Things of the record that something may have ceased to refer to.
  var loosened = Loosened()
  /// Whether there is no record yet.
  let isFirst: Bool
  /// What has to be made again when the meetings are written.
  var lateIndexes: LateIndexes?

  init(_ connection: Connection, isFirst: Bool) throws {
    self.connection = connection
    self.isFirst = isFirst
    decisions = try PersonDecisions(connection)
  }

  mutating func run() throws {
    let dirty = try connection.dirtyKeys()
    try deriveIndividuals(blocks: dirty["block"] ?? [])
    try deriveAliases(dirty["alias"] ?? [])
    try applyDecisions()
    people.formUnion(try owners(ofPersonas: dirty["persona"] ?? []))
    people.formUnion(dirty["person"] ?? [])
    try deriveSpellings(dirty["spelling"] ?? [])
    try derivePeople()
    let store = try resolveParties()
    try deriveMeetings(of: store)
    try sweep()
    try connection.execute("delete from dirty")
  }

  /// Throws away all that is derived, so that the next run derives it anew.
  static func forget(_ connection: Connection) throws {
    try connection.deferReferenceChecks()
    for table in derivedTables { try connection.executeScript("delete from \(table)") }
    let index = ArticleIndex(connection)
    try index.addRegister()
    try CopyGroups.addAll(connection, index)
    try index.finish()
  }

  /// All that derivation writes, referring tables before those they refer to.
  static let derivedTables = [
    "metPair", "countryPair", "about", "partyTo", "attended", "meeting", "testimonyParty",
    "officeParty",
    "testimony", "topic", "place", "serves", "holds", "role", "personName", "person",
    "organization", "country", "individual", "registerAlias", "officeTerm", "personaReport",
    "serviceUse", "roleUse", "persona", "spelling", "bodyMention", "dirty",
  ]

  private func owners(ofPersonas keys: Set<String>) throws -> Set<String> {
    var owners: Set<String> = []
    for chunk in keys.compactMap({ Int($0) }).sorted().chunks(of: 256) {
      owners.formUnion(
        try connection.rows(
          "select personId from persona where id in \(list: chunk) and personId is not null"
        ) { $0.text(at: 0) })
    }
    return owners
  }
}

/// Rows of the record that go when nothing refers to them any more.
struct Loosened {
  var countries: Set<String> = []
  var places: Set<String> = []
  /// Whether anything at all may have come loose, because reports went.
  var isEverything = false
}

extension Connection {
  /// What is marked as changed, by kind.
  func dirtyKeys() throws -> [String: Set<String>] {
    var keys: [String: Set<String>] = [:]
    let rows = try prepare("select kind, key from dirty")
    while try rows.step() { keys[rows.text(at: 0), default: []].insert(rows.text(at: 1)) }
    return keys
  }

  /// The numbers of the testimonies, or of another kind of rows, that are marked.
  func dirtyNumbers(_ kind: String) throws -> Set<Int> {
    Set(try rows("select key from dirty where kind = \(kind)") { Int($0.text(at: 0)) ?? 0 })
  }
}
