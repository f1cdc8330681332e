/// Draws boxes that a layout spread too far together, without changing how they lie to each other.
///
/// Removing overlaps scales a whole layout by its tightest place. Here the whole is scaled back,
/// first both ways and then each way alone, as far as no two boxes come closer than the gap. What is
/// closer is drawn apart.
func compacted(
  _ centers: [Point], sizes: [(width: Double, height: Double)], gap: Double,
  onlyApart: Bool = false
) -> [Point] {
  guard centers.count > 1 else { return centers }
  var result = centers
  for _ in 0..<24 where !areApart(result, sizes, onlyApart ? 16 : gap) {
    result = result.map { Point($0.x * 1.12, $0.y * 1.12) }
  }
  if onlyApart { return result }
  for (alongX, alongY) in [(true, true), (true, false), (false, true)] {
    // Not so far that all becomes one row or column.
    let (wide, high) = (extent(result.map(\.x)), extent(result.map(\.y)))
    let most =
      alongX && alongY ? 0.05 : alongX ? 1.25 * high / max(wide, 1) : 0.6 * wide / max(high, 1)
    if most >= 1 { continue }
    func scaled(_ scale: Double) -> [Point] {
      result.map { Point(alongX ? $0.x * scale : $0.x, alongY ? $0.y * scale : $0.y) }
    }
    var (fits, tooSmall) = (1.0, most)
    for _ in 0..<10 {
      let scale = (fits + tooSmall) / 2
      if areApart(scaled(scale), sizes, gap) { fits = scale } else { tooSmall = scale }
    }
    result = scaled(fits)
  }
  return result
}

private func extent(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

/// Whether no two boxes are closer than `gap`. By the order of their left sides, so that only those
/// are compared that lie about above each other.
private func areApart(
  _ centers: [Point], _ sizes: [(width: Double, height: Double)], _ gap: Double
) -> Bool {
  let boxes = zip(centers, sizes).map {
    Box(center: $0, width: $1.width + gap, height: $1.height + gap)
  }.sorted { $0.x < $1.x }
  for (index, box) in boxes.enumerated() {
    for other in boxes[(index + 1)...] {
      if other.x >= box.maxX { break }
      if other.intersects(box) { return false }
    }
  }
  return true
}

extension Placement {
  /// The same with its nodes drawn together; lines are led anew.
  func drawnTogether(_ network: MeasuredNetwork) -> Placement {
    let names = network.diagram.nodes.map { percentEncoded($0.id) }
    guard network.density == .cards else { return self }
    let known = zip(names, network.cards).filter { nodes[$0.0] != nil }
    let centers = known.compactMap { nodes[$0.0] }
    let sizes = known.map { (width: $0.1.width, height: $0.1.height) }
    var result = self
    result.edges = [:]
    for ((name, _), center) in zip(known, compacted(centers, sizes: sizes, gap: 52)) {
      result.nodes[name] = center
    }
    return result
  }
}
