// The tree of a query as joins of tables: which tables are read, in which order, and where each
// variable's parts then stand.

struct PlannedQuery {
  var branches: [PlannedBranch]
  /// The bodies of EXISTS and COUNT by their id.
  var subqueries: [Int: PlannedSubquery]
}

struct PlannedBranch {
  /// Parts that each read the one before, divided by WITH; the last one ends in RETURN.
  var parts: [PlannedPart]
  var keepsDuplicates: Bool
}

struct PlannedPart {
  /// The name under which the next part reads this one.
  var name: String
  /// What is written down before it, by name.
  var narrowings: [(name: String, what: PlannedNarrowing)]
  var joins: [PlannedJoin]
  /// Whether SQLite must join in this order.
  var keepsOrder: Bool
  var conditions: [PlannedCondition]
  var places: [Int: PlannedPlace]
  var projection: PlannedProjection
}

enum PlannedJoin {
  case inner(PlannedStep)
  /// Steps that either all find a row or are all null.
  case optional([PlannedStep])

  var steps: [PlannedStep] {
    switch self {
    case .inner(let step): [step]
    case .optional(let steps): steps
    }
  }
}

/// A table to join under an alias.
struct PlannedStep {
  var alias: String
  var source: PlannedSource
  var conditions: [PlannedCondition] = []
  /// A column that is null only where the step found nothing, if it may be looked for.
  var marker: PlannedColumn?
  /// Whether it looks up the row that a foreign key promises, so that it can't fail.
  var isLookup = false
  /// What EXPLAIN says of it.
  var summary: String
}

indirect enum PlannedSource {
  case table(String)
  /// The result of the part before.
  case part(String)
  case union([PlannedSelect])
  /// Paths that start at a node known before, each as a list of the columns.
  case paths([PlannedSelect])
  /// The elements of a list, a row each.
  case elements(BoundExpression)
}

/// A branch of a union of tables: rows of joined tables brought to common columns.
struct PlannedSelect {
  var columns: [(name: String, value: PlannedOperand)]
  var steps: [PlannedStep]
  var conditions: [PlannedCondition] = []
}

struct PlannedProjection {
  var columns: [PlannedOutput]
  var isDistinct: Bool
  /// What rows are grouped by; nil without aggregates.
  var grouping: [PlannedOutput.Value]?
  var order: [BoundOrder]
  /// The columns that hold items, by variable, for ORDER BY.
  var itemColumns: [Int: String]
  var items: [Int: BoundExpression]
  var skip: Int64?
  var limit: Int64?
}

extension PlannedProjection {
  /// Whether it is an aggregate of all rows, which is one row always.
  var hasOneRow: Bool { grouping?.isEmpty == true && skip == nil && limit == nil }
}

struct PlannedOutput {
  enum Value {
    case expression(BoundExpression)
    case operand(PlannedOperand)
  }

  var name: String
  var value: Value
}

struct PlannedSubquery {
  var steps: [PlannedStep]
  var conditions: [PlannedCondition]
  var places: [Int: PlannedPlace]
  /// Set where EXISTS is asked as a list in which a column stands.
  var membership: PlannedMembership?
}
