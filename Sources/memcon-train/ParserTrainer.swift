import Glibc
import Language

/// A sentence as the parser is to read it, with the gold tree.
struct ParserExample {
  var input: ParserInput
  let heads: [Int]
  let relations: [Relation]
}

/// Trains the parser's network with a dynamic oracle, exploring its own mistakes.
final class ParserTrainer {
  let parameters: Parameters
  private let encoder: Encoder
  private var generator: SeededGenerator
  private let hidden = UnsafeMutablePointer<Float>.allocate(capacity: NetShape.hidden)
  private let hiddenGradient = UnsafeMutablePointer<Float>.allocate(capacity: NetShape.hidden)
  private let scores = UnsafeMutablePointer<Float>.allocate(capacity: Parameters.outputWidth)
  private let scoreGradient = UnsafeMutablePointer<Float>.allocate(capacity: Parameters.outputWidth)
  private let slots = UnsafeMutablePointer<Int>.allocate(capacity: NetShape.slots)
  private let rows = UnsafeMutablePointer<Int>.allocate(capacity: NetShape.stateRowLimit)
  private var rowCount = 0
  private var wrong = 0
  private var total = 0
  /// Networks whose opinion counts beside the treebank's.
  private let teachers: [ParserTeacher]
  /// How much it counts, from none (0) to alone (1).
  private let trust: Float
  private let opinion = UnsafeMutablePointer<Float>.allocate(capacity: Parameters.outputWidth)

  /// A network that reads sentences of up to `capacity` units, and believes `teachers` by `trust`.
  init(seed: UInt64, capacity: Int, teachers: [ParserTeacher], trust: Float) {
    self.teachers = teachers
    self.trust = trust
    parameters = Parameters(seed: seed)
    encoder = Encoder(parameters, capacity: capacity)
    generator = SeededGenerator(seed: seed &+ 1)
  }

  deinit {
    for vector in [hidden, hiddenGradient, scores, scoreGradient, opinion] { vector.deallocate() }
    slots.deallocate()
    rows.deallocate()
  }

  /// One pass over `examples`, the rate of learning falling from `rates.0` to `rates.1`.
  func train(_ examples: [ParserExample], rates: (Float, Float), exploring: UInt64) -> String {
    wrong = 0
    total = 0
    var units = 0
    for (number, place) in generator.order(examples.count).enumerated() {
      var example = examples[place]
      for unit in 0..<example.input.count where generator.chance(12) {
        example.input.forgetForm(of: unit)
      }
      encoder.encode(example.input, dropping: 25, &generator)
      for teacher in teachers { teacher.read(examples[place].input) }
      follow(example, exploring: exploring)
      encoder.back()
      units += example.input.count
      if units >= 160 || number == examples.count - 1 {
        let done = Float(number) / Float(examples.count)
        parameters.update(
          rate: rates.0 + (rates.1 - rates.0) * done, scale: 1 / Float(max(1, units)))
        units = 0
      }
    }
    return percent(total - wrong, total)
  }

  private func follow(_ example: ParserExample, exploring: UInt64) {
    let state = TransitionState(count: example.input.count)
    let oracle = Oracle(heads: example.heads)
    while !state.isFinal {
      let allowed = Transition.allCases.filter { state.allows($0) }
      if allowed == [.shift] {
        state.shift()
        continue
      }
      activate(state, example.input)
      for teacher in teachers { teacher.look(slots, rows, rowCount) }
      scoreGradient.update(repeating: 0, count: Parameters.outputWidth)
      let transition = decide(state, allowed, oracle, exploring)
      if transition == .shift {
        back()
        state.shift()
      } else {
        let relation = relate(state.arc(of: transition), transition, example)
        back()
        state.reduce(transition, relation)
      }
    }
  }

  /// Computes the hidden layer and the scores.
  private func activate(_ state: TransitionState, _ input: ParserInput) {
    rowCount = StateFeatures.write(state, input, slots: slots, rows: rows)
    encoder.sum(slots, rows, rowCount, to: hidden)
    for index in 0..<NetShape.hidden {
      hidden[index] = hidden[index] <= 0 || generator.chance(20) ? 0 : hidden[index] * 1.25
    }
    parameters.score(hidden, to: scores)
  }

  /// The transition to take; the gradients of the scores of all that lose nothing against the others.
  private func decide(
    _ state: TransitionState, _ allowed: [Transition], _ oracle: Oracle, _ exploring: UInt64
  ) -> Transition {
    guard allowed.count > 1 else { return allowed[0] }
    let costs = allowed.map { oracle.cost($0, in: state) }
    let least = costs.min() ?? 0
    let top = allowed.map { scores[$0.rawValue] }.max() ?? 0
    let weights = allowed.map { expf(scores[$0.rawValue] - top) }
    let sum = weights.reduce(0, +)
    var freeSum: Float = 0
    for (weight, cost) in zip(weights, costs) where cost == least { freeSum += weight }
    freeSum = max(freeSum, 1e-20)
    ask(allowed)
    var best = 0
    var free = -1
    for index in allowed.indices {
      let share = costs[index] == least ? weights[index] / freeSum : 0
      scoreGradient[allowed[index].rawValue] =
        weights[index] / sum - (1 - trust) * share - trust * opinion[allowed[index].rawValue]
      if weights[index] > weights[best] { best = index }
      if costs[index] == least, free < 0 || weights[index] > weights[free] { free = index }
    }
    total += 1
    if costs[best] == least { return allowed[best] }
    wrong += 1
    return generator.chance(exploring) ? allowed[best] : allowed[free]
  }

  /// What the teachers would do in this state, on average.
  private func ask(_ allowed: [Transition]) {
    for transition in allowed { opinion[transition.rawValue] = 0 }
    for teacher in teachers {
      teacher.addShares(
        of: allowed.map(\.rawValue), times: 1 / Float(teachers.count), to: opinion)
    }
  }

  /// The relation of an arc; the gradients of its scores where the arc is right.
  private func relate(
    _ arc: (child: Int, head: Int), _ transition: Transition, _ example: ParserExample
  ) -> UInt8 {
    guard arc.head < example.input.count else { return Relation.root.rawValue }
    let first = transition == .left ? 3 : 3 + NetShape.relations
    var best = 0
    for relation in 1..<NetShape.relations where scores[first + relation] > scores[first + best] {
      best = relation
    }
    guard example.heads[arc.child] == arc.head else { return UInt8(best) }
    let top = scores[first + best]
    var sum: Float = 0
    for relation in 0..<NetShape.relations { sum += expf(scores[first + relation] - top) }
    for relation in 0..<NetShape.relations {
      scoreGradient[first + relation] = expf(scores[first + relation] - top) / sum
    }
    scoreGradient[first + Int(example.relations[arc.child].rawValue)] -= 1 - trust
    for teacher in teachers {
      teacher.addShares(
        of: 0..<NetShape.relations, first: first, times: -trust / Float(teachers.count),
        to: scoreGradient)
    }
    return UInt8(best)
  }

  /// Brings the scores' gradients back to the shares and the rows.
  private func back() {
    hiddenGradient.update(repeating: 0, count: NetShape.hidden)
    let width = Parameters.outputWidth
    Kernels.multiplyBack(
      hidden, hiddenGradient, NetShape.hidden, parameters.values + Parameters.outputs,
      parameters.gradients + Parameters.outputs, scoreGradient, width)
    Kernels.add(
      1, scoreGradient, to: parameters.gradients + Parameters.outputs + NetShape.hidden * width,
      width)
    for index in 0..<NetShape.hidden {
      hiddenGradient[index] = hidden[index] > 0 ? hiddenGradient[index] * 1.25 : 0
    }
    for slot in 0..<NetShape.slots where slots[slot] >= 0 {
      Kernels.add(
        1, hiddenGradient, to: encoder.shareGradient(slot, slots[slot]), NetShape.hidden)
    }
    for row in 0..<rowCount {
      Kernels.add(
        1, hiddenGradient,
        to: parameters.gradients + Parameters.states + rows[row] * NetShape.hidden,
        NetShape.hidden)
    }
  }
}
