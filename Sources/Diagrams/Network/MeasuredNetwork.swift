/// A normalized network whose nodes have their sizes: what layouts and the composition work on.
struct MeasuredNetwork {
  let diagram: NetworkDiagram
  let density: Density
  /// A card a node, in the order of the nodes.
  let cards: [NodeCard]
  /// Places in `nodes` by id.
  let nodeIndex: [String: Int]
  private let groupIndex: [String: Int]
  /// The number of a hue a group, in the order of the groups.
  let hues: [Int]

  /// Among more lines than this, dates at each would hide the lines.
  private static let mostDated = 45

  init(of diagram: NetworkDiagram, in arrangement: Arrangement) {
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(
        ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    let groups = index(diagram.groups.map(\.id))
    let density = Density(of: diagram)
    let notes = diagram.text.noteNumbers
    let isFramed = arrangement.framesGroups && diagram.framesGroups
    let prominent = density == .dots ? MeasuredNetwork.prominent(in: diagram) : []
    let cards = diagram.nodes.map { node in
      let number = node.group.flatMap { groups[$0] }
      // Who stands in the middle of a ring stands in no frame.
      let isInFrame =
        isFramed && number != arrangement.loose
        && !(arrangement == .ring && node.id == diagram.center)
      let group = number.flatMap { isInFrame ? nil : diagram.groups[$0] }
      let density: Density = prominent.contains(node.id) ? .names : density
      let label = density == .names ? group.map { $0.shortLabel ?? $0.label } : group?.label
      return NodeCard(
        of: node, group: node.form == .country ? nil : label, note: notes[node.id],
        density: density)
    }
    // Columns of cards of one width.
    let isEven = if case .columns = arrangement { true } else { false }
    let widest = cards.map(\.width).max() ?? 0
    self.cards = isEven ? cards.map { $0.widened(to: widest) } : cards
    self.diagram = diagram
    self.density = density
    nodeIndex = index(diagram.nodes.map(\.id))
    groupIndex = groups
    var sizes = Array(repeating: 0, count: diagram.groups.count)
    for node in diagram.nodes {
      if let number = node.group.flatMap({ groups[$0] }) { sizes[number] += 1 }
    }
    hues = GroupHues.hues(ofThoseInUse: diagram.groups.map(\.id), sizes: sizes)
  }

  /// The ids of the nodes of the most contacts: a name for every two dozen, at most sixty.
  private static func prominent(in diagram: NetworkDiagram) -> Set<String> {
    var weights: [String: Int] = [:]
    for edge in diagram.edges {
      weights[edge.source, default: 0] += edge.count
      weights[edge.target, default: 0] += edge.count
    }
    let order = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Set(order.prefix(min(diagram.nodes.count / 24, 60)).map(\.key))
  }

  /// What is printed at a line.
  func label(of edge: NetworkDiagram.Edge, note: Int? = nil) -> EdgeLabel {
    EdgeLabel(
      of: edge, note: note, density: density,
      isTerse: diagram.edges.count > MeasuredNetwork.mostDated)
  }

  /// The number of a node's group.
  func group(of node: NetworkDiagram.Node) -> Int? { node.group.flatMap { groupIndex[$0] } }

  /// The colour of a node's lines.
  func tone(of node: NetworkDiagram.Node) -> Tone {
    group(of: node).map { Tone.group(hues[$0]) } ?? .muted
  }

  /// What is told of a node on hovering.
  func tooltip(of node: NetworkDiagram.Node) -> String {
    diagram.tooltip(of: node, group: group(of: node).map { diagram.groups[$0] })
  }

  /// The ends of each edge, as places in `nodes`.
  var ends: [(source: Int, target: Int)] {
    diagram.edges.map { (nodeIndex[$0.source] ?? 0, nodeIndex[$0.target] ?? 0) }
  }
}
