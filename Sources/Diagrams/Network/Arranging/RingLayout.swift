/// One node in the middle and the groups of the others as frames around it, by country.
///
/// Graphviz's `twopi` gives each ring one distance for all, so that the widest frame decides; here
/// each has the room it needs.
struct RingLayout {
  let placement: Placement

  init(of diagram: NetworkDiagram) {
    let network = MeasuredNetwork(of: diagram, in: .ring)
    let center = diagram.center.flatMap { network.nodeIndex[$0] }
    // Of one or two frames each lies to a side, and lines to a second column would lead between the
    // cards of the first.
    let isFew = diagram.groupsInUse.count <= 2
    let blocks = GroupBlock.blocks(
      of: network, besides: center, inOneColumn: isFew ? 7 : 1)
    let card = center.map { network.cards[$0] }
    let middle = Box(
      center: Point(0, 0), width: card?.width ?? 0, height: card?.height ?? 0)
    let centers = RingLayout.centers(of: blocks, around: middle)
    var result = Placement()
    if let center { result.nodes[percentEncoded(diagram.nodes[center].id)] = Point(0, 0) }
    for (block, place) in zip(GroupBlock.turned(blocks, at: centers, in: network), centers) {
      block.place(at: place, in: network, &result)
    }
    placement = result
  }

  /// On an ellipse as small as it can be without two blocks closer than the gap.
  private static func centers(of blocks: [GroupBlock], around middle: Box) -> [Point] {
    guard !blocks.isEmpty else { return [] }
    let shares = blocks.map { $0.width + $0.height + 80 }
    let whole = shares.reduce(0, +)
    var passed = 0.0
    // The first block lies to the left, so that two face each other across the page.
    let turns = shares.map { share -> Double in
      defer { passed += share }
      return 0.5 + (passed + share / 2 - shares[0] / 2) / whole
    }
    var radius = 60.0
    var points: [Point] = []
    for _ in 0..<200 {
      points = zip(blocks, turns).map { block, turn in
        let direction = unitVector(turn: turn)
        return Point(
          direction.x * (radius * 1.3 + middle.width / 2 + block.width / 4),
          direction.y * (radius * 0.9 + middle.height / 2 + block.height / 4))
      }
      let boxes = zip(blocks, points).map { Box(center: $1, width: $0.width, height: $0.height) }
      if areApart(boxes, from: middle.grown(by: 74)) { break }
      radius += 12
    }
    return points
  }

  private static func areApart(_ boxes: [Box], from middle: Box) -> Bool {
    for (index, box) in boxes.enumerated() {
      if box.intersects(middle) { return false }
      let room = box.grown(by: 26)
      if boxes[(index + 1)...].contains(where: room.intersects) { return false }
    }
    return true
  }
}

/// The direction of a share of a full turn, from the right, down and on: by Taylor series, since
/// the standard library has no sine.
private func unitVector(turn: Double) -> Point {
  let part = turn - turn.rounded(.down)
  let quarter = Int(part * 4)
  let angle = (part - Double(quarter) / 4) * 2 * .pi
  var (sine, cosine, term) = (0.0, 0.0, 1.0)
  for step in 0..<20 {
    let signed = step % 4 < 2 ? term : -term
    if step % 2 == 0 { cosine += signed } else { sine += signed }
    term *= angle / Double(step + 1)
  }
  return switch quarter {
  case 0: Point(cosine, sine)
  case 1: Point(-sine, cosine)
  case 2: Point(-cosine, -sine)
  default: Point(sine, -cosine)
  }
}
