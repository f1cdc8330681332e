import Diagnostics

extension Binder {
  mutating func call(_ call: ParsedCall, _ range: SourceRange) -> BoundExpression {
    let name = call.name.text.lowercased()
    if let function = BoundAggregate.Function(rawValue: name) {
      return aggregate(function, call, range)
    }
    if name == "exists" { return exists(call, range) }
    guard let function = ScalarFunction(spelled: name) else {
      // One of those that only the evaluator has, or a mistake, which the resolver then tells.
      return unsupported("the function \(call.name.text) is", call.name.range)
    }
    if call.isDistinct { report("DISTINCT belongs to aggregates only", call.name.range) }
    let arguments = call.arguments.map { expression($0) }
    guard function.argumentCounts.contains(arguments.count) else {
      let counts =
        CypherFunction(spelled: name)?.argumentCounts ?? TemporalCall(spelled: name)?.argumentCounts
      if counts?.contains(arguments.count) == true {
        return unsupported("\(call.name.text) of \(arguments.count) arguments is", range)
      }
      reportArgumentCount(function, call)
      return nothing(range)
    }
    switch function {
    case .id, .elementId, .labels, .type: return entityFunction(function, arguments[0], range)
    case .coalesce: return coalesce(arguments, range)
    case .date: return date(arguments[0], range)
    default: return plainFunction(function, arguments, range)
    }
  }

  private mutating func reportArgumentCount(_ function: ScalarFunction, _ call: ParsedCall) {
    let counts = function.argumentCounts
    let wanted =
      counts.lowerBound == counts.upperBound
      ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
    report(
      "\(function.rawValue) takes \(wanted) argument\(wanted == "1" ? "" : "s"), "
        + "not \(call.arguments.count)", call.name.range)
  }
}

// MARK: - Functions of one row

extension Binder {
  private mutating func plainFunction(
    _ function: ScalarFunction, _ arguments: [BoundExpression], _ range: SourceRange
  ) -> BoundExpression {
    let first = arguments[0].type
    if first == .null { return nothing(range) }
    if let (what, fits) = function.accepts, !fits(first) {
      switch (function, first) {
      case (.reverse, .list), (.size, .map):
        return unsupported("\(function.rawValue) of \(first.name) is", range)
      default: break
      }
      report("\(function.rawValue) needs \(what), this is \(first.name)", arguments[0].range)
      return nothing(range)
    }
    for argument in arguments.dropFirst() {
      let wantsText = function == .replace
      let fits = wantsText ? argument.type.isText : argument.type == .integer
      if !fits, argument.type != .null {
        report(
          "\(function.rawValue) needs \(wantsText ? "a string" : "an integer") here, "
            + "this is \(argument.type.name)", argument.range)
      }
    }
    return BoundExpression(
      kind: .function(function, arguments), type: function.result(of: first), range: range)
  }

  private mutating func entityFunction(
    _ function: ScalarFunction, _ argument: BoundExpression, _ range: SourceRange
  ) -> BoundExpression {
    if argument.type == .null { return nothing(range) }
    guard case .variable(let variable) = argument.kind, variable.isMatched else {
      report(
        "\(function.rawValue) needs a matched node or relationship, this is \(argument.type.name)",
        argument.range)
      return nothing(range)
    }
    var type = function.result(of: .string)
    switch variable.type {
    case .node(let labels):
      if function == .type {
        report("a node has no type", argument.range, help: "its label is in labels(…)")
      }
      let kinds = Set(labels.compactMap { catalog.label($0)?.keyType })
      if function == .id {
        type = kinds.count == 1 ? kinds.first.map { CypherType($0) } ?? .string : .string
        if kinds.count > 1 {
          return unsupported("id() of nodes with keys of different types is", range)
        }
      }
    default:
      if function != .type {
        return unsupported("\(function.rawValue)() of a relationship is", argument.range)
      }
    }
    return BoundExpression(kind: .function(function, [argument]), type: type, range: range)
  }

  private mutating func coalesce(
    _ arguments: [BoundExpression], _ range: SourceRange
  ) -> BoundExpression {
    var type = CypherType.null
    for argument in arguments {
      readWhole(argument)
      guard let joined = type.joined(with: argument.type) else {
        return unsupported("coalesce of \(type.name) and \(argument.type.name) is", range)
      }
      type = joined
    }
    return BoundExpression(kind: .function(.coalesce, arguments), type: type, range: range)
  }

  /// Only dates that are known when the query is compiled can be checked to exist.
  private mutating func date(_ argument: BoundExpression, _ range: SourceRange) -> BoundExpression {
    if argument.type == .date || argument.kind == .literal(.null) { return argument }
    guard case .literal(.string(let text)) = argument.kind else {
      return unsupported(
        "date() of anything but a string in the query or a parameter is", argument.range)
    }
    guard CivilDate.isPartOfDate(text) else {
      // Weeks and days of the year, and the short forms of ISO 8601.
      if case .date(let days)? = CypherTemporal.parseDate(text),
        (0...9_999).contains(CivilDate(days: days).year)
      {
        let day = CypherValue.string(CivilDate(days: days).text)
        return BoundExpression(kind: .literal(day), type: .date, range: range)
      }
      report(
        "no such date: \(text)", argument.range,
        help: "dates are written 2025-03-19, 2025-03 or 2025")
      return nothing(range)
    }
    return BoundExpression(kind: argument.kind, type: .date, range: range)
  }

  /// The older spelling: `exists((a)-->(b))` and `exists(n.name)`.
  private mutating func exists(_ call: ParsedCall, _ range: SourceRange) -> BoundExpression {
    guard let argument = call.arguments.first, call.arguments.count == 1 else {
      report("exists takes 1 argument, not \(call.arguments.count)", call.name.range)
      return nothing(range)
    }
    let bound = expression(argument)
    if case .exists = bound.kind { return bound }
    return BoundExpression(kind: .isNull(bound, negated: true), type: .boolean, range: range)
  }
}

// MARK: - Aggregates

extension Binder {
  private mutating func aggregate(
    _ function: BoundAggregate.Function, _ call: ParsedCall, _ range: SourceRange
  ) -> BoundExpression {
    guard let parsed = call.arguments.first, call.arguments.count == 1 else {
      report("\(function.rawValue) takes 1 argument, not \(call.arguments.count)", call.name.range)
      return nothing(range)
    }
    let place = aggregates
    if place == .allowed { aggregates = .forbidden("inside another aggregate") }
    let argument = expression(parsed)
    aggregates = place
    if function == .collect { readWhole(argument) }
    return aggregate(function, argument, isDistinct: call.isDistinct, range)
  }

  mutating func aggregate(
    _ function: BoundAggregate.Function, _ argument: BoundExpression?, isDistinct: Bool,
    _ range: SourceRange
  ) -> BoundExpression {
    if case .forbidden(let reason) = aggregates {
      report(
        "an aggregate can't stand \(reason)", range,
        help: "aggregate in WITH first, then use its name")
      return nothing(range)
    }
    let type = argument?.type ?? .null
    let result: CypherType
    switch function {
    case .count: result = .integer
    case .collect: result = .list(type)
    case .min, .max:
      if type.isStructured { return unsupported("\(function.rawValue) of \(type.name) is", range) }
      result = type
    case .sum, .avg:
      guard type.isNumeric || type == .null else {
        report("\(function.rawValue) needs numbers, this is \(type.name)", argument?.range ?? range)
        return nothing(range)
      }
      result = function == .avg ? .float : type == .null ? .integer : type
    }
    let aggregate = BoundAggregate(
      function: function, isDistinct: isDistinct, argument: argument)
    return BoundExpression(kind: .aggregate(aggregate), type: result, range: range)
  }
}
