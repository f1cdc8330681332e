import Diagnostics

// `CASE x WHEN 1, 2 THEN … WHEN > 5 THEN … WHEN IS NULL THEN … END`.

extension Parser {
  mutating func caseBranches() throws(Diagnostic) -> ParsedCase {
    let subject = current.isKeyword("WHEN") ? nil : try expression()
    var parsed = ParsedCase(subject: subject, branches: [], otherwise: nil)
    while acceptKeyword("WHEN") {
      var tests: [ParsedTest] = []
      repeat {
        tests.append(subject == nil ? .condition(try expression()) : try caseTest())
      } while subject != nil && accept(",")
      try expectKeyword("THEN", "after the condition of WHEN")
      let result = try expression()
      for test in tests { parsed.branches.append((test, result)) }
    }
    if parsed.branches.isEmpty { throw expected("WHEN in CASE") }
    if acceptKeyword("ELSE") { parsed.otherwise = try expression() }
    try expectKeyword("END", "to end CASE")
    return parsed
  }

  /// What a WHEN asks of the value behind CASE: to equal another, unless an operator stands first.
  private mutating func caseTest() throws(Diagnostic) -> ParsedTest {
    // A variable may be called so.
    let isOperator = !peek().isKeyword("THEN") && !peek().isSymbol(",") && !peek().isSymbol(".")
    guard isOperator else { return .compares(.equal, try expression()) }
    if acceptKeyword("IS") { return try isPredicate() }
    if let operation = acceptComparison() { return .compares(operation, try predicate()) }
    if let operation = acceptTextOperator() { return .compares(operation, try sum()) }
    return .compares(.equal, try expression())
  }
}
