/// Turns bytes into text with `\n` line ends and without byte order mark.
enum TextDecoder {
  /// - Throws: a refusal for empty, binary, or wrongly encoded bytes.
  static func text(of content: [UInt8], named name: String) throws(Refusal) -> String {
    var bytes = content[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Refusal(.empty, "\(name) is empty") }
    let steering = bytes.prefix(1 << 16).count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    guard steering * 100 <= min(bytes.count, 1 << 16), !bytes.contains(0) else {
      throw Refusal(
        .binary, "\(name) is not text", notes: ["it holds control characters or zero bytes"],
        help: ["give the article as plain text in UTF-8, or as JSON Lines"])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        .encoding, "\(name) is not valid UTF-8\(firstFault(in: bytes))",
        help: ["convert it first: iconv -f WINDOWS-1252 -t UTF-8"])
    }
    return bytes.contains(0x0D) ? unixLines(text) : text
  }

  /// The text with `\n` for every line end.
  private static func unixLines(_ text: String) -> String {
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        lines.append("\n")
      } else if scalar != "\n" || last != "\r" {
        lines.append(scalar)
      }
      last = scalar
    }
    return String(lines)
  }

  private static func firstFault(in bytes: ArraySlice<UInt8>) -> String {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar == "\n" { line += 1 }
      case .error: return " (line \(line))"
      case .emptyInput: return ""
      }
    }
  }
}
