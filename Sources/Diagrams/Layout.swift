/// The way Graphviz arranges a diagram.
public enum Layout: String, Hashable, Sendable, CaseIterable {
  /// In layers; keeps groups in frames. Best for small graphs, too slow past a few hundred people.
  case dot
  /// By springs, without frames.
  case neato
  /// By forces; keeps groups in frames.
  case fdp
  /// By forces on many scales: thousands of people.
  case sfdp
  /// On circles.
  case circo
  /// On rings around the centre.
  case twopi

  /// The layout that suits the size of a diagram.
  ///
  /// The limits are where `dot` takes seconds and where `fdp` does: see `Docs/Diagrams.md`.
  public static func suited(to diagram: NetworkDiagram) -> Layout {
    switch diagram.nodes.count {
    case ...80: .dot
    case ...400: .fdp
    default: .sfdp
    }
  }

  /// Whether the people of a group come to lie in a frame of their own.
  var framesGroups: Bool { self == .dot || self == .fdp }
}

/// What a diagram can be written as.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf, dot
}
