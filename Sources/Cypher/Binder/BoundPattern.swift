import Diagnostics

/// The pattern of one MATCH as a graph: every node once, however often it is written.
struct BoundMatch: Hashable {
  var isOptional: Bool
  var nodes: [BoundNode]
  var relationships: [BoundRelationship]
  /// What must hold: the properties in the pattern, then WHERE.
  var conditions: [BoundExpression]
}

struct BoundNode: Hashable {
  var variable: BoundVariable
  /// The labels it can have here, at least one.
  var labels: [String]
  /// Whether this MATCH makes the variable; else it comes from an earlier clause.
  var isNew: Bool
}

struct BoundRelationship: Hashable {
  var variable: BoundVariable
  /// Where rows may come from, at least one.
  var candidates: [BoundCandidate]
  /// The nodes at its ends as written, from left to right.
  var left: BoundVariable
  var right: BoundVariable
  /// The bounds of a path of variable length; nil for a single relationship.
  var length: ClosedRange<Int>?
}

/// A table that a relationship may come from, and which of its ends is on the left.
struct BoundCandidate: Hashable {
  var table: RelationshipTable
  /// Whether the pattern's left node is the target.
  var isReversed: Bool

  var left: RelationshipTable.End { isReversed ? table.target : table.source }
  var right: RelationshipTable.End { isReversed ? table.source : table.target }
}

/// The body of EXISTS or COUNT.
struct BoundSubquery: Hashable {
  /// Tells it from every other subquery of the query.
  var id: Int
  var matches: [BoundMatch]
}
