/// The order in which the patterns of a MATCH are gone through: what is known first, then from it
/// along relationships, and a scan only where nothing leads on.
struct MatchSteps {
  struct Step {
    enum Kind {
      /// A node that an earlier clause found.
      case known(Int)
      case scan(Int)
      /// Nothing but conditions.
      case check
      /// From one end along a relationship; `isClosing` if the other end is known too.
      case expand(Int, fromLeft: Bool, isClosing: Bool)
      /// A relationship that an earlier clause found.
      case bound(Int, isLeftKnown: Bool, isRightKnown: Bool)
      /// A path of variable length.
      case paths(Int, fromLeft: Bool, isClosing: Bool)
      case shortest(Int)
      case group(Int, isClosing: Bool)
      case path(Int)
      /// The shortest of paths of several parts.
      case selection(Int)
    }

    var kind: Kind
    /// What can be told once the step is done.
    var conditions: [ResolvedExpression] = []
  }

  private(set) var steps: [Step] = []
  private let match: ResolvedMatch
  private var isKnown: [Bool]
  private var isDone: [Bool]
  private var pendingPaths: [Int]
  private var pendingConditions: [ResolvedCondition]
  private var slots: Set<Int> = []

  init(_ match: ResolvedMatch, given: Set<Int> = []) {
    self.match = match
    isKnown = match.nodes.map { _ in false }
    isDone = match.relationships.map { _ in false }
    pendingPaths = Array(match.paths.indices)
    pendingConditions = match.conditions
    add(.check)
    for (index, node) in match.nodes.enumerated() where node.isBound || given.contains(index) {
      isKnown[index] = true
      slots.insert(node.slot)
      add(.known(index))
    }
    while let index = nextRelationship {
      follow(index)
    }
    while let index = match.nodes.indices.first(where: { !isKnown[$0] }) {
      scan(bestStart ?? index)
      while let index = nextRelationship { follow(index) }
    }
    for (index, selection) in match.selections.enumerated() {
      slots.formUnion(selection.match.newSlots)
      add(.selection(index))
    }
  }

  // MARK: Order

  /// The relationship to follow next: one whose ends are known, then a single one, then a path.
  private var nextRelationship: Int? {
    var best: (index: Int, cost: Int)?
    for (index, relationship) in match.relationships.enumerated() where !isDone[index] {
      let (left, right) = (isKnown[relationship.left], isKnown[relationship.right])
      let isSingle = relationship.length == nil
      let cost: Int
      if relationship.isBound, isSingle {
        cost = 0
      } else if relationship.selector != .every {
        guard left, right else { continue }
        cost = 5
      } else if relationship.group != nil {
        guard left else { continue }
        cost = right ? 4 : 6
      } else if left, right {
        cost = isSingle ? 1 : 3
      } else if left || right {
        cost = isSingle ? 2 : 6
      } else {
        continue
      }
      if cost < best?.cost ?? .max { best = (index, cost) }
    }
    return best?.index
  }

  private mutating func follow(_ index: Int) {
    let relationship = match.relationships[index]
    let (left, right) = (isKnown[relationship.left], isKnown[relationship.right])
    isDone[index] = true
    isKnown[relationship.left] = true
    isKnown[relationship.right] = true
    slots.formUnion([
      relationship.slot, match.nodes[relationship.left].slot, match.nodes[relationship.right].slot,
    ])
    slots.formUnion(relationship.group?.lists.map(\.outer) ?? [])
    if relationship.isBound, relationship.length == nil {
      add(.bound(index, isLeftKnown: left, isRightKnown: right))
    } else if relationship.selector != .every {
      add(.shortest(index))
    } else if relationship.group != nil {
      add(.group(index, isClosing: right))
    } else if relationship.length != nil {
      add(.paths(index, fromLeft: left, isClosing: left && right))
    } else {
      add(.expand(index, fromLeft: left, isClosing: left && right))
    }
  }

  /// The node to scan for: the one that most is known of.
  private var bestStart: Int? {
    var best: (index: Int, worth: Int)?
    for (index, node) in match.nodes.enumerated() where !isKnown[index] {
      let needsLeft = match.relationships.contains {
        $0.group != nil && $0.right == index && !isKnown[$0.left]
      }
      let worth =
        (needsLeft ? -10 : 0) + (node.equalities.isEmpty ? 0 : 4) + (node.labels.isEmpty ? 0 : 2)
        + (pendingConditions.contains { $0.needs == [node.slot] } ? 1 : 0)
      if worth > best?.worth ?? .min { best = (index, worth) }
    }
    return best?.index
  }

  private mutating func scan(_ index: Int) {
    isKnown[index] = true
    slots.insert(match.nodes[index].slot)
    add(.scan(index))
  }

  private mutating func add(_ kind: Step.Kind) {
    steps.append(Step(kind: kind, conditions: takeConditions()))
    for index in pendingPaths {
      let path = match.paths[index]
      guard path.nodes.allSatisfy({ isKnown[$0] }), path.relationships.allSatisfy({ isDone[$0] })
      else { continue }
      pendingPaths.removeAll { $0 == index }
      slots.insert(path.slot)
      steps.append(Step(kind: .path(index), conditions: takeConditions()))
    }
  }

  /// The conditions all of whose variables are known by now.
  private mutating func takeConditions() -> [ResolvedExpression] {
    let ready = pendingConditions.filter { $0.needs.isSubset(of: slots) }
    pendingConditions.removeAll { $0.needs.isSubset(of: slots) }
    return ready.map(\.expression)
  }
}
