/// Three columns, where one group has most of the lines: its people in the middle, the other groups
/// as frames to the left and right, and every line in the free space between.
///
/// The order in each column is found by barycentres: whoever is tied to what lies above stands above
/// (Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
/// Structures", 1981), and the order with the fewest crossings is kept.
struct ColumnLayout {
  private let network: MeasuredNetwork
  private let hub: Int
  /// The people in the middle, from top to bottom.
  private var middle: ColumnStack
  /// The frames to the left and to the right, each from top to bottom.
  private var sides: [[ColumnStack]]

  init(of diagram: NetworkDiagram, hub: Int) {
    network = MeasuredNetwork(of: diagram, in: .columns(hub: hub))
    self.hub = hub
    var stacks = ColumnStack.stacks(of: network)
    let place = stacks.firstIndex { $0.group == hub }
    middle =
      place.map { stacks.remove(at: $0) } ?? ColumnStack(group: hub, members: [], in: network)
    let guide = ColumnGuide(middle: middle.members, stacks: stacks, in: network)
    sides = ColumnSides(of: stacks, in: network, guide: guide).sides
    order(from: guide)
  }

  /// Where everything lies, and how the lines lead.
  var placement: Placement {
    var result = Placement()
    let height = max(
      middle.height(spread: 0), sides.map { ColumnLayout.height(of: $0) }.max() ?? 0)
    let card = network.cards.map(\.width).max() ?? 0
    let reach = card / 2 + lead / 2
    let x = [-(reach + aisle + card / 2), reach + aisle + card / 2]
    for (side, stacks) in sides.enumerated() {
      let rest = height - ColumnLayout.height(of: stacks)
      let gap = ColumnLayout.gap + min(rest / Double(max(stacks.count - 1, 1)), 84)
      let used =
        ColumnLayout.height(of: stacks) + (gap - ColumnLayout.gap) * Double(stacks.count - 1)
      var top = (height - used) / 2
      for stack in stacks {
        stack.place(at: Point(x[side], top), in: network, &result)
        top += stack.height(spread: 0) + gap
      }
    }
    let spread = min(
      (height - middle.height(spread: 0)) / Double(max(middle.members.count, 1)), 110)
    middle.place(
      at: Point(0, (height - middle.height(spread: spread)) / 2), spread: spread,
      margin: lead / 2, in: network, &result)
    ColumnRouter(network, placement: result, middle: middle.members).route(&result)
    return result
  }

  static let gap = 26.0

  /// The free space beside the middle, in which lines cross and labels lie.
  private var aisle: Double {
    let count = network.diagram.edges.count
    return count > 60 ? 330 : count > 24 ? 270 : 216
  }

  /// The room within the middle frame for lines between its people.
  private var lead: Double {
    let own = Set(middle.members)
    return network.ends.contains { own.contains($0.source) && own.contains($0.target) } ? 230 : 40
  }

  private static func height(of stacks: [ColumnStack]) -> Double {
    stacks.reduce(-gap) { $0 + $1.height(spread: 0) + gap }
  }
}

// MARK: - Order

extension ColumnLayout {
  /// Begins with the order of the guide, which one person more hardly changes. A few sweeps
  /// over the columns may change it, and the order with the fewest crossings is kept.
  private mutating func order(from guide: ColumnGuide) {
    let places = network.diagram.nodes.map { network.diagram.earlierPlaces[$0.id] }
    if places.contains(where: { $0 != nil }) { return orderAsBefore(places.map { $0?.y }) }
    middle.sort(by: guide.heights)
    for side in sides.indices { sort(side, by: guide.heights) }
    var best = (middle: middle, sides: sides, crossings: crossings)
    for round in 0..<4 {
      let heights = self.heights
      if round % 2 == 0 {
        middle.sort(by: pulls(heights))
      } else {
        for side in sides.indices { sort(side, by: pulls(heights)) }
      }
      let crossings = self.crossings
      if crossings < best.crossings { best = (middle, sides, crossings) }
    }
    (middle, sides) = (best.middle, best.sides)
  }

  /// Everybody in the order of an earlier picture, newcomers beside those they met.
  private mutating func orderAsBefore(_ known: [Double?]) {
    let heights = known.map { $0 ?? 0 }
    let pulls = self.pulls(heights)
    let wanted = known.indices.map { known[$0] ?? pulls[$0] }
    middle.sort(by: wanted)
    for side in sides.indices { sort(side, by: wanted) }
  }

  private mutating func sort(_ side: Int, by wanted: [Double]) {
    for index in sides[side].indices { sides[side][index].sort(by: wanted) }
    sides[side].sort { ($0.mean(of: wanted), $0.name) < ($1.mean(of: wanted), $1.name) }
  }

  /// How far down each node stands, as a share of its column.
  private var heights: [Double] {
    var result = Array(repeating: 0.0, count: network.cards.count)
    for column in [[middle]] + sides {
      let members = column.flatMap(\.members)
      for (rank, member) in members.enumerated() {
        result[member] = (Double(rank) + 0.5) / Double(members.count)
      }
    }
    return result
  }

  /// The mean height of those each node is tied to; its own where there are none.
  private func pulls(_ heights: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: heights.count)
    var counts = Array(repeating: 0.0, count: heights.count)
    for ends in network.ends {
      for (one, other) in [(ends.source, ends.target), (ends.target, ends.source)] {
        sums[one] += heights[other]
        counts[one] += 1
      }
    }
    return heights.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : heights[$0] }
  }

  /// How many pairs of lines between the middle and one side cross.
  private var crossings: Int {
    let heights = self.heights
    let own = Set(middle.members)
    return sides.reduce(0) { sum, stacks in
      let others = Set(stacks.flatMap(\.members))
      let lines = network.ends.compactMap { ends -> (Double, Double)? in
        if own.contains(ends.source), others.contains(ends.target) {
          return (heights[ends.source], heights[ends.target])
        }
        guard own.contains(ends.target), others.contains(ends.source) else { return nil }
        return (heights[ends.target], heights[ends.source])
      }
      return sum
        + lines.indices.reduce(0) { count, index in
          count
            + lines[(index + 1)...].count {
              ($0.0 - lines[index].0) * ($0.1 - lines[index].1) < 0
            }
        }
    }
  }
}
