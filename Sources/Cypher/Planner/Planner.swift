/// Turns patterns into joins of tables, leaving out every table nobody reads.
struct Planner {
  let catalog: Catalog
  let reads: [Int: BoundReads]
  var names = AliasNames()
  var subqueries: [Int: PlannedSubquery] = [:]
  /// The keys that conditions require of nodes, by variable.
  var pins: [Int: BoundExpression] = [:]
  private var partCount = 0
  /// The parts that give exactly one row.
  private(set) var partsOfOneRow: Set<String> = []

  private init(_ catalog: Catalog, _ reads: [Int: BoundReads]) {
    self.catalog = catalog
    self.reads = reads
    // The relationships of a path are called so; a variable of that name would be hidden.
    for hop in 1...PatternGraph.longestPath { _ = names.fresh("hop\(hop)") }
    // A part of the same name would hide a table.
    for table in catalog.labels.map(\.table) + catalog.relationships.map(\.table)
    where table.lowercased().hasPrefix("part") {
      _ = names.fresh(table)
    }
  }

  static func plan(_ query: BoundQuery, catalog: Catalog) -> PlannedQuery {
    var planner = Planner(catalog, query.reads)
    let branches = query.branches.map { planner.branch($0) }
    return PlannedQuery(branches: branches, subqueries: planner.subqueries)
  }

  private mutating func branch(_ bound: BoundBranch) -> PlannedBranch {
    var parts: [PlannedPart] = []
    var draft = Draft()
    for clause in bound.clauses {
      switch clause {
      case .match(let match): plan(match, into: &draft)
      case .unwind(let unwind): plan(unwind, into: &draft)
      case .projection(let projection):
        let (part, next) = finish(draft, with: projection)
        parts.append(part)
        draft = next
      }
    }
    return PlannedBranch(parts: parts, keepsDuplicates: bound.keepsDuplicates)
  }

  /// A part while its clauses are added.
  struct Draft {
    var joins: [PlannedJoin] = []
    var conditions: [PlannedCondition] = []
    var places: [Int: PlannedPlace] = [:]
    /// What is written down before the part, by name.
    var narrowings: [(name: String, what: PlannedNarrowing)] = []
    /// Whether something can be: not before a subquery.
    var mayNarrow = true
  }

  private mutating func plan(_ unwind: BoundUnwind, into draft: inout Draft) {
    planSubqueries(of: unwind.list, in: draft.places)
    let alias = names.fresh(unwind.variable.name)
    let column = PlannedColumn(table: alias, name: "value")
    let step = PlannedStep(
      alias: alias, source: .elements(unwind.list), marker: column,
      summary: "unwind a list as \(unwind.variable.name)")
    draft.joins.append(.inner(step))
    draft.places[unwind.variable.id] = .value(column)
  }
}

// MARK: - Subqueries

extension Planner {
  /// Plans the subqueries inside an expression, whose outer variables stand in `places`.
  mutating func planSubqueries(of expression: BoundExpression, in places: [Int: PlannedPlace]) {
    switch expression.kind {
    case .exists(let subquery): plan(subquery, mayBeListed: true, in: places)
    case .count(let subquery): plan(subquery, mayBeListed: false, in: places)
    default: for child in expression.children { planSubqueries(of: child, in: places) }
    }
  }

  private mutating func plan(
    _ subquery: BoundSubquery, mayBeListed: Bool, in places: [Int: PlannedPlace]
  ) {
    // What it requires holds inside alone.
    let outerPins = pins
    var draft = Draft(mayNarrow: false)
    draft.places = places
    for match in subquery.matches { plan(match, into: &draft) }
    let planned = PlannedSubquery(
      steps: draft.joins.flatMap(\.steps), conditions: draft.conditions, places: draft.places)
    pins = outerPins
    let list = mayBeListed ? listed(subquery, planned, in: places) : nil
    subqueries[subquery.id] = list ?? planned
  }
}

// MARK: - WITH and RETURN

extension Planner {
  /// Closes a part; the next one begins by reading it.
  private mutating func finish(
    _ draft: Draft, with bound: BoundProjection
  ) -> (part: PlannedPart, next: Draft) {
    for expression in bound.items.map(\.expression) + bound.order.map(\.expression) {
      planSubqueries(of: expression, in: draft.places)
    }
    partCount += 1
    let name = names.fresh("part\(partCount)")
    var columns = PartColumns(part: name)
    var projection = PlannedProjection(
      columns: [], isDistinct: bound.isDistinct, grouping: bound.isAggregated ? [] : nil,
      order: bound.order, itemColumns: [:], items: [:], skip: bound.skip, limit: bound.limit)
    for item in bound.items {
      let id = item.variable.id
      projection.items[id] = item.expression
      if !item.expression.containsAggregate {
        projection.grouping?.append(contentsOf: groupingKeys(item.expression, draft.places))
      }
      if case .variable = item.expression.kind, !bound.isReturn, let place = draft.places[id] {
        if columns.places[id] == nil { columns.hand(on: place, of: item.variable) }
      } else {
        projection.itemColumns[id] = columns.add(item)
      }
    }
    projection.columns = columns.outputs
    if projection.hasOneRow { partsOfOneRow.insert(name) }
    var draft = draft
    let isKept = putInOrder(&draft, bound)
    let part = PlannedPart(
      name: name, narrowings: draft.narrowings, joins: draft.joins, keepsOrder: isKept,
      conditions: draft.conditions, places: draft.places, projection: projection)
    return (part, bound.isReturn ? Draft() : next(after: name, columns, bound.condition))
  }

  private mutating func next(
    after name: String, _ columns: PartColumns, _ condition: BoundExpression?
  ) -> Draft {
    var next = Draft()
    next.places = columns.places
    let step = PlannedStep(
      alias: name, source: .part(name), marker: nil,
      summary: "read \(name)")
    next.joins = [.inner(step)]
    if let condition {
      pins.merge(keyPins(condition)) { first, _ in first }
      planSubqueries(of: condition, in: next.places)
      next.conditions = [.expression(condition)]
    }
    return next
  }

  /// A node or relationship is grouped by its key: what else is read of it depends on that.
  private func groupingKeys(
    _ expression: BoundExpression, _ places: [Int: PlannedPlace]
  ) -> [PlannedOutput.Value] {
    guard case .variable(let variable) = expression.kind, let place = places[variable.id] else {
      return [.expression(expression)]
    }
    switch place {
    case .value: return [.expression(expression)]
    case .node(let node):
      return ([.column(node.key)] + [node.label].filter { $0.alias != nil }).map {
        .operand($0)
      }
    case .relationship(let relationship):
      let keys = relationship.key.map { PlannedOperand.column($0) }
      return (keys + [relationship.table].filter { $0.alias != nil }).map { .operand($0) }
    }
  }
}
