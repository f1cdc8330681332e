import Glibc
import Language

/// The network's numbers, their gradients, and Adam's averages (Kingma & Ba, Adam, ICLR 2015).
final class Parameters {
  typealias Vector = UnsafeMutablePointer<Float>

  /// Where each part begins.
  static let units = 0
  static let convolutions = units + NetShape.unitRows * NetShape.width
  static let convolution = (3 * NetShape.width + 1) * NetShape.width
  static let slots = convolutions + NetShape.layers * convolution
  static let states = slots + NetShape.slots * NetShape.width * NetShape.hidden
  static let outputs = states + NetShape.stateRows * NetShape.hidden
  /// The outputs' rows: one a number of the hidden layer, then the constant; padded to eights.
  static let outputWidth = (NetShape.outputs + 7) / 8 * 8
  static let count = outputs + (NetShape.hidden + 1) * outputWidth

  let values: Vector
  let gradients: Vector
  private let means: Vector
  private let squares: Vector
  private var touched: [Int] = []
  private var isTouched = [Bool](repeating: false, count: NetShape.unitRows)
  private var step = 0

  init(seed: UInt64) {
    func zeros() -> Vector {
      let vector = Vector.allocate(capacity: Self.count)
      vector.initialize(repeating: 0, count: Self.count)
      return vector
    }
    values = zeros()
    gradients = zeros()
    means = zeros()
    squares = zeros()
    var generator = SeededGenerator(seed: seed)
    func fill(_ start: Int, _ count: Int, _ deviation: Float) {
      for index in start..<start + count {
        // The sum of four even numbers is near enough to a normal one.
        var sum: Float = 0
        for _ in 0..<4 { sum += Float(generator.next() >> 40) / Float(1 << 24) - 0.5 }
        values[index] = sum * 1.732 * deviation
      }
    }
    let width = NetShape.width
    fill(Self.units, NetShape.unitRows * width, 0.25)
    for layer in 0..<NetShape.layers {
      fill(
        Self.convolutions + layer * Self.convolution, 3 * width * width,
        (1.0 / Float(3 * width)).squareRoot())
    }
    fill(Self.slots, NetShape.slots * width * NetShape.hidden, (0.3 / Float(width)).squareRoot())
    fill(Self.states, NetShape.stateRows * NetShape.hidden, 0.05)
    fill(
      Self.outputs, NetShape.hidden * Self.outputWidth, (1.0 / Float(NetShape.hidden)).squareRoot())
  }

  deinit {
    values.deallocate()
    gradients.deallocate()
    means.deallocate()
    squares.deallocate()
  }

  /// Writes the scores of all outputs for the numbers of the hidden layer.
  func score(_ hidden: Vector, to scores: Vector) {
    let outputs = values + Self.outputs
    scores.update(from: outputs + NetShape.hidden * Self.outputWidth, count: Self.outputWidth)
    Kernels.multiply(hidden, NetShape.hidden, outputs, to: scores, Self.outputWidth)
  }

  /// The gradients of a row of the units' tables, which is noted as changed.
  func unitGradient(_ row: Int) -> Vector {
    if !isTouched[row] {
      isTouched[row] = true
      touched.append(row)
    }
    return gradients + row * NetShape.width
  }

  /// Takes a step against the gradients and clears them.
  func update(rate: Float, scale: Float) {
    step += 1
    let correction =
      (1 - powf(0.999, Float(step))).squareRoot() / (1 - powf(0.9, Float(step)))
    for row in touched {
      update(row * NetShape.width, NetShape.width, rate * correction, scale)
      isTouched[row] = false
    }
    touched.removeAll(keepingCapacity: true)
    update(Self.convolutions, Self.count - Self.convolutions, rate * correction, scale)
  }

  private func update(_ start: Int, _ count: Int, _ rate: Float, _ scale: Float) {
    var index = start
    while index < start + count {
      let gradient = scale * Kernels.load(gradients + index)
      let mean = 0.9 * Kernels.load(means + index) + 0.1 * gradient
      let square = 0.999 * Kernels.load(squares + index) + 0.001 * gradient * gradient
      Kernels.store(mean, means + index)
      Kernels.store(square, squares + index)
      let change = rate * mean / (square.squareRoot() + 1e-7)
      Kernels.store(Kernels.load(values + index) - change, values + index)
      Kernels.store(SIMD8(repeating: 0), gradients + index)
      index += 8
    }
  }
}
