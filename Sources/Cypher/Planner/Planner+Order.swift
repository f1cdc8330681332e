// The first rows by a property of a relationship, as in "the twenty pairs that met most often". SQLite
// joins first and sorts then; where every other step only looks up one row, the relationships can be
// read in their order instead, by an index if there is one, until there are enough.

extension Planner {
  /// Puts the step whose column rows are ordered by first, if that is safe.
  ///
  /// - Returns: whether the order of steps must be kept.
  func putInOrder(_ draft: inout Draft, _ projection: BoundProjection) -> Bool {
    guard projection.limit != nil, !projection.isAggregated, !projection.isDistinct,
      let column = draft.column(of: projection.order.first?.expression, projection.items)
    else { return false }
    var steps: [PlannedStep] = []
    for join in draft.joins {
      guard case .inner(let step) = join, case .table = step.source else { return false }
      steps.append(step)
    }
    guard let first = steps.first(where: { $0.alias == column.table }), steps.count > 1,
      !draft.conditions.contains(where: \.picks)
    else { return false }
    let others = steps.filter { $0.alias != column.table }
    // A node that the relationship was reached from is looked up as well as one that it leads to.
    guard others.allSatisfy({ $0.isLookup || first.column(joinedTo: $0.marker) != nil }) else {
      return false
    }
    draft.joins = ([first] + others).map { .inner($0) }
    for (id, place) in draft.places {
      // Conditions speak of the relationship's columns then, which its indexes may be made for.
      if case .node(let node) = place, let key = first.column(joinedTo: node.key) {
        draft.places[id] = .node(node.known(by: key))
      }
    }
    return true
  }
}

extension Planner.Draft {
  /// The column of a table that an expression, or the item of its name, stands for.
  fileprivate func column(
    of expression: BoundExpression?, _ items: [BoundItem]
  ) -> PlannedColumn? {
    var expression = expression
    if case .variable(let variable)? = expression?.kind {
      expression = items.first { $0.variable == variable }?.expression
    }
    guard case .property(let variable, let name)? = expression?.kind,
      case .relationship(let relationship)? = places[variable.id]
    else { return nil }
    return relationship.properties[name]
  }
}

extension PlannedStep {
  /// The column of its own that must equal the key of another step.
  fileprivate func column(joinedTo key: PlannedColumn?) -> PlannedColumn? {
    for case .equal(.column(let own), .column(let other)) in conditions where other == key {
      return own
    }
    return nil
  }
}

extension PlannedCondition {
  /// Whether it holds for few rows, so that it is better to begin with these.
  fileprivate var picks: Bool {
    switch self {
    case .expression(let expression): expression.picks
    case .equal, .holds, .isNotNull, .isIn, .differ: false
    }
  }
}

extension BoundExpression {
  /// Only comparisons of order are known to leave many rows.
  fileprivate var picks: Bool {
    guard case .binary(let operation, let left, let right) = kind else { return true }
    switch operation {
    case .and: return left.picks || right.picks
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual: return false
    default: return true
    }
  }
}
