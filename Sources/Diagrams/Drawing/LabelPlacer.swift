/// Finds room for labels: on their own line, on no card and no other label, and if possible on no
/// other line.
///
/// Graphviz could place them, but then only `dot` keeps room for them, and 2.42 corrupts its memory
/// where a labelled line joins two cards of one rank.
struct LabelPlacer {
  private var taken: BoxGrid
  private var lines = LineGrid()

  /// `cards` are where no label may lie.
  init(cards: [Box]) { taken = BoxGrid(cards) }

  /// From now on labels had better not cover `lines`, which go by their numbers.
  mutating func avoid(_ lines: [[Point]]) { self.lines = LineGrid(lines) }

  /// The best free place for a label of a size on a line or beside it, or nil if there is none.
  /// `own` is the number of the line.
  mutating func place(width: Double, height: Double, along line: [Point], _ own: Int) -> Box? {
    let boxes = LabelPlacer.fractions.compactMap { fraction in
      pointAlong(line, fraction: fraction).map { Box(center: $0, width: width, height: height) }
    }
    let best = best(of: boxes, besides: own)
    if let best, best.crossings == 0 { return taken(best.box) }
    // Beside the line, where on it there is no room or another line would be covered.
    let (across, along) = (width / 2 + 3, height / 2 + 3)
    let beside = boxes.flatMap { box -> [Box] in
      [
        Box(box.x - across, box.y, width, height), Box(box.x + across, box.y, width, height),
        Box(box.x, box.y - along, width, height), Box(box.x, box.y + along, width, height),
        Box(box.x - across, box.y - along, width, height),
        Box(box.x + across, box.y - along, width, height),
        Box(box.x - across, box.y + along, width, height),
        Box(box.x + across, box.y + along, width, height),
      ]
    }
    guard let second = self.best(of: beside) else { return best.map { taken($0.box) } }
    return taken(
      (best?.crossings ?? .max) <= second.crossings ? best?.box ?? second.box : second.box)
  }

  /// The first of `boxes` with the fewest lines behind it, among those that are free.
  mutating func take(_ boxes: [Box], besides own: Int? = nil) -> Box? {
    best(of: boxes, besides: own).map { taken($0.box) }
  }

  private static let fractions = [
    0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78, 0.18,
    0.82, 0.14, 0.86, 0.1, 0.9, 0.06, 0.94,
  ]

  private func best(
    of boxes: [Box], besides own: Int? = nil
  ) -> (box: Box, crossings: Int)? {
    var best: (box: Box, crossings: Int)?
    for box in boxes where !taken.intersects(box) {
      let crossings = lines.count(in: box, besides: own)
      if crossings < best?.crossings ?? .max { best = (box, crossings) }
      if crossings == 0 { break }
    }
    return best
  }

  private mutating func taken(_ box: Box) -> Box {
    taken.insert(box.grown(by: 1))
    return box
  }

  /// From now on no label may lie on `box`.
  mutating func block(_ box: Box) { taken.insert(box) }
}
