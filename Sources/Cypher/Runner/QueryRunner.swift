public import Diagnostics
public import SQLite

/// Runs compiled queries, within limits, on a connection that may only read.
public struct QueryRunner {
  /// How much a query may take.
  public struct Limits: Hashable, Sendable {
    /// The most rows an answer has; what is more is cut off.
    public var rows: Int
    /// The longest time until the last row.
    public var time: Duration
    /// The most bytes that SQLite may take for a query, and the most that the answer of one SQL
    /// statement may have.
    public var memory: Int

    /// The limits; a thousand times a thousand rows, ten seconds and 512 MB unless given.
    public init(
      rows: Int = 1_000_000, time: Duration = .seconds(10), memory: Int = 512 << 20
    ) {
      self.rows = rows
      self.time = time
      self.memory = memory
    }
  }

  let connection: Connection
  let limits: Limits

  /// A runner on `connection`, which from now on can only read, unless a program that fills the graph
  /// between its queries asks for `isReadOnly: false`.
  ///
  /// - Throws: `DatabaseError` if SQLite refuses the functions of the query language.
  public init(
    connection: Connection, limits: Limits = Limits(), isReadOnly: Bool = true
  ) throws(DatabaseError) {
    self.connection = connection
    self.limits = limits
    try CypherFunctions.add(to: connection)
    // SQLite declares this table function at its first use, as a table that the authorizer would
    // refuse to have made.
    _ = try connection.integer("SELECT 1 FROM json_each('[]')")
    if isReadOnly { connection.allowOnlyReading() }
  }

  /// The rows a query finds.
  ///
  /// - Throws: a message about a limit, a division by zero or a graph that can't be read.
  public func run(_ query: CompiledQuery) throws(Diagnostic) -> QueryResult {
    try read {
      switch query.way {
      case .sql(let sql, let bindings): try rowsOrEvaluated(query, sql, bindings)
      case .evaluated(let resolved): try evaluated(query, resolved, counting: false).result
      }
    }
  }

  func rows(
    _ query: CompiledQuery, _ sql: String, _ bindings: [Value]
  ) throws -> QueryResult {
    let statement = try connection.prepare(sql)
    try statement.bind(bindings)
    let decoder = RowDecoder(query)
    var result = QueryResult(columns: query.columns.map(\.name), rows: [], isCut: false)
    var size = 0
    while try statement.step() {
      if result.rows.count == limits.rows {
        result.isCut = true
        break
      }
      size += decoder.size(statement)
      if size > limits.memory { throw memoryLimit }
      result.rows.append(try decoder.row(statement))
    }
    return result
  }

  /// The plan, the SQL with its values, and how SQLite goes about it.
  public func explain(_ query: CompiledQuery) throws(Diagnostic) -> String {
    let plan = ["plan:"] + query.plan.split(separator: "\n").map { "  \($0)" }
    guard let sql = query.sql else {
      return (plan + ["row by row: no single SQL statement answers this query"])
        .joined(separator: "\n")
    }
    let steps = try read { try sqlitePlan(sql, query.bindings) }
    let values = query.bindings.enumerated().map { "  ?\($0 + 1) = \($1.described)" }
    return
      (plan + ["sql:"] + sql.split(separator: "\n").map { "  \($0)" }
      + (values.isEmpty ? [] : ["values:"] + values)
      + ["sqlite:"] + steps).joined(separator: "\n")
  }

  /// The plan of a query after running it: how many rows there were and how long it took.
  public func profile(_ query: CompiledQuery) throws(Diagnostic) -> String {
    let start = ContinuousClock.now
    var plan = query.plan
    let result: QueryResult
    if case .evaluated(let resolved) = query.way {
      let run = try read { try evaluated(query, resolved, counting: true) }
      result = run.result
      plan = ResolvedDescription(resolved, source: query.source, counts: run.counts).text
    } else {
      result = try run(query)
    }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    return
      (["plan:"] + plan.split(separator: "\n").map { "  \($0)" }
      + [
        "rows: \(result.rows.count)\(result.isCut ? ", cut off" : "")",
        "time: \(Double(microseconds) / 1_000) ms",
      ]).joined(separator: "\n")
  }

  /// SQLite's own steps; those inside another are indented.
  private func sqlitePlan(_ sql: String, _ bindings: [Value]) throws -> [String] {
    let statement = try connection.prepare("EXPLAIN QUERY PLAN \(sql)")
    try statement.bind(bindings)
    var depths: [Int: Int] = [:]
    var lines: [String] = []
    while try statement.step() {
      let depth = (depths[statement.integer(at: 1)] ?? 0) + 1
      depths[statement.integer(at: 0)] = depth
      lines.append(String(repeating: "  ", count: depth) + statement.text(at: 3))
    }
    return lines
  }

  private func read<Result>(_ body: () throws -> Result) throws(Diagnostic) -> Result {
    do {
      return try connection.withTimeLimit(limits.time, memory: limits.memory, body)
    } catch let error as DatabaseError {
      throw message(error)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch is TimeLimitPassed {
      throw timeLimit
    } catch {
      throw Diagnostic("the answer can't be read: \(error)")
    }
  }

  private var timeLimit: Diagnostic {
    Diagnostic(
      "the query took longer than \(limits.time)",
      help: ["name more labels and properties, or limit the rows before they are joined"],
      code: "LimitError.TimeLimit")
  }

  private var memoryLimit: Diagnostic {
    Diagnostic(
      "the query would take more than \(limits.memory >> 20) MB of memory",
      help: ["return fewer columns, or limit the rows before they are collected or sorted"],
      code: "LimitError.MemoryLimit")
  }

  /// How SQLite's messages about limits of its own begin.
  static let sizeMessages = [
    "parser stack overflow", "Expression tree is too large", "at most ", "too many ",
  ]

  private func message(_ error: DatabaseError) -> Diagnostic {
    switch error.kind {
    case .interrupted: timeLimit
    case .outOfMemory: memoryLimit
    case .tooBig:
      Diagnostic("a value in the answer is too long", help: ["return less in one row"])
    case .other where error.message.hasPrefix(CypherFunctions.failure):
      Diagnostic(String(error.message.dropFirst(CypherFunctions.failure.count)))
    case .other where QueryRunner.sizeMessages.contains(where: error.message.hasPrefix):
      Diagnostic(
        "the query is too large for SQLite: \(error.message)",
        help: ["name parts of it in WITH, then go on with the names"])
    case .other where error.message == "integer overflow":
      Diagnostic("a sum is larger than 64 bits", help: ["convert with toFloat() first"])
    default:
      Diagnostic("the graph can't answer the query", notes: ["\(error)"])
    }
  }
}

/// What a query found.
public struct QueryResult: Hashable, Sendable {
  /// The names of the columns.
  public var columns: [String]
  /// The rows, each with a value a column.
  public var rows: [[CypherValue]]
  /// Whether there were more rows than the limit allows.
  public var isCut: Bool
}

extension Value {
  fileprivate var described: String {
    switch self {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): "'\(printable(text))'"
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
