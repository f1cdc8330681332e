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
    let known = CypherProcedure.all(in: catalog)
    let wanted = call.name.text.lowercased()
    guard let procedure = known.first(where: { $0.name.lowercased() == wanted }) else {
      report(
        "no procedure \(call.name.text)", call.name.range,
        help: FunctionHelp.advice(for: wanted)
          ?? proposal(for: call.name.text, among: known.map(\.name), called: "procedures"),
        code: "ProcedureError.ProcedureNotFound")
      for item in call.yields ?? [] {
        declare(item.alias?.text ?? text(item.expression.range), .any)
      }
      return nil
    }
    let arguments = self.arguments(of: call, to: procedure, isWhole: isWhole)
    var yields: [(column: String, slot: Int)] = []
    if let items = call.yields {
      for item in items {
        guard case .variable(let column) = item.expression.kind,
          procedure.columns.contains(where: { $0.name == column })
        else {
          report(
            "\(procedure.name) gives no \(text(item.expression.range))", item.expression.range,
            help: "it gives \(procedure.columns.map(\.name).joined(separator: ", "))",
            code: "SyntaxError.UndefinedVariable")
          continue
        }
        let name = item.alias ?? ParsedName(text: column, range: item.expression.range)
        checkIsNew(name)
        yields.append((column, declare(name.text, .any)))
      }
    } else if isWhole {
      for column in procedure.columns { yields.append((column.name, declare(column.name, .any))) }
    } else if call.yieldsAll {
      report(
        "YIELD * can stand only where CALL is the whole query", call.range,
        help: "name what to take: YIELD \(procedure.columns.map(\.name).joined(separator: ", "))",
        code: "SyntaxError.UnexpectedSyntax")
      for column in procedure.columns { declare(column.name, .any) }
    }
    return ResolvedProcedureCall(
      isOptional: call.isOptional, isWhole: isWhole, procedure: procedure, arguments: arguments,
      yields: yields, condition: call.condition.map { condition($0) }, range: call.range)
  }

  private mutating func arguments(
    of call: ParsedProcedureCall, to procedure: CypherProcedure, isWhole: Bool
  ) -> [ResolvedExpression] {
    guard let written = call.arguments else {
      if isWhole {
        // A call without parentheses takes its arguments from parameters of their names.
        return procedure.arguments.prefix(procedure.argumentCounts.lowerBound).map {
          parameter($0.name, call.range)
        }
      }
      if procedure.argumentCounts.lowerBound > 0 {
        report(
          "\(procedure.name) needs its arguments in parentheses here", call.range,
          help: "only a CALL that is the whole query takes them from parameters",
          code: "SyntaxError.InvalidArgumentPassingMode")
      }
      return []
    }
    let arguments = written.map { expression($0) }
    if !procedure.argumentCounts.contains(arguments.count) {
      report(
        "\(procedure.signature), not \(arguments.count)", call.range,
        code: "SyntaxError.InvalidNumberOfArguments")
    }
    for (argument, field) in zip(arguments, procedure.arguments)
    where !argument.type.canBeGiven(to: field.type) {
      report(
        "\(field.name) of \(procedure.name) has to be \(field.type.name), "
          + "this is \(argument.type.name)", argument.range,
        code: "SyntaxError.InvalidArgumentType")
    }
    return arguments
  }
}
