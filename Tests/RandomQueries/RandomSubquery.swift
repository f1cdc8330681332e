import TestSupport

/// A condition that asks for matches of a pattern of its own: `NOT EXISTS { (n0)-[:R]->(n5) }`.
struct RandomSubquery {
  enum Form: CaseIterable { case present, missing, several }

  var pattern: RandomPattern
  var form: Form
  /// The nodes that the query around it gives.
  var known: Set<Int>

  init(known: [Int], using generator: inout RepeatableRandom) {
    pattern = RandomPattern(known: known, using: &generator)
    form = Form.allCases.randomElement(using: &generator) ?? .present
    self.known = Set(known)
  }

  /// The condition in Cypher; a pattern of known nodes alone stands there as such.
  var text: String {
    let isPredicate =
      pattern.paths.count == 1 && pattern.paths[0].steps.count > 0 && !pattern.hasConditions
      && pattern.nodes.isSubset(of: known)
    switch form {
    case .present: return isPredicate ? pattern.text : "EXISTS { MATCH \(pattern.text) }"
    case .missing: return isPredicate ? "NOT \(pattern.text)" : "NOT EXISTS { \(pattern.text) }"
    case .several: return "COUNT { \(pattern.text) } >= 2"
    }
  }

  /// Whether it holds where `nodes` are given; a known node that is not among them is null.
  func holds(for nodes: [Int: Int], in graph: RandomGraph) -> Bool {
    let isNull = pattern.nodes.contains { known.contains($0) && nodes[$0] == nil }
    let count = isNull ? 0 : graph.matches(pattern, from: nodes).count
    switch form {
    case .present: return count > 0
    case .missing: return count == 0
    case .several: return count >= 2
    }
  }
}
