/// A numbered note, laid out: who and when, the words, the article.
struct NoteBlock {
  let height: Double
  private let note: DiagramText.Note
  private let number: Int
  private let rows: [(text: String, style: TextStyle, tone: Tone)]

  private let strong: TextStyle
  private let indent: Double

  /// `scale` is how many times the usual size the texts have.
  init(_ note: DiagramText.Note, number: Int, width: Double, scale: Double) {
    strong = TextStyle(size: 10, isBold: true).scaled(by: scale)
    indent = 31 * scale
    let plain = TextStyle(size: 10).scaled(by: scale)
    let small = TextStyle(size: 9).scaled(by: scale)
    let room = width - indent
    func rows(
      _ text: String, _ style: TextStyle, _ tone: Tone, _ limit: Int
    ) -> [(text: String, style: TextStyle, tone: Tone)] {
      style.balanced(displayable(text), width: room, limit: limit, last: 0.3).map {
        ($0, style, tone)
      }
    }
    self.rows =
      rows(note.heading, strong, .ink, 3) + rows(note.quote, plain, .ink, 4)
      + rows(note.source, small, .muted, 2)
    height = self.rows.reduce(7) { $0 + $1.style.lineHeight }
    self.note = note
    self.number = number
  }

  func element(at place: Point) -> Drawing.Element {
    var top = place.y
    var shapes = [
      Drawing.Shape.text(
        "[\(number)]", at: Point(place.x, top + strong.size), anchor: .start,
        strong, .ink)
    ]
    for row in rows {
      let start = Point(place.x + indent, top + row.style.size)
      shapes.append(.text(row.text, at: start, anchor: .start, row.style, row.tone))
      top += row.style.lineHeight
    }
    return Drawing.Element(
      kind: .note, id: "note-\(number)",
      data: [.init(name: "about", value: note.subjects.joined(separator: " "))],
      address: note.address, shapes: shapes)
  }
}
