/// The way Graphviz arranges a diagram.
public enum Layout: String, Hashable, Sendable, CaseIterable {
  /// In layers; keeps groups in frames. Best for small graphs, too slow past a few hundred.
  case dot
  /// By springs.
  case neato
  /// By forces.
  case fdp
  /// By forces on many scales: thousands of people.
  case sfdp
  /// On rings around the centre.
  case twopi

  /// The layout that suits the size and shape of a diagram.
  ///
  /// The person of an ego view stands in the middle. Layers read best for the others, but from
  /// some two dozen people on they become a band far wider than a page.
  public static func suited(to diagram: NetworkDiagram) -> Layout {
    let people = diagram.nodes.count
    if diagram.center != nil, people <= 30 { return .twopi }
    return people <= 24 ? .dot : .sfdp
  }

  /// Whether the people of a group come to lie in a frame of their own.
  ///
  /// Only there: `fdp` could too, but then draws the same graph differently each time.
  var framesGroups: Bool { self == .dot }
}

/// What a diagram can be written as.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf, dot
}
