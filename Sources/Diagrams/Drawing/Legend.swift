/// A line of the legend: only what occurs in the diagram is explained.
struct LegendEntry {
  /// What stands before the words.
  enum Sample {
    case line(Drawing.Line)
    case box(radius: Double, fill: Tone?, Drawing.Line?)
    case shapes([Drawing.Shape])
  }

  var text: String
  var sample: Sample

  /// `loose` is the group whose people stand outside of frames.
  static func entries(
    for diagram: NetworkDiagram, loose: (label: String, hue: Int)? = nil
  ) -> [LegendEntry] {
    let stroke = EdgeStroke(for: diagram)
    var entries = formEntries(for: diagram)
    if let loose {
      let outline = Drawing.Line(tone: .group(loose.hue), width: 1.4)
      entries.append(
        LegendEntry(
          text: "\(displayable(loose.label)), each beside those they met",
          sample: .box(radius: 4, fill: .paper, outline)))
    }
    let contacts = diagram.edges.filter { $0.label == nil || $0.status != .held }
    entries += NetworkDiagram.Edge.Status.allCases.compactMap { status -> LegendEntry? in
      guard let edge = contacts.first(where: { $0.status == status }) else { return nil }
      var line = stroke.line(of: edge)
      line.width = 1.4
      return LegendEntry(text: status == .held ? "met" : status.rawValue, sample: .line(line))
    }
    if let edge = contacts.first(where: { $0.status == .held && $0.count > 1 }) {
      entries.append(
        LegendEntry(
          text: "more often",
          sample: .line(Drawing.Line(tone: stroke.line(of: edge).tone, width: 4.2))))
    }
    if !diagram.text.notes.isEmpty {
      entries.append(LegendEntry(text: "[1] words behind it, below", sample: .shapes([])))
    }
    return entries
  }

  /// What shapes mean, where there are several.
  private static func formEntries(for diagram: NetworkDiagram) -> [LegendEntry] {
    let forms = Set(diagram.nodes.map(\.form))
    guard forms.count > 1 else { return [] }
    let outline = Drawing.Line(tone: .muted, width: 1.2)
    return NetworkDiagram.Node.Form.allCases.filter(forms.contains).map { form in
      switch form {
      case .person:
        LegendEntry(text: "person", sample: .box(radius: 4, fill: .paper, outline))
      case .meeting:
        LegendEntry(text: "meeting", sample: .box(radius: 7, fill: .paper, outline))
      case .country:
        LegendEntry(text: "country or body", sample: .box(radius: 4, fill: .tint(0), outline))
      case .thing:
        LegendEntry(text: "other", sample: .box(radius: 0, fill: .paper, outline))
      }
    }
  }

  /// The width of a sample with the room after it.
  var lead: Double {
    guard case .shapes(let shapes) = sample else { return 30 }
    return shapes.map(\.bounds.maxX).max().map { $0 + 8 } ?? 0
  }

  /// The sample with the middle of its left side at a place.
  func shapes(at place: Point) -> [Drawing.Shape] {
    switch sample {
    case .line(let line):
      let end = Point(place.x + 22, place.y)
      return [.curve([place, place, end, end], line)]
    case .box(let radius, let fill, let line):
      return [.box(Box(place.x, place.y - 7, 22, 14), radius: radius, fill: fill, line: line)]
    case .shapes(let shapes): return shapes.map { $0.moved(by: place) }
    }
  }
}
