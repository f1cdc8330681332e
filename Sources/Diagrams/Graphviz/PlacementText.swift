import CGraphviz

/// The places of a graph that is laid out, as the lines that `Placement` reads.
///
/// Nodes, edges and clusters go by the names the diagram gave them, which are percent-encoded and
/// so without spaces. Graphviz counts y upwards.
struct PlacementText {
  private(set) var text = ""

  init(of graph: UnsafeMutablePointer<Agraph_t>) {
    var node = agfstnode(graph)
    while let current = node {
      addNode(current)
      var edge = agfstout(graph, current)
      while let contact = edge {
        addEdge(contact)
        edge = agnxtout(graph, contact)
      }
      node = agnxtnode(graph, current)
    }
    let clusters = memcon_cluster_count(graph)
    guard clusters > 0 else { return }
    for number in 1...clusters { addGroup(memcon_cluster(graph, number)) }
  }

  private mutating func addNode(_ node: UnsafeMutablePointer<Agnode_t>) {
    guard let name = agnameof(node) else { return }
    add("node", String(cString: name), [memcon_node_center(node)])
  }

  private mutating func addEdge(_ edge: UnsafeMutablePointer<Agedge_t>) {
    guard let name = agnameof(edge), let splines = memcon_edge_splines(edge)?.pointee else {
      return
    }
    for index in 0..<Int(splines.size) {
      let curve = splines.list[index]
      add("edge", String(cString: name), (0..<Int(curve.size)).map { curve.list[$0] })
    }
  }

  private mutating func addGroup(_ cluster: UnsafeMutablePointer<Agraph_t>?) {
    guard let cluster, let name = agnameof(cluster) else { return }
    let bounds = memcon_bounds(cluster)
    let corner = pointf(x: bounds.LL.x, y: bounds.UR.y)
    add("group", String(String(cString: name).dropFirst(NetworkDOT.clusterPrefix.count)), [corner])
    text.removeLast()
    text += " \(bounds.UR.x - bounds.LL.x) \(bounds.UR.y - bounds.LL.y)\n"
  }

  private mutating func add(_ kind: String, _ name: String, _ points: [pointf]) {
    text += "\(kind) \(name)"
    for point in points { text += " \(hundredths(point.x)) \(hundredths(-point.y))" }
    text += "\n"
  }
}
