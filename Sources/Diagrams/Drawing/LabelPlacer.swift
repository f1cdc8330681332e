/// Finds room for labels: on their own line, on no card and no other label, and if possible on no
/// other line.
///
/// Graphviz could place them, but then only `dot` keeps room for them, and 2.42 corrupts its memory
/// where a labelled line joins two cards of one rank.
struct LabelPlacer {
  private var taken: BoxGrid
  private var lines: [[Point]] = []

  /// Past this many lines, whether another line is crossed is not looked at: it takes seconds.
  private static let mostCrossingsChecked = 400

  /// `cards` are where no label may lie.
  init(cards: [Box]) { taken = BoxGrid(cards) }

  /// From now on labels had better not cover `lines`.
  mutating func avoid(_ lines: [[Point]]) {
    self.lines = lines.count > LabelPlacer.mostCrossingsChecked ? [] : lines
  }

  /// The best free place for a label of a size on a line, or nil if there is none.
  mutating func place(width: Double, height: Double, along line: [Point]) -> Box? {
    let fractions = [
      0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86, 0.1, 0.9,
    ]
    let boxes = fractions.compactMap { fraction in
      pointAlong(line, fraction: fraction).map { Box(center: $0, width: width, height: height) }
    }
    if let box = take(boxes, besides: line) { return box }
    // Beside the line, where on it there is no room.
    let (across, along) = (width / 2 + 3, height / 2 + 3)
    let beside = boxes.flatMap { box -> [Box] in
      [
        Box(box.x - across, box.y, width, height), Box(box.x + across, box.y, width, height),
        Box(box.x, box.y - along, width, height), Box(box.x, box.y + along, width, height),
      ]
    }
    return take(beside)
  }

  /// The first of `boxes` with the fewest lines behind it, among those that are free.
  mutating func take(_ boxes: [Box], besides own: [Point] = []) -> Box? {
    var best: (box: Box, crossings: Int)?
    for box in boxes where !taken.intersects(box) {
      let crossings = lines.count { $0 != own && $0.contains(where: box.contains) }
      if crossings < best?.crossings ?? .max { best = (box, crossings) }
      if crossings == 0 { break }
    }
    if let best { taken.insert(best.box.grown(by: 1)) }
    return best?.box
  }

  /// From now on no label may lie on `box`.
  mutating func block(_ box: Box) { taken.insert(box) }
}
