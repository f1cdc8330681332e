/// Where a layout put the parts of a diagram: points, from the upper left corner, y down.
struct Placement: Hashable, Sendable {
  var nodes: [String: Point] = [:]
  var edges: [String: EdgePlacement] = [:]
  var groups: [String: Box] = [:]

  struct EdgePlacement: Hashable, Sendable {
    /// Bézier curves, each a start and three points for each piece.
    var curves: [[Point]]
  }
}

// MARK: - Reading

extension Placement {
  /// The name of the format, beside Graphviz's own.
  static let format = "positions"

  /// Reads what `PlacementText` wrote: a line a part, its kind, its name, its numbers.
  ///
  ///     node winston-peters 120.5 44
  ///     edge e1 20 30 20 60 40 60 40 90
  ///     group nz 8 8 232 80
  init(reading text: String) throws(DiagramError) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false)
      let numbers = fields.dropFirst(2).compactMap { Double($0) }
      guard fields.count >= 2, numbers.count == fields.count - 2, numbers.allSatisfy(\.isFinite)
      else { throw .unreadableLayout(oneLine(String(line))) }
      try add(String(fields[0]), name: String(fields[1]), numbers)
    }
  }

  private mutating func add(
    _ kind: String, name: String, _ numbers: [Double]
  ) throws(DiagramError) {
    switch (kind, numbers.count) {
    case ("node", 2): nodes[name] = Point(numbers[0], numbers[1])
    case ("group", 4): groups[name] = Box(numbers[0], numbers[1], numbers[2], numbers[3])
    case ("edge", let count) where count >= 8 && count % 2 == 0:
      let points = stride(from: 0, to: count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
      edges[name, default: EdgePlacement(curves: [])].curves.append(points)
    default: throw .unreadableLayout("\(kind) with \(numbers.count) numbers")
    }
  }
}
