import Cypher
package import Diagnostics
import TestSupport

/// Random queries that were run both ways, compiled to SQL where that is possible and row by row, and compared
/// with the rows that follow from their meaning.
package struct QueryTrials {
  /// Queries made.
  package private(set) var tried = 0
  /// Those that one SQL statement could answer.
  package private(set) var bySQL = 0
  /// Those that the catalog rules out, which is an error.
  package private(set) var ruledOut = 0
  /// Runs that had too many rows to be gone through naively on a busy machine.
  package private(set) var overTime = 0
  /// Query, what differs, and SQL or plan of each that gave other rows or failed.
  package private(set) var differences: [String] = []

  /// No queries yet.
  package init() {}

  /// Tries `count` queries over the graph that follows from `seed`.
  package mutating func run(seed: UInt64, count: Int = 20) throws {
    var generator = RepeatableRandom(seed: seed)
    let graph = RandomGraph(using: &generator)
    let runner = try graph.runner()
    for _ in 0..<count { try compare(RandomQuery(over: graph, using: &generator), runner) }
  }

  private mutating func compare(_ query: RandomQuery, _ runner: QueryRunner) throws {
    tried += 1
    var compiler = QueryCompiler(catalog: RandomGraph.catalog)
    for usesSQL in [true, false] {
      compiler.usesSQL = usesSQL
      do throws(DiagnosticList) {
        let compiled = try compiler.compile(query.text)
        if usesSQL, compiled.sql == nil { continue }
        if usesSQL { bySQL += 1 }
        check(query, compiled, runner)
      } catch {
        if !Self.isRuledOut(error) {
          differences.append("\(query.text)\n\(error.rendered)")
        } else if usesSQL {
          ruledOut += 1
        }
      }
    }
  }

  /// Whether all that is wrong is that the catalog has no such pattern.
  package static func isRuledOut(_ list: DiagnosticList) -> Bool {
    list.diagnostics.allSatisfy {
      $0.summary.hasPrefix("no relationship") || $0.summary.hasPrefix("nothing in")
        || $0.summary.hasPrefix("no node")
    }
  }

  private mutating func check(
    _ query: RandomQuery, _ compiled: CompiledQuery, _ runner: QueryRunner
  ) {
    let way = compiled.sql ?? compiled.plan
    do throws(Diagnostic) {
      let rows = try runner.run(compiled).rows.map { row in row.map { NaiveValue($0) ?? .null } }
      let isSame =
        query.isOrdered ? rows == query.rows : Self.counted(rows) == Self.counted(query.rows)
      if !isSame { differences.append("\(query.text)\nother rows\n\(way)") }
    } catch  where error.code == "LimitError.TimeLimit" {
      overTime += 1
    } catch {
      differences.append("\(query.text)\n\(error.rendered)\n\(way)")
    }
  }

  private static func counted(_ rows: [[NaiveValue]]) -> [[NaiveValue]: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
