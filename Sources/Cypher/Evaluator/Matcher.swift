import Diagnostics

/// Finds all ways in which the patterns of a MATCH fit, one node and relationship after the other.
final class Matcher {
  let match: ResolvedMatch
  let plan: MatchSteps
  let evaluator: Evaluator
  /// The relationships of the match so far: none is used twice.
  var used: Set<CypherRelationship> = []
  /// The most relationships that may be used, and whether a path was given up for it.
  var mostUsed = Int.max
  var wasCut = false
  /// The matchers of paths that are repeated, by the place of the relationship.
  private var groups: [Int: Matcher] = [:]
  /// The matchers of paths of which the shortest are wanted.
  private(set) lazy var selections = match.selections.map { Matcher($0.match, evaluator) }

  /// A matcher; the nodes `given` are in the row already.
  init(_ match: ResolvedMatch, _ evaluator: Evaluator, given: Set<Int> = []) {
    self.match = match
    self.evaluator = evaluator
    plan = MatchSteps(match, given: given)
  }

  /// Calls `body` with the row filled in for each way; false if it wants no more.
  func run(_ row: inout Row, _ body: (inout Row) throws -> Bool) throws -> Bool {
    try step(0, &row, body)
  }

  /// The matcher of the path that a relationship stands for.
  func group(at index: Int, _ group: ResolvedGroup) -> Matcher {
    if let known = groups[index] { return known }
    let made = Matcher(group.match, evaluator, given: [group.start])
    groups[index] = made
    return made
  }

  private func step(
    _ index: Int, _ row: inout Row, _ body: (inout Row) throws -> Bool
  ) throws -> Bool {
    guard index < plan.steps.count else { return try body(&row) }
    try evaluator.tick()
    let step = plan.steps[index]
    func next(_ row: inout Row) throws -> Bool {
      for condition in step.conditions where try !evaluator.isTrue(condition, &row) { return true }
      return try self.step(index + 1, &row, body)
    }
    switch step.kind {
    case .known(let node):
      guard case .node(let found) = row[match.nodes[node].slot] else {
        if row[match.nodes[node].slot].isNull { return true }
        throw evaluator.diagnostic(
          EvaluationFailure(
            "a pattern needs a node, this is \(row[match.nodes[node].slot].typeName)",
            code: "TypeError.InvalidArgumentType"), match.relationships.first?.range ?? .init(0, 0))
      }
      return fits(found, node) ? try next(&row) : true
    case .scan(let node): return try scan(node, &row, next)
    case .check: return try next(&row)
    case .expand(let relationship, let fromLeft, let isClosing):
      return try expand(relationship, fromLeft, isClosing, &row, next)
    case .bound(let relationship, let isLeftKnown, let isRightKnown):
      return try bound(relationship, isLeftKnown, isRightKnown, &row, next)
    case .paths(let relationship, let fromLeft, let isClosing):
      return try paths(relationship, fromLeft, isClosing, &row, next)
    case .shortest(let relationship): return try shortest(relationship, &row, next)
    case .group(let relationship, let isClosing):
      return try repeated(relationship, isClosing, &row, next)
    case .selection(let index): return try select(index, &row, next)
    case .path(let path):
      row[match.paths[path].slot] = try self.path(match.paths[path], row)
      return try next(&row)
    }
  }
}

// MARK: - Relationships used

extension Matcher {
  /// Counts a relationship as used; false if it was already, or if there are too many.
  func use(_ relationship: CypherRelationship) -> Bool {
    guard !used.contains(relationship) else { return false }
    guard used.count < mostUsed else {
      wasCut = true
      return false
    }
    used.insert(relationship)
    return true
  }
}

// MARK: - Nodes

extension Matcher {
  func fits(_ node: CypherNode, _ index: Int) -> Bool {
    match.nodes[index].labels.allSatisfy { $0.matches(node.labels) }
  }

  private func scan(
    _ index: Int, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let node = match.nodes[index]
    var equalities: [CypherMember] = []
    for equality in node.equalities {
      let value = try evaluator.value(equality.value, &row)
      if value.isNull { return true }
      equalities.append(CypherMember(equality.name, value))
    }
    return try evaluator.graph.forEachNode(node.labels, equalities) { found in
      try evaluator.tick()
      row[node.slot] = .node(found)
      return try next(&row)
    }
  }

  /// Goes on with the node at an end, which may have been found before.
  func arrive(
    _ end: CypherRelationship.End, _ index: Int, isKnown: Bool, _ row: inout Row,
    _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let slot = match.nodes[index].slot
    if isKnown {
      guard case .node(let known) = row[slot] else { return true }
      return end.isEnd(at: known) ? try next(&row) : true
    }
    let node = try evaluator.graph.node(end)
    guard fits(node, index) else { return true }
    row[slot] = .node(node)
    return try next(&row)
  }
}
