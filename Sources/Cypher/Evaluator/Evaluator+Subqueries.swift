extension Evaluator {
  /// Runs a subquery on the row; `body` gets its rows.
  func forEachRow(
    _ subquery: ResolvedSubquery, _ row: inout Row, _ body: @escaping (inout Row) throws -> Bool
  ) throws {
    let clauses = subquery.query.branches
    if clauses.count == 1, clauses[0].clauses.count == 1,
      case .match(let match) = clauses[0].clauses[0]
    {
      let key = ObjectIdentifier(subquery)
      let matcher = matchers[key] ?? Matcher(match, self)
      matchers[key] = matcher
      var copy = row
      _ = try matcher.run(&copy, body)
      return
    }
    var goesOn = true
    for branch in clauses where goesOn {
      try run(branch, row) { inner in
        goesOn = try body(&inner)
        return goesOn
      }
    }
  }

  func exists(_ subquery: ResolvedSubquery, _ row: inout Row) throws -> Bool {
    var hasFound = false
    try forEachRow(subquery, &row) { _ in
      hasFound = true
      return false
    }
    return hasFound
  }

  func count(_ subquery: ResolvedSubquery, _ row: inout Row) throws -> Int {
    var count = 0
    let query = subquery.query
    if query.branches.count > 1 {
      try run(query, row) { _ in
        count += 1
        return true
      }
      return count
    }
    try forEachRow(subquery, &row) { _ in
      count += 1
      return true
    }
    return count
  }

  func collect(
    _ subquery: ResolvedSubquery, _ result: ResolvedExpression, _ row: inout Row
  ) throws -> CypherValue {
    var values: [CypherValue] = []
    try forEachRow(subquery, &row) { inner in
      values.append(try self.value(result, &inner))
      return true
    }
    return .list(values)
  }
}
