// The shortest of paths of several parts, between each two ends that they join: longer and longer ones
// are looked for (Korf, "Depth-First Iterative-Deepening", 1985), so that nothing but the path at hand
// is kept. Between two known nodes it ends with the length that has enough of them.

extension Matcher {
  private struct Ends: Hashable {
    var start: CypherValue
    var end: CypherValue
  }

  func select(
    _ index: Int, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let selection = match.selections[index]
    let inner = selections[index]
    let areEndsKnown = selection.start.isBound && selection.end.isBound
    var chosen: [Ends: (count: Int, length: Int)] = [:]
    for length in 0... {
      try checkLength(length, selection.range)
      (inner.used, inner.mostUsed, inner.wasCut) = (used, used.count + length, false)
      var goesOn = true
      _ = try inner.run(&row) { row in
        guard inner.used.count == inner.mostUsed else { return true }
        let ends = Ends(start: row[selection.start.slot], end: row[selection.end.slot])
        let before = chosen[ends] ?? (0, length)
        guard selection.selector.wants(after: before.count, atSameLength: before.length == length)
        else { return true }
        chosen[ends] = (before.count + 1, length)
        let outer = used
        used = inner.used
        defer { used = outer }
        goesOn = try next(&row)
        return goesOn
      }
      if !goesOn { return false }
      let isEnough = chosen.values.contains {
        !selection.selector.wants(after: $0.count, atSameLength: false)
      }
      if !inner.wasCut || (areEndsKnown && isEnough) { return true }
    }
    return true
  }
}

extension ParsedPattern.Selector {
  /// Whether one more path is wanted between two ends that some were found of.
  fileprivate func wants(after count: Int, atSameLength: Bool) -> Bool {
    switch self {
    case .every: true
    case .shortest: count == 0
    case .allShortest: count == 0 || atSameLength
    case .shortestCount(let wanted): count < wanted
    }
  }
}
