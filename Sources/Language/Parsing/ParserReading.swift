import CModels

/// The network's numbers for one sentence.
struct ParserReading {
  private let parser: Parser
  private let input: ParserInput
  /// The units' vectors, a row of zeros before and behind them.
  private let vectors: UnsafeMutablePointer<Int16>
  private let sums: UnsafeMutablePointer<Int32>
  /// The constants that sums begin with; see `Parser.starts`.
  private let starts: UnsafePointer<Int32>
  private let hidden: UnsafeMutablePointer<Int16>
  private let slots: UnsafeMutablePointer<Int>
  private let rows: UnsafeMutablePointer<Int>
  /// The rows whose sum is the hidden layer.
  private let addends: UnsafeMutablePointer<UnsafePointer<Int16>>
  /// The hidden layer's shares of each unit and slot, and whether they are computed.
  private let shares: UnsafeMutablePointer<Int16>
  private let isShared: UnsafeMutablePointer<Bool>
  private var isActive = false

  /// The numbers lie in the memory of `workspace`, which serves one reading at a time.
  init(_ parser: Parser, _ input: ParserInput, in workspace: ModelWorkspace) {
    self.parser = parser
    self.input = input
    let width = NetShape.width
    let count = input.count + 1
    var size = 0
    func room<T>(_ type: T.Type, _ count: Int) -> Int {
      defer { size += (count * MemoryLayout<T>.stride + 63) / 64 * 64 }
      return size
    }
    let vectors = room(Int16.self, (count + 2) * width)
    let sums = room(Int32.self, count * max(width, NetShape.hidden))
    let hidden = room(Int16.self, NetShape.hidden)
    let slots = room(Int.self, NetShape.slots)
    let rows = room(Int.self, NetShape.stateRowLimit)
    let addends = room(UnsafePointer<Int16>.self, NetShape.slots + NetShape.stateRowLimit)
    let isShared = room(Bool.self, count * NetShape.slots)
    let shares = room(Int16.self, count * NetShape.slots * NetShape.hidden)
    let memory = workspace.memory(byteCount: size)
    func place<T>(_ type: T.Type, _ offset: Int) -> UnsafeMutablePointer<T> {
      (memory + offset).bindMemory(to: type, capacity: 1)
    }
    self.vectors = place(Int16.self, vectors)
    self.sums = place(Int32.self, sums)
    starts = parser.starts
    self.hidden = place(Int16.self, hidden)
    self.slots = place(Int.self, slots)
    self.rows = place(Int.self, rows)
    self.addends = place(UnsafePointer<Int16>.self, addends)
    self.isShared = place(Bool.self, isShared)
    self.shares = place(Int16.self, shares)
    self.vectors.initialize(repeating: 0, count: (count + 2) * width)
    self.isShared.initialize(repeating: false, count: count * NetShape.slots)
    encode()
  }

  private func encode() {
    input.rows.withUnsafeBufferPointer { rows in
      if let rows = rows.baseAddress { encode(rows) }
    }
  }

  private func encode(_ rows: UnsafePointer<Int32>) {
    let width = NetShape.width
    let count = input.count + 1
    for unit in 0..<count {
      sumByteRows(
        parser.units, rows + unit * NetShape.rowsOfUnit, NetShape.rowsOfUnit,
        Int32(parser.unitShift), vectors + (unit + 1) * width)
    }
    for layer in 0..<NetShape.layers {
      let weights = parser.convolutions + layer * 3 * width * width
      let constants = starts + Parser.convolutionStarts + layer * width
      // A unit, the one before and the one behind lie side by side: one vector of three times the width.
      sumProducts(vectors, width, count, weights, constants, sums, 3 * width, width)
      addRectified(vectors + width, sums, count * width)
    }
    for slot in 0..<Self.eagerSlots { computeShares(slot, 0, count) }
  }

  /// The slots that nearly every unit comes to stand in.
  private static let eagerSlots = 5

  /// Computes the shares of `count` units from `first` in a slot.
  private func computeShares(_ slot: Int, _ first: Int, _ count: Int) {
    let hidden = NetShape.hidden
    sumProducts(
      vectors + (first + 1) * NetShape.width, NetShape.width, count,
      parser.slots + slot * NetShape.width * hidden, starts, sums, NetShape.width, hidden)
    for unit in 0..<count {
      let number = (first + unit) * NetShape.slots + slot
      isShared[number] = true
      narrowShares(sums + unit * hidden, shares + number * hidden)
    }
  }

  private func share(_ slot: Int, _ unit: Int) -> UnsafeMutablePointer<Int16> {
    let number = unit &* NetShape.slots &+ slot
    if !isShared[number] { computeShares(slot, unit, 1) }
    return shares + number &* NetShape.hidden
  }

  private func activate(_ state: TransitionState) {
    let rowCount = StateFeatures.write(state, input, slots: slots, rows: rows)
    var count = 0
    for slot in 0..<NetShape.slots where slots[slot] >= 0 {
      addends[count] = UnsafePointer(share(slot, slots[slot]))
      count &+= 1
    }
    for row in 0..<rowCount {
      addends[count &+ row] = parser.states + rows[row] &* NetShape.hidden
    }
    count &+= rowCount
    sumWideRows(addends, count, hidden)
  }

  /// Where the constants of a part of the outputs lie.
  private func constants(_ part: Int) -> UnsafePointer<Int32> {
    starts + Parser.outputStarts + part * NetShape.paddedRelations
  }

  /// The best transition that can be taken.
  mutating func choose(_ state: TransitionState) -> Transition {
    let canShift = state.allows(.shift)
    let canLeft = state.allows(.left)
    let canRight = state.allows(.right)
    isActive = false
    if !canLeft, !canRight { return .shift }
    if !canShift { return canLeft && !canRight ? .left : .right }
    activate(state)
    isActive = true
    sumProducts(
      hidden, 0, 1, parser.outputs[0], constants(0), sums, NetShape.hidden, NetShape.paddedActions)
    var best = Transition.shift
    if canLeft, sums[1] > sums[0] { best = .left }
    if canRight, sums[2] > sums[best.rawValue] { best = .right }
    return best
  }

  /// The relation of the arc that a transition, chosen just before, makes.
  mutating func relation(_ transition: Transition, _ state: TransitionState) -> UInt8 {
    if !isActive { activate(state) }
    let part = transition == .left ? 1 : 2
    sumSparseProducts(hidden, parser.outputs[part], constants(part), sums)
    return UInt8(highestSum(sums, NetShape.relations))
  }
}
