import Diagnostics

/// Looks up every name of a parsed query in the catalog and gives every expression a type.
///
/// It goes on after an error, so that independent errors are reported together: what can't be
/// bound becomes null, which fits everywhere and causes no further message.
struct Binder: QueryChecker {
  let source: SourceText
  let catalog: Catalog
  let parameters: [String: CypherValue]
  var diagnostics: [Diagnostic] = []
  var reads: [Int: BoundReads] = [:]
  var scope = Scope()
  /// Whether an aggregate may stand here, or the reason why not.
  var aggregates = AggregatePlace.forbidden("outside WITH and RETURN")
  private var variableCount = 0
  var subqueryCount = 0

  enum AggregatePlace: Hashable {
    case allowed
    case forbidden(String)
  }

  private init(_ source: SourceText, _ catalog: Catalog, _ parameters: [String: CypherValue]) {
    self.source = source
    self.catalog = catalog
    self.parameters = parameters
  }

  static func bind(
    _ query: ParsedQuery, source: SourceText, catalog: Catalog, parameters: [String: CypherValue]
  ) throws(DiagnosticList) -> BoundQuery {
    var binder = Binder(source, catalog, parameters)
    let branches = query.branches.map { binder.branch($0) }
    binder.checkColumns(of: branches, query)
    if !binder.diagnostics.isEmpty { throw DiagnosticList(binder.sortedDiagnostics) }
    return BoundQuery(branches: branches, reads: binder.reads)
  }

  private mutating func branch(_ parsed: ParsedBranch) -> BoundBranch {
    scope = Scope()
    var branch = BoundBranch(clauses: [], keepsDuplicates: parsed.keepsDuplicates, columns: [])
    for clause in parsed.clauses {
      switch clause {
      case .match(let match): branch.clauses.append(.match(self.match(match)))
      case .unwind(let unwind): branch.clauses.append(.unwind(self.unwind(unwind)))
      case .projection(let parsed):
        let (projection, columns) = self.projection(parsed)
        branch.clauses.append(.projection(projection))
        branch.columns = columns
      case .subquery(let call): report("CALL { … } is not supported yet", call.range)
      case .procedure(let call): report("procedures are not supported yet", call.range)
      }
    }
    return branch
  }

  /// The branches of a UNION give the same columns.
  private mutating func checkColumns(of branches: [BoundBranch], _ query: ParsedQuery) {
    guard let first = branches.first else { return }
    for (branch, parsed) in zip(branches, query.branches).dropFirst() {
      guard branch.columns.map(\.name) == first.columns.map(\.name) else {
        report(
          "the branches of UNION return different columns", parsed.range,
          help: "all return \(first.columns.map(\.name).joined(separator: ", "))")
        continue
      }
      for (column, other) in zip(branch.columns, first.columns)
      where column.type.joined(with: other.type) == nil {
        report(
          "UNION of \(other.type.name) with \(column.type.name) is not supported yet", parsed.range,
          help: "column \(column.name): make both a string with toString()")
      }
    }
  }
}

// MARK: - Variables

extension Binder {
  mutating func makeVariable(
    _ name: String, _ type: CypherType, isMatched: Bool = false, isNullable: Bool = false
  ) -> BoundVariable {
    variableCount += 1
    return BoundVariable(
      id: variableCount, name: name, type: type, isMatched: isMatched, isNullable: isNullable)
  }

  /// Notes that a node or relationship is given out as a value, if `expression` is one.
  mutating func readWhole(_ expression: BoundExpression) {
    guard case .variable(let variable) = expression.kind, variable.isMatched else { return }
    reads[variable.id, default: BoundReads()].isWhole = true
  }
}

// MARK: - Messages

extension Binder {
  /// The code of messages that say only that SQL alone can't do it: the evaluator can.
  static let unsupported = "Unsupported"
  private static let unsupportedMark = "not supported yet"

  mutating func report(
    _ summary: String, _ range: SourceRange, label: String = "", help: String? = nil,
    code: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        summary, at: .init(source: source, range: range, label: label),
        help: help.map { [$0] } ?? [],
        code: summary.hasSuffix(Binder.unsupportedMark) ? Binder.unsupported : code))
  }
}
