extension NetworkComposition {
  /// The name of a frame.
  func label(for frame: GroupFrame) -> Drawing.Element {
    let style = GroupFrame.style
    return Drawing.Element(
      kind: .label,
      shapes: [
        .box(frame.nameBox, radius: 5, fill: .tint(network.hues[frame.index]), line: nil),
        .text(
          frame.name, at: style.baseline(in: frame.nameBox), anchor: .middle, style,
          .group(network.hues[frame.index])),
      ])
  }

  /// The label of an edge, by its number, where there is room for it.
  func label(
    for number: Int, along line: [Point], _ placer: inout LabelPlacer
  ) -> Drawing.Element? {
    let edge = diagram.edges[number]
    let label = network.label(of: edge, note: noteNumbers[edge.id])
    let (width, height) = (label.width + 8, label.height + 4)
    guard !label.lines.isEmpty,
      let box = placer.place(width: width, height: height, along: line, number)
    else { return nil }
    let tone = stroke.line(of: edge).tone
    let ink: Tone = tone == .thread ? .held : tone
    var shapes = [Drawing.Shape.box(box, radius: 5, fill: .paper, line: nil)]
    let style = EdgeLabel.style
    for (index, text) in label.lines.enumerated() {
      let top = box.y + 2 + Double(index) * style.lineHeight
      let row = Box(box.x, top, box.width, style.lineHeight)
      shapes.append(.text(text, at: style.baseline(in: row), anchor: .middle, style, ink))
    }
    return Drawing.Element(
      kind: .label, data: [.init(name: "edge", value: edge.id)],
      link: noteNumbers[edge.id].map { "note-\($0)" }, shapes: shapes)
  }

  /// The frame itself.
  func element(for frame: GroupFrame) -> Drawing.Element {
    let (group, hue) = (diagram.groups[frame.index], network.hues[frame.index])
    return Drawing.Element(
      kind: .group, id: elementID("group", group.id),
      data: [.init(name: "id", value: group.id), .init(name: "label", value: group.label)],
      shapes: [
        .box(
          frame.box, radius: 10, fill: .tint(hue),
          line: Drawing.Line(tone: .group(hue), width: 0.6))
      ])
  }

  /// A line with its arrow.
  func element(for edge: NetworkDiagram.Edge, _ curves: [[Point]]) -> Drawing.Element {
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
    if let note = noteNumbers[edge.id] { data.append(.init(name: "note", value: String(note))) }
    let line = stroke.line(of: edge)
    var shapes: [Drawing.Shape] = []
    for curve in curves {
      if edge.isDirected, let (head, shorter) = EdgeStroke.arrow(at: curve, line) {
        shapes += [.curve(shorter, line), head]
      } else {
        shapes.append(.curve(curve, line))
      }
    }
    return Drawing.Element(
      kind: .edge, id: elementID("edge", edge.id), data: data,
      tooltip: network.density == .dots ? nil : tooltip(of: edge),
      link: network.density == .dots ? nil : link(of: edge), shapes: shapes)
  }

  /// To the words behind an edge where they are printed, or to where the caller says.
  private func link(of edge: NetworkDiagram.Edge) -> String? {
    noteNumbers[edge.id].map { "note-\($0)" } ?? edge.link
  }

  /// What is told on hovering: the words behind it only where no note has them.
  private func tooltip(of edge: NetworkDiagram.Edge) -> String {
    var short = edge
    if noteNumbers[edge.id] != nil { short.tooltip = nil }
    let room = Int(1150 * Double(diagram.nodes.count) / Double(diagram.edges.count)) - 380
    return shortened(diagram.tooltip(of: short, names: names), to: max(room, 90))
  }

  /// Whether a card says all that a tooltip would.
  private func isTold(_ node: NetworkDiagram.Node, by card: NodeCard) -> Bool {
    node.tooltip == nil && network.density == .cards && arrangement.framesGroups
      && !card.lines.contains { $0.text.hasSuffix("…") } && card.roleCount == node.roles.count
  }

  /// As many whole lines of a text as have room, in bytes, of which a picture of many lines has little.
  private func shortened(_ text: String, to room: Int) -> String {
    let lines = text.split(separator: "\n")
    var kept: [Substring] = []
    var size = 0
    for line in lines where kept.isEmpty || size + line.utf8.count <= room {
      size += line.utf8.count
      kept.append(line)
    }
    guard let first = kept.first else { return text }
    if first.utf8.count > room { kept[0] = first.prefix(room) + "…" }
    let rest = lines.count - kept.count
    return kept.joined(separator: "\n") + (rest > 0 ? "\nand \(rest) more" : "")
  }

  /// A card, or a dot.
  func element(for index: Int, in box: Box) -> Drawing.Element {
    let (node, card) = (diagram.nodes[index], network.cards[index])
    let tone = network.tone(of: node)
    let isCenter = node.id == diagram.center && !card.lines.isEmpty
    var line = Drawing.Line(tone: tone, width: isCenter ? 2.5 : 1.4)
    var (radius, fill) = (7.0, isCenter ? tone : Tone.paper)
    switch node.form {
    case .person: break
    case .meeting:
      radius = min(box.height / 2, 20)
      line = EdgeStroke.line(of: node.status, width: 1.4)
    case .country:
      fill = isCenter ? tone : network.group(of: node).map { .tint(network.hues[$0]) } ?? .paper
    case .thing: radius = 1.5
    }
    if card.lines.isEmpty { (radius, fill) = (box.height / 2, tone) }
    var shapes = [Drawing.Shape.box(box, radius: radius, fill: fill, line: line)]
    let height = card.lines.reduce(0) { $0 + $1.style.lineHeight }
    var top = box.center.y - height / 2
    for text in card.lines {
      let row = Box(box.x, top, box.width, text.style.lineHeight)
      let ink: Tone = isCenter ? .paper : text.isName ? .ink : .muted
      shapes.append(
        .text(text.text, at: text.style.baseline(in: row), anchor: .middle, text.style, ink))
      top += text.style.lineHeight
    }
    var data = [Drawing.DataAttribute(name: "id", value: node.id)]
    if node.form != .person { data.append(.init(name: "form", value: node.form.rawValue)) }
    if node.form == .meeting { data.append(.init(name: "status", value: node.status.rawValue)) }
    if let group = node.group { data.append(.init(name: "group", value: group)) }
    return Drawing.Element(
      kind: .node, id: elementID("node", node.id), data: data,
      tooltip: isTold(node, by: card) ? nil : network.tooltip(of: node),
      link: node.link, shapes: shapes)
  }
}
