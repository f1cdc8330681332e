import SQLite

/// Indexes that a first record is better off without until its rows are there: sorting all entries of an index costs a
/// quarter of finding a place for each.
struct LateIndexes {
  /// Those that nothing reads while meetings are written.
  private static let names = [
    "aboutByTopic", "partyToByCountry", "meetingByDate", "meetingByPlace",
    "testimonyPartyByTestimony", "testimonyByComponent",
  ]

  private let connection: Connection
  /// What makes them again.
  private var statements: [String] = []

  /// Drops the indexes.
  init(dropping connection: Connection) throws {
    self.connection = connection
    for name in LateIndexes.names {
      let sql = try connection.first(
        "select sql from sqlite_schema where type = 'index' and name = \(name)"
      ) { $0.text(at: 0) }
      guard let sql else { continue }
      statements.append(sql)
      try connection.executeScript("drop index \(name)")
    }
  }

  /// Makes them of the rows that are there by now.
  func build() throws {
    for sql in statements { try connection.executeScript(sql) }
  }
}
