import Cypher
import Diagnostics
import SQLite
import Testing

struct `An extreme value` {
  @Test(arguments: [
    "date('2025-03-19') + duration({months: 9223372036854775807})",
    "date('2025-03-19') - duration({days: 9223372036854775807})",
    "datetime('2025-03-19T00:00Z') + duration({seconds: 9223372036854775807, nanoseconds: 9223372036854775807})",
    "localtime('12:00') + duration({hours: 9223372036854775807})",
    "duration({months: 9223372036854775807}) + duration({months: 9223372036854775807})",
    "duration({seconds: 9223372036854775807}) * 9223372036854775807",
    "duration({seconds: 9223372036854775807}).nanoseconds",
    "duration({years: 1e300}) / 0", "-duration({days: -9223372036854775808})",
    "duration.between(date('-999999999-01-01'), date('+999999999-12-31'))",
    "datetime('+999999999-12-31T23:59:59Z').epochMillis",
    "datetime.fromepoch(9223372036854775807, 9223372036854775807)",
    "datetime.fromepochmillis(-9223372036854775808)",
    "datetime({epochSeconds: 9223372036854775807})", "date({year: 9223372036854775807})",
    "range(0, -9223372036854775808, -1)", "range(1, 9223372036854775807)",
    "[1, 2][9223372036854775807]", "[1, 2][-9223372036854775808..9223372036854775807]",
    "substring('abc', 9223372036854775807)", "left('abc', 9223372036854775807)",
    "-(-9223372036854775808)", "abs(-9223372036854775808)", "-9223372036854775808 / -1",
    "-9223372036854775808 % -1", "toInteger(1e300)", "round(1e300, 15)", "2 ^ 5000",
    "date.truncate('millennium', date('-999999999-01-01'))", "1 < 1e300", "sqrt(-1)",
    "reduce(list = [1], x IN range(1, 60) | list + list)",
    "size(reduce(text = 'ab', x IN range(1, 60) | text + text))",
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(a*)*b'", "'a' =~ '(((((a{1000}){1000}){1000}'",
  ])
  func `is answered or refused, and ends nothing`(_ expression: String) throws {
    let graph = try MeetingGraph(limits: .init(time: .seconds(5)))
    // The list keeps the query from being compiled to SQL.
    let text = "RETURN \(expression) AS value, [x IN [1] | x] AS list"
    guard let compiled = try? graph.compiler.compile(text) else { return }
    do throws(Diagnostic) {
      _ = try graph.runner.run(compiled)
    } catch {
      #expect(error.code != nil, "\(error.rendered)")
    }
  }
}

struct `A query that keeps too much` {
  @Test func `is refused before the memory is used up`() throws {
    let graph = try MeetingGraph(limits: .init(time: .seconds(60)))
    let text = """
      UNWIND range(1, 10000000) AS a UNWIND range(1, 10) AS b
      WITH a, b, [x IN [a] | x] AS list ORDER BY b DESC RETURN count(*) AS n
      """
    let error = #expect(throws: Diagnostic.self) {
      try graph.runner.run(try graph.compiler.compile(text))
    }
    #expect(
      error?.code == "LimitError.MemoryLimit" || error?.code == "LimitError.TimeLimit")
  }

  @Test(arguments: [
    "MATCH (a:Person), (b:Person), (c:Person), (d:Person), (e:Person), (f:Person), (g:Person), (h:Person) RETURN collect(a.name) AS names",
    "MATCH (a:Person), (b:Person), (c:Person), (d:Person), (e:Person), (f:Person), (g:Person) RETURN a.name, b.name, c.name",
  ])
  func `in SQL is refused before the memory is used up`(_ text: String) throws {
    let graph = try MeetingGraph(limits: .init(time: .seconds(60), memory: 1 << 20))
    let compiled = try graph.compiler.compile(text)
    #expect(compiled.sql != nil)
    let error = #expect(throws: Diagnostic.self) { try graph.runner.run(compiled) }
    #expect(error?.code == "LimitError.MemoryLimit")
    #expect(error?.summary.contains("more than 1 MB of memory") == true)
    // The next query has all of it again.
    #expect(try graph.rows("MATCH (p:Person) RETURN count(p)") == [[.integer(5)]])
  }

  @Test func `of everything with everything ends at its time limit`() throws {
    let graph = try MeetingGraph(limits: .init(time: .milliseconds(50)))
    let nodes = (1...20).map { "(n\($0):Person)" }.joined(separator: ", ")
    let compiled = try graph.compiler.compile("MATCH \(nodes) RETURN count(*) AS n")
    #expect(compiled.sql != nil)
    let error = #expect(throws: Diagnostic.self) { try graph.runner.run(compiled) }
    #expect(error?.code == "LimitError.TimeLimit")
  }

  @Test func `row by row ends at its time limit`() throws {
    let graph = try MeetingGraph(limits: .init(time: .milliseconds(50)))
    let text =
      "UNWIND range(1, 10000) AS a UNWIND range(1, 100000) AS b RETURN count([x IN [a] | b]) AS n"
    let error = #expect(throws: Diagnostic.self) {
      try graph.runner.run(try graph.compiler.compile(text))
    }
    #expect(error?.code == "LimitError.TimeLimit")
  }
}

struct `A value that is looked at several times` {
  @Test(arguments: ["CASE # WHEN 7 THEN 1 WHEN 8 THEN 2 ELSE 3 END", "(1 < # < 3) <> true"])
  func `is refused before it doubles too often`(piece: String) throws {
    let graph = try MeetingGraph(limits: .init(time: .seconds(5)))
    for count in [1, 10, 40, 100] {
      let text = (0..<count).reduce("$count") { inner, _ in
        piece.split(separator: "#", omittingEmptySubsequences: false).joined(separator: inner)
      }
      guard
        let compiled = try? graph.compiler.compile(
          "RETURN \(text) AS x", parameters: ["count": .integer(2)])
      else {
        #expect(count > 10)
        continue
      }
      #expect(count <= 10)
      #expect(throws: Never.self) { try graph.runner.run(compiled) }
    }
  }
}

struct `A query with a subquery` {
  @Test func `lets go of the graph when it is done`() throws {
    weak var connection: Connection?
    do {
      let opened = try Connection(path: "", mode: .inMemory)
      connection = opened
      try opened.executeScript(Fixtures.text("graph.sql"))
      let runner = try QueryRunner(connection: opened)
      let query = try QueryCompiler(catalog: .meetings).compile(
        "MATCH (p:Person) WHERE EXISTS { (p)-[:ATTENDED]->() } RETURN [x IN [p.name] | x] AS names")
      #expect(query.sql == nil)
      #expect(try runner.run(query).rows.isEmpty == false)
    }
    #expect(connection == nil)
  }
}
