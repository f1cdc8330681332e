import CModels

/// The network's numbers for a few sentences, which are encoded together and then read one by one.
///
/// Together, so that the weights, which are more than the nearest memory holds, are fetched once for all of them, and
/// so that the sums are made for eight units at once.
///
/// Only whoever parses the sentences sees it, so that accesses need no checks of their own.
final class ParserReading {
  private let parser: Parser
  private let inputs: ArraySlice<ParserInput>
  private let memory: ParserMemory
  /// The constants that sums begin with; see `Parser.starts`.
  private let starts: UnsafePointer<Int32>
  /// The sentence that is read, and where its first unit's row lies.
  @exclusivity(unchecked) private var input: ParserInput
  @exclusivity(unchecked) private var firstRow = 1
  @exclusivity(unchecked) private var isActive = false

  /// The numbers lie in the memory of `workspace`, which serves one reading at a time.
  init(_ parser: Parser, _ inputs: ArraySlice<ParserInput>, in workspace: ModelWorkspace) {
    self.parser = parser
    self.inputs = inputs
    input = inputs[inputs.startIndex]
    memory = ParserMemory(inputs, in: workspace)
    starts = parser.starts
    encode()
    for slot in 0..<NetShape.slots { computeLikelyShares(slot) }
  }

  /// Goes on to the next sentence, which has to be `input`.
  func begin(_ index: Int) {
    firstRow = memory.firstRow(of: index - inputs.startIndex)
    input = inputs[index]
  }

  // MARK: - Vectors

  private func encode() {
    let width = NetShape.width
    for (index, input) in inputs.enumerated() {
      input.rows.withUnsafeBufferPointer { rows in
        guard let rows = rows.baseAddress else { return }
        let first = memory.vectors + memory.firstRow(of: index) * width
        for unit in 0...input.count {
          sumByteRows(
            parser.units, rows + unit * NetShape.rowsOfUnit, NetShape.rowsOfUnit,
            Int32(parser.unitShift), first + unit * width)
        }
      }
    }
    for layer in 0..<NetShape.layers {
      let weights = parser.convolutions + layer * 3 * width * width
      let constants = starts + Parser.convolutionStarts + layer * width
      for (index, input) in inputs.enumerated() {
        let first = memory.vectors + memory.firstRow(of: index) * width
        let count = input.count + 1
        // A unit, the one before and the one behind lie side by side: one vector of three times the width.
        sumProducts(
          first - width, width, count, weights, constants, memory.sums, 3 * width, width)
        addRectified(first, memory.sums, count * width)
      }
    }
  }

  // MARK: - Shares of the hidden layer

  /// Computes the shares of all units that will probably stand in a slot.
  private func computeLikelyShares(_ slot: Int) {
    let kinds = LikelySlots.kinds(in: slot)
    if kinds == 0 { return }
    var count = 0
    for row in 0..<memory.rowCount where memory.kinds[row] & kinds != 0 {
      memory.gather(row, at: count)
      count += 1
      if count == ParserMemory.gatheredRows {
        computeGathered(slot, count)
        count = 0
      }
    }
    if count > 0 { computeGathered(slot, count) }
  }

  /// Computes the shares of the units gathered.
  private func computeGathered(_ slot: Int, _ count: Int) {
    let hidden = NetShape.hidden
    sumProducts(
      memory.gathered, NetShape.width, count, parser.slots + slot * NetShape.width * hidden,
      starts, memory.sums, NetShape.width, hidden)
    let isChild = StateFeatures.childSlots.contains(slot)
    for index in 0..<count {
      let share = memory.addShare(
        Int(memory.gatheredUnits[index]) * NetShape.slots + slot, isWhole: !isChild)
      narrowShares(memory.sums + index * hidden, share)
    }
  }

  /// Makes the share of a unit in a slot whole.
  @inline(never)
  private func complete(_ slot: Int, _ unit: Int, _ state: TransitionState) {
    let row = firstRow + unit
    let number = row * NetShape.slots + slot
    if memory.places[number] == ParserMemory.nowhere {
      memory.gather(row, at: 0)
      computeGathered(slot, 1)
    }
    // The relation of a child is known once it hangs there, and stays.
    if StateFeatures.childSlots.contains(slot), !memory.isWhole(number) {
      addWideRow(
        memory.share(number),
        parser.states + StateFeatures.childRow(slot, unit, state) * NetShape.hidden)
      memory.finish(number)
    }
  }

  // MARK: - Choices

  private func activate(_ state: TransitionState) {
    let slots = memory.slots
    let addends = memory.addends
    let rowCount = StateFeatures.write(
      state, input, slots: slots, rows: memory.rows, hasChildren: false)
    var count = 0
    for slot in 0..<NetShape.slots where slots[slot] >= 0 {
      let number = (firstRow &+ slots[slot]) &* NetShape.slots &+ slot
      if !memory.isWhole(number) { complete(slot, slots[slot], state) }
      addends[count] = UnsafePointer(memory.share(number))
      count &+= 1
    }
    for row in 0..<rowCount {
      addends[count &+ row] = parser.states + memory.rows[row] &* NetShape.hidden
    }
    count &+= rowCount
    sumWideRows(addends, count, memory.hidden)
  }

  /// Where the constants of a part of the outputs lie.
  private func constants(_ part: Int) -> UnsafePointer<Int32> {
    starts + Parser.outputStarts + part * NetShape.paddedRelations
  }

  /// The best transition that can be taken.
  func choose(_ state: TransitionState) -> Transition {
    let canShift = state.allows(.shift)
    let canLeft = state.allows(.left)
    let canRight = state.allows(.right)
    isActive = false
    if !canLeft, !canRight { return .shift }
    if !canShift { return canLeft && !canRight ? .left : .right }
    activate(state)
    isActive = true
    let sums = memory.sums
    sumActions(memory.hidden, parser.actions, constants(0), sums)
    var best = Transition.shift
    if canLeft, sums[1] > sums[0] { best = .left }
    if canRight, sums[2] > sums[best.rawValue] { best = .right }
    return best
  }

  /// The relation of the arc that a transition, chosen just before, makes.
  func relation(_ transition: Transition, _ state: TransitionState) -> UInt8 {
    if !isActive { activate(state) }
    let part = transition == .left ? 1 : 2
    sumSparseProducts(memory.hidden, parser.outputs[part], constants(part), memory.sums)
    return UInt8(highestSum(memory.sums, NetShape.relations))
  }
}
