/// What the evaluator asks of a graph. Everything is read as it is needed.
protocol GraphReader: AnyObject {
  /// Calls `body` for the nodes with fitting labels until it returns false; of the equalities, which
  /// the caller checks again, as many may be used to find fewer.
  ///
  /// - Returns: whether all were gone through.
  func forEachNode(
    _ labels: [LabelTest], _ equalities: [CypherMember],
    _ body: (CypherNode) throws -> Bool
  ) throws -> Bool

  /// The relationships at a node, each with the end on its other side; a loop once.
  func relationships(
    of node: CypherNode, _ direction: ParsedRelationship.Direction, _ types: TypeTest
  ) throws -> [GraphHop]

  /// The node at an end of a relationship.
  func node(_ end: CypherRelationship.End) throws -> CypherNode

  /// The labels, types and properties there are, in a fixed order.
  var labelNames: [String] { get throws }
  var typeNames: [String] { get throws }
  var propertyNames: [String] { get throws }

  /// The nodes whose text fits a full-text query, best first, each with how well it fits.
  func search(_ text: String, limit: Int) throws -> [(CypherNode, Double)]

  /// How many `search` would find.
  func countFound(_ text: String, limit: Int) throws -> Int
}

/// A relationship as it is met from one of its nodes.
struct GraphHop {
  var relationship: CypherRelationship
  var end: CypherRelationship.End
}

/// Which types a relationship may have.
struct TypeTest: Hashable {
  /// Any, if empty.
  var names: [String]
  var test: LabelTest?

  func matches(_ type: String) -> Bool {
    if let test { return test.matches([type]) }
    return names.isEmpty || names.contains(type)
  }
}

extension CypherRelationship.End {
  /// Whether the node is the one at this end.
  func isEnd(at node: CypherNode) -> Bool {
    id == node.id && (label.isEmpty || label == node.label)
  }
}
