import Characters

/// Turns bytes into text with `\n` line ends and without byte order mark.
enum TextDecoder {
  /// The text of a file, whatever set its characters are in.
  ///
  /// `charset` is the set that a server or mail states.
  ///
  /// - Throws: a refusal for bytes that are empty, no text, or damaged UTF-8.
  static func text(
    of content: [UInt8], charset: String? = nil, named name: String
  ) throws(Refusal) -> String {
    guard content.contains(where: { $0 > 0x20 }) else { throw Refusal(.empty, "\(name) is empty") }
    return try unixText(try utf8(of: content, charset: charset, named: name), named: name)
  }

  /// The bytes in UTF-8.
  static func utf8(
    of content: [UInt8], charset: String? = nil, isStrict: Bool = true, named name: String
  ) throws(Refusal) -> [UInt8] {
    guard let text = CharacterSet.text(of: content[...], declared: charset) else {
      throw Refusal(
        .encoding, "\(name) is in a character set that can't be told",
        help: ["convert it first: iconv -f CHARSET -t UTF-8"])
    }
    if isStrict, text.name == "UTF-8", text.faults > 0 {
      throw Refusal(
        .encoding, "\(name) is not valid UTF-8\(firstFault(in: content))",
        notes: ["most of it is, so it was damaged on its way"], help: ["copy or download it again"])
    }
    return text.utf8
  }

  /// Text of bytes in UTF-8, which must hold no control characters to speak of.
  static func unixText(_ bytes: [UInt8], named name: String) throws(Refusal) -> String {
    // Nearly all texts have neither, which one pass without a branch tells.
    var found: UInt8 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes { found |= (isSteering(byte) ? 1 : 0) | (byte == 0x0D ? 2 : 0) }
    }
    let hasReturn = found & 2 != 0
    if found & 1 != 0 {
      let steering = bytes.prefix(1 << 16).count(where: isSteering)
      guard steering * 100 <= min(bytes.count, 1 << 16), !bytes.contains(0) else {
        throw Refusal(
          .binary, "\(name) is not text", notes: ["it holds control characters or zero bytes"],
          help: ["give articles as pages, text, PDF, mail or records"])
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return hasReturn ? unixLines(text) : text
  }

  /// Whether a byte steers a device and is no white space; zero is one.
  private static func isSteering(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte)
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

  private static func firstFault(in bytes: [UInt8]) -> String {
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
