/// Leads each line from card to card: as a single arc, bent as little as it takes to cross no other card
/// and no name, or where none is free, around the cards on the way with rounded corners.
///
/// Graphviz's own curves around cards cost seconds from 200 nodes on; these cost hundredths.
struct ArcRouter {
  /// Past this many lines they lead past cards alone, not past dots: nobody could follow the bends.
  private static let mostBent = 1500
  /// The room that lines keep to cards.
  private static let room = 4.0
  /// How far the middle of a line may lie from the straight way, in points.
  private static let farthest = 170.0
  private static let bends = [
    0, 0.07, -0.07, 0.15, -0.15, 0.24, -0.24, 0.34, -0.34, 0.46, -0.46,
  ]
  /// Beyond this bend a way around the cards, with corners, is easier to follow.
  private static let gentle = 0.25

  private let boxes: [Box]
  private var cards: Detour
  /// The same with the frames as boxes too, where there are some.
  private var frames: Detour?
  /// The place of the frame around each card among the boxes of `frames`.
  private let frameOf: [Int]
  /// How many lines each two cards had so far: the next is bent away from them.
  private var parallel: [Int: Int] = [:]

  /// `boxes` are the cards, of which `dots` tells whether they are mere dots, and `groups` of which group
  /// they are. Lines lead past the names of `frames`, and past frames of others where the way is not much
  /// longer.
  init(boxes: [Box], dots: [Bool], frames: [GroupFrame], groups: [Int?], lineCount: Int) {
    self.boxes = boxes
    let passesDots = lineCount <= ArcRouter.mostBent
    let obstacles =
      zip(boxes, dots).map { box, isDot in
        passesDots || !isDot
          ? box.grown(by: ArcRouter.room) : Box(center: box.center, width: 0, height: 0)
      } + frames.map(\.nameBox)
    cards = Detour(around: BoxGrid(obstacles))
    self.frames =
      frames.isEmpty ? nil : Detour(around: BoxGrid(obstacles + frames.map { $0.box.grown(by: 3) }))
    frameOf = zip(boxes, groups).map { box, group in
      frames.firstIndex { $0.index == group && $0.box.contains(box.center) }
        .map { $0 + obstacles.count } ?? -1
    }
  }

  /// The line between two cards as a Bézier curve, from edge to edge of these.
  mutating func route(from source: Int, to target: Int) -> [Point] {
    let key = min(source, target) * boxes.count + max(source, target)
    let earlier = parallel[key, default: 0]
    parallel[key] = earlier + 1
    // A line means the same in both directions: it is bent to the same side.
    let (first, last) = (min(source, target), max(source, target))
    let shift = earlier == 0 ? 0 : 0.11 * Double((earlier + 1) / 2) * (earlier % 2 == 1 ? 1 : -1)
    var own = BoxGrid.Exempt(first: first, last: last)
    if var detour = frames {
      // Held once, so that it is not copied.
      frames = nil
      own.outer = frameOf[first]
      own.otherOuter = frameOf[last]
      let line = arc(own, shift, detour.grid, sharper: false) ?? around(own, &detour, most: 1.5)
      frames = detour
      if let line { return clipped(line, first, last, from: source) }
    }
    let line =
      arc(own, shift, cards.grid, sharper: false) ?? around(own, &cards, most: .infinity)
      ?? arc(own, shift, cards.grid, sharper: true) ?? arc(shift, first, last)
    return clipped(line, first, last, from: source)
  }

  /// The least bent arc that is free.
  private func arc(
    _ own: BoxGrid.Exempt, _ shift: Double, _ grid: BoxGrid, sharper: Bool
  ) -> [Point]? {
    // Far bends of long lines would leave the picture.
    let length = distance(boxes[own.first].center, boxes[own.last].center)
    for bend in ArcRouter.bends
    where abs(bend) * length < ArcRouter.farthest && (abs(bend) > ArcRouter.gentle) == sharper {
      let line = arc(bend + shift, own.first, own.last)
      if isFree(line, own, grid) { return line }
    }
    return nil
  }

  /// Around what is on the way, if that is at most so many times as far as the straight way.
  private func around(
    _ own: BoxGrid.Exempt, _ detour: inout Detour, most: Double
  ) -> [Point]? {
    let (start, end) = (boxes[own.first].center, boxes[own.last].center)
    let farthest = distance(start, end) * most + 60
    return detour.way(from: start, to: end, own, farthest: farthest)
      .map { rounded($0, own, detour.grid) }
  }

  /// From middle to middle, bent by a share of the length.
  private func arc(_ bend: Double, _ first: Int, _ last: Int) -> [Point] {
    let (start, end) = (boxes[first].center, boxes[last].center)
    if bend == 0 { return [start, start, end, end] }
    let control = Point(
      (start.x + end.x) / 2 - (end.y - start.y) * bend * 2,
      (start.y + end.y) / 2 + (end.x - start.x) * bend * 2)
    return [start, between(start, control, 2 / 3), between(end, control, 2 / 3), end]
  }

  /// A way in straight pieces with its corners rounded as far as room is left for it.
  private func rounded(
    _ way: [Point], _ own: BoxGrid.Exempt, _ grid: BoxGrid
  ) -> [Point] {
    var line = [way[0]]
    func lead(to end: Point) {
      let start = line[line.count - 1]
      if distance(start, end) > 0.5 {
        line += [start, end, end]
      }
    }
    for index in 1..<way.count - 1 {
      let (before, corner, after) = (way[index - 1], way[index], way[index + 1])
      // The ends lie in the middle of cards, corners share the piece between them.
      let (here, there) = (distance(before, corner), distance(corner, after))
      let most = min(here * (index == 1 ? 1 : 0.5), there * (index == way.count - 2 ? 1 : 0.5))
      for radius in ArcRouter.radii where radius < most || radius == ArcRouter.radii.last {
        let reach = min(radius, most)
        let (start, end) = (
          between(corner, before, reach / here), between(corner, after, reach / there)
        )
        let curve = [start, between(start, corner, 2 / 3), between(end, corner, 2 / 3), end]
        guard radius == ArcRouter.radii.last || isFree(curve, own, grid) else { continue }
        lead(to: start)
        line[line.count - 1] = start
        line += curve.dropFirst()
        break
      }
    }
    lead(to: way[way.count - 1])
    return line
  }

  /// Radii of corners, the last of which stays clear of the card within the room kept around it.
  private static let radii = [160, 110, 75, 50, 34, 22, 14, 9.0]

  /// Whether a curve leads past all foreign cards and names.
  private func isFree(
    _ line: [Point], _ own: BoxGrid.Exempt, _ grid: BoxGrid
  ) -> Bool {
    let isLine = line.count == 4 && line[1] == line[0] && line[2] == line[3]
    let steps = isLine ? 1 : min(max(Int(distance(line[0], line[3]) / 30), 8), 40)
    var before = line[0]
    for step in 1...steps {
      let point = bezierPoint(line[...], at: Double(step) / Double(steps))
      if grid.firstBox(from: before, to: point, besides: own) != nil { return false }
      before = point
    }
    return true
  }

  /// The part of a curve between the edges of the boxes at its ends, seen from `source`.
  private func clipped(
    _ line: [Point], _ first: Int, _ last: Int, from source: Int
  ) -> [Point] {
    let part = outside(
      of: boxes[last], Array(outside(of: boxes[first], line).reversed()))
    return source == first ? part.reversed() : part
  }

  /// What follows of a curve after it leaves the box it starts in.
  private func outside(of box: Box, _ line: [Point]) -> [Point] {
    let starts = Array(stride(from: 0, to: line.count - 3, by: 3))
    guard let start = starts.last(where: { box.contains(line[$0]) }) else { return line }
    let first = Array(line[start..<start + 4])
    let isStraight = first[0] == first[1] && first[2] == first[3]
    guard !box.contains(first[3]) else { return Array(line[start...]) }
    var (inside, outside) = (0.0, 1.0)
    for _ in 0..<20 {
      let middle = (inside + outside) / 2
      if box.contains(bezierPoint(first[...], at: middle)) {
        inside = middle
      } else {
        outside = middle
      }
    }
    let edge = bezierPoint(first[...], at: outside)
    let part =
      isStraight ? [edge, edge, first[3], first[3]] : piece(of: first, from: outside, to: 1)
    return part + line[(start + 4)...]
  }
}
