/// Boxes by the squares of a grid that they touch, to find those at a place at once.
struct BoxGrid {
  private static let cell = 64.0
  private(set) var boxes: [Box] = []
  private var squares: [Int: [Int]] = [:]

  init(_ boxes: [Box] = []) {
    for box in boxes { insert(box) }
  }

  mutating func insert(_ box: Box) {
    for square in BoxGrid.squares(of: box) { squares[square, default: []].append(boxes.count) }
    boxes.append(box)
  }

  /// Whether one of the boxes other than the two with these numbers contains a point.
  func hasBox(at point: Point, besides first: Int = -1, _ second: Int = -1) -> Bool {
    let square = squares[BoxGrid.square(BoxGrid.number(point.x), BoxGrid.number(point.y))]
    return square?.contains { index in
      index != first && index != second && boxes[index].contains(point)
    } ?? false
  }

  /// Whether one of the boxes overlaps with another.
  func intersects(_ box: Box) -> Bool {
    BoxGrid.squares(of: box).contains { square in
      squares[square]?.contains { boxes[$0].intersects(box) } ?? false
    }
  }

  private static func squares(of box: Box) -> [Int] {
    (number(box.x)...number(box.maxX)).flatMap { column in
      (number(box.y)...number(box.maxY)).map { square(column, $0) }
    }
  }

  private static func square(_ column: Int, _ row: Int) -> Int { column << 24 ^ row }

  private static func number(_ place: Double) -> Int {
    Int((min(max(place, -1e7), 1e7) / cell).rounded(.down))
  }
}
