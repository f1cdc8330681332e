/// Boxes by the squares of a grid that they touch, to find those at a place at once.
struct BoxGrid {
  private(set) var boxes: [Box] = []
  private var grid: SquareGrid
  private var squares: [[Int]]

  init(_ boxes: [Box] = []) {
    grid = SquareGrid(around: boxes, side: 64)
    squares = Array(repeating: [], count: grid.count)
    for box in boxes { insert(box) }
  }

  mutating func insert(_ box: Box) {
    grid.forEachSquare(of: box) { squares[$0].append(boxes.count) }
    boxes.append(box)
  }

  /// The numbers of boxes that are looked through, as those that a line starts and ends in; -1 for none.
  struct Exempt {
    var first = -1
    var last = -1
    /// The boxes around these.
    var outer = -1
    var otherOuter = -1

    func contains(_ number: Int) -> Bool {
      number == first || number == last || number == outer || number == otherOuter
    }
  }

  /// Whether one of the boxes besides some contains a point.
  func hasBox(at point: Point, besides exempt: Exempt = Exempt()) -> Bool {
    for index in squares[grid.square(of: point)]
    where !exempt.contains(index) && boxes[index].contains(point) { return true }
    return false
  }

  /// The number of a box that the straight way from one point to another leads through, the first
  /// along the way, besides some; nil if the way is free.
  func firstBox(from start: Point, to end: Point, besides exempt: Exempt) -> Int? {
    var nearest: (at: Double, box: Int)?
    grid.forEachSquare(from: start, to: end) { square, leaves in
      for index in squares[square] where !exempt.contains(index) {
        guard let enters = boxes[index].entry(from: start, to: end),
          enters < nearest?.at ?? .infinity
        else { continue }
        nearest = (enters, index)
      }
      // What lies in later squares only comes later.
      return nearest.map { $0.at > leaves } ?? true
    }
    return nearest?.box
  }

  /// Whether one of the boxes overlaps with another.
  func intersects(_ box: Box) -> Bool {
    var isTaken = false
    grid.forEachSquare(of: box) { square in
      if !isTaken { isTaken = squares[square].contains { boxes[$0].intersects(box) } }
    }
    return isTaken
  }
}

/// A grid over an area; what lies outside belongs to the squares at its border.
struct SquareGrid {
  private let area: Box
  private let side: Double
  private let columns: Int
  private let rows: Int

  /// How many squares there are.
  var count: Int { columns * rows }

  /// A grid around boxes with squares of a side, larger where there would be too many.
  init(around boxes: [Box], side: Double) {
    let area = boxes.dropFirst().reduce(boxes.first ?? Box(0, 0, 0, 0)) { $0.union($1) }
    let (width, height) = (min(area.width, 1e6), min(area.height, 1e6))
    self.area = area
    self.side = max(side, (width * height / 250_000).squareRoot())
    columns = Int(width / self.side) + 1
    rows = Int(height / self.side) + 1
  }

  func square(of point: Point) -> Int { row(point.y) * columns + column(point.x) }

  func forEachSquare(of box: Box, _ visit: (Int) -> Void) {
    let (left, right) = (column(box.x), column(box.maxX))
    for row in row(box.y)...row(box.maxY) {
      for column in left...right { visit(row * columns + column) }
    }
  }

  /// The squares along a straight way, with the share of the way at which it leaves each, until `visit`
  /// says that it is enough. (Amanatides and Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing",
  /// 1987.)
  func forEachSquare(
    from start: Point, to end: Point, _ visit: (_ square: Int, _ leaves: Double) -> Bool
  ) {
    var (x, y) = (column(start.x), row(start.y))
    let (lastX, lastY) = (column(end.x), row(end.y))
    let (width, height) = (end.x - start.x, end.y - start.y)
    let (stepX, stepY) = (width < 0 ? -1 : 1, height < 0 ? -1 : 1)
    /// At which share of the way it passes the border after a column or row.
    func border(_ number: Int, _ step: Int, _ origin: Double, _ from: Double, _ way: Double)
      -> Double
    {
      way == 0 ? .infinity : (origin + Double(number + (step > 0 ? 1 : 0)) * side - from) / way
    }
    var nextX = x == lastX ? .infinity : border(x, stepX, area.x, start.x, width)
    var nextY = y == lastY ? .infinity : border(y, stepY, area.y, start.y, height)
    while true {
      guard visit(y * columns + x, min(nextX, nextY)), x != lastX || y != lastY else { return }
      if nextX <= nextY {
        x += stepX
        nextX = x == lastX ? .infinity : border(x, stepX, area.x, start.x, width)
      } else {
        y += stepY
        nextY = y == lastY ? .infinity : border(y, stepY, area.y, start.y, height)
      }
    }
  }

  private func column(_ x: Double) -> Int { number(x - area.x, of: columns) }

  private func row(_ y: Double) -> Int { number(y - area.y, of: rows) }

  private func number(_ way: Double, of count: Int) -> Int {
    way > 0 ? min(Int(min(way / side, 1e9)), count - 1) : 0
  }
}
