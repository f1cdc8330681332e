/// The style sheet of an SVG: only the tones and sizes that occur in it.
///
/// Each tone is a variable, `--memcon-ink`, that a page may set. The plain colour stands before it
/// for the programs that know no variables, as librsvg and Inkscape.
enum StyleSheet {
  static func text(for drawing: Drawing, theme: DiagramLook.Theme) -> String {
    let tones = Set(drawing.elements.flatMap(\.shapes).flatMap(tones)).union([.paper, .ink])
      .sorted { $0.name < $1.name }
    let sizes = Set(drawing.elements.flatMap(\.shapes).compactMap(size)).sorted()
    return """
      .memcon{font-family:\(fontFamily)}
      .memcon .b{font-weight:700}
      .memcon .f-none{fill:none}
      .memcon path{stroke-linecap:butt;stroke-linejoin:round}
      .memcon a{text-decoration:none;cursor:pointer}
      .memcon a:hover,.memcon a:focus{opacity:.75}
      \(sizes.map { ".memcon .t\(className($0)){font-size:\(hundredths($0))px}\n" }.joined())\
      \(tones.map { rules(for: $0, in: theme) }.joined())\
      \(theme == .auto ? media(tones) : "")
      """
  }

  /// Other colours on a dark page and on paper, where the picture is to follow its page.
  private static func media(_ tones: [Tone]) -> String {
    """
    @media (prefers-color-scheme:dark){.memcon{color-scheme:dark;\(variables(tones, \.dark))}}
    @media print{.memcon{\(variables(tones, \.light))}}

    """
  }

  /// Narrow faces first; DejaVu Sans is what the layout is reckoned with.
  private static let fontFamily =
    "\"Helvetica Neue\",Helvetica,Arial,\"DejaVu Sans\",\"Noto Sans\",\"Noto Sans CJK SC\",sans-serif"

  private static func rules(for tone: Tone, in theme: DiagramLook.Theme) -> String {
    let (name, plain) = (tone.name, tone.color(in: theme))
    let color = "var(--memcon-\(name),\(plain))"
    return """
      .memcon .f-\(name){fill:\(plain);fill:\(color)}
      .memcon .s-\(name){stroke:\(plain);stroke:\(color)}

      """
  }

  private static func variables(_ tones: [Tone], _ color: (Tone) -> String) -> String {
    tones.map { "--memcon-\($0.name):\(color($0))" }.joined(separator: ";")
  }

  private static func className(_ size: Double) -> String {
    hundredths(size).replacing(".", with: "_")
  }

  private static func tones(of shape: Drawing.Shape) -> [Tone] {
    switch shape {
    case .box(_, radius: _, let fill, let line): [fill, line?.tone].compactMap { $0 }
    case .curve(_, let line): [line.tone]
    case .polygon(_, let fill): [fill]
    case .text(_, at: _, anchor: _, _, let tone): [tone]
    }
  }

  private static func size(of shape: Drawing.Shape) -> Double? {
    if case .text(_, at: _, anchor: _, let style, _) = shape { style.size } else { nil }
  }
}
