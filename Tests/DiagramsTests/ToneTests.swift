import Testing

@testable import Diagrams

struct `A text` {
  /// WCAG 2 asks for 4.5 : 1 of small text.
  @Test(arguments: ["light", "dark"])
  func `stands out from what is behind it`(_ page: String) {
    let theme = page == "light" ? \Tone.light : \Tone.dark
    let onPaper: [Tone] = [.ink, .muted, .held, .planned, .cancelled, .declined]
    let groups = (0..<Tone.groupCount).map { (Tone.group($0), Tone.tint($0)) }
    let pairs =
      onPaper.map { ($0, Tone.paper) } + groups + groups.map { (Tone.paper, $0.0) }
    for (front, back) in pairs {
      let ratio = contrast(front[keyPath: theme], back[keyPath: theme])
      #expect(ratio >= 4.5, "\(front.name) on \(back.name): \(ratio)")
    }
  }
}

/// The contrast of two colours as WCAG 2 reckons it.
func contrast(_ a: String, _ b: String) -> Double {
  let (x, y) = (luminance(a), luminance(b))
  return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

private func luminance(_ hex: String) -> Double {
  let value = Int(hex.dropFirst(), radix: 16) ?? 0
  let parts = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF].map { byte -> Double in
    let part = Double(byte) / 255
    return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

/// x to the power of 2.4, as x² times the fifth root of x², by Newton's method.
private func power(_ x: Double) -> Double {
  var root = 1.0
  for _ in 0..<60 {
    root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root)
  }
  return x * x * root
}
