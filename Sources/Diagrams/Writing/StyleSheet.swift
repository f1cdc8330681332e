/// The style sheet of an SVG: only the tones and sizes that occur in it.
///
/// Each tone is a variable, `--memcon-ink`, that a page may set. The plain colour stands before it
/// for the programs that know no variables, as librsvg and Inkscape.
enum StyleSheet {
  static func text(for drawing: Drawing, theme: DiagramLook.Theme) -> String {
    let shapes = drawing.elements.flatMap(\.shapes)
    let usual = UsualTexts(of: drawing)
    let fills = Set(drawing.elements.flatMap { fillTones(of: $0, usual) }).union([.paper])
      .sorted { $0.name < $1.name }
    let strokes = Set(shapes.compactMap(stroke)).union([.held]).sorted { $0.name < $1.name }
    let sizes = Set(drawing.elements.flatMap { textSizes(of: $0, usual) }).sorted()
    return """
      .memcon{font-family:\(fontFamily)}
      .memcon .b{font-weight:700}
      \(usual.rules(theme))\
      .memcon .l{text-anchor:start}
      .memcon .m{text-anchor:middle}
      .memcon .e{text-anchor:end}
      .memcon rect{\(color("fill", .paper, theme))}
      .memcon path{\(color("stroke", .held, theme))}
      .memcon path,.memcon .f-none{fill:none}
      .memcon a{text-decoration:none;cursor:pointer}
      .memcon a:hover,.memcon a:focus{opacity:.75}
      \(sizes.map { ".memcon .t\(UsualTexts.className($0)){font-size:\(hundredths($0))px}\n" }.joined())\
      \(fills.map { rule("f", "fill", $0, theme) }.joined())\
      \(strokes.map { rule("s", "stroke", $0, theme) }.joined())\
      \(theme == .auto ? darkPage(Set(fills + strokes + usual.tones).sorted { $0.name < $1.name }) : "")
      """
  }

  /// Other colours on a dark page, where the picture is to follow its page; on paper never.
  private static func darkPage(_ tones: [Tone]) -> String {
    let colors = tones.map { "--memcon-\($0.name):\($0.dark)" }.joined(separator: ";")
    return "@media screen and (prefers-color-scheme:dark){.memcon{color-scheme:dark;\(colors)}}\n"
  }

  /// Narrow faces first; DejaVu Sans is what the layout is reckoned with.
  private static let fontFamily =
    "\"Helvetica Neue\",Helvetica,Arial,\"DejaVu Sans\",\"Noto Sans\",\"Noto Sans CJK SC\",sans-serif"

  private static func rule(
    _ prefix: String, _ property: String, _ tone: Tone, _ theme: DiagramLook.Theme
  ) -> String {
    ".memcon .\(prefix)-\(tone.name){\(color(property, tone, theme))}\n"
  }

  /// The plain colour, and then the variable for the programs that know some.
  static func color(_ property: String, _ tone: Tone, _ theme: DiagramLook.Theme) -> String {
    let plain = tone.color(in: theme)
    return "\(property):\(plain);\(property):var(--memcon-\(tone.name),\(plain))"
  }

  /// The tones that shapes are filled with other than usual.
  private static func fillTones(of element: Drawing.Element, _ usual: UsualTexts) -> [Tone] {
    element.shapes.compactMap { shape in
      switch shape {
      case .box(_, radius: _, let fill, line: _): fill
      case .polygon(_, let fill): fill
      case .text(_, at: _, let anchor, let style, let tone):
        usual.unusual(element.kind, style, tone, anchor).tone
      case .curve: nil
      }
    }
  }

  private static func stroke(of shape: Drawing.Shape) -> Tone? {
    switch shape {
    case .box(_, radius: _, fill: _, let line): line?.tone
    case .curve(_, let line): line.tone
    case .polygon, .text: nil
    }
  }

  private static func textSizes(of element: Drawing.Element, _ usual: UsualTexts) -> [Double] {
    element.shapes.compactMap { shape in
      guard case .text(_, at: _, let anchor, let style, let tone) = shape else { return nil }
      return usual.unusual(element.kind, style, tone, anchor).size
    }
  }
}
