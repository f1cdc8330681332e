import Diagnostics

// What makes variables within an expression.

extension Resolver {
  /// Runs `body` with a variable that only it sees; its slot belongs to the expression.
  private mutating func with<Result>(
    _ variables: [(ParsedName, CypherType)],
    _ body: (inout Resolver, [Int]) -> Result
  ) -> Result {
    let outer = scope
    defer { scope = outer }
    let slots = variables.map { name, type in
      let slot = declare(name.text, type)
      localSlots.insert(slot)
      return slot
    }
    return body(&self, slots)
  }

  private func elementType(_ list: ResolvedExpression) -> CypherType {
    if case .list(let element) = list.type, element != .null { element } else { .any }
  }

  /// Aggregates can't be taken for each element.
  private mutating func withoutAggregates<Result>(_ body: (inout Resolver) -> Result) -> Result {
    let outer = aggregates
    aggregates = nil
    defer { aggregates = outer }
    return body(&self)
  }

  private mutating func list(_ parsed: ParsedExpression, for what: String) -> ResolvedExpression {
    let list = expression(parsed)
    requireType(list, "\(what) needs a list") { if case .list = $0 { true } else { false } }
    return list
  }

  mutating func comprehension(
    _ parsed: ParsedComprehension, _ range: SourceRange
  ) -> ResolvedExpression {
    let list = list(parsed.list, for: "a list comprehension")
    return with([(parsed.variable, elementType(list))]) { resolver, slots in
      resolver.withoutAggregates { resolver in
        let condition = parsed.condition.map { resolver.condition($0) }
        let result = parsed.result.map { resolver.expression($0) }
        return resolver.make(
          .comprehension(
            ResolvedComprehension(
              slot: slots[0], list: list, condition: condition, result: result)),
          .list(result?.type ?? resolver.elementType(list)), range)
      }
    }
  }

  mutating func quantifier(
    _ quantifier: Quantifier, _ parsed: ParsedComprehension, _ range: SourceRange
  ) -> ResolvedExpression {
    let list = list(parsed.list, for: quantifier.rawValue)
    return with([(parsed.variable, elementType(list))]) { resolver, slots in
      resolver.withoutAggregates { resolver in
        let condition = parsed.condition.map { resolver.condition($0) }
        return resolver.make(
          .quantifier(
            quantifier, ResolvedComprehension(slot: slots[0], list: list, condition: condition)),
          .boolean, range)
      }
    }
  }

  mutating func reduce(_ parsed: ParsedReduce, _ range: SourceRange) -> ResolvedExpression {
    let initial = expression(parsed.initial)
    let list = list(parsed.list, for: "reduce")
    return with([(parsed.accumulator, .any), (parsed.variable, elementType(list))]) {
      resolver, slots in
      resolver.withoutAggregates { resolver in
        resolver.make(
          .reduce(
            ResolvedReduce(
              accumulator: slots[0], initial: initial, slot: slots[1], list: list,
              step: resolver.expression(parsed.step))), .any, range)
      }
    }
  }

  mutating func mapProjection(
    _ name: ParsedName, _ selectors: [ParsedSelector], _ range: SourceRange
  ) -> ResolvedExpression {
    let owner = variable(name.text, name.range)
    let resolved = selectors.map { selector -> ResolvedSelector in
      switch selector {
      case .property(let name):
        _ = checkProperty(name, of: owner.type)
        return .property(name.text)
      case .allProperties: return .allProperties
      case .entry(let entry):
        return .entry(ResolvedEntry(name: entry.name.text, value: expression(entry.value)))
      case .variable(let name):
        return .entry(ResolvedEntry(name: name.text, value: variable(name.text, name.range)))
      }
    }
    return make(.mapProjection(owner, resolved), .map, range)
  }
}

// MARK: - Subqueries

extension Resolver {
  mutating func subquery(_ parsed: ParsedSubquery) -> ResolvedSubquery {
    let (outer, outerAggregates) = (scope, aggregates)
    aggregates = nil
    defer { (scope, aggregates) = (outer, outerAggregates) }
    if let query = parsed.query { return ResolvedSubquery(self.query(query)) }
    let clauses = parsed.matches.map { ResolvedClause.match(match($0)) }
    return ResolvedSubquery(matching: clauses)
  }

  mutating func collect(_ parsed: ParsedSubquery, _ range: SourceRange) -> ResolvedExpression {
    let body = subquery(parsed)
    guard let column = body.query.branches.first?.columns.first,
      body.query.branches[0].columns.count == 1
    else {
      report(
        "COLLECT { … } needs a RETURN with one column", range,
        help: "COLLECT { MATCH … RETURN x }", code: "SyntaxError.InvalidClauseComposition")
      return literal(.null, .any, range)
    }
    return make(.collect(body, slot: column.slot), .list(.any), range)
  }

  mutating func patternComprehension(
    _ parsed: ParsedPatternComprehension, _ range: SourceRange
  ) -> ResolvedExpression {
    let outer = scope
    defer { scope = outer }
    let body = ParsedMatch(
      isOptional: false, patterns: [parsed.pattern], condition: parsed.condition, range: range)
    return withoutAggregates { resolver in
      let match = resolver.match(body)
      for slot in match.newSlots { resolver.localSlots.insert(slot) }
      let result = resolver.expression(parsed.result)
      return resolver.make(
        .patternComprehension(ResolvedSubquery(matching: [.match(match)]), result),
        .list(result.type), range)
    }
  }

  /// A pattern as a condition, which can't make variables, or a shortest path between two nodes.
  mutating func pattern(
    _ pattern: ParsedPattern, _ range: SourceRange, _ allowsPattern: Bool
  ) -> ResolvedExpression {
    for name in pattern.variables where scope[name.text] == nil {
      reportUndefined(name.text, name.range, among: scope.names)
      return literal(.null, .boolean, range)
    }
    if pattern.selector != .every { return shortestPath(pattern, range) }
    guard allowsPattern else {
      report(
        "a pattern can stand for a condition only, as in WHERE", range,
        help: "write EXISTS { … }, COUNT { … } or a comprehension: [\(text(range)) | 1]",
        code: "SyntaxError.UnexpectedSyntax")
      return literal(.null, .boolean, range)
    }
    let (outer, outerAggregates) = (scope, aggregates)
    aggregates = nil
    defer { (scope, aggregates) = (outer, outerAggregates) }
    let match = match(ParsedMatch(isOptional: false, patterns: [pattern], range: range))
    return make(.exists(ResolvedSubquery(matching: [.match(match)])), .boolean, range)
  }

  private mutating func shortestPath(
    _ pattern: ParsedPattern, _ range: SourceRange
  ) -> ResolvedExpression {
    let outer = scope
    defer { scope = outer }
    var named = pattern
    named.variable = ParsedName(text: "shortest path", range: range)
    let match = match(ParsedMatch(isOptional: false, patterns: [named], range: range))
    let slot = match.paths.first?.slot ?? 0
    let isAll = pattern.selector == .allShortest
    return make(
      .shortestPath(ResolvedSubquery(matching: [.match(match)]), slot: slot, all: isAll),
      isAll ? .list(.path) : .path, range)
  }
}

extension ResolvedSubquery {
  convenience init(matching clauses: [ResolvedClause]) {
    self.init(
      ResolvedQuery(
        branches: [ResolvedBranch(clauses: clauses, columns: [])], keepsDuplicates: true,
        slotCount: 0))
  }
}

extension ParsedPattern {
  /// The variables in it, in their order.
  var variables: [ParsedName] {
    [variable, start.variable].compactMap(\.self)
      + steps.flatMap { [$0.relationship.variable, $0.node.variable].compactMap(\.self) }
  }
}
