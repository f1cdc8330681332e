import Diagnostics
import SQLite

/// Runs a resolved query row by row over a graph.
///
/// It knows the whole language. Queries that one SQL statement can answer are compiled to SQL
/// instead; this is for all others.
final class Evaluator {
  let graph: any GraphReader
  let parameters: [String: CypherValue]
  let source: SourceText
  let statementTime = Clock.now()
  private let deadline: ContinuousClock.Instant
  private var steps = 0
  /// Pipelines and matchers of subqueries, made when they are first needed.
  var matchers: [ObjectIdentifier: Matcher] = [:]
  var regexes: [String: CypherRegex] = [:]
  /// The rows that each clause of the query itself gave, branch by branch, for PROFILE.
  private(set) var counts: [RowCount] = []

  init(
    graph: any GraphReader, parameters: [String: CypherValue], source: SourceText, time: Duration
  ) {
    self.graph = graph
    self.parameters = parameters
    self.source = source
    deadline = ContinuousClock.now + time
  }

  /// Called when all is done: matchers refer back to the evaluator, and would keep it and the graph for ever.
  func letGo() { matchers = [:] }

  /// Called once a row and relationship: the clock is looked at now and then.
  func tick() throws {
    steps &+= 1
    if steps & 0x3FF == 0, ContinuousClock.now >= deadline { throw TimeLimitPassed() }
  }

  /// Called where values are kept until later rows are known, with how many.
  func keep(_ count: Int) throws {
    kept += count
    guard kept > Self.mostKept else { return }
    throw Diagnostic(
      "the query would keep more than \(Self.mostKept / 1_000_000) million values in memory",
      help: ["filter or aggregate earlier, or order and collect less"],
      code: "LimitError.MemoryLimit")
  }

  private var kept = 0
  private static let mostKept = 40_000_000

  /// Runs a query with `row` to begin with; `body` gets the values of the columns and says whether
  /// more are wanted.
  func run(
    _ query: ResolvedQuery, _ row: Row, counting: Bool = false,
    _ body: @escaping ([CypherValue]) throws -> Bool
  ) throws {
    var seen: Set<[GroupKey]> = []
    var isWanted = true
    for branch in query.branches where isWanted {
      let slots = branch.columns.map(\.slot)
      let isDistinct = query.branches.count > 1 && !query.keepsDuplicates
      try run(branch, row, counting: counting) { row in
        let values = slots.map { row[$0] }
        if isDistinct, !seen.insert(values.map { GroupKey($0) }).inserted { return true }
        isWanted = try body(values)
        return isWanted
      }
    }
  }

  /// Runs one branch; `body` gets whole rows.
  func run(
    _ branch: ResolvedBranch, _ row: Row, counting: Bool = false,
    _ body: @escaping (inout Row) throws -> Bool
  ) throws {
    let counters = counting ? branch.clauses.map { _ in RowCount() } : []
    counts += counters
    let pipeline = Pipeline.stages(branch.clauses, self, base: row, last: SinkStage(body), counters)
    var row = row
    _ = try pipeline.push(&row)
    try pipeline.finish()
  }

  func diagnostic(_ failure: EvaluationFailure, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      failure.summary, at: .init(source: source, range: range),
      help: failure.help.map { [$0] } ?? [], code: failure.code)
  }

  /// Adds the place to what fails in `body`.
  func located<Result>(_ range: SourceRange, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as EvaluationFailure {
      throw diagnostic(failure, range)
    }
  }
}

/// How many rows passed a place.
final class RowCount {
  var count = 0
}

/// The values of all variables, by slot.
typealias Row = [CypherValue]

/// The time limit ended the query.
struct TimeLimitPassed: Error {}
