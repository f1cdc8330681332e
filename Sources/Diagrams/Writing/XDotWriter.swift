/// A drawing as DOT without nodes, whose background is the picture: what Graphviz turns into PNG
/// and PDF, so that these look as the SVG does.
///
/// The background is in xdot, where every text is preceded by its number of bytes and nothing in
/// it is expanded. It only has to survive as a DOT string.
struct XDotWriter {
  /// The engine that leaves everything where it is.
  static let engine = "nop2"
  /// What the layout is reckoned with first.
  static let fontFamily = "DejaVu Sans"

  private let height: Double
  private let theme: DiagramLook.Theme
  private var operations: [String] = []

  /// The picture as DOT.
  static func document(
    of drawing: Drawing, theme: DiagramLook.Theme = .light
  ) -> String {
    var writer = XDotWriter(height: drawing.height, theme: theme)
    let page = Box(0, 0, drawing.width, drawing.height)
    writer.add(.box(page, radius: 0, fill: .paper, line: nil))
    for element in drawing.elements {
      for shape in element.shapes { writer.add(shape) }
    }
    // Twice the pixels of the screen: sharp on one that has them, and in print.
    return """
      graph drawing {
        graph [dpi=144, pad=0, margin=0, charset="UTF-8",
          bb="0,0,\(hundredths(drawing.width)),\(hundredths(drawing.height))",
          _background="\(asDOTString(writer.operations.joined(separator: " ")))"]
      }

      """
  }

  private init(height: Double, theme: DiagramLook.Theme) {
    self.height = height
    self.theme = theme
  }

  private static func asDOTString(_ text: String) -> String {
    text.replacing("\"", with: "\\\"")
  }

  /// In a DOT string only the quote has an escape, so that a backslash before one can't be written:
  /// it is shown by the full-width one.
  private static func asXDotText(_ text: String) -> String {
    displayable(text).replacing("\\", with: "\u{FF3C}")
  }
}

// MARK: - Operations

extension XDotWriter {
  private mutating func add(_ shape: Drawing.Shape) {
    switch shape {
    case .box(let box, let radius, let fill, let line):
      if let line { setLine(line) } else if let fill { operations.append(color("c", fill)) }
      if let fill { operations.append(color("C", fill)) }
      addOutline(of: box, radius: radius, isFilled: fill != nil)
    case .curve(let points, let line):
      setLine(line)
      operations.append("B \(points.count) \(coordinates(points))")
    case .polygon(let points, let fill):
      operations += [color("c", fill), color("C", fill)]
      operations.append("S \(counted("setlinewidth(0.2)"))")
      operations.append("P \(points.count) \(coordinates(points))")
    case .text(let text, let place, let anchor, let style, let tone):
      add(text, at: place, anchor: anchor, style, tone)
    }
  }

  private mutating func add(
    _ text: String, at place: Point, anchor: Drawing.Anchor, _ style: TextStyle, _ tone: Tone
  ) {
    let alignment =
      switch anchor {
      case .start: "-1"
      case .middle: "0"
      case .end: "1"
      }
    let shown = XDotWriter.asXDotText(text)
    operations.append(color("c", tone))
    operations.append("t \(style.isBold ? 1 : 0)")
    operations.append("F \(hundredths(style.size)) \(counted(XDotWriter.fontFamily))")
    let width = hundredths(style.width(of: shown))
    // Graphviz counts the place of a text from a fifth of its size above the baseline.
    let raised = Point(place.x, place.y + style.size * 0.2)
    operations.append("T \(coordinates([raised])) \(alignment) \(width) \(counted(shown))")
  }

  private mutating func setLine(_ line: Drawing.Line) {
    operations.append(color("c", line.tone))
    operations.append("S \(counted(line.dash.rawValue))")
    operations.append("S \(counted("setlinewidth(\(hundredths(line.width)))"))")
  }

  private mutating func addOutline(of box: Box, radius: Double, isFilled: Bool) {
    if radius == 0 {
      let corners = [
        Point(box.x, box.y), Point(box.maxX, box.y), Point(box.maxX, box.maxY),
        Point(box.x, box.maxY),
      ]
      operations.append("\(isFilled ? "P" : "p") 4 \(coordinates(corners))")
      return
    }
    let points = roundedOutline(of: box, radius: radius)
    operations.append("\(isFilled ? "b" : "B") \(points.count) \(coordinates(points))")
  }

  private func color(_ operation: String, _ tone: Tone) -> String {
    "\(operation) \(counted(tone.color(in: theme)))"
  }

  private func counted(_ text: String) -> String { "\(text.utf8.count) -\(text)" }

  /// Graphviz counts y upwards.
  private func coordinates(_ points: [Point]) -> String {
    points.map { "\(hundredths($0.x)) \(hundredths(height - $0.y))" }.joined(separator: " ")
  }
}

/// A rectangle with rounded corners as one Bézier curve: eight pieces.
private func roundedOutline(of box: Box, radius: Double) -> [Point] {
  let r = min(radius, box.width / 2, box.height / 2)
  // The distance of the control points that makes a quarter of a circle.
  let c = r * (1 - 0.5523)
  var points = [Point(box.x + r, box.y)]
  func line(to end: Point) { points += [points[points.count - 1], end, end] }
  func corner(_ first: Point, _ second: Point, _ end: Point) { points += [first, second, end] }
  line(to: Point(box.maxX - r, box.y))
  corner(Point(box.maxX - c, box.y), Point(box.maxX, box.y + c), Point(box.maxX, box.y + r))
  line(to: Point(box.maxX, box.maxY - r))
  corner(
    Point(box.maxX, box.maxY - c), Point(box.maxX - c, box.maxY), Point(box.maxX - r, box.maxY))
  line(to: Point(box.x + r, box.maxY))
  corner(Point(box.x + c, box.maxY), Point(box.x, box.maxY - c), Point(box.x, box.maxY - r))
  line(to: Point(box.x, box.y + r))
  corner(Point(box.x, box.y + c), Point(box.x + c, box.y), Point(box.x + r, box.y))
  return points
}
