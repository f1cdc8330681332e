/// Ways around boxes: from a point to another in straight pieces that turn at the corners of the boxes
/// between them alone, as the shortest way does.
///
/// The corners that can be seen from one another are found as they are needed: of what stands in the
/// way only. Over these A* looks for the way (Hart, Nilsson and Raphael, "A Formal Basis for the
/// Heuristic Determination of Minimum Cost Paths", 1968). Where boxes keep some room between them, there
/// is always one.
struct Detour {
  /// How many corners are looked from before giving up, and how many are looked at from each.
  private static let patience = (corners: 600, looks: 48)
  /// What a turn costs, in points of way: so a way of few turns is taken.
  private static let turn = 14.0

  let grid: BoxGrid
  /// How many lines turn at a corner already, by its number.
  private var uses: [Int: Int] = [:]

  /// `grid` holds the boxes with the room that is to be kept around them.
  init(around grid: BoxGrid) { self.grid = grid }

  /// The points of the way from `start` to `end`, both included, which lie in the first and last of the
  /// boxes `own`; nil where none was found that costs `farthest` points at most. Ways found earlier are avoided where another is hardly
  /// longer.
  mutating func way(
    from start: Point, to end: Point, _ own: BoxGrid.Exempt, farthest: Double
  ) -> [Point]? {
    let goal = -1
    var costs: [Int: Double] = [:]
    var before: [Int: Int] = [:]
    var done: Set<Int> = []
    var queue = CornerQueue()
    let source = -2
    costs[source] = 0
    queue.insert(source, distance(start, end))
    func place(_ corner: Int) -> Point {
      corner == source ? start : corner == goal ? end : self.place(corner)
    }
    while let corner = queue.popFirst(), done.count < Detour.patience.corners {
      guard done.insert(corner).inserted else { continue }
      if corner == goal { break }
      let (here, cost) = (place(corner), costs[corner] ?? 0)
      var exempt = own
      if corner != source { exempt.first = -1 }
      for next in seen(from: here, to: end, exempt) where !done.contains(next) {
        let there = place(next)
        let extra = next == goal ? 0 : Detour.turn + 10 * Double(uses[next, default: 0])
        let total = cost + distance(here, there) + extra
        guard total + distance(there, end) <= farthest, total < costs[next] ?? .infinity else {
          continue
        }
        costs[next] = total
        before[next] = corner
        queue.insert(next, total + distance(there, end))
      }
    }
    guard done.contains(goal) else { return nil }
    var way = [end]
    var corner = goal
    while let previous = before[corner] {
      if previous != source { uses[previous, default: 0] += 1 }
      way.append(place(previous))
      corner = previous
    }
    return way.reversed()
  }

  /// The corners, or the end (-1), that can be seen from a place, of what stands between it and the end.
  private func seen(from here: Point, to end: Point, _ own: BoxGrid.Exempt) -> [Int] {
    var result: [Int] = []
    var waiting = [-1]
    var known: Set<Int> = []
    var looks = 0
    var onTheWay = own
    onTheWay.last = -1
    var frames = onTheWay
    frames.first = -1
    while let next = waiting.popLast(), looks < Detour.patience.looks {
      looks += 1
      let there = next == -1 ? end : place(next)
      guard let box = grid.firstBox(from: here, to: there, besides: next == -1 ? own : onTheWay)
      else {
        if distance(here, there) > 0 { result.append(next) }
        continue
      }
      guard known.insert(box).inserted else { continue }
      for corner in 4 * box..<4 * box + 4 where !grid.hasBox(at: place(corner), besides: frames) {
        waiting.insert(corner, at: 0)
      }
    }
    return result
  }

  /// Corners are numbered four a box, and lie a little outside.
  private func place(_ corner: Int) -> Point {
    let box = grid.boxes[corner / 4].grown(by: 0.4)
    return Point(corner % 2 == 0 ? box.x : box.maxX, corner % 4 < 2 ? box.y : box.maxY)
  }
}

/// Corners by what a way through them costs at least: a binary heap, of equal ones the lower number first.
private struct CornerQueue {
  private var heap: [(cost: Double, corner: Int)] = []

  mutating func insert(_ corner: Int, _ cost: Double) {
    heap.append((cost, corner))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first.corner }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == parent { return first.corner }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
