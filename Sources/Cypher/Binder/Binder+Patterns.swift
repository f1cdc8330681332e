import Diagnostics

extension Binder {
  mutating func match(_ parsed: ParsedMatch) -> BoundMatch {
    match(parsed, newNodes: true)
  }

  /// Binds a MATCH, or a pattern predicate, which can't make variables.
  mutating func match(_ parsed: ParsedMatch, newNodes: Bool) -> BoundMatch {
    var graph = PatternGraph(binder: self, isOptional: parsed.isOptional)
    for pattern in parsed.patterns { graph.add(pattern, newNodes: newNodes) }
    graph.narrow()
    self = graph.binder

    var match = graph.bound
    for node in match.nodes where node.isNew && !node.variable.name.isEmpty {
      scope.declare(node.variable.name, node.variable)
    }
    for relationship in match.relationships where !relationship.variable.name.isEmpty {
      scope.declare(relationship.variable.name, relationship.variable)
    }
    match.conditions = graph.labelConditions
    for (variable, property) in graph.properties {
      let range = property.name.range.union(property.value.range)
      guard let variable = match.variable(variable) else { continue }
      let value = expression(property.value)
      let left = self.property(property.name, of: variable, range: property.name.range)
      match.conditions.append(comparison(.equal, left, value, range))
    }
    if let parsed = parsed.condition { match.conditions.append(condition(parsed, in: "WHERE")) }
    return match
  }

  /// Binds the body of EXISTS or COUNT; its variables end with it.
  mutating func subquery(_ parsed: ParsedSubquery, newNodes: Bool = true) -> BoundSubquery {
    let (visible, place) = (scope, aggregates)
    defer { (scope, aggregates) = (visible, place) }
    aggregates = .forbidden("in a subquery")
    if let inner = parsed.query?.branches.first {
      report("a whole query in braces is not supported yet", inner.range)
    }
    subqueryCount += 1
    let id = subqueryCount
    return BoundSubquery(id: id, matches: parsed.matches.map { match($0, newNodes: newNodes) })
  }
}

extension BoundMatch {
  /// The node or relationship with the given variable's id, as it was typed in the end.
  fileprivate func variable(_ id: Int) -> BoundVariable? {
    nodes.first { $0.variable.id == id }?.variable
      ?? relationships.first { $0.variable.id == id }?.variable
  }
}
