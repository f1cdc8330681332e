/// Which frames stand on which side: those tied to each other on one, both sides about as high.
struct ColumnSides {
  /// To the left and to the right.
  private(set) var sides: [[ColumnStack]] = [[], []]

  init(of stacks: [ColumnStack], in network: MeasuredNetwork, guide: ColumnGuide) {
    let earlier = stacks.map { stack in
      stack.members.compactMap { network.diagram.earlierPlaces[network.diagram.nodes[$0].id]?.x }
    }
    let known = network.diagram.earlierPlaces.values.map(\.x)
    let axis = ((known.min() ?? 0) + (known.max() ?? 0)) / 2
    var side: [Int: Int] = [:]
    var heights = [0.0, 0.0]
    func put(_ index: Int, on here: Int) {
      side[index] = here
      heights[here] += stacks[index].height(spread: 0) + ColumnLayout.gap
    }
    for index in stacks.indices where !earlier[index].isEmpty {
      put(index, on: earlier[index].reduce(0, +) / Double(earlier[index].count) < axis ? 0 : 1)
    }
    // Where the guide has them; but of one side far higher than the other those next to the middle change
    // sides. Were both to be of one height, one person more would often send a frame across.
    let rest = stacks.indices.filter { side[$0] == nil }
      .sorted { (abs(guide.stacks[$0]), $0) < (abs(guide.stacks[$1]), $1) }
    for index in rest { put(index, on: guide.stacks[index] < 0 ? 0 : 1) }
    for index in rest {
      let (from, height) = (side[index] ?? 0, stacks[index].height(spread: 0) + ColumnLayout.gap)
      guard heights[from] > 1.5 * heights[1 - from], heights[from] - height > heights[1 - from] / 2
      else { continue }
      heights[from] -= height
      put(index, on: 1 - from)
    }
    for index in stacks.indices { sides[side[index] ?? 0].append(stacks[index]) }
  }
}

/// About where everybody would stand if nobody had to stand in a column: what decides sides and order,
/// since one person more changes it little.
struct ColumnGuide {
  /// How far to the right of the middle each frame would stand.
  let stacks: [Double]
  /// How far down each node, by its number.
  let heights: [Double]

  /// `middle` are the people in the middle, who stand by themselves.
  init(middle: [Int], stacks: [ColumnStack], in network: MeasuredNetwork) {
    var ties = network.ends.map { (a: $0.source, b: $0.target, length: 100.0) }
    let count = network.cards.count
    for (index, stack) in stacks.enumerated() {
      ties += stack.members.map { (count + index, $0, 30) }
    }
    let points = StressLayout(
      names: network.diagram.nodes.map(\.id) + stacks.map { "frame " + $0.name }, ties: ties
    ).points
    let axis = middle.reduce(0) { $0 + points[$1].x / Double(middle.count) }
    self.stacks = stacks.indices.map { points[count + $0].x - axis }
    heights = points.prefix(count).map(\.y)
  }
}
