import Diagnostics

extension Binder {
  mutating func variable(_ name: String, _ range: SourceRange) -> BoundExpression {
    guard let variable = scope[name] else {
      diagnostics.append(undefined(name, range, among: scope.names))
      return nothing(range)
    }
    return BoundExpression(kind: .variable(variable), type: variable.type, range: range)
  }

  mutating func parameter(_ name: String, _ range: SourceRange) -> BoundExpression {
    guard let value = parameters[name] else {
      diagnostics.append(missingParameter(name, range))
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

  mutating func property(
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
      if CypherTemporal.date(days: 0).component(name.text) != nil {
        return unsupported("the part \(name.text) of a date is", name.range)
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
      report(
        "\(bound.type.name) has no properties", name.range, code: "TypeError.InvalidArgumentType")
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

  mutating func hasLabel(
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
