import Diagnostics

// `SHORTEST 1 (a)-[:R]->+(b)-[:S]->(c)`: a path of several parts is matched as a whole, behind the other
// patterns of its MATCH, so that what they find is known to it. WHERE belongs to the MATCH, and holds of
// the paths that were chosen.

extension Resolver {
  /// Resolves a path of which only the shortest are wanted.
  mutating func selection(
    _ pattern: ParsedPattern, _ condition: ParsedExpression?, _ builder: inout PatternBuilder
  ) -> ResolvedSelection {
    // A condition on an end keeps all paths between two ends or none: such ends are found first.
    for end in [pattern.start, pattern.steps[pattern.steps.count - 1].node] {
      guard let name = end.variable, scope[name.text] == nil, builder.kinds[name.text] == nil,
        !end.properties.isEmpty
          || condition?.conjuncts.contains(where: { $0.equates(name) }) == true
      else { continue }
      _ = node(end, &builder)
    }
    var whole = pattern
    whole.selector = .every
    let match = match(
      ParsedMatch(isOptional: false, patterns: [whole], condition: nil, range: pattern.range))
    return ResolvedSelection(match: match, selector: pattern.selector, range: pattern.range)
  }
}

extension ParsedPattern {
  /// Whether the shortest of paths of several parts are wanted; a single relationship is searched for
  /// from both ends.
  var isSelectedAsWhole: Bool {
    selector != .every && (steps.count > 1 || steps.first?.relationship.group != nil)
  }
}

extension ParsedExpression {
  /// Whether a property of the variable must equal something.
  fileprivate func equates(_ name: ParsedName) -> Bool {
    guard case .binary(.equal, let left, let right) = kind else { return false }
    return [left, right].contains { side in
      guard case .property(let owner, _) = side.kind, case .variable(let variable) = owner.kind
      else { return false }
      return variable == name.text
    }
  }
}
