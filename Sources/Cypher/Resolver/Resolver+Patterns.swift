import Diagnostics

extension Resolver {
  /// Resolves the patterns of a MATCH and declares their variables.
  mutating func match(_ parsed: ParsedMatch) -> ResolvedMatch {
    var builder = PatternBuilder()
    for pattern in parsed.patterns where !pattern.isSelectedAsWhole { add(pattern, to: &builder) }
    let selections = parsed.patterns.filter(\.isSelectedAsWhole).map { pattern in
      selection(pattern, parsed.condition, &builder)
    }
    var match = ResolvedMatch(
      isOptional: parsed.isOptional, nodes: builder.nodes, relationships: builder.relationships,
      paths: builder.paths, conditions: [],
      newSlots: builder.newSlots + selections.flatMap(\.match.newSlots), selections: selections)
    for (slot, type, property) in builder.properties {
      addProperty(property, slot, type, to: &match)
    }
    for (index, parsed) in builder.elements { addElement(parsed, index, to: &match) }
    for condition in builder.conditions { addCondition(condition, to: &match) }
    if let condition = parsed.condition { addCondition(condition, to: &match) }
    addEqualities(to: &match)
    return match
  }

  private mutating func addCondition(_ parsed: ParsedExpression, to match: inout ResolvedMatch) {
    for conjunct in parsed.conjuncts {
      let outer = used
      used = []
      let resolved = condition(conjunct)
      match.conditions.append(
        ResolvedCondition(
          expression: resolved, needs: used.intersection(match.newSlots)))
      used.formUnion(outer)
    }
  }

  private mutating func addProperty(
    _ property: ParsedProperty, _ slot: Int, _ type: CypherType, to match: inout ResolvedMatch
  ) {
    let outer = used
    used = [slot]
    let range = property.name.range.union(property.value.range)
    let valueType = checkProperty(property.name, of: type)
    let left = make(
      .property(make(.slot(slot), type, property.name.range), property.name.text), valueType,
      property.name.range)
    let value = expression(property.value)
    let isEqual = binary(.equal, left, value, range)
    match.conditions.append(
      ResolvedCondition(
        expression: isEqual,
        needs: used.intersection(match.newSlots)))
    used.formUnion(outer)
  }

  /// The properties and the condition of each relationship of a path of variable length.
  private mutating func addElement(
    _ parsed: ParsedRelationship, _ index: Int, to match: inout ResolvedMatch
  ) {
    let outer = scope
    defer { scope = outer }
    let type = CypherType.relationship(match.relationships[index].types)
    let slot = parsed.variable.map { declare($0.text, type) } ?? newSlot()
    localSlots.insert(slot)
    var conditions: [ResolvedExpression] = []
    for property in parsed.properties {
      _ = checkProperty(property.name, of: type)
      let left = make(
        .property(make(.slot(slot), type, property.name.range), property.name.text), .any,
        property.name.range)
      let value = expression(property.value)
      conditions.append(make(.binary(.equal, left, value), .boolean, property.name.range))
    }
    if let condition = parsed.condition { conditions.append(self.condition(condition)) }
    match.relationships[index].element = (slot, conditions)
  }

  /// `n.name = value` lets a node be looked up if the value does not depend on it.
  private func addEqualities(to match: inout ResolvedMatch) {
    for condition in match.conditions {
      guard case .binary(.equal, let left, let right) = condition.expression.kind else { continue }
      for (property, value) in [(left, right), (right, left)] {
        guard case .property(let owner, let name) = property.kind,
          case .slot(let slot) = owner.kind,
          let index = match.nodes.firstIndex(where: { $0.slot == slot && !$0.isBound }),
          condition.needs == [slot], !value.reads(slot)
        else { continue }
        match.nodes[index].equalities.append(ResolvedEntry(name: name, value: value))
        break
      }
    }
  }
}

extension ParsedExpression {
  /// The operands of AND, one by one.
  var conjuncts: [ParsedExpression] {
    if case .binary(.and, let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

extension ResolvedExpression {
  /// Whether the value of a slot is looked at, or may be, in a subquery.
  fileprivate func reads(_ slot: Int) -> Bool {
    switch kind {
    case .slot(let other): other == slot
    case .exists, .count, .collect, .shortestPath, .patternComprehension: true
    default: children.contains { $0.reads(slot) }
    }
  }
}

// MARK: - Elements

/// The patterns of one MATCH while they are put together.
struct PatternBuilder {
  enum Kind: Hashable { case node, relationship, path, group }

  var nodes: [ResolvedNode] = []
  var relationships: [ResolvedRelationship] = []
  var paths: [ResolvedPath] = []
  var newSlots: [Int] = []
  /// What each name stands for in this MATCH.
  var kinds: [String: Kind] = [:]
  /// Properties in the pattern with the slot they belong to.
  var properties: [(Int, CypherType, ParsedProperty)] = []
  /// Relationships of variable length with conditions of their own.
  var elements: [(Int, ParsedRelationship)] = []
  var conditions: [ParsedExpression] = []
}

extension Resolver {
  private mutating func add(_ pattern: ParsedPattern, to builder: inout PatternBuilder) {
    var left = node(pattern.start, &builder)
    var path = ResolvedPath(slot: 0, nodes: [left], relationships: [])
    for step in pattern.steps {
      let right = node(step.node, &builder)
      let index = relationship(step.relationship, left, right, pattern.selector, &builder)
      path.relationships.append(index)
      path.nodes.append(right)
      left = right
    }
    guard let name = pattern.variable else { return }
    if scope[name.text] != nil || builder.kinds[name.text] != nil {
      report(
        "a variable called \(name.text) exists already", name.range,
        help: "choose another name for the path", code: "SyntaxError.VariableAlreadyBound")
      return
    }
    builder.kinds[name.text] = .path
    path.slot = declare(name.text, .path)
    builder.newSlots.append(path.slot)
    builder.paths.append(path)
  }

  /// Adds a node, or finds the one of the same name; returns its index.
  mutating func node(_ parsed: ParsedNode, _ builder: inout PatternBuilder) -> Int {
    let index = nodeIndex(parsed, &builder)
    if let labels = parsed.labels {
      checkLabels(labels)
      builder.nodes[index].labels.append(LabelTest(labels))
    }
    let type = nodeType(parsed, builder.nodes[index])
    for property in parsed.properties {
      builder.properties.append((builder.nodes[index].slot, type, property))
    }
    if let condition = parsed.condition { builder.conditions.append(condition) }
    return index
  }

  private func nodeType(_ parsed: ParsedNode, _ node: ResolvedNode) -> CypherType {
    parsed.variable.flatMap { scope[$0.text]?.type } ?? labelsType(parsed.labels)
  }

  private func labelsType(_ labels: ParsedLabels?) -> CypherType {
    guard catalog.open == nil, let labels else { return .node([]) }
    return .node(catalog.labels.map(\.name).filter(labels.matches))
  }

  private mutating func nodeIndex(_ parsed: ParsedNode, _ builder: inout PatternBuilder) -> Int {
    if let name = parsed.variable {
      if let kind = builder.kinds[name.text], kind != .node {
        reportConflict(name, "a \(kind)", wanted: "a node")
      } else if let variable = scope[name.text] {
        if let index = builder.nodes.firstIndex(where: { $0.slot == variable.slot }) {
          return index
        }
        switch variable.type {
        case .node, .any, .null: break
        default: reportConflict(name, variable.type.name, wanted: "a node")
        }
        used.insert(variable.slot)
        builder.kinds[name.text] = .node
        builder.nodes.append(ResolvedNode(slot: variable.slot, isBound: true, labels: []))
        return builder.nodes.count - 1
      } else {
        builder.kinds[name.text] = .node
        return newNode(declare(name.text, labelsType(parsed.labels)), &builder)
      }
    }
    return newNode(newSlot(), &builder)
  }

  private func newNode(_ slot: Int, _ builder: inout PatternBuilder) -> Int {
    builder.newSlots.append(slot)
    builder.nodes.append(ResolvedNode(slot: slot, isBound: false, labels: []))
    return builder.nodes.count - 1
  }

  mutating func reportConflict(_ name: ParsedName, _ found: String, wanted: String) {
    report(
      "\(name.text) is \(found), not \(wanted)", name.range, help: "choose another name",
      code: "SyntaxError.VariableTypeConflict")
  }
}
