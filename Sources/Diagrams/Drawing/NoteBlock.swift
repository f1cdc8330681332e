/// A numbered note, laid out: who and when, the words, the article.
struct NoteBlock {
  let height: Double
  private let note: DiagramText.Note
  private let number: Int
  private let rows: [(text: String, style: TextStyle, tone: Tone)]

  private static let strong = TextStyle(size: 10, isBold: true)
  private static let plain = TextStyle(size: 10)
  private static let small = TextStyle(size: 9)
  private static let indent = 31.0

  init(_ note: DiagramText.Note, number: Int, width: Double) {
    let room = width - NoteBlock.indent
    func rows(
      _ text: String, _ style: TextStyle, _ tone: Tone, _ limit: Int
    ) -> [(text: String, style: TextStyle, tone: Tone)] {
      style.wrapped(displayable(text), width: room, limit: limit).map { ($0, style, tone) }
    }
    self.rows =
      rows(note.heading, NoteBlock.strong, .ink, 2) + rows(note.quote, NoteBlock.plain, .ink, 5)
      + rows(note.source, NoteBlock.small, .muted, 2)
    height = self.rows.reduce(7) { $0 + $1.style.lineHeight }
    self.note = note
    self.number = number
  }

  func element(at place: Point) -> Drawing.Element {
    var top = place.y
    var shapes = [
      Drawing.Shape.text(
        "[\(number)]", at: Point(place.x, top + NoteBlock.strong.size), anchor: .start,
        NoteBlock.strong, .muted)
    ]
    for row in rows {
      let start = Point(place.x + NoteBlock.indent, top + row.style.size)
      shapes.append(.text(row.text, at: start, anchor: .start, row.style, row.tone))
      top += row.style.lineHeight
    }
    return Drawing.Element(
      kind: .note, id: "note-\(number)",
      data: [
        .init(name: "number", value: String(number)), .init(name: "about", value: note.subject),
      ],
      address: note.address, shapes: shapes)
  }
}
