import Diagnostics

/// An expression as it was written.
struct ParsedExpression {
  let kind: Kind
  var range: SourceRange
  /// How many expressions are one inside the other, this one included.
  let height: Int

  init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
    height = 1 + (kind.children.map(\.height).max() ?? 0)
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
    case hasLabel(ParsedExpression, ParsedLabels)
    case call(ParsedCall)
    case `case`(ParsedCase)
    case countAll
    case pattern(ParsedPattern)
    case exists(ParsedSubquery)
    case count(ParsedSubquery)
  }
}

extension ParsedExpression.Kind {
  fileprivate var children: [ParsedExpression] {
    switch self {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countAll: []
    case .list(let elements): elements
    case .map(let members): members.map(\.value)
    case .property(let inner, _), .unary(_, let inner), .isNull(let inner, _),
      .hasLabel(let inner, _):
      [inner]
    case .index(let left, let right), .binary(_, let left, let right): [left, right]
    case .slice(let list, let first, let last): [list] + [first, last].compactMap(\.self)
    case .call(let call): call.arguments
    case .case(let parsed):
      parsed.branches.flatMap { [$0.condition, $0.result] }
        + [parsed.subject, parsed.otherwise].compactMap(\.self)
    case .pattern(let pattern): pattern.expressions
    case .exists(let subquery), .count(let subquery):
      subquery.matches.flatMap { match in
        match.patterns.flatMap(\.expressions) + [match.condition].compactMap(\.self)
      }
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

enum UnaryOperator: String, Hashable { case not = "NOT", minus = "-", plus = "+" }

enum BinaryOperator: String, Hashable {
  case or = "OR", xor = "XOR", and = "AND"
  case equal = "=", notEqual = "<>"
  case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case `in` = "IN", startsWith = "STARTS WITH", endsWith = "ENDS WITH", contains = "CONTAINS"
  case matchesRegex = "=~"
  case add = "+", subtract = "-", multiply = "*", divide = "/", remainder = "%", power = "^"
}

struct ParsedCall {
  var name: ParsedName
  var isDistinct: Bool
  var arguments: [ParsedExpression]
}

struct ParsedCase {
  var subject: ParsedExpression?
  var branches: [(condition: ParsedExpression, result: ParsedExpression)]
  var otherwise: ParsedExpression?
}

/// What stands in the braces of EXISTS and COUNT.
struct ParsedSubquery {
  var matches: [ParsedMatch]
}
