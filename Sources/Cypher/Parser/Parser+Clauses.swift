import Diagnostics

extension Parser {
  mutating func query() throws(Diagnostic) -> ParsedQuery {
    skipVersion()
    var mode = ParsedQuery.Mode.run
    if acceptKeyword("EXPLAIN") {
      mode = .explain
    } else if acceptKeyword("PROFILE") {
      mode = .profile
    }
    if current.kind == .end { throw expected("a query, such as MATCH (n) RETURN n") }
    skipVersion()
    var query = try chained()
    query.mode = mode
    _ = accept(";")
    guard current.kind == .end else { throw notTheEnd() }
    return query
  }

  /// The branches of a UNION, up to the end of the query or of the braces around it.
  mutating func branches(needsReturn: Bool = true) throws(Diagnostic) -> ParsedQuery {
    var branches = [try branch(keepsDuplicates: false, needsReturn: needsReturn)]
    while current.isKeyword("UNION") {
      let start = current.range
      advance()
      let keepsDuplicates = acceptKeyword("ALL")
      if !keepsDuplicates { _ = acceptKeyword("DISTINCT") }
      if branches.count > 1, branches[1].keepsDuplicates != keepsDuplicates {
        throw error(
          "UNION and UNION ALL can't be mixed", range(from: start),
          code: "SyntaxError.InvalidClauseComposition")
      }
      branches.append(try branch(keepsDuplicates: keepsDuplicates, needsReturn: needsReturn))
    }
    return ParsedQuery(branches: branches)
  }

  private mutating func branch(
    keepsDuplicates: Bool, needsReturn: Bool
  ) throws(Diagnostic) -> ParsedBranch {
    let start = current.range
    var clauses: [ParsedClause] = []
    while true {
      if !needsReturn, !clauses.isEmpty, current.isSymbol("}") || current.isKeyword("UNION") {
        break
      }
      let clause = try clause()
      clauses.append(clause)
      if case .projection(let projection) = clause, projection.isReturn { break }
      // A procedure that is called alone gives its rows.
      if case .procedure = clause, clauses.count == 1, current.kind == .end || current.isSymbol(";")
      {
        break
      }
    }
    return ParsedBranch(
      clauses: clauses, keepsDuplicates: keepsDuplicates, range: range(from: start))
  }

  private static let writingClauses = [
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "INSERT",
  ]
  private static let readingClauses = [
    "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "UNION", "CALL", "LET", "FILTER",
  ]

  private mutating func clause() throws(Diagnostic) -> ParsedClause {
    let start = current.range
    if acceptKeyword("OPTIONAL") {
      if acceptKeyword("CALL") { return try call(isOptional: true, start: start) }
      try expectKeyword("MATCH", "after OPTIONAL")
      return .match(try match(isOptional: true, start: start))
    }
    if acceptKeyword("MATCH") { return .match(try match(isOptional: false, start: start)) }
    if acceptKeyword("UNWIND") { return .unwind(try unwind()) }
    if acceptKeyword("WITH") { return .projection(try projection(isReturn: false, start: start)) }
    if acceptKeyword("RETURN") { return .projection(try projection(isReturn: true, start: start)) }
    if acceptKeyword("CALL") { return try call(isOptional: false, start: start) }
    if let projection = try simpleClause(start) { return .projection(projection) }
    if let word = Parser.writingClauses.first(where: { current.isKeyword($0) }) {
      throw error(
        "\(word) would change the graph, and a query only reads it", start,
        help: readOnlyHelp, code: "SyntaxError.InvalidClauseComposition")
    }
    throw unknownClause()
  }

  private func notTheEnd() -> Diagnostic {
    var diagnostic = expected("the end of the query")
    guard diagnostic.help.isEmpty else { return diagnostic }
    if tokens[max(0, position - 1)].isSymbol(";") {
      diagnostic.help = ["ask one query at a time"]
    } else if isClauseAhead {
      diagnostic.help = [
        "RETURN stands last; before another clause write WITH, or NEXT between them"
      ]
    } else if startsValue {
      diagnostic.help = ["a comma stands between items, AS before a name for one"]
    }
    return diagnostic
  }

  private func unknownClause() -> Diagnostic {
    var diagnostic = expected("a clause (MATCH, OPTIONAL MATCH, UNWIND, WITH) or RETURN")
    if current.kind == .end {
      diagnostic = expected("RETURN, which every query ends with")
    } else if diagnostic.help.isEmpty, case .name(let word) = current.kind,
      let nearest = nearestName(to: word, in: Parser.readingClauses)
    {
      diagnostic.help = ["did you mean \(nearest)?"]
    } else if diagnostic.help.isEmpty, let help = clauseHelp {
      diagnostic.help = [help]
    }
    return diagnostic
  }
}

// MARK: - MATCH and UNWIND

extension Parser {
  mutating func match(isOptional: Bool, start: SourceRange) throws(Diagnostic) -> ParsedMatch {
    // GQL's word for what Cypher always does: a relationship is used once.
    if acceptKeyword("DIFFERENT", "RELATIONSHIPS") || acceptKeyword("DIFFERENT", "RELATIONSHIP") {
      _ = acceptKeyword("BINDINGS")
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

  /// What stands in the braces of EXISTS, COUNT and COLLECT.
  mutating func subqueryBody() throws(Diagnostic) -> ParsedSubquery {
    if !current.isKeyword("MATCH"), !isClauseAhead {
      return ParsedSubquery(matches: [try match(isOptional: false, start: current.range)])
    }
    let query = try branches(needsReturn: false)
    var matches: [ParsedMatch] = []
    if query.branches.count == 1 {
      for clause in query.branches[0].clauses {
        guard case .match(let match) = clause, !match.isOptional else {
          return ParsedSubquery(query: query)
        }
        matches.append(match)
      }
    }
    return matches.isEmpty ? ParsedSubquery(query: query) : ParsedSubquery(matches: matches)
  }

  private var isClauseAhead: Bool {
    (Parser.readingClauses + Parser.writingClauses).contains { current.isKeyword($0) }
  }
}
