import Diagnostics

/// The patterns of one MATCH as a graph of slots.
struct ResolvedMatch: Sendable {
  var isOptional: Bool
  var nodes: [ResolvedNode]
  var relationships: [ResolvedRelationship]
  var paths: [ResolvedPath]
  /// What must hold: properties in the pattern and the operands of AND in WHERE.
  var conditions: [ResolvedCondition]
  /// The slots this MATCH fills, anonymous elements included.
  var newSlots: [Int]
  /// Paths of which only the shortest are wanted, searched for behind all else.
  var selections: [ResolvedSelection] = []
}

/// A path of several parts of which only the shortest between its ends are wanted: `SHORTEST 2 …`.
final class ResolvedSelection: Sendable {
  /// The path; what the rest of the MATCH finds is bound in it.
  let match: ResolvedMatch
  let selector: ParsedPattern.Selector
  let range: SourceRange

  init(match: ResolvedMatch, selector: ParsedPattern.Selector, range: SourceRange) {
    self.match = match
    self.selector = selector
    self.range = range
  }

  var start: ResolvedNode { match.nodes[0] }
  var end: ResolvedNode { match.nodes[match.relationships.last?.right ?? 0] }
}

struct ResolvedNode {
  var slot: Int
  /// Whether an earlier clause fills the slot.
  var isBound: Bool
  var labels: [LabelTest]
  /// Properties that must have a value: for looking nodes up.
  var equalities: [ResolvedEntry] = []
}

struct ResolvedRelationship {
  var slot: Int
  var isBound: Bool
  /// Indexes of nodes, left and right as written.
  var left: Int
  var right: Int
  var direction: ParsedRelationship.Direction
  /// The types that it may have; empty for all.
  var types: [String]
  var typeTest: LabelTest?
  /// The bounds of a path of variable length.
  var length: ClosedRange<Int>?
  /// What each relationship of a path of variable length must fulfil, with the slot it stands in.
  var element: (slot: Int, conditions: [ResolvedExpression])?
  /// The path that is repeated.
  var group: ResolvedGroup?
  /// Whether only shortest paths are wanted.
  var selector = ParsedPattern.Selector.every
  var range: SourceRange
}

/// A path that is repeated, and the slots that collect what its variables are each time.
final class ResolvedGroup: Sendable {
  let match: ResolvedMatch
  let start: Int
  let end: Int
  /// Slots inside and the slots of the lists outside.
  let lists: [(inner: Int, outer: Int)]

  init(match: ResolvedMatch, start: Int, end: Int, lists: [(inner: Int, outer: Int)]) {
    self.match = match
    self.start = start
    self.end = end
    self.lists = lists
  }
}

/// A named path: indexes of the nodes and relationships it runs through.
struct ResolvedPath {
  var slot: Int
  var nodes: [Int]
  var relationships: [Int]
}

/// A condition and the slots of this MATCH that it reads.
struct ResolvedCondition {
  var expression: ResolvedExpression
  var needs: Set<Int>
}
