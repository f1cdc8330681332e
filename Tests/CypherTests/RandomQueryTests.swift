import RandomQueries
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct `A random query` {
  /// How many are tried: `CYPHER_QUERIES=20000` in continuous integration.
  private static let count = number("CYPHER_QUERIES") ?? 1_600
  /// The first graph of each part, so that many queries can be tried in pieces.
  private static let first = number("CYPHER_QUERIES_FROM") ?? 0

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  @Test(arguments: 0..<16) func `gives the rows that follow from its meaning`(part: Int) throws {
    let perGraph = 20
    var trials = QueryTrials()
    for seed in Self.first..<(Self.first + max(1, Self.count / 16 / perGraph)) {
      try trials.run(seed: UInt64(part * 1_000_003 + seed + 77), count: perGraph)
    }
    #expect(trials.bySQL > 0)
    for difference in trials.differences { Issue.record("\(difference)") }
  }
}
