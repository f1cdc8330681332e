import CModels

/// A greedy transition parser with a small network, in whole numbers.
///
/// Its numbers are fractions of powers of two: vectors of units in 1/256, the hidden layer in 1/512,
/// weights in 1/4096.
package struct Parser: @unchecked Sendable {
  /// The longest stretch that is read as one tree; longer sentences are read in pieces.
  package static let pieceLimit = 250

  let units: UnsafePointer<Int8>
  let unitShift: Int
  let convolutions: UnsafePointer<Int16>
  let slots: UnsafePointer<Int16>
  let states: UnsafePointer<Int16>
  /// For the transitions, the relations to the left and those to the right: weights.
  let outputs: InlineArray<3, UnsafePointer<Int16>>
  /// The weights of the transitions once more, those of each transition behind each other.
  let actions: UnsafePointer<Int16>
  /// What sums of products begin with: zeros for the shares of the hidden layer, then the constants of
  /// each convolution, then those of each part of the outputs, `paddedRelations` apart. The parser is made
  /// once for the program, and its memory never given back.
  let starts: UnsafePointer<Int32>
  static let convolutionStarts = NetShape.hidden
  static let outputStarts = convolutionStarts + NetShape.layers * NetShape.width

  /// The parser whose model lies in `bytes`, which must outlive it.
  ///
  /// - Returns: nil where the bytes are no model of a parser.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let width = NetShape.width
    var reader = ModelReader(bytes)
    guard reader.open(.parser), let unitShift = reader.number(), (0...8).contains(unitShift),
      let units = reader.weights(count: NetShape.unitRows * width),
      let convolutions = reader.wideWeights(count: NetShape.layers * 3 * width * width),
      let convolutionConstants = reader.wideWeights(count: NetShape.layers * width),
      let slots = reader.wideWeights(count: NetShape.slots * width * NetShape.hidden),
      let states = reader.wideWeights(count: NetShape.stateRows * NetShape.hidden),
      let actions = reader.wideWeights(count: (NetShape.hidden + 1) * NetShape.paddedActions),
      let left = reader.wideWeights(count: (NetShape.hidden + 1) * NetShape.paddedRelations),
      let right = reader.wideWeights(count: (NetShape.hidden + 1) * NetShape.paddedRelations)
    else { return nil }
    self.units = units
    self.unitShift = unitShift
    self.convolutions = convolutions
    self.slots = slots
    self.states = states
    outputs = [actions, Self.aligned(left), Self.aligned(right)]
    self.actions = Self.byAction(actions)
    var starts = [Int32](
      repeating: 0, count: Self.outputStarts + outputs.count * NetShape.paddedRelations)
    for index in 0..<NetShape.layers * width {
      starts[Self.convolutionStarts + index] = Int32(convolutionConstants[index]) << 8
    }
    for part in outputs.indices {
      let weights = outputs[part]
      let padded = NetShape.outputParts[part].2
      for index in 0..<padded {
        starts[Self.outputStarts + part * NetShape.paddedRelations + index] =
          Int32(weights[NetShape.hidden * padded + index]) << 9
      }
    }
    let memory = UnsafeMutablePointer<Int32>.allocate(capacity: starts.count)
    memory.initialize(from: starts, count: starts.count)
    self.starts = UnsafePointer(memory)
  }

  /// A copy of the weights of relations that begins at a cache line, as the other weights do in the model.
  private static func aligned(_ weights: UnsafePointer<Int16>) -> UnsafePointer<Int16> {
    let count = (NetShape.hidden + 1) * NetShape.paddedRelations
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Int16>.stride, alignment: 64)
    let copy = memory.bindMemory(to: Int16.self, capacity: count)
    copy.initialize(from: weights, count: count)
    return UnsafePointer(copy)
  }

  /// The weights of each transition behind each other; see `sumProducts` for how they lie in the model.
  private static func byAction(_ weights: UnsafePointer<Int16>) -> UnsafePointer<Int16> {
    let count = Transition.allCases.count * NetShape.hidden
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Int16>.stride, alignment: 64)
    let copy = memory.bindMemory(to: Int16.self, capacity: count)
    for action in 0..<Transition.allCases.count {
      for input in 0..<NetShape.hidden {
        let pair = weights + input / 2 * 2 * NetShape.paddedActions
        (copy + action * NetShape.hidden + input).initialize(to: pair[2 * action + input % 2])
      }
    }
    return UnsafePointer(copy)
  }

  /// Heads, with the number of units for the root, and relations of a sentence.
  package func parse(
    _ input: ParserInput, in workspace: ModelWorkspace = ModelWorkspace()
  ) -> (heads: [Int], relations: [Relation]) {
    parse([input], in: workspace)[0]
  }

  /// The same for several sentences.
  package func parse(
    _ inputs: [ParserInput], in workspace: ModelWorkspace
  ) -> [(heads: [Int], relations: [Relation])] {
    var trees: [(heads: [Int], relations: [Relation])] = []
    trees.reserveCapacity(inputs.count)
    var first = 0
    while first < inputs.count {
      var end = first + 1
      var unitCount = inputs[first].count
      while end < inputs.count, unitCount + inputs[end].count <= Self.unitsTogether {
        unitCount += inputs[end].count
        end += 1
      }
      let reading = ParserReading(self, inputs[first..<end], in: workspace)
      for index in first..<end {
        reading.begin(index)
        trees.append(read(inputs[index], reading))
      }
      first = end
    }
    return trees
  }

  /// How many units are encoded together, if they are of several sentences: with more, their numbers are
  /// pushed out of near memory before they are used.
  private static let unitsTogether = 128

  private func read(
    _ input: ParserInput, _ reading: ParserReading
  ) -> (heads: [Int], relations: [Relation]) {
    guard input.count > 0 else { return ([], []) }
    let state = TransitionState(count: input.count)
    while !state.isFinal {
      let transition = reading.choose(state)
      if transition == .shift {
        state.shift()
      } else {
        let isRoot = state.arc(of: transition).head == input.count
        state.reduce(
          transition, isRoot ? Relation.root.rawValue : reading.relation(transition, state))
      }
    }
    return (
      Array(UnsafeBufferPointer(start: state.heads, count: input.count)),
      (0..<input.count).map { Relation(rawValue: state.relations[$0]) ?? .dep }
    )
  }
}
