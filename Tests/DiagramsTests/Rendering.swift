import Diagrams
import Testing

/// Draws in this process.
func picture(
  of diagram: NetworkDiagram, as format: ImageFormat = .svg, layout: Layout? = nil,
  look: DiagramLook = DiagramLook()
) throws -> [UInt8] {
  try picture(of: .network(diagram), as: format, layout: layout, look: look)
}

func picture(
  of diagram: Diagram, as format: ImageFormat = .svg, layout: Layout? = nil,
  look: DiagramLook = DiagramLook()
) throws -> [UInt8] {
  try DiagramRenderer(graphviz: GraphvizLibrary())
    .render(diagram, as: format, layout: layout, look: look)
}

func svg(of diagram: NetworkDiagram, layout: Layout? = nil) throws -> String {
  String(decoding: try picture(of: diagram, layout: layout), as: UTF8.self)
}

func svg(of diagram: Diagram) throws -> String {
  String(decoding: try picture(of: diagram), as: UTF8.self)
}

/// Runs Graphviz itself in this process.
func run(_ dot: String, engine: String, format: String) throws -> [UInt8] {
  try GraphvizLibrary().run(dot: dot, engine: engine, format: format)
}
