// Subqueries about a node that the query names. "Whom she has not met" asks of each person whether she
// has. All whom she has met are a list, the same for all rows: so EXISTS becomes IN that list, which SQLite
// writes down once instead of looking into an index for each row. Only where a node of the subquery is
// named by its key, so that the list is its neighbourhood and not everybody's.

/// What EXISTS asks where it is the same for all rows but for one column.
struct PlannedMembership {
  /// The column of the query around it, which is never null.
  var outer: PlannedColumn
  /// The column of the subquery that has to hold the same value, never null either.
  var inner: PlannedColumn
}

extension Planner {
  /// The subquery as a list for one column of the query around it; nil where it is no such.
  func listed(
    _ subquery: BoundSubquery, _ planned: PlannedSubquery, in outer: [Int: PlannedPlace]
  ) -> PlannedSubquery? {
    var pinned: [PlannedColumn: BoundExpression] = [:]
    var free: Set<PlannedColumn> = []
    for node in subquery.matches.flatMap(\.nodes) {
      guard let place = outer[node.variable.id] else { continue }
      guard case .node(let known) = place, !node.variable.isNullable else { return nil }
      if let value = pins[node.variable.id] {
        pinned[known.key] = value
      } else {
        free.insert(known.key)
      }
    }
    guard !pinned.isEmpty, free.count == 1, let column = free.first, case .plain = column else {
      return nil
    }
    var list = MembershipList(column, pinned: pinned, of: planned)
    return list?.subquery()
  }

  /// The nodes of which a condition says what their key is, wherever it holds.
  func keyPins(_ condition: BoundExpression) -> [Int: BoundExpression] {
    guard case .binary(let operation, let left, let right) = condition.kind else { return [:] }
    switch operation {
    case .and: return keyPins(left).merging(keyPins(right)) { first, _ in first }
    case .equal:
      if let owner = keyOwner(left), right.literal != nil { return [owner.id: right] }
      if let owner = keyOwner(right), left.literal != nil { return [owner.id: left] }
      return [:]
    default: return [:]
    }
  }
}

/// A subquery while it is freed from the query around it.
private struct MembershipList {
  private let column: PlannedColumn
  private let pinned: [PlannedColumn: BoundExpression]
  private var planned: PlannedSubquery
  private let own: Set<String>
  private var inner: PlannedColumn?

  /// Nil if its tables depend on tables before it.
  init?(
    _ column: PlannedColumn, pinned: [PlannedColumn: BoundExpression], of planned: PlannedSubquery
  ) {
    let standsAlone = planned.steps.allSatisfy { step in
      switch step.source {
      case .table, .union: true
      case .part, .paths, .elements: false
      }
    }
    guard standsAlone else { return nil }
    self.column = column
    self.pinned = pinned
    self.planned = planned
    own = Set(planned.steps.map(\.alias))
  }

  /// Nil if something but the one column still comes from outside.
  mutating func subquery() -> PlannedSubquery? {
    for index in planned.steps.indices {
      guard let conditions = freed(planned.steps[index].conditions) else { return nil }
      planned.steps[index].conditions = conditions
    }
    guard let conditions = freed(planned.conditions), let inner else { return nil }
    planned.conditions = conditions
    planned.membership = PlannedMembership(outer: column, inner: inner)
    return planned
  }

  private mutating func freed(_ conditions: [PlannedCondition]) -> [PlannedCondition]? {
    var kept: [PlannedCondition] = []
    for condition in conditions {
      if case .equal(let a, let b) = condition, let outside = [a, b].first(where: { !isOwn($0) }) {
        guard case .column(let from) = outside, case .column(let to) = a == outside ? b : a,
          isOwn(to), case .plain = to
        else { return nil }
        if let value = pinned[from] {
          kept.append(.holds(to, value))
        } else if from != column {
          return nil
        } else if let inner {
          kept.append(.equal(.column(inner), .column(to)))
        } else {
          inner = to
        }
      } else if isOwn(condition) {
        kept.append(condition)
      } else {
        return nil
      }
    }
    return kept
  }

  private func isOwn(_ condition: PlannedCondition) -> Bool {
    switch condition {
    case .equal(let a, let b): isOwn(a) && isOwn(b)
    case .holds(let column, _), .isNotNull(let column): isOwn(column)
    case .isIn(let value, let columns): isOwn(value) && columns.allSatisfy(isOwn)
    case .differ(let pairs, let absent):
      pairs.allSatisfy { isOwn($0.0) && isOwn($0.1) } && isOwn(absent ?? .null)
    case .expression(let expression):
      !expression.containsSubquery
        && expression.variables.allSatisfy {
          planned.places[$0.id]?.columns.allSatisfy(isOwn) == true
        }
    }
  }

  private func isOwn(_ operand: PlannedOperand) -> Bool {
    if case .column(let column) = operand { isOwn(column) } else { true }
  }

  private func isOwn(_ column: PlannedColumn) -> Bool {
    switch column {
    case .plain(let table, _), .element(let table, _): own.contains(table)
    case .opposite(let table, _, let anchor): own.contains(table) && isOwn(anchor)
    }
  }
}

extension PlannedPlace {
  /// All columns in which its parts stand.
  fileprivate var columns: [PlannedColumn] {
    let operands: [PlannedOperand]
    let columns: [PlannedColumn]
    switch self {
    case .value(let column): return [column]
    case .node(let node): (operands, columns) = ([node.label], [node.key] + node.properties.values)
    case .relationship(let relationship):
      let ends = relationship.ends.map { [$0.source, $0.target] } ?? []
      operands = [relationship.table, relationship.type] + ends.map(\.label)
      columns = relationship.key + ends.map(\.key) + relationship.properties.values
    }
    return columns
      + operands.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }
}

extension BoundExpression {
  fileprivate var containsSubquery: Bool {
    switch kind {
    case .exists, .count: true
    default: children.contains(where: \.containsSubquery)
    }
  }
}
