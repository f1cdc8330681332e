/// How many columns of a terminal `text` takes: two for wide characters, none for combining ones.
///
/// Counted by character, so that an emoji of several scalars is as wide as it is drawn.
public func displayWidth(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + columns(of: $1) }
}

/// `text` broken at white space into lines of at most `width` columns; longer words are cut.
///
/// Line breaks in the text are kept. There is always one line at least.
public func wrapped(_ text: String, to width: Int) -> [String] {
  let width = max(width, 2)
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, displayWidth(of: line) + 1 + displayWidth(of: word) > width {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      for character in word {
        if displayWidth(of: line) + columns(of: character) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    lines.append(line)
  }
  return lines
}

private func columns(of character: Character) -> Int {
  var widest = 0
  for scalar in character.unicodeScalars {
    if scalar.value == 0xFE0F { return 2 }
    widest = max(widest, columns(of: scalar))
  }
  return widest
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return scalar.value == 0 ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return isWide(scalar) ? 2 : 1
  }
}

/// The ranges that Unicode's `EastAsianWidth.txt` calls W or F, joined where only unassigned
/// numbers lie between.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
    0x2614...0x2615, 0x2648...0x2653, 0x26A1, 0x26BD...0x26BE, 0x26D4, 0x2705, 0x274C,
    0x2753...0x2755,
    0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F004, 0x1F0CF, 0x1F18E,
    0x1F191...0x1F19A, 0x1F1E6...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
    0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
    0x1F54B...0x1F567, 0x1F57A, 0x1F595...0x1F596, 0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6DF, 0x1F6EB...0x1F6FC, 0x1F7E0...0x1F7F0,
    0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}
