/// A step of the arc-hybrid transition system.
///
/// Kuhlmann, Gómez-Rodríguez & Satta, Dynamic Programming Algorithms for Transition-Based Dependency
/// Parsers, ACL 2011; the root stands behind the last unit, as in Ballesteros & Nivre, Going to the
/// Roots of Dependency Parsing, 2013.
package enum Transition: Int, Sendable, CaseIterable {
  /// The next unit is pushed on the stack.
  case shift
  /// The top of the stack becomes a child of the next unit.
  case left
  /// The top of the stack becomes a child of the unit below it.
  case right
}

/// A sentence read in part: the stack, the next unit, and the arcs so far.
package struct TransitionState {
  /// The input's number of units; the root has this number, "none" the one after it.
  package let count: Int
  /// The units on the stack, the top last.
  package private(set) var stack: [Int] = []
  /// The next unit; `count` for the root.
  package private(set) var next = 0
  /// The head of each unit, -1 where it has none yet.
  package private(set) var heads: [Int]
  /// The relation of each unit to its head.
  package private(set) var relations: [UInt8]
  /// The children farthest out to either side, and the second farthest to the right; for the root and
  /// none too.
  package private(set) var left: [Int]
  package private(set) var right: [Int]
  package private(set) var secondRight: [Int]
  /// Which relations the children of each unit have, a bit for each.
  package private(set) var childRelations: [UInt64]

  /// The state before the first of `count` units.
  package init(count: Int) {
    self.count = count
    let none = count + 1
    heads = Array(repeating: -1, count: count + 2)
    relations = Array(repeating: UInt8.max, count: count + 2)
    left = Array(repeating: none, count: count + 2)
    right = left
    secondRight = left
    childRelations = Array(repeating: 0, count: count + 2)
    stack.reserveCapacity(count)
  }

  /// Whether every unit has its head.
  package var isFinal: Bool { next == count && stack.isEmpty }

  /// The unit at `depth` below the top of the stack, or none.
  @inline(__always)
  package func stacked(_ depth: Int) -> Int {
    depth < stack.count ? stack[stack.count - 1 - depth] : count + 1
  }

  /// The unit `ahead` of the next one, the root behind the last, then none.
  @inline(__always)
  package func ahead(_ ahead: Int) -> Int { min(next + ahead, count + 1) }

  /// Whether a transition can be taken. Only the last unit left becomes a child of the root.
  @inline(__always)
  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: next < count
    case .left: next < count ? !stack.isEmpty : stack.count == 1
    case .right: stack.count >= 2
    }
  }

  /// The child and the head that a transition would join.
  @inline(__always)
  package func arc(of transition: Transition) -> (child: Int, head: Int) {
    (stacked(0), transition == .left ? next : stacked(1))
  }

  /// Pushes the next unit.
  package mutating func shift() {
    stack.append(next)
    next += 1
  }

  /// Makes the top of the stack a child, with this relation.
  package mutating func reduce(_ transition: Transition, _ relation: UInt8) {
    let (child, head) = arc(of: transition)
    stack.removeLast()
    heads[child] = head
    relations[child] = relation
    childRelations[head] |= 1 << UInt64(relation & 63)
    if transition == .left {
      left[head] = child
    } else {
      secondRight[head] = right[head]
      right[head] = child
    }
  }
}
