/// Groups as frames: within each the people stand in columns, and Graphviz places the frames as if
/// each were one node.
///
/// Graphviz alone keeps groups together in `dot` only, and there in layers that soon are wider than
/// a page; `fdp` frames them too, but draws the same graph differently in each process.
struct FrameLayout {
  private let network: MeasuredNetwork
  private(set) var frames: [GroupBlock]
  /// Whether lines need wide lanes between the frames, since they are many.
  private let isCrowded: Bool

  /// The people of the group with the number `loose` are frames of their own, without a border.
  init(of diagram: NetworkDiagram, loose: Int? = nil) {
    network = MeasuredNetwork(of: diagram, in: .frames(.neato, loose: loose))
    frames = GroupBlock.blocks(of: network, loose: loose)
    isCrowded = loose != nil
  }

  /// Whether an earlier picture had some of the frames. Then they stay where they were, and Graphviz
  /// (`nop`) only draws apart what overlaps.
  var isKnown: Bool {
    !network.diagram.earlierPlaces.isEmpty && frames.contains { known($0) != nil }
  }

  /// The frames and how strongly each two hang together, in DOT.
  var dot: String {
    var lines = [
      "graph frames {",
      "  graph [overlap=prism, sep=\"+26\", splines=false, start=1, inputscale=72, "
        + "outputorder=edgesfirst, mindist=2, ranksep=4, K=3, pack=30, normalize=false]",
      "  node [shape=box, fixedsize=true, label=\"\"]", "  edge [label=\"\"]",
    ]
    let seeds = self.seeds
    for (index, frame) in frames.enumerated() {
      let seed = seeds[index]
      lines.append(
        "  \"f\(index)\" [width=\(inches(frame.width)), height=\(inches(frame.height)), "
          + "pos=\"\(hundredths(seed.x)),\(hundredths(-seed.y))\"]")
    }
    for (pair, weight) in ties {
      let room = (frames[pair.0].reach + frames[pair.1].reach) / 2 + 70
      lines.append(
        "  \"f\(pair.0)\" -- \"f\(pair.1)\" [len=\(inches(room)), weight=\(min(weight, 8))]")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// Where everything comes to lie when Graphviz has placed the frames.
  func placement(reading places: Placement) throws(DiagramError) -> Placement {
    var result = Placement()
    var centers: [Point] = []
    for index in frames.indices {
      guard let center = places.nodes["f\(index)"] else {
        throw .unreadableLayout("no place for frame \(index)")
      }
      centers.append(center)
    }
    let isOfCards = network.density == .cards
    let gap = isKnown ? 16.0 : isOfCards ? 54 : isCrowded ? 44 : 26
    centers = Compaction(
      sizes: frames.map { ($0.width, $0.height) }, gap: gap,
      fill: isKnown ? nil : isOfCards ? 1.5 : isCrowded ? 1.9 : 2.3
    ).centers(from: centers)
    let blocks = GroupBlock.turned(frames, at: centers, in: network)
    for (block, center) in zip(blocks, centers) { block.place(at: center, in: network, &result) }
    return result
  }

  /// The number of contacts between each two frames that have some, in the order of the frames.
  private var ties: [((Int, Int), Int)] {
    var frameOf: [Int: Int] = [:]
    for (index, frame) in frames.enumerated() {
      for member in frame.members { frameOf[member] = index }
    }
    var weights: [Int: Int] = [:]
    for (edge, ends) in zip(network.diagram.edges, network.ends) {
      guard let a = frameOf[ends.source], let b = frameOf[ends.target], a != b else { continue }
      weights[min(a, b) * frames.count + max(a, b), default: 0] += edge.count
    }
    return weights.sorted { $0.key < $1.key }.map {
      (($0.key / frames.count, $0.key % frames.count), $0.value)
    }
  }

  /// Where the frames start from: where their people were in an earlier picture, or else at a place
  /// that only depends on the name. So a graph with one person more starts, and ends, about the same.
  private var seeds: [Point] {
    let earlier = frames.map(known)
    let spread = 260 * Double(frames.count).squareRoot()
    return frames.indices.map { index in
      if let place = earlier[index] { return place }
      let scattered = scatteredPoint(for: frames[index].name, within: spread)
      guard isKnown else { return scattered }
      // A newcomer starts beside those it is tied to.
      let near = ties.compactMap { pair, _ in
        pair.0 == index ? earlier[pair.1] : pair.1 == index ? earlier[pair.0] : nil
      }
      guard let middle = mean(near) ?? mean(earlier.compactMap { $0 }) else { return scattered }
      return Point(middle.x + scattered.x / 3, middle.y + scattered.y / 3)
    }
  }

  /// Where the people of a frame were in an earlier picture, if they were there.
  private func known(_ frame: GroupBlock) -> Point? {
    mean(
      frame.members.compactMap { member in
        network.diagram.earlierPlaces[network.diagram.nodes[member].id].map { Point($0.x, $0.y) }
      })
  }

  private func mean(_ points: [Point]) -> Point? {
    guard !points.isEmpty else { return nil }
    let count = Double(points.count)
    return Point(points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
  }
}

/// A point in a square around the origin that depends on `name` alone: FNV-1a.
func scatteredPoint(for name: String, within spread: Double) -> Point {
  var hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
  }
  // The last letters hardly reach the upper bits: stirred as MurmurHash3 ends (Austin Appleby).
  hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
  hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
  hash ^= hash >> 33
  func share(_ bits: UInt64) -> Double { Double(bits & 0xFFFF) / 65_535 - 0.5 }
  return Point(share(hash >> 40) * spread, share(hash >> 20) * spread)
}

/// A length in points as Graphviz reads it.
func inches(_ points: Double) -> String {
  "\(Double(Int((points / 72 * 10_000).rounded())) / 10_000)"
}
