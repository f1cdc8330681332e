import Diagnostics

/// A chain of nodes and relationships: `(a)-[r]->(b)<--(c)`.
struct ParsedPattern {
  var variable: ParsedName?
  var start: ParsedNode
  var steps: [Step] = []
  var range: SourceRange

  struct Step {
    var relationship: ParsedRelationship
    var node: ParsedNode
  }
}

struct ParsedNode {
  var variable: ParsedName?
  var labels: ParsedLabels?
  var properties: [ParsedProperty] = []
  var range: SourceRange
}

struct ParsedRelationship {
  enum Direction { case forward, backward, either }

  var variable: ParsedName?
  /// The types of `:A|B`; none for any.
  var types: [ParsedName] = []
  var length: ParsedLength?
  var properties: [ParsedProperty] = []
  var direction: Direction
  var range: SourceRange
}

/// The bounds of `*`, `*2`, `*1..3`.
struct ParsedLength {
  var minimum: Int?
  var maximum: Int?
  var range: SourceRange
}

struct ParsedProperty {
  var name: ParsedName
  var value: ParsedExpression
}

/// Which labels a node may have: `A`, `A|B`, `A&B`, `!A`.
indirect enum ParsedLabels {
  case name(ParsedName)
  case not(ParsedLabels)
  case and(ParsedLabels, ParsedLabels)
  case or(ParsedLabels, ParsedLabels)

  /// The names in it, in their order.
  var names: [ParsedName] {
    switch self {
    case .name(let name): [name]
    case .not(let labels): labels.names
    case .and(let left, let right), .or(let left, let right): left.names + right.names
    }
  }

  /// Whether a node of `label` fits.
  func matches(_ label: String) -> Bool {
    switch self {
    case .name(let name): name.text == label
    case .not(let labels): !labels.matches(label)
    case .and(let left, let right): left.matches(label) && right.matches(label)
    case .or(let left, let right): left.matches(label) || right.matches(label)
    }
  }
}
