import Diagnostics

extension Evaluator {
  func elements(
    _ expression: ResolvedExpression, _ range: SourceRange, _ row: inout Row
  ) throws -> [CypherValue]? {
    switch try value(expression, &row) {
    case .null: return nil
    case .list(let elements): return elements
    case let other:
      throw diagnostic(
        EvaluationFailure(
          "a list is needed here, this is \(other.typeName)",
          code: "TypeError.InvalidArgumentType"), expression.range)
    }
  }

  func comprehension(
    _ body: ResolvedComprehension, _ range: SourceRange, _ row: inout Row
  ) throws -> CypherValue {
    guard let elements = try elements(body.list, range, &row) else { return .null }
    var result: [CypherValue] = []
    for element in elements {
      try tick()
      row[body.slot] = element
      if let condition = body.condition, try !isTrue(condition, &row) { continue }
      result.append(try body.result.map { try value($0, &row) } ?? element)
    }
    return .list(result)
  }

  func quantifier(
    _ quantifier: Quantifier, _ body: ResolvedComprehension, _ range: SourceRange, _ row: inout Row
  ) throws -> CypherValue {
    guard let elements = try elements(body.list, range, &row) else { return .null }
    var (trues, unknowns, falses) = (0, 0, 0)
    for element in elements {
      try tick()
      row[body.slot] = element
      switch try body.condition.map({ try truth($0, &row) }) ?? true {
      case true?: trues += 1
      case false?: falses += 1
      case nil: unknowns += 1
      }
    }
    let isTrue: Bool? =
      switch quantifier {
      case .all: falses > 0 ? false : unknowns > 0 ? nil : true
      case .any: trues > 0 ? true : unknowns > 0 ? nil : false
      case .none: trues > 0 ? false : unknowns > 0 ? nil : true
      case .single: trues > 1 ? false : unknowns > 0 ? nil : trues == 1
      }
    return CypherValue(isTrue)
  }

  func reduce(
    _ reduce: ResolvedReduce, _ range: SourceRange, _ row: inout Row
  ) throws -> CypherValue {
    guard let elements = try elements(reduce.list, range, &row) else { return .null }
    var result = try value(reduce.initial, &row)
    for element in elements {
      try tick()
      row[reduce.accumulator] = result
      row[reduce.slot] = element
      result = try value(reduce.step, &row)
    }
    return result
  }

  func mapProjection(
    _ owner: CypherValue, _ selectors: [ResolvedSelector], _ range: SourceRange, _ row: inout Row
  ) throws -> CypherValue {
    if owner.isNull { return .null }
    var members: [CypherMember] = []
    func set(_ member: CypherMember) {
      if let index = members.firstIndex(where: { $0.name == member.name }) {
        members[index] = member
      } else {
        members.append(member)
      }
    }
    for selector in selectors {
      switch selector {
      case .property(let name):
        set(CypherMember(name, try located(range) { try Access.property(name, of: owner) }))
      case .allProperties: for member in Access.properties(of: owner) ?? [] { set(member) }
      case .entry(let entry): set(CypherMember(entry.name, try value(entry.value, &row)))
      }
    }
    return .map(members)
  }
}
