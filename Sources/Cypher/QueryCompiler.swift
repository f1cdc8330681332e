public import Diagnostics
public import SQLite

/// Compiles openCypher reading queries to SQL over the tables of a catalog.
///
///     let query = try QueryCompiler(catalog: catalog).compile(
///       "MATCH (p:Person)-[:ATTENDED]->(m) WHERE m.date >= $since RETURN p.name, count(m)",
///       parameters: ["since": .string("2025-03-01")])
///     let result = try QueryRunner(connection: connection).run(query)
///
/// The way of a query is a phase a folder: `Lexer` and `Parser` make a tree of the text, `Binder`
/// looks names up and types expressions, `Planner` turns patterns into joins, and `SQLGenerator`
/// writes them down. `Docs/QueryLanguage.md` says what is supported; all else is refused.
public struct QueryCompiler: Sendable {
  /// What queries may speak of.
  public var catalog: Catalog

  /// A compiler for queries over `catalog`.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The SQL for a query, with the values of its parameters.
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
    let bound = try Binder.bind(parsed, source: source, catalog: catalog, parameters: parameters)
    let planned = Planner.plan(bound, catalog: catalog)
    let (sql, bindings) = SQLGenerator.generate(planned, catalog: catalog)
    return CompiledQuery(
      sql: sql, bindings: bindings, columns: bound.columns,
      plan: PlanDescription(planned, source: source).text, isExplained: parsed.isExplained,
      catalog: catalog)
  }
}

/// A query as SQL.
public struct CompiledQuery: Sendable {
  /// A column of the answer.
  public struct Column: Hashable, Sendable {
    /// The alias, or the words of the expression.
    public var name: String
    /// What its values are, unless null.
    public var type: CypherType
  }

  /// One SELECT.
  public var sql: String
  /// The values of `?1`, `?2`, …
  public var bindings: [Value]
  /// The columns, in order.
  public var columns: [Column]
  /// The plan for a reader, a step a line.
  public var plan: String
  /// Whether the query begins with EXPLAIN, so that its explanation is asked for, not its rows.
  public var isExplained: Bool
  let catalog: Catalog
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
