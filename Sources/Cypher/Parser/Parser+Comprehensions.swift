import Diagnostics

extension Parser {
  /// A list or pattern comprehension behind the bracket; nil for an ordinary list.
  mutating func comprehension(_ start: SourceRange) throws(Diagnostic) -> ParsedExpression? {
    switch current.kind {
    case .name, .quotedName:
      if peek().isKeyword("IN") {
        let body = try nested { (parser) throws(Diagnostic) in
          try parser.comprehensionBody(endsWith: "]")
        }
        return ParsedExpression(kind: .comprehension(body), range: range(from: start))
      }
      if peek().isSymbol("="), peek(2).isSymbol("(") {
        let before = position
        let path = try name("a name for the path")
        advance()
        if isPatternAhead { return try patternComprehension(path, start) }
        position = before
      }
      return nil
    case .symbol("(") where isPatternAhead:
      let before = position
      let pattern = try nested { (parser) throws(Diagnostic) in try parser.pattern() }
      let isComprehension = current.isKeyword("WHERE") || current.isSymbol("|")
      position = before
      _ = pattern
      return isComprehension ? try patternComprehension(nil, start) : nil
    default: return nil
    }
  }

  private mutating func patternComprehension(
    _ path: ParsedName?, _ start: SourceRange
  ) throws(Diagnostic) -> ParsedExpression {
    var pattern = try nested { (parser) throws(Diagnostic) in try parser.pattern() }
    pattern.variable = path
    let condition = acceptKeyword("WHERE") ? try expressionBeforeBar() : nil
    try expect("|", "and what to collect of each match")
    let result = try expression()
    try expect("]", "to end the comprehension")
    return ParsedExpression(
      kind: .patternComprehension(
        ParsedPatternComprehension(pattern: pattern, condition: condition, result: result)),
      range: range(from: start))
  }

  private mutating func expressionBeforeBar() throws(Diagnostic) -> ParsedExpression {
    let outer = barEndsExpression
    barEndsExpression = true
    defer { barEndsExpression = outer }
    return try expression()
  }

  /// `x IN list WHERE condition | result` and the closing symbol.
  private mutating func comprehensionBody(
    endsWith end: String
  ) throws(Diagnostic) -> ParsedComprehension {
    let variable = try name("a name for the elements")
    try expectKeyword("IN", "and a list after the name of its elements")
    let list = try expressionBeforeBar()
    var body = ParsedComprehension(variable: variable, list: list)
    if acceptKeyword("WHERE") { body.condition = try expressionBeforeBar() }
    if end == "]", accept("|") { body.result = try expression() }
    try expect(end, "to end what is said of the elements of a list")
    return body
  }

  /// `all(x IN list WHERE condition)` behind the opening parenthesis.
  mutating func quantifier(
    _ quantifier: Quantifier, _ start: SourceRange
  ) throws(Diagnostic) -> ParsedExpression {
    let body = try nested { (parser) throws(Diagnostic) in
      try parser.comprehensionBody(endsWith: ")")
    }
    return ParsedExpression(kind: .quantifier(quantifier, body), range: range(from: start))
  }

  /// `reduce(sum = 0, x IN list | sum + x)` behind the opening parenthesis.
  mutating func reduce(_ start: SourceRange) throws(Diagnostic) -> ParsedExpression {
    let accumulator = try name("a name for what is kept")
    try expect("=", "and what to begin with")
    let initial = try expression()
    try expect(",", "after what to begin with")
    let variable = try name("a name for the elements")
    try expectKeyword("IN", "and a list after the name of its elements")
    let list = try expressionBeforeBar()
    try expect("|", "and what to make of each element")
    let step = try expression()
    try expect(")", "to end reduce")
    return ParsedExpression(
      kind: .reduce(
        ParsedReduce(
          accumulator: accumulator, initial: initial, variable: variable, list: list, step: step)),
      range: range(from: start))
  }

  /// The braces of a map projection: `{.name, .*, age: 3, other}`.
  mutating func selectors() throws(Diagnostic) -> [ParsedSelector] {
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    var selectors: [ParsedSelector] = []
    try expect("{", "to begin the map")
    if accept("}") { return [] }
    repeat {
      let start = current.range
      if accept(".") {
        selectors.append(
          accept("*") ? .allProperties(range(from: start)) : .property(try name("a property")))
      } else {
        let name = try name("a property, an entry or a variable")
        selectors.append(
          accept(":")
            ? .entry(ParsedProperty(name: name, value: try expression())) : .variable(name))
      }
    } while accept(",")
    try expect("}", "to end the map")
    return selectors
  }
}
