import Diagnostics

// GQL's clauses that WITH * says too, and NEXT, which goes on with what RETURN gave.

extension Parser {
  /// LET, FILTER, or ORDER BY, SKIP, OFFSET and LIMIT that stand alone; nil if none of them is here.
  mutating func simpleClause(_ start: SourceRange) throws(Diagnostic) -> ParsedProjection? {
    var projection = ParsedProjection(isReturn: false, range: start)
    (projection.includesAll, projection.keepsAll) = (true, true)
    if acceptKeyword("LET") {
      projection.items = try definitions()
    } else if acceptKeyword("FILTER") {
      _ = acceptKeyword("WHERE")
      projection.condition = try expression()
    } else if ["ORDER", "SKIP", "OFFSET", "LIMIT"].contains(where: { current.isKeyword($0) }) {
      try rowOrder(&projection)
    } else {
      return nil
    }
    projection.range = range(from: start)
    return projection
  }

  /// `x = 1, y = 2`.
  private mutating func definitions() throws(Diagnostic) -> [ParsedItem] {
    var items: [ParsedItem] = []
    repeat {
      let name = try name("a name, as in LET x = 1")
      try expect("=", "and a value after the name in LET")
      items.append(ParsedItem(expression: try expression(), alias: name))
    } while accept(",")
    return items
  }

  /// `RETURN … NEXT …`: the first part is run, its columns are the variables of the second.
  mutating func chained() throws(Diagnostic) -> ParsedQuery {
    var query = try branches()
    while acceptKeyword("NEXT") {
      let given = clauses(giving: query)
      query = try branches()
      for index in query.branches.indices {
        query.branches[index].clauses.insert(contentsOf: given, at: 0)
      }
    }
    return query
  }

  private func clauses(giving query: ParsedQuery) -> [ParsedClause] {
    guard query.branches.count == 1, case .projection(var last)? = query.branches[0].clauses.last
    else {
      let range = query.branches[0].range
      return [
        .subquery(
          ParsedCallSubquery(isOptional: false, imports: .names([]), query: query, range: range))
      ]
    }
    last.isReturn = false
    last.items = last.items.map { item in
      var item = item
      if item.alias == nil {
        let range = item.expression.range
        item.alias = ParsedName(text: source.words(range), range: range)
      }
      return item
    }
    return query.branches[0].clauses.dropLast() + [.projection(last)]
  }

  /// `CYPHER 25` and its options, which other programs begin queries with: here they change nothing.
  mutating func skipVersion() {
    guard current.isKeyword("CYPHER") else { return }
    advance()
    if case .integer = current.kind { advance() }
    while case .name = current.kind, peek().isSymbol("=") {
      advance()
      advance()
      advance()
    }
  }
}
