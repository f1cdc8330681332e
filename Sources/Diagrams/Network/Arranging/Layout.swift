/// The way Graphviz arranges a diagram.
public enum Layout: String, Hashable, Sendable, CaseIterable {
  /// In layers. Best for small graphs, too slow past a few hundred.
  case dot
  /// By springs.
  case neato
  /// By forces.
  case fdp
  /// By forces on many scales: thousands of people.
  case sfdp
  /// On circles, each for a part that hangs together by more than one line.
  case circo
  /// On rings around the centre.
  case twopi
}

/// What a diagram can be written as.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf, dot, json
}

/// How the parts of a network come to their places.
enum Arrangement: Hashable, Sendable {
  /// By `dot`, which keeps groups in frames and leads lines around cards.
  case layers
  /// Groups as frames: Graphviz places these, and the people within them stand in columns; but those of
  /// the group with the number `loose` stand by themselves, each beside those they met.
  case frames(Layout, loose: Int? = nil)
  /// The centre in the middle, the groups as frames around.
  case ring
  /// The group with this number in the middle, the others as frames to the left and right.
  case columns(hub: Int)
  /// Each node by itself, placed by Graphviz or, without a layout, by `StressLayout`.
  case free(Layout?)

  /// Past these sizes layers become a band far wider than a page, rings leave too much room in the
  /// middle, and frames hide what hangs together.
  private static let mostInLayers = 12
  private static let mostInRing = (nodes: 40, groups: 14)
  private static let mostInColumns = 45
  /// Of so few, layers tell as much at a glance.
  private static let fewest = 8
  static let mostInFrames = 250
  /// Past so many, all about as far from each other, stress piles up those around one of them.
  private static let mostAroundOne = 60

  static func suited(to diagram: NetworkDiagram, asked layout: Layout?) -> Arrangement {
    let count = diagram.nodes.count
    let hasFrames =
      diagram.framesGroups && count <= mostInFrames && !diagram.groupsInUse.isEmpty
    if let layout {
      return layout == .dot ? .layers : hasFrames ? .frames(layout) : .free(layout)
    }
    if diagram.flowsRight { return .layers }
    if diagram.center != nil, count <= mostInRing.nodes,
      diagram.groupsInUse.count <= mostInRing.groups, diagram.framesGroups
    {
      return .ring
    }
    let hub = hasFrames && count > fewest && count <= mostInColumns ? diagram.hub : nil
    if let hub { return .columns(hub: hub) }
    if count <= mostInLayers { return .layers }
    let byForces = count > mostInFrames || count > mostAroundOne && diagram.isStar
    guard hasFrames else { return .free(byForces ? .sfdp : nil) }
    if count <= mostInColumns { return .frames(.neato) }
    guard 4 * diagram.linesBetweenGroups > 5 * count else { return .frames(.neato) }
    // Between frames so many lines could not be followed. If most lead to the people of one country,
    // these stand among those they met; if not, everybody does.
    return diagram.hub.map { .frames(.neato, loose: $0) } ?? .free(byForces ? .sfdp : nil)
  }

  /// Whether the people of a group stand in a frame of their own.
  var framesGroups: Bool { if case .free = self { false } else { true } }

  /// The number of the group whose people stand outside of frames all the same.
  var loose: Int? { if case .frames(_, let loose) = self { loose } else { nil } }
}
