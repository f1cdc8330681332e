import Diagnostics

extension Parser {
  mutating func patterns() throws(Diagnostic) -> [ParsedPattern] {
    var patterns: [ParsedPattern] = []
    repeat { patterns.append(try namedPattern()) } while accept(",")
    return patterns
  }

  private mutating func namedPattern() throws(Diagnostic) -> ParsedPattern {
    var variable: ParsedName?
    if peek().isSymbol("="), !current.isSymbol("(") {
      variable = try name("a name for the path")
      advance()
    }
    if case .name(let word) = current.kind, peek().isSymbol("(") {
      throw unsupported("\(word) is", current.range)
    }
    var pattern = try pattern()
    pattern.variable = variable
    return pattern
  }

  mutating func pattern() throws(Diagnostic) -> ParsedPattern {
    let start = current.range
    var pattern = ParsedPattern(start: try node(), range: start)
    while isRelationshipAhead {
      guard pattern.steps.count < 30 else {
        throw error("the pattern is too long", current.range, help: "at most 30 relationships")
      }
      let relationship = try relationship()
      pattern.steps.append(.init(relationship: relationship, node: try node()))
    }
    pattern.range = range(from: start)
    return pattern
  }

  private var isRelationshipAhead: Bool { isRelationship(at: 0) }

  /// Whether `-[`, `--`, `<-[` or `<--` stands `distance` tokens ahead.
  private func isRelationship(at distance: Int) -> Bool {
    let dash = peek(distance).isSymbol("<") ? distance + 1 : distance
    guard peek(dash).isSymbol("-") else { return false }
    return peek(dash + 1).isSymbol("-") || peek(dash + 1).isSymbol("[")
  }

  /// Whether the parenthesis here opens a pattern with a relationship, not an expression: told by
  /// what follows its closing one, without trying both, which could take exponential time.
  var isPatternAhead: Bool {
    var open = 0
    var distance = 0
    while true {
      let token = peek(distance)
      if token.kind == .end { return false }
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") { open -= 1 }
      distance += 1
      if open == 0 { return isRelationship(at: distance) }
    }
  }
}

// MARK: - Nodes

extension Parser {
  private mutating func node() throws(Diagnostic) -> ParsedNode {
    let start = current.range
    try expect("(", "to begin a node, as in (p:Person)")
    var node = ParsedNode(range: start)
    if current.isSymbol("(") { throw unsupported("quantified paths are", current.range) }
    if isName, !current.isKeyword("WHERE") || peek().isSymbol(")") {
      node.variable = try name("a variable")
    }
    if accept(":") || acceptKeyword("IS") { node.labels = try labels() }
    node.properties = try properties()
    if current.isKeyword("WHERE") {
      throw unsupported("WHERE inside a node is", current.range, help: "write it after the pattern")
    }
    try expect(")", "to end the node")
    node.range = range(from: start)
    return node
  }

  private var isName: Bool {
    switch current.kind {
    case .name, .quotedName: true
    default: false
    }
  }

  /// `A`, `A|B`, `A&B`, `!A`, and the older `A:B`, which means `A&B`.
  mutating func labels() throws(Diagnostic) -> ParsedLabels {
    var labels = try labelConjunction()
    while accept("|") {
      _ = accept(":")
      labels = .or(labels, try labelConjunction())
    }
    return labels
  }

  private mutating func labelConjunction() throws(Diagnostic) -> ParsedLabels {
    var labels = try label()
    while accept("&") || accept(":") { labels = .and(labels, try label()) }
    return labels
  }

  private mutating func label() throws(Diagnostic) -> ParsedLabels {
    if accept("!") {
      return .not(try nested { (parser) throws(Diagnostic) in try parser.label() })
    }
    if accept("(") {
      let labels = try nested { (parser) throws(Diagnostic) in try parser.labels() }
      try expect(")", "to end the labels")
      return labels
    }
    if current.isSymbol("%") { throw unsupported("the label wildcard % is", current.range) }
    return .name(try name("a label"))
  }

  /// `{name: 'Peru', …}` or nothing.
  mutating func properties() throws(Diagnostic) -> [ParsedProperty] {
    if case .parameter = current.kind {
      throw unsupported(
        "a parameter as the whole map of properties is", current.range,
        help: "name each property: {name: $name}")
    }
    guard accept("{") else { return [] }
    var properties: [ParsedProperty] = []
    if accept("}") { return [] }
    repeat {
      let name = try name("the name of a property")
      try expect(":", "between the property and its value")
      properties.append(ParsedProperty(name: name, value: try expression()))
    } while accept(",")
    try expect("}", "to end the properties")
    return properties
  }
}

// MARK: - Relationships

extension Parser {
  private mutating func relationship() throws(Diagnostic) -> ParsedRelationship {
    let start = current.range
    let pointsLeft = accept("<")
    try expect("-", "in a relationship")
    var relationship = ParsedRelationship(direction: .either, range: start)
    if accept("[") {
      if isName { relationship.variable = try name("a variable") }
      if accept(":") { relationship.types = try types() }
      if current.isSymbol("*") { relationship.length = try length() }
      relationship.properties = try properties()
      if current.isKeyword("WHERE") {
        throw unsupported(
          "WHERE inside a relationship is", current.range, help: "write it after the pattern")
      }
      try expect("]", "to end the relationship")
    }
    try expect("-", "in a relationship, as in -[:ATTENDED]->")
    let pointsRight = accept(">")
    if current.isSymbol("{") || current.isSymbol("+") || current.isSymbol("*") {
      throw unsupported("quantified relationships are", current.range, help: "write -[:TYPE*1..3]-")
    }
    switch (pointsLeft, pointsRight) {
    case (false, true): relationship.direction = .forward
    case (true, false): relationship.direction = .backward
    case (true, true), (false, false): relationship.direction = .either
    }
    relationship.range = range(from: start)
    return relationship
  }

  private mutating func types() throws(Diagnostic) -> [ParsedName] {
    if current.isSymbol("!") || current.isSymbol("(") {
      throw unsupported("type expressions other than A|B are", current.range)
    }
    var types = [try name("a relationship type")]
    while accept("|") {
      _ = accept(":")
      types.append(try name("a relationship type"))
    }
    if current.isSymbol("&") { throw unsupported("& between types is", current.range) }
    return types
  }

  private mutating func length() throws(Diagnostic) -> ParsedLength {
    let start = current.range
    advance()
    var length = ParsedLength(range: start)
    length.minimum = try bound()
    if accept("..") {
      length.maximum = try bound()
    } else {
      length.maximum = length.minimum
    }
    length.range = range(from: start)
    return length
  }

  private mutating func bound() throws(Diagnostic) -> Int? {
    guard case .integer(let value) = current.kind else { return nil }
    guard value <= 1_000 else { throw error("a path can't be that long", current.range) }
    advance()
    return Int(value)
  }
}
