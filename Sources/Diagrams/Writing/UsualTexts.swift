/// How most texts of each kind of element look. The style sheet says it of the kind, so that only the
/// other texts need classes: a tenth of a picture's bytes.
struct UsualTexts {
  /// What classes tell of a text.
  struct Look: Hashable {
    var size: Double
    var tone: Tone
    var anchor: Drawing.Anchor
  }

  private let looks: [Drawing.Element.Kind: Look]

  init(of drawing: Drawing) {
    var counts: [Drawing.Element.Kind: [Look: Int]] = [:]
    for element in drawing.elements {
      for case .text(_, at: _, let anchor, let style, let tone) in element.shapes {
        let look = Look(size: style.size, tone: tone, anchor: anchor)
        counts[element.kind, default: [:]][look, default: 0] += 1
      }
    }
    looks = counts.compactMapValues { looks in
      looks.max { ($0.value, $0.key.rank) < ($1.value, $1.key.rank) }?.key
    }
  }

  /// The tones of usual texts.
  var tones: [Tone] { looks.values.map(\.tone) }

  func tone(of kind: Drawing.Element.Kind) -> Tone? { looks[kind]?.tone }

  func size(of kind: Drawing.Element.Kind) -> Double? { looks[kind]?.size }

  /// The classes of a text that looks otherwise than usual, or is bold.
  func classes(
    of kind: Drawing.Element.Kind, _ style: TextStyle, _ tone: Tone, _ anchor: Drawing.Anchor
  ) -> [String] {
    let usual = looks[kind]
    var classes: [String] = []
    if style.size != usual?.size { classes.append("t\(UsualTexts.className(style.size))") }
    if style.isBold { classes.append("b") }
    if anchor != usual?.anchor { classes.append(anchor.className) }
    if tone != usual?.tone { classes.append("f-\(tone.name)") }
    return classes
  }

  /// A rule a kind.
  func rules(_ theme: DiagramLook.Theme) -> String {
    looks.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, look in
      ".memcon .\(kind.rawValue){font-size:\(hundredths(look.size))px;"
        + "\(StyleSheet.color("fill", look.tone, theme));text-anchor:\(look.anchor.rawValue)}\n"
    }.joined()
  }

  static func className(_ size: Double) -> String {
    hundredths(size).replacing(".", with: "_")
  }
}

extension UsualTexts.Look {
  /// An order, so that of equally many one is usual in every run.
  fileprivate var rank: String { "\(hundredths(size)) \(tone.name) \(anchor.rawValue)" }
}

extension Drawing.Anchor {
  fileprivate var className: String {
    switch self {
    case .start: "l"
    case .middle: "m"
    case .end: "e"
    }
  }
}
