import Diagnostics

extension Parser {
  mutating func query() throws(Diagnostic) -> ParsedQuery {
    let isExplained = acceptKeyword("EXPLAIN")
    if current.isKeyword("PROFILE") { throw unsupported("PROFILE is", current.range) }
    if current.kind == .end { throw expected("a query, such as MATCH (n) RETURN n") }
    var branches = [try branch(keepsDuplicates: false)]
    while current.isKeyword("UNION") {
      let start = current.range
      advance()
      let keepsDuplicates = acceptKeyword("ALL")
      if branches.count > 1, branches[1].keepsDuplicates != keepsDuplicates {
        throw error("UNION and UNION ALL can't be mixed", range(from: start))
      }
      branches.append(try branch(keepsDuplicates: keepsDuplicates))
    }
    _ = accept(";")
    guard current.kind == .end else { throw expected("the end of the query") }
    return ParsedQuery(branches: branches, isExplained: isExplained)
  }

  private mutating func branch(keepsDuplicates: Bool) throws(Diagnostic) -> ParsedBranch {
    let start = current.range
    var clauses: [ParsedClause] = []
    while true {
      let clause = try clause()
      clauses.append(clause)
      if case .projection(let projection) = clause, projection.isReturn { break }
    }
    return ParsedBranch(
      clauses: clauses, keepsDuplicates: keepsDuplicates, range: range(from: start))
  }

  private static let writingClauses = [
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "INSERT",
  ]
  private static let readingClauses = [
    "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "UNION",
  ]

  private mutating func clause() throws(Diagnostic) -> ParsedClause {
    let start = current.range
    if acceptKeyword("OPTIONAL") {
      try expectKeyword("MATCH", "after OPTIONAL")
      return .match(try match(isOptional: true, start: start))
    }
    if acceptKeyword("MATCH") { return .match(try match(isOptional: false, start: start)) }
    if acceptKeyword("UNWIND") { return .unwind(try unwind()) }
    if acceptKeyword("WITH") { return .projection(try projection(isReturn: false, start: start)) }
    if acceptKeyword("RETURN") { return .projection(try projection(isReturn: true, start: start)) }
    if let word = Parser.writingClauses.first(where: { current.isKeyword($0) }) {
      throw error(
        "\(word) would change the graph, and a query only reads it", start,
        help: readOnlyHelp)
    }
    if current.isKeyword("CALL") { throw unsupported("CALL is", start) }
    throw unknownClause()
  }

  private func unknownClause() -> Diagnostic {
    var diagnostic = expected("a clause (MATCH, OPTIONAL MATCH, UNWIND, WITH) or RETURN")
    if current.kind == .end {
      diagnostic = expected("RETURN, which every query ends with")
    } else if case .name(let word) = current.kind,
      let nearest = nearestName(to: word, in: Parser.readingClauses)
    {
      diagnostic.help = ["did you mean \(nearest)?"]
    }
    return diagnostic
  }
}

// MARK: - MATCH and UNWIND

extension Parser {
  mutating func match(isOptional: Bool, start: SourceRange) throws(Diagnostic) -> ParsedMatch {
    if case .name(let word) = current.kind, !peek().isSymbol("=") {
      let words = ["SHORTEST", "ANY", "ALL", "TRAIL", "WALK", "ACYCLIC", "SIMPLE"]
      if words.contains(word.uppercased()) {
        throw unsupported("path selectors and modes are", current.range)
      }
    }
    let patterns = try patterns()
    let condition = acceptKeyword("WHERE") ? try expression() : nil
    return ParsedMatch(
      isOptional: isOptional, patterns: patterns, condition: condition, range: range(from: start))
  }

  private mutating func unwind() throws(Diagnostic) -> ParsedUnwind {
    let list = try expression()
    try expectKeyword("AS", "and a name after the list of UNWIND")
    return ParsedUnwind(list: list, variable: try name("a name for the elements"))
  }
}

// MARK: - WITH and RETURN

extension Parser {
  private mutating func projection(
    isReturn: Bool, start: SourceRange
  ) throws(Diagnostic) -> ParsedProjection {
    var projection = ParsedProjection(isReturn: isReturn, range: start)
    projection.isDistinct = acceptKeyword("DISTINCT")
    if accept("*") {
      projection.includesAll = true
      if accept(",") { projection.items = try items() }
    } else {
      projection.items = try items()
    }
    projection.range = range(from: start)
    if acceptKeyword("ORDER") {
      try expectKeyword("BY", "after ORDER")
      projection.order = try order()
    }
    if acceptKeyword("SKIP") || acceptKeyword("OFFSET") { projection.skip = try expression() }
    if acceptKeyword("LIMIT") { projection.limit = try expression() }
    if !isReturn, acceptKeyword("WHERE") { projection.condition = try expression() }
    return projection
  }

  private mutating func items() throws(Diagnostic) -> [ParsedItem] {
    var items: [ParsedItem] = []
    repeat {
      let expression = try expression()
      let alias = acceptKeyword("AS") ? try name("a name after AS") : nil
      items.append(ParsedItem(expression: expression, alias: alias))
    } while accept(",")
    return items
  }

  private mutating func order() throws(Diagnostic) -> [ParsedOrder] {
    var order: [ParsedOrder] = []
    repeat {
      let expression = try expression()
      let isDescending = acceptKeyword("DESC") || acceptKeyword("DESCENDING")
      if !isDescending, !acceptKeyword("ASC") { _ = acceptKeyword("ASCENDING") }
      order.append(ParsedOrder(expression: expression, isDescending: isDescending))
    } while accept(",")
    return order
  }
}
