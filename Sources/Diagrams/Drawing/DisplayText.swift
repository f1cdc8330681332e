/// Text as it may be shown: without anything that steers a reader, a parser or a terminal.
///
/// Control characters, surrogates' leftovers and non-characters become U+FFFD, so that something
/// is seen to have been there. Marks that turn the direction of writing are left out: a single one
/// could reverse the rest of a label. White space of all kinds becomes single spaces.
func displayable(_ text: String) -> String {
  if isPlain(text) { return text }
  var out = String.UnicodeScalarView()
  var spaceIsDue = false
  for scalar in text.unicodeScalars where !turnsDirection(scalar) {
    if scalar.properties.isWhitespace {
      spaceIsDue = !out.isEmpty
      continue
    }
    if spaceIsDue { out.append(" ") }
    spaceIsDue = false
    out.append(isInvisibleControl(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(out)
}

/// Whether a text is of ASCII and single spaces within alone, as most are.
private func isPlain(_ text: String) -> Bool {
  var last: UInt8 = 0x20
  for byte in text.utf8 {
    guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
    last = byte
  }
  return last != 0x20 || text.isEmpty
}

private func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

private func isInvisibleControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}

/// An id as it may stand in a link, and as a name in DOT: letters, digits, `-._~/`, the rest as
/// `%XX` of its UTF-8.
func percentEncoded(_ id: String) -> String { escapedBytes(of: id, keeping: "-._~/", mark: "%") }

/// An id as it may stand in an `id` attribute, so that a style sheet can name it: letters, digits
/// and `-`, the rest as `_XX` of its UTF-8. Different ids stay different.
func elementID(_ prefix: String, _ id: String) -> String {
  prefix + "-" + escapedBytes(of: id, keeping: "-", mark: "_")
}

/// An address on the web as it may stand in a link; nil for all that is no http or https.
///
/// What has no meaning of its own in an address is percent-encoded, so that nothing of it ends the
/// attribute that it stands in.
func webAddress(_ address: String) -> String? {
  let lower = address.prefix(8).lowercased()
  guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), address.utf8.count < 2000 else {
    return nil
  }
  return escapedBytes(of: address, keeping: "-._~/:?#[]@!$&()*+,;=%", mark: "%")
}

private func escapedBytes(of text: String, keeping kept: String, mark: String) -> String {
  let kept = Set(kept.utf8)
  var out = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      out.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where kept.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      out += mark + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
  return out
}
