import Cypher
import Diagnostics
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
    for seed in Self.first..<(Self.first + max(1, Self.count / 16 / perGraph)) {
      var generator = SeededGenerator(seed: UInt64(part * 1_000_003 + seed + 77))
      let graph = RandomGraph(using: &generator)
      let runner = try graph.runner()
      for _ in 0..<perGraph {
        try compare(RandomQuery(over: graph, using: &generator), runner)
      }
    }
  }

  /// Compiled to SQL where that is possible, and evaluated row by row.
  private func compare(_ query: RandomQuery, _ runner: QueryRunner) throws {
    var compiler = QueryCompiler(catalog: RandomGraph.catalog)
    for usesSQL in [true, false] {
      compiler.usesSQL = usesSQL
      do throws(DiagnosticList) {
        let compiled = try compiler.compile(query.text)
        if usesSQL, compiled.sql == nil { continue }
        check(query, compiled, runner)
      } catch {
        // What the catalog rules out is an error.
        let isRuledOut = error.diagnostics.allSatisfy {
          $0.summary.hasPrefix("no relationship") || $0.summary.hasPrefix("nothing in")
            || $0.summary.hasPrefix("no node")
        }
        #expect(isRuledOut, "\(query.text)\n\(error.rendered)")
      }
    }
  }

  private func check(_ query: RandomQuery, _ compiled: CompiledQuery, _ runner: QueryRunner) {
    let way = compiled.sql ?? compiled.plan
    do throws(Diagnostic) {
      let rows = try runner.run(compiled).rows.map { row in row.map { NaiveValue($0) ?? .null } }
      if query.isOrdered {
        #expect(rows == query.rows, "\(query.text)\n\(way)")
      } else {
        #expect(counted(rows) == counted(query.rows), "\(query.text)\n\(way)")
      }
    } catch  where error.code == "LimitError.TimeLimit" {
      // Too many rows to be gone through naively on a busy machine; no difference.
    } catch {
      Issue.record("\(query.text)\n\(error.rendered)\n\(way)")
    }
  }

  private func counted(_ rows: [[NaiveValue]]) -> [[NaiveValue]: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
