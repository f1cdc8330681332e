/// Lines by the squares of a grid that they lead through, to count those behind a label at once.
struct LineGrid {
  private static let step = 5.0
  private let grid: SquareGrid
  private var squares: [[(line: Int, point: Point)]]

  /// The lines as points; a line's number is its place in `lines`.
  init(_ lines: [[Point]] = []) {
    grid = SquareGrid(around: lines.joined().map { Box($0.x, $0.y, 0, 0) }, side: 32)
    squares = Array(repeating: [], count: grid.count)
    for (number, line) in lines.enumerated() {
      for (start, end) in zip(line, line.dropFirst()) {
        let steps = max(Int(distance(start, end) / LineGrid.step), 1)
        for step in 0..<steps {
          insert(between(start, end, Double(step) / Double(steps)), of: number)
        }
      }
      if let last = line.last { insert(last, of: number) }
    }
  }

  /// How many lines other than `own` lead through a box.
  func count(in box: Box, besides own: Int?) -> Int {
    var found: [Int] = []
    grid.forEachSquare(of: box) { square in
      for (line, point) in squares[square]
      where line != own && box.contains(point) && !found.contains(line) { found.append(line) }
    }
    return found.count
  }

  private mutating func insert(_ point: Point, of line: Int) {
    squares[grid.square(of: point)].append((line, point))
  }
}
