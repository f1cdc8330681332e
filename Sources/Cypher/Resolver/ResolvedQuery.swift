import Diagnostics

// The tree of a query that the evaluator runs: clauses work on rows of slots.

struct ResolvedQuery: Sendable {
  var branches: [ResolvedBranch]
  var keepsDuplicates: Bool
  /// The names of the columns; empty where nothing is returned.
  var columns: [String] { branches.first?.columns.map(\.name) ?? [] }
  /// How many slots a row has.
  var slotCount: Int
}

struct ResolvedBranch {
  struct Column {
    var name: String
    var slot: Int
  }

  var clauses: [ResolvedClause]
  var columns: [Column]
}

enum ResolvedClause {
  case match(ResolvedMatch)
  case unwind(list: ResolvedExpression, slot: Int)
  case projection(ResolvedProjection)
  case subquery(ResolvedCallSubquery)
  case procedure(ResolvedProcedureCall)
}

/// WITH or RETURN.
struct ResolvedProjection {
  struct Item {
    var slot: Int
    var expression: ResolvedExpression
    /// Whether it is no grouping key.
    var isAggregated: Bool
  }

  struct Order {
    var expression: ResolvedExpression
    var isDescending: Bool
  }

  var isDistinct: Bool
  var items: [Item]
  var aggregates: [ResolvedAggregate]
  /// Whether rows are grouped.
  var isAggregated: Bool { items.contains(where: \.isAggregated) }
  var order: [Order]
  var skip: ResolvedExpression?
  var limit: ResolvedExpression?
  var condition: ResolvedExpression?
  var range: SourceRange
}

/// An aggregate and the slot for its result.
struct ResolvedAggregate {
  enum Function: String, Hashable, CaseIterable {
    case count, sum, avg, min, max, collect
    case stDev = "stdev"
    case stDevP = "stdevp"
    case percentileCont = "percentilecont"
    case percentileDisc = "percentiledisc"

    /// The aggregate of any spelling of its name, also GQL's.
    init?(spelled name: String) {
      let lowered = name.lowercased()
      guard let function = Self(rawValue: Self.aliases[lowered] ?? lowered) else { return nil }
      self = function
    }

    private static let aliases = [
      "collect_list": "collect", "stddev": "stdev", "stddev_samp": "stdev", "stdev_samp": "stdev",
      "stddev_pop": "stdevp", "stdev_pop": "stdevp", "percentile_cont": "percentilecont",
      "percentile_disc": "percentiledisc",
    ]

    var argumentCount: Int { self == .percentileCont || self == .percentileDisc ? 2 : 1 }
  }

  var function: Function
  var isDistinct: Bool
  /// None for `count(*)`.
  var arguments: [ResolvedExpression]
  var slot: Int
  var range: SourceRange

  /// Whether it needs all values until the end.
  var keepsValues: Bool {
    switch function {
    case .collect, .stDev, .stDevP, .percentileCont, .percentileDisc: true
    case .count, .sum, .avg, .min, .max: isDistinct
    }
  }
}

/// `CALL { … }`.
struct ResolvedCallSubquery {
  var isOptional: Bool
  var query: ResolvedQuery
  /// The slots of the row around it that take what it returns, by column.
  var slots: [Int]
}

struct ResolvedProcedureCall {
  var isOptional: Bool
  /// Whether it is the whole query, so that nothing goes on behind it.
  var isWhole: Bool
  var procedure: CypherProcedure
  var arguments: [ResolvedExpression]
  /// The slot of each column of the procedure that is asked for.
  var yields: [(column: String, slot: Int)]
  var condition: ResolvedExpression?
  var range: SourceRange
}
