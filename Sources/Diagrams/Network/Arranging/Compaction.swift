/// Draws boxes that a layout spread too far together, without changing much how they lie to each
/// other.
///
/// Removing overlaps scales a whole layout by its tightest place, and leaves most of a page empty.
/// Here the whole is scaled to a share of the page, and what then overlaps is pushed apart, each
/// pair the shorter way, until nothing does.
struct Compaction {
  /// How large the boxes are.
  var sizes: [(width: Double, height: Double)]
  /// The least distance of two boxes.
  var gap: Double
  /// The room for a label between two boxes, by `lower * count + higher` of their numbers.
  var room: [Int: (width: Double, height: Double)] = [:]
  /// How much page there is for all boxes with their gaps; nil leaves the layout as large as it is.
  var fill: Double?

  /// Where the boxes come to lie.
  func centers(from centers: [Point]) -> [Point] {
    guard centers.count > 1 else { return centers }
    var result = fill.map { scaled(centers, toFill: $0) } ?? centers
    for _ in 0..<40 {
      if pushApart(&result) { return result }
      result = result.map { Point($0.x * 1.06, $0.y * 1.06) }
    }
    return result
  }

  /// Both ways to the wanted area, somewhat wider than high at most.
  private func scaled(_ centers: [Point], toFill fill: Double) -> [Point] {
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) } * fill
    let wide = max(extent(centers.map(\.x)), 1)
    let high = max(extent(centers.map(\.y)), 1)
    let shape = min(max(wide / high, 0.8), 1.7)
    let (x, y) = ((area * shape).squareRoot() / wide, (area / shape).squareRoot() / high)
    return centers.map { Point($0.x * min(x, 1), $0.y * min(y, 1)) }
  }

  private func extent(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

  /// Pushes overlapping pairs apart; whether nothing overlaps in the end. In the order of the left
  /// sides, so that only those are compared that lie about above each other.
  private func pushApart(_ centers: inout [Point]) -> Bool {
    let count = centers.count
    let reach = max(gap, room.values.map(\.width).max() ?? 0)
    for _ in 0..<200 {
      var isDone = true
      let order = centers.indices.sorted {
        let (a, b) = (centers[$0].x - sizes[$0].width / 2, centers[$1].x - sizes[$1].width / 2)
        return (a, $0) < (b, $1)
      }
      for (rank, index) in order.enumerated() {
        let right = centers[index].x + sizes[index].width / 2 + reach
        for other in order[(rank + 1)...] {
          if centers[other].x - sizes[other].width / 2 > right { break }
          let label = room[min(index, other) * count + max(index, other)]
          let (across, along) = (max(gap, label?.width ?? 0), max(gap, label?.height ?? 0))
          let (x, y) = (centers[other].x - centers[index].x, centers[other].y - centers[index].y)
          let overlapX = (sizes[index].width + sizes[other].width) / 2 + across - abs(x)
          let overlapY = (sizes[index].height + sizes[other].height) / 2 + along - abs(y)
          guard overlapX > 0.01, overlapY > 0.01 else { continue }
          isDone = false
          if overlapX < overlapY {
            let shift = (x < 0 ? -1 : 1) * (overlapX / 2 + 0.02)
            centers[index].x -= shift
            centers[other].x += shift
          } else {
            let shift = (y < 0 ? -1 : 1) * (overlapY / 2 + 0.02)
            centers[index].y -= shift
            centers[other].y += shift
          }
        }
      }
      if isDone { return true }
    }
    return false
  }
}

extension Placement {
  /// Nodes where they are told to be.
  init(of places: [String: NetworkDiagram.Place]) {
    for (id, place) in places { nodes[percentEncoded(id)] = Point(place.x, place.y) }
  }

  /// The same with its nodes drawn together; lines are led anew.
  func drawnTogether(_ network: MeasuredNetwork) -> Placement {
    var result = self
    result.edges = [:]
    guard network.density != .dots else { return result }
    let names = network.diagram.nodes.map { percentEncoded($0.id) }
    let centers = names.compactMap { nodes[$0] }
    guard centers.count == names.count else { return result }
    let isOfCards = network.density == .cards
    let compaction = Compaction(
      sizes: network.cards.map { ($0.width, $0.height) }, gap: isOfCards ? 30 : 20,
      room: isOfCards ? network.labelRoom : [:],
      // As in an earlier picture stays as large as in it.
      fill: network.diagram.earlierPlaces.isEmpty ? isOfCards ? 2.6 : 3.4 : nil)
    for (name, center) in zip(names, compaction.centers(from: centers)) {
      result.nodes[name] = center
    }
    return result
  }
}

extension MeasuredNetwork {
  /// Where each node was in an earlier picture, and newcomers beside those they are tied to. Without such
  /// a picture each as far from those it is tied to as their cards and a label need.
  var placesByStress: [String: NetworkDiagram.Place] {
    let earlier = diagram.earlierPlaces
    if diagram.nodes.contains(where: { earlier[$0.id] != nil }) { return placesBeside(earlier) }
    let reach = cards.map { ($0.width * $0.width + $0.height * $0.height).squareRoot() / 2 }
    let stress = StressLayout(
      names: diagram.nodes.map(\.id),
      ties: ends.map { ($0.source, $0.target, reach[$0.source] + reach[$0.target] + 60) })
    return Dictionary(
      zip(diagram.nodes, stress.points).map { ($0.id, .init(x: $1.x, y: $1.y)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func placesBeside(
    _ earlier: [String: NetworkDiagram.Place]
  ) -> [String: NetworkDiagram.Place] {
    var near = Array(repeating: [NetworkDiagram.Place](), count: cards.count)
    for ends in ends {
      for (one, other) in [(ends.source, ends.target), (ends.target, ends.source)] {
        if let place = earlier[diagram.nodes[other].id] { near[one].append(place) }
      }
    }
    let everybody = earlier.sorted { $0.key < $1.key }.map(\.value)
    return Dictionary(
      diagram.nodes.indices.map { index in
        let id = diagram.nodes[index].id
        if let place = earlier[id] { return (id, place) }
        let others = near[index].isEmpty ? everybody : near[index]
        let aside = scatteredPoint(for: id, within: 160)
        let count = Double(max(others.count, 1))
        return (
          id,
          .init(
            x: others.reduce(0) { $0 + $1.x } / count + aside.x,
            y: others.reduce(0) { $0 + $1.y } / count + aside.y)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The room for the labels between each two nodes that are tied.
  fileprivate var labelRoom: [Int: (width: Double, height: Double)] {
    var room: [Int: (width: Double, height: Double)] = [:]
    for (edge, ends) in zip(diagram.edges, ends) {
      let label = label(of: edge)
      let key = min(ends.source, ends.target) * cards.count + max(ends.source, ends.target)
      let known = room[key] ?? (0, 12)
      room[key] = (max(known.width, label.width + 20), known.height + label.height + 8)
    }
    return room
  }
}
