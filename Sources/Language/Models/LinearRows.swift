/// Sums of rows of weights.
///
/// The rows of all features share one table of bytes: a feature's row begins at the byte its hash
/// tells, one weight for each class, and overlaps with others. Most weights are zero, so that this
/// costs little accuracy, and a row is one or two cache lines to read.
package enum LinearRows {
  typealias Bytes = SIMD16<Int8>
  typealias Words = SIMD16<Int16>

  /// The class with the highest sum, the first of equals.
  package static func best(
    _ weights: UnsafePointer<Int8>, hashes: UnsafePointer<UInt32>, count: Int, shift: UInt32,
    of classes: Int
  ) -> Int {
    let table = UnsafeRawPointer(weights)
    var best = 0
    var bestScore = Int16.min
    var start = 0
    while start < classes {
      var low = Words(repeating: 0)
      var high = Words(repeating: 0)
      for index in 0..<count {
        let row = Int(hashes[index] >> shift) + start
        low &+= Words(
          truncatingIfNeeded: table.loadUnaligned(fromByteOffset: row, as: Bytes.self))
        high &+= Words(
          truncatingIfNeeded: table.loadUnaligned(fromByteOffset: row + 16, as: Bytes.self))
      }
      for lane in 0..<min(16, classes - start) where low[lane] > bestScore {
        bestScore = low[lane]
        best = start + lane
      }
      if start + 16 < classes {
        for lane in 0..<min(16, classes - start - 16) where high[lane] > bestScore {
          bestScore = high[lane]
          best = start + 16 + lane
        }
      }
      start += 32
    }
    return best
  }
}
