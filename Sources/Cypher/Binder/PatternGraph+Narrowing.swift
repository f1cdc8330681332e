import Diagnostics

extension PatternGraph {
  /// Leaves each relationship the tables that fit the labels of its ends, and each node the labels
  /// that some table of each of its relationships fits, until nothing changes.
  mutating func narrow() {
    for index in relationships.indices {
      let (left, right) = (nodes[relationships[index].left], nodes[relationships[index].right])
      if left.labels.isEmpty || right.labels.isEmpty { relationships[index].isBroken = true }
      if !relationships[index].isBroken { explainIfImpossible(relationships[index]) }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in relationships.indices where !relationships[index].isBroken {
        if narrow(index) { hasChanged = true }
      }
    }
    for relationship in relationships
    where !relationship.isBroken && relationship.candidates.isEmpty && binder.diagnostics.isEmpty {
      binder.report(
        "nothing in the ontology fits this pattern", relationship.parsed.range,
        help: "no node can be at the end of all its relationships here")
    }
  }

  private mutating func narrow(_ index: Int) -> Bool {
    var relationship = relationships[index]
    let (left, right) = (relationship.left, relationship.right)
    let before = (relationship.candidates.count, nodes[left].labels, nodes[right].labels)
    if relationship.length == nil {
      relationship.candidates.removeAll {
        !nodes[left].labels.contains($0.left.label)
          || !nodes[right].labels.contains($0.right.label)
      }
      relationships[index] = relationship
    }
    let candidates = relationship.candidates
    nodes[left].labels.removeAll { label in !candidates.contains { $0.left.label == label } }
    nodes[right].labels.removeAll { label in !candidates.contains { $0.right.label == label } }
    return before.0 != relationship.candidates.count || before.1 != nodes[left].labels
      || before.2 != nodes[right].labels
  }

  /// The pattern as the later phases take it.
  var bound: BoundMatch {
    let bound = nodes.map { node in
      var variable = node.variable
      if node.isNew { variable.type = .node(node.labels) }
      return BoundNode(variable: variable, labels: node.labels, isNew: node.isNew)
    }
    return BoundMatch(
      isOptional: isOptional, nodes: bound,
      relationships: relationships.map { relationship in
        var variable = relationship.variable
        variable.type = .relationship(unique(relationship.candidates.map(\.table.type)))
        return BoundRelationship(
          variable: variable, candidates: relationship.candidates,
          left: bound[relationship.left].variable, right: bound[relationship.right].variable,
          length: relationship.length)
      }, conditions: [])
  }

  /// An earlier variable that may have other labels than the pattern allows has to be looked at.
  var labelConditions: [BoundExpression] {
    nodes.filter { !$0.isNew && $0.restricts && !$0.labels.isEmpty }.map {
      BoundExpression(kind: .hasLabel($0.variable, $0.labels), type: .boolean, range: $0.range)
    }
  }

  private func unique(_ types: [String]) -> [String] {
    var seen: Set<String> = []
    return types.filter { seen.insert($0).inserted }
  }
}

// MARK: - Patterns that can't match

extension PatternGraph {
  private mutating func explainIfImpossible(_ relationship: Relationship) {
    let left = nodes[relationship.left].labels
    let right = nodes[relationship.right].labels
    let fitsLeft = relationship.candidates.filter { left.contains($0.left.label) }
    let fitsRight = relationship.candidates.filter { right.contains($0.right.label) }
    let direction = relationship.parsed.direction
    let name = ["relationship", typeNames(relationship)].filter { !$0.isEmpty }
      .joined(separator: " ")
    let summary: String
    if fitsLeft.isEmpty {
      summary = "no \(name) \(direction.verb) \(one(left))"
    } else if fitsRight.isEmpty {
      summary = "no \(name) \(direction.verbOnRight) \(one(right))"
    } else if relationship.length == nil,
      !fitsLeft.contains(where: { right.contains($0.right.label) })
    {
      summary = "no \(name) joins \(one(left)) and \(one(right))"
    } else {
      return
    }
    binder.report(
      summary, relationship.parsed.range, label: "not in the ontology",
      help: directionHelp(relationship, left: left, right: right))
  }

  private func typeNames(_ relationship: Relationship) -> String {
    relationship.parsed.types.map(\.text).joined(separator: " or ")
  }

  private func one(_ labels: [String]) -> String {
    withArticle(labels.joined(separator: " or "))
  }

  private func directionHelp(
    _ relationship: Relationship, left: [String], right: [String]
  ) -> String? {
    let tables = relationship.candidates.map(\.table)
    let fitsTurned = relationship.candidates.contains {
      left.contains($0.right.label) && right.contains($0.left.label)
    }
    var seen: Set<String> = []
    let ways = tables.map { "\($0.type) runs from \($0.source.label) to \($0.target.label)" }
      .filter { seen.insert($0).inserted }
    if fitsTurned, relationship.parsed.direction != .either {
      return "turn the arrow: \(ways.joined(separator: ", "))"
    }
    return ways.isEmpty || ways.count > 6 ? nil : ways.joined(separator: ", ")
  }
}
