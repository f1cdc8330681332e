import Diagnostics

// ORDER BY sees what the projection gives and, unless rows are grouped, what it was given.

extension Resolver {
  mutating func order(
    _ parsed: ParsedOrder, _ projection: ResolvedProjection, before: ResolverScope,
    after: ResolverScope
  ) -> ResolvedProjection.Order {
    scope = before
    let (messages, known) = (diagnostics, aggregates)
    let isGrouped = projection.isAggregated || projection.isDistinct
    if !projection.isAggregated { aggregates = nil }
    // An expression that is also an item means the item.
    let written = expression(parsed.expression)
    let item = projection.items.first { $0.expression == written }
    if diagnostics == messages, let item, !isAlias(parsed.expression, after) {
      restore(known)
      return .init(
        expression: make(.slot(item.slot), written.type, written.range),
        isDescending: parsed.isDescending)
    }
    diagnostics = messages
    if projection.isAggregated { aggregates = known }
    for variable in after.variables { scope.declare(variable) }
    let resolved = expression(parsed.expression)
    if isGrouped { checkOrder(resolved, projection, after, known: known?.count ?? 0) }
    if !projection.isAggregated { restore(known) }
    return .init(expression: resolved, isDescending: parsed.isDescending)
  }

  /// The WHERE of WITH, which sees what it was given too, unless rows were grouped away.
  mutating func whereBehind(
    _ parsed: ParsedExpression, _ projection: ResolvedProjection, before: ResolverScope,
    after: ResolverScope
  ) -> ResolvedExpression {
    scope = before
    for variable in after.variables { scope.declare(variable) }
    let resolved = condition(parsed)
    if projection.isAggregated || projection.isDistinct {
      checkOrder(resolved, projection, after, known: 0)
    }
    return resolved
  }

  private mutating func restore(_ known: [ResolvedAggregate]?) {
    if (aggregates?.count ?? 0) <= (known?.count ?? 0) { aggregates = known }
  }

  /// Whether the expression is a bare name that the projection gives.
  private func isAlias(_ parsed: ParsedExpression, _ after: ResolverScope) -> Bool {
    if case .variable(let name) = parsed.kind { after[name] != nil } else { false }
  }

  private mutating func checkOrder(
    _ expression: ResolvedExpression, _ projection: ResolvedProjection, _ after: ResolverScope,
    known: Int
  ) {
    let keys = projection.items.filter { !$0.isAggregated }.map(\.expression)
    let given = after.variables.map { make(.slot($0.slot), $0.type, expression.range) }
    let aggregatesSomething = containsAggregate(expression)
    // An aggregate that is not among the items looks at rows that are gone.
    for aggregate in (aggregates ?? []).dropFirst(known) {
      for leaf in aggregate.arguments.flatMap({ ungrouped($0, keys: given) }) {
        reportGone(leaf)
      }
    }
    for leaf in ungrouped(expression, keys: keys + given) {
      let isInKey = keys.contains { $0.contains(leaf) }
      if aggregatesSomething, isInKey {
        report(
          "\(text(leaf.range)) has no single value in a group", leaf.range,
          help: "make it an item of its own, by which rows are grouped",
          code: "SyntaxError.AmbiguousAggregationExpression")
      } else if !isCovered(expression, by: keys, leaf) {
        reportGone(leaf)
      }
    }
  }

  private mutating func reportGone(_ leaf: ResolvedExpression) {
    report(
      "\(text(leaf.range)) is not known behind the projection", leaf.range,
      label: "not among what is returned", help: "return it too, or order by what is returned",
      code: "SyntaxError.UndefinedVariable")
  }

  /// Whether every place of the leaf is within an expression that is an item.
  private func isCovered(
    _ expression: ResolvedExpression, by keys: [ResolvedExpression], _ leaf: ResolvedExpression
  ) -> Bool {
    if keys.contains(expression) { return true }
    if expression == leaf { return false }
    return expression.children.allSatisfy { isCovered($0, by: keys, leaf) }
  }
}

extension ResolvedExpression {
  fileprivate func contains(_ part: ResolvedExpression) -> Bool {
    self == part || children.contains { $0.contains(part) }
  }
}
