import Diagnostics

extension Resolver {
  /// Resolves an expression; a pattern may stand for a condition only where one is asked for.
  mutating func expression(
    _ parsed: ParsedExpression, allowsPattern: Bool = false
  ) -> ResolvedExpression {
    let range = parsed.range
    switch parsed.kind {
    case .null: return literal(.null, .null, range)
    case .boolean(let value): return literal(.boolean(value), .boolean, range)
    case .integer(let value): return literal(.integer(value), .integer, range)
    case .float(let value): return literal(.float(value), .float, range)
    case .string(let value): return literal(.string(value), .string, range)
    case .parameter(let name): return parameter(name, range)
    case .list(let elements):
      let resolved = elements.map { expression($0) }
      let type = resolved.reduce(CypherType.null) { $0.joined(with: $1.type) ?? .any }
      return make(.list(resolved), .list(resolved.isEmpty ? .any : type), range)
    case .map(let members):
      return make(
        .map(members.map { ResolvedEntry(name: $0.name.text, value: expression($0.value)) }), .map,
        range)
    case .variable(let name): return variable(name, range)
    case .property(let owner, let name): return property(name, of: expression(owner), range)
    case .index(let owner, let index): return element(expression(owner), expression(index), range)
    case .slice(let list, let first, let last):
      return make(
        .slice(expression(list), first.map { expression($0) }, last.map { expression($0) }),
        .list(.any), range)
    case .unary(let operation, let operand):
      return unary(operation, operand, range, allowsPattern: allowsPattern)
    case .binary(let operation, let left, let right):
      let passesPattern = allowsPattern && [.and, .or, .xor].contains(operation)
      return binary(
        operation, expression(left, allowsPattern: passesPattern),
        expression(right, allowsPattern: passesPattern), range)
    case .isNull(let inner, let negated):
      return make(.isNull(expression(inner), negated: negated), .boolean, range)
    case .isTyped(let inner, let type, let negated):
      return make(.isTyped(expression(inner), type, negated: negated), .boolean, range)
    case .hasLabel(let owner, let labels):
      checkLabels(labels)
      let owner = expression(owner)
      requireType(owner, "labels belong to nodes and relationships") {
        if case .node = $0 { true } else if case .relationship = $0 { true } else { false }
      }
      return make(.hasLabel(owner, LabelTest(labels)), .boolean, range)
    case .call(let call): return self.call(call, range)
    case .case(let parsed): return caseExpression(parsed, range)
    case .countAll: return aggregate(.count, [], isDistinct: false, range)
    case .pattern(let pattern): return self.pattern(pattern, range, allowsPattern)
    case .exists(let body):
      return make(.exists(subquery(body)), .boolean, range)
    case .count(let body): return make(.count(subquery(body)), .integer, range)
    case .collect(let body): return collect(body, range)
    case .comprehension(let body): return comprehension(body, range)
    case .patternComprehension(let body): return patternComprehension(body, range)
    case .quantifier(let quantifier, let body): return self.quantifier(quantifier, body, range)
    case .reduce(let reduce): return self.reduce(reduce, range)
    case .mapProjection(let name, let selectors): return mapProjection(name, selectors, range)
    }
  }

  /// An expression that must be true or false, as WHERE needs.
  mutating func condition(_ parsed: ParsedExpression) -> ResolvedExpression {
    let outer = aggregates
    aggregates = nil
    defer { aggregates = outer }
    let resolved = expression(parsed, allowsPattern: true)
    requireBoolean(resolved)
    return resolved
  }

  func make(
    _ kind: ResolvedExpression.Kind, _ type: CypherType, _ range: SourceRange
  ) -> ResolvedExpression {
    ResolvedExpression(kind: kind, type: type, range: range)
  }

  func literal(_ value: CypherValue, _ type: CypherType, _ range: SourceRange) -> ResolvedExpression
  {
    make(.literal(value), type, range)
  }
}

// MARK: - Names

extension Resolver {
  mutating func variable(_ name: String, _ range: SourceRange) -> ResolvedExpression {
    guard let variable = scope[name] else {
      reportUndefined(name, range, among: scope.names)
      return literal(.null, .any, range)
    }
    used.insert(variable.slot)
    return make(.slot(variable.slot), variable.type, range)
  }

  mutating func parameter(_ name: String, _ range: SourceRange) -> ResolvedExpression {
    if parameters[name] == nil { diagnostics.append(missingParameter(name, range)) }
    return make(.parameter(name), .any, range)
  }

  mutating func reportUndefined(_ name: String, _ range: SourceRange, among names: [String]) {
    diagnostics.append(undefined(name, range, among: names))
  }

  private mutating func property(
    _ name: ParsedName, of owner: ResolvedExpression, _ range: SourceRange
  ) -> ResolvedExpression {
    switch owner.type {
    case .boolean, .integer, .float, .number, .string, .list:
      report(
        "\(owner.type.name) has no properties", owner.range, code: "TypeError.InvalidArgumentType")
    case .path:
      report(
        "a path has no properties", owner.range, help: "take its nodes(…) or relationships(…)",
        code: "SyntaxError.InvalidArgumentType")
    default: break
    }
    let type = checkProperty(name, of: owner.type)
    return make(.property(owner, name.text), type, range)
  }

  private mutating func element(
    _ owner: ResolvedExpression, _ index: ResolvedExpression, _ range: SourceRange
  ) -> ResolvedExpression {
    switch owner.type {
    case .boolean, .integer, .float, .number, .string:
      report(
        "\(owner.type.name) has no elements", owner.range, code: "TypeError.InvalidArgumentType")
    default: break
    }
    var type = CypherType.any
    if case .list(let element) = owner.type { type = element }
    return make(.index(owner, index), type == .null ? .any : type, range)
  }
}

// MARK: - CASE

extension Resolver {
  private mutating func caseExpression(
    _ parsed: ParsedCase, _ range: SourceRange
  ) -> ResolvedExpression {
    let subject = parsed.subject.map { expression($0) }
    var type: CypherType?
    var branches: [ResolvedBranchOfCase] = []
    for branch in parsed.branches {
      let condition = caseCondition(branch.test, of: subject, range)
      let result = expression(branch.result)
      type = type.map { $0.joined(with: result.type) ?? .any } ?? result.type
      branches.append(ResolvedBranchOfCase(condition: condition, result: result))
    }
    let otherwise = parsed.otherwise.map { expression($0) }
    if let otherwise { type = type.flatMap { $0.joined(with: otherwise.type) } ?? .any }
    return make(.case(branches, otherwise: otherwise), type ?? .any, range)
  }

  private mutating func caseCondition(
    _ test: ParsedTest, of subject: ResolvedExpression?, _ range: SourceRange
  ) -> ResolvedExpression {
    let subject = subject ?? literal(.null, .null, range)
    switch test {
    case .condition(let parsed):
      let condition = expression(parsed, allowsPattern: true)
      requireBoolean(condition)
      return condition
    case .compares(let operation, let parsed):
      return binary(operation, subject, expression(parsed), parsed.range)
    case .isNull(let negated): return make(.isNull(subject, negated: negated), .boolean, range)
    case .isTyped(let type, let negated):
      return make(.isTyped(subject, type, negated: negated), .boolean, range)
    }
  }
}

// MARK: - Calls

extension Resolver {
  private mutating func call(_ call: ParsedCall, _ range: SourceRange) -> ResolvedExpression {
    let name = call.name.text.lowercased()
    if let function = ResolvedAggregate.Function(spelled: name) {
      return aggregate(function, call.arguments, isDistinct: call.isDistinct, range)
    }
    if let temporal = TemporalCall(spelled: name) {
      let arguments = call.arguments.map { expression($0) }
      checkCount(arguments.count, temporal.argumentCounts, call)
      var type = CypherType.temporal
      if case .make(.date) = temporal { type = .temporal }
      return make(.temporal(temporal, arguments), type, range)
    }
    guard let function = CypherFunction(spelled: name) else {
      report(
        "no function \(call.name.text)", call.name.range,
        help: FunctionHelp.advice(for: name)
          ?? nearestName(to: call.name.text, in: Self.functionNames).map { "did you mean \($0)?" }
          ?? "Docs/QueryLanguage.md lists the functions there are",
        code: "SyntaxError.UnknownFunction")
      return literal(.null, .any, range)
    }
    if call.isDistinct {
      report(
        "DISTINCT belongs to aggregates only", call.name.range, code: "SyntaxError.UnexpectedSyntax"
      )
    }
    let arguments = call.arguments.map { expression($0, allowsPattern: function == .exists) }
    guard checkCount(arguments.count, function.argumentCounts, call) else {
      return literal(.null, .any, range)
    }
    if let first = arguments.first, function.refuses(first.type) {
      report(
        "\(function.rawValue) can't be asked of \(first.type.name)", first.range,
        help: function == .length ? "size(…) counts characters and elements" : nil,
        code: "SyntaxError.InvalidArgumentType")
    }
    if function == .exists, let first = arguments.first, first.type == .boolean,
      case .exists = first.kind
    {
      return first
    }
    return make(.call(function, arguments), function.result(of: arguments.first?.type), range)
  }

  @discardableResult
  private mutating func checkCount(
    _ count: Int, _ allowed: ClosedRange<Int>, _ call: ParsedCall
  ) -> Bool {
    guard !allowed.contains(count) else { return true }
    let wanted =
      allowed.count == 1
      ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
    let noun = allowed == 1...1 ? "argument" : "arguments"
    report(
      "\(call.name.text) takes \(wanted) \(noun), not \(count)", call.name.range,
      code: "SyntaxError.InvalidNumberOfArguments")
    return false
  }

  private static let functionNames =
    CypherFunction.allCases.map(\.rawValue) + ["upper", "lower"] + TemporalCall.names
    + ["count", "sum", "avg", "min", "max", "collect", "stDev", "stDevP", "percentileCont"]
    + ["percentileDisc"]
}
