import Cypher
import TestSupport
import Testing

@testable import Commands

struct `The shell` {
  private func shell(_ lines: String..., arguments: [String] = []) throws -> Run {
    let graph = try SampleGraph.washington()
    return Run(
      ["--graph", graph.path, "shell"] + arguments,
      input: Array(lines.joined(separator: "\n").utf8))
  }

  @Test func `runs a query over several lines up to its semicolon`() throws {
    let run = try shell(
      "MATCH (p:Person {name: 'Sergei Lavrov'})", "RETURN p.name AS name;", "RETURN 1 + 1 AS two",
      arguments: ["--format", "csv"])
    #expect(run.output == "name\r\nSergei Lavrov\r\ntwo\r\n2\r\n")
    #expect(run.status == .done)
  }

  @Test func `goes on after a mistake and fails in the end`() throws {
    let run = try shell("RETURN x;", "RETURN 1 AS one;", arguments: ["--format", "csv"])
    #expect(run.error.contains("no variable x"))
    #expect(run.output == "one\r\n1\r\n")
    #expect(run.status == .failed)
  }

  @Test func `changes how rows are printed`() throws {
    let run = try shell(".mode jsonl", "RETURN [1, 2] AS list;", ".mode nothing")
    #expect(run.output == "{\"list\":[1,2]}\n")
    #expect(run.error.contains("modes are table, json, jsonl, csv, tsv, markdown"))
  }

  @Test func `shows the schema and explains the last query`() throws {
    let run = try shell(
      ".schema", "MATCH (m:Meeting) RETURN m.date;", ".explain", ".last", ".quit", "no")
    #expect(run.output.contains("(:Person)-[:ATTENDED {as}]->(:Meeting)"))
    #expect(run.output.contains("scan Meeting as m"))
    #expect(run.status == .done)
  }

  @Test func `proposes the command that was meant`() throws {
    #expect(try shell(".hlep").error.contains("did you mean .help?"))
  }

  @Test func `lists its commands, tells the time, and reads queries from a file`() throws {
    let graph = try SampleGraph.washington()
    try graph.folder.write("RETURN 3 AS three;\n", to: "queries.cypher")
    let lines = [
      ".help", ".timer on", ".mode csv", ".read \(graph.folder.path("queries.cypher"))",
      ".timer off", ".output \(graph.folder.path("answer.csv"))", "RETURN 4 AS four;",
      "RETURN 5 AS five;",
    ]
    let run = Run(
      ["--graph", graph.path, "shell"], input: Array(lines.joined(separator: "\n").utf8))
    #expect(run.output.contains(".output FILE") && run.output.contains("three\r\n3\r\n"))
    #expect(run.error.contains(" ms"))
    #expect(try graph.folder.bytes(of: "answer.csv") == Array("four\r\n4\r\n".utf8))
    #expect(run.output.hasSuffix("five\r\n5\r\n"))
  }

  @Test(arguments: [
    ("RETURN p.na", "na", ["name"]), ("MATCH (p:Per", "Per", ["Person"]),
    ("MATCH (p)-[:ATT", "ATT", ["ATTENDED"]), ("ret", "ret", ["RETURN"]),
    (".ex", ".ex", [".explain"]), ("MATCH (p {name: 'Win", "Win", ["Winston Peters"]),
    ("RETURN 'closed' AS ", "", []),
  ])
  func `completes what was begun`(_ line: String, _ begun: String, _ words: [String]) {
    let completion = ShellCompletion(catalog: .graph) { _ in ["Winston Peters"] }
    let (length, found) = completion.candidates(line)
    #expect(length == begun.count && found == words)
  }
}
