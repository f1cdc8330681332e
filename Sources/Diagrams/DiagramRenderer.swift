/// Draws diagrams with a Graphviz.
///
///     let renderer = DiagramRenderer(graphviz: RenderProcess(executable: "/usr/bin/memcon"))
///     let svg = try renderer.render(.network(diagram), as: .svg)
public struct DiagramRenderer<Engine: Graphviz> {
  private let graphviz: Engine

  /// A renderer that has its layouts made by `graphviz`.
  public init(graphviz: Engine) { self.graphviz = graphviz }

  /// The bytes of a picture. Equal diagrams give equal bytes.
  ///
  /// Without a `layout` a network gets the one that suits its size and shape; other diagrams are
  /// laid out without Graphviz. DOT is written without Graphviz, and only of networks.
  ///
  /// - Throws: `DiagramError`, if Graphviz fails or takes too long.
  public func render(
    _ diagram: Diagram, as format: ImageFormat, layout: Layout? = nil,
    look: DiagramLook = DiagramLook()
  ) throws(DiagramError) -> [UInt8] {
    if format == .dot { return try Array(dot(of: diagram, layout: layout).utf8) }
    var drawing = try drawing(of: diagram, layout: layout)
    if let size = look.size { drawing = drawing.fitted(into: size) }
    switch format {
    case .svg: return Array(SVGWriter.document(of: drawing, theme: look.theme).utf8)
    case .json: return Array(JSONWriter.document(of: drawing).utf8)
    case .png, .pdf, .dot:
      let dot = XDotWriter.document(of: drawing, theme: look.theme)
      return try graphviz.run(dot: dot, engine: XDotWriter.engine, format: format.rawValue)
    }
  }

  private func drawing(of diagram: Diagram, layout: Layout?) throws(DiagramError) -> Drawing {
    switch diagram {
    case .network(let network):
      var network = network.normalized
      network.text.joinNotes()
      let arrangement = Arrangement.suited(to: network, asked: layout)
      let placement = try placement(of: network, in: arrangement)
      return try NetworkComposition(of: network, in: arrangement, placement: placement).drawing()
    case .timeline(let timeline): return TimelineComposition(of: timeline).drawing
    case .card(let card): return CardComposition(of: card).drawing
    }
  }

  private func placement(
    of network: NetworkDiagram, in arrangement: Arrangement
  ) throws(DiagramError) -> Placement {
    switch arrangement {
    case .ring: return RingLayout(of: network).placement
    case .columns(let hub): return ColumnLayout(of: network, hub: hub).placement
    case .frames(let engine, let loose):
      let frames = FrameLayout(of: network, loose: loose)
      return try frames.placement(
        reading: places(frames.dot, engine: frames.isKnown ? "nop" : engine.rawValue))
    case .layers: return try places(layoutDOT(of: network, in: arrangement), engine: "dot")
    case .free(let engine):
      let measured = MeasuredNetwork(of: network, in: arrangement)
      var network = network
      if engine == nil {
        let places = measured.placesByStress
        guard network.earlierPlaces.isEmpty else {
          return Placement(of: places).drawnTogether(measured)
        }
        network.earlierPlaces = places
      }
      // `nop` takes the places as they are and only draws apart what overlaps.
      return try places(layoutDOT(of: network, in: arrangement), engine: engine?.rawValue ?? "nop")
        .drawnTogether(measured)
    }
  }

  private func layoutDOT(of network: NetworkDiagram, in arrangement: Arrangement) -> String {
    NetworkDOT(of: network, in: arrangement, isForLayoutAlone: true).text()
  }

  private func places(_ dot: String, engine: String) throws(DiagramError) -> Placement {
    let places = try graphviz.run(dot: dot, engine: engine, format: Placement.format)
    return try Placement(reading: String(decoding: places, as: UTF8.self))
  }

  private func dot(of diagram: Diagram, layout: Layout?) throws(DiagramError) -> String {
    guard case .network(let network) = diagram else { throw .noGraph }
    let normalized = network.normalized
    return NetworkDOT(of: normalized, in: .suited(to: normalized, asked: layout)).text()
  }
}
