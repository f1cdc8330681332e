/// How most texts of each kind of element look, and how most bold ones. The style sheet says it of the
/// kind, so that only the other texts need classes: a tenth of a picture's bytes.
struct UsualTexts {
  /// What classes tell of a text.
  struct Look: Hashable {
    var size: Double
    var tone: Tone
    var anchor: Drawing.Anchor
  }

  /// Whose texts look alike.
  private struct Part: Hashable {
    var kind: Drawing.Element.Kind
    var isBold: Bool
  }

  private let looks: [Part: Look]
  /// Of fewer bold texts, a rule takes more bytes than it spares.
  private static let fewestBold = 7

  init(of drawing: Drawing) {
    var counts: [Part: [Look: Int]] = [:]
    for element in drawing.elements {
      for case .text(_, at: _, let anchor, let style, let tone) in element.shapes {
        let look = Look(size: style.size, tone: tone, anchor: anchor)
        let part = Part(kind: element.kind, isBold: style.isBold)
        counts[part, default: [:]][look, default: 0] += 1
      }
    }
    var usual: [Part: Look] = [:]
    for (part, looks) in counts {
      guard let most = looks.max(by: { ($0.value, $0.key.rank) < ($1.value, $1.key.rank) }),
        !part.isBold || most.value >= UsualTexts.fewestBold
      else { continue }
      usual[part] = most.key
    }
    looks = usual
  }

  /// The tones of usual texts.
  var tones: [Tone] { looks.values.map(\.tone) }

  /// What classes tell of a text besides that it is bold, as far as it isn't usual.
  func unusual(
    _ kind: Drawing.Element.Kind, _ style: TextStyle, _ tone: Tone, _ anchor: Drawing.Anchor
  ) -> (size: Double?, tone: Tone?, anchor: Drawing.Anchor?) {
    let look = Look(size: style.size, tone: tone, anchor: anchor)
    if style.isBold, looks[Part(kind: kind, isBold: true)] == look { return (nil, nil, nil) }
    let usual = looks[Part(kind: kind, isBold: false)]
    return (
      usual?.size == look.size ? nil : look.size, usual?.tone == tone ? nil : tone,
      usual?.anchor == anchor ? nil : anchor
    )
  }

  /// The classes of a text that looks otherwise than usual, or is bold: `n` as bold ones of its kind
  /// usually are.
  func classes(
    of kind: Drawing.Element.Kind, _ style: TextStyle, _ tone: Tone, _ anchor: Drawing.Anchor
  ) -> [String] {
    let (size, other, place) = unusual(kind, style, tone, anchor)
    let isUsualBold =
      style.isBold
      && looks[Part(kind: kind, isBold: true)]
        == Look(size: style.size, tone: tone, anchor: anchor)
    var classes = size.map { ["t\(UsualTexts.className($0))"] } ?? []
    if style.isBold { classes.append(isUsualBold ? "n" : "b") }
    if let place { classes.append(place.className) }
    if let other { classes.append("f-\(other.name)") }
    return classes
  }

  /// A rule a kind, those of bold texts last.
  func rules(_ theme: DiagramLook.Theme) -> String {
    looks.sorted {
      ($0.key.isBold ? 1 : 0, $0.key.kind.rawValue) < ($1.key.isBold ? 1 : 0, $1.key.kind.rawValue)
    }.map { part, look in
      ".memcon .\(part.kind.rawValue)\(part.isBold ? " .n{font-weight:700;" : "{")font-size:\(hundredths(look.size))px;"
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
