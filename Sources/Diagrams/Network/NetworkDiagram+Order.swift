extension NetworkDiagram {
  /// The same diagram sorted by id, without repeated ids, loops and edges that lack an end; notes
  /// about edges come in the order of these.
  var normalized: NetworkDiagram {
    var result = self
    result.groups = sortedOnce(groups, by: \.id)
    result.nodes = sortedOnce(nodes, by: \.id)
    let people = Set(nodes.map(\.id))
    result.edges = sortedOnce(edges, by: \.id).filter {
      $0.source != $0.target && people.contains($0.source) && people.contains($0.target)
    }
    let rank = Dictionary(
      result.edges.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let last = result.edges.count
    result.text.notes = text.notes.enumerated()
      .sorted {
        (rank[$0.element.subjects[0]] ?? last, $0.offset)
          < (rank[$1.element.subjects[0]] ?? last, $1.offset)
      }
      .map(\.element)
    return result
  }

  private func sortedOnce<Element>(
    _ elements: [Element], by id: KeyPath<Element, String>
  ) -> [Element] {
    var seen: Set<String> = []
    return elements.filter { seen.insert($0[keyPath: id]).inserted }
      .sorted { $0[keyPath: id] < $1[keyPath: id] }
  }
}
