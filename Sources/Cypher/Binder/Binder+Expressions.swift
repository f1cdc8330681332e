import Diagnostics

extension Binder {
  mutating func expression(_ parsed: ParsedExpression) -> BoundExpression {
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
    case .hasLabel(let owner, let labels): return hasLabel(owner, labels, range)
    case .call(let call): return self.call(call, range)
    case .case(let parsed): return caseExpression(parsed, range)
    case .countAll: return aggregate(.count, nil, isDistinct: false, range)
    case .pattern(let pattern): return exists(pattern, range)
    case .exists(let body):
      return BoundExpression(kind: .exists(subquery(body)), type: .boolean, range: range)
    case .count(let body):
      return BoundExpression(kind: .count(subquery(body)), type: .integer, range: range)
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

// MARK: - Names

extension Binder {
  private mutating func variable(_ name: String, _ range: SourceRange) -> BoundExpression {
    guard let variable = scope[name] else {
      report(
        "no variable \(name)", range, label: "not defined here",
        help: proposal(for: name, among: scope.names, called: "variables here"))
      return nothing(range)
    }
    return BoundExpression(kind: .variable(variable), type: variable.type, range: range)
  }

  private mutating func parameter(_ name: String, _ range: SourceRange) -> BoundExpression {
    guard let value = parameters[name] else {
      report(
        "parameter $\(name) has no value", range,
        help: proposal(for: name, among: parameters.keys.sorted(), called: "parameters given")
          ?? "give it one beside the query")
      return nothing(range)
    }
    guard let type = value.type else {
      return unsupported("a list of different types as a parameter is", range)
    }
    switch value {
    case .map, .node, .relationship:
      return unsupported(
        "\(type.name) as a parameter is", range, help: "pass its values one by one")
    case .list(let elements):
      let bound = elements.map { literal($0, range) }
      return BoundExpression(kind: .list(bound), type: type, range: range)
    default: return literal(value, range)
    }
  }

  private mutating func property(
    _ name: ParsedName, of owner: ParsedExpression, _ range: SourceRange
  ) -> BoundExpression {
    let bound = expression(owner)
    switch (bound.type, bound.kind) {
    case (.null, _) where bound.kind == .literal(.null): return nothing(range)
    case (_, .variable(let variable)) where variable.isMatched:
      return property(name, of: variable, range: range)
    case (.date, _):
      if let part = DatePart(rawValue: name.text) {
        return BoundExpression(kind: .datePart(bound, part), type: .integer, range: range)
      }
      report(
        "a date has no part \(name.text)", name.range,
        help: proposal(
          for: name.text, among: DatePart.allCases.map(\.rawValue), called: "its parts"))
      return nothing(range)
    case (.node, _), (.relationship, _), (.map, _):
      return unsupported("a property of \(bound.type.name) that an expression made is", name.range)
    case (.null, _): return nothing(range)
    default:
      report("\(bound.type.name) has no properties", name.range)
      return nothing(range)
    }
  }

  mutating func property(
    _ name: ParsedName, of variable: BoundVariable, range: SourceRange
  ) -> BoundExpression {
    let (owner, properties) = properties(of: variable)
    guard let owner else { return nothing(range) }
    let found = properties.filter { $0.name == name.text }
    guard !found.isEmpty else {
      var seen: Set<String> = []
      let names = properties.map(\.name).filter { seen.insert($0).inserted }
      report(
        "\(owner) has no property \(name.text)", name.range,
        label: "not in the ontology",
        help: proposal(for: name.text, among: names, called: "its properties"))
      return nothing(range)
    }
    let types = found.map { CypherType($0.type) }
    let joined = types.reduce(CypherType?.some(.null)) { known, type in
      known.flatMap { $0.joined(with: type) }
    }
    guard let type = joined else {
      return unsupported("\(name.text) of different types under different labels is", range)
    }
    reads[variable.id, default: BoundReads()].properties.insert(name.text)
    return BoundExpression(kind: .property(variable, name.text), type: type, range: range)
  }

  /// The labels or types a variable may have, and the properties of all of them.
  private func properties(of variable: BoundVariable) -> (owner: String?, [Property]) {
    switch variable.type {
    case .node(let labels) where !labels.isEmpty:
      (
        withArticle(labels.joined(separator: " or ")),
        labels.compactMap { catalog.label($0) }.flatMap(\.properties)
      )
    case .relationship(let types) where !types.isEmpty:
      (
        "a relationship \(types.joined(separator: " or "))",
        catalog.relationships.filter { types.contains($0.type) }.flatMap(\.properties)
      )
    default: (nil, [])
    }
  }

  private mutating func hasLabel(
    _ owner: ParsedExpression, _ labels: ParsedLabels, _ range: SourceRange
  ) -> BoundExpression {
    for name in labels.names where catalog.label(name.text) == nil { reportUnknownLabel(name) }
    let bound = expression(owner)
    guard case .variable(let variable) = bound.kind, variable.isMatched,
      case .node(let known) = variable.type
    else {
      if bound.type != .null {
        report("only a node has labels, this is \(bound.type.name)", owner.range)
      }
      return nothing(range)
    }
    return BoundExpression(
      kind: .hasLabel(variable, known.filter(labels.matches)), type: .boolean, range: range)
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
      report("the index of a list is an integer, this is \(index.type.name)", index.range)
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
      let written = expression(branch.condition)
      if subject == nil { requireBoolean(written, for: "WHEN") }
      let condition = subject.map { comparison(.equal, $0, written, written.range) } ?? written
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
}
