import Diplomacy
import SQLite

// MARK: - From testimonies to meetings

extension Derivation {
  /// From so many reports of meetings on, a first record makes some indexes at its end.
  private static let largeRecord = 1_000

  /// Resolves the parties of new testimonies, and of those whose people have become others.
  ///
  /// - Returns: the testimonies as far as they are known by then.
  mutating func resolveParties() throws -> TestimonyStore {
    try resolveOffices()
    let fresh = Set(
      try connection.rows("select id from testimony where component is null") { $0.integer(at: 0) })
    let known = unresolved.subtracting(fresh).sorted()
    // Before their parties change, whoever was decided together with them is marked.
    try connection.markNeighbors(of: known)
    let store = TestimonyStore(connection)
    if isFirst, known.isEmpty, fresh.count >= Derivation.largeRecord {
      let others = try connection.integer(
        "select 1 from testimony where component is not null limit 1")
      if others == nil { store.index = PartyIndex() }
      lateIndexes = try LateIndexes(dropping: connection)
    }
    try store.resolveParties(of: known)
    try store.addParties(of: fresh.sorted())
    testimonies = try connection.dirtyNumbers("testimony").union(unresolved).union(fresh)
    clusters.formUnion(try connection.dirtyNumbers("cluster"))
    return store
  }

  /// Puts testimonies into clusters, and writes the meetings of those that changed.
  mutating func deriveMeetings(of store: TestimonyStore) throws {
    let decisions = try MeetingDecisions(connection)
    var derivation = MeetingDerivation(store, decisions)
    try derivation.derive(testimonies)
    clusters.formUnion(derivation.changed)
    var writer = try MeetingWriter(store, rejected: decisions.rejected)
    try writer.write(clusters.sorted())
    try writer.writePairs()
    try lateIndexes?.build()
    loosened.places.formUnion(writer.loosenedPlaces)
    loosened.countries.formUnion(writer.loosenedCountries)
    try WholeFinder(connection).place(changed: clusters, writer.containers)
  }
}

// MARK: - What nothing refers to any more

extension Derivation {
  /// Deletes places and countries, and after a removal everything else, to which nothing refers.
  mutating func sweep() throws {
    for place in loosened.places.sorted() {
      try connection.execute(
        """
        delete from place where id = \(place)
          and not exists (select * from meeting where place = \(place))
        """)
    }
    if loosened.isEverything {
      loosened.countries = Set(try connection.rows("select id from country") { $0.text(at: 0) })
    }
    for country in loosened.countries.sorted() {
      try connection.execute(
        """
        delete from country where id = \(country)
          and not exists (select * from person where country = \(country))
          and not exists (select * from role where country = \(country))
          and not exists (select * from place where country = \(country))
          and not exists (select * from meeting where placeCountry = \(country))
          and not exists (select * from partyTo where country = \(country))
          and not exists (select * from bodyMention where country = \(country))
        """)
    }
  }
}
