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

  /// The layout that suits the size and shape of a diagram.
  ///
  /// A person of an ego view stands in the middle. Layers read best, but only with few people or two sides; with more sides lines run around the
  /// frames. Past a few hundred people only `sfdp` is done in seconds.
  public static func suited(to diagram: NetworkDiagram) -> Layout {
    let people = diagram.nodes.count
    if diagram.center != nil, people <= 30 { return .twopi }
    let sides = Set(diagram.nodes.map(\.group)).count
    if people <= 10 || (people <= 40 && sides <= 2) { return .dot }
    return people <= 400 ? .fdp : .sfdp
  }

  /// Whether the people of a group come to lie in a frame of their own.
  var framesGroups: Bool { self == .dot || self == .fdp }
}

/// What a diagram can be written as.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf, dot
}
