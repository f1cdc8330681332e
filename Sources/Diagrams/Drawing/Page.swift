/// The page around a diagram: margins, title above, legend, notes and caption below.
struct Page {
  private let text: DiagramText
  private let words: String
  private let width: Double
  private var elements: [Drawing.Element] = []
  private var bottom = 0.0

  private static let margin = 28.0
  private static let title = TextStyle(size: 20, isBold: true)
  private static let subtitle = TextStyle(size: 12.5)
  private static let small = TextStyle(size: 10)

  /// `words` tell the whole diagram to those who don't see it. A body narrower than the page stands in its
  /// middle or, not centered, below the title.
  init(
    text: DiagramText, words: String, body: [Drawing.Element], legend: [LegendEntry],
    isCentered: Bool = true
  ) {
    self.text = text
    self.words = words
    let bounds = body.flatMap(\.shapes).map(\.bounds).reduce(nil) { $0?.union($1) ?? $1 }
    let content = max(bounds?.width ?? 0, text.notes.isEmpty ? 420 : 640)
    width = content + 2 * Page.margin
    bottom = Page.margin - 6
    addHeading()
    if let bounds {
      bottom += 14
      let left = Page.margin + (isCentered ? (content - bounds.width) / 2 : 0)
      elements += body.map { $0.moved(by: Point(left - bounds.x, bottom - bounds.y)) }
      bottom += bounds.height
    }
    addLegend(legend)
    addNotes()
    addCaption()
  }

  /// The page.
  var drawing: Drawing {
    Drawing(
      width: width.rounded(.up), height: (bottom + Page.margin - 8).rounded(.up),
      title: text.title, description: words, elements: elements)
  }
}

// MARK: - Parts

extension Page {
  private var textWidth: Double { width - 2 * Page.margin }

  /// Larger on a large page, which is looked at from farther away.
  private var scale: Double { min(max((width / 900).squareRoot(), 1), 2) }

  private func scaled(_ style: TextStyle) -> TextStyle { style.scaled(by: scale) }

  private mutating func addHeading() {
    var heading = Drawing.Element(kind: .heading)
    let readable = min(textWidth, 1600)
    for (words, style, tone) in [
      (text.title, scaled(Page.title), Tone.ink), (text.subtitle, scaled(Page.subtitle), .muted),
    ] {
      for line in style.balanced(displayable(words), width: readable, limit: 3) {
        heading.shapes.append(row(line, style, tone))
      }
    }
    if !heading.shapes.isEmpty { elements.append(heading) }
  }

  private mutating func addCaption() {
    let style = scaled(Page.small)
    let lines = text.caption.flatMap {
      style.wrapped(displayable($0), width: min(textWidth, 1200), limit: 4)
    }
    guard !lines.isEmpty else { return }
    bottom += 10
    let shapes = lines.map { row($0, style, .muted) }
    elements.append(Drawing.Element(kind: .caption, shapes: shapes))
  }

  /// The next line of text down the page.
  private mutating func row(_ line: String, _ style: TextStyle, _ tone: Tone) -> Drawing.Shape {
    let baseline = bottom + style.size
    bottom += style.lineHeight
    return .text(line, at: Point(Page.margin, baseline), anchor: .start, style, tone)
  }

  private mutating func addRule() -> Drawing.Shape {
    bottom += 18
    let rule = [Point(Page.margin, bottom), Point(width - Page.margin, bottom)]
    bottom += 8
    return .curve([rule[0], rule[0], rule[1], rule[1]], Drawing.Line(tone: .faint, width: 1))
  }

  private mutating func addLegend(_ entries: [LegendEntry]) {
    guard !entries.isEmpty else { return }
    var legend = Drawing.Element(kind: .legend)
    legend.shapes.append(addRule())
    let style = scaled(Page.small)
    var x = Page.margin
    for entry in entries {
      let needed = entry.lead + style.width(of: entry.text)
      if x > Page.margin, x + needed > width - Page.margin {
        x = Page.margin
        bottom += style.lineHeight + 3
      }
      let middle = bottom + style.lineHeight / 2
      legend.shapes += entry.shapes(at: Point(x, middle))
      let place = Point(x + entry.lead, middle + style.size * 0.36)
      legend.shapes.append(.text(entry.text, at: place, anchor: .start, style, .muted))
      x += needed + 20 * scale
    }
    bottom += style.lineHeight
    elements.append(legend)
  }

  /// The notes in as many columns as are readable, of about the same height.
  private mutating func addNotes() {
    guard !text.notes.isEmpty else { return }
    let gap = 26.0 * scale
    let count = max(1, min(text.notes.count, Int((textWidth + gap) / (330 * scale + gap)), 4))
    let column = min((textWidth - gap * Double(count - 1)) / Double(count), 460 * scale)
    let notes = text.notes.enumerated().map {
      NoteBlock($0.element, number: $0.offset + 1, width: column, scale: scale)
    }
    elements.append(Drawing.Element(kind: .legend, shapes: [addRule()]))
    let (top, share) = (bottom, notes.reduce(0) { $0 + $1.height } / Double(count))
    var (x, y, used, deepest) = (Page.margin, bottom, 0.0, bottom)
    var columnsLeft = count - 1
    for note in notes {
      if used > 0, used + note.height / 2 > share, columnsLeft > 0 {
        (x, y, used) = (x + column + gap, top, 0)
        columnsLeft -= 1
      }
      elements.append(note.element(at: Point(x, y)))
      y += note.height
      used += note.height
      deepest = max(deepest, y)
    }
    bottom = deepest
  }
}
