/// Draws diagrams with a Graphviz.
///
///     let renderer = DiagramRenderer(graphviz: RenderProcess(executable: "/usr/bin/memcon"))
///     let svg = try renderer.render(diagram, as: .svg)
public struct DiagramRenderer<Engine: Graphviz> {
  private let graphviz: Engine

  /// A renderer that has its layouts made by `graphviz`.
  public init(graphviz: Engine) { self.graphviz = graphviz }

  /// The bytes of a picture. Equal diagrams give equal bytes.
  ///
  /// Without a `layout` the one that suits the size is taken. For `.dot` Graphviz is not needed.
  ///
  /// - Throws: `DiagramError`, if Graphviz fails or takes too long.
  public func render(
    _ diagram: NetworkDiagram, as format: ImageFormat, layout: Layout? = nil
  ) throws(DiagramError) -> [UInt8] {
    let diagram = diagram.normalized
    let layout = layout ?? .suited(to: diagram)
    let dot = NetworkDOT(of: diagram, layout: layout).text()
    if format == .dot { return Array(dot.utf8) }

    let places = try graphviz.run(dot: dot, engine: layout.rawValue, format: Placement.format)
    let placement = try Placement(reading: String(decoding: places, as: UTF8.self))
    let composition = NetworkComposition(of: diagram, layout: layout, placement: placement)
    let drawing = try composition.drawing()
    if format == .svg { return Array(SVGWriter.document(of: drawing).utf8) }
    return try graphviz.run(
      dot: XDotWriter.document(of: drawing), engine: XDotWriter.engine, format: format.rawValue)
  }
}
