import Cypher
import Testing

struct `A query` {
  static let cases = FixtureCase.cases(in: "queries.txt")
  static let errors = FixtureCase.cases(in: "errors.txt")
  /// What `$name` stands for in fixtures.
  static let parameters: [String: CypherValue] = [
    "name": .string("Marco Rubio"), "count": .integer(2), "nothing": .null,
    "names": .list([.string("Marco Rubio"), .string("Mark Rutte")]),
  ]

  private static let noSQL = "none: evaluated row by row"

  @Test(arguments: cases) func `gives its SQL and its rows`(_ fixture: FixtureCase) throws {
    if Fixtures.isRecording { return }
    let graph = try MeetingGraph()
    let compiled = try graph.compiler.compile(fixture.query, parameters: Self.parameters)
    #expect((compiled.sql ?? Self.noSQL) == fixture.part("sql"))
    let lines = try graph.lines(fixture.query, parameters: Self.parameters)
    #expect(lines.joined(separator: "\n") == fixture.part("rows"))
  }

  @Test(arguments: errors) func `that is wrong says so word for word`(
    _ fixture: FixtureCase
  ) throws {
    if Fixtures.isRecording { return }
    let messages = try MeetingGraph().messages(fixture.query, parameters: Self.parameters)
    #expect(messages == fixture.part("error"))
  }

  @Test(.enabled(if: Fixtures.isRecording)) func `is recorded`() throws {
    let graph = try MeetingGraph()
    try FixtureCase.record("queries.txt") { fixture in
      let compiled = try graph.compiler.compile(fixture.query, parameters: Self.parameters)
      let lines = try graph.lines(fixture.query, parameters: Self.parameters)
      return [("sql", compiled.sql ?? Self.noSQL), ("rows", lines.joined(separator: "\n"))]
    }
    try FixtureCase.record("errors.txt") { fixture in
      [("error", graph.messages(fixture.query, parameters: Self.parameters) ?? "none")]
    }
  }
}
