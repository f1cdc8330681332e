import Diagnostics

/// An expression as it was written.
struct ParsedExpression {
  let kind: Kind
  var range: SourceRange
  /// How many expressions are one inside the other, this one included.
  let height: Int
  /// How many expressions it comes to, counting what is looked at several times as often.
  let weight: Int

  init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
    let children = kind.children
    height = 1 + (children.map(\.height).max() ?? 0)
    weight = children.reduce(1) { min($0 + $1.weight, Int(Int32.max)) }
  }

  indirect enum Kind {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case parameter(String)
    case list([ParsedExpression])
    case map([ParsedProperty])
    case variable(String)
    case property(ParsedExpression, ParsedName)
    case index(ParsedExpression, ParsedExpression)
    case slice(ParsedExpression, ParsedExpression?, ParsedExpression?)
    case unary(UnaryOperator, ParsedExpression)
    case binary(BinaryOperator, ParsedExpression, ParsedExpression)
    case isNull(ParsedExpression, negated: Bool)
    case isTyped(ParsedExpression, ValueType, negated: Bool)
    case hasLabel(ParsedExpression, ParsedLabels)
    case call(ParsedCall)
    case `case`(ParsedCase)
    case countAll
    case pattern(ParsedPattern)
    case exists(ParsedSubquery)
    case count(ParsedSubquery)
    case collect(ParsedSubquery)
    case comprehension(ParsedComprehension)
    case patternComprehension(ParsedPatternComprehension)
    case quantifier(Quantifier, ParsedComprehension)
    case reduce(ParsedReduce)
    case mapProjection(ParsedName, [ParsedSelector])
  }
}

enum UnaryOperator: String, Hashable { case not = "NOT", minus = "-", plus = "+" }

enum BinaryOperator: String, Hashable {
  case or = "OR", xor = "XOR", and = "AND"
  case equal = "=", notEqual = "<>"
  case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case `in` = "IN", startsWith = "STARTS WITH", endsWith = "ENDS WITH", contains = "CONTAINS"
  case matchesRegex = "=~"
  case add = "+", subtract = "-", multiply = "*", divide = "/", remainder = "%", power = "^"
  case concatenate = "||"
}

struct ParsedCall {
  var name: ParsedName
  var isDistinct: Bool
  var arguments: [ParsedExpression]
}

struct ParsedCase {
  var subject: ParsedExpression?
  var branches: [(test: ParsedTest, result: ParsedExpression)]
  var otherwise: ParsedExpression?
}

/// What WHEN asks.
enum ParsedTest {
  /// A condition of its own, where CASE has no value.
  case condition(ParsedExpression)
  /// How the value behind CASE has to compare.
  case compares(BinaryOperator, ParsedExpression)
  case isNull(negated: Bool)
  case isTyped(ValueType, negated: Bool)

  /// The expressions in it.
  var children: [ParsedExpression] {
    switch self {
    case .condition(let inner), .compares(_, let inner): [inner]
    case .isNull, .isTyped: []
    }
  }

  /// What IS asks of a value; nil for what stands behind WHEN alone.
  func expression(of value: ParsedExpression) -> ParsedExpression.Kind? {
    switch self {
    case .isNull(let negated): .isNull(value, negated: negated)
    case .isTyped(let type, let negated): .isTyped(value, type, negated: negated)
    case .condition, .compares: nil
    }
  }
}

/// `x IN list WHERE condition | result`: the inside of a list comprehension or a quantifier.
struct ParsedComprehension {
  var variable: ParsedName
  var list: ParsedExpression
  var condition: ParsedExpression?
  var result: ParsedExpression?
}

/// `[(a)-->(b) WHERE condition | result]`.
struct ParsedPatternComprehension {
  var pattern: ParsedPattern
  var condition: ParsedExpression?
  var result: ParsedExpression
}

/// `reduce(sum = 0, x IN list | sum + x)`.
struct ParsedReduce {
  var accumulator: ParsedName
  var initial: ParsedExpression
  var variable: ParsedName
  var list: ParsedExpression
  var step: ParsedExpression
}

/// How many elements of a list have to fulfil the condition.
enum Quantifier: String, Hashable, CaseIterable { case all, any, none, single }

/// An entry of a map projection: `person {.name, .*, age: 3, other}`.
enum ParsedSelector {
  case property(ParsedName)
  case allProperties(SourceRange)
  case entry(ParsedProperty)
  case variable(ParsedName)
}

/// What stands in the braces of EXISTS, COUNT and COLLECT.
struct ParsedSubquery {
  /// All there is, unless there is a `query`.
  var matches: [ParsedMatch] = []
  /// A whole query, if more than MATCH and WHERE is in it.
  var query: ParsedQuery?
}

// MARK: - Height

extension ParsedExpression.Kind {
  fileprivate var children: [ParsedExpression] {
    switch self {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countAll: []
    case .list(let elements): elements
    case .map(let members): members.map(\.value)
    case .property(let inner, _), .unary(_, let inner), .isNull(let inner, _),
      .isTyped(let inner, _, _), .hasLabel(let inner, _):
      [inner]
    case .index(let left, let right), .binary(_, let left, let right): [left, right]
    case .slice(let list, let first, let last): [list] + [first, last].compactMap(\.self)
    case .call(let call): call.arguments
    case .case(let parsed):
      // The value behind CASE is looked at by each branch.
      parsed.branches.flatMap { $0.test.children + [parsed.subject, $0.result].compactMap(\.self) }
        + [parsed.otherwise].compactMap(\.self)
    case .pattern(let pattern): pattern.expressions
    case .exists(let subquery), .count(let subquery), .collect(let subquery):
      subquery.matches.flatMap { match in
        match.patterns.flatMap(\.expressions) + [match.condition].compactMap(\.self)
      }
    case .comprehension(let inner), .quantifier(_, let inner):
      [inner.list] + [inner.condition, inner.result].compactMap(\.self)
    case .patternComprehension(let inner):
      inner.pattern.expressions + [inner.condition, inner.result].compactMap(\.self)
    case .reduce(let reduce): [reduce.initial, reduce.list, reduce.step]
    case .mapProjection(_, let selectors):
      selectors.compactMap { if case .entry(let entry) = $0 { entry.value } else { nil } }
    }
  }
}

extension ParsedPattern {
  /// The values of all properties in it.
  fileprivate var expressions: [ParsedExpression] {
    (start.properties + steps.flatMap { $0.relationship.properties + $0.node.properties })
      .map(\.value)
  }
}
