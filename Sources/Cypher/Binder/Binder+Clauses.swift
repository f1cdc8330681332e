import Diagnostics

// MARK: - UNWIND

extension Binder {
  mutating func unwind(_ parsed: ParsedUnwind) -> BoundUnwind {
    let list = expression(parsed.list)
    var elementType = CypherType.null
    switch list.type {
    case .list(let element): elementType = element
    case .null: break
    default:
      report(
        "UNWIND needs a list, this is \(list.type.name)", parsed.list.range,
        help: "put it in brackets: [\(text(parsed.list.range))]")
    }
    checkIsNew(parsed.variable)
    let variable = makeVariable(parsed.variable.text, elementType)
    scope.declare(variable.name, variable)
    return BoundUnwind(list: list, variable: variable)
  }

  mutating func checkIsNew(_ name: ParsedName) {
    guard scope[name.text] != nil else { return }
    report("a variable called \(name.text) exists already", name.range, help: "choose another name")
  }
}

// MARK: - WITH and RETURN

extension Binder {
  mutating func projection(
    _ parsed: ParsedProjection
  ) -> (projection: BoundProjection, columns: [BoundColumn]) {
    let before = scope
    let (items, names) = items(parsed)
    checkDuplicates(names, areAdded: parsed.keepsAll)
    if parsed.isReturn { for item in items { readWhole(item.expression) } }
    for index in items.indices where items[index].expression.containsAggregate {
      checkGrouping(items[index].expression, keys: items.map(\.expression))
    }

    var projection = BoundProjection(
      isReturn: parsed.isReturn, isDistinct: parsed.isDistinct, items: items, order: [])
    for (name, item) in zip(names, items) { scope.declare(name.text, item.variable) }
    projection.order = parsed.order.map { order($0, projection) }
    projection.skip = parsed.skip.flatMap { rowCount($0, of: "SKIP") }
    projection.limit = parsed.limit.flatMap { rowCount($0, of: "LIMIT") }

    scope = Scope()
    for (name, item) in zip(names, items) { scope.declare(name.text, item.variable) }
    projection.condition = parsed.condition.map { whereBehind($0, before) }
    if parsed.isReturn { scope = before }
    let columns = zip(names, items).map {
      BoundColumn(name: $0.text, type: $1.expression.type)
    }
    return (projection, columns)
  }

  /// The WHERE of WITH. What it sees of the rows before the WITH, only the evaluator can look at.
  private mutating func whereBehind(_ parsed: ParsedExpression, _ before: Scope) -> BoundExpression
  {
    let (after, messages) = (scope, diagnostics)
    let bound = condition(parsed, in: "WHERE")
    guard diagnostics.count > messages.count else { return bound }
    let found = diagnostics
    diagnostics = messages
    scope = before
    for (name, variable) in after.entries { scope.declare(name, variable) }
    _ = condition(parsed, in: "WHERE")
    let isSeen = diagnostics.count == messages.count
    (scope, diagnostics) = (after, found)
    if isSeen { _ = unsupported("a variable from before WITH is", parsed.range) }
    return bound
  }

  private mutating func items(_ parsed: ParsedProjection) -> ([BoundItem], [ParsedName]) {
    var items: [BoundItem] = []
    var names: [ParsedName] = []
    if parsed.includesAll {
      // RETURN * gives columns by their names, as Neo4j does.
      let entries =
        parsed.isReturn ? scope.entries.sorted { $0.name < $1.name } : scope.entries
      for (name, variable) in entries {
        let expression = BoundExpression(
          kind: .variable(variable), type: variable.type, range: parsed.range)
        items.append(BoundItem(variable: variable, expression: expression))
        names.append(ParsedName(text: name, range: parsed.range))
      }
      if items.isEmpty, !parsed.keepsAll { report("* stands for no variable here", parsed.range) }
      if items.isEmpty, parsed.keepsAll, parsed.items.isEmpty {
        _ = unsupported("a row without variables is", parsed.range)
      }
    }
    for item in parsed.items {
      aggregates = parsed.keepsAll ? .forbidden("in LET") : .allowed
      let expression = expression(item.expression)
      aggregates = .forbidden("outside WITH and RETURN")
      let name = name(of: item, isReturn: parsed.isReturn)
      names.append(name)
      if case .variable(let variable) = expression.kind {
        items.append(BoundItem(variable: variable, expression: expression))
      } else {
        let variable = makeVariable(name.text, expression.type)
        items.append(BoundItem(variable: variable, expression: expression))
      }
    }
    return (items, names)
  }

  private mutating func name(of item: ParsedItem, isReturn: Bool) -> ParsedName {
    if let alias = item.alias { return alias }
    let range = item.expression.range
    if case .variable(let name) = item.expression.kind {
      return ParsedName(text: name, range: range)
    }
    if !isReturn {
      report("an expression in WITH needs a name", range, help: "add AS and a name")
    }
    return ParsedName(text: text(range), range: range)
  }

  private mutating func checkDuplicates(_ names: [ParsedName], areAdded: Bool) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.text).inserted {
      if areAdded {
        report(
          "a variable called \(name.text) exists already", name.range, help: "choose another name")
        continue
      }
      report(
        "two columns are called \(name.text)", name.range, help: "add AS and another name to one")
    }
  }

  private mutating func rowCount(_ parsed: ParsedExpression, of clause: String) -> Int64? {
    let visible = scope
    scope = Scope()
    defer { scope = visible }
    let known = diagnostics.count
    let value = expression(parsed)
    guard diagnostics.count == known else {
      let dependsOnRow = diagnostics[known...].contains { diagnostic in
        diagnostic.location.map { visible[text($0.range)] != nil } ?? false
      }
      if dependsOnRow {
        diagnostics.removeSubrange(known...)
        report(
          "\(clause) can't depend on the row", parsed.range,
          help: "write a number, or a parameter that holds one")
      }
      return nil
    }
    if case .literal(.integer(let count)) = value.kind, count >= 0 { return count }
    if let constant = constant(parsed), case .literal(.integer(let count)) = constant.kind,
      count >= 0
    {
      return count
    }
    report(
      "\(clause) needs a whole number that isn't negative", parsed.range,
      help: "write one, or a parameter that holds one")
    return nil
  }
}

// MARK: - ORDER BY

extension Binder {
  /// An expression that is also an item means the item, and so does the item's name.
  private mutating func order(
    _ parsed: ParsedOrder, _ projection: BoundProjection
  ) -> BoundOrder {
    if projection.isAggregated { aggregates = .allowed }
    let bound = expression(parsed.expression)
    aggregates = .forbidden("outside WITH and RETURN")
    let expression = bound.replacing(projection.items)
    if projection.isAggregated || projection.isDistinct {
      let projected = projection.items.map {
        BoundExpression(kind: .variable($0.variable), type: $0.variable.type, range: bound.range)
      }
      checkGrouping(expression, keys: projected)
    }
    if case .list = expression.type {
      report("ordering by a list is not supported yet", parsed.expression.range)
    }
    return BoundOrder(expression: expression, isDescending: parsed.isDescending)
  }
}

extension BoundExpression {
  /// The expression with every part that is an item of the projection replaced by the item.
  fileprivate func replacing(_ items: [BoundItem]) -> BoundExpression {
    if let item = items.first(where: { $0.expression == self }) {
      return BoundExpression(kind: .variable(item.variable), type: type, range: range)
    }
    var copy = self
    switch kind {
    case .binary(let operation, let left, let right):
      copy.kind = .binary(operation, left.replacing(items), right.replacing(items))
    case .not(let inner): copy.kind = .not(inner.replacing(items))
    case .minus(let inner): copy.kind = .minus(inner.replacing(items))
    case .isNull(let inner, let negated):
      copy.kind = .isNull(inner.replacing(items), negated: negated)
    case .function(let function, let arguments):
      copy.kind = .function(function, arguments.map { $0.replacing(items) })
    case .datePart(let inner, let part): copy.kind = .datePart(inner.replacing(items), part)
    default: break
    }
    return copy
  }
}

// MARK: - Grouping

extension Binder {
  /// What stands beside an aggregate has one value a group only if the group is made by it.
  mutating func checkGrouping(_ expression: BoundExpression, keys: [BoundExpression]) {
    if keys.contains(where: { $0 == expression && !$0.containsAggregate }) { return }
    switch expression.kind {
    case .aggregate: return
    case .variable(let variable), .property(let variable, _), .hasLabel(let variable, _):
      let isKey = keys.contains { $0.kind == .variable(variable) }
      if !isKey { reportUngrouped(text(expression.range), expression.range) }
    case .exists(let subquery), .count(let subquery):
      let inner = Set(subquery.matches.flatMap { $0.nodes.filter(\.isNew).map(\.variable) })
      for variable in expression.variables.subtracting(inner)
      where !keys.contains(where: { $0.kind == .variable(variable) }) && !variable.name.isEmpty {
        reportUngrouped(variable.name, expression.range)
      }
    default: for child in expression.children { checkGrouping(child, keys: keys) }
    }
  }

  private mutating func reportUngrouped(_ name: String, _ range: SourceRange) {
    report(
      "\(name) has no single value in a group", range,
      label: "neither a grouping key nor in an aggregate",
      help: "make it an item of its own, by which rows are grouped, or aggregate it too")
  }
}
