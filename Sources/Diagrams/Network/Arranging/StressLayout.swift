/// Places for boxes that are tied to each other, such that the way between two is about as long as the
/// ties between them, and that one box more moves the others little.
///
/// What is made small is stress, the sum of the squared errors of all distances, each divided by the
/// distance (Kamada and Kawai, "An algorithm for drawing general undirected graphs", 1989), by moving
/// one box after another to where those around it want it (Gansner, Koren and North, "Graph Drawing by
/// Stress Majorization", 2004). Started from random places as in `neato`, the same graph with one node
/// more ends somewhere else. Here the boxes come in one by one, in an order that depends on their names
/// alone, each to its best place among those that are there: whoever came before a newcomer stands as
/// without it, and whoever comes after finds nearly the same.
struct StressLayout {
  /// Names that no others have; the order depends on them alone.
  var names: [String]
  /// Which two are tied, and how far apart they are to be, in points.
  var ties: [(a: Int, b: Int, length: Double)]

  /// The middle of each box. The first to come stands at the origin.
  var points: [Point] {
    let turns = names.map { scatteredPoint(for: $0, within: 1).x + 0.5 }
    let order = names.indices.sorted { (turns[$0], names[$0]) < (turns[$1], names[$1]) }
    let distances = self.distances
    var points = Array(repeating: Point(0, 0), count: names.count)
    var placed: [Int] = []
    // All settle anew when a third more have come: told by their turns, since by their number one more
    // would shift each of the rounds.
    var nextRound = 1.0 / 64
    for newcomer in order {
      while turns[newcomer] > nextRound {
        nextRound *= 4.0 / 3
        for _ in 0..<8 { settleAll(placed, &points, distances) }
      }
      points[newcomer] = start(of: newcomer, among: placed, points, distances)
      placed.append(newcomer)
      for _ in 0..<12 { settle(newcomer, among: placed, &points, distances) }
    }
    // A fixed number of rounds: where they end when nothing moves any more, one more could follow.
    for _ in 0..<50 { settleAll(placed, &points, distances) }
    return points
  }

  private func settleAll(_ placed: [Int], _ points: inout [Point], _ distances: [[Double]]) {
    for index in placed { settle(index, among: placed, &points, distances) }
  }

  /// Beside the nearest of those that are there, to a side that the name decides.
  private func start(
    of newcomer: Int, among placed: [Int], _ points: [Point], _ distances: [[Double]]
  ) -> Point {
    guard let nearest = placed.min(by: { distances[newcomer][$0] < distances[newcomer][$1] }) else {
      return Point(0, 0)
    }
    let offset = scatteredPoint(for: names[newcomer], within: 2)
    let middle = placed.reduce(Point(0, 0)) {
      Point($0.x + points[$1].x / Double(placed.count), $0.y + points[$1].y / Double(placed.count))
    }
    let (near, length) = (points[nearest], distances[newcomer][nearest])
    // Away from the middle there is more room.
    let out = Point(near.x - middle.x + offset.x * length, near.y - middle.y + offset.y * length)
    let size = max((out.x * out.x + out.y * out.y).squareRoot(), 1e-9)
    return Point(near.x + out.x / size * length, near.y + out.y / size * length)
  }

  /// Moves one box to the weighted mean of the places at which each other one wants it.
  private func settle(
    _ index: Int, among placed: [Int], _ points: inout [Point], _ distances: [[Double]]
  ) {
    var (x, y, whole) = (0.0, 0.0, 0.0)
    let here = points[index]
    for other in placed where other != index {
      let there = points[other]
      let wanted = distances[index][other]
      let weight = 1 / (wanted * wanted)
      let (dx, dy) = (here.x - there.x, here.y - there.y)
      let way = max((dx * dx + dy * dy).squareRoot(), 1e-6)
      x += weight * (there.x + dx / way * wanted)
      y += weight * (there.y + dy / way * wanted)
      whole += weight
    }
    if whole > 0 { points[index] = Point(x / whole, y / whole) }
  }

  /// The shortest way between each two; between parts that do not hang together as far as a picture of
  /// so many boxes is wide.
  private var distances: [[Double]] {
    let count = names.count
    var near = Array(repeating: [(other: Int, length: Double)](), count: count)
    for tie in ties {
      near[tie.a].append((tie.b, tie.length))
      near[tie.b].append((tie.a, tie.length))
    }
    let mean = ties.reduce(0) { $0 + $1.length } / Double(max(ties.count, 1))
    let apart = max(mean, 100) * (1 + Double(count).squareRoot() / 2)
    return (0..<count).map { start in
      var ways = Array(repeating: Double.infinity, count: count)
      ways[start] = 0
      // Few ties a box: those whose way became shorter wait in a queue (Bellman and Ford).
      var queue = [start]
      var next = 0
      while next < queue.count {
        let index = queue[next]
        next += 1
        for (other, length) in near[index] where ways[index] + length < ways[other] {
          ways[other] = ways[index] + length
          queue.append(other)
        }
      }
      return ways.map { $0.isFinite ? $0 : apart }
    }
  }
}
