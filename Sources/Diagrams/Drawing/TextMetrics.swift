/// The size of a line of text, reckoned without fonts.
///
/// The widths are those of DejaVu Sans, the widest of the fonts the pictures ask for: what fits
/// here fits in the others, and a layout is the same on machines with different fonts.
struct TextStyle: Hashable, Sendable {
  var size: Double
  var isBold = false

  /// From one baseline to the next.
  var lineHeight: Double { (size * 1.3).rounded() }

  /// The same face so many times as large, to half a point.
  func scaled(by factor: Double) -> TextStyle {
    TextStyle(size: (size * factor * 2).rounded() / 2, isBold: isBold)
  }

  /// The width of `text` in points.
  func width(of text: String) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    return Double(thousandths) * size / 1000
  }

  /// Where a text in the middle of `row` stands.
  func baseline(in row: Box) -> Point { Point(row.center.x, row.center.y + size * 0.36) }

  private func advance(of scalar: Unicode.Scalar) -> Int {
    let table = isBold ? TextStyle.boldWidths : TextStyle.regularWidths
    if scalar.value >= 0x20, scalar.value < 0x7F { return table[Int(scalar.value) - 0x20] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      return 1000
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: return 1300
    default: return isBold ? 760 : 680
    }
  }
}

// MARK: - Lines

extension TextStyle {
  /// `text` over at most `limit` lines no wider than `width`; what doesn't fit ends in `…`.
  func wrapped(_ text: String, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").lazy.flatMap({ pieces(of: $0, width: width) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if self.width(of: longer) <= width {
        line = longer
        continue
      }
      lines.append(line)
      line = word
      if lines.count == limit { return lines.dropLast() + [cut(lines[limit - 1], width: width)] }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The same as lines of about one length, so that no word stands alone in the last; narrowed only until
  /// the last is so long a share of the width.
  func balanced(
    _ text: String, width: Double, limit: Int, last share: Double = 1
  ) -> [String] {
    var lines = wrapped(text, width: width, limit: limit)
    guard lines.count > 1, lines.last?.hasSuffix("…") == false else { return lines }
    for part in stride(from: 0.95, through: 0.5, by: -0.05) {
      guard self.width(of: lines.last ?? "") < share * width else { break }
      let narrower = wrapped(text, width: width * part, limit: limit + 1)
      guard narrower.count == lines.count else { break }
      lines = narrower
    }
    return lines
  }

  /// A word in pieces that fit: most words are one.
  private func pieces(of word: Substring, width: Double) -> [String] {
    if self.width(of: String(word)) <= width { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      let isFull = self.width(of: piece + String(character)) > width
      if isFull, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      // A character with hundreds of combining marks has the width of one and the bytes of a page.
      piece.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(8))
    }
    return pieces + [piece]
  }

  private func cut(_ line: String, width: Double) -> String {
    var kept = Substring(line)
    while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }
}

// MARK: - Widths

extension TextStyle {
  /// Thousandths of the size, from space to `~`.
  private static let regularWidths = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770,
    632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989,
    685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278,
    579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636,
    838,
  ]

  /// The same of the bold face.
  private static let boldWidths = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734,
    830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774,
    1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712,
    343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582,
    712, 365, 712, 838,
  ]
}
