import Diagnostics

extension Parser {
  mutating func node() throws(Diagnostic) -> ParsedNode {
    let start = current.range
    try expect("(", "to begin a node, as in (p:Person)")
    var node = ParsedNode(range: start)
    if isName, !isWhereAhead { node.variable = try name("a variable") }
    if accept(":") || (current.isKeyword("IS") && acceptKeyword("IS")) {
      node.labels = try labels()
    }
    node.properties = try properties()
    node.condition = try innerCondition()
    try expect(")", "to end the node")
    node.range = range(from: start)
    return node
  }

  /// Whether WHERE stands here as a keyword, not as somebody's variable.
  var isWhereAhead: Bool {
    current.isKeyword("WHERE") && !peek().isSymbol(")") && !peek().isSymbol("]")
      && !peek().isSymbol(":")
  }

  mutating func innerCondition() throws(Diagnostic) -> ParsedExpression? {
    guard acceptKeyword("WHERE") else { return nil }
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
    return try expression()
  }

  var isName: Bool {
    switch current.kind {
    case .name, .quotedName: true
    default: false
    }
  }

  /// `{name: 'Peru', …}` or nothing.
  mutating func properties() throws(Diagnostic) -> [ParsedProperty] {
    if case .parameter = current.kind {
      throw error(
        "a parameter can't be the whole map of properties", current.range,
        help: "name each property: {name: $name}", code: "SyntaxError.InvalidParameterUse")
    }
    let outer = barEndsExpression
    barEndsExpression = false
    defer { barEndsExpression = outer }
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
