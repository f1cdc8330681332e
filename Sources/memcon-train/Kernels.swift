/// Sums over vectors of numbers, whose lengths are multiples of eight.
enum Kernels {
  typealias Vector = UnsafeMutablePointer<Float>

  /// Adds `factor` times `source` to `target`.
  @inline(__always)
  static func add(_ factor: Float, _ source: Vector, to target: Vector, _ count: Int) {
    var index = 0
    while index < count {
      let sum = load(target + index) + factor * load(source + index)
      store(sum, target + index)
      index += 8
    }
  }

  /// Adds to `output` the product of `input` with the matrix whose rows belong to the inputs.
  @inline(__always)
  static func multiply(
    _ input: Vector, _ inputs: Int, _ matrix: Vector, to output: Vector, _ outputs: Int
  ) {
    var row = 0
    while row < inputs {
      let base = matrix + row * outputs
      let (a, b, c, d) = (input[row], input[row + 1], input[row + 2], input[row + 3])
      var index = 0
      while index < outputs {
        var sum = load(output + index)
        sum += a * load(base + index)
        sum += b * load(base + outputs + index)
        sum += c * load(base + 2 * outputs + index)
        sum += d * load(base + 3 * outputs + index)
        store(sum, output + index)
        index += 8
      }
      row += 4
    }
  }

  /// The way back through `multiply`: adds to the gradients of the input and of the matrix.
  @inline(__always)
  static func multiplyBack(
    _ input: Vector, _ inputGradient: Vector, _ inputs: Int, _ matrix: Vector,
    _ matrixGradient: Vector, _ outputGradient: Vector, _ outputs: Int
  ) {
    for row in 0..<inputs {
      let base = matrix + row * outputs
      let gradient = matrixGradient + row * outputs
      let factor = input[row]
      var sum = SIMD8<Float>(repeating: 0)
      var index = 0
      while index < outputs {
        let output = load(outputGradient + index)
        sum += output * load(base + index)
        store(load(gradient + index) + factor * output, gradient + index)
        index += 8
      }
      inputGradient[row] += sum.sum()
    }
  }

  @inline(__always)
  static func load(_ place: Vector) -> SIMD8<Float> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, _ place: Vector) {
    UnsafeMutableRawPointer(place).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
