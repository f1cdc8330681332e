// Cycles among few nodes. Where lists say which nodes the ends of relationships can be, as in "triangles
// among these 200", each join of a cycle would go through all neighbours of a node, most of them not in
// the list. So the relationships between listed nodes are written down first, once for all edges of
// the cycle; SQLite builds an index on them and closes the cycle with it.

/// The relationships of one table whose ends stand in lists, written down before the part that reads
/// them.
struct PlannedNarrowing: Hashable {
  struct End: Hashable {
    var column: String
    var list: BoundExpression
  }

  var table: String
  var ends: [End]
  /// The columns of which the first must be less than the second.
  var order: [String] = []
}

extension Planner {
  /// The relationships of a MATCH that are worth writing down, by variable.
  func narrowings(of match: BoundMatch, in draft: Draft) -> [Int: PlannedNarrowing] {
    guard !match.isOptional, draft.mayNarrow else { return [:] }
    let lists = match.conditions.reduce(into: [Int: BoundExpression]()) { lists, condition in
      for (variable, list) in keyLists(condition) where isOfOneRow(list, draft) {
        if lists[variable.id] == nil { lists[variable.id] = list }
      }
    }
    let orders = match.conditions.flatMap(keyOrders)
    var narrowings: [Int: PlannedNarrowing] = [:]
    var nodes: Set<Int> = []
    for relationship in match.relationships where relationship.length == nil {
      guard relationship.candidates.count == 1, let left = lists[relationship.left.id],
        let right = lists[relationship.right.id], relationship.left != relationship.right
      else { continue }
      let candidate = relationship.candidates[0]
      var narrowing = PlannedNarrowing(
        table: candidate.table.table,
        ends: [
          .init(column: candidate.left.column, list: left),
          .init(column: candidate.right.column, list: right),
        ].sorted { $0.column < $1.column })
      if orders.contains(where: { $0 == (relationship.left, relationship.right) }) {
        narrowing.order = [candidate.left.column, candidate.right.column]
      } else if orders.contains(where: { $0 == (relationship.right, relationship.left) }) {
        narrowing.order = [candidate.right.column, candidate.left.column]
      }
      narrowings[relationship.variable.id] = narrowing
      nodes.formUnion([relationship.left.id, relationship.right.id])
    }
    return narrowings.count >= nodes.count ? narrowings : [:]
  }

  /// The nodes whose key has to stand in a list wherever the condition holds.
  private func keyLists(_ condition: BoundExpression) -> [(BoundVariable, BoundExpression)] {
    guard case .binary(let operation, let left, let right) = condition.kind else { return [] }
    if operation == .and { return keyLists(left) + keyLists(right) }
    guard operation == .in, let variable = keyOwner(left) else { return [] }
    return [(variable, right)]
  }

  /// The nodes of which the key of the first must be less than that of the second.
  private func keyOrders(_ condition: BoundExpression) -> [(BoundVariable, BoundVariable)] {
    guard case .binary(let operation, let left, let right) = condition.kind else { return [] }
    if operation == .and { return keyOrders(left) + keyOrders(right) }
    guard let a = keyOwner(left), let b = keyOwner(right) else { return [] }
    switch operation {
    case .less: return [(a, b)]
    case .greater: return [(b, a)]
    default: return []
    }
  }

  /// The node of one label of which the expression is the key.
  func keyOwner(_ expression: BoundExpression) -> BoundVariable? {
    guard case .property(let variable, let name) = expression.kind,
      case .node(let labels) = variable.type, labels.count == 1,
      let label = catalog.label(labels[0]),
      label.properties.contains(where: { $0.name == name && $0.column == label.key })
    else { return nil }
    return variable
  }

  /// The condition without what narrowed relationships fulfil anyhow; nil if that is all of it.
  func remainder(
    _ condition: BoundExpression, of match: BoundMatch, _ narrowings: [Int: PlannedNarrowing]
  ) -> BoundExpression? {
    guard case .binary(let operation, let left, let right) = condition.kind else {
      return condition
    }
    if operation == .and {
      let parts = [left, right].compactMap { remainder($0, of: match, narrowings) }
      if parts.count == 2 {
        var both = condition
        both.kind = .binary(.and, parts[0], parts[1])
        return both
      }
      return parts.first
    }
    guard operation == .in, let node = keyOwner(left) else { return condition }
    let isFulfilled = match.relationships.contains { relationship in
      guard let narrowing = narrowings[relationship.variable.id] else { return false }
      let candidate = relationship.candidates[0]
      let end = relationship.left == node ? candidate.left : candidate.right
      return (relationship.left == node || relationship.right == node)
        && narrowing.ends.contains(.init(column: end.column, list: right))
    }
    return isFulfilled ? nil : condition
  }

  /// Whether a list is the same for all rows of the part.
  private func isOfOneRow(_ list: BoundExpression, _ draft: Draft) -> Bool {
    if list.literal != nil { return true }
    guard case .variable(let variable) = list.kind,
      case .value(let column)? = draft.places[variable.id]
    else { return false }
    return partsOfOneRow.contains(column.table)
  }
}
