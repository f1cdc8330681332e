import Cypher
import Diagnostics
import RandomQueries
import TestSupport
import Testing

struct `A random pattern` {
  @Test(arguments: 0..<60) func `finds what trying everything finds`(seed: Int) throws {
    var generator = RepeatableRandom(seed: UInt64(seed))
    let graph = RandomGraph(using: &generator)
    let runner = try graph.runner()
    for _ in 0..<10 {
      let first = RandomPattern(known: [], using: &generator)
      let second =
        Bool.random(using: &generator)
        ? RandomPattern(known: Array(first.nodes).sorted(), using: &generator) : nil
      let isOptional = Bool.random(using: &generator)
      try compare(first, second, isOptional: isOptional, graph, runner)
    }
  }

  private func compare(
    _ first: RandomPattern, _ second: RandomPattern?, isOptional: Bool, _ graph: RandomGraph,
    _ runner: QueryRunner
  ) throws {
    let nodes = first.nodes.union(second?.nodes ?? []).sorted()
    let query =
      "MATCH \(first.text) "
      + (second.map { "\(isOptional ? "OPTIONAL " : "")MATCH \($0.text) " } ?? "")
      + "RETURN \(nodes.map { "n\($0).id AS n\($0)" }.joined(separator: ", "))"
    let expected = graph.matches(first, from: [:]).flatMap { start -> [[Int: Int]] in
      guard let second else { return [start] }
      let found = graph.matches(second, from: start)
      return found.isEmpty && isOptional ? [start] : found
    }.map { match in nodes.map { match[$0].map { graph.nodes[$0].id } ?? "null" } }

    do throws(DiagnosticList) {
      var compiler = QueryCompiler(catalog: RandomGraph.catalog)
      let compiled = try compiler.compile(query)
      compiler.usesSQL = false
      for way in [compiled, try compiler.compile(query)] {
        let rows = try? runner.run(way).rows.map { row in
          row.map { if case .string(let id) = $0 { id } else { "null" } }
        }
        #expect(
          rows?.sorted(by: isBefore) == expected.sorted(by: isBefore),
          "\(query)\n\(way.sql ?? way.plan)")
      }
    } catch {
      // What the catalog rules out is an error; then there must be nothing to find.
      let isRuledOut = QueryTrials.isRuledOut(error)
      let withoutOptional = graph.matches(first, from: [:]).flatMap { start in
        second.map { graph.matches($0, from: start) } ?? [start]
      }
      #expect(isRuledOut && withoutOptional.isEmpty, "\(query)\n\(error.rendered)")
    }
  }

  private func isBefore(_ a: [String], _ b: [String]) -> Bool { a.lexicographicallyPrecedes(b) }
}
