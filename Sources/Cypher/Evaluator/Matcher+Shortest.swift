// Shortest paths between two nodes, breadth first from both ends.

extension Matcher {
  func shortest(
    _ index: Int, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let relationship = match.relationships[index]
    guard case .node(let start) = row[match.nodes[relationship.left].slot],
      case .node(let end) = row[match.nodes[relationship.right].slot]
    else { return true }
    let wanted: Int
    switch relationship.selector {
    case .shortestCount(let count): wanted = count
    case .allShortest, .shortestGroups: wanted = .max
    default: wanted = 1
    }
    var given = 0
    func give(_ trail: [CypherRelationship], _ row: inout Row) throws -> Bool {
      row[relationship.slot] = .list(trail.map { .relationship($0) })
      given += 1
      return try next(&row)
    }
    let length = relationship.length ?? 1...1
    switch relationship.selector {
    case .shortestCount:
      return try shortestTrails(relationship, start, end, atMost: wanted, &row, give)
    case .shortestGroups(let groups):
      return try shortestTrails(relationship, start, end, atMost: wanted, of: groups, &row, give)
    default: break
    }
    if length.lowerBound == 0, start == end { return try give([], &row) }
    guard length.lowerBound <= 1, start != end else {
      return try shortestTrails(
        relationship, start, end, atMost: wanted, of: 1, &row, give)
    }
    let search = TwoSidedSearch(relationship, self)
    let trails = try search.trails(from: start, to: end, atMost: wanted, &row)
    for trail in trails where try !give(trail, &row) { return false }
    return true
  }

  /// Trails by length, until there are enough, or all of so many lengths.
  private func shortestTrails(
    _ relationship: ResolvedRelationship, _ start: CypherNode, _ end: CypherNode,
    atMost wanted: Int, of groups: Int = .max, _ row: inout Row,
    _ give: ([CypherRelationship], inout Row) throws -> Bool
  ) throws -> Bool {
    let length = relationship.length ?? 1...1
    var level: [(trail: [CypherRelationship], node: CypherNode)] = [([], start)]
    var (count, lengths) = (0, 0)
    var size = 0
    while !level.isEmpty {
      if size >= length.lowerBound {
        let known = count
        for (trail, node) in level where node == end {
          count += 1
          if try !give(trail, &row) { return false }
          if count == wanted { return true }
        }
        if count > known { lengths += 1 }
        if lengths == groups { return true }
      }
      guard size < length.upperBound else { return true }
      var longer: [(trail: [CypherRelationship], node: CypherNode)] = []
      for (trail, node) in level {
        let hops = try evaluator.graph.relationships(
          of: node, relationship.direction, relationship.test)
        for hop in hops where !trail.contains(hop.relationship) && !used.contains(hop.relationship)
        {
          try evaluator.tick()
          guard try fits(hop.relationship, relationship, &row) else { continue }
          longer.append((trail + [hop.relationship], try evaluator.graph.node(hop.end)))
        }
      }
      level = longer
      size += 1
    }
    return true
  }
}

/// A breadth-first search from both ends that always widens the smaller side.
private struct TwoSidedSearch {
  private typealias End = CypherRelationship.End
  private typealias Steps = [End: [(relationship: CypherRelationship, from: End)]]

  private let relationship: ResolvedRelationship
  private let matcher: Matcher

  init(_ relationship: ResolvedRelationship, _ matcher: Matcher) {
    self.relationship = relationship
    self.matcher = matcher
  }

  func trails(
    from start: CypherNode, to end: CypherNode, atMost wanted: Int, _ row: inout Row
  ) throws -> [[CypherRelationship]] {
    let first = End(label: start.labels.first ?? "", id: start.id)
    let last = End(label: end.labels.first ?? "", id: end.id)
    let (a, b) = (normal(first), normal(last))
    var forward: Steps = [a: []]
    var backward: Steps = [b: []]
    var (front, back) = ([a], [b])
    var length = 0
    let longest = relationship.length?.upperBound ?? 1
    while !front.isEmpty, !back.isEmpty, length < longest {
      length += 1
      let met: [End]
      if front.count <= back.count {
        front = try widen(front, &forward, relationship.direction, &row)
        met = front.filter { backward[$0] != nil }
      } else {
        back = try widen(back, &backward, relationship.direction.turned, &row)
        met = back.filter { forward[$0] != nil }
      }
      guard !met.isEmpty else { continue }
      var found: [[CypherRelationship]] = []
      for middle in met {
        let heads = trails(to: middle, forward, atMost: wanted)
        let tails = trails(to: middle, backward, atMost: wanted)
        for head in heads {
          for tail in tails where found.count < wanted { found.append(head + tail.reversed()) }
        }
      }
      return found
    }
    return []
  }

  /// Ends as relationships name them, so that both sides meet.
  private func normal(_ end: End) -> End {
    matcher.evaluator.graph is OpenGraph ? End(label: "", id: end.id) : end
  }

  /// The nodes one step further, all ways to each kept.
  private func widen(
    _ level: [End], _ steps: inout Steps, _ direction: ParsedRelationship.Direction,
    _ row: inout Row
  ) throws -> [End] {
    let graph = matcher.evaluator.graph
    var next: [End] = []
    var isNew: Set<End> = []
    for end in level {
      let node = try graph.node(end)
      for hop in try graph.relationships(of: node, direction, relationship.test) {
        try matcher.evaluator.tick()
        guard !matcher.used.contains(hop.relationship),
          try matcher.fits(hop.relationship, relationship, &row)
        else { continue }
        if steps[hop.end] == nil {
          steps[hop.end] = [(hop.relationship, end)]
          isNew.insert(hop.end)
          next.append(hop.end)
        } else if isNew.contains(hop.end) {
          steps[hop.end]?.append((hop.relationship, end))
        }
      }
    }
    return next
  }

  private func trails(to end: End, _ steps: Steps, atMost wanted: Int) -> [[CypherRelationship]] {
    guard let ways = steps[end], !ways.isEmpty else { return [[]] }
    var result: [[CypherRelationship]] = []
    for way in ways {
      for head in trails(to: way.from, steps, atMost: wanted) {
        if result.count >= wanted { return result }
        result.append(head + [way.relationship])
      }
    }
    return result
  }
}
