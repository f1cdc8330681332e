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
    var inner = try expression()
    try expect(")", "to close the parenthesis")
    inner.range = range(from: start)
    return inner
  }

  private mutating func list() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    advance()
    var elements: [ParsedExpression] = []
    if !current.isSymbol("]") {
      if case .name = current.kind, peek().isKeyword("IN") {
        throw unsupported("list comprehensions are", start)
      }
      repeat { elements.append(try expression()) } while accept(",")
    }
    if current.isSymbol("|") { throw unsupported("comprehensions are", start) }
    try expect("]", "to end the list")
    return ParsedExpression(kind: .list(elements), range: range(from: start))
  }
}

// MARK: - Words

extension Parser {
  /// A keyword that begins an expression, a function or a variable.
  private mutating func word() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    if peek().isSymbol("(") { return try call() }
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

  private mutating func call() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    let name = try name("a function")
    advance()
    if [
      "ALL", "ANY", "NONE", "SINGLE", "REDUCE", "SHORTESTPATH", "ALLSHORTESTPATHS", "FILTER",
      "EXTRACT",
    ].contains(name.text.uppercased()) {
      throw unsupported("\(name.text)(…) is", start)
    }
    if name.text.uppercased() == "COUNT", current.isSymbol("*"), peek().isSymbol(")") {
      advance()
      advance()
      return ParsedExpression(kind: .countAll, range: range(from: start))
    }
    var call = ParsedCall(name: name, isDistinct: acceptKeyword("DISTINCT"), arguments: [])
    if !current.isSymbol(")") {
      repeat { call.arguments.append(try expression()) } while accept(",")
    }
    try expect(")", "after the arguments of \(name.text)")
    return ParsedExpression(kind: .call(call), range: range(from: start))
  }

  /// `EXISTS { … }` or `COUNT { … }`; nil for another word before a brace.
  private mutating func subquery() throws(Diagnostic) -> ParsedExpression? {
    let start = current.range
    if current.isKeyword("COLLECT") { throw unsupported("COLLECT { … } is", start) }
    let isExists = current.isKeyword("EXISTS")
    guard isExists || current.isKeyword("COUNT") else { return nil }
    advance()
    advance()
    let body = try nested { (parser) throws(Diagnostic) in try parser.subqueryBody() }
    try expect("}", "to end the subquery")
    return ParsedExpression(
      kind: isExists ? .exists(body) : .count(body), range: range(from: start))
  }

  private mutating func subqueryBody() throws(Diagnostic) -> ParsedSubquery {
    var matches: [ParsedMatch] = []
    if current.isSymbol("(") {
      return ParsedSubquery(matches: [try match(isOptional: false, start: current.range)])
    }
    while current.isKeyword("MATCH") {
      let start = current.range
      advance()
      matches.append(try match(isOptional: false, start: start))
    }
    if matches.isEmpty { throw expected("MATCH or a pattern in the subquery") }
    if !current.isSymbol("}") {
      throw unsupported("clauses other than MATCH and WHERE in a subquery are", current.range)
    }
    return ParsedSubquery(matches: matches)
  }

  private mutating func caseBranches() throws(Diagnostic) -> ParsedCase {
    let subject = current.isKeyword("WHEN") ? nil : try expression()
    var parsed = ParsedCase(subject: subject, branches: [], otherwise: nil)
    while acceptKeyword("WHEN") {
      let condition = try expression()
      try expectKeyword("THEN", "after the condition of WHEN")
      parsed.branches.append((condition, try expression()))
    }
    if parsed.branches.isEmpty { throw expected("WHEN in CASE") }
    if acceptKeyword("ELSE") { parsed.otherwise = try expression() }
    try expectKeyword("END", "to end CASE")
    return parsed
  }
}
