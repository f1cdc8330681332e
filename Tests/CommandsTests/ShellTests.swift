import Commands
import Testing

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
}
