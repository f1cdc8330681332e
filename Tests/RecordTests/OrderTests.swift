import Diplomacy
import JSON
import Record
import TestSupport
import Testing

/// The canonical export as lines.
func exported(_ store: GraphStore) throws -> [String] {
  var lines: [String] = []
  try store.export { lines.append($0.text) }
  return lines
}

struct `The record` {
  @Test(arguments: 0..<12)
  func `is the same in any order, in any batches, and derived anew`(_ seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    let tellings = RandomPress(seed: UInt64(seed)).tellings(24)
    let once = try GraphStore(path: "graph", mode: .inMemory)
    try once.ingest(tellings)
    let expected = try exported(once)

    let batched = try GraphStore(path: "graph", mode: .inMemory)
    var left = tellings.shuffled(using: &random)[...]
    while !left.isEmpty {
      let batch = left.prefix(Int.random(in: 1...6, using: &random))
      left = left.dropFirst(batch.count)
      try batched.ingest(batch.map { ($0.article, $0.reports) })
      if Int.random(in: 0..<3, using: &random) == 0 { try batched.derive() }
    }
    try batched.derive()
    try expectEqual(try exported(batched), expected)
    #expect(try batched.verify().isEmpty)

    try batched.rebuild()
    try expectEqual(try exported(batched), expected)
  }

  @Test(arguments: 0..<12)
  func `forgets an article without a trace`(_ seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed) + 100)
    let tellings = RandomPress(seed: UInt64(seed) + 100).tellings(24)
    let kept = tellings.filter { _ in Bool.random(using: &random) }
    let expected = try exported(try GraphStore.of(kept))

    let store = try GraphStore.of(tellings.shuffled(using: &random))
    let ids = Set(kept.compactMap(\.article.id))
    for telling in tellings.shuffled(using: &random) {
      if let id = telling.article.id, !ids.contains(id) { try store.forget(id) }
    }
    try expectEqual(try exported(store), expected)
    #expect(try store.verify().isEmpty)
  }
}

/// Names the first lines that differ, rather than both exports as a whole.
func expectEqual(_ lines: [String], _ expected: [String]) throws {
  let extra = Set(lines).subtracting(expected).sorted().prefix(3)
  let missing = Set(expected).subtracting(lines).sorted().prefix(3)
  #expect(extra.isEmpty && missing.isEmpty, "extra: \(Array(extra)), missing: \(Array(missing))")
  #expect(lines == expected || !(extra.isEmpty && missing.isEmpty))
}
