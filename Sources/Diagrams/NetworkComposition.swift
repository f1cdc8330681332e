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
  /// - Throws: `DiagramError.unreadableLayout` if the placement lacks a person.
  func drawing() throws(DiagramError) -> Drawing {
    let cards = try diagram.nodes.map { node throws(DiagramError) in try box(of: node) }
    let lines = diagram.edges.map(line)
    var placer = LabelPlacer(cards: cards.map { $0.grown(by: 3) }, lines: lines.map(\.points))
    let frames = self.frames(&placer)
    let notes = zip(diagram.edges, lines).compactMap { label(for: $0, along: $1, &placer) }

    var body = frames.map(element)
    body += zip(diagram.edges, lines).map { element(for: $0, $1) }
    body += frames.map(label)
    body += zip(diagram.nodes, cards).map { element(for: $0, in: $1) }
    return Page(of: diagram, body: body + notes).drawing
  }

  private func frames(_ placer: inout LabelPlacer) -> [GroupFrame] {
    guard layout.framesGroups else { return [] }
    var boxes = diagram.groups.map { placement.groups[percentEncoded($0.id)] }
    return diagram.groups.indices.compactMap { index in
      guard let box = boxes[index] else { return nil }
      let others = boxes.enumerated().filter { $0.offset != index }.compactMap(\.element)
      let name = diagram.groups[index].label
      let frame = GroupFrame(index: index, name: name, box: box, others: others, &placer)
      boxes[index] = frame.box
      return frame
    }
  }

  private func box(of node: NetworkDiagram.Node) throws(DiagramError) -> Box {
    guard let center = placement.nodes[percentEncoded(node.id)] else {
      throw .unreadableLayout("no place for \(displayable(node.id))")
    }
    let card = diagram.card(of: node, in: layout)
    return Box(center: center, width: card.width, height: card.height)
  }

  /// The line of a contact; a straight one where Graphviz drew none, as between cards that touch.
  private func line(of edge: NetworkDiagram.Edge) -> Placement.EdgePlacement {
    if let line = placement.edges[percentEncoded(edge.id)] { return line }
    let ends = [edge.source, edge.target].compactMap { placement.nodes[percentEncoded($0)] }
    guard let start = ends.first, let end = ends.last else { return .init(curves: []) }
    return .init(curves: [[start, start, end, end]])
  }
}

// MARK: - Labels

extension NetworkComposition {
  private func label(for frame: GroupFrame) -> Drawing.Element {
    let style = GroupFrame.style
    return Drawing.Element(
      kind: .label,
      shapes: [
        .box(frame.nameBox, radius: 5, fill: .tint(frame.index), line: nil),
        .text(
          frame.name, at: style.baseline(in: frame.nameBox), anchor: .middle, style,
          .group(frame.index)),
      ])
  }

  private func label(
    for edge: NetworkDiagram.Edge, along line: Placement.EdgePlacement,
    _ placer: inout LabelPlacer
  ) -> Drawing.Element? {
    let label = EdgeLabel(of: edge)
    let (width, height) = (label.width + 10, label.height + 5)
    guard !label.lines.isEmpty,
      let box = placer.place(width: width, height: height, along: line.points)
    else { return nil }
    let tone = NetworkComposition.line(of: edge).tone
    var shapes = [Drawing.Shape.box(box, radius: 5, fill: .paper, line: nil)]
    let style = EdgeLabel.style
    for (index, text) in label.lines.enumerated() {
      let top = box.y + 2.5 + Double(index) * style.lineHeight
      let row = Box(box.x, top, box.width, style.lineHeight)
      shapes.append(.text(text, at: style.baseline(in: row), anchor: .middle, style, tone))
    }
    return Drawing.Element(
      kind: .label, data: [.init(name: "edge", value: edge.id)],
      tooltip: diagram.tooltip(of: edge), link: edge.link, shapes: shapes)
  }
}

// MARK: - Elements

extension NetworkComposition {
  private func element(for frame: GroupFrame) -> Drawing.Element {
    let group = diagram.groups[frame.index]
    return Drawing.Element(
      kind: .group, id: elementID("group", group.id),
      data: [.init(name: "id", value: group.id), .init(name: "label", value: group.label)],
      shapes: [.box(frame.box, radius: 10, fill: .tint(frame.index), line: nil)])
  }

  private func element(
    for edge: NetworkDiagram.Edge, _ placed: Placement.EdgePlacement
  ) -> Drawing.Element {
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
    let line = NetworkComposition.line(of: edge)
    return Drawing.Element(
      kind: .edge, id: elementID("edge", edge.id), data: data, tooltip: diagram.tooltip(of: edge),
      link: edge.link, shapes: placed.curves.map { .curve($0, line) })
  }

  private func element(for node: NetworkDiagram.Node, in box: Box) -> Drawing.Element {
    let tone = diagram.tone(of: node)
    let isCenter = node.id == diagram.center
    let line = Drawing.Line(tone: tone, width: isCenter ? 2.5 : 1.2)
    var shapes = [Drawing.Shape.box(box, radius: 7, fill: isCenter ? tone : .paper, line: line)]
    var top = box.y + NodeCard.padding.along
    for text in diagram.card(of: node, in: layout).lines {
      let row = Box(box.x, top, box.width, text.style.lineHeight)
      let ink: Tone = isCenter ? .paper : text.isName ? .ink : .muted
      shapes.append(
        .text(text.text, at: text.style.baseline(in: row), anchor: .middle, text.style, ink))
      top += text.style.lineHeight
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
