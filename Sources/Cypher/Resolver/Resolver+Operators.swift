import Diagnostics

extension Resolver {
  mutating func unary(
    _ operation: UnaryOperator, _ operand: ParsedExpression, _ range: SourceRange,
    allowsPattern: Bool
  ) -> ResolvedExpression {
    let inner = expression(operand, allowsPattern: allowsPattern && operation == .not)
    switch operation {
    case .not:
      requireBoolean(inner)
      return make(.not(inner), .boolean, range)
    case .minus, .plus:
      requireNumber(inner)
      return make(operation == .minus ? .minus(inner) : .plus(inner), inner.type, range)
    }
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: ResolvedExpression, _ right: ResolvedExpression,
    _ range: SourceRange
  ) -> ResolvedExpression {
    var type = CypherType.boolean
    switch operation {
    case .and, .or, .xor:
      requireBoolean(left)
      requireBoolean(right)
    case .in:
      requireType(right, "IN needs a list on its right") {
        if case .list = $0 { true } else { false }
      }
      if left.isOfGraph, case .list(let element) = right.type,
        let mismatch = mismatch((left.type, left.range), (element, right.range), isElement: true)
      {
        diagnostics.append(mismatch)
      }
    case .subtract, .multiply, .divide:
      requireNumber(left)
      requireNumber(right)
      type = arithmeticType(left.type, right.type)
    case .remainder, .power:
      requireNumber(left, temporal: false)
      requireNumber(right, temporal: false)
      type = operation == .power ? .float : arithmeticType(left.type, right.type)
    case .add, .concatenate: type = sumType(left.type, right.type)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      if left.isOfGraph || right.isOfGraph,
        let mismatch = mismatch((left.type, left.range), (right.type, right.range))
      {
        diagnostics.append(mismatch)
      }
      for (date, other) in [(left, right), (right, left)] where date.isOfGraph && date.type == .date
      {
        if case .literal(.string(let value)) = other.kind, let wrong = noDate(value, other.range) {
          diagnostics.append(wrong)
        }
      }
    case .startsWith, .endsWith, .contains, .matchesRegex:
      for side in [left, right] where side.isOfGraph {
        requireType(
          side, "\(operation.rawValue) compares strings", help: "toString() makes one of it",
          fits: \.isText)
      }
    }
    return make(.binary(operation, left, right), type, range)
  }

  private func arithmeticType(_ left: CypherType, _ right: CypherType) -> CypherType {
    if left == .integer, right == .integer { return .integer }
    return left.isNumeric && right.isNumeric ? .number : .any
  }

  private func sumType(_ left: CypherType, _ right: CypherType) -> CypherType {
    switch (left, right) {
    case (.list(let a), .list(let b)): .list(a.joined(with: b) ?? .any)
    case (.list(let element), let other), (let other, .list(let element)):
      other == .any ? .any : .list(element.joined(with: other) ?? .any)
    case (.string, .string): .string
    default: arithmeticType(left, right)
    }
  }
}

// MARK: - Requirements

extension Resolver {
  mutating func requireBoolean(_ expression: ResolvedExpression) {
    requireType(
      expression, "a condition is needed here",
      help: "compare it with something, or ask whether it IS NOT NULL"
    ) { $0 == .boolean }
  }

  private mutating func requireNumber(_ expression: ResolvedExpression, temporal: Bool = true) {
    requireType(expression, "a number is needed here") {
      $0.isNumeric || (temporal && ($0 == .temporal || $0 == .date))
    }
  }

  /// Reports a value that is known to be of a type that does not fit; null and what is not known
  /// fit always.
  mutating func requireType(
    _ expression: ResolvedExpression, _ what: String, help: String? = nil,
    fits: (CypherType) -> Bool
  ) {
    let type = expression.type
    guard type != .any, type != .null, !fits(type) else { return }
    report(
      "\(what), this is \(type.name)", expression.range, help: help,
      code: "SyntaxError.InvalidArgumentType")
  }
}

// MARK: - Names of the catalog

extension Resolver {
  mutating func checkLabels(_ labels: ParsedLabels) {
    guard catalog.open == nil else { return }
    for name in labels.names where catalog.label(name.text) == nil {
      report(
        "no label \(name.text)", name.range, label: "not in the ontology",
        help: proposal(for: name.text, among: catalog.labels.map(\.name), called: "labels"),
        code: "SyntaxError.LabelNotFound")
    }
  }

  mutating func checkTypes(_ names: [ParsedName]) {
    guard catalog.open == nil else { return }
    let known = catalog.relationshipTypes
    for name in names where !known.contains(name.text) {
      report(
        "no relationship type \(name.text)", name.range, label: "not in the ontology",
        help: proposal(for: name.text, among: known, called: "relationship types"),
        code: "SyntaxError.LabelNotFound")
    }
  }

  /// The type of a property, which some node or relationship of the catalog must have.
  mutating func checkProperty(_ name: ParsedName, of owner: CypherType) -> CypherType {
    guard catalog.open == nil else { return .any }
    let properties: [Property]
    switch owner {
    case .node(let labels):
      properties = catalog.labels.filter { labels.isEmpty || labels.contains($0.name) }
        .flatMap(\.properties)
    case .relationship(let types):
      properties = catalog.relationships.filter { types.isEmpty || types.contains($0.type) }
        .flatMap(\.properties)
    default: return .any
    }
    let found = properties.filter { $0.name == name.text }
    guard !found.isEmpty else {
      var seen: Set<String> = []
      let names = properties.map(\.name).filter { seen.insert($0).inserted }
      report(
        "\(owner.name) has no property \(name.text)", name.range, label: "not in the ontology",
        help: proposal(for: name.text, among: names, called: "its properties"),
        code: "SyntaxError.PropertyNotFound")
      return .any
    }
    return found.dropFirst().reduce(CypherType(found[0].type)) {
      $0.joined(with: CypherType($1.type)) ?? .any
    }
  }
}
