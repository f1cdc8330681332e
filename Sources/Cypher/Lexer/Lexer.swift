import Diagnostics

/// Cuts a query into tokens, each with its place.
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  var position = 0

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
    "<=", ">=", "<>", "=~", "..", "||", "::", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "+",
    "-",
    "*",
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
  mutating func name() -> String {
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
  func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

// MARK: - Reading

extension Lexer {
  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  func error(
    _ summary: String, _ range: SourceRange, help: String? = nil,
    code: String = "SyntaxError.UnexpectedSyntax"
  ) -> Diagnostic {
    Diagnostic(
      summary, at: .init(source: source, range: range), help: help.map { [$0] } ?? [], code: code)
  }
}
