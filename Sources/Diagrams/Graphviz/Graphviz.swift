/// Graphviz, wherever it runs: in this process (`GraphvizLibrary`) or in one of its own
/// (`RenderProcess`).
public protocol Graphviz {
  /// Lays out a graph in DOT with an engine and writes it in a format.
  func run(dot: String, engine: String, format: String) throws(DiagramError) -> [UInt8]
}
