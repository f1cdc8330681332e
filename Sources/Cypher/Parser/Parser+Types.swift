import Diagnostics

// `IS [NOT] :: TYPE`, `IS [NOT] TYPED TYPE`.

extension Parser {
  /// What stands behind IS: NULL or a type, each with or without NOT.
  mutating func isPredicate() throws(Diagnostic) -> ParsedTest {
    let isNegated = acceptKeyword("NOT")
    if acceptKeyword("NULL") { return .isNull(negated: isNegated) }
    if accept("::") || acceptKeyword("TYPED") {
      return .isTyped(try type(allowingChoice: !barEndsExpression), negated: isNegated)
    }
    var wrong = expected("NULL, or :: and a type, after IS\(isNegated ? " NOT" : "")")
    if wrong.help.isEmpty {
      wrong.help = ["with a value write x \(isNegated ? "<>" : "=") value, with a label x:Label"]
    }
    throw wrong
  }

  /// `x :: INTEGER`, the short way of writing `x IS :: INTEGER`.
  mutating func typePredicate() throws(Diagnostic) -> ParsedTest {
    try expect("::", "and a type")
    return .isTyped(try type(allowingChoice: !barEndsExpression), negated: false)
  }

  /// `INTEGER`, `LIST<STRING NOT NULL>`, `INTEGER | FLOAT`.
  mutating func type(allowingChoice: Bool = true) throws(Diagnostic) -> ValueType {
    var type = try typeWithNull()
    while allowingChoice, accept("|") { type = .either(type, try typeWithNull()) }
    return type
  }

  private mutating func typeWithNull() throws(Diagnostic) -> ValueType {
    var type = try nested { (parser) throws(Diagnostic) in try parser.plainType() }
    while true {
      if acceptKeyword("NOT", "NULL") {
        type = .notNull(type)
      } else if acceptKeyword("LIST") || acceptKeyword("ARRAY") {
        type = .list(type)
      } else {
        return type
      }
    }
  }

  private mutating func plainType() throws(Diagnostic) -> ValueType {
    let isList = current.isKeyword("LIST") || current.isKeyword("ARRAY")
    let isChoice = current.isKeyword("ANY") && (peek().isSymbol("<") || peek(2).isSymbol("<"))
    if isList || isChoice {
      advance()
      if isChoice { _ = acceptKeyword("VALUE") }
      try expect("<", "and the type of the elements, as in LIST<STRING>")
      let inner = try type()
      try expect(">", "to end the type")
      return isList ? .list(inner) : inner
    }
    return .kind(try typeName())
  }

  /// The longest run of words that names a type: `ZONED DATETIME`.
  private mutating func typeName() throws(Diagnostic) -> ValueType.Kind {
    let start = current
    guard case .name(let first) = start.kind else {
      throw expected("a type, such as INTEGER, STRING or LIST<STRING>")
    }
    var words: [String] = []
    var known: (kind: ValueType.Kind, count: Int)?
    while words.count < 4, case .name(let word) = peek(words.count).kind {
      words.append(word.uppercased())
      // GQL writes TIME ZONE, Cypher TIMEZONE.
      let spelled = words.joined(separator: " ").replacing("TIME ZONE", with: "TIMEZONE")
      if let kind = ValueType.Kind(spelled: spelled) { known = (kind, words.count) }
    }
    guard let known else {
      let nearest = nearestName(to: first.uppercased(), in: ValueType.Kind.names)
      throw error(
        "no type \(first)", start.range,
        help: nearest.map { "did you mean \($0)?" }
          ?? "types: \(ValueType.Kind.allCases.map(\.rawValue).joined(separator: ", ")), LIST<…>",
        code: "SyntaxError.UnexpectedSyntax")
    }
    for _ in 0..<known.count { advance() }
    return known.kind
  }
}
