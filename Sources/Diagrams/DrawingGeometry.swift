extension Drawing.Shape {
  /// The rectangle around the shape, without the width of its line.
  var bounds: Box {
    switch self {
    case .box(let box, radius: _, fill: _, line: _): return box
    case .curve(let points, _):
      let boxes = points.map { Box($0.x, $0.y, 0, 0) }
      return boxes.dropFirst().reduce(boxes.first ?? Box(0, 0, 0, 0)) { $0.union($1) }
    case .text(let text, let place, let anchor, let style, _):
      let width = style.width(of: text)
      let left =
        switch anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      return Box(left, place.y - style.size * 0.8, width, style.size)
    }
  }

  /// The same shape elsewhere.
  func moved(by distance: Point) -> Drawing.Shape {
    func moved(_ point: Point) -> Point { Point(point.x + distance.x, point.y + distance.y) }
    switch self {
    case .box(var box, let radius, let fill, let line):
      (box.x, box.y) = (box.x + distance.x, box.y + distance.y)
      return .box(box, radius: radius, fill: fill, line: line)
    case .curve(let points, let line): return .curve(points.map(moved), line)
    case .text(let text, let place, let anchor, let style, let tone):
      return .text(text, at: moved(place), anchor: anchor, style, tone)
    }
  }
}

extension Drawing.Element {
  /// The same element elsewhere.
  func moved(by distance: Point) -> Drawing.Element {
    var result = self
    result.shapes = shapes.map { $0.moved(by: distance) }
    return result
  }
}
