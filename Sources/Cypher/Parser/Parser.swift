import Diagnostics

/// Reads tokens into the tree of a query, by recursive descent.
///
/// It stops at the first error, since what follows one can't be trusted.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  var position = 0
  var depth = 0
  /// Whether `|` ends an expression, as in a list comprehension, and can't join labels.
  var barEndsExpression = false
  let readOnlyHelp: String

  /// Deeper nesting is refused, so that no text can exhaust the stack here, in later phases or in
  /// SQLite, whose own parser gives up at about a hundred levels.
  static let deepestNesting = 120
  /// A higher tree is refused for the same reason: a long chain of operators makes one.
  static let highestTree = 120
  /// So is one in which what is looked at several times (the value behind CASE, the middle of `a < b < c`) holds
  /// such again, level by level: it would double with each.
  static let heaviestTree = 250_000

  init(_ source: SourceText, readOnlyHelp: String) throws(Diagnostic) {
    self.source = source
    self.readOnlyHelp = readOnlyHelp
    tokens = try Lexer.tokens(of: source)
  }

  static func parse(_ source: SourceText, readOnlyHelp: String) throws(Diagnostic) -> ParsedQuery {
    var parser = try Parser(source, readOnlyHelp: readOnlyHelp)
    return try parser.query()
  }
}

// MARK: - Looking at tokens

extension Parser {
  var current: Token { tokens[min(position, tokens.count - 1)] }

  func peek(_ distance: Int = 1) -> Token { tokens[min(position + distance, tokens.count - 1)] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// The place from `start` to the end of the last token read.
  func range(from start: SourceRange) -> SourceRange {
    guard position > 0 else { return start }
    return SourceRange(start.start, max(start.start, tokens[position - 1].range.end))
  }

  mutating func accept(_ symbol: String) -> Bool {
    guard current.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func acceptKeyword(_ keywords: String...) -> Bool {
    for (offset, keyword) in keywords.enumerated() where !peek(offset).isKeyword(keyword) {
      return false
    }
    for _ in keywords { advance() }
    return true
  }

  mutating func expect(_ symbol: String, _ purpose: String) throws(Diagnostic) {
    guard accept(symbol) else { throw expected("\(symbol) \(purpose)") }
  }

  mutating func expectKeyword(_ keyword: String, _ purpose: String) throws(Diagnostic) {
    guard acceptKeyword(keyword) else { throw expected("\(keyword) \(purpose)") }
  }

  mutating func name(_ what: String) throws(Diagnostic) -> ParsedName {
    switch current.kind {
    case .name(let text), .quotedName(let text):
      let name = ParsedName(text: text, range: current.range)
      advance()
      return name
    default: throw expected(what)
    }
  }
}

// MARK: - Limits and errors

extension Parser {
  /// Runs `body` one level deeper.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.deepestNesting else {
      throw error(
        "nested too deeply", current.range,
        help: "at most \(Parser.deepestNesting) levels of parentheses, lists and cases")
    }
    return try body(&self)
  }

  /// The expression, unless it makes too high a tree.
  func checked(_ expression: ParsedExpression) throws(Diagnostic) -> ParsedExpression {
    guard expression.height <= Parser.highestTree else {
      throw error(
        "too many operators, one inside the other or in a row", current.range,
        help: "at most \(Parser.highestTree); a long list of values goes into IN $list")
    }
    guard expression.weight <= Parser.heaviestTree else {
      throw error(
        "too large an expression", expression.range,
        help: "name the inner CASE or comparison in WITH, then go on with the name")
    }
    return expression
  }

  func expected(_ what: String) -> Diagnostic {
    let found = current.kind == .end ? "the query ends here" : "found \(describe(current))"
    return Diagnostic(
      "syntax error: expected \(what)",
      at: .init(source: source, range: current.range, label: found),
      help: habitHelp.map { [$0] } ?? [], code: "SyntaxError.UnexpectedSyntax")
  }

  func error(
    _ summary: String, _ range: SourceRange, label: String = "", help: String? = nil,
    code: String = "SyntaxError.UnexpectedSyntax"
  ) -> Diagnostic {
    Diagnostic(
      summary, at: .init(source: source, range: range, label: label), help: help.map { [$0] } ?? [],
      code: code)
  }

  func unsupported(_ what: String, _ range: SourceRange, help: String? = nil) -> Diagnostic {
    error("\(what) not supported", range, help: help)
  }

  func describe(_ token: Token) -> String {
    let bytes = source.text.utf8.dropFirst(token.range.start)
    let text = String(decoding: bytes.prefix(token.range.end - token.range.start), as: UTF8.self)
    return text.count <= 30 ? text : "\(text.prefix(30))…"
  }
}
