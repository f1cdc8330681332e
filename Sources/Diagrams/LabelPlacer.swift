/// Finds room for labels: on their own line, on no card and no other label, and if possible on no
/// other line.
///
/// Graphviz could place them, but then only `dot` keeps room for them, and 2.42 corrupts its memory
/// where a labelled line joins two cards of one rank.
struct LabelPlacer {
  private var taken: [Box]
  private let lines: [[Point]]

  /// Past this many lines, whether another line is crossed is not looked at: it takes seconds.
  private static let mostCrossingsChecked = 400

  /// `cards` are where no label may lie, `lines` what they had better not cover.
  init(cards: [Box], lines: [[Point]]) {
    taken = cards
    self.lines = lines.count > LabelPlacer.mostCrossingsChecked ? [] : lines
  }

  /// The best free place for a label of a size on a line, or nil if there is none.
  mutating func place(width: Double, height: Double, along line: [Point]) -> Box? {
    let fractions = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86]
    let boxes = fractions.compactMap { fraction in
      pointAlong(line, fraction: fraction).map { Box(center: $0, width: width, height: height) }
    }
    return take(boxes, besides: line)
  }

  /// The first of `boxes` with the fewest lines behind it, among those that are free.
  mutating func take(_ boxes: [Box], besides own: [Point] = []) -> Box? {
    var best: (box: Box, crossings: Int)?
    for box in boxes where !taken.contains(where: box.intersects) {
      let crossings = lines.count { $0 != own && $0.contains(where: box.contains) }
      if crossings < best?.crossings ?? .max { best = (box, crossings) }
      if crossings == 0 { break }
    }
    if let best { taken.append(best.box) }
    return best?.box
  }
}

// MARK: - Lines as points

extension Placement.EdgePlacement {
  /// The line as points a few points apart.
  var points: [Point] {
    curves.flatMap { curve in
      stride(from: 0, to: curve.count - 3, by: 3).flatMap { start in
        (0...20).map { step in
          bezierPoint(curve[start..<(start + 4)], at: Double(step) / 20)
        }
      }
    }
  }
}

private func bezierPoint(_ piece: ArraySlice<Point>, at t: Double) -> Point {
  let first = piece.startIndex
  let s = 1 - t
  let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return weights.indices.reduce(into: Point(0, 0)) { sum, index in
    sum.x += weights[index] * piece[first + index].x
    sum.y += weights[index] * piece[first + index].y
  }
}

private func pointAlong(_ line: [Point], fraction: Double) -> Point? {
  let lengths = zip(line, line.dropFirst()).map { distance($0, $1) }
  var left = lengths.reduce(0, +) * fraction
  for (index, length) in lengths.enumerated() {
    if length > 0, left <= length {
      let (a, b) = (line[index], line[index + 1])
      let share = left / length
      return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    }
    left -= length
  }
  return line.last
}

private func distance(_ a: Point, _ b: Point) -> Double {
  ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}
