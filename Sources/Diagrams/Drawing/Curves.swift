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

/// The point of a cubic Bézier curve at a parameter from 0 to 1.
func bezierPoint(_ piece: ArraySlice<Point>, at t: Double) -> Point {
  let first = piece.startIndex
  let (a, b, c, d) = (piece[first], piece[first + 1], piece[first + 2], piece[first + 3])
  let s = 1 - t
  let (u, v, w, x) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
  return Point(u * a.x + v * b.x + w * c.x + x * d.x, u * a.y + v * b.y + w * c.y + x * d.y)
}

/// The point a share of the way along a line.
func pointAlong(_ line: [Point], fraction: Double) -> Point? {
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

/// How far two points are from each other.
func distance(_ a: Point, _ b: Point) -> Double {
  ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}

/// The point a share of the way from `a` to `b`.
func between(_ a: Point, _ b: Point, _ share: Double) -> Point {
  Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
}

/// The part of a Bézier curve between two of its parameters, by de Casteljau's division.
func piece(of curve: [Point], from start: Double, to end: Double) -> [Point] {
  func split(_ p: [Point], _ t: Double) -> (before: [Point], after: [Point]) {
    let (a, b, c) = (between(p[0], p[1], t), between(p[1], p[2], t), between(p[2], p[3], t))
    let (d, e) = (between(a, b, t), between(b, c, t))
    let middle = between(d, e, t)
    return ([p[0], a, d, middle], [middle, e, c, p[3]])
  }
  let upToEnd = split(curve, end).before
  return split(upToEnd, end == 0 ? 0 : start / end).after
}
