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
///
/// Only whoever parses the sentence sees it, so that accesses need no checks of their own.
package final class TransitionState {
  /// The input's number of units; the root has this number, "none" the one after it.
  package let count: Int
  /// The next unit; `count` for the root.
  @exclusivity(unchecked) package private(set) var next = 0
  /// How many units are on the stack.
  @exclusivity(unchecked) private var depth = 0
  private let stacked: UnsafeMutablePointer<Int>
  /// The head of each unit, -1 where it has none yet.
  package let heads: UnsafeMutablePointer<Int>
  /// The children farthest out to either side, and the second farthest to the right; for the root and
  /// none too.
  package let left: UnsafeMutablePointer<Int>
  package let right: UnsafeMutablePointer<Int>
  package let secondRight: UnsafeMutablePointer<Int>
  /// Which relations the children of each unit have, a bit for each.
  package let childRelations: UnsafeMutablePointer<UInt64>
  /// The relation of each unit to its head.
  package let relations: UnsafeMutablePointer<UInt8>

  /// The state before the first of `count` units.
  package init(count: Int) {
    self.count = count
    let room = count + 2
    // All in one piece of memory, since a sentence is soon read.
    let numbers = UnsafeMutablePointer<Int>.allocate(capacity: 7 * room)
    stacked = numbers
    heads = numbers + room
    left = heads + room
    right = left + room
    secondRight = right + room
    stacked.initialize(repeating: 0, count: room)
    heads.initialize(repeating: -1, count: room)
    left.initialize(repeating: count + 1, count: 3 * room)
    childRelations = UnsafeMutableRawPointer(secondRight + room)
      .bindMemory(to: UInt64.self, capacity: room)
    childRelations.initialize(repeating: 0, count: room)
    relations = UnsafeMutableRawPointer(childRelations + room)
      .bindMemory(to: UInt8.self, capacity: room)
    relations.initialize(repeating: .max, count: room)
  }

  deinit { stacked.deallocate() }

  /// The units on the stack, the top last.
  package var stack: UnsafeBufferPointer<Int> { UnsafeBufferPointer(start: stacked, count: depth) }

  /// Whether every unit has its head.
  package var isFinal: Bool { next == count && depth == 0 }

  /// The unit at `below` under the top of the stack, or none.
  @inline(__always)
  package func stacked(_ below: Int) -> Int {
    below < depth ? stacked[depth - 1 - below] : count + 1
  }

  /// The unit `ahead` of the next one, the root behind the last, then none.
  @inline(__always)
  package func ahead(_ ahead: Int) -> Int { min(next + ahead, count + 1) }

  /// Whether a transition can be taken. Only the last unit left becomes a child of the root.
  @inline(__always)
  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: next < count
    case .left: next < count ? depth > 0 : depth == 1
    case .right: depth >= 2
    }
  }

  /// The child and the head that a transition would join.
  @inline(__always)
  package func arc(of transition: Transition) -> (child: Int, head: Int) {
    (stacked(0), transition == .left ? next : stacked(1))
  }

  /// Pushes the next unit.
  package func shift() {
    stacked[depth] = next
    depth += 1
    next += 1
  }

  /// Makes the top of the stack a child, with this relation.
  package func reduce(_ transition: Transition, _ relation: UInt8) {
    let (child, head) = arc(of: transition)
    depth -= 1
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
