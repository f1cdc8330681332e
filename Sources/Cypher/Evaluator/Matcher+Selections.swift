// The shortest of paths of several parts, between each two ends that they join: longer and longer ones
// are looked for (Korf, "Depth-First Iterative-Deepening", 1985), so that nothing but the path at hand
// is kept. Between two known nodes it ends with the length that has enough of them.

extension Matcher {
  private struct Ends: Hashable {
    var start: CypherValue
    var end: CypherValue
  }

  /// What was found between two ends: how many paths, of how many lengths, and the last of these.
  fileprivate struct Found {
    var count = 0
    var groups = 0
    var length = -1
  }

  func select(
    _ index: Int, _ row: inout Row, _ next: (inout Row) throws -> Bool
  ) throws -> Bool {
    let selection = match.selections[index]
    let inner = selections[index]
    let areEndsKnown = selection.start.isBound && selection.end.isBound
    var chosen: [Ends: Found] = [:]
    for length in 0... {
      try checkLength(length, selection.range)
      (inner.used, inner.mostUsed, inner.wasCut) = (used, used.count + length, false)
      var goesOn = true
      _ = try inner.run(&row) { row in
        guard inner.used.count == inner.mostUsed else { return true }
        let ends = Ends(start: row[selection.start.slot], end: row[selection.end.slot])
        var found = chosen[ends] ?? Found()
        guard selection.selector.wants(after: found, atSameLength: found.length == length)
        else { return true }
        found.groups += found.length == length ? 0 : 1
        (found.count, found.length) = (found.count + 1, length)
        chosen[ends] = found
        let outer = used
        used = inner.used
        defer { used = outer }
        goesOn = try next(&row)
        return goesOn
      }
      if !goesOn { return false }
      let isEnough = chosen.values.contains {
        !selection.selector.wants(after: $0, atSameLength: false)
      }
      if !inner.wasCut || (areEndsKnown && isEnough) { return true }
    }
    return true
  }
}

extension ParsedPattern.Selector {
  /// Whether one more path is wanted between two ends that some were found of.
  fileprivate func wants(after found: Matcher.Found, atSameLength: Bool) -> Bool {
    switch self {
    case .every: true
    case .shortest: found.count == 0
    case .allShortest: found.count == 0 || atSameLength
    case .shortestCount(let wanted): found.count < wanted
    case .shortestGroups(let wanted): found.groups < wanted || atSameLength
    }
  }
}
