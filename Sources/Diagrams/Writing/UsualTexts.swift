/// How most texts of each kind of element look. The style sheet says it of the kind, so that only the
/// other texts need classes: a tenth of a picture's bytes.
struct UsualTexts {
  /// What classes tell of a text besides that it is bold.
  struct Look: Hashable {
    var size: Double
    var tone: Tone
    var anchor: Drawing.Anchor
  }

  /// Whose texts look alike.
  private struct Part: Hashable {
    var kind: Drawing.Element.Kind
    var rank: Rank
  }

  /// The look most texts of a kind have, that most of its bold ones have, and, of the others, the
  /// next: the words in a note.
  private enum Rank: String {
    case plain = ""
    case bold = "n"
    case next = "q"
  }

  private let looks: [Part: Look]
  /// Of fewer texts than this a rule takes more bytes than it spares.
  private static let fewest = 7

  init(of drawing: Drawing) {
    var counts: [Drawing.Element.Kind: [Bool: [Look: Int]]] = [:]
    for element in drawing.elements {
      for case .text(_, at: _, let anchor, let style, let tone) in element.shapes {
        let look = Look(size: style.size, tone: tone, anchor: anchor)
        counts[element.kind, default: [:]][style.isBold, default: [:]][look, default: 0] += 1
      }
    }
    var usual: [Part: Look] = [:]
    for (kind, counts) in counts {
      let plain = UsualTexts.commonest(counts[false])
      usual[Part(kind: kind, rank: .plain)] = plain.first?.look
      for (rank, most) in [
        (Rank.bold, UsualTexts.commonest(counts[true]).first), (.next, plain.dropFirst().first),
      ] {
        guard let most, most.count >= UsualTexts.fewest else { continue }
        usual[Part(kind: kind, rank: rank)] = most.look
      }
    }
    looks = usual
  }

  private static func commonest(_ counts: [Look: Int]?) -> [(look: Look, count: Int)] {
    (counts ?? [:]).sorted { ($0.value, $0.key.rank) > ($1.value, $1.key.rank) }
      .map { (look: $0.key, count: $0.value) }
  }

  /// The tones of usual texts.
  var tones: [Tone] { looks.values.map(\.tone) }

  /// Which usual look a text has, other than that most texts of its kind have.
  private func rank(
    _ kind: Drawing.Element.Kind, _ style: TextStyle, _ look: Look
  ) -> Rank? {
    let rank = style.isBold ? Rank.bold : .next
    return looks[Part(kind: kind, rank: rank)] == look ? rank : nil
  }

  /// What classes tell of a text besides that it is bold, as far as it isn't usual.
  func unusual(
    _ kind: Drawing.Element.Kind, _ style: TextStyle, _ tone: Tone, _ anchor: Drawing.Anchor
  ) -> (size: Double?, tone: Tone?, anchor: Drawing.Anchor?) {
    let look = Look(size: style.size, tone: tone, anchor: anchor)
    if rank(kind, style, look) != nil { return (nil, nil, nil) }
    let usual = looks[Part(kind: kind, rank: .plain)]
    return (
      usual?.size == look.size ? nil : look.size, usual?.tone == tone ? nil : tone,
      usual?.anchor == anchor ? nil : anchor
    )
  }

  /// The classes of a text that looks otherwise than usual, or is bold.
  func classes(
    of kind: Drawing.Element.Kind, _ style: TextStyle, _ tone: Tone, _ anchor: Drawing.Anchor
  ) -> [String] {
    let look = Look(size: style.size, tone: tone, anchor: anchor)
    if let rank = rank(kind, style, look) { return [rank.rawValue] }
    let (size, other, place) = unusual(kind, style, tone, anchor)
    var classes = size.map { ["t\(UsualTexts.className($0))"] } ?? []
    if style.isBold { classes.append("b") }
    if let place { classes.append(place.className) }
    if let other { classes.append("f-\(other.name)") }
    return classes
  }

  /// A rule for each usual look, and one for all parts that share it.
  func rules(_ theme: DiagramLook.Theme) -> String {
    var parts: [[String]: [String]] = [:]
    for (part, look) in looks {
      let own = part.rank == .plain ? "" : " .\(part.rank.rawValue)"
      let weight = part.rank == .bold ? "font-weight:700;" : ""
      let rule =
        "\(weight)font-size:\(hundredths(look.size))px;\(StyleSheet.color("fill", look.tone, theme));"
        + "text-anchor:\(look.anchor.rawValue)"
      parts[[part.rank.rawValue, rule], default: []].append(".memcon .\(part.kind.rawValue)\(own)")
    }
    return parts.sorted { ($0.key[0], $0.value.min() ?? "") < ($1.key[0], $1.value.min() ?? "") }
      .map { "\($0.value.sorted().joined(separator: ",")){\($0.key[1])}\n" }.joined()
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
