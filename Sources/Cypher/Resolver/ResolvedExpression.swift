import Diagnostics

/// An expression whose names are looked up: a variable is the number of its slot in the row.
///
/// Two are equal if they mean the same, wherever they stand.
struct ResolvedExpression: Hashable, Sendable {
  var kind: Kind
  /// What is known of its value before the query runs.
  var type: CypherType
  var range: SourceRange

  static func == (a: ResolvedExpression, b: ResolvedExpression) -> Bool { a.kind == b.kind }
  func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  indirect enum Kind: Hashable {
    case literal(CypherValue)
    case slot(Int)
    case parameter(String)
    case list([ResolvedExpression])
    case map([ResolvedEntry])
    case property(ResolvedExpression, String)
    case index(ResolvedExpression, ResolvedExpression)
    case slice(ResolvedExpression, ResolvedExpression?, ResolvedExpression?)
    case not(ResolvedExpression)
    case minus(ResolvedExpression)
    case plus(ResolvedExpression)
    case binary(BinaryOperator, ResolvedExpression, ResolvedExpression)
    case isNull(ResolvedExpression, negated: Bool)
    case isTyped(ResolvedExpression, ValueType, negated: Bool)
    case hasLabel(ResolvedExpression, LabelTest)
    case call(CypherFunction, [ResolvedExpression])
    case temporal(TemporalCall, [ResolvedExpression])
    case `case`([ResolvedBranchOfCase], otherwise: ResolvedExpression?)
    case comprehension(ResolvedComprehension)
    case quantifier(Quantifier, ResolvedComprehension)
    case reduce(ResolvedReduce)
    case patternComprehension(ResolvedSubquery, ResolvedExpression)
    case exists(ResolvedSubquery)
    case count(ResolvedSubquery)
    case collect(ResolvedSubquery, slot: Int)
    /// A shortest path between two nodes known before.
    case shortestPath(ResolvedSubquery, slot: Int, all: Bool)
    case mapProjection(ResolvedExpression, [ResolvedSelector])
  }
}

struct ResolvedEntry: Hashable {
  var name: String
  var value: ResolvedExpression
}

struct ResolvedBranchOfCase: Hashable {
  var condition: ResolvedExpression
  var result: ResolvedExpression
}

/// `x IN list WHERE condition | result`; the slot holds `x`.
struct ResolvedComprehension: Hashable {
  var slot: Int
  var list: ResolvedExpression
  var condition: ResolvedExpression?
  var result: ResolvedExpression?
}

struct ResolvedReduce: Hashable {
  var accumulator: Int
  var initial: ResolvedExpression
  var slot: Int
  var list: ResolvedExpression
  var step: ResolvedExpression
}

enum ResolvedSelector: Hashable {
  case property(String)
  case allProperties
  case entry(ResolvedEntry)
}

/// A query inside an expression, which sees the row around it.
final class ResolvedSubquery: Hashable, Sendable {
  let query: ResolvedQuery

  init(_ query: ResolvedQuery) {
    self.query = query
  }

  static func == (a: ResolvedSubquery, b: ResolvedSubquery) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Which labels a node, or which type a relationship, has to have.
indirect enum LabelTest: Hashable, Sendable {
  case name(String)
  case any
  case not(LabelTest)
  case and(LabelTest, LabelTest)
  case or(LabelTest, LabelTest)

  init(_ labels: ParsedLabels) {
    switch labels {
    case .name(let name): self = .name(name.text)
    case .any: self = .any
    case .not(let inner): self = .not(LabelTest(inner))
    case .and(let left, let right): self = .and(LabelTest(left), LabelTest(right))
    case .or(let left, let right): self = .or(LabelTest(left), LabelTest(right))
    }
  }

  func matches(_ labels: [String]) -> Bool {
    switch self {
    case .name(let name): labels.contains(name)
    case .any: !labels.isEmpty
    case .not(let inner): !inner.matches(labels)
    case .and(let left, let right): left.matches(labels) && right.matches(labels)
    case .or(let left, let right): left.matches(labels) || right.matches(labels)
    }
  }
}

// MARK: - What it is made of

extension ResolvedExpression {
  /// The expressions in it, outside of subqueries.
  var children: [ResolvedExpression] {
    switch kind {
    case .literal, .slot, .parameter, .exists, .count, .collect, .shortestPath: []
    case .list(let elements), .call(_, let elements), .temporal(_, let elements): elements
    case .map(let entries): entries.map(\.value)
    case .property(let inner, _), .not(let inner), .minus(let inner), .plus(let inner),
      .isNull(let inner, _), .isTyped(let inner, _, _), .hasLabel(let inner, _):
      [inner]
    case .index(let left, let right), .binary(_, let left, let right): [left, right]
    case .slice(let list, let first, let last): [list] + [first, last].compactMap(\.self)
    case .case(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.result] } + (otherwise.map { [$0] } ?? [])
    case .comprehension(let inner), .quantifier(_, let inner):
      [inner.list] + [inner.condition, inner.result].compactMap(\.self)
    case .reduce(let reduce): [reduce.initial, reduce.list, reduce.step]
    case .patternComprehension(_, let result): [result]
    case .mapProjection(let inner, let selectors):
      [inner]
        + selectors.compactMap { if case .entry(let entry) = $0 { entry.value } else { nil } }
    }
  }

  /// The operands of AND, one by one.
  var conjuncts: [ResolvedExpression] {
    if case .binary(.and, let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

extension ResolvedExpression {
  /// Whether it is a property of a node or relationship, or a part of one.
  var isOfGraph: Bool {
    guard case .property(let owner, _) = kind else { return false }
    switch owner.type {
    case .node, .relationship: return true
    default: return owner.isOfGraph
    }
  }
}
