import Diagnostics

// WITH, RETURN and CALL.

extension Parser {
  mutating func projection(
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
    try rowOrder(&projection)
    if !isReturn, acceptKeyword("WHERE") { projection.condition = try expression() }
    return projection
  }

  /// ORDER BY, SKIP and LIMIT, those that are there.
  mutating func rowOrder(_ projection: inout ParsedProjection) throws(Diagnostic) {
    if acceptKeyword("ORDER") {
      try expectKeyword("BY", "after ORDER")
      projection.order = try order()
    }
    if acceptKeyword("SKIP") || acceptKeyword("OFFSET") { projection.skip = try expression() }
    if acceptKeyword("LIMIT") { projection.limit = try expression() }
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
      if acceptKeyword("NULLS") {
        // Null is the largest value; rows are ordered by whether there is one where it is to stand elsewhere.
        let isFirst = acceptKeyword("FIRST")
        if !isFirst { try expectKeyword("LAST", "or FIRST after NULLS") }
        let isNull = ParsedExpression(
          kind: .isNull(expression, negated: false), range: expression.range)
        order.append(ParsedOrder(expression: isNull, isDescending: isFirst))
      }
      order.append(ParsedOrder(expression: expression, isDescending: isDescending))
    } while accept(",")
    return order
  }
}

// MARK: - CALL

extension Parser {
  mutating func call(isOptional: Bool, start: SourceRange) throws(Diagnostic) -> ParsedClause {
    if current.isSymbol("{") {
      return .subquery(try subqueryCall(isOptional: isOptional, .byWith, start))
    }
    if accept("(") {
      var imports = ParsedCallSubquery.Imports.names([])
      if accept("*") {
        imports = .all
      } else if !current.isSymbol(")") {
        var names: [ParsedName] = []
        repeat { names.append(try name("a variable")) } while accept(",")
        imports = .names(names)
      }
      try expect(")", "after the variables that the query inside sees")
      return .subquery(try subqueryCall(isOptional: isOptional, imports, start))
    }
    return .procedure(try procedureCall(isOptional: isOptional, start))
  }

  private mutating func subqueryCall(
    isOptional: Bool, _ imports: ParsedCallSubquery.Imports, _ start: SourceRange
  ) throws(Diagnostic) -> ParsedCallSubquery {
    try expect("{", "to begin the query inside")
    let query = try nested { (parser) throws(Diagnostic) in
      try parser.branches(needsReturn: false)
    }
    try expect("}", "to end the query inside")
    return ParsedCallSubquery(
      isOptional: isOptional, imports: imports, query: query, range: range(from: start))
  }

  private mutating func procedureCall(
    isOptional: Bool, _ start: SourceRange
  ) throws(Diagnostic) -> ParsedProcedureCall {
    var name = try name("a procedure or a query in braces")
    while accept(".") {
      let part = try self.name("a part of the procedure's name")
      name = ParsedName(text: "\(name.text).\(part.text)", range: name.range.union(part.range))
    }
    var call = ParsedProcedureCall(
      isOptional: isOptional, name: name, arguments: nil, yields: nil, yieldsAll: false,
      condition: nil, range: start)
    if accept("(") {
      var arguments: [ParsedExpression] = []
      if !current.isSymbol(")") {
        repeat { arguments.append(try expression()) } while accept(",")
      }
      try expect(")", "after the arguments of \(name.text)")
      call.arguments = arguments
    }
    if acceptKeyword("YIELD") {
      if accept("*") { call.yieldsAll = true } else { call.yields = try items() }
      if acceptKeyword("WHERE") { call.condition = try expression() }
    }
    call.range = range(from: start)
    return call
  }
}
