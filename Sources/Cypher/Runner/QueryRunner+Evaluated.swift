import Diagnostics
import SQLite

// Queries that are run row by row, from the start or because SQLite could not.

extension QueryRunner {
  /// The rows of one statement. Where SQLite finds the statement too large, or a number, the evaluator
  /// goes about it instead: it has no such limits, and tells where in the query a number went wrong.
  func rowsOrEvaluated(
    _ query: CompiledQuery, _ sql: String, _ bindings: [Value]
  ) throws -> QueryResult {
    let start = ContinuousClock.now
    do {
      return try rows(query, sql, bindings)
    } catch  where QueryRunner.isOurs(error) {
      var compiler = QueryCompiler(catalog: query.catalog)
      compiler.usesSQL = false
      guard
        let other = try? compiler.compile(query.source.text, parameters: query.parameters),
        case .evaluated(let resolved) = other.way
      else { throw error }
      let left = limits.time - (ContinuousClock.now - start)
      return try evaluated(other, resolved, counting: false, within: left).result
    }
  }

  func evaluated(
    _ query: CompiledQuery, _ resolved: ResolvedQuery, counting: Bool, within time: Duration? = nil
  ) throws -> (result: QueryResult, counts: [Int]) {
    let graph: any GraphReader =
      if let open = query.catalog.open { OpenGraph(connection, open) } else {
        TableGraph(connection, query.catalog)
      }
    let evaluator = Evaluator(
      graph: graph, parameters: query.parameters, source: query.source,
      time: time ?? limits.time)
    defer { evaluator.letGo() }
    let blank = Row(repeating: .null, count: resolved.slotCount)
    var result = QueryResult(columns: resolved.columns, rows: [], isCut: false)
    try evaluator.run(resolved, blank, counting: counting) { values in
      if result.rows.count == limits.rows {
        result.isCut = true
        return false
      }
      result.rows.append(values)
      return true
    }
    return (result, evaluator.counts.map(\.count))
  }

  /// Whether a failure is about the size of a statement or a number, not about the graph or a limit.
  private static func isOurs(_ error: any Error) -> Bool {
    switch error {
    case let diagnostic as Diagnostic: diagnostic.code == nil
    case let error as DatabaseError:
      error.kind == .other
        && (["integer overflow", CypherFunctions.failure] + sizeMessages)
          .contains { error.message.hasPrefix($0) }
    default: false
    }
  }
}
