import Diagnostics

extension Planner {
  /// Adds the joins of one MATCH.
  mutating func plan(_ match: BoundMatch, into draft: inout Draft) {
    var plan = MatchPlan(places: draft.places)
    let narrowings = narrowings(of: match, in: draft)
    for relationship in match.inOrder(placed: Set(draft.places.keys)) {
      let part = narrowings[relationship.variable.id].map { name(of: $0, in: &draft) }
      add(relationship, of: match, narrowedTo: part, to: &plan)
    }
    for node in match.nodes where plan.places[node.variable.id] == nil {
      addTable(of: node, to: &plan, meeting: nil)
    }
    if !match.isOptional {
      for condition in match.conditions { pins.merge(keyPins(condition)) { first, _ in first } }
    }
    for condition in match.conditions.compactMap({ remainder($0, of: match, narrowings) }) {
      planSubqueries(of: condition, in: plan.places)
      plan.add(.expression(condition), aliases: plan.aliases(of: condition))
    }
    for condition in presences(in: match) {
      plan.add(.expression(condition), aliases: plan.aliases(of: condition))
    }
    draft.places = plan.places
    guard match.isOptional else {
      draft.joins += plan.stepsWithLookupsLast.map { .inner($0) }
      draft.conditions += plan.laterConditions
      return
    }
    if !plan.steps.isEmpty { draft.joins.append(.optional(plan.stepsWithAllConditions)) }
  }

  /// That the nodes of earlier clauses are there which stand in no relationship here: an OPTIONAL MATCH may have
  /// left them null, and `EXISTS { (n) }` of null is false.
  private func presences(in match: BoundMatch) -> [BoundExpression] {
    let ends = Set(match.relationships.flatMap { [$0.left.id, $0.right.id] })
    return match.nodes.filter {
      !$0.isNew && $0.variable.isNullable && !ends.contains($0.variable.id)
    }.map { node in
      let place = match.conditions.first?.range ?? SourceRange(0, 0)
      let variable = BoundExpression(
        kind: .variable(node.variable), type: node.variable.type, range: place)
      return BoundExpression(kind: .isNull(variable, negated: true), type: .boolean, range: place)
    }
  }

  // MARK: Relationships

  /// The name under which a narrowing is written down, the same for equal ones.
  private mutating func name(of narrowing: PlannedNarrowing, in draft: inout Draft) -> String {
    if let known = draft.narrowings.first(where: { $0.what == narrowing }) { return known.name }
    let name = names.fresh("near\(draft.narrowings.count + 1)")
    draft.narrowings.append((name, narrowing))
    return name
  }

  private mutating func add(
    _ bound: BoundRelationship, of match: BoundMatch, narrowedTo part: String?,
    to plan: inout MatchPlan
  ) {
    let ends = match.nodes.filter { $0.variable == bound.left || $0.variable == bound.right }
    guard let left = ends.first(where: { $0.variable == bound.left }),
      let right = ends.first(where: { $0.variable == bound.right })
    else { return }
    if plan.places[left.variable.id] == nil, plan.places[right.variable.id] == nil {
      let isBegunAtRight = match.isPinned(right.variable) && !match.isPinned(left.variable)
      let start = isBegunAtRight ? right : left
      if needsTable(start) || bound.length != nil { addTable(of: start, to: &plan, meeting: nil) }
    }

    let types = unique(bound.candidates.map(\.table.type)).joined(separator: "|")
    let wish = bound.variable.name.isEmpty ? types.lowercased() : bound.variable.name
    let alias = names.fresh(wish)
    let rows = relationshipRows(bound, left: left, right: right, alias: alias, in: plan)
    let length = bound.length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
    plan.steps.append(
      PlannedStep(
        alias: rows.alias, source: part.map { .part($0) } ?? rows.source,
        conditions: rows.anchoring.map { [$0] } ?? [], marker: rows.marker,
        summary: "follow \(types)\(length)\(part.map { " of \($0)" } ?? "") as \(rows.alias)"))
    if bound.length == nil { plan.places[bound.variable.id] = .relationship(rows.relationship) }
    for column in rows.nullableEnds {
      plan.add(.isNotNull(column), aliases: [rows.alias])
    }
    connect(left, to: rows.left, in: &plan)
    if left.variable == right.variable {
      plan.join(rows.left, rows.right)
    } else {
      connect(right, to: rows.right, in: &plan)
    }
    plan.keepApart(rows)
  }

  private func relationshipRows(
    _ bound: BoundRelationship, left: BoundNode, right: BoundNode, alias: String,
    in plan: MatchPlan
  ) -> RelationshipRows {
    let isFromRight = plan.end(left) == nil
    let anchor = plan.end(left) ?? plan.end(right)
    if let length = bound.length, let anchor {
      return RelationshipRows(
        paths: bound.candidates, length: length, from: anchor, fromRight: isFromRight,
        to: isFromRight ? left.labels : right.labels, alias: alias, catalog: catalog)
    }
    let properties = properties(bound.variable)
    let isWhole = reads[bound.variable.id]?.isWhole ?? false
    return RelationshipRows(
      bound.candidates, meeting: anchor, fromRight: isFromRight, properties: properties,
      isWhole: isWhole, alias: alias, catalog: catalog)
      ?? RelationshipRows(
        bound.candidates, properties: properties, isWhole: isWhole, alias: alias, catalog: catalog)
  }

  /// Joins the node at an end of a relationship, or takes the relationship's column for its key.
  private mutating func connect(_ node: BoundNode, to end: PlannedEnd, in plan: inout MatchPlan) {
    if case .node(let place)? = plan.places[node.variable.id] {
      plan.join(place, end)
    } else if needsTable(node) {
      addTable(of: node, to: &plan, meeting: end)
    } else {
      let keyProperties = properties(node.variable).map { ($0, end.key) }
      plan.places[node.variable.id] = .node(
        PlannedNode(
          labels: node.labels, label: node.labels.count == 1 ? .text(node.labels[0]) : end.label,
          key: end.key, properties: Dictionary(uniqueKeysWithValues: keyProperties)))
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

// MARK: - Nodes

extension Planner {
  /// Whether something is read of a node beside its key, which its relationships know.
  private func needsTable(_ node: BoundNode) -> Bool {
    guard node.isNew else { return false }
    return properties(node.variable).contains { name in
      node.labels.compactMap { catalog.label($0) }.contains { label in
        label.properties.first { $0.name == name }?.column != label.key
      }
    }
  }

  private mutating func addTable(
    of node: BoundNode, to plan: inout MatchPlan, meeting end: PlannedEnd?
  ) {
    let labels = node.labels.compactMap { catalog.label($0) }
    let label = node.labels.joined(separator: "|")
    let wish = node.variable.name.isEmpty ? label.lowercased() : node.variable.name
    let alias = names.fresh(wish)
    let rows = NodeRows(labels, properties: properties(node.variable), alias: alias)
    plan.steps.append(
      PlannedStep(
        alias: alias, source: rows.source, marker: rows.node.key, isLookup: end != nil,
        summary: "\(end == nil ? "scan" : "look up") \(label) as \(alias)"))
    var place = rows.node
    if let end {
      plan.join(rows.node, end)
      // What the relationship knows needs no row of the node: SQLite can then look it up later.
      if labels.count == 1, case .plain = end.key { place = place.known(by: end.key) }
    }
    plan.places[node.variable.id] = .node(place)
  }

  /// The properties read of a variable, in the order of the catalog.
  private func properties(_ variable: BoundVariable) -> [String] {
    guard let reads = reads[variable.id] else { return [] }
    let all: [Property] =
      switch variable.type {
      case .node(let labels): labels.compactMap { catalog.label($0) }.flatMap(\.properties)
      case .relationship(let types):
        catalog.relationships.filter { types.contains($0.type) }.flatMap(\.properties)
      default: []
      }
    return unique(all.map(\.name)).filter { reads.isWhole || reads.properties.contains($0) }
  }
}

extension BoundMatch {
  /// Whether a condition says which few nodes a variable can be, so that joins best begin there.
  func isPinned(_ variable: BoundVariable) -> Bool {
    conditions.contains { $0.pins(variable) }
  }

  /// The relationships in such an order that each touches a node known before, where possible.
  func inOrder(placed: Set<Int>) -> [BoundRelationship] {
    var known = placed
    var waiting = relationships
    var ordered: [BoundRelationship] = []
    while !waiting.isEmpty {
      let next =
        waiting.firstIndex { known.contains($0.left.id) || known.contains($0.right.id) } ?? 0
      let relationship = waiting.remove(at: next)
      known.formUnion([relationship.left.id, relationship.right.id])
      ordered.append(relationship)
    }
    return ordered
  }
}

extension BoundExpression {
  /// Whether it holds only where a property of the variable equals something.
  fileprivate func pins(_ variable: BoundVariable) -> Bool {
    guard case .binary(let operation, let left, let right) = kind else { return false }
    switch operation {
    case .and: return left.pins(variable) || right.pins(variable)
    case .equal, .in:
      return [left, right].contains { side in
        if case .property(variable, _) = side.kind { true } else { false }
      }
    default: return false
    }
  }
}
