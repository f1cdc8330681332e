import Diagnostics

// MARK: - WITH and RETURN

extension Resolver {
  mutating func projection(
    _ parsed: ParsedProjection
  ) -> (ResolvedProjection, [ResolvedBranch.Column]) {
    let before = scope
    aggregates = parsed.keepsAll ? nil : []
    let (items, names, types) = items(parsed)
    checkNames(names, areAdded: parsed.keepsAll)
    checkGrouping(items)
    var after = ResolverScope()
    for index in items.indices {
      after.declare(.init(name: names[index].text, slot: items[index].slot, type: types[index]))
    }
    var projection = ResolvedProjection(
      isDistinct: parsed.isDistinct, items: items, aggregates: [], order: [], range: parsed.range)
    projection.order = parsed.order.map { order($0, projection, before: before, after: after) }
    projection.aggregates = aggregates ?? []
    aggregates = nil
    projection.skip = parsed.skip.map { rowCount($0, of: "SKIP") }
    projection.limit = parsed.limit.map { rowCount($0, of: "LIMIT") }
    projection.condition = parsed.condition.map {
      whereBehind($0, projection, before: before, after: after)
    }
    scope = after
    let columns = zip(names, items).map { ResolvedBranch.Column(name: $0.text, slot: $1.slot) }
    return (projection, columns)
  }

  private mutating func items(
    _ parsed: ParsedProjection
  ) -> ([ResolvedProjection.Item], [ParsedName], [CypherType]) {
    var items: [ResolvedProjection.Item] = []
    var names: [ParsedName] = []
    var types: [CypherType] = []
    if parsed.includesAll {
      // RETURN * gives columns by their names, as Neo4j does.
      let variables =
        parsed.isReturn
        ? scope.variables.sorted { $0.name < $1.name } : scope.variables
      for variable in variables {
        let expression = make(.slot(variable.slot), variable.type, parsed.range)
        used.insert(variable.slot)
        items.append(.init(slot: variable.slot, expression: expression, isAggregated: false))
        names.append(ParsedName(text: variable.name, range: parsed.range))
        types.append(variable.type)
      }
      if items.isEmpty, parsed.isReturn {
        report(
          "* stands for no variable here", parsed.range, code: "SyntaxError.NoVariablesInScope")
      }
    }
    for item in parsed.items {
      let known = aggregates?.count ?? 0
      let expression = expression(item.expression)
      let isAggregated = (aggregates?.count ?? 0) > known || containsAggregate(expression)
      names.append(name(of: item, isReturn: parsed.isReturn))
      types.append(expression.type)
      if case .slot(let slot) = expression.kind, !isAggregated {
        items.append(.init(slot: slot, expression: expression, isAggregated: false))
      } else {
        items.append(.init(slot: newSlot(), expression: expression, isAggregated: isAggregated))
      }
    }
    return (items, names, types)
  }

  private mutating func name(of item: ParsedItem, isReturn: Bool) -> ParsedName {
    if let alias = item.alias { return alias }
    let range = item.expression.range
    if case .variable(let name) = item.expression.kind {
      return ParsedName(text: name, range: range)
    }
    if !isReturn {
      report(
        "an expression in WITH needs a name", range, help: "add AS and a name",
        code: "SyntaxError.NoExpressionAlias")
    }
    return ParsedName(text: text(range), range: range)
  }

  private mutating func checkNames(_ names: [ParsedName], areAdded: Bool) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.text).inserted {
      report(
        areAdded
          ? "a variable called \(name.text) exists already" : "two columns are called \(name.text)",
        name.range, help: areAdded ? "choose another name" : "add AS and another name to one",
        code: areAdded ? "SyntaxError.VariableAlreadyBound" : "SyntaxError.ColumnNameConflict")
    }
  }

  private mutating func rowCount(_ parsed: ParsedExpression, of clause: String)
    -> ResolvedExpression
  {
    let visible = scope
    defer { scope = visible }
    let known = used
    used = []
    let resolved = expression(parsed)
    let needsRow = !used.isEmpty
    used = known
    let help = "write a number, or a parameter that holds one"
    if needsRow {
      report(
        "\(clause) can't depend on the row", parsed.range, help: help,
        code: "SyntaxError.NonConstantExpression")
    } else if resolved.type != .integer, resolved.type != .any {
      report(
        "\(clause) needs a whole number, this is \(resolved.type.name)", parsed.range, help: help,
        code: "SyntaxError.InvalidArgumentType")
    } else if case .minus(let inner) = resolved.kind,
      case .literal(.integer(let size)) = inner.kind,
      size > 0
    {
      report(
        "\(clause) can't be negative", parsed.range, help: help,
        code: "SyntaxError.NegativeIntegerArgument")
    }
    return resolved
  }
}

// MARK: - Aggregates

extension Resolver {
  mutating func aggregate(
    _ function: ResolvedAggregate.Function, _ parsed: [ParsedExpression], isDistinct: Bool,
    _ range: SourceRange
  ) -> ResolvedExpression {
    if isInsideAggregate {
      report(
        "an aggregate can't be inside another", range,
        help: "name the inner one in WITH, then aggregate that",
        code: "SyntaxError.NestedAggregation")
      return literal(.null, .any, range)
    }
    guard let outer = aggregates else {
      report(
        "\(function.rawValue) can be used in WITH and RETURN only", range,
        help: "name it in WITH, then ask about the name", code: "SyntaxError.InvalidAggregation")
      return literal(.null, .any, range)
    }
    isInsideAggregate = true
    let arguments = parsed.map { expression($0) }
    isInsideAggregate = false
    if arguments.contains(where: \.isRandom) {
      report(
        "what is aggregated can't be random", range, code: "SyntaxError.NonConstantExpression")
    }
    let isAll = function == .count && arguments.isEmpty
    if !isAll, arguments.count != function.argumentCount {
      report(
        "\(function.rawValue) takes \(function.argumentCount) arguments, not \(arguments.count)",
        range, code: "SyntaxError.InvalidNumberOfArguments")
      return literal(.null, .any, range)
    }
    let same = outer.first {
      $0.function == function && $0.isDistinct == isDistinct && $0.arguments == arguments
    }
    var type = CypherType.any
    switch function {
    case .count: type = .integer
    case .collect: type = .list(arguments[0].type)
    case .min, .max: type = arguments[0].type
    default: break
    }
    if let same { return make(.slot(same.slot), type, range) }
    let slot = newSlot()
    aggregates =
      outer + [
        ResolvedAggregate(
          function: function, isDistinct: isDistinct, arguments: arguments, slot: slot, range: range
        )
      ]
    return make(.slot(slot), type, range)
  }

  func containsAggregate(_ expression: ResolvedExpression) -> Bool {
    if case .slot(let slot) = expression.kind {
      return aggregates?.contains { $0.slot == slot } ?? false
    }
    return expression.children.contains { containsAggregate($0) }
  }

  /// What stands beside an aggregate has one value a group only if rows are grouped by it.
  private mutating func checkGrouping(_ items: [ResolvedProjection.Item]) {
    let keys = items.filter { !$0.isAggregated }.map(\.expression)
    for item in items where item.isAggregated {
      for leaf in ungrouped(item.expression, keys: keys) {
        report(
          "\(text(leaf.range)) has no single value in a group", leaf.range,
          label: "neither a grouping key nor in an aggregate",
          help: "make it an item of its own, by which rows are grouped, or aggregate it too",
          code: "SyntaxError.AmbiguousAggregationExpression")
      }
    }
  }

  /// The variables and properties in an expression that are no grouping keys.
  func ungrouped(
    _ expression: ResolvedExpression, keys: [ResolvedExpression]
  ) -> [ResolvedExpression] {
    switch expression.kind {
    case .slot(let slot):
      let isFree =
        localSlots.contains(slot) || keys.contains(expression) || containsAggregate(expression)
      return isFree ? [] : [expression]
    case .property(let owner, _):
      if case .slot = owner.kind {
        return keys.contains(expression) || ungrouped(owner, keys: keys).isEmpty ? [] : [expression]
      }
      return ungrouped(owner, keys: keys)
    default: return expression.children.flatMap { ungrouped($0, keys: keys) }
    }
  }
}

extension ResolvedExpression {
  /// Whether it gives another value each time.
  var isRandom: Bool {
    if case .call(let function, _) = kind, function == .rand || function == .randomUUID {
      return true
    }
    return children.contains(where: \.isRandom)
  }
}
