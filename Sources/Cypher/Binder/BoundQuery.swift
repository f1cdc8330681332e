import Diagnostics

// The tree of a query after every name was looked up and every expression given a type.

struct BoundQuery {
  var branches: [BoundBranch]
  /// What is asked of each node and relationship anywhere in the query, by variable.
  var reads: [Int: BoundReads]
}

/// What a query asks of a node or relationship: columns nobody reads need no table.
struct BoundReads {
  var properties: Set<String> = []
  /// Whether the node or relationship itself is given out, with all its properties.
  var isWhole = false
}

struct BoundBranch {
  var clauses: [BoundClause]
  var keepsDuplicates: Bool
  /// The columns of its RETURN.
  var columns: [BoundColumn]
}

struct BoundColumn: Hashable {
  var name: String
  var type: CypherType
}

enum BoundClause {
  case match(BoundMatch)
  case unwind(BoundUnwind)
  case projection(BoundProjection)
}

struct BoundUnwind {
  var list: BoundExpression
  var variable: BoundVariable
}

struct BoundProjection {
  var isReturn: Bool
  var isDistinct: Bool
  var items: [BoundItem]
  var order: [BoundOrder]
  var skip: Int64?
  var limit: Int64?
  var condition: BoundExpression?

  var isAggregated: Bool { items.contains { $0.expression.containsAggregate } }
}

struct BoundItem {
  /// The variable that holds the value from here on. An item that only hands a variable on keeps
  /// that variable, so that what is known of it stays known.
  var variable: BoundVariable
  var expression: BoundExpression
}

struct BoundOrder {
  var expression: BoundExpression
  var isDescending: Bool
}

/// A value with a name, the same from where it is made to the end of the query.
struct BoundVariable: Hashable {
  var id: Int
  var name: String
  var type: CypherType
  /// Whether it is a node or relationship matched by a pattern, whose parts stand in columns;
  /// otherwise it is one value in one column.
  var isMatched = false
  /// Whether an OPTIONAL MATCH may have left it null.
  var isNullable = false

  static func == (a: BoundVariable, b: BoundVariable) -> Bool { a.id == b.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
