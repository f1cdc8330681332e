import Diagnostics

extension ParsedRelationship.Direction {
  /// The same as seen from the other end.
  var turned: ParsedRelationship.Direction {
    switch self {
    case .forward: .backward
    case .backward: .forward
    case .either: .either
    }
  }
}

extension ResolvedRelationship {
  var test: TypeTest { TypeTest(names: types, test: typeTest) }

  /// The places of the nodes it leads from and to, gone from the left or from the right.
  func ends(fromLeft: Bool) -> (from: Int, to: Int) {
    fromLeft ? (left, right) : (right, left)
  }

  /// Its direction as it is gone.
  func direction(fromLeft: Bool) -> ParsedRelationship.Direction {
    fromLeft ? direction : direction.turned
  }
}

extension Matcher {
  /// Along one relationship from the end that is known.
  func expand(
    _ index: Int, _ fromLeft: Bool, _ isClosing: Bool, _ row: inout Row,
    _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let relationship = match.relationships[index]
    let (from, to) = relationship.ends(fromLeft: fromLeft)
    guard case .node(let node) = row[match.nodes[from].slot] else { return true }
    let direction = relationship.direction(fromLeft: fromLeft)
    for hop in try evaluator.graph.relationships(of: node, direction, relationship.test) {
      try evaluator.tick()
      guard use(hop.relationship) else { continue }
      defer { used.remove(hop.relationship) }
      row[relationship.slot] = .relationship(hop.relationship)
      if try !arrive(hop.end, to, isKnown: isClosing, &row, next) { return false }
    }
    return true
  }

  /// A relationship that is known, in each way its ends may lie.
  func bound(
    _ index: Int, _ isLeftKnown: Bool, _ isRightKnown: Bool, _ row: inout Row,
    _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let pattern = match.relationships[index]
    guard case .relationship(let relationship) = row[pattern.slot] else {
      if row[pattern.slot].isNull { return true }
      throw evaluator.diagnostic(
        EvaluationFailure(
          "a pattern needs a relationship, this is \(row[pattern.slot].typeName)",
          code: "TypeError.InvalidArgumentType"), pattern.range)
    }
    guard pattern.test.matches(relationship.type), use(relationship) else {
      return true
    }
    defer { used.remove(relationship) }
    var ways: [(CypherRelationship.End, CypherRelationship.End)] = []
    if pattern.direction != .backward { ways.append((relationship.source, relationship.target)) }
    if pattern.direction == .backward
      || (pattern.direction == .either && relationship.source != relationship.target)
    {
      ways.append((relationship.target, relationship.source))
    }
    for (left, right) in ways {
      let goesOn = try arrive(left, pattern.left, isKnown: isLeftKnown, &row) { row in
        try arrive(
          right, pattern.right, isKnown: isRightKnown || pattern.left == pattern.right, &row, next)
      }
      if !goesOn { return false }
    }
    return true
  }

  /// A named path from the values of its parts.
  func path(_ path: ResolvedPath, _ row: Row) throws -> CypherValue {
    guard case .node(let start) = row[match.nodes[path.nodes[0]].slot] else { return .null }
    var result = CypherPath(nodes: [start], relationships: [])
    for (position, index) in path.relationships.enumerated() {
      switch row[match.relationships[index].slot] {
      case .relationship(let relationship):
        guard case .node(let node) = row[match.nodes[path.nodes[position + 1]].slot] else {
          return .null
        }
        result.relationships.append(relationship)
        result.nodes.append(node)
      case .list(let elements):
        for case .relationship(let relationship) in elements {
          let last = result.nodes[result.nodes.count - 1]
          let end =
            relationship.source.isEnd(at: last) ? relationship.target : relationship.source
          result.relationships.append(relationship)
          result.nodes.append(try evaluator.graph.node(end))
        }
      default: return .null
      }
    }
    return .path(result)
  }
}
