import Glibc
import Language

/// A trained network that tells what it would do in a state of another's reading.
///
/// Several networks together are right more often than each; one that learns from what they would do takes over a
/// part of that (distillation: Kuncoro et al., Distilling an Ensemble of Greedy Dependency Parsers into One MST
/// Parser, EMNLP 2016).
final class ParserTeacher {
  typealias Vector = UnsafeMutablePointer<Float>

  private let parameters: Parameters
  private let encoder: Encoder
  private let hidden = Vector.allocate(capacity: NetShape.hidden)
  /// The scores of all outputs in the state looked at last.
  private let scores = Vector.allocate(capacity: Parameters.outputWidth)
  private var generator = SeededGenerator(seed: 1)

  init(_ parameters: Parameters, capacity: Int) {
    self.parameters = parameters
    encoder = Encoder(parameters, capacity: capacity)
  }

  deinit {
    hidden.deallocate()
    scores.deallocate()
  }

  /// Reads a sentence, of whose states it is asked.
  func read(_ input: ParserInput) { encoder.encode(input, dropping: 0, &generator) }

  /// Looks at a state, told by its units and rows as `StateFeatures` writes them.
  func look(_ slots: UnsafeMutablePointer<Int>, _ rows: UnsafeMutablePointer<Int>, _ rowCount: Int)
  {
    encoder.sum(slots, rows, rowCount, to: hidden)
    for index in 0..<NetShape.hidden { hidden[index] = max(0, hidden[index]) }
    parameters.score(hidden, to: scores)
  }

  /// Adds `factor` times the shares of the outputs from `first` on to `target`, so that they sum to one.
  func addShares(
    of outputs: some Collection<Int>, first: Int = 0, times factor: Float, to target: Vector
  ) {
    let top = outputs.lazy.map { self.scores[first + $0] }.max() ?? 0
    let sum = outputs.reduce(Float(0)) { $0 + expf(scores[first + $1] - top) }
    for output in outputs {
      target[first + output] += factor * (expf(scores[first + output] - top) / sum)
    }
  }
}
