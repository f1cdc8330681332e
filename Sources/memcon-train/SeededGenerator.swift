/// Random numbers that are the same in each run (SplitMix64: Steele, Lea & Flood, Fast Splittable
/// Pseudorandom Number Generators, OOPSLA 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// Whether something happens that happens in `percent` of a hundred cases.
  mutating func chance(_ percent: UInt64) -> Bool { next() >> 32 % 100 < percent }

  /// An order of the numbers below `count`.
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    var last = count - 1
    while last > 0 {
      order.swapAt(last, Int(next() >> 33) % (last + 1))
      last -= 1
    }
    return order
  }
}
