import Diagnostics

/// A chain of nodes and relationships: `(a)-[r]->(b)<--(c)`.
struct ParsedPattern {
  var variable: ParsedName?
  var start: ParsedNode
  var steps: [Step] = []
  /// Which of the paths between its ends are wanted.
  var selector = Selector.every
  var range: SourceRange

  struct Step {
    var relationship: ParsedRelationship
    var node: ParsedNode
  }

  enum Selector: Hashable {
    case every
    /// One of the shortest: `shortestPath(…)`, `ANY SHORTEST`, `SHORTEST 1`.
    case shortest
    /// All of the shortest: `allShortestPaths(…)`, `ALL SHORTEST`.
    case allShortest
    /// The `SHORTEST k`.
    case shortestCount(Int)
    /// All paths of the k smallest lengths: `SHORTEST k GROUPS`.
    case shortestGroups(Int)
  }
}

struct ParsedNode {
  var variable: ParsedName?
  var labels: ParsedLabels?
  var properties: [ParsedProperty] = []
  /// `WHERE` inside the parentheses.
  var condition: ParsedExpression?
  var range: SourceRange
}

struct ParsedRelationship {
  enum Direction { case forward, backward, either }

  var variable: ParsedName?
  /// The types of `:A|B`; none for any.
  var types: [ParsedName] = []
  /// Types that are more than a choice: `!A`, `A&B`.
  var typeExpression: ParsedLabels?
  var length: ParsedLength?
  var properties: [ParsedProperty] = []
  /// `WHERE` inside the brackets.
  var condition: ParsedExpression?
  var direction: Direction
  /// The path that is repeated in place of one relationship: `((a)-[r]->(b)){1,3}`.
  var group: ParsedGroup?
  var range: SourceRange
}

/// A path that is repeated: `((a)-[r]->(b) WHERE a.x < b.x){1,3}`.
final class ParsedGroup {
  let pattern: ParsedPattern
  let condition: ParsedExpression?

  init(pattern: ParsedPattern, condition: ParsedExpression?) {
    self.pattern = pattern
    self.condition = condition
  }
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
  /// `%`: any label at all.
  case any
  case not(ParsedLabels)
  case and(ParsedLabels, ParsedLabels)
  case or(ParsedLabels, ParsedLabels)

  /// The names in it, in their order.
  var names: [ParsedName] {
    switch self {
    case .name(let name): [name]
    case .any: []
    case .not(let labels): labels.names
    case .and(let left, let right), .or(let left, let right): left.names + right.names
    }
  }

  /// Whether a node of `label` fits.
  func matches(_ label: String) -> Bool { matches([label]) }

  /// Whether a node with these labels fits.
  func matches(_ labels: [String]) -> Bool {
    switch self {
    case .name(let name): labels.contains(name.text)
    case .any: !labels.isEmpty
    case .not(let inner): !inner.matches(labels)
    case .and(let left, let right): left.matches(labels) && right.matches(labels)
    case .or(let left, let right): left.matches(labels) || right.matches(labels)
    }
  }

  /// The names that each fit alone, if it is a mere choice: `A|B`.
  var choices: [ParsedName]? {
    switch self {
    case .name(let name): return [name]
    case .or(let left, let right):
      guard let left = left.choices, let right = right.choices else { return nil }
      return left + right
    default: return nil
    }
  }
}
