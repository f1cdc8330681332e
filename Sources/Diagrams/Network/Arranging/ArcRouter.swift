/// Leads each line from card to card as a single arc, bent as little as it takes to cross no other
/// card and no name.
///
/// Graphviz's own curves around cards cost seconds from 200 nodes on; these cost hundredths.
struct ArcRouter {
  /// Past this many lines all are straight: nobody could follow a bend.
  private static let mostBent = 1500
  /// How far the middle of a line may lie from the straight way, in points.
  private static let farthest = 170.0
  private static let bends = [0, 0.07, -0.07, 0.15, -0.15, 0.24, -0.24, 0.34, -0.34, 0.46, -0.46]

  private static let swings: [(Double, Double)] = {
    let offsets = [0, 0.16, -0.16, 0.32, -0.32, 0.5, -0.5]
    let pairs = offsets.flatMap { here in offsets.map { (here, $0) } }.filter { $0.0 != $0.1 }
    return pairs.enumerated().sorted { a, b in
      let (x, y) = (abs(a.element.0) + abs(a.element.1), abs(b.element.0) + abs(b.element.1))
      return (x, a.offset) < (y, b.offset)
    }.map(\.element)
  }()

  private let boxes: [Box]
  private let grid: BoxGrid
  /// How many lines each two cards had so far: the next is bent away from them.
  private var parallel: [Int: Int] = [:]
  private let isStraight: Bool

  /// `boxes` are the cards; `obstacles` what lines had better not cross either.
  init(boxes: [Box], obstacles: [Box], lineCount: Int) {
    self.boxes = boxes
    grid = BoxGrid(boxes.map { $0.grown(by: 4) } + obstacles)
    isStraight = lineCount > ArcRouter.mostBent
  }

  /// The line between two cards as one Bézier curve, from edge to edge of these.
  mutating func route(from source: Int, to target: Int) -> [Point] {
    let key = min(source, target) * boxes.count + max(source, target)
    let earlier = parallel[key, default: 0]
    parallel[key] = earlier + 1
    // A line means the same in both directions: it is bent to the same side.
    let (first, last) = (min(source, target), max(source, target))
    if isStraight { return clipped(arc(0, first, last), first, last, from: source) }
    let shift = earlier == 0 ? 0 : 0.11 * Double((earlier + 1) / 2) * (earlier % 2 == 1 ? 1 : -1)
    var best: (cost: Double, curve: [Point])?
    func consider(_ line: [Point], penalty: Double) -> Bool {
      let crossed = crossings(of: line, source, target)
      let cost = Double(crossed) + penalty
      if cost < best?.cost ?? .infinity { best = (cost, line) }
      return crossed == 0
    }
    // Far bends of long lines would leave the picture.
    let length = distance(boxes[first].center, boxes[last].center)
    for bend in ArcRouter.bends where abs(bend) * length < ArcRouter.farthest {
      if consider(arc(bend + shift, first, last), penalty: abs(bend) * 6) { break }
    }
    if let found = best, found.cost > 3 {
      // No single arc is free: one way first and then the other.
      for (here, there) in ArcRouter.swings
      where max(abs(here), abs(there)) * length < ArcRouter.farthest * 1.5 {
        let line = swing(here, there, first, last)
        if consider(line, penalty: 1 + (abs(here) + abs(there)) * 2) { break }
      }
    }
    if let found = best, found.cost > 3, length < 900 {
      // No arc from middle to middle is free: out of the sides of the cards then.
      for line in sideways(first, last) { _ = consider(line, penalty: 3) }
    }
    return clipped(best?.curve ?? arc(0, first, last), first, last, from: source)
  }

  /// From middle to middle, bent by a share of the length.
  private func arc(_ bend: Double, _ first: Int, _ last: Int) -> [Point] {
    let (start, end) = (boxes[first].center, boxes[last].center)
    let control = Point(
      (start.x + end.x) / 2 - (end.y - start.y) * bend * 2,
      (start.y + end.y) / 2 + (end.x - start.x) * bend * 2)
    return [start, between(start, control, 2 / 3), between(end, control, 2 / 3), end]
  }

  /// From middle to middle, bent by one share of the length in the first half, by another in the
  /// second.
  private func swing(_ here: Double, _ there: Double, _ first: Int, _ last: Int) -> [Point] {
    let (start, end) = (boxes[first].center, boxes[last].center)
    func control(_ share: Double, _ bend: Double) -> Point {
      let point = between(start, end, share)
      return Point(point.x - (end.y - start.y) * bend, point.y + (end.x - start.x) * bend)
    }
    return [start, control(1.0 / 3, here), control(2.0 / 3, there), end]
  }

  /// Curves that leave or reach one card or both at the middle of its left or right side.
  private func sideways(_ first: Int, _ last: Int) -> [[Point]] {
    let reach = max(distance(boxes[first].center, boxes[last].center) * 0.3, 46)
    func ends(_ box: Box, towards other: Point) -> [(at: Point, control: Point)] {
      let center = box.center
      let right = Point(box.maxX, center.y)
      let left = Point(box.x, center.y)
      // Never away from where the line leads: that looks like a loop.
      let slack = box.width / 2
      return [(center, between(center, other, 1 / 3))]
        + (other.x > center.x - slack ? [(right, Point(right.x + reach, right.y))] : [])
        + (other.x < center.x + slack ? [(left, Point(left.x - reach, left.y))] : [])
    }
    let starts = ends(boxes[first], towards: boxes[last].center)
    return starts.flatMap { start in
      ends(boxes[last], towards: boxes[first].center).map { end in
        [start.at, start.control, end.control, end.at]
      }
    }
  }

  /// How many of the points along a line lie in foreign boxes.
  private func crossings(of line: [Point], _ source: Int, _ target: Int) -> Int {
    let steps = min(max(Int(distance(line[0], line[3]) / 9), 10), 90)
    return (1..<steps).count { step in
      let point = bezierPoint(line[...], at: Double(step) / Double(steps))
      return grid.hasBox(at: point, besides: source, target)
    }
  }

  /// The part of a curve between the edges of the boxes at its ends, seen from `source`.
  private func clipped(
    _ line: [Point], _ first: Int, _ last: Int, from source: Int
  ) -> [Point] {
    func firstOutside(_ box: Box, from: Double, to: Double) -> Double {
      guard box.contains(bezierPoint(line[...], at: from)) else { return from }
      var (inside, outside) = (from, to)
      for _ in 0..<20 {
        let middle = (inside + outside) / 2
        if box.contains(bezierPoint(line[...], at: middle)) {
          inside = middle
        } else {
          outside = middle
        }
      }
      return outside
    }
    let start = firstOutside(boxes[first], from: 0, to: 0.5)
    let end = firstOutside(boxes[last], from: 1, to: 0.5)
    let part = start < end ? piece(of: line, from: start, to: end) : line
    return source == first ? part : part.reversed()
  }
}
