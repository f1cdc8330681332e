/// Spoils texts at random, the same way for the same number on every run.
///
///     TextMutator(bases: texts).text(17)   // always the same text
///
/// A text is a stretch of one of the bases with one to twelve injuries: words cut, doubled, swapped,
/// set in capitals, run together; and the oddities that real texts hold: control characters,
/// directions, combining marks, brackets without end, words without end.
public struct TextMutator: Sendable {
  private let bases: [[Unicode.Scalar]]
  /// No text is longer, in scalars.
  public static let lengthLimit = 6_000

  /// A spoiler of `bases`, of which at least one must not be empty.
  public init(bases: [String]) {
    self.bases = bases.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    precondition(!self.bases.isEmpty, "there is nothing to spoil")
  }

  /// The text with a number.
  public func text(_ number: Int) -> String {
    var random = RepeatableRandom(seed: UInt64(truncatingIfNeeded: number) &* 0x2545_F491_4F6C_DD1D)
    var text = stretch(using: &random)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      injure(&text, using: &random)
      if text.count > Self.lengthLimit { text.removeSubrange(Self.lengthLimit...) }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }

  /// Some of one base: all of it, or a part that starts and ends anywhere.
  private func stretch(using random: inout RepeatableRandom) -> [Unicode.Scalar] {
    let base = bases[Int.random(in: 0..<bases.count, using: &random)]
    guard Int.random(in: 0..<4, using: &random) > 0 else { return base }
    return Array(base[range(in: base, atMost: 1500, using: &random)])
  }
}

// MARK: - Injuries

extension TextMutator {
  private func injure(_ text: inout [Unicode.Scalar], using random: inout RepeatableRandom) {
    let place = Int.random(in: 0...text.count, using: &random)
    let short = range(in: text, atMost: 80, using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: text.removeSubrange(short)
    case 1: text.insert(contentsOf: text[short], at: place)
    case 2:
      let moved = Array(text[short])
      text.removeSubrange(short)
      text.insert(contentsOf: moved, at: min(place, text.count))
    case 3: text.insert(contentsOf: stretch(using: &random).prefix(400), at: place)
    case 4: change(&text, in: short) { $0.properties.uppercaseMapping }
    case 5: change(&text, in: short) { $0.properties.lowercaseMapping }
    case 6: text.removeAll { $0 == " " && Int.random(in: 0..<8, using: &random) == 0 }
    case 7: change(&text, in: short) { $0 == " " ? "\n" : String($0) }
    case 8: text.insert(contentsOf: longWord(using: &random), at: place)
    case 9: text.insert(contentsOf: brackets(using: &random), at: place)
    case 10:
      let times = Int.random(in: 2...40, using: &random)
      text.insert(contentsOf: (0..<times).flatMap { _ in text[short] }, at: place)
    default:
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let oddity = Self.oddities[Int.random(in: 0..<Self.oddities.count, using: &random)]
        let place = Int.random(in: 0...text.count, using: &random)
        text.insert(contentsOf: oddity.unicodeScalars, at: place)
      }
    }
  }

  private func range(
    in text: [Unicode.Scalar], atMost length: Int, using random: inout RepeatableRandom
  ) -> Range<Int> {
    let start = Int.random(in: 0...text.count, using: &random)
    return start..<min(text.count, start + Int.random(in: 0...length, using: &random))
  }

  private func change(
    _ text: inout [Unicode.Scalar], in range: Range<Int>, _ change: (Unicode.Scalar) -> String
  ) {
    text.replaceSubrange(range, with: text[range].flatMap { Array(change($0).unicodeScalars) })
  }

  private func longWord(using random: inout RepeatableRandom) -> [Unicode.Scalar] {
    let letters: [Unicode.Scalar] = ["a", "M", "-", ".", "'", "é", "文"]
    let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
    return Array(repeating: letter, count: Int.random(in: 1...2000, using: &random))
  }

  private func brackets(using random: inout RepeatableRandom) -> [Unicode.Scalar] {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("(", ")"), ("[", "]"), ("“", "”"), ("\"", "\""), ("‘", "’"),
    ]
    let (open, close) = pairs[Int.random(in: 0..<pairs.count, using: &random)]
    let depth = Int.random(in: 1...300, using: &random)
    let closed = Int.random(in: 0...depth, using: &random)
    return Array(repeating: open, count: depth) + Array(repeating: close, count: closed)
  }

  private static let oddities = [
    "\u{0}", "\u{1}", "\u{8}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\r", "\r\n", "\n", "\n\n", "\t",
    "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{2028}", "\u{2066}",
    "\u{2069}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "e\u{301}", "\u{301}", "👩‍👩‍👧",
    "🇳🇿", "ﬁ", "ß", "İ", "ı", "ǆ", "Ω", "北京", "الرياض", "ירושלים", "…", "—", " – ", "''", "’s",
    "'s", "n't", ".", "..", ",", ";", ":", "?", "!", "!?", "(", ")", "/", "\\", "%", "#", "- ",
    "• ", "* ", "1. ", "St. ", "Mr. ", "U.S.", "Jr.", " who ", " and ", " met ", " with ", " of ",
    " the ", " not ", " on ", " Monday", " 2025", " 31 February 2025", " 2025-13-45",
    " 99999999999",
    " yesterday", " will ", " said", "REUTERS", " — ", "http://a.b/c?d=e", "a@b.c",
  ]
}
