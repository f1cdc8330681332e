/// The people of a group one above the other, in a column.
struct ColumnStack {
  /// The id of the group, or of the node that has none.
  let name: String
  /// The number of the group; nil for a node that has none.
  let group: Int?
  /// Places in the network's nodes, from top to bottom.
  private(set) var members: [Int]
  private let cards: Double

  private static let gap = 14.0
  private static let padding = 12.0
  private var nameHeight: Double { group == nil ? 0 : GroupFrame.style.lineHeight + 6 }
  private var padding: Double { group == nil ? 0 : ColumnStack.padding }

  init(group: Int?, members: [Int], in network: MeasuredNetwork) {
    self.group = group
    self.members = members
    name =
      group.map { network.diagram.groups[$0].id }
      ?? members.first.map { network.diagram.nodes[$0].id } ?? ""
    cards = members.reduce(0) { $0 + network.cards[$1].height }
  }

  /// The groups of a network, then the nodes without one.
  static func stacks(of network: MeasuredNetwork) -> [ColumnStack] {
    var members: [Int: [Int]] = [:]
    var single: [Int] = []
    for (index, node) in network.diagram.nodes.enumerated() {
      if let group = network.group(of: node) {
        members[group, default: []].append(index)
      } else {
        single.append(index)
      }
    }
    return members.sorted { $0.key < $1.key }
      .map { ColumnStack(group: $0.key, members: $0.value, in: network) }
      + single.map { ColumnStack(group: nil, members: [$0], in: network) }
  }

  /// The height of the frame; `spread` is kept between two cards beside the usual gap.
  func height(spread: Double) -> Double {
    cards + (ColumnStack.gap + spread) * Double(max(members.count - 1, 0)) + 2 * padding
      + nameHeight
  }

  mutating func sort(by wanted: [Double]) {
    members.sort { (wanted[$0], $0) < (wanted[$1], $1) }
  }

  func mean(of wanted: [Double]) -> Double {
    members.reduce(0) { $0 + wanted[$1] } / Double(max(members.count, 1))
  }

  /// Puts the members and the frame to where they are; `top` is the middle of the upper side.
  func place(
    at top: Point, spread: Double = 0, margin: Double = ColumnStack.padding,
    in network: MeasuredNetwork, _ placement: inout Placement
  ) {
    var y = top.y + padding + nameHeight
    for member in members {
      let height = network.cards[member].height
      placement.nodes[percentEncoded(network.diagram.nodes[member].id)] =
        Point(top.x, y + height / 2)
      y += height + ColumnStack.gap + spread
    }
    guard group != nil else { return }
    let width = (members.map { network.cards[$0].width }.max() ?? 0) + 2 * margin
    placement.groups[percentEncoded(name)] = Box(
      top.x - width / 2, top.y, width, height(spread: spread))
  }
}
