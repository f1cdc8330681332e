import Diagnostics

/// Cuts a query into tokens, each with its place.
struct Lexer {
  let source: SourceText
  private let bytes: [UInt8]
  private var position = 0

  /// A longer query is refused: nobody writes one, and each phase may take its time with it.
  static let longestQuery = 200_000

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  /// All tokens, the last one `.end`.
  static func tokens(of source: SourceText) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(source)
    guard lexer.bytes.count <= longestQuery else {
      throw Diagnostic(
        "the query is \(lexer.bytes.count) bytes long",
        help: ["pass long lists and texts as parameters; a query has at most \(longestQuery) bytes"]
      )
    }
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(Diagnostic) -> Token {
    try skipBlanks()
    let start = position
    guard let byte = peek() else { return Token(kind: .end, range: SourceRange(start, start)) }
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): kind = .string(try string(quote: byte))
    case UInt8(ascii: "`"): kind = .quotedName(try quotedName())
    case UInt8(ascii: "$"): kind = .parameter(try parameterName())
    case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = try number()
    case UInt8(ascii: ".") where peek(1).map(isDigit) == true: kind = try number()
    case _ where isNameStart(byte): kind = .name(name())
    default: kind = .symbol(try symbol())
    }
    return Token(kind: kind, range: SourceRange(start, position))
  }
}

// MARK: - Blanks and symbols

extension Lexer {
  private mutating func skipBlanks() throws(Diagnostic) {
    while let byte = peek() {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        position += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(Diagnostic) {
    let start = position
    position += 2
    while peek() != nil {
      if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    throw error("a comment has no end", SourceRange(start, start + 2), help: "close it with */")
  }

  private static let symbols = [
    "<=", ">=", "<>", "=~", "..", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "+", "-", "*",
    "/", "%", "^", "=", "<", ">", "|", "&", "!",
  ]

  private mutating func symbol() throws(Diagnostic) -> String {
    let start = position
    if peek() == UInt8(ascii: "!"), peek(1) == UInt8(ascii: "=") {
      throw error(
        "no operator !=", SourceRange(start, start + 2), help: "write <> for \"not equal\"")
    }
    for symbol in Lexer.symbols where bytes[position...].starts(with: symbol.utf8) {
      position += symbol.utf8.count
      return symbol
    }
    let scalar = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
    let length = scalar.map { String($0).utf8.count } ?? 1
    let end = min(start + length, bytes.count)
    throw error("a query can't contain this character", SourceRange(start, end))
  }
}

// MARK: - Names

extension Lexer {
  private mutating func name() -> String {
    let start = position
    while let byte = peek(), isNameStart(byte) || isDigit(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedName() throws(Diagnostic) -> String {
    let start = position
    position += 1
    var name: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte != UInt8(ascii: "`") {
        name.append(byte)
      } else if peek() == UInt8(ascii: "`") {
        name.append(byte)
        position += 1
      } else {
        return String(decoding: name, as: UTF8.self)
      }
    }
    throw error("a name has no end", SourceRange(start, start + 1), help: "close it with `")
  }

  private mutating func parameterName() throws(Diagnostic) -> String {
    let start = position
    position += 1
    if peek() == UInt8(ascii: "`") { return try quotedName() }
    guard let byte = peek(), isNameStart(byte) || isDigit(byte) else {
      throw error(
        "a parameter has no name", SourceRange(start, position), help: "write $ and a name: $name")
    }
    return name()
  }

  /// Bytes past ASCII belong to names, so that any script may be used in them.
  private func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

// MARK: - Literals

extension Lexer {
  private mutating func string(quote: UInt8) throws(Diagnostic) -> String {
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

  private mutating func number() throws(Diagnostic) -> Token.Kind {
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

// MARK: - Reading

extension Lexer {
  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private func error(_ summary: String, _ range: SourceRange, help: String? = nil) -> Diagnostic {
    Diagnostic(
      summary, at: .init(source: source, range: range), help: help.map { [$0] } ?? [])
  }
}
