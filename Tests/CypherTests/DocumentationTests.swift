import Testing

@testable import Cypher

struct `The page on the query language` {
  private static let page = "Docs/QueryLanguage.md"

  @Test func `shows what its examples give`() throws {
    let text = try Fixtures.projectText(Self.page)
    let shown = try withAnswers(text)
    if Fixtures.isRecording {
      try Fixtures.writeProject(shown, to: Self.page)
    } else {
      #expect(shown == text)
    }
  }

  /// The page with the answer under each example as it is now.
  private func withAnswers(_ page: String) throws -> String {
    let graph = try MeetingGraph()
    var lines: [Substring] = []
    var query: String?
    var answer: String?
    var isAnswer = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if isAnswer {
        isAnswer = line != "```"
        continue
      }
      if line == "```text", answer != nil {
        isAnswer = true
        continue
      }
      if !line.isEmpty, let known = answer {
        lines += ["```text"] + known.split(separator: "\n") + ["```", ""]
        answer = nil
      }
      if line == "```", let asked = query {
        answer = try self.answer(asked, graph)
        query = nil
      } else if query != nil {
        query? += "\(line)\n"
      } else if line == "```cypher" {
        query = ""
      }
      if answer == nil || !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  private func answer(_ query: String, _ graph: MeetingGraph) throws -> String? {
    let compiled = try graph.compiler.compile(query)
    if compiled.isExplained || compiled.isProfiled { return nil }
    let result = try graph.runner.run(compiled)
    let rows = result.rows.map { $0.map(\.text).joined(separator: " | ") }
    return ([result.columns.joined(separator: " | ")] + rows).joined(separator: "\n")
  }

  /// What each clause, operator and kind of expression is known by.
  private static let words = [
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "DISTINCT", "ORDER BY", "SKIP", "LIMIT",
    "UNWIND",
    "UNION", "CALL", "YIELD", "CASE", "EXISTS {", "COUNT {", "COLLECT {", "shortestPath",
    "ALL SHORTEST",
    "SHORTEST 1", "SHORTEST 2 GROUPS", "LET ", "FILTER ", "NEXT", "NULLS LAST", "IS ::", "WHEN >",
    "EXPLAIN", "PROFILE", "STARTS WITH", "ENDS WITH", "CONTAINS", "=~", " IN ",
    " XOR ",
    "IS NULL", "IS NOT NULL", "reduce(", "all(", "any(", "none(", "single(",
  ]

  @Test func `has an example of every function and clause`() throws {
    let text = try Fixtures.projectText(Self.page)
    let examples = text.split(separator: "```").enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix("cypher\n") }
      .map { String($0.element) }.joined()
    let functions =
      CypherFunction.allCases.map(\.rawValue) + TemporalCall.names
      + ResolvedAggregate.Function.allCases.map(\.rawValue)
    for name in functions {
      #expect(examples.lowercased().contains("\(name.lowercased())("), "no example of \(name)")
    }
    for word in Self.words {
      #expect(examples.contains(word), "no example of \(word)")
    }
  }
}
