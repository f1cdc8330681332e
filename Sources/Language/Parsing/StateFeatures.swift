/// What of a state the network looks at.
package enum StateFeatures {
  /// The slots of children, of which the relation is looked at too.
  static let childSlots = 5..<10

  /// The row of the relation that the unit in a slot of children has.
  @inline(__always)
  static func childRow(_ slot: Int, _ unit: Int, _ state: TransitionState) -> Int {
    NetShape.childRows + 64 * (slot - childSlots.lowerBound) + Int(state.relations[unit] & 63)
  }

  /// Writes the units in the slots to `slots`, -1 where one is empty, and the rows that are added to the
  /// hidden layer to `rows`: of children's relations only where `hasChildren` says so.
  ///
  /// - Returns: how many rows.
  package static func write(
    _ state: TransitionState, _ input: ParserInput, slots: UnsafeMutablePointer<Int>,
    rows: UnsafeMutablePointer<Int>, hasChildren: Bool = true
  ) -> Int {
    let none = state.count + 1
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let b0 = state.next
    slots[0] = s0
    slots[1] = s1
    slots[2] = state.stacked(2)
    slots[3] = b0
    slots[4] = state.ahead(1)
    slots[5] = state.left[s0]
    slots[6] = state.right[s0]
    slots[7] = state.left[s1]
    slots[8] = state.right[s1]
    slots[9] = state.left[b0]
    slots[10] = state.secondRight[s1]
    var count = 0
    for slot in 0..<NetShape.slots where slots[slot] == none {
      slots[slot] = -1
      rows[count] = NetShape.emptyRows + slot
      count += 1
    }
    if hasChildren {
      for slot in childSlots where slots[slot] >= 0 {
        rows[count] = childRow(slot, slots[slot], state)
        count += 1
      }
    }
    count = add(state.childRelations[s0], 0, to: rows, count)
    count = add(state.childRelations[s1], 1, to: rows, count)
    count = add(state.childRelations[b0], 2, to: rows, count)
    rows[count] = NetShape.distanceRows + distance(s0, b0)
    rows[count + 1] = NetShape.distanceRows + 8 + distance(s1, s0)
    rows[count + 2] = NetShape.betweenRows + input.between(s0, b0)
    rows[count + 3] = NetShape.betweenRows + 32 + input.between(s1, s0)
    rows[count + 4] = NetShape.constantRow
    return count + 5
  }

  @inline(__always)
  private static func add(
    _ set: UInt64, _ number: Int, to rows: UnsafeMutablePointer<Int>, _ count: Int
  ) -> Int {
    var set = set
    var count = count
    while set != 0 {
      rows[count] = NetShape.setRows + 64 * number + set.trailingZeroBitCount
      count += 1
      set &= set - 1
    }
    return count
  }

  /// The distance between two units, in steps that grow, below 8.
  @inline(__always)
  private static func distance(_ left: Int, _ right: Int) -> Int {
    let steps = right - left
    return steps <= 0 ? 0 : steps <= 4 ? steps : steps <= 6 ? 5 : steps <= 10 ? 6 : 7
  }
}
