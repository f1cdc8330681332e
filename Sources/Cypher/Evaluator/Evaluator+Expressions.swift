import Diagnostics

extension Evaluator {
  /// The value of an expression. Slots of variables within it are written to.
  func value(_ expression: ResolvedExpression, _ row: inout Row) throws -> CypherValue {
    switch expression.kind {
    case .literal(let value): return value
    case .slot(let slot): return row[slot]
    case .parameter(let name): return try parameter(name, expression.range)
    case .list(let elements): return .list(try elements.map { try value($0, &row) })
    case .map(let entries):
      return .map(try entries.map { CypherMember($0.name, try value($0.value, &row)) })
    case .property(let owner, let name):
      let owner = try value(owner, &row)
      return try located(expression.range) { try Access.property(name, of: owner) }
    case .index(let owner, let index):
      let (owner, index) = (try value(owner, &row), try value(index, &row))
      return try located(expression.range) { try Access.element(of: owner, at: index) }
    case .slice(let list, let first, let last):
      let list = try value(list, &row)
      let first = try first.map { try value($0, &row) }
      let last = try last.map { try value($0, &row) }
      return try located(expression.range) { try Access.slice(list, first, last) }
    case .not(let inner): return CypherValue(try truth(inner, &row).map { !$0 })
    case .minus(let inner):
      let inner = try value(inner, &row)
      return try located(expression.range) { try Arithmetic.negate(inner) }
    case .plus(let inner): return try value(inner, &row)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, expression.range, &row)
    case .isNull(let inner, let negated):
      return .boolean(try value(inner, &row).isNull != negated)
    case .isTyped(let inner, let type, let negated):
      let value = try value(inner, &row)
      return .boolean(type.holds(value, datesAreTexts: inner.type == .date) != negated)
    case .hasLabel(let owner, let test):
      let owner = try value(owner, &row)
      return try located(expression.range) { try Access.hasLabel(owner, test) }
    case .call(let function, let arguments):
      if function == .coalesce { return try coalesce(arguments, &row) }
      let values = try arguments.map { try value($0, &row) }
      return try located(expression.range) { try call(function, values) }
    case .temporal(let function, let arguments):
      let values = try arguments.map { try value($0, &row) }
      return try located(expression.range) { try temporal(function, values) }
    case .case(let branches, let otherwise):
      for branch in branches where try isTrue(branch.condition, &row) {
        return try value(branch.result, &row)
      }
      return try otherwise.map { try value($0, &row) } ?? .null
    case .comprehension(let body): return try comprehension(body, expression.range, &row)
    case .quantifier(let quantifier, let body):
      return try self.quantifier(quantifier, body, expression.range, &row)
    case .reduce(let reduce): return try self.reduce(reduce, expression.range, &row)
    case .patternComprehension(let body, let result): return try collect(body, result, &row)
    case .exists(let body): return .boolean(try exists(body, &row))
    case .count(let body): return .integer(Int64(try count(body, &row)))
    case .collect(let body, let slot):
      var values: [CypherValue] = []
      try forEachRow(body, &row) { inner in
        values.append(inner[slot])
        return true
      }
      return .list(values)
    case .shortestPath(let body, let slot, let isAll):
      var paths: [CypherValue] = []
      try forEachRow(body, &row) { inner in
        paths.append(inner[slot])
        return isAll
      }
      return isAll ? .list(paths) : paths.first ?? .null
    case .mapProjection(let owner, let selectors):
      let owner = try value(owner, &row)
      return try mapProjection(owner, selectors, expression.range, &row)
    }
  }

  /// Whether a condition is true, not false nor null.
  func isTrue(_ expression: ResolvedExpression, _ row: inout Row) throws -> Bool {
    try truth(expression, &row) == true
  }

  /// A condition's truth; nil for null.
  func truth(_ expression: ResolvedExpression, _ row: inout Row) throws -> Bool? {
    switch try value(expression, &row) {
    case .boolean(let flag): return flag
    case .null: return nil
    case let other:
      throw diagnostic(
        EvaluationFailure(
          "a condition is needed here, this is \(other.typeName)",
          code: "TypeError.InvalidArgumentType"), expression.range)
    }
  }

  private func parameter(_ name: String, _ range: SourceRange) throws -> CypherValue {
    guard let value = parameters[name] else {
      throw diagnostic(
        EvaluationFailure(
          "parameter $\(name) has no value", code: "ParameterMissing.MissingParameter",
          help: "give it one beside the query"), range)
    }
    return value
  }

  private func coalesce(_ arguments: [ResolvedExpression], _ row: inout Row) throws -> CypherValue {
    for argument in arguments {
      let value = try value(argument, &row)
      if !value.isNull { return value }
    }
    return .null
  }
}

extension CypherValue {
  init(_ truth: Bool?) { self = truth.map { .boolean($0) } ?? .null }
}
