import Diagnostics

extension Binder {
  mutating func expression(_ parsed: ParsedExpression) -> BoundExpression {
    let known = diagnostics.count
    let bound = bind(parsed)
    // What SQL can't do, but what is the same for all rows, is worked out before.
    guard diagnostics.count > known,
      diagnostics[known...].allSatisfy({ $0.code == Binder.unsupported }),
      let constant = constant(parsed)
    else { return bound }
    diagnostics.removeSubrange(known...)
    return constant
  }

  private mutating func bind(_ parsed: ParsedExpression) -> BoundExpression {
    let range = parsed.range
    switch parsed.kind {
    case .null: return literal(.null, range)
    case .boolean(let value): return literal(.boolean(value), range)
    case .integer(let value): return literal(.integer(value), range)
    case .float(let value): return literal(.float(value), range)
    case .string(let value): return literal(.string(value), range)
    case .parameter(let name): return parameter(name, range)
    case .list(let elements): return list(elements, range)
    case .map(let members): return map(members, range)
    case .variable(let name): return variable(name, range)
    case .property(let owner, let name): return property(name, of: owner, range)
    case .index(let list, let index): return element(list, index, range)
    case .slice: return unsupported("slices of a list are", range)
    case .unary(let operation, let operand): return unary(operation, operand, range)
    case .binary(let operation, let left, let right): return binary(operation, left, right, range)
    case .isNull(let inner, let negated):
      return BoundExpression(
        kind: .isNull(expression(inner), negated: negated), type: .boolean, range: range)
    case .isTyped: return unsupported("IS :: is", range)
    case .hasLabel(let owner, let labels): return hasLabel(owner, labels, range)
    case .call(let call): return self.call(call, range)
    case .case(let parsed): return caseExpression(parsed, range)
    case .countAll: return aggregate(.count, nil, isDistinct: false, range)
    case .pattern(let pattern): return exists(pattern, range)
    case .exists(let body):
      return BoundExpression(kind: .exists(subquery(body)), type: .boolean, range: range)
    case .count(let body):
      return BoundExpression(kind: .count(subquery(body)), type: .integer, range: range)
    case .collect, .comprehension, .patternComprehension, .quantifier, .reduce, .mapProjection:
      return unsupported("this is", range)
    }
  }

  /// An expression that must be true or false, as WHERE needs.
  mutating func condition(_ parsed: ParsedExpression, in place: String) -> BoundExpression {
    let outer = aggregates
    aggregates = .forbidden("in \(place)")
    defer { aggregates = outer }
    let bound = expression(parsed)
    requireBoolean(bound, for: place)
    return bound
  }

  mutating func requireBoolean(_ expression: BoundExpression, for place: String) {
    guard expression.type != .boolean, expression.type != .null else { return }
    report(
      "\(place) needs a condition, this is \(expression.type.name)", expression.range,
      help: "compare it with something, or ask whether it IS NOT NULL")
  }

  func literal(_ value: CypherValue, _ range: SourceRange) -> BoundExpression {
    BoundExpression(kind: .literal(value), type: value.type ?? .null, range: range)
  }

  func nothing(_ range: SourceRange) -> BoundExpression { literal(.null, range) }

  mutating func unsupported(
    _ what: String, _ range: SourceRange, help: String? = nil
  ) -> BoundExpression {
    report("\(what) not supported yet", range, help: help)
    return nothing(range)
  }

  private mutating func exists(_ pattern: ParsedPattern, _ range: SourceRange) -> BoundExpression {
    let match = ParsedMatch(isOptional: false, patterns: [pattern], range: range)
    let body = subquery(ParsedSubquery(matches: [match]), newNodes: false)
    return BoundExpression(kind: .exists(body), type: .boolean, range: range)
  }
}

// MARK: - Lists, maps, CASE

extension Binder {
  private mutating func list(
    _ elements: [ParsedExpression], _ range: SourceRange
  ) -> BoundExpression {
    let bound = elements.map { expression($0) }
    var type = CypherType.null
    for element in bound {
      readWhole(element)
      guard let joined = type.joined(with: element.type) else {
        return unsupported("a list of \(type.name) and \(element.type.name) is", range)
      }
      type = joined
    }
    return BoundExpression(kind: .list(bound), type: .list(type), range: range)
  }

  private mutating func map(_ members: [ParsedProperty], _ range: SourceRange) -> BoundExpression {
    let bound = members.map { BoundMember(name: $0.name.text, value: expression($0.value)) }
    for member in bound { readWhole(member.value) }
    return BoundExpression(kind: .map(bound), type: .map, range: range)
  }

  private mutating func element(
    _ list: ParsedExpression, _ index: ParsedExpression, _ range: SourceRange
  ) -> BoundExpression {
    let (list, index) = (expression(list), expression(index))
    guard case .list(let element) = list.type else {
      if list.type == .null { return nothing(range) }
      return unsupported("an element of \(list.type.name) is", range)
    }
    guard index.type == .integer || index.type == .null else {
      report(
        "the index of a list is an integer, this is \(index.type.name)", index.range,
        code: "TypeError.ListElementAccessByNonInteger")
      return nothing(range)
    }
    return BoundExpression(kind: .element(list, index), type: element, range: range)
  }

  private mutating func caseExpression(
    _ parsed: ParsedCase, _ range: SourceRange
  ) -> BoundExpression {
    let subject = parsed.subject.map { expression($0) }
    var type = CypherType.null
    var branches: [BoundBranchOfCase] = []
    var results: [BoundExpression] = []
    for branch in parsed.branches {
      let condition = caseCondition(branch.test, of: subject, range)
      let result = expression(branch.result)
      results.append(result)
      branches.append(BoundBranchOfCase(condition: condition, result: result))
    }
    let otherwise = parsed.otherwise.map { expression($0) }
    for result in results + (otherwise.map { [$0] } ?? []) {
      readWhole(result)
      guard let joined = type.joined(with: result.type) else {
        return unsupported("CASE with results of \(type.name) and \(result.type.name) is", range)
      }
      type = joined
    }
    return BoundExpression(kind: .case(branches, otherwise: otherwise), type: type, range: range)
  }

  private mutating func caseCondition(
    _ test: ParsedTest, of subject: BoundExpression?, _ range: SourceRange
  ) -> BoundExpression {
    switch test {
    case .condition(let parsed):
      let condition = expression(parsed)
      requireBoolean(condition, for: "WHEN")
      return condition
    case .compares(let operation, let parsed):
      let written = expression(parsed)
      return binary(operation, subject ?? nothing(range), written, parsed.range)
    case .isNull(let negated):
      return BoundExpression(
        kind: .isNull(subject ?? nothing(range), negated: negated), type: .boolean, range: range)
    case .isTyped: return unsupported("IS :: is", range)
    }
  }
}
