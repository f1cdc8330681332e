import Cypher
import Diagnostics
import RandomQueries
import TestSupport
import Testing

struct `Any text` {
  private static let words = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "ALL", "ORDER", "BY", "SKIP",
    "LIMIT", "DISTINCT", "AS", "AND", "OR", "XOR", "NOT", "IN", "STARTS", "CONTAINS", "IS", "NULL",
    "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COUNT", "true", "false", "(", ")", "[", "]",
    "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "%", "^", "=", "<>", "<", ">", "<=", "|",
    "->", "<-", "--", "!", "&", "$name", "$x", "'text'", "'", "`a`", "1", "0", "2.5", "p", "m", "r",
    "Person", "Meeting", "ATTENDED", "MET", "name", "count", "collect", "size", "head", "date",
    "id",
    "[x", "x", "|", "all(x", "reduce(s = 0, x", "[(p)-->(q)", "shortestPath((p)-[*]-(q))",
    "range(0,",
    "9223372036854775807", "-9223372036854775808", "1e308", "date('2025-03-19')", "duration({",
    "months:", "datetime(", "toInteger(", "substring('a',", "split(", "=~", "{.name}", "CALL",
    "(p) {",
    "COLLECT {", "*1..3", "{1,2}", "SHORTEST 2", "SHORTEST 2 GROUPS", "IS ::", "LIST<", "LET x =",
    "FILTER",
    "NEXT", "NULLS LAST", "INTEGER", "trim(BOTH", "WHEN > 1", "ANY SHORTEST", "duration.between(",
    "||",
    "keys(p)",
    "(p:Person)", "-[:ATTENDED]->", "(m:Meeting)", "p.name", "count(*)", "RETURN p", "é", "\u{0}",
  ]

  @Test(arguments: 0..<40) func `of random words compiles or is refused`(seed: Int) throws {
    var generator = RepeatableRandom(seed: UInt64(seed) + 1_000)
    let graph = try MeetingGraph(limits: .init(rows: 100, time: .seconds(2)))
    for _ in 0..<50 {
      let count = Int.random(in: 1...25, using: &generator)
      let words = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
      let beginnings = ["", "MATCH (p:Person) ", "MATCH (p:Person) RETURN p.name, ", "RETURN "]
      let text =
        (beginnings.randomElement(using: &generator) ?? "") + words.joined(separator: " ")
      try check(text, graph)
    }
  }

  /// Whatever compiles is a statement that SQLite takes.
  private func check(_ text: String, _ graph: MeetingGraph) throws {
    guard let compiled = try? graph.compiler.compile(text, parameters: ["name": .string("x")])
    else { return }
    do throws(Diagnostic) {
      _ = try graph.runner.run(compiled)
    } catch {
      #expect(error.summary != "the graph can't answer the query", "\(text)\n\(error.rendered)")
    }
  }

  @Test(arguments: ["(", "[", "NOT ", "-", "{a: ", "CASE WHEN ", "({a: ", "EXISTS { MATCH (", "!"])
  func `that goes on forever is refused`(piece: String) throws {
    let graph = try MeetingGraph()
    for prefix in ["RETURN ", "MATCH (p) WHERE ", "MATCH ", "MATCH (p:"] {
      let text = prefix + String(repeating: piece, count: 5_000)
      #expect(graph.messages(text) != nil)
    }
  }

  @Test(arguments: [" AND true", " + 1", " OR p.name = 'x'", ".year", "[0]", " < 1", " IS NULL"])
  func `with a long chain compiles or is refused`(piece: String) throws {
    let graph = try MeetingGraph()
    for count in [30, 100, 300, 3_000] {
      let text = "MATCH (p:Person) RETURN true" + String(repeating: piece, count: count)
      try check(text, graph)
    }
  }

  @Test func `nested as deeply as is allowed is taken by SQLite`() throws {
    let graph = try MeetingGraph()
    let text = String(repeating: "(", count: 38) + "1" + String(repeating: ")", count: 38)
    #expect(try graph.lines("RETURN \(text) AS n") == ["1"])
    let sum = String(repeating: "(1 + ", count: 20) + "1" + String(repeating: ")", count: 20)
    #expect(try graph.lines("RETURN \(sum) AS n") == ["21"])
  }

  @Test(arguments: ["m.date.year / 0", "9223372036854775807 + m.date.year", "sum(m.date.year) / 0"])
  func `with a number that goes wrong says where`(expression: String) throws {
    let graph = try MeetingGraph()
    let compiled = try graph.compiler.compile("MATCH (m:Meeting) RETURN \(expression) AS n")
    #expect(compiled.sql != nil, "SQL says only that something went wrong")
    let failure = #expect(throws: Diagnostic.self) { _ = try graph.runner.run(compiled) }
    #expect(failure?.location != nil)
  }

  @Test func `of the longest allowed list is bound as one value`() throws {
    let graph = try MeetingGraph()
    let list = (0..<5_000).map(String.init).joined(separator: ", ")
    #expect(
      try graph.lines("RETURN 4999 IN [\(list)] AS a, 5000 IN [\(list)] AS b") == ["true | false"])
  }
}

struct `A name` {
  @Test func `with any character in it is only a name`() throws {
    let graph = try MeetingGraph()
    for name in ["a\0b", "a\"b", "e\u{301}\"", "'; --", "\"\u{301}", "part1", "select"] {
      let compiled = try graph.compiler.compile(
        "WITH 1 AS `\(name)` RETURN `\(name)`, '\(name.filter { $0 != "'" })'")
      let result = try graph.runner.run(compiled)
      #expect(result.columns.first == name)
      #expect(result.rows == [[.integer(1), .string(name.filter { $0 != "'" })]])
    }
  }
}

struct `A limit` {
  @Test func `on rows cuts the answer and says so`() throws {
    let graph = try MeetingGraph(limits: .init(rows: 2, time: .seconds(10)))
    let result = try graph.runner.run(graph.compiler.compile("MATCH (p:Person) RETURN p.id"))
    #expect(result.rows.count == 2 && result.isCut)
  }

  @Test func `on time interrupts a product of everything`() throws {
    let graph = try MeetingGraph(limits: .init(time: .milliseconds(20)))
    let all = (0..<12).map { "(n\($0))" }.joined(separator: ", ")
    let compiled = try graph.compiler.compile("MATCH \(all) RETURN count(*)")
    let error = #expect(throws: Diagnostic.self) { try graph.runner.run(compiled) }
    #expect(error?.summary == "the query took longer than 0.02 seconds")
  }

  @Test func `of arithmetic is an error, not a wrong number`() throws {
    let graph = try MeetingGraph()
    for expression in ["1 / 0", "1 % 0", "9223372036854775807 + 1", "2 * 9223372036854775807"] {
      let compiled = try graph.compiler.compile("RETURN \(expression) AS n")
      #expect(throws: Diagnostic.self) { try graph.runner.run(compiled) }
    }
  }
}

struct `An explanation` {
  @Test func `shows the plan, the SQL and what SQLite does`() throws {
    let graph = try MeetingGraph()
    let compiled = try graph.compiler.compile(
      "EXPLAIN MATCH (p:Person {name: 'Mark Rutte'})-[:HOLDS]->(r) RETURN r.title")
    #expect(compiled.isExplained)
    let explanation = try graph.runner.explain(compiled)
    #expect(
      explanation == """
        plan:
          scan Person as p
          follow HOLDS as holds
          look up Role as r
          keep where name: 'Mark Rutte'
          give r.title
        sql:
          SELECT "r"."title" AS "r.title"
          FROM "person" AS "p"
          JOIN "holding" AS "holds" ON "holds"."person" = "p"."id"
          JOIN "role" AS "r" ON "holds"."role" = "r"."id"
          WHERE "p"."name" = ?1
        values:
          ?1 = 'Mark Rutte'
        sqlite:
          SCAN holds
          SEARCH p USING INDEX sqlite_autoindex_person_1 (id=?)
          SEARCH r USING INDEX sqlite_autoindex_role_1 (id=?)
        """)
  }
}
