/// A greedy transition parser: one linear decision a step, then one for the arc's relation.
package struct Parser: @unchecked Sendable {
  /// How many weights a feature has in the table of the actions; the last is not used.
  package static let actionRow = 4
  /// The longest stretch that is read as one tree; longer sentences are read in pieces.
  package static let pieceLimit = 250

  private let actions: UnsafePointer<Int8>
  private let actionShift: UInt32
  private let relations: UnsafePointer<Int8>
  private let relationShift: UInt32

  /// The parser whose model lies in `bytes`, which must outlive it.
  ///
  /// - Returns: nil where the bytes are no model of a parser.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ModelReader(bytes)
    guard reader.open(.parser), let actionBits = reader.number(),
      let actions = reader.weights(count: Self.actionRow << actionBits),
      let relationBits = reader.number(),
      let relations = reader.weights(count: 1 << relationBits + ModelFormat.rowLimit)
    else { return nil }
    self.actions = actions
    self.relations = relations
    actionShift = UInt32(32 - actionBits)
    relationShift = UInt32(32 - relationBits)
  }

  /// Heads, with the number of units for the root, and relations of a sentence.
  package func parse(_ input: ParserInput) -> (heads: [Int], relations: [Relation]) {
    var state = TransitionState(count: input.count)
    let limit = max(ActionFeatures.limit, RelationFeatures.limit)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: limit) { hashes in
      guard let base = hashes.baseAddress else { return }
      while !state.isFinal {
        let transition = choose(state, input, base)
        if transition == .shift {
          state.shift()
          continue
        }
        let (child, head) = state.arc(of: transition)
        var relation = Relation.root.rawValue
        if head < input.count {
          var sink = FeatureSink(base)
          RelationFeatures.write(child: child, head: head, state, input, to: &sink)
          relation = UInt8(
            LinearRows.best(
              relations, hashes: base, count: sink.count, shift: relationShift,
              of: Relation.allCases.count))
        }
        state.reduce(transition, relation)
      }
    }
    return (
      Array(state.heads.prefix(input.count)),
      state.relations.prefix(input.count).map { Relation(rawValue: $0) ?? .dep }
    )
  }

  private func choose(
    _ state: TransitionState, _ input: ParserInput, _ hashes: UnsafeMutablePointer<UInt32>
  ) -> Transition {
    let canShift = state.allows(.shift)
    let canLeft = state.allows(.left)
    let canRight = state.allows(.right)
    if !canLeft, !canRight { return .shift }
    if !canShift, !canLeft { return .right }
    if !canShift, !canRight { return .left }
    var sink = FeatureSink(hashes)
    ActionFeatures.write(state, input, to: &sink)
    let table = UnsafeRawPointer(actions)
    var sum = SIMD4<Int16>(repeating: 0)
    for index in 0..<sink.count {
      let row = Int(hashes[index] >> actionShift) * Self.actionRow
      sum &+= SIMD4<Int16>(
        truncatingIfNeeded: table.loadUnaligned(fromByteOffset: row, as: SIMD4<Int8>.self))
    }
    var best = Transition.shift
    var bestScore = canShift ? Int(sum[0]) : Int.min
    if canLeft, Int(sum[1]) > bestScore {
      bestScore = Int(sum[1])
      best = .left
    }
    if canRight, Int(sum[2]) > bestScore { best = .right }
    return best
  }
}
