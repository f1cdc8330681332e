import Cypher
import Diagnostics
import Testing

struct `A procedure of the catalog` {
  private let graph: MeetingGraph
  private let compiler: QueryCompiler

  init() throws {
    graph = try MeetingGraph()
    var catalog = Catalog.meetings
    catalog.procedures = [
      Procedure(
        "names.like", takes: [.init("text", .string), .init("share", .float)],
        gives: [.init("name", .string), .init("share", .float)]
      ) { arguments in
        [[arguments[0], arguments[1]], [.string("Winston Peters"), .float(0.5)]]
      },
      Procedure("graph.check", gives: []) { _ in [] },
    ]
    compiler = QueryCompiler(catalog: catalog)
  }

  private func lines(_ query: String, _ parameters: [String: CypherValue] = [:]) throws -> [String]
  {
    try graph.runner.run(compiler.compile(query, parameters: parameters)).rows.map { row in
      row.map { "\($0)" }.joined(separator: " | ")
    }
  }

  @Test func `gives rows to the clauses behind it`() throws {
    let found = try lines(
      "CALL names.like('Peters', 1) YIELD name, share MATCH (p:Person {name: name}) RETURN p.born, share"
    )
    #expect(found == ["1945 | 0.5"])
  }

  @Test func `takes an integer as a float, and arguments from parameters`() throws {
    let found = try lines("CALL Names.Like", ["text": .string("x"), "share": .integer(1)])
    #expect(found == ["'x' | 1.0", "'Winston Peters' | 0.5"])
  }

  @Test func `that gives nothing leaves rows as they are`() throws {
    #expect(try lines("UNWIND [1, 2] AS x CALL graph.check() RETURN x") == ["1", "2"])
    #expect(try lines("CALL graph.check()").isEmpty)
  }

  @Test(arguments: [
    ("CALL names.like('x')", "names.like takes 2 arguments, not 1"),
    ("CALL names.like(1, 1)", "text of names.like has to be a string, this is an integer"),
    ("CALL names.like", "parameter $text has no value"),
    (
      "CALL names.like YIELD name RETURN name", "names.like needs its arguments in parentheses here"
    ),
    ("CALL names.lke('x', 1)", "no procedure names.lke"),
  ])
  func `called wrongly says so before it runs`(query: String, message: String) {
    let failure = #expect(throws: DiagnosticList.self) { try compiler.compile(query) }
    #expect(failure?.diagnostics.contains { $0.summary == message } == true)
  }

  @Test func `refuses a value whose type was not known before`() throws {
    let compiled = try compiler.compile(
      "UNWIND ['a', 1] AS x CALL names.like(x, 1) YIELD name RETURN name")
    let failure = #expect(throws: Diagnostic.self) { _ = try graph.runner.run(compiled) }
    #expect(failure?.code == "TypeError.InvalidArgumentType")
  }
}
