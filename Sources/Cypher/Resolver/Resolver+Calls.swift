import Diagnostics

// CALL of a query in braces and of procedures.

extension Resolver {
  mutating func subquery(_ call: ParsedCallSubquery) -> ResolvedCallSubquery {
    let outer = scope
    switch call.imports {
    case .all: break
    case .byWith: break
    case .names(let names):
      scope = ResolverScope()
      for name in names {
        if let variable = outer[name.text] {
          scope.declare(variable)
        } else {
          reportUndefined(name.text, name.range, among: outer.names)
        }
      }
    }
    if case .byWith = call.imports, !beginsWithImport(call.query) { scope = ResolverScope() }
    let query = self.query(call.query)
    scope = outer
    var slots: [Int] = []
    for column in query.columns {
      if outer[column] != nil {
        report(
          "a variable called \(column) exists already", call.range,
          help: "give what the query in braces returns another name",
          code: "SyntaxError.VariableAlreadyBound")
      }
      slots.append(declare(column, .any))
    }
    return ResolvedCallSubquery(isOptional: call.isOptional, query: query, slots: slots)
  }

  /// Whether a WITH at its head names the variables it takes from outside.
  private func beginsWithImport(_ query: ParsedQuery) -> Bool {
    if case .projection(let projection)? = query.branches.first?.clauses.first {
      return !projection.isReturn
    }
    return false
  }

  mutating func procedure(_ call: ParsedProcedureCall, isWhole: Bool) -> ResolvedProcedureCall? {
    guard let procedure = CypherProcedure(spelled: call.name.text) else {
      let names = CypherProcedure.allCases.map(\.rawValue)
      report(
        "no procedure \(call.name.text)", call.name.range,
        help: proposal(for: call.name.text, among: names, called: "procedures"),
        code: "ProcedureError.ProcedureNotFound")
      for item in call.yields ?? [] {
        declare(item.alias?.text ?? text(item.expression.range), .any)
      }
      return nil
    }
    let arguments = (call.arguments ?? []).map { expression($0) }
    if !procedure.argumentCounts.contains(arguments.count) {
      report(
        "\(procedure.rawValue) takes \(procedure.argumentCounts.lowerBound) or "
          + "\(procedure.argumentCounts.upperBound) arguments, not \(arguments.count)",
        call.range, code: "SyntaxError.InvalidNumberOfArguments")
    }
    var yields: [(column: String, slot: Int)] = []
    if let items = call.yields {
      for item in items {
        guard case .variable(let column) = item.expression.kind,
          procedure.columns.contains(column)
        else {
          report(
            "\(procedure.rawValue) gives no \(text(item.expression.range))", item.expression.range,
            help: "it gives \(procedure.columns.joined(separator: ", "))",
            code: "SyntaxError.UndefinedVariable")
          continue
        }
        let name = item.alias ?? ParsedName(text: column, range: item.expression.range)
        checkIsNew(name)
        yields.append((column, declare(name.text, .any)))
      }
    } else if isWhole || call.yieldsAll {
      for column in procedure.columns { yields.append((column, declare(column, .any))) }
    }
    return ResolvedProcedureCall(
      isOptional: call.isOptional, procedure: procedure, arguments: arguments, yields: yields,
      condition: call.condition.map { condition($0) }, range: call.range)
  }
}
