/// Puts a network that is laid out on a page: title above, legend and caption below.
struct NetworkComposition {
  private let diagram: NetworkDiagram
  private let layout: Layout
  private let placement: Placement

  /// The parts of a diagram that is normalized.
  init(of diagram: NetworkDiagram, layout: Layout, placement: Placement) {
    self.diagram = diagram
    self.layout = layout
    self.placement = placement
  }

  /// The picture.
  ///
  /// - Throws: `DiagramError.unreadableLayout` if the placement lacks a person or a contact.
  func drawing() throws(DiagramError) -> Drawing {
    var body: [Drawing.Element] = []
    for (index, group) in diagram.groups.enumerated() {
      if let box = placement.groups[percentEncoded(group.id)] {
        body.append(element(for: group, index: index, in: box))
      }
    }
    for edge in diagram.edges {
      guard let placed = placement.edges[percentEncoded(edge.id)] else {
        throw .unreadableLayout("no line for \(displayable(edge.id))")
      }
      body.append(element(for: edge, placed))
    }
    for node in diagram.nodes {
      guard let center = placement.nodes[percentEncoded(node.id)] else {
        throw .unreadableLayout("no place for \(displayable(node.id))")
      }
      body.append(element(for: node, at: center))
    }
    return Page(of: diagram, body: body).drawing
  }
}

// MARK: - Elements

extension NetworkComposition {
  private func element(
    for group: NetworkDiagram.Group, index: Int, in box: Box
  ) -> Drawing.Element {
    let style = TextStyle(size: 11, isBold: true)
    let label = style.wrapped(displayable(group.label), width: box.width - 20, limit: 1).first
    let place = Point(box.x + 12, box.y + 17)
    return Drawing.Element(
      kind: .group, id: elementID("group", group.id),
      data: [.init(name: "id", value: group.id), .init(name: "label", value: group.label)],
      shapes: [
        .box(box, radius: 10, fill: .tint(index), line: nil),
        .text(label ?? "", at: place, anchor: .start, style, .group(index)),
      ])
  }

  private func element(
    for edge: NetworkDiagram.Edge, _ placed: Placement.EdgePlacement
  ) -> Drawing.Element {
    let line = NetworkComposition.line(of: edge)
    var shapes = placed.curves.map { Drawing.Shape.curve($0, line) }
    if let center = placed.label ?? placed.middle {
      shapes += textLines(EdgeLabel(of: edge), around: center, tone: line.tone)
    }
    var data = [
      Drawing.DataAttribute(name: "id", value: edge.id),
      Drawing.DataAttribute(name: "source", value: edge.source),
      Drawing.DataAttribute(name: "target", value: edge.target),
      Drawing.DataAttribute(name: "count", value: String(edge.count)),
      Drawing.DataAttribute(name: "status", value: edge.status.rawValue),
    ]
    for (name, value) in [("kind", edge.kind), ("first", edge.first), ("last", edge.last)] {
      if let value { data.append(.init(name: name, value: value)) }
    }
    return Drawing.Element(
      kind: .edge, id: elementID("edge", edge.id), data: data, tooltip: diagram.tooltip(of: edge),
      link: edge.link, shapes: shapes)
  }

  private func textLines(
    _ label: EdgeLabel, around center: Point, tone: Tone
  ) -> [Drawing.Shape] {
    guard !label.lines.isEmpty else { return [] }
    let box = Box(center: center, width: label.width + 10, height: label.height + 4)
    var shapes = [Drawing.Shape.box(box, radius: 5, fill: .paper, line: nil)]
    var baseline = box.y + 2 + EdgeLabel.style.size * 0.98
    for line in label.lines {
      let place = Point(center.x, baseline)
      shapes.append(.text(line, at: place, anchor: .middle, EdgeLabel.style, tone))
      baseline += EdgeLabel.style.lineHeight
    }
    return shapes
  }

  private func element(for node: NetworkDiagram.Node, at center: Point) -> Drawing.Element {
    let card = diagram.card(of: node, in: layout)
    let box = Box(center: center, width: card.width, height: card.height)
    let tone = diagram.tone(of: node)
    let isCenter = node.id == diagram.center
    let line = Drawing.Line(tone: tone, width: isCenter ? 2.5 : 1.2)
    var shapes = [Drawing.Shape.box(box, radius: 7, fill: isCenter ? tone : .paper, line: line)]
    var y = box.y + NodeCard.padding.along
    for text in card.lines {
      let baseline = y + text.style.lineHeight / 2 + text.style.size * 0.36
      let ink: Tone = isCenter ? .paper : text.isName ? .ink : .muted
      shapes.append(
        .text(text.text, at: Point(center.x, baseline), anchor: .middle, text.style, ink))
      y += text.style.lineHeight
    }
    var data = [Drawing.DataAttribute(name: "id", value: node.id)]
    if let group = node.group { data.append(.init(name: "group", value: group)) }
    return Drawing.Element(
      kind: .node, id: elementID("node", node.id), data: data, tooltip: diagram.tooltip(of: node),
      link: node.link, shapes: shapes)
  }

  /// How the line of a contact is drawn: its width tells the number, its dashes the status.
  static func line(of edge: NetworkDiagram.Edge) -> Drawing.Line {
    let width = min(1.4 + 0.7 * Double(max(edge.count, 1) - 1), 5.6)
    return switch edge.status {
    case .held: Drawing.Line(tone: .held, width: width)
    case .planned: Drawing.Line(tone: .planned, width: width, dash: .dashed)
    case .cancelled: Drawing.Line(tone: .cancelled, width: width, dash: .dotted)
    case .declined: Drawing.Line(tone: .declined, width: width, dash: .dotted)
    }
  }
}

extension Placement.EdgePlacement {
  /// The middle of the longest curve, for a layout that places no labels.
  var middle: Point? {
    guard let curve = curves.max(by: { $0.count < $1.count }), curve.count >= 4 else { return nil }
    let piece = (curve.count - 1) / 3
    let start = piece / 2 * 3
    if piece % 2 == 0 { return curve[start] }
    let (a, b, c, d) = (curve[start], curve[start + 1], curve[start + 2], curve[start + 3])
    return Point((a.x + 3 * b.x + 3 * c.x + d.x) / 8, (a.y + 3 * b.y + 3 * c.y + d.y) / 8)
  }
}
