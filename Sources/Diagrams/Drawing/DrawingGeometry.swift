extension Drawing.Shape {
  /// The rectangle around the shape, without the width of its line.
  var bounds: Box {
    switch self {
    case .box(let box, radius: _, fill: _, line: _): return box
    case .curve(let points, _), .polygon(let points, fill: _):
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
  func moved(by distance: Point) -> Drawing.Shape { changed(scale: 1, distance) }

  /// The same shape `scale` times as large, seen from the upper left corner, and then moved.
  func changed(scale: Double, _ distance: Point = Point(0, 0)) -> Drawing.Shape {
    func changed(_ point: Point) -> Point {
      Point(point.x * scale + distance.x, point.y * scale + distance.y)
    }
    func changed(_ line: Drawing.Line) -> Drawing.Line {
      var result = line
      result.width *= scale
      return result
    }
    switch self {
    case .box(let box, let radius, let fill, let line):
      let corner = changed(Point(box.x, box.y))
      let result = Box(corner.x, corner.y, box.width * scale, box.height * scale)
      return .box(result, radius: radius * scale, fill: fill, line: line.map(changed))
    case .curve(let points, let line): return .curve(points.map(changed), changed(line))
    case .polygon(let points, let fill): return .polygon(points.map(changed), fill: fill)
    case .text(let text, let place, let anchor, var style, let tone):
      style.size *= scale
      return .text(text, at: changed(place), anchor: anchor, style, tone)
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

extension Drawing {
  /// The same picture as large as fits into a page, in its middle.
  func fitted(into size: DiagramLook.Size) -> Drawing {
    guard width > 0, height > 0 else { return self }
    let scale = min(size.width / width, size.height.map { $0 / height } ?? .infinity)
    var result = self
    result.width = size.width
    result.height = size.height ?? (height * scale).rounded(.up)
    let rest = Point(
      (result.width - width * scale) / 2, (result.height - height * scale) / 2)
    for index in elements.indices {
      result.elements[index].shapes = elements[index].shapes.map {
        $0.changed(scale: scale, rest)
      }
    }
    return result
  }
}
