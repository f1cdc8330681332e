/// Leads the lines of three columns: from side to side of the cards, level at both ends, each from a
/// place of its own.
struct ColumnRouter {
  private let network: MeasuredNetwork
  private let boxes: [Box]
  private let middle: Set<Int>

  init(_ network: MeasuredNetwork, placement: Placement, middle: [Int]) {
    self.network = network
    self.middle = Set(middle)
    boxes = zip(network.diagram.nodes, network.cards).map { node, card in
      let center = placement.nodes[percentEncoded(node.id)] ?? Point(0, 0)
      return Box(center: center, width: card.width, height: card.height)
    }
  }

  /// A line that leaves its cards at these sides: -1 for the left, 1 for the right.
  private struct Way {
    var ends: (source: Int, target: Int)
    var sides: (source: Double, target: Double)
  }

  /// Adds the curves of all lines.
  func route(_ placement: inout Placement) {
    let ways = network.ends.map { way(from: $0.source, to: $0.target) }
    let ports = self.ports(of: ways)
    var through: [Double: Int] = [:]
    var nested: [[Int]: Double] = [:]
    for (index, way) in ways.enumerated() {
      let (start, end) = ports[index]
      let isAcross = way.sides.source != way.sides.target && !touchesMiddle(way)
      let curve: [Point]
      if isAcross {
        let gap = gap(nearest: (start.y + end.y) / 2)
        let shift = Double(through[gap, default: 0])
        through[gap, default: 0] += 1
        // In turns above and below, so that lines through one gap lie apart.
        let y = gap + 6 * (shift / 2).rounded(.up) * (Int(shift) % 2 == 0 ? 1 : -1)
        let half = level(start, Point(0, y), way.sides.source, -way.sides.source)
        curve = half + level(Point(0, y), end, way.sides.source, way.sides.target).dropFirst()
      } else if way.sides.source == way.sides.target {
        let pair = [way.ends.source, way.ends.target].sorted()
        curve = bow(start, end, way.sides.source, nested[pair, default: 0])
        nested[pair, default: 0] += 1
      } else {
        curve = level(start, end, way.sides.source, way.sides.target)
      }
      placement.edges[percentEncoded(network.diagram.edges[index].id)] =
        Placement.EdgePlacement(curves: [curve])
    }
  }

  private func touchesMiddle(_ way: Way) -> Bool {
    middle.contains(way.ends.source) || middle.contains(way.ends.target)
  }

  /// The sides that a line leaves its cards at: facing sides, or the outer ones within a column.
  private func way(from source: Int, to target: Int) -> Way {
    let (a, b) = (boxes[source].center.x, boxes[target].center.x)
    let ends = (source: source, target: target)
    if a == b {
      // Within the middle in turns to the left and right.
      let isRight = a > 0 || a == 0 && (source + target) % 2 == 0
      return Way(ends: ends, sides: isRight ? (1, 1) : (-1, -1))
    }
    return Way(ends: ends, sides: a < b ? (1, -1) : (-1, 1))
  }

  /// Where a line leaves a side of a card, and in which order.
  private struct Port {
    let line: Int
    let isStart: Bool
    /// How far down the other end is.
    let to: Double
    /// Back to the same column: 1 for up, 3 for down; 2 for across. Lines that leave upwards stand
    /// above, so that bows lie within each other and around what leads across.
    let turn: Int

    /// Of bows the longer ones are around the shorter ones.
    var rank: (Int, Double, Int) { (turn, turn == 2 ? to : -to, turn == 1 ? line : -line) }
  }

  /// Where each line starts and ends: the lines at one side of a card in the order of what they lead
  /// to, apart from each other.
  private func ports(of ways: [Way]) -> [(Point, Point)] {
    var atSide: [Int: [Port]] = [:]
    for (index, way) in ways.enumerated() {
      let (source, target) = way.ends
      let (from, to) = (boxes[source].center.y, boxes[target].center.y)
      let isBow = way.sides.source == way.sides.target
      atSide[2 * source + (way.sides.source > 0 ? 1 : 0), default: []].append(
        Port(line: index, isStart: true, to: to, turn: !isBow ? 2 : to < from ? 1 : 3))
      atSide[2 * target + (way.sides.target > 0 ? 1 : 0), default: []].append(
        Port(line: index, isStart: false, to: from, turn: !isBow ? 2 : from < to ? 1 : 3))
    }
    var result = Array(repeating: (Point(0, 0), Point(0, 0)), count: ways.count)
    for (side, lines) in atSide.sorted(by: { $0.key < $1.key }) {
      let box = boxes[side / 2]
      let x = side % 2 == 1 ? box.maxX : box.x
      let sorted = lines.sorted { $0.rank < $1.rank }
      let step = min((box.height - 10) / Double(max(sorted.count - 1, 1)), 9)
      for (rank, port) in sorted.enumerated() {
        let y = box.center.y + (Double(rank) - Double(sorted.count - 1) / 2) * step
        if port.isStart {
          result[port.line].0 = Point(x, y)
        } else {
          result[port.line].1 = Point(x, y)
        }
      }
    }
    return result
  }

  /// Level at both ends.
  private func level(_ start: Point, _ end: Point, _ from: Double, _ to: Double) -> [Point] {
    let reach = abs(end.x - start.x) * 0.5
    return [
      start, Point(start.x + from * reach, start.y), Point(end.x + to * reach, end.y), end,
    ]
  }

  /// Out of a side and back to the same side further down, around so many others of the two cards.
  private func bow(_ start: Point, _ end: Point, _ side: Double, _ nested: Double) -> [Point] {
    let reach = 44 + min(abs(end.y - start.y) * 0.16, 92) + nested * 16
    return [
      start, Point(start.x + side * reach, start.y), Point(end.x + side * reach, end.y), end,
    ]
  }

  /// The height between two cards of the middle, or above or below them all, that is nearest.
  private func gap(nearest y: Double) -> Double {
    let cards = middle.map { boxes[$0] }.sorted { $0.y < $1.y }
    guard let first = cards.first, let last = cards.last else { return y }
    let between = zip(cards, cards.dropFirst()).map { ($0.maxY + $1.y) / 2 }
    return ([first.y - 44] + between + [last.maxY + 30]).min { abs($0 - y) < abs($1 - y) } ?? y
  }
}
