extension PictureChecker {
  /// The lines that lead through a card that is neither of their ends, or behind the label of another
  /// line, as `LINE: CARD`.
  var crossed: (cards: [String], labels: [String]) {
    let cards = boxes("node", named: "data-id")
    let labels = boxes("label", named: "data-edge")
    var result: (cards: [String], labels: [String]) = ([], [])
    let lines = points
    for (index, edge) in picture.elements.enumerated() where edge.attributes["class"] == "edge" {
      let ends = [edge.attributes["data-source"], edge.attributes["data-target"]]
      let id = edge.attributes["data-id"] ?? ""
      let points = lines[index] ?? []
      result.cards += cards.filter { card in
        !ends.contains(card.id) && points.contains { card.box.holds($0, inside: 1) }
      }.map { "\(id): \($0.id)" }
      result.labels += labels.filter { label in
        label.id != id && points.contains { label.box.holds($0, inside: 0.5) }
      }.map { "\(id): \($0.id)" }
    }
    return result
  }

  /// Whether every label lies above all lines, on a ground of its own.
  var areLabelsAboveLines: Bool {
    let kinds = picture.elements.map { $0.name == "g" ? $0.attributes["class"] : nil }
    let lastLine = kinds.lastIndex(of: "edge") ?? 0
    return kinds.indices.filter { kinds[$0] == "label" }.allSatisfy { label in
      label > lastLine
        && picture.elements.contains { $0.name == "rect" && $0.parents.contains(label) }
    }
  }

  /// The boxes of frames and of cards by their ids.
  var frames: [String: Rectangle] { byID("group") }
  var cards: [String: Rectangle] { byID("node") }

  private func byID(_ kind: String) -> [String: Rectangle] {
    Dictionary(boxes(kind, named: "data-id").map { ($0.id, $0.box) }) { first, _ in first }
  }

  private func boxes(_ kind: String, named name: String) -> [(id: String, box: Rectangle)] {
    var seen: Set<Int> = []
    return picture.elements.compactMap { rect in
      guard rect.name == "rect",
        let parent = rect.parents.last(where: { picture.elements[$0].attributes["class"] == kind }),
        let id = picture.elements[parent].attributes[name], seen.insert(parent).inserted
      else { return nil }
      return (id, Rectangle(rect))
    }
  }

  /// The points of a line, a few points apart, by the place of its edge among the elements.
  private var points: [Int: [(x: Double, y: Double)]] {
    var result: [Int: [(x: Double, y: Double)]] = [:]
    for path in picture.elements where path.name == "path" {
      guard
        let edge = path.parents.last(where: { picture.elements[$0].attributes["class"] == "edge" })
      else { continue }
      let numbers = (path.attributes["d"] ?? "").split { !"0123456789.-".contains($0) }
        .compactMap { Double($0) }
      let corners = stride(from: 0, to: numbers.count - 1, by: 2)
        .map { (x: numbers[$0], y: numbers[$0 + 1]) }
      if corners.count == 2 {
        result[edge, default: []] += sampled(corners[0], corners[0], corners[1], corners[1])
        continue
      }
      for start in stride(from: 0, to: corners.count - 3, by: 3) {
        result[edge, default: []] += sampled(
          corners[start], corners[start + 1], corners[start + 2], corners[start + 3])
      }
    }
    return result
  }

  private func sampled(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double),
    _ d: (x: Double, y: Double)
  ) -> [(x: Double, y: Double)] {
    (0...200).map { step in
      let t = Double(step) / 200
      let s = 1 - t
      let (u, v, w, x) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return (u * a.x + v * b.x + w * c.x + x * d.x, u * a.y + v * b.y + w * c.y + x * d.y)
    }
  }
}

extension Rectangle {
  /// Whether a point lies further in than a margin.
  fileprivate func holds(_ point: (x: Double, y: Double), inside margin: Double) -> Bool {
    point.x > x + margin && point.x < maxX - margin && point.y > y + margin
      && point.y < maxY - margin
  }
}
