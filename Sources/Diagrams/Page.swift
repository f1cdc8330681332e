/// The page around a diagram: margins, title above, legend and caption below.
struct Page {
  private let diagram: NetworkDiagram
  private let width: Double
  private var elements: [Drawing.Element] = []
  private var bottom = 0.0

  private static let margin = 28.0
  private static let narrowest = 420.0
  private static let title = TextStyle(size: 20, isBold: true)
  private static let subtitle = TextStyle(size: 12.5)
  private static let small = TextStyle(size: 10)

  init(of diagram: NetworkDiagram, body: [Drawing.Element]) {
    self.diagram = diagram
    let bounds = body.flatMap(\.shapes).map(\.bounds).reduce(nil) { $0?.union($1) ?? $1 }
    let content = max(bounds?.width ?? 0, Page.narrowest)
    width = content + 2 * Page.margin
    bottom = Page.margin - 6
    addHeading()
    if let bounds {
      bottom += 14
      let left = Page.margin + (content - bounds.width) / 2
      elements += body.map { $0.moved(by: Point(left - bounds.x, bottom - bounds.y)) }
      bottom += bounds.height
    }
    addLegend()
    addCaption()
  }

  /// The page.
  var drawing: Drawing {
    Drawing(
      width: width.rounded(.up), height: (bottom + Page.margin - 8).rounded(.up),
      title: diagram.title, description: diagram.words, elements: elements)
  }
}

// MARK: - Parts

extension Page {
  private var textWidth: Double { width - 2 * Page.margin }

  private mutating func addHeading() {
    var heading = Drawing.Element(kind: .heading)
    let title = Page.title.wrapped(displayable(diagram.title), width: textWidth, limit: 3)
    let subtitle = Page.subtitle.wrapped(displayable(diagram.subtitle), width: textWidth, limit: 3)
    for line in title { heading.shapes.append(text(line, Page.title, .ink)) }
    for line in subtitle { heading.shapes.append(text(line, Page.subtitle, .muted)) }
    if !heading.shapes.isEmpty { elements.append(heading) }
  }

  private mutating func addCaption() {
    let lines = diagram.caption.flatMap {
      Page.small.wrapped(displayable($0), width: textWidth, limit: 4)
    }
    guard !lines.isEmpty else { return }
    bottom += 10
    let shapes = lines.map { text($0, Page.small, .muted) }
    elements.append(Drawing.Element(kind: .caption, shapes: shapes))
  }

  /// The next line of text down the page.
  private mutating func text(_ line: String, _ style: TextStyle, _ tone: Tone) -> Drawing.Shape {
    let baseline = bottom + style.size
    bottom += style.lineHeight
    return .text(line, at: Point(Page.margin, baseline), anchor: .start, style, tone)
  }

  private mutating func addLegend() {
    let entries = LegendEntry.entries(for: diagram)
    guard !entries.isEmpty else { return }
    bottom += 20
    let rule = [Point(Page.margin, bottom), Point(width - Page.margin, bottom)]
    var legend = Drawing.Element(kind: .legend)
    legend.shapes.append(
      .curve([rule[0], rule[0], rule[1], rule[1]], Drawing.Line(tone: .faint, width: 1)))
    bottom += 8
    var x = Page.margin
    for entry in entries {
      let needed = 30 + Page.small.width(of: entry.text)
      if x > Page.margin, x + needed > width - Page.margin {
        x = Page.margin
        bottom += Page.small.lineHeight + 3
      }
      let middle = bottom + Page.small.lineHeight / 2
      legend.shapes.append(entry.sample(at: Point(x, middle)))
      let place = Point(x + 30, middle + Page.small.size * 0.36)
      legend.shapes.append(.text(entry.text, at: place, anchor: .start, Page.small, .muted))
      x += needed + 20
    }
    bottom += Page.small.lineHeight
    elements.append(legend)
  }
}

// MARK: - Legend

/// A line of the legend: only what occurs in the diagram is explained.
private struct LegendEntry {
  var text: String
  var line: Drawing.Line

  static func entries(for diagram: NetworkDiagram) -> [LegendEntry] {
    var entries = NetworkDiagram.Edge.Status.allCases.compactMap { status -> LegendEntry? in
      guard let edge = diagram.edges.first(where: { $0.status == status }) else { return nil }
      var line = NetworkComposition.line(of: edge)
      line.width = 1.4
      return LegendEntry(text: status == .held ? "met" : status.rawValue, line: line)
    }
    if diagram.edges.contains(where: { $0.status == .held && $0.count > 1 }) {
      let line = Drawing.Line(tone: .held, width: 4.2)
      entries.append(LegendEntry(text: "more often", line: line))
    }
    return entries
  }

  func sample(at place: Point) -> Drawing.Shape {
    let end = Point(place.x + 22, place.y)
    return .curve([place, place, end, end], line)
  }
}
