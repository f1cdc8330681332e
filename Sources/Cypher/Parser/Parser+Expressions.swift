import Diagnostics

// One function a level of precedence, loosest first.

extension Parser {
  mutating func expression() throws(Diagnostic) -> ParsedExpression {
    try checked(try nested { (parser) throws(Diagnostic) in try parser.disjunction() })
  }

  private typealias Level = (inout Parser) throws(Diagnostic) -> ParsedExpression

  /// Operands of one level joined by its operators, from the left.
  private mutating func chain(
    _ operand: Level, _ operatorHere: (inout Parser) -> BinaryOperator?
  ) throws(Diagnostic) -> ParsedExpression {
    var left = try operand(&self)
    while let operation = operatorHere(&self) {
      let right = try operand(&self)
      left = try checked(
        ParsedExpression(
          kind: .binary(operation, left, right), range: left.range.union(right.range)))
    }
    return left
  }

  private mutating func disjunction() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.exclusiveDisjunction() },
      { $0.acceptKeyword("OR") ? .or : nil })
  }

  private mutating func exclusiveDisjunction() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.conjunction() },
      { $0.acceptKeyword("XOR") ? .xor : nil })
  }

  private mutating func conjunction() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.negation() },
      { $0.acceptKeyword("AND") ? .and : nil })
  }

  private mutating func negation() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    guard acceptKeyword("NOT") else { return try comparison() }
    let operand = try nested { (parser) throws(Diagnostic) in try parser.negation() }
    return ParsedExpression(kind: .unary(.not, operand), range: range(from: start))
  }
}

// MARK: - Comparison

extension Parser {
  /// `a < b <= c` means `a < b AND b <= c`.
  private mutating func comparison() throws(Diagnostic) -> ParsedExpression {
    var last = try predicate()
    var comparisons: [ParsedExpression] = []
    while let operation = acceptComparison() {
      let right = try predicate()
      comparisons.append(
        ParsedExpression(
          kind: .binary(operation, last, right), range: last.range.union(right.range)))
      last = right
    }
    guard var all = comparisons.first else { return last }
    for comparison in comparisons.dropFirst() {
      all = try checked(
        ParsedExpression(
          kind: .binary(.and, all, comparison), range: all.range.union(comparison.range)))
    }
    return all
  }

  mutating func acceptComparison() -> BinaryOperator? {
    for operation: BinaryOperator in [
      .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual,
    ] where accept(operation.rawValue) {
      return operation
    }
    return nil
  }

  /// What binds tighter than comparison: IN, STARTS WITH, IS NULL, …
  mutating func predicate() throws(Diagnostic) -> ParsedExpression {
    var left = try sum()
    while true {
      if current.isKeyword("IS") || current.isSymbol("::") {
        let test =
          acceptKeyword("IS") ? try isPredicate() : try typePredicate()
        guard let kind = test.expression(of: left) else { return left }
        left = try checked(ParsedExpression(kind: kind, range: range(from: left.range)))
      } else if let operation = acceptTextOperator() {
        let right = try sum()
        left = try checked(
          ParsedExpression(
            kind: .binary(operation, left, right), range: left.range.union(right.range)))
      } else {
        return left
      }
    }
  }

  mutating func acceptTextOperator() -> BinaryOperator? {
    if acceptKeyword("IN") { return .in }
    if acceptKeyword("STARTS", "WITH") { return .startsWith }
    if acceptKeyword("ENDS", "WITH") { return .endsWith }
    if acceptKeyword("CONTAINS") { return .contains }
    return accept("=~") ? .matchesRegex : nil
  }
}

// MARK: - Arithmetic

extension Parser {
  mutating func sum() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.product() },
      {
        $0.accept("||")
          ? .concatenate : $0.accept("+") ? .add : $0.accept("-") ? .subtract : nil
      })
  }

  private mutating func product() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.power() },
      { $0.accept("*") ? .multiply : $0.accept("/") ? .divide : $0.accept("%") ? .remainder : nil })
  }

  private mutating func power() throws(Diagnostic) -> ParsedExpression {
    try chain(
      { (parser) throws(Diagnostic) in try parser.sign() }, { $0.accept("^") ? .power : nil })
  }

  private mutating func sign() throws(Diagnostic) -> ParsedExpression {
    let start = current.range
    let operation: UnaryOperator
    if current.isSymbol("-"), peek().kind == .smallestMagnitude {
      advance()
      advance()
      return ParsedExpression(kind: .integer(.min), range: range(from: start))
    }
    if accept("-") {
      operation = .minus
    } else if accept("+") {
      operation = .plus
    } else {
      return try postfix()
    }
    let operand = try nested { (parser) throws(Diagnostic) in try parser.sign() }
    return ParsedExpression(kind: .unary(operation, operand), range: range(from: start))
  }
}

// MARK: - Property, element, label

extension Parser {
  private mutating func postfix() throws(Diagnostic) -> ParsedExpression {
    var value = try atom()
    while true {
      let kind: ParsedExpression.Kind
      if current.isSymbol("{"), case .variable(let name) = value.kind {
        let named = ParsedName(text: name, range: value.range)
        kind = .mapProjection(named, try selectors())
      } else if accept(".") {
        kind = .property(value, try name("the name of a property"))
      } else if accept("[") {
        kind = try element(of: value)
      } else if accept(":") {
        kind = .hasLabel(value, try labels(allowingChoice: !barEndsExpression))
      } else {
        return value
      }
      value = try checked(ParsedExpression(kind: kind, range: range(from: value.range)))
    }
  }

  private mutating func element(
    of value: ParsedExpression
  ) throws(Diagnostic) -> ParsedExpression.Kind {
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    let first = current.isSymbol("..") ? nil : try expression()
    var last: ParsedExpression?
    let isSlice = accept("..")
    if isSlice, !current.isSymbol("]") { last = try expression() }
    try expect("]", "after the index")
    guard !isSlice, let first else { return .slice(value, first, last) }
    return .index(value, first)
  }
}
