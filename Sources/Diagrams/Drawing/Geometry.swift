/// A place in points.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle in points.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  init(center: Point, width: Double, height: Double) {
    self.init(center.x - width / 2, center.y - height / 2, width, height)
  }

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var center: Point { Point(x + width / 2, y + height / 2) }

  func union(_ other: Box) -> Box {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Box(left, top, max(maxX, other.maxX) - left, max(maxY, other.maxY) - top)
  }

  func grown(by margin: Double) -> Box {
    Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin)
  }

  func contains(_ point: Point) -> Bool {
    point.x > x && point.x < maxX && point.y > y && point.y < maxY
  }

  /// The share of a straight way after which it is within the box; nil if it leads past or only
  /// touches the border.
  func entry(from start: Point, to end: Point) -> Double? {
    var (enters, leaves) = (0.0, 1.0)
    func cut(_ from: Double, _ way: Double, _ low: Double, _ high: Double) {
      if way == 0 {
        if from <= low || from >= high { leaves = -1 }
        return
      }
      let (a, b) = ((low - from) / way, (high - from) / way)
      enters = max(enters, min(a, b))
      leaves = min(leaves, max(a, b))
    }
    cut(start.x, end.x - start.x, x, maxX)
    cut(start.y, end.y - start.y, y, maxY)
    return enters < leaves ? enters : nil
  }

  func intersects(_ other: Box) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
