extension NetworkDiagram {
  /// What is left of a diagram that is too large for a picture.
  public struct Choice: Sendable {
    /// The diagram with what is drawn.
    public var diagram: NetworkDiagram
    /// How many nodes and edges there were.
    public var whole: (nodes: Int, edges: Int)

    /// What was left out, as a line of a caption; nil if nothing was.
    public func words(nodes: String, edges: String) -> String? {
      let drawn = (nodes: diagram.nodes.count, edges: diagram.edges.count)
      guard drawn != whole else { return nil }
      if drawn.nodes == whole.nodes {
        return "Drawn: the strongest \(drawn.edges) of \(whole.edges) \(edges)."
      }
      return "Drawn: the \(drawn.nodes) \(nodes) of the strongest ties, of \(whole.nodes); "
        + "\(drawn.edges) of \(whole.edges) \(edges)."
    }
  }

  /// At most `most` nodes: those of the strongest edges, and the centre in any case.
  ///
  /// Edges are taken by their number, held ones first, until the nodes are full. Then of the edges
  /// among these nodes each node keeps its strongest, and of the rest as many are kept as can be
  /// followed: four a node, of more than sixty nodes one and a half. Edges of fewer than `least` contacts are left out first.
  public func chosen(most: Int, least: Int = 1) -> Choice {
    let whole = normalized
    var result = whole
    let strong = whole.edges.indices.filter { whole.edges[$0].count >= least }
      .sorted { whole.edges[$0].isStronger(than: whole.edges[$1]) }
    var kept = Set(center.map { [$0] } ?? [])
    if whole.nodes.count > most || least > 1 {
      // A neighbour of what is drawn comes before a pair that stands apart: one picture, one story.
      for index in strong {
        let edge = whole.edges[index]
        let ends = [edge.source, edge.target].filter { !kept.contains($0) }
        if kept.count + ends.count <= most { kept.formUnion(ends) }
      }
      result.nodes = whole.nodes.filter { kept.contains($0.id) }
    } else {
      kept = Set(whole.nodes.map(\.id))
    }
    let among = strong.filter {
      kept.contains(whole.edges[$0].source) && kept.contains(whole.edges[$0].target)
    }
    let room = result.nodes.count <= 60 ? 4 * result.nodes.count : 40 + 3 * result.nodes.count / 2
    var tied: Set<String> = []
    var drawn: [Int] = []
    for (rank, index) in among.enumerated() {
      let edge = whole.edges[index]
      let isFirst = tied.insert(edge.source).inserted || tied.insert(edge.target).inserted
      if isFirst || rank < room { drawn.append(index) }
    }
    result.edges = drawn.sorted().map { whole.edges[$0] }
    let (nodes, edges) = (Set(result.nodes.map(\.id)), Set(result.edges.map(\.id)))
    result.text.notes.removeAll { !edges.contains($0.subject) && !nodes.contains($0.subject) }
    return Choice(
      diagram: result, whole: (nodes: whole.nodes.count, edges: whole.edges.count))
  }
}

extension NetworkDiagram.Edge {
  fileprivate func isStronger(than other: NetworkDiagram.Edge) -> Bool {
    (count, status == .held ? 1 : 0, other.id) > (other.count, other.status == .held ? 1 : 0, id)
  }
}
