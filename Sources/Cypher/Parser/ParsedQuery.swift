import Diagnostics

// The tree of a query as it was written: names are not looked up, nothing has a type.

/// A whole query.
struct ParsedQuery {
  enum Mode: Hashable { case run, explain, profile }

  /// The branches of a UNION; one where there is none.
  var branches: [ParsedBranch]
  /// Whether the query begins with EXPLAIN or PROFILE.
  var mode = Mode.run
}

/// One branch of a UNION: clauses in their order, the last one RETURN.
struct ParsedBranch {
  var clauses: [ParsedClause]
  /// Whether UNION ALL stands before it; of no meaning for the first.
  var keepsDuplicates: Bool
  var range: SourceRange
}

enum ParsedClause {
  case match(ParsedMatch)
  case unwind(ParsedUnwind)
  case projection(ParsedProjection)
  case subquery(ParsedCallSubquery)
  case procedure(ParsedProcedureCall)
}

struct ParsedMatch {
  var isOptional: Bool
  var patterns: [ParsedPattern]
  var condition: ParsedExpression?
  var range: SourceRange
}

struct ParsedUnwind {
  var list: ParsedExpression
  var variable: ParsedName
}

/// `CALL { … }`, `CALL (a, b) { … }`.
struct ParsedCallSubquery {
  var isOptional: Bool
  /// What the query inside sees; nil for what its first WITH names, all for `(*)`.
  var imports: Imports
  var query: ParsedQuery
  var range: SourceRange

  enum Imports {
    case byWith
    case all
    case names([ParsedName])
  }
}

/// `CALL text.search('burden sharing') YIELD node, score`.
struct ParsedProcedureCall {
  var isOptional: Bool
  var name: ParsedName
  /// Nil for a call without parentheses.
  var arguments: [ParsedExpression]?
  var yields: [ParsedItem]?
  var yieldsAll: Bool
  var condition: ParsedExpression?
  var range: SourceRange
}

/// WITH or RETURN.
struct ParsedProjection {
  var isReturn: Bool
  var isDistinct = false
  /// Whether `*` stands before the items.
  var includesAll = false
  /// Whether it only adds to the variables there are, as LET and FILTER do: there may be none.
  var keepsAll = false
  var items: [ParsedItem] = []
  var order: [ParsedOrder] = []
  var skip: ParsedExpression?
  var limit: ParsedExpression?
  /// WITH's WHERE.
  var condition: ParsedExpression?
  var range: SourceRange
}

struct ParsedItem {
  var expression: ParsedExpression
  var alias: ParsedName?
}

struct ParsedOrder {
  var expression: ParsedExpression
  var isDescending: Bool
}

struct ParsedName: Hashable {
  var text: String
  var range: SourceRange
}
