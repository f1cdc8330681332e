import Language

/// Weights in training, with what is needed for their average over all steps (Freund & Schapire;
/// the bookkeeping is that of Daumé's thesis, 2006, Figure 2.3).
final class WeightTable {
  private let count: Int
  private var weights: UnsafeMutablePointer<Int32>
  private var lags: UnsafeMutablePointer<Int64>

  init(count: Int) {
    self.count = count
    weights = .allocate(capacity: count)
    lags = .allocate(capacity: count)
    weights.initialize(repeating: 0, count: count)
    lags.initialize(repeating: 0, count: count)
  }

  deinit {
    weights.deallocate()
    lags.deallocate()
  }

  /// Changes a weight at a step.
  @inline(__always)
  func add(_ change: Int32, at index: Int, step: Int) {
    weights[index] += change
    lags[index] += Int64(change) * Int64(step)
  }

  /// Sums of rows of `classes` weights that begin at these places.
  @inline(__always)
  func sum(
    _ rows: UnsafeMutablePointer<Int>, _ rowCount: Int, into scores: UnsafeMutablePointer<Int32>,
    _ classes: Int
  ) {
    for index in 0..<classes { scores[index] = 0 }
    for row in 0..<rowCount {
      let base = weights + rows[row]
      for index in 0..<classes { scores[index] &+= base[index] }
    }
  }

  /// The averages in bytes, so that the greatest weights become 127, `headroom` times over: weights
  /// beyond are cut.
  func quantized(steps: Int, scale: Double) -> [UInt8] {
    (0..<count).map { index in
      let average = Double(weights[index]) - Double(lags[index]) / Double(steps)
      let value = max(-127, min(127, (average * scale).rounded()))
      return UInt8(bitPattern: Int8(value))
    }
  }

  /// A scale at which the weight greater than all but one in `oneIn` non-zero weights becomes 127.
  func scale(steps: Int, oneIn: Int) -> Double {
    var sizes: [Double] = []
    for index in 0..<count where weights[index] != 0 || lags[index] != 0 {
      sizes.append(abs(Double(weights[index]) - Double(lags[index]) / Double(steps)))
    }
    sizes.sort()
    guard !sizes.isEmpty else { return 1 }
    return 127 / max(0.01, sizes[max(0, sizes.count - 1 - sizes.count / oneIn)])
  }

  /// How many weights are not zero.
  var filled: Int { (0..<count).count { weights[$0] != 0 } }
}

/// How often each feature was seen, up to 255, in a first pass over the data.
final class FeatureCounts {
  private var counts = [UInt8](repeating: 0, count: 1 << 26)

  @inline(__always)
  func see(_ hash: UInt32) {
    let index = Int(hash >> 6)
    if counts[index] < 255 { counts[index] += 1 }
  }

  @inline(__always)
  func count(_ hash: UInt32) -> Int { Int(counts[Int(hash >> 6)]) }
}

/// Numbers and tables, one after the other: a model.
struct ModelWriter {
  private(set) var bytes: [UInt8] = []

  init(_ format: ModelFormat) { add(number: Int(format.rawValue)) }

  mutating func add(number: Int) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func add(table: [UInt8]) { bytes += table }
}
