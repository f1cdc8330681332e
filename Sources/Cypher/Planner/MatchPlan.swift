/// The joins of one MATCH while they are put in order.
struct MatchPlan {
  var steps: [PlannedStep] = []
  var places: [Int: PlannedPlace]
  /// Conditions other than the joins themselves, with the tables they speak of.
  private var conditions: [(condition: PlannedCondition, aliases: Set<String>)] = []
  private var relationships: [RelationshipRows] = []

  init(places: [Int: PlannedPlace]) {
    self.places = places
  }

  /// A node that is joined already.
  func end(_ node: BoundNode) -> PlannedEnd? {
    guard case .node(let place)? = places[node.variable.id] else { return nil }
    return PlannedEnd(label: place.label, key: place.key)
  }

  mutating func add(_ condition: PlannedCondition, aliases: Set<String>) {
    conditions.append((condition, aliases))
  }

  /// Requires a node to be the one at an end of a relationship.
  mutating func join(_ node: PlannedNode, _ end: PlannedEnd) {
    join(PlannedEnd(label: node.label, key: node.key), end)
  }

  /// Requires two ends to be one node, at the first step that knows both: a node joined behind a
  /// relationship must find its row whenever the relationship was found.
  mutating func join(_ a: PlannedEnd, _ b: PlannedEnd) {
    if a == b { return }
    let operands = [.column(a.key), .column(b.key), a.label, b.label]
    let aliases = Set(operands.compactMap(\.alias))
    let step = steps.lastIndex { aliases.contains($0.alias) } ?? steps.count - 1
    steps[step].conditions.append(.equal(.column(b.key), .column(a.key)))
    if a.label != b.label { steps[step].conditions.append(.equal(b.label, a.label)) }
  }

  var laterConditions: [PlannedCondition] { conditions.map(\.condition) }

  /// The steps with those that can't fail behind those that leave fewer rows: of joins that promise
  /// one row each, SQLite takes the one written first.
  var stepsWithLookupsLast: [PlannedStep] {
    steps.filter { !$0.isLookup } + steps.filter(\.isLookup)
  }

  /// The steps, each with the conditions that can be told once it is joined.
  var stepsWithAllConditions: [PlannedStep] {
    var all = steps
    for (condition, aliases) in conditions {
      let last = all.lastIndex { aliases.contains($0.alias) } ?? 0
      all[last].conditions.append(condition)
    }
    return all
  }

  func aliases(of expression: BoundExpression) -> Set<String> {
    expression.variables.reduce(into: []) { all, variable in
      if let place = places[variable.id] { all.formUnion(place.aliases) }
    }
  }
}

// MARK: - Relationship uniqueness

extension MatchPlan {
  /// One relationship is not matched twice in a MATCH: compares those that may be the same.
  mutating func keepApart(_ rows: RelationshipRows) {
    for other in relationships
    where !Set(other.relationship.tables).isDisjoint(with: rows.relationship.tables) {
      if let ends = farEnds(rows, other) {
        add(.differ([ends]), aliases: [rows.alias, other.alias])
        continue
      }
      for hop in rows.hops {
        for otherHop in other.hops {
          let pairs = differingPairs(hop, otherHop)
          // A path may be too short to have this relationship.
          let absent = rows.hops.count > 1 ? hop[1] : nil
          add(.differ(pairs, absent: absent), aliases: [rows.alias, other.alias])
        }
      }
    }
    relationships.append(rows)
  }

  /// Of two mirrored relationships that share a node, the other ends: which differ if they do.
  private func farEnds(
    _ a: RelationshipRows, _ b: RelationshipRows
  ) -> (PlannedOperand, PlannedOperand)? {
    guard a.isMirrored, b.isMirrored else { return nil }
    let (these, those) = ([a.left, a.right], [b.left, b.right])
    for (place, end) in these.enumerated() {
      for (otherPlace, otherEnd) in those.enumerated()
      where end.key == otherEnd.key || isJoined(.column(end.key), .column(otherEnd.key)) {
        return (.column(these[1 - place].key), .column(those[1 - otherPlace].key))
      }
    }
    return nil
  }

  /// What has to differ: parts that are equal anyhow, as the joins require it, are left out.
  private func differingPairs(
    _ a: [PlannedOperand], _ b: [PlannedOperand]
  ) -> [(PlannedOperand, PlannedOperand)] {
    let count = max(a.count, b.count)
    return (0..<count).map { ($0 < a.count ? a[$0] : .null, $0 < b.count ? b[$0] : .null) }
      .filter { $0 != $1 && !isJoined($0, $1) }
  }

  /// Whether two columns are both joined to the same third, or to each other.
  private func isJoined(_ a: PlannedOperand, _ b: PlannedOperand) -> Bool {
    let equals = steps.flatMap(\.conditions).compactMap { condition in
      if case .equal(let left, let right) = condition { Set([left, right]) } else { nil }
    }
    if equals.contains([a, b]) { return true }
    let partners = { (operand: PlannedOperand) in
      equals.filter { $0.contains(operand) }.reduce(into: Set()) { $0.formUnion($1) }
        .subtracting([operand])
    }
    return !partners(a).isDisjoint(with: partners(b))
  }
}
