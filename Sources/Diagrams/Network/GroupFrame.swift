/// The frame around the people of a group, and where its name stands in it.
struct GroupFrame {
  let index: Int
  let name: String
  let box: Box
  let nameBox: Box

  static let style = TextStyle(size: 11, isBold: true)
  /// How far a frame is moved down to make room for its name under the cards.
  private static let shift = 15.0

  /// Puts the name into a corner that no line crosses: above the cards where room is kept for it,
  /// or else below, with the frame moved down if it meets none of the `others` there.
  init(index: Int, name: String, box: Box, others: [Box], _ placer: inout LabelPlacer) {
    let style = GroupFrame.style
    let lines = style.wrapped(displayable(name), width: max(box.width - 28, 20), limit: 1)
    let (width, height) = (style.width(of: lines.first ?? "") + 8, style.lineHeight + 4)
    let lower = Box(box.x, box.y + GroupFrame.shift, box.width, box.height)
    let (left, right) = (box.x + 10, max(box.maxX - 10 - width, box.x + 2))
    var boxes = [3.0, 5].flatMap { down in
      [left, right].map { Box($0, box.y + down, width, height) }
    }
    if !others.contains(where: lower.grown(by: 4).intersects) {
      let y = lower.maxY - 5 - height
      boxes += [Box(left, y, width, height), Box(right, y, width, height)]
    }
    nameBox = placer.take(boxes) ?? boxes[0]
    self.index = index
    self.name = lines.first ?? ""
    self.box = nameBox.y > box.center.y ? lower : box
  }
}
