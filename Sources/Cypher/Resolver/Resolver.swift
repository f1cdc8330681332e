import Diagnostics

/// Looks up every name of a parsed query, gives every variable a slot, and finds what is wrong
/// before the query runs.
///
/// It goes on after an error, so that independent errors are reported together.
struct Resolver: QueryChecker {
  let source: SourceText
  let catalog: Catalog
  let parameters: [String: CypherValue]
  var diagnostics: [Diagnostic] = []
  var scope = ResolverScope()
  var slotCount = 0
  /// The aggregates of the projection whose items are looked at; nil where none may stand.
  var aggregates: [ResolvedAggregate]?
  var isInsideAggregate = false
  /// The slots read since it was emptied; behind a branch, all that it reads.
  var used: Set<Int> = []
  /// Slots made within the expression that is looked at, which belong to it alone.
  var localSlots: Set<Int> = []

  init(
    _ source: SourceText, _ catalog: Catalog, _ parameters: [String: CypherValue]
  ) {
    self.source = source
    self.catalog = catalog
    self.parameters = parameters
  }

  static func resolve(
    _ query: ParsedQuery, source: SourceText, catalog: Catalog,
    parameters: [String: CypherValue]
  ) throws(DiagnosticList) -> ResolvedQuery {
    var resolver = Resolver(source, catalog, parameters)
    var resolved = resolver.query(query)
    resolved.slotCount = resolver.slotCount
    if !resolver.diagnostics.isEmpty { throw DiagnosticList(resolver.sortedDiagnostics) }
    return resolved
  }

  /// All branches, each beginning with the scope there is.
  mutating func query(_ parsed: ParsedQuery) -> ResolvedQuery {
    let outer = scope
    var branches: [ResolvedBranch] = []
    for branch in parsed.branches {
      scope = outer
      branches.append(self.branch(branch))
    }
    scope = outer
    for (branch, parsed) in zip(branches, parsed.branches).dropFirst()
    where branch.columns.map(\.name) != branches[0].columns.map(\.name) {
      report(
        "the branches of UNION return different columns", parsed.range,
        help: "all return \(branches[0].columns.map(\.name).joined(separator: ", "))",
        code: "SyntaxError.DifferentColumnsInUnion")
    }
    return ResolvedQuery(
      branches: branches, keepsDuplicates: parsed.branches.last?.keepsDuplicates ?? false,
      slotCount: slotCount)
  }

  private mutating func branch(_ parsed: ParsedBranch) -> ResolvedBranch {
    var branch = ResolvedBranch(clauses: [], columns: [])
    for (index, clause) in parsed.clauses.enumerated() {
      switch clause {
      case .match(let match): branch.clauses.append(.match(self.match(match)))
      case .unwind(let unwind):
        let list = expression(unwind.list)
        checkIsNew(unwind.variable)
        var element = CypherType.any
        if case .list(let type) = list.type { element = type }
        branch.clauses.append(.unwind(list: list, slot: declare(unwind.variable.text, element)))
      case .projection(let parsed):
        let (projection, columns) = self.projection(parsed)
        branch.clauses.append(.projection(projection))
        if parsed.isReturn { branch.columns = columns }
      case .subquery(let call): branch.clauses.append(.subquery(subquery(call)))
      case .procedure(let call):
        let isWhole = index == parsed.clauses.count - 1 && parsed.clauses.count == 1
        guard let resolved = procedure(call, isWhole: isWhole) else { continue }
        branch.clauses.append(.procedure(resolved))
        if isWhole {
          branch.columns = resolved.yields.map { .init(name: $0.column, slot: $0.slot) }
          used.formUnion(resolved.yields.map(\.slot))
        }
      }
    }
    branch.clauses = branch.clauses.map(withoutUnread)
    return branch
  }
}

extension Resolver {
  /// A procedure need not give what no clause reads.
  private func withoutUnread(_ clause: ResolvedClause) -> ResolvedClause {
    guard case .procedure(var call) = clause else { return clause }
    call.yields.removeAll { !used.contains($0.slot) }
    return .procedure(call)
  }
}

// MARK: - Variables

/// The variables a clause can see, in the order they were made.
struct ResolverScope {
  struct Variable {
    var name: String
    var slot: Int
    var type: CypherType
  }

  private(set) var variables: [Variable] = []

  subscript(name: String) -> Variable? { variables.last { $0.name == name } }

  mutating func declare(_ variable: Variable) {
    variables.removeAll { $0.name == variable.name }
    variables.append(variable)
  }

  var names: [String] { variables.map(\.name) }
}

extension Resolver {
  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  @discardableResult
  mutating func declare(_ name: String, _ type: CypherType) -> Int {
    let slot = newSlot()
    scope.declare(.init(name: name, slot: slot, type: type))
    return slot
  }

  mutating func checkIsNew(_ name: ParsedName) {
    guard scope[name.text] != nil else { return }
    report(
      "a variable called \(name.text) exists already", name.range, help: "choose another name",
      code: "SyntaxError.VariableAlreadyBound")
  }
}

// MARK: - Messages

extension Resolver {
  mutating func report(
    _ summary: String, _ range: SourceRange, label: String = "", help: String? = nil, code: String
  ) {
    diagnostics.append(
      Diagnostic(
        summary, at: .init(source: source, range: range, label: label),
        help: help.map { [$0] } ?? [], code: code))
  }
}
