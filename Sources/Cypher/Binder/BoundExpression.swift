import Diagnostics

/// An expression whose names are known and whose type is.
struct BoundExpression: Hashable {
  var kind: Kind
  var type: CypherType
  var range: SourceRange

  indirect enum Kind: Hashable {
    case literal(CypherValue)
    case list([BoundExpression])
    case map([BoundMember])
    case variable(BoundVariable)
    case property(BoundVariable, String)
    case datePart(BoundExpression, DatePart)
    case element(BoundExpression, BoundExpression)
    case not(BoundExpression)
    case minus(BoundExpression)
    case binary(BinaryOperator, BoundExpression, BoundExpression)
    case isNull(BoundExpression, negated: Bool)
    /// Whether a node has one of these labels.
    case hasLabel(BoundVariable, [String])
    case function(ScalarFunction, [BoundExpression])
    case aggregate(BoundAggregate)
    case `case`([BoundBranchOfCase], otherwise: BoundExpression?)
    case exists(BoundSubquery)
    case count(BoundSubquery)
  }

  /// Where an expression stands makes no difference to what it means.
  static func == (a: BoundExpression, b: BoundExpression) -> Bool { a.kind == b.kind }
  func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

struct BoundMember: Hashable {
  var name: String
  var value: BoundExpression
}

struct BoundBranchOfCase: Hashable {
  var condition: BoundExpression
  var result: BoundExpression
}

enum DatePart: String, Hashable, CaseIterable { case year, month, day }

struct BoundAggregate: Hashable {
  enum Function: String, Hashable, CaseIterable { case count, min, max, sum, avg, collect }

  var function: Function
  var isDistinct: Bool
  /// Nil for `count(*)`.
  var argument: BoundExpression?
}

// MARK: - Walking

extension BoundExpression {
  /// The expressions directly inside; those of subqueries count as inside too.
  var children: [BoundExpression] {
    switch kind {
    case .literal, .variable, .property, .hasLabel: []
    case .list(let elements): elements
    case .map(let members): members.map(\.value)
    case .datePart(let inner, _), .not(let inner), .minus(let inner), .isNull(let inner, _): [inner]
    case .element(let left, let right), .binary(_, let left, let right): [left, right]
    case .function(_, let arguments): arguments
    case .aggregate(let aggregate): aggregate.argument.map { [$0] } ?? []
    case .case(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.result] } + (otherwise.map { [$0] } ?? [])
    case .exists(let subquery), .count(let subquery): subquery.matches.flatMap(\.conditions)
    }
  }

  var containsAggregate: Bool {
    if case .aggregate = kind { return true }
    return children.contains(where: \.containsAggregate)
  }

  /// The variables it mentions itself or in what is inside.
  var variables: Set<BoundVariable> {
    var all = children.reduce(into: Set<BoundVariable>()) { $0.formUnion($1.variables) }
    switch kind {
    case .variable(let variable), .property(let variable, _), .hasLabel(let variable, _):
      all.insert(variable)
    case .exists(let subquery), .count(let subquery):
      for match in subquery.matches { all.formUnion(match.nodes.map(\.variable)) }
    default: break
    }
    return all
  }
}
