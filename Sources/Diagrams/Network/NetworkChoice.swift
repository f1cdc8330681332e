extension NetworkDiagram {
  /// By what the nodes are chosen that are drawn of a diagram with too many.
  public enum ChoiceRule: String, Hashable, Sendable, CaseIterable {
    /// Those of the strongest edges.
    case strongest
    /// Of each circle of those who meet among themselves the best connected.
    case communities
  }

  /// What is left of a diagram that is too large for a picture.
  public struct Choice: Sendable {
    /// The diagram with what is drawn.
    public var diagram: NetworkDiagram
    /// How many nodes and edges there were.
    public var whole: (nodes: Int, edges: Int)
    /// How many communities were chosen from; nil where nodes were not chosen so.
    public var communities: Int?
    /// Edges of fewer contacts were left out.
    public var least: Int

    /// What was left out, as a line of a caption; nil if nothing was.
    public func words(nodes: String, edges: String) -> String? {
      let drawn = (nodes: diagram.nodes.count, edges: diagram.edges.count)
      guard drawn != whole else { return nil }
      let rest = least > 1 ? ", none of fewer than \(least) contacts." : "."
      if drawn.nodes == whole.nodes {
        return
          "Drawn: the strongest \(grouped(drawn.edges)) of \(grouped(whole.edges)) \(edges)\(rest)"
      }
      let who =
        communities.map {
          "the \(grouped(drawn.nodes)) best connected \(nodes) of \(grouped($0)) communities"
        }
        ?? "the \(grouped(drawn.nodes)) \(nodes) of the strongest ties"
      return
        "Drawn: \(who), of \(grouped(whole.nodes)); \(grouped(drawn.edges)) of \(grouped(whole.edges)) \(edges)\(rest)"
    }
  }

  /// At most `most` nodes, chosen by `rule`, and the centre in any case.
  ///
  /// Then of the edges among these nodes each node keeps its strongest, and of the rest as many are
  /// kept as can be followed: four a node, of more than a dozen nodes about one and a half. Edges of
  /// fewer than `least` contacts are left out first.
  public func chosen(most: Int, least: Int = 1, by rule: ChoiceRule = .strongest) -> Choice {
    let whole = normalized
    var result = whole
    let strong = whole.edges.indices.filter { whole.edges[$0].count >= least }
      .sorted { whole.edges[$0].isStronger(than: whole.edges[$1]) }
    var kept = Set(whole.nodes.map(\.id))
    var communities: Int?
    if whole.nodes.count > most || least > 1 {
      switch rule {
      case .strongest: kept = whole.strongest(most, strong.map { whole.edges[$0] })
      case .communities:
        (kept, communities) = whole.bestConnected(most, strong.map { whole.edges[$0] })
      }
      result.nodes = whole.nodes.filter { kept.contains($0.id) }
    }
    let among = strong.filter {
      kept.contains(whole.edges[$0].source) && kept.contains(whole.edges[$0].target)
    }
    let room = min(4 * result.nodes.count, 32 + 3 * result.nodes.count / 2)
    var tied: Set<String> = []
    var drawn: [Int] = []
    for (rank, index) in among.enumerated() {
      let edge = whole.edges[index]
      let isFirst = tied.insert(edge.source).inserted || tied.insert(edge.target).inserted
      if isFirst || rank < room { drawn.append(index) }
    }
    result.edges = drawn.sorted().map { whole.edges[$0] }
    let ids = Set(result.nodes.map(\.id) + result.edges.map(\.id))
    result.text.notes = whole.text.notes.compactMap { note in
      var note = note
      note.subjects.removeAll { !ids.contains($0) }
      return note.subjects.isEmpty ? nil : note
    }
    return Choice(
      diagram: result, whole: (nodes: whole.nodes.count, edges: whole.edges.count),
      communities: communities, least: least)
  }

  /// The ends of the strongest edges, until there are so many.
  private func strongest(_ most: Int, _ strong: [Edge]) -> Set<String> {
    var kept = Set(center.map { [$0] } ?? [])
    // Of edges of one number those whose ends have the most contacts: so what is drawn hangs together.
    var contacts: [String: Int] = [:]
    for edge in strong {
      for end in [edge.source, edge.target] { contacts[end, default: 0] += edge.count }
    }
    func reach(_ edge: Edge) -> Int { (contacts[edge.source] ?? 0) + (contacts[edge.target] ?? 0) }
    let order = strong.enumerated().sorted {
      ($1.element.count, reach($1.element), $0.offset)
        < ($0.element.count, reach($0.element), $1.offset)
    }
    for (_, edge) in order {
      let ends = [edge.source, edge.target].filter { !kept.contains($0) }
      if kept.count + ends.count <= most { kept.formUnion(ends) }
    }
    return kept
  }

  /// From each community as large a share as it has of all, those of the most contacts first, and how
  /// many communities that are. A pair that stands apart is none.
  private func bestConnected(_ most: Int, _ strong: [Edge]) -> (Set<String>, communities: Int) {
    let index = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let edges = strong.compactMap { edge -> (Int, Int, weight: Double)? in
      guard let a = index[edge.source], let b = index[edge.target] else { return nil }
      return (a, b, Double(edge.count))
    }
    var contacts = Array(repeating: 0.0, count: nodes.count)
    for (a, b, weight) in edges {
      contacts[a] += weight
      contacts[b] += weight
    }
    let numbers = Communities(count: nodes.count, edges: edges).numbers
    let members = Dictionary(grouping: nodes.indices, by: { numbers[$0] }).values
      .filter { $0.count > 2 }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    let size = members.reduce(0) { $0 + $1.count }
    var kept = Set(center.map { [$0] } ?? [])
    var count = 0
    for community in members {
      let share = min(max(most * community.count / max(size, 1), 2), community.count)
      guard kept.count + share <= most else { continue }
      let best = community.sorted { (contacts[$1], $0) < (contacts[$0], $1) }.prefix(share)
      kept.formUnion(best.map { nodes[$0].id })
      count += 1
    }
    return (kept, count)
  }
}

extension NetworkDiagram.Edge {
  fileprivate func isStronger(than other: NetworkDiagram.Edge) -> Bool {
    (count, status == .held ? 1 : 0, other.id) > (other.count, other.status == .held ? 1 : 0, id)
  }
}
