import Diagnostics

extension Parser {
  mutating func atom() throws(Diagnostic) -> ParsedExpression {
    let token = current
    let kind: ParsedExpression.Kind
    switch token.kind {
    case .integer(let value): kind = .integer(value)
    case .float(let value): kind = .float(value)
    case .string(let value): kind = .string(value)
    case .parameter(let name): kind = .parameter(name)
    case .smallestMagnitude:
      throw error(
        "the number is larger than 64 bits", token.range, code: "SyntaxError.IntegerOverflow")
    case .quotedName(let name) where !peek().isSymbol("("): kind = .variable(name)
    case .name, .quotedName: return try word()
    case .symbol("("): return try parenthesis()
    case .symbol("["): return try list()
    case .symbol("{"):
      let properties = try nested { (parser) throws(Diagnostic) in try parser.properties() }
      return ParsedExpression(kind: .map(properties), range: range(from: token.range))
    default: throw expected("an expression")
    }
    advance()
    return ParsedExpression(kind: kind, range: token.range)
  }

  private mutating func parenthesis() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    if isPatternAhead {
      let pattern = try nested { (parser) throws(Diagnostic) in try parser.pattern() }
      return ParsedExpression(kind: .pattern(pattern), range: pattern.range)
    }
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    var inner = try expression()
    try expect(")", "to close the parenthesis")
    inner.range = range(from: start)
    return inner
  }

  private mutating func list() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    if let comprehension = try comprehension(start) { return comprehension }
    var elements: [ParsedExpression] = []
    if !current.isSymbol("]") {
      repeat { elements.append(try expression()) } while accept(",")
    }
    try expect("]", "to end the list")
    return ParsedExpression(kind: .list(elements), range: range(from: start))
  }
}

// MARK: - Words

extension Parser {
  /// A keyword that begins an expression, a function or a variable.
  private mutating func word() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    if let pattern = try shortestCall() {
      return ParsedExpression(kind: .pattern(pattern), range: pattern.range)
    }
    if peek().isSymbol("(") { return try call() }
    if peek().isSymbol("."), let call = try qualifiedCall() { return call }
    if peek().isSymbol("{") { if let subquery = try subquery() { return subquery } }
    if acceptKeyword("CASE") {
      let parsed = try nested { (parser) throws(Diagnostic) in try parser.caseBranches() }
      return ParsedExpression(kind: .case(parsed), range: range(from: start))
    }
    if acceptKeyword("TRUE") { return ParsedExpression(kind: .boolean(true), range: start) }
    if acceptKeyword("FALSE") { return ParsedExpression(kind: .boolean(false), range: start) }
    if acceptKeyword("NULL") { return ParsedExpression(kind: .null, range: start) }
    for keyword in Parser.reservedWords where current.isKeyword(keyword) {
      throw expected("an expression")
    }
    let variable = try name("an expression")
    return ParsedExpression(kind: .variable(variable.text), range: variable.range)
  }

  private static let reservedWords = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "ORDER", "SKIP", "LIMIT",
    "DISTINCT", "AS", "AND", "OR", "XOR", "NOT", "IN", "WHEN", "THEN", "ELSE", "END",
  ]

  /// `duration.between(…)`: a function whose name has several parts.
  private mutating func qualifiedCall() throws(Diagnostic) -> ParsedExpression? {
    var distance = 0
    var words: [String] = []
    while case .name(let word) = peek(distance).kind {
      words.append(word)
      if peek(distance + 1).isSymbol("("), words.count > 1 {
        let start = current.range
        for _ in 0..<distance { advance() }
        return try call(ParsedName(text: words.joined(separator: "."), range: start))
      }
      guard peek(distance + 1).isSymbol(".") else { return nil }
      distance += 2
    }
    return nil
  }

  private mutating func call(_ qualified: ParsedName? = nil) throws(Diagnostic) -> ParsedExpression
  {
    let start = qualified?.range ?? current.range
    var name = try name("a function")
    if let qualified { name = ParsedName(text: qualified.text, range: range(from: start)) }
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    if qualified == nil {
      let word = name.text.lowercased()
      if word == "reduce" { return try reduce(start) }
      if let quantifier = Quantifier(rawValue: word) {
        return try self.quantifier(quantifier, start)
      }
      if word == "count", current.isSymbol("*"), peek().isSymbol(")") {
        advance()
        advance()
        return ParsedExpression(kind: .countAll, range: range(from: start))
      }
    }
    if let trimmed = try trimCall(name, start) { return trimmed }
    var call = ParsedCall(name: name, isDistinct: acceptKeyword("DISTINCT"), arguments: [])
    if !current.isSymbol(")") {
      repeat { call.arguments.append(try expression()) } while accept(",")
    }
    try expect(")", "after the arguments of \(name.text)")
    return ParsedExpression(kind: .call(call), range: range(from: start))
  }

  /// `EXISTS { … }`, `COUNT { … }` or `COLLECT { … }`; nil for another word before a brace.
  private mutating func subquery() throws(Diagnostic) -> ParsedExpression? {
    let start = current.range
    let words = ["EXISTS", "COUNT", "COLLECT"]
    guard let word = words.first(where: { current.isKeyword($0) }) else { return nil }
    // `count {.name}` is a map projection of a variable that happens to be called so.
    if peek(2).isSymbol("."), peek(3).kind != .end { return nil }
    advance()
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    let body = try nested { (parser) throws(Diagnostic) in try parser.subqueryBody() }
    try expect("}", "to end the subquery")
    let kind: ParsedExpression.Kind =
      switch word {
      case "EXISTS": .exists(body)
      case "COUNT": .count(body)
      default: .collect(body)
      }
    return ParsedExpression(kind: kind, range: range(from: start))
  }

  /// `trim(BOTH 'x' FROM text)`: GQL's way of saying at which ends; nil for the plain call.
  private mutating func trimCall(
    _ name: ParsedName, _ start: SourceRange
  ) throws(Diagnostic) -> ParsedExpression? {
    guard name.text.lowercased() == "trim", !peek().isSymbol(")"), !peek().isSymbol(","),
      !peek().isSymbol("."), !peek().isSymbol("(")
    else { return nil }
    let function: String
    if acceptKeyword("LEADING") {
      function = "lTrim"
    } else if acceptKeyword("TRAILING") {
      function = "rTrim"
    } else if acceptKeyword("BOTH") {
      function = "trim"
    } else {
      return nil
    }
    let characters = current.isKeyword("FROM") ? nil : try expression()
    try expectKeyword("FROM", "and the text that is trimmed")
    let text = try expression()
    try expect(")", "after the text that is trimmed")
    let call = ParsedCall(
      name: ParsedName(text: function, range: name.range), isDistinct: false,
      arguments: [text] + [characters].compactMap(\.self))
    return ParsedExpression(kind: .call(call), range: range(from: start))
  }
}
