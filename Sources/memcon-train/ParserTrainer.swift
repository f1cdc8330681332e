import Language

/// A sentence as the parser is to read it, with the gold tree.
struct ParserExample {
  let input: ParserInput
  let heads: [Int]
  let relations: [Relation]
}

/// Trains the parser: averaged perceptrons for transitions and relations, with a dynamic oracle and
/// exploration of the parser's own mistakes.
final class ParserTrainer {
  let actionBits: Int
  let relationBits: Int
  let cutoff = 4
  private let actions: WeightTable
  private let relations: WeightTable
  private let actionCounts = FeatureCounts()
  private let relationCounts = FeatureCounts()
  private var step = 1
  private var relationStep = 1
  private let hashes = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
  private let rows = UnsafeMutablePointer<Int>.allocate(capacity: 256)
  private let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 128)
  private var generator: SeededGenerator

  init(actionBits: Int = 18, relationBits: Int = 18, seed: UInt64 = 5) {
    self.actionBits = actionBits
    self.relationBits = relationBits
    actions = WeightTable(count: Parser.actionRow << actionBits)
    relations = WeightTable(count: 1 << relationBits + ModelFormat.rowLimit)
    generator = SeededGenerator(seed: seed)
  }

  deinit {
    hashes.deallocate()
    rows.deallocate()
    scores.deallocate()
  }

  /// Counts the features on the way to the gold tree.
  func count(_ examples: [ParserExample]) {
    for example in examples {
      var state = TransitionState(count: example.input.count)
      let oracle = Oracle(heads: example.heads)
      while !state.isFinal {
        let allowed = Transition.allCases.filter { state.allows($0) }
        var sink = FeatureSink(hashes)
        ActionFeatures.write(state, example.input, to: &sink)
        for index in 0..<sink.count { actionCounts.see(hashes[index]) }
        // Reducing as early as costs nothing.
        let best =
          allowed.reversed().min { oracle.cost($0, in: state) < oracle.cost($1, in: state) }
          ?? .shift
        guard best != .shift else {
          state.shift()
          continue
        }
        let (child, head) = state.arc(of: best)
        if head < example.input.count {
          sink = FeatureSink(hashes)
          RelationFeatures.write(child: child, head: head, state, example.input, to: &sink)
          for index in 0..<sink.count { relationCounts.see(hashes[index]) }
        }
        state.reduce(best, example.relations[child].rawValue)
      }
    }
  }

  /// One pass over `examples`; the parser follows its own choices in `exploring` of a hundred cases.
  func train(_ examples: [ParserExample], exploring: UInt64) -> String {
    var wrong = 0
    var total = 0
    for number in generator.order(examples.count) {
      let example = examples[number]
      var state = TransitionState(count: example.input.count)
      let oracle = Oracle(heads: example.heads)
      while !state.isFinal {
        let transition = decide(state, example, oracle, exploring, &wrong)
        total += 1
        if transition == .shift {
          state.shift()
        } else {
          state.reduce(transition, relate(state, state.arc(of: transition), example))
        }
      }
    }
    return percent(total - wrong, total)
  }

  private func decide(
    _ state: TransitionState, _ example: ParserExample, _ oracle: Oracle, _ exploring: UInt64,
    _ wrong: inout Int
  ) -> Transition {
    let allowed = Transition.allCases.filter { state.allows($0) }
    if allowed.count == 1 { return allowed[0] }
    var sink = FeatureSink(hashes)
    ActionFeatures.write(state, example.input, to: &sink)
    let rowCount = fillRows(sink.count, actionCounts) {
      Int($0 >> UInt32(32 - self.actionBits)) * Parser.actionRow
    }
    actions.sum(rows, rowCount, into: scores, 3)
    let costs = allowed.map { oracle.cost($0, in: state) }
    let least = costs.min() ?? 0
    var best = allowed[0]
    var bestFree: Transition?
    for (transition, cost) in zip(allowed, costs) {
      let score = scores[transition.rawValue]
      if score > scores[best.rawValue] { best = transition }
      if cost == least, bestFree.map({ score > scores[$0.rawValue] }) ?? true {
        bestFree = transition
      }
    }
    let free = bestFree ?? best
    let isWrong = oracle.cost(best, in: state) > least
    if isWrong {
      wrong += 1
      for row in 0..<rowCount {
        actions.add(1, at: rows[row] + free.rawValue, step: step)
        actions.add(-1, at: rows[row] + best.rawValue, step: step)
      }
    }
    step += 1
    return isWrong && !generator.chance(exploring) ? free : best
  }

  private func relate(
    _ state: TransitionState, _ arc: (child: Int, head: Int), _ example: ParserExample
  ) -> UInt8 {
    guard arc.head < example.input.count else { return Relation.root.rawValue }
    var sink = FeatureSink(hashes)
    RelationFeatures.write(
      child: arc.child, head: arc.head, state, example.input, to: &sink)
    let rowCount = fillRows(sink.count, relationCounts) {
      Int($0 >> UInt32(32 - self.relationBits))
    }
    let classes = Relation.allCases.count
    relations.sum(rows, rowCount, into: scores, classes)
    var best = 0
    for relation in 1..<classes where scores[relation] > scores[best] { best = relation }
    let gold = Int(example.relations[arc.child].rawValue)
    guard example.heads[arc.child] == arc.head else { return UInt8(best) }
    if best != gold {
      for row in 0..<rowCount {
        relations.add(1, at: rows[row] + gold, step: relationStep)
        relations.add(-1, at: rows[row] + best, step: relationStep)
      }
    }
    relationStep += 1
    return UInt8(best)
  }

  @inline(__always)
  private func fillRows(_ count: Int, _ counts: FeatureCounts, _ place: (UInt32) -> Int) -> Int {
    var rowCount = 0
    for index in 0..<count where counts.count(hashes[index]) >= cutoff {
      rows[rowCount] = place(hashes[index])
      rowCount += 1
    }
    return rowCount
  }

  /// The model of the weights' averages so far.
  func model() -> [UInt8] {
    var writer = ModelWriter(.parser)
    writer.add(number: actionBits)
    writer.add(
      table: actions.quantized(steps: step, scale: actions.scale(steps: step, oneIn: 2000)))
    writer.add(number: relationBits)
    writer.add(
      table: relations.quantized(
        steps: relationStep, scale: relations.scale(steps: relationStep, oneIn: 2000)))
    return writer.bytes
  }
}
