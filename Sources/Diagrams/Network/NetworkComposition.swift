/// Puts a network that is laid out on a page: title above, legend, notes and caption below.
struct NetworkComposition {
  let network: MeasuredNetwork
  let arrangement: Arrangement
  private let placement: Placement
  let diagram: NetworkDiagram
  let names: [String: String]
  let noteNumbers: [String: Int]
  let stroke: EdgeStroke

  /// The parts of a diagram that is normalized.
  init(of diagram: NetworkDiagram, in arrangement: Arrangement, placement: Placement) {
    network = MeasuredNetwork(of: diagram, in: arrangement)
    self.diagram = diagram
    self.arrangement = arrangement
    self.placement = placement
    names = diagram.names
    stroke = EdgeStroke(for: diagram)
    noteNumbers = diagram.text.noteNumbers
  }

  /// The picture.
  ///
  /// - Throws: `DiagramError.unreadableLayout` if the placement lacks a person.
  func drawing() throws(DiagramError) -> Drawing {
    var cards: [Box] = []
    for (node, card) in zip(diagram.nodes, network.cards) {
      guard let center = placement.nodes[percentEncoded(node.id)] else {
        throw .unreadableLayout("no place for \(displayable(node.id))")
      }
      cards.append(Box(center: center, width: card.width, height: card.height))
    }
    var placer = LabelPlacer(cards: cards.map { $0.grown(by: 3) })
    placer.avoid(placement.edges.sorted { $0.key < $1.key }.map(\.value.points))
    let frames = self.frames(&placer)
    let curves = self.curves(between: cards, frames)
    let lines = curves.map { Placement.EdgePlacement(curves: $0).points }
    placer.avoid(lines)
    let labels = lines.indices.compactMap { label(for: $0, along: lines[$0], &placer) }
    let captions = network.density == .dots ? self.captions(at: cards, &placer) : []

    var body = frames.map(element)
    body += zip(diagram.edges, curves).map { element(for: $0, $1) }
    body += frames.map(label)
    body += diagram.nodes.indices.map { element(for: $0, in: cards[$0]) }
    return Page(
      text: diagram.text, words: diagram.words, body: body + labels + captions,
      legend: LegendEntry.entries(
        for: diagram, loose: arrangement.loose.map { (diagram.groups[$0].label, network.hues[$0]) })
    ).drawing
  }

  private func frames(_ placer: inout LabelPlacer) -> [GroupFrame] {
    guard arrangement.framesGroups else { return [] }
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

  /// The curves of each edge: the placement's, or else arcs.
  private func curves(between cards: [Box], _ frames: [GroupFrame]) -> [[[Point]]] {
    let solid = BoxGrid(placement.edges.isEmpty ? [] : cards.map { $0.grown(by: -0.5) })
    var router = ArcRouter(
      boxes: cards, dots: network.cards.map(\.lines.isEmpty), frames: frames,
      groups: diagram.nodes.map { network.group(of: $0) }, lineCount: diagram.edges.count)
    return zip(diagram.edges, network.ends).map { edge, ends in
      // `dot` leads lines through frames and then at times through cards.
      if let line = placement.edges[percentEncoded(edge.id)],
        !zip(line.points, line.points.dropFirst()).contains(where: { start, end in
          solid.firstBox(
            from: start, to: end, besides: .init(first: ends.source, last: ends.target)) != nil
        })
      {
        return line.curves
      }
      return [router.route(from: ends.source, to: ends.target)]
    }
  }

  /// The names of dots, those of the most contacts first, as far as there is room.
  private func captions(at dots: [Box], _ placer: inout LabelPlacer) -> [Drawing.Element] {
    var weight = [Int](repeating: 0, count: dots.count)
    for (edge, ends) in zip(diagram.edges, network.ends) {
      weight[ends.source] += edge.count
      weight[ends.target] += edge.count
    }
    let order = dots.indices.filter { network.cards[$0].lines.isEmpty }.sorted {
      (-weight[$0], $0) < (-weight[$1], $1)
    }
    return order.enumerated().compactMap { rank, index in
      let node = diagram.nodes[index]
      let style = TextStyle(size: rank < 60 ? 10.5 : 9, isBold: rank < 60)
      let group = network.group(of: node).map { diagram.groups[$0] }
      let country = group.map { ", " + ($0.shortLabel ?? $0.label) } ?? ""
      let text = style.wrapped(displayable(node.name + country), width: 240, limit: 1).first ?? ""
      let (width, height) = (style.width(of: text) + 6, style.lineHeight + 1)
      let dot = dots[index]
      let boxes = [
        Box(dot.maxX + 4, dot.center.y - height / 2, width, height),
        Box(dot.x - 4 - width, dot.center.y - height / 2, width, height),
        Box(dot.center.x - width / 2, dot.maxY + 4, width, height),
        Box(dot.center.x - width / 2, dot.y - 4 - height, width, height),
      ]
      guard !text.isEmpty, let box = placer.take(boxes) else { return nil }
      return Drawing.Element(
        kind: .label, data: [.init(name: "node", value: node.id)],
        shapes: [
          .box(box, radius: 3, fill: .paper, line: nil),
          .text(text, at: style.baseline(in: box), anchor: .middle, style, network.tone(of: node)),
        ])
    }
  }
}
