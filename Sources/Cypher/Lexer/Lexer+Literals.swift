import Diagnostics

extension Lexer {
  mutating func string(quote: UInt8) throws(Diagnostic) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    let mark = String(UnicodeScalar(quote))
    throw error(
      "a string has no end", SourceRange(start, start + 1), help: "close it with \(mark)")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    let start = position - 1
    let byte = peek()
    position = min(position + 1, bytes.count)
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "'"): return "'"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "u"): if let scalar = hexadecimal(digits: 4) { return scalar }
    case UInt8(ascii: "U"): if let scalar = hexadecimal(digits: 8) { return scalar }
    default: break
    }
    throw error(
      "no such escape in a string", SourceRange(start, position),
      help: "escapes are \\n \\t \\r \\b \\f \\\\ \\' \\\" and \\u with four hexadecimal digits")
  }

  private mutating func hexadecimal(digits: Int) -> Unicode.Scalar? {
    guard position + digits <= bytes.count else { return nil }
    let text = String(decoding: bytes[position..<position + digits], as: UTF8.self)
    position += digits
    return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
  }

  mutating func number() throws(Diagnostic) -> Token.Kind {
    let start = position
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
      position += 2
      let digits = name()
      if let value = Int64(digits, radix: 16) { return .integer(value) }
      throw malformedNumber(start)
    }
    skipDigits()
    var isFloat = false
    if peek() == UInt8(ascii: "."), peek(1).map(isDigit) == true {
      isFloat = true
      position += 1
      skipDigits()
    }
    if let byte = peek(), byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isFloat = true
      position += 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { position += 1 }
      skipDigits()
    }
    if let byte = peek(), isNameStart(byte) {
      _ = name()
      throw malformedNumber(start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isFloat, let value = Double(text), value.isFinite { return .float(value) }
    if !isFloat, let value = Int64(text) { return .integer(value) }
    throw malformedNumber(start)
  }

  private func malformedNumber(_ start: Int) -> Diagnostic {
    error(
      "this is no number that can be held", SourceRange(start, position),
      help: "integers have 64 bits; floats are written 1.5 or 2e10; hexadecimal as 0x1F")
  }

  private mutating func skipDigits() {
    while let byte = peek(), isDigit(byte) { position += 1 }
  }
}
