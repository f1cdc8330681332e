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
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let path = arguments.first else {
      print("usage: cypher-bench FILE [SCALE] [RUNS] [QUESTION]")
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
    print("| question | way | compile | Cypher | SQL by hand | ratio | answers |")
    print("|---|---|--:|--:|--:|--:|---|")
    var ratios: [Double] = []
    for question in Question.all where arguments.count < 4 || question.name.contains(arguments[3]) {
      do {
        ratios.append(try measure(question, connection, runner, runs: runs))
      } catch let list as DiagnosticList {
        print("| \(question.name) | refused: \(list.rendered) |")
      } catch let diagnostic as Diagnostic {
        print("| \(question.name) | failed: \(diagnostic.summary) |")
      }
      fflush(nil)
    }
    let sorted = ratios.sorted()
    if let worst = sorted.last {
      print("\nmedian ratio \(rounded(sorted[sorted.count / 2])), worst \(rounded(worst))")
    }
  }

  private static func measure(
    _ question: Question, _ connection: Connection, _ runner: QueryRunner, runs: Int
  ) throws -> Double {
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
    let ratio = median(cypher) / median(sql)
    print(
      "| \(question.name) | \(way) | \(rounded(median(compile))) ms | \(rounded(median(cypher))) ms | "
        + "\(rounded(median(sql))) ms | \(rounded(ratio)) | "
        + "\(answers.0 == answers.1 ? "equal" : "DIFFER \(answers.0.prefix(2)) \(answers.1.prefix(2))") |"
    )
    return ratio
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

  private static func rounded(_ value: Double) -> String {
    let factor = value < 10 ? 100.0 : 10.0
    return "\((value * factor).rounded() / factor)"
  }
}
