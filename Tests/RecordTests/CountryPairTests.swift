import Diplomacy
import SQLite
import TestSupport
import Testing

@testable import Record

struct `The table of countries that conferred` {
  @Test(arguments: 0..<8)
  func `holds what the parties of held meetings say, whatever comes and goes`(_ seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed) + 500)
    let tellings = RandomPress(seed: UInt64(seed) + 500).tellings(30)
    let store = try GraphStore(path: "graph", mode: .inMemory)
    var left = tellings.shuffled(using: &random)[...]
    while !left.isEmpty {
      let batch = left.prefix(Int.random(in: 1...8, using: &random))
      left = left.dropFirst(batch.count)
      try store.ingest(batch.map { ($0.article, $0.reports) })
      try store.derive()
      #expect(try kept(store) == counted(store))
    }
    #expect(try kept(store).isEmpty == false)
    for telling in tellings.shuffled(using: &random).prefix(15) {
      if let id = telling.article.id { try store.forget(id) }
      #expect(try kept(store) == counted(store))
    }
    try store.rebuild()
    #expect(try kept(store) == counted(store))
    for telling in tellings { if let id = telling.article.id { _ = try? store.forget(id) } }
    #expect(try kept(store).isEmpty)
  }

  private func kept(_ store: GraphStore) throws -> [String] {
    try lines(store, "select country, other, year, meetings from countryPair")
  }

  private func counted(_ store: GraphStore) throws -> [String] {
    try lines(
      store,
      """
      select x.country, y.country, cast(substr(m.date, 1, 4) as integer), count(distinct m.id)
      from partyTo x join partyTo y on y.meetingId = x.meetingId and y.country <> x.country
      join meeting m on m.id = x.meetingId where m.status = 'held' group by 1, 2, 3
      """)
  }

  private func lines(_ store: GraphStore, _ query: SQL) throws -> [String] {
    try store.connection.rows(query) { row in
      let year = row.optionalInteger(at: 2).map(String.init) ?? "no year"
      return "\(row.text(at: 0)) \(row.text(at: 1)) \(year) \(row.integer(at: 3))"
    }.sorted()
  }
}
