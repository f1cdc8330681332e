extension NetworkDiagram {
  /// The group that most lines between groups lead to or from: the country whose ministers travel,
  /// among those they met. Nil where there is none, or where it is a single person.
  var hub: Int? {
    let groupOf = Dictionary(
      nodes.map { ($0.id, $0.form == .person ? $0.group : nil) },
      uniquingKeysWith: { first, _ in first })
    guard nodes.allSatisfy({ $0.form == .person }) else { return nil }
    var ends: [String: Int] = [:]
    var between = 0
    for edge in edges {
      let (a, b) = (groupOf[edge.source] ?? nil, groupOf[edge.target] ?? nil)
      if a != nil, a == b { continue }
      between += 1
      for group in [a, b].compactMap({ $0 }) { ends[group, default: 0] += 1 }
    }
    guard let most = ends.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      5 * most.value >= 3 * between,
      nodes.count(where: { $0.group == most.key }) > 1
    else { return nil }
    return groups.firstIndex { $0.id == most.key }
  }

  /// Whether somebody has lines to more than half of the others.
  var isStar: Bool {
    var others: [String: Set<String>] = [:]
    for edge in edges where edge.source != edge.target {
      others[edge.source, default: []].insert(edge.target)
      others[edge.target, default: []].insert(edge.source)
    }
    return others.values.contains { 2 * $0.count > nodes.count }
  }

  /// How many lines lead from one group to another, or to somebody without one.
  var linesBetweenGroups: Int {
    let groupOf = Dictionary(
      nodes.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
    return edges.count { edge in
      let (a, b) = (groupOf[edge.source] ?? nil, groupOf[edge.target] ?? nil)
      return a == nil || a != b
    }
  }
}
