import Cypher
import Diagnostics
import RandomQueries
import SQLite
import TestSupport

/// What came of a scenario.
enum Outcome {
  case passed
  case failed(String)
  case skipped(String)
}

/// Runs one scenario against a graph of its own.
struct ScenarioRun {
  let scenario: Scenario
  /// The text of a named graph.
  let namedGraph: (String) -> String?
  /// Whether the detail of an error counts too, not its type and phase alone.
  let comparesDetails: Bool
  /// Whether it runs over typed tables, where queries are compiled to SQL if they can be.
  let isTyped: Bool

  func outcome() -> Outcome {
    guard let query = step("executing query:")?.docString else { return .skipped("no query") }
    if isTyped { return typedOutcome(query) }
    var writing: String?
    if QueryWords(query).writes {
      // What a graph keeps can be asked for once the runner has written it.
      guard step("executing control query:") != nil else { return .skipped("writes") }
      writing = query
    }
    do {
      return try run(step("executing control query:")?.docString ?? query, behind: writing)
    } catch is GraphWriter.Failure where writing != nil {
      return .skipped("writes")
    } catch let diagnostic as Diagnostic {
      return .failed("Given: \(diagnostic.rendered)")
    } catch {
      return .failed("Given: \(error)")
    }
  }

  /// What comes of a query that looks at no graph, over one of typed tables.
  private func typedOutcome(_ query: String) -> Outcome {
    let buildsGraph = scenario.steps.contains {
      $0.text.hasPrefix("having executed") || $0.text.hasPrefix("there exists")
        || $0.text.hasPrefix("the ") && $0.text.hasSuffix(" graph")
    }
    guard !buildsGraph, !QueryWords(query).asksForGraph else { return .skipped("asks for a graph") }
    do {
      var random = RepeatableRandom(seed: 1)
      let runner = try RandomGraph(using: &random).runner()
      return try run(query, QueryCompiler(catalog: RandomGraph.catalog), runner)
    } catch {
      return .failed("\(error)")
    }
  }

  private func step(_ text: String) -> Scenario.Step? {
    scenario.steps.first { $0.text.hasPrefix(text) }
  }

  private func run(_ query: String, behind writing: String?) throws -> Outcome {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript(
      """
      create table node (id integer primary key, labels text, properties text);
      create table relationship
        (id integer primary key, type text, source integer, target integer, properties text);
      create index relationship_source on relationship (source);
      create index relationship_target on relationship (target);
      """)
    var catalog = Catalog(open: OpenTables(), readOnlyHelp: "the TCK's graphs are only read")
    catalog.procedures = try scenario.steps.compactMap { try Procedure($0) }
    let compiler = QueryCompiler(catalog: catalog)
    try fill(connection, compiler, writing)
    return try run(query, compiler, try QueryRunner(connection: connection))
  }

  private func run(
    _ query: String, _ compiler: QueryCompiler, _ runner: QueryRunner
  ) throws -> Outcome {
    var parameters: [String: CypherValue] = [:]
    for row in step("parameters are:")?.table ?? [] where row.count == 2 {
      guard let value = ResultReader.value(row[1])?.parameter else {
        return .failed("a parameter can't be read: \(row[1])")
      }
      parameters[row[0]] = value
    }
    let compiled: CompiledQuery
    do throws(DiagnosticList) {
      compiled = try compiler.compile(query, parameters: parameters)
    } catch {
      return check(error.diagnostics, phase: "compile time")
    }
    do throws(Diagnostic) {
      return check(try runner.run(compiled))
    } catch {
      return check([error], phase: "runtime")
    }
  }

  private func fill(
    _ connection: Connection, _ compiler: QueryCompiler, _ writing: String?
  ) throws {
    let runner = try QueryRunner(connection: connection, isReadOnly: false)
    let writer = GraphWriter(connection: connection, compiler: compiler, runner: runner)
    for step in scenario.steps {
      if step.text.hasPrefix("the "), step.text.hasSuffix(" graph") {
        let name = String(step.text.dropFirst(4).dropLast(6))
        guard let text = namedGraph(name) else {
          throw GraphWriter.Failure(description: "no graph called \(name)")
        }
        try writer.run(text)
      } else if step.text.hasPrefix("having executed"), let text = step.docString {
        try writer.run(text)
      }
    }
    if let writing { try writer.run(writing) }
  }
}

// MARK: - Comparing

extension ScenarioRun {
  private func check(_ diagnostics: [Diagnostic], phase: String) -> Outcome {
    let got =
      "\(phase): \(diagnostics.map { "\($0.code ?? "?") (\($0.summary))" }.joined(separator: "; "))"
    guard let step = scenario.steps.first(where: { $0.text.contains("should be raised at") }) else {
      return .failed("an error at \(got)")
    }
    let words = step.text.split(separator: " ").map(String.init)
    guard let wantedType = words.dropFirst().first, let at = words.firstIndex(of: "at") else {
      return .failed("a step that can't be read: \(step.text)")
    }
    let rest = words[(at + 1)...].joined(separator: " ").split(separator: ":", maxSplits: 1)
    let wantedPhase = String(rest[0])
    let detail = rest.count > 1 ? rest[1].drop { $0 == " " } : "*"
    guard wantedPhase == "any time" || wantedPhase == phase else {
      return .failed("wanted an error at \(wantedPhase), got one at \(got)")
    }
    let fits = diagnostics.contains { diagnostic in
      let parts = (diagnostic.code ?? "SyntaxError").split(separator: ".")
      guard parts.first.map(String.init) == wantedType, diagnostic.location != nil else {
        return false
      }
      return !comparesDetails || detail == "*" || parts.last == detail
    }
    return fits ? .passed : .failed("wanted \(step.text), got one at \(got)")
  }

  private func check(_ result: QueryResult) -> Outcome {
    guard let step = scenario.steps.last(where: { $0.text.hasPrefix("the result should be") })
    else {
      let wanted = scenario.steps.first { $0.text.contains("should be raised") }?.text
      return .failed("wanted \(wanted ?? "something unknown"), got \(result.rows.count) rows")
    }
    if step.text.contains("should be empty") {
      return result.rows.isEmpty
        ? .passed : .failed("wanted nothing, got \(result.rows.count) rows")
    }
    let ignores = step.text.contains("ignoring element order")
    let columns = step.table.first ?? []
    guard columns == result.columns else {
      return .failed("wanted columns \(columns), got \(result.columns)")
    }
    var wanted: [String] = []
    for row in step.table.dropFirst() {
      var values: [String] = []
      for cell in row {
        guard let value = ResultReader.value(cell) else {
          return .failed("an expected value can't be read: \(cell)")
        }
        values.append(value.canonical(ignoringListOrder: ignores))
      }
      wanted.append(values.joined(separator: " | "))
    }
    var got = result.rows.map { row in
      row.map { ResultValue($0).canonical(ignoringListOrder: ignores) }.joined(separator: " | ")
    }
    if !step.text.contains("in order") {
      wanted.sort()
      got.sort()
    }
    if wanted == got { return .passed }
    return .failed(
      "wanted\n    \(wanted.prefix(12).joined(separator: "\n    "))\n  got\n    "
        + got.prefix(12).joined(separator: "\n    "))
  }
}
