import Diagnostics

// Paths of variable length: every trail, that is, none that uses a relationship twice.

extension Matcher {
  /// A longer path is an error, so that no graph can exhaust the stack.
  static let longestPath = 2_000

  func paths(
    _ index: Int, _ fromLeft: Bool, _ isClosing: Bool, _ row: inout Row,
    _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let relationship = match.relationships[index]
    let (from, to) = relationship.ends(fromLeft: fromLeft)
    guard case .node(let start) = row[match.nodes[from].slot] else { return true }
    let end = CypherRelationship.End(label: start.labels.first ?? "", id: start.id)
    if relationship.isBound {
      return try follow(relationship, start, fromLeft, to, isClosing, &row, next)
    }
    var trail: [CypherRelationship] = []
    let walk = Walk(
      relationship: relationship, fromLeft: fromLeft, target: to, isClosing: isClosing)
    return try extend(&trail, walk, at: end, start, &row, next)
  }

  /// What stays the same along all paths of one pattern.
  private struct Walk {
    let relationship: ResolvedRelationship
    let fromLeft: Bool
    let target: Int
    let isClosing: Bool

    var direction: ParsedRelationship.Direction {
      relationship.direction(fromLeft: fromLeft)
    }
    var length: ClosedRange<Int> { relationship.length ?? 1...1 }
  }

  private func extend(
    _ trail: inout [CypherRelationship], _ walk: Walk, at end: CypherRelationship.End,
    _ node: CypherNode, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    if trail.count >= walk.length.lowerBound {
      let values = trail.map { CypherValue.relationship($0) }
      row[walk.relationship.slot] = .list(walk.fromLeft ? values : values.reversed())
      if try !arrive(end, walk.target, isKnown: walk.isClosing, &row, next) { return false }
    }
    guard trail.count < walk.length.upperBound else { return true }
    try checkLength(trail.count, walk.relationship.range)
    for hop in try evaluator.graph.relationships(of: node, walk.direction, walk.relationship.test) {
      try evaluator.tick()
      guard !used.contains(hop.relationship) else { continue }
      guard try fits(hop.relationship, walk.relationship, &row) else { continue }
      guard use(hop.relationship) else { continue }
      defer { used.remove(hop.relationship) }
      trail.append(hop.relationship)
      defer { trail.removeLast() }
      let other = try evaluator.graph.node(hop.end)
      if try !extend(&trail, walk, at: hop.end, other, &row, next) { return false }
    }
    return true
  }

  func checkLength(_ count: Int, _ range: SourceRange) throws {
    guard count >= Self.longestPath else { return }
    throw evaluator.diagnostic(
      EvaluationFailure(
        "a path has more than \(Self.longestPath) relationships",
        code: "ArgumentError.NumberOutOfRange", help: "give the longest length you need: *1..10"),
      range)
  }

  /// Whether a relationship on the way fulfils the conditions of the pattern.
  func fits(
    _ found: CypherRelationship, _ relationship: ResolvedRelationship, _ row: inout Row
  ) throws -> Bool {
    guard let element = relationship.element else { return true }
    row[element.slot] = .relationship(found)
    for condition in element.conditions where try !evaluator.isTrue(condition, &row) {
      return false
    }
    return true
  }

  /// A path whose relationships an earlier clause found.
  private func follow(
    _ pattern: ResolvedRelationship, _ start: CypherNode, _ fromLeft: Bool, _ target: Int,
    _ isClosing: Bool, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    guard case .list(let elements) = row[pattern.slot],
      (pattern.length ?? 1...1).contains(elements.count)
    else { return true }
    var node = start
    var end = CypherRelationship.End(label: start.labels.first ?? "", id: start.id)
    let direction = fromLeft ? pattern.direction : pattern.direction.turned
    var taken: [CypherRelationship] = []
    defer { for relationship in taken { used.remove(relationship) } }
    for element in fromLeft ? elements : elements.reversed() {
      guard case .relationship(let relationship) = element,
        pattern.test.matches(relationship.type), use(relationship)
      else { return true }
      taken.append(relationship)
      if direction != .backward, relationship.source.isEnd(at: node) {
        end = relationship.target
      } else if direction != .forward, relationship.target.isEnd(at: node) {
        end = relationship.source
      } else {
        return true
      }
      node = try evaluator.graph.node(end)
    }
    return try arrive(end, target, isKnown: isClosing, &row, next)
  }
}

// MARK: - Repeated paths

extension Matcher {
  /// `((a)-[r]->(b)){1,3}`: the path inside again and again, each from where the last one ended.
  func repeated(
    _ index: Int, _ isClosing: Bool, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let relationship = match.relationships[index]
    guard let group = relationship.group,
      case .node(let start) = row[match.nodes[relationship.left].slot]
    else { return true }
    var lists = Dictionary(uniqueKeysWithValues: group.lists.map { ($0.outer, [CypherValue]()) })
    var trail: [CypherValue] = []
    return try again(
      index, group, 0, start, &lists, &trail, isClosing, &row, next)
  }

  private func again(
    _ index: Int, _ group: ResolvedGroup, _ count: Int, _ node: CypherNode,
    _ lists: inout [Int: [CypherValue]], _ trail: inout [CypherValue], _ isClosing: Bool,
    _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let relationship = match.relationships[index]
    let length = relationship.length ?? 1...1
    if count >= length.lowerBound {
      for (slot, values) in lists { row[slot] = .list(values) }
      row[relationship.slot] = .list(trail)
      let end = CypherRelationship.End(label: node.labels.first ?? "", id: node.id)
      if try !arrive(end, relationship.right, isKnown: isClosing, &row, next) { return false }
    }
    guard count < length.upperBound else { return true }
    try checkLength(count, relationship.range)
    let inner = self.group(at: index, group)
    let (keptLists, keptTrail, keptUsed) = (lists, trail, inner.used)
    (inner.used, inner.mostUsed) = (used, mostUsed)
    defer {
      inner.used = keptUsed
      if inner.wasCut { (wasCut, inner.wasCut) = (true, false) }
    }
    row[group.match.nodes[group.start].slot] = .node(node)
    return try inner.run(&row) { row in
      let outerUsed = used
      used = inner.used
      defer { (used, lists, trail) = (outerUsed, keptLists, keptTrail) }
      for (slot, outer) in group.lists { lists[outer, default: []].append(row[slot]) }
      for step in group.match.relationships {
        switch row[step.slot] {
        case .list(let elements): trail += elements
        case let single: trail.append(single)
        }
      }
      guard case .node(let end) = row[group.match.nodes[group.end].slot] else { return true }
      return try again(index, group, count + 1, end, &lists, &trail, isClosing, &row, next)
    }
  }
}
