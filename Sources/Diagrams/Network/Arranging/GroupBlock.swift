/// The people of a group in columns, with room for the frame and its name; or one who has none.
struct GroupBlock {
  /// The id of the group, or of the node that has none.
  let name: String
  /// The number of the group; nil for a node that has none.
  let group: Int?
  /// Places in the network's nodes, column by column within rows.
  private(set) var members: [Int]
  let width: Double
  let height: Double
  private let columns: Int
  private let cell: (width: Double, height: Double)
  /// The height of the highest card.
  private let tallest: Double
  private let nameHeight: Double
  private let padding: Double

  /// Half the way through the block, to keep others at a distance.
  var reach: Double { (width * width + height * height).squareRoot() }

  /// The groups of a network, then the nodes without one and those of the group `loose`; `besides` is
  /// left out. Blocks of no more than `inOneColumn` have one column.
  static func blocks(
    of network: MeasuredNetwork, besides center: Int? = nil, loose: Int? = nil,
    inOneColumn: Int = 1
  ) -> [GroupBlock] {
    var members: [Int: [Int]] = [:]
    var single: [Int] = []
    for (index, node) in network.diagram.nodes.enumerated() where index != center {
      if let group = network.group(of: node), node.form != .country, group != loose {
        members[group, default: []].append(index)
      } else {
        single.append(index)
      }
    }
    return members.sorted { $0.key < $1.key }
      .map { group, members in
        GroupBlock(
          name: network.diagram.groups[group].id, group: group, members: members, in: network,
          mostColumns: members.count <= inOneColumn ? 1 : 12)
      }
      + single.map {
        GroupBlock(name: network.diagram.nodes[$0].id, group: nil, members: [$0], in: network)
      }
  }

  private init(
    name: String, group: Int?, members: [Int], in network: MeasuredNetwork, mostColumns: Int = 12
  ) {
    let cards = members.map { network.cards[$0] }
    let isSmall = network.density != .cards
    // Labels of lines within the group need room between the cards.
    let own = Set(members)
    let hasTies = network.ends.contains { own.contains($0.source) && own.contains($0.target) }
    let gap =
      isSmall
      ? (across: 14.0, along: 9.0)
      : hasTies ? (across: 104.0, along: 42.0) : (across: 26.0, along: 20.0)
    let size = (
      width: cards.map(\.width).max() ?? 0, height: cards.map(\.height).max() ?? 0
    )
    padding = group == nil ? 0 : isSmall ? 9 : 14
    nameHeight = group == nil ? 0 : GroupFrame.style.lineHeight + (isSmall ? 4 : 6)
    let labelWidth =
      group.map {
        GroupFrame.style.width(of: displayable(network.diagram.groups[$0].label)) + 34
      } ?? 0
    let (padding, nameHeight) = (padding, nameHeight)
    func outer(_ columns: Int) -> (width: Double, height: Double) {
      let rows = (members.count + columns - 1) / columns
      let inner = Double(columns) * (size.width + gap.across) - gap.across
      return (
        max(inner + 2 * padding, min(labelWidth, 200)),
        Double(rows) * (size.height + gap.along) - gap.along + 2 * padding + nameHeight
      )
    }
    /// How far from a block somewhat wider than high, which suits pages and screens.
    func misfit(_ columns: Int) -> Double {
      let (width, height) = outer(columns)
      return max(width / (1.35 * height), 1.35 * height / width)
    }
    let most = min(members.count, mostColumns)
    columns = (1...max(most, 1)).min { misfit($0) < misfit($1) } ?? 1
    cell = (size.width + gap.across, size.height + gap.along)
    tallest = size.height
    (width, height) = outer(columns)
    self.name = name
    self.group = group
    self.members = members
  }

  /// The middle of each member's card, in their order, in a block around `center`.
  func places(around center: Point) -> [Point] {
    let top = center.y - height / 2 + padding + nameHeight
    return members.indices.map { index in
      let (row, column) = (index / columns, index % columns)
      let inRow = min(columns, members.count - row * columns)
      let left = center.x - Double(inRow) * cell.width / 2
      return Point(
        left + (Double(column) + 0.5) * cell.width, top + Double(row) * cell.height + tallest / 2)
    }
  }

  /// Puts the members and the frame to where they are.
  func place(at center: Point, in network: MeasuredNetwork, _ placement: inout Placement) {
    for (member, place) in zip(members, places(around: center)) {
      placement.nodes[percentEncoded(network.diagram.nodes[member].id)] = place
    }
    if group != nil {
      placement.groups[percentEncoded(name)] = Box(center: center, width: width, height: height)
    }
  }

  /// The blocks with their members in an order that makes lines short: whoever is tied to what lies
  /// above stands above, whoever to the left stands left.
  static func turned(
    _ blocks: [GroupBlock], at centers: [Point], in network: MeasuredNetwork
  ) -> [GroupBlock] {
    var blocks = blocks
    var homes: [Int: Int] = [:]
    var place: [Int: Point] = [:]
    for (index, block) in blocks.enumerated() {
      for (member, point) in zip(block.members, block.places(around: centers[index])) {
        homes[member] = index
        place[member] = point
      }
    }
    var neighbours: [Int: [Int]] = [:]
    for ends in network.ends where homes[ends.source] != homes[ends.target] {
      neighbours[ends.source, default: []].append(ends.target)
      neighbours[ends.target, default: []].append(ends.source)
    }
    for _ in 0..<2 {
      for index in blocks.indices where blocks[index].members.count > 1 {
        let pulls = blocks[index].members.map { member -> (member: Int, to: Point) in
          let others = (neighbours[member] ?? []).compactMap { place[$0] }
          guard !others.isEmpty else { return (member, centers[index]) }
          let count = Double(others.count)
          return (
            member,
            Point(
              others.reduce(0) { $0 + $1.x } / count, others.reduce(0) { $0 + $1.y } / count)
          )
        }
        blocks[index].arrange(pulls)
        for (member, point) in zip(
          blocks[index].members, blocks[index].places(around: centers[index]))
        {
          place[member] = point
        }
      }
    }
    return blocks
  }

  private mutating func arrange(_ pulls: [(member: Int, to: Point)]) {
    let byHeight = pulls.sorted { ($0.to.y, $0.member) < ($1.to.y, $1.member) }
    members = stride(from: 0, to: byHeight.count, by: columns).flatMap { start in
      byHeight[start..<min(start + columns, byHeight.count)]
        .sorted { ($0.to.x, $0.member) < ($1.to.x, $1.member) }.map(\.member)
    }
  }
}
