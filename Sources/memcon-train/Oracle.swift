import Language

/// Tells how many arcs of the gold tree a transition loses.
///
/// The dynamic oracle of the arc-hybrid system: Goldberg & Nivre, Training Deterministic Parsers with
/// Non-Deterministic Oracles, TACL 2013.
struct Oracle {
  let heads: [Int]

  /// The arcs of the gold tree that can no longer be made once `transition` is taken.
  func cost(_ transition: Transition, in state: TransitionState) -> Int {
    let next = state.next
    switch transition {
    case .shift:
      var cost = 0
      let top = state.stacked(0)
      for unit in state.stack {
        if heads[unit] == next { cost += 1 }
        if unit == heads[next], unit != top { cost += 1 }
      }
      return cost
    case .left:
      let top = state.stacked(0)
      let lost =
        heads[top] != next && (heads[top] == state.stacked(1) || heads[top] > next) ? 1 : 0
      return lost + children(of: top, from: next)
    case .right:
      let top = state.stacked(0)
      return (heads[top] >= next ? 1 : 0) + children(of: top, from: next)
    }
  }

  private func children(of unit: Int, from next: Int) -> Int {
    var count = 0
    for other in next..<max(next, heads.count) where heads[other] == unit { count += 1 }
    return count
  }
}
