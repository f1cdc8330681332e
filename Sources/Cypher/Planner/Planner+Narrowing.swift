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
}

extension Planner {
  /// The relationships of a MATCH that are worth writing down, by variable.
  func narrowings(of match: BoundMatch, in draft: Draft) -> [Int: PlannedNarrowing] {
    guard !match.isOptional else { return [:] }
    let lists = match.conditions.reduce(into: [Int: BoundExpression]()) { lists, condition in
      for (variable, list) in keyLists(condition) where isOfOneRow(list, draft) {
        if lists[variable.id] == nil { lists[variable.id] = list }
      }
    }
    var narrowings: [Int: PlannedNarrowing] = [:]
    var nodes: Set<Int> = []
    for relationship in match.relationships where relationship.length == nil {
      guard relationship.candidates.count == 1, let left = lists[relationship.left.id],
        let right = lists[relationship.right.id], relationship.left != relationship.right
      else { continue }
      let candidate = relationship.candidates[0]
      narrowings[relationship.variable.id] = PlannedNarrowing(
        table: candidate.table.table,
        ends: [
          .init(column: candidate.left.column, list: left),
          .init(column: candidate.right.column, list: right),
        ].sorted { $0.column < $1.column })
      nodes.formUnion([relationship.left.id, relationship.right.id])
    }
    return narrowings.count >= nodes.count ? narrowings : [:]
  }

  /// The nodes whose key has to stand in a list wherever the condition holds.
  private func keyLists(_ condition: BoundExpression) -> [(BoundVariable, BoundExpression)] {
    guard case .binary(let operation, let left, let right) = condition.kind else { return [] }
    if operation == .and { return keyLists(left) + keyLists(right) }
    guard operation == .in, case .property(let variable, let name) = left.kind,
      case .node(let labels) = variable.type, labels.count == 1,
      let label = catalog.label(labels[0]),
      label.properties.contains(where: { $0.name == name && $0.column == label.key })
    else { return [] }
    return [(variable, right)]
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
