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
    let isUnicode = byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U")
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
    case UInt8(ascii: "`"): return "`"
    default: break
    }
    throw error(
      "no such escape in a string", SourceRange(start, position),
      help: "escapes are \\n \\t \\r \\b \\f \\\\ \\' \\\" and \\u with four hexadecimal digits",
      code: isUnicode ? "SyntaxError.InvalidUnicodeLiteral" : "SyntaxError.UnexpectedSyntax")
  }

  private mutating func hexadecimal(digits: Int) -> Unicode.Scalar? {
    guard position + digits <= bytes.count else { return nil }
    let text = String(decoding: bytes[position..<position + digits], as: UTF8.self)
    position += digits
    return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
  }

  mutating func number() throws(Diagnostic) -> Token.Kind {
    let start = position
    if peek() == UInt8(ascii: "0"), let radix = peek(1).flatMap(Lexer.radix) {
      position += 2
      let digits = name()
      return try integer(digits, radix: radix, start)
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
    let text = String(decoding: bytes[start..<position].filter { $0 != 0x5F }, as: UTF8.self)
    guard isFloat else { return try integer(text, radix: 10, start) }
    guard let value = Double(text) else { throw malformedNumber(start) }
    guard value.isFinite else {
      throw malformedNumber(start, code: "SyntaxError.FloatingPointOverflow")
    }
    return .float(value)
  }

  /// The base of a number that begins with 0 and this letter.
  private static func radix(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    default: nil
    }
  }

  /// The smallest integer has a magnitude that only fits behind a minus.
  private func integer(
    _ digits: String, radix: Int, _ start: Int
  ) throws(Diagnostic) -> Token.Kind {
    if let value = Int64(digits, radix: radix) { return .integer(value) }
    let isNumber =
      !digits.isEmpty
      && digits.allSatisfy { $0.isASCII && ($0.hexDigitValue.map { $0 < radix } ?? false) }
    guard isNumber else { throw malformedNumber(start) }
    if UInt64(digits, radix: radix) == Int64.min.magnitude { return .smallestMagnitude }
    throw malformedNumber(start, code: "SyntaxError.IntegerOverflow")
  }

  private func malformedNumber(
    _ start: Int, code: String = "SyntaxError.InvalidNumberLiteral"
  ) -> Diagnostic {
    error(
      "this is no number that can be held", SourceRange(start, position),
      help: "integers have 64 bits; floats are written 1.5 or 2e10; hexadecimal as 0x1F",
      code: code)
  }

  private mutating func skipDigits() {
    while let byte = peek(), isDigit(byte) || byte == 0x5F { position += 1 }
  }
}
