extension SQLGenerator {
  mutating func variable(_ variable: BoundVariable) -> SQLText {
    switch places[variable.id] {
    case .value(let column): return self.column(column)
    case .node(let node): return whole(node, isNullable: variable.isNullable)
    case .relationship(let relationship):
      return whole(relationship, isNullable: variable.isNullable)
    case nil: return items[variable.id].map { value($0) } ?? SQLText("NULL")
    }
  }

  func property(_ name: String, of variable: BoundVariable) -> SQLText {
    let column: PlannedColumn? =
      switch places[variable.id] {
      case .node(let node): node.properties[name]
      case .relationship(let relationship): relationship.properties[name]
      case .value, nil: nil
      }
    return column.map { self.column($0) } ?? SQLText("NULL")
  }

  /// What is null exactly where the node or relationship is.
  func key(of variable: BoundVariable) -> SQLText {
    switch places[variable.id] {
    case .value(let column): self.column(column)
    case .node(let node): self.column(node.key)
    case .relationship(let relationship): self.column(relationship.key[0])
    case nil: SQLText("NULL")
    }
  }

  /// The expression, or only its key where all that counts is whether it is null.
  mutating func presence(_ expression: BoundExpression) -> SQLText {
    if case .variable(let variable) = expression.kind, variable.isMatched {
      return key(of: variable)
    }
    return value(expression)
  }

  /// One value that differs between any two nodes or relationships.
  mutating func identity(_ expression: BoundExpression) -> SQLText {
    guard case .variable(let variable) = expression.kind, variable.isMatched else {
      return value(expression)
    }
    let parts: [PlannedOperand] =
      switch places[variable.id] {
      case .node(let node): [node.label, .column(node.key)]
      case .relationship(let relationship):
        [relationship.table] + relationship.key.map { .column($0) }
      case .value, nil: []
      }
    let columns = parts.filter { $0.alias != nil }.map { operand($0).text }
    if columns.count == 1 { return SQLText(columns[0]) }
    return SQLText(
      "CASE WHEN \(key(of: variable).text) IS NOT NULL "
        + "THEN json_array(\(columns.joined(separator: ", "))) END")
  }
}

// MARK: - Labels and equality

extension SQLGenerator {
  func hasLabel(_ variable: BoundVariable, _ labels: [String]) -> SQLText {
    guard case .node(let node) = places[variable.id] else { return SQLText("NULL") }
    if case .text(let label) = node.label {
      let isFitting = labels.contains(label) ? "TRUE" : "FALSE"
      if !variable.isNullable { return SQLText(isFitting) }
      return SQLText("CASE WHEN \(column(node.key).text) IS NOT NULL THEN \(isFitting) END")
    }
    let names = labels.map { quotedText($0) }.joined(separator: ", ")
    return SQLText("\(operand(node.label).text) IN (\(names))", .equality)
  }

  /// Whether two matched variables are the same node or relationship.
  func areSame(_ a: BoundVariable, _ b: BoundVariable) -> SQLText {
    let pairs: [(PlannedOperand, PlannedOperand)]
    switch (places[a.id], places[b.id]) {
    case (.node(let a), .node(let b)):
      pairs = [(.column(a.key), .column(b.key)), (a.label, b.label)]
    case (.relationship(let a), .relationship(let b)):
      let keys = zip(a.key, b.key).map { (PlannedOperand.column($0), PlannedOperand.column($1)) }
      pairs = keys + [(a.table, b.table)]
    default: return SQLText("NULL")
    }
    let isAlways = { (pair: (PlannedOperand, PlannedOperand)) in
      pair.0 == pair.1 && pair.0.alias == nil
    }
    let terms = pairs.filter { !isAlways($0) }.map { pair in
      SQLText.join(operand(pair.0), "=", operand(pair.1), .equality)
    }
    return SQLText.all(terms) ?? SQLText("TRUE")
  }
}

// MARK: - Whole nodes and relationships

extension SQLGenerator {
  private func whole(_ node: PlannedNode, isNullable: Bool) -> SQLText {
    let kinds = node.labels.compactMap { catalog.label($0) }.flatMap(\.properties)
    let object =
      "json_object('label', \(operand(node.label).text), 'id', \(column(node.key).text), "
      + "'properties', \(properties(node.properties, kinds)))"
    return SQLText(isNullable ? orNull(object, node.key) : object)
  }

  private func whole(_ relationship: PlannedRelationship, isNullable: Bool) -> SQLText {
    let kinds = relationship.tables.flatMap { catalog.relationships[$0].properties }
    func end(_ end: PlannedEnd) -> String {
      "json_object('label', \(operand(end.label).text), 'id', \(column(end.key).text))"
    }
    guard let ends = relationship.ends else { return SQLText("NULL") }
    let object =
      "json_object('type', \(operand(relationship.type).text), "
      + "'source', \(end(ends.source)), 'target', \(end(ends.target)), "
      + "'properties', \(properties(relationship.properties, kinds)))"
    return SQLText(isNullable ? orNull(object, relationship.key[0]) : object)
  }

  private func orNull(_ object: String, _ key: PlannedColumn) -> String {
    "CASE WHEN \(column(key).text) IS NOT NULL THEN \(object) END"
  }

  private func properties(_ columns: [String: PlannedColumn], _ kinds: [Property]) -> String {
    var seen: Set<String> = []
    let pairs = kinds.filter { seen.insert($0.name).inserted }.compactMap { property in
      columns[property.name].map {
        "\(quotedText(property.name)), \(element(column($0), of: CypherType(property.type)))"
      }
    }
    return "json_object(\(pairs.joined(separator: ", ")))"
  }
}
