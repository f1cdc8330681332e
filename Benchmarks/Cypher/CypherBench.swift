import Commands
import Cypher
import Diagnostics
import SQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `cypher-bench`: each question in Cypher beside hand-written SQL, on one generated graph.
///
///     swift run -c release cypher-bench /tmp/bench.sqlite
///
/// The graph is written if the file is not there. Times are medians of warm runs in this process, taken
/// by turns; what counts is their ratio. Answers are compared.
@main
enum CypherBench {
  static func main() throws {
    let isForPrograms = CommandLine.arguments.contains("--json")
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--json" }
    guard let path = arguments.first else {
      print("usage: cypher-bench FILE [SCALE] [RUNS] [QUESTION] [--json]")
      return
    }
    let scale = arguments.count > 1 ? Double(arguments[1]) ?? 1 : 1
    let runs = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    if (try? Connection(path: path, mode: .readOnly)) == nil {
      try GeneratedGraph(scale: scale).write(to: path)
    }
    let connection = try Connection(path: path, mode: .readOnly)
    // So large that neither of the two ways warms the cache for the other.
    try connection.executeScript("pragma cache_size = -400000")
    let runner = try QueryRunner(
      connection: connection, limits: .init(rows: 1_000_000, time: .seconds(30)))
    if !isForPrograms {
      print("| question | way | compile | Cypher | SQL by hand | ratio | answers |")
      print("|---|---|--:|--:|--:|--:|---|")
    }
    var ratios: [Double] = []
    for question in Question.all where arguments.count < 4 || question.name.contains(arguments[3]) {
      do {
        let figures = try measure(question, connection, runner, runs: runs)
        ratios.append(figures.ratio)
        print(isForPrograms ? figures.object(question.name) : figures.line(question.name))
      } catch let list as DiagnosticList {
        print("| \(question.name) | refused: \(list.rendered) |")
      } catch let diagnostic as Diagnostic {
        print("| \(question.name) | failed: \(diagnostic.summary) |")
      }
      fflush(nil)
    }
    let sorted = ratios.sorted()
    if !isForPrograms, let worst = sorted.last {
      print("\nmedian ratio \(rounded(sorted[sorted.count / 2])), worst \(rounded(worst))")
      try measureTimeLimit(connection)
    }
  }

  /// How long after its limit a product of everything with everything ends, and what it leaves in memory.
  private static func measureTimeLimit(_ connection: Connection) throws {
    let limit = Duration.milliseconds(500)
    let runner = try QueryRunner(connection: connection, limits: .init(time: limit))
    for query in [
      "MATCH (a), (b), (c) RETURN count(*) AS n",
      "MATCH (a:Person), (b:Meeting), (c:Article) RETURN a.name, b.id, c.title ORDER BY c.title, a.name",
      "MATCH (a:Person), (b:Meeting) RETURN count([x IN [1] | a.name + b.id]) AS n",
    ] {
      let compiled = try QueryCompiler(catalog: .graph).compile(query)
      let taken = time { _ = try? runner.run(compiled) }
      print("`\(query)`: limit 500 ms, ended after \(rounded(taken)) ms, peak \(peakMegabytes) MB")
    }
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between systems
    return Int(usage.ru_maxrss) / 1_024
  }

  private static func measure(
    _ question: Question, _ connection: Connection, _ runner: QueryRunner, runs: Int
  ) throws -> Figures {
    let compiler = QueryCompiler(catalog: .graph)
    var (compile, cypher, sql): ([Double], [Double], [Double]) = ([], [], [])
    var answers: ([[CypherValue]], [[CypherValue]]) = ([], [])
    var way = ""
    for _ in 0..<runs {
      var compiled: CompiledQuery?
      compile.append(
        try time {
          compiled = try compiler.compile(question.cypher, parameters: question.parameters)
        })
      guard let compiled else { continue }
      way = compiled.sql == nil ? "rows" : "SQL"
      cypher.append(try time { answers.0 = try runner.run(compiled).rows })
      sql.append(try time { answers.1 = try rows(question, connection) })
    }
    return Figures(
      way: way, compile: median(compile), cypher: median(cypher), sql: median(sql),
      areEqual: answers.0 == answers.1, digest: digest(answers.0))
  }

  /// FNV-1a of the rows as text, as `Scripts/peers.py` makes it of the answers of others.
  private static func digest(_ rows: [[CypherValue]]) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for row in rows {
      let cells = row.map { cell in
        switch cell {
        case .null: ""
        case .integer(let number): "\(number)"
        case .string(let text): text
        default: "\(cell)"
        }
      }
      for byte in "\(cells.joined(separator: "|"))\n".utf8 {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func rows(
    _ question: Question, _ connection: Connection
  ) throws -> [[CypherValue]] {
    let statement = try connection.prepare(question.sql)
    try statement.bind(question.values.map { Value.text($0.text) })
    var rows: [[CypherValue]] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { column in
          switch statement.value(at: column) {
          case .null, .blob: .null
          case .integer(let number): .integer(number)
          case .real(let number): .float(number)
          case .text(let text): .string(text)
          }
        })
    }
    return rows
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1_000 + Double(attoseconds) / 1e15
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  static func rounded(_ value: Double) -> String {
    let factor = value < 10 ? 100.0 : 10.0
    return "\((value * factor).rounded() / factor)"
  }
}

/// What was measured of one question; medians in milliseconds.
private struct Figures {
  var way: String
  var compile: Double
  var cypher: Double
  var sql: Double
  var areEqual: Bool
  var digest: String

  var ratio: Double { cypher / sql }

  func line(_ name: String) -> String {
    let times = [compile, cypher, sql].map { "\(CypherBench.rounded($0)) ms" }
    let cells = [name, way] + times + [CypherBench.rounded(ratio), areEqual ? "equal" : "DIFFER"]
    return "| \(cells.joined(separator: " | ")) |"
  }

  func object(_ name: String) -> String {
    "{\"question\": \"\(name)\", \"cypher\": \(cypher), \"sql\": \(sql), "
      + "\"equal\": \(areEqual), \"digest\": \"\(digest)\"}"
  }
}
