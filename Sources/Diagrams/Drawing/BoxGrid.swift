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

  /// Whether one of the boxes other than the two with these numbers contains a point.
  func hasBox(at point: Point, besides first: Int = -1, _ second: Int = -1) -> Bool {
    for index in squares[grid.square(of: point)]
    where index != first && index != second && boxes[index].contains(point) { return true }
    return false
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

  private func column(_ x: Double) -> Int { number(x - area.x, of: columns) }

  private func row(_ y: Double) -> Int { number(y - area.y, of: rows) }

  private func number(_ way: Double, of count: Int) -> Int {
    way > 0 ? min(Int(min(way / side, 1e9)), count - 1) : 0
  }
}
