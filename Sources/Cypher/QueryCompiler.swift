public import Diagnostics
public import SQLite

/// Compiles openCypher reading queries over a catalog.
///
///     let query = try QueryCompiler(catalog: catalog).compile(
///       "MATCH (p:Person)-[:ATTENDED]->(m) WHERE m.date >= $since RETURN p.name, count(m)",
///       parameters: ["since": .string("2025-03-01")])
///     let result = try QueryRunner(connection: connection).run(query)
///
/// The way of a query is a phase a folder. `Lexer` and `Parser` make a tree of the text. What one
/// SQL statement over typed tables can answer goes on to `Binder`, which looks names up and types
/// expressions, `Planner`, which turns patterns into joins, and `SQLGenerator`. Everything else of
/// the language goes to `Resolver`, which gives every variable a slot, and is run row by row by
/// `Evaluator` over `Graph`. `Docs/QueryLanguage.md` says what the language has.
public struct QueryCompiler: Sendable {
  /// What queries may speak of.
  public var catalog: Catalog
  /// Whether queries may be compiled to SQL; if not, all are evaluated row by row, which the tests
  /// compare with SQL.
  public var usesSQL = true

  /// A compiler for queries over `catalog`.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The query ready to run, with the values of its parameters.
  ///
  /// - Throws: what is wrong with the query, everything that is independent at once.
  public func compile(
    _ text: String, parameters: [String: CypherValue] = [:]
  ) throws(DiagnosticList) -> CompiledQuery {
    let source = SourceText(name: "query", text: text)
    let parsed: ParsedQuery
    do throws(Diagnostic) {
      parsed = try Parser.parse(source, readOnlyHelp: catalog.readOnlyHelp)
    } catch {
      throw DiagnosticList([error])
    }
    let slips = NamesWithoutColon.diagnostics(of: parsed, source: source, catalog: catalog)
    if !slips.isEmpty { throw DiagnosticList(slips) }
    if catalog.open == nil, usesSQL {
      do throws(DiagnosticList) {
        return try compileToSQL(parsed, source, parameters)
      } catch {
        let isSQLAlone = error.diagnostics.contains { $0.code == Binder.unsupported }
        guard isSQLAlone else { throw error }
      }
    }
    let resolved = try Resolver.resolve(
      parsed, source: source, catalog: catalog, parameters: parameters)
    return CompiledQuery(
      way: .evaluated(resolved), columns: resolved.columns.map { .init(name: $0, type: .any) },
      plan: ResolvedDescription(resolved, source: source).text, mode: parsed.mode, source: source,
      parameters: parameters, catalog: catalog)
  }

  private func compileToSQL(
    _ parsed: ParsedQuery, _ source: SourceText, _ parameters: [String: CypherValue]
  ) throws(DiagnosticList) -> CompiledQuery {
    let bound = try Binder.bind(parsed, source: source, catalog: catalog, parameters: parameters)
    let planned = Planner.plan(bound, catalog: catalog)
    let (sql, bindings) = SQLGenerator.generate(planned, catalog: catalog)
    return CompiledQuery(
      way: .sql(sql, bindings), columns: bound.columns,
      plan: PlanDescription(planned, source: source).text, mode: parsed.mode, source: source,
      parameters: parameters, catalog: catalog)
  }
}

/// A query ready to run.
public struct CompiledQuery: Sendable {
  /// A column of the answer.
  public struct Column: Hashable, Sendable {
    /// The alias, or the words of the expression.
    public var name: String
    /// What its values are, unless null.
    public var type: CypherType
  }

  enum Way: Sendable {
    /// One SELECT and the values of `?1`, `?2`, …
    case sql(String, [Value])
    case evaluated(ResolvedQuery)
  }

  let way: Way
  /// The columns, in order.
  public let columns: [Column]
  /// The plan for a reader, a step a line.
  public let plan: String
  let mode: ParsedQuery.Mode
  let source: SourceText
  let parameters: [String: CypherValue]
  let catalog: Catalog

  /// Whether the query begins with EXPLAIN, so that its explanation is asked for, not its rows.
  public var isExplained: Bool { mode == .explain }
  /// Whether the query begins with PROFILE, so that rows and time are asked for.
  public var isProfiled: Bool { mode == .profile }
  /// The SQL, if one statement answers the query.
  public var sql: String? { if case .sql(let sql, _) = way { sql } else { nil } }
  /// The values of `?1`, `?2`, … in the SQL.
  public var bindings: [Value] { if case .sql(_, let values) = way { values } else { [] } }
}

extension BoundQuery {
  /// The columns with the types that hold the values of all branches.
  var columns: [CompiledQuery.Column] {
    guard let first = branches.first else { return [] }
    return first.columns.enumerated().map { index, column in
      let type = branches.dropFirst().reduce(column.type) { type, branch in
        type.joined(with: branch.columns[index].type) ?? type
      }
      return CompiledQuery.Column(name: column.name, type: type)
    }
  }
}
