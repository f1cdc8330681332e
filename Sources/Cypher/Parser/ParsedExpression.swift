import Diagnostics

/// An expression as it was written.
struct ParsedExpression {
  var kind: Kind
  var range: SourceRange

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
