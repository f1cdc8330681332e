// Words of the text made without a detour over strings.
extension Word {
  /// The word of these scalars, up to fifteen, with a straight apostrophe for a curly one; nil where one is
  /// beyond ASCII.
  init?(ascii scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
    var low: UInt64 = 0
    var high = UInt64(truncatingIfNeeded: scalars.count) << 56
    var shift: UInt64 = 0
    for scalar in scalars {
      var value = UInt64(scalar.value)
      if value >= 0x80 {
        guard scalar.isApostrophe else { return nil }
        value = 0x27
      }
      if shift < 64 { low |= value << shift } else { high |= value << (shift - 64) }
      shift += 8
    }
    self.init(low: low, high: high)
  }

  /// The word of these scalars, up to fifteen, all of ASCII.
  init(short scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    var low: UInt64 = 0
    var high = UInt64(truncatingIfNeeded: scalars.count) << 56
    var shift: UInt64 = 0
    for scalar in scalars {
      let value = UInt64(scalar.value)
      if shift < 64 { low |= value << shift } else { high |= value << (shift - 64) }
      shift += 8
    }
    self.init(low: low, high: high)
  }

  /// The word, of ASCII and up to fifteen bytes, in lower case.
  var lowercased: Word { Word(low: Self.lowercased(low), high: Self.lowercased(high)) }

  /// The word, of ASCII and up to fifteen bytes, as a string.
  ///
  /// Strings of that length hold their bytes themselves; see `init(_:)`.
  var shortText: String {
    #if arch(x86_64) || arch(arm64)
      return unsafeBitCast((low, high | 0xE0 << 56), to: String.self)
    #else
      return String(unsafeUninitializedCapacity: 15) { bytes in
        let count = Int(truncatingIfNeeded: high >> 56)
        for index in 0..<count {
          let half = index < 8 ? low : high
          bytes[index] = UInt8(truncatingIfNeeded: half >> (8 * UInt64(index & 7)))
        }
        return count
      }
    #endif
  }

  /// How many letters the word, of ASCII and up to fifteen bytes, has, and how many of them are capitals.
  var letterCounts: (letters: Int, capitals: Int) {
    // Every byte's sum of both halves is at most two, and those of all come together in the highest byte.
    func count(_ low: UInt64, _ high: UInt64) -> Int {
      Int(truncatingIfNeeded: ((low >> 7 &+ high >> 7) &* 0x0101_0101_0101_0101) >> 56)
    }
    let capitals = count(Self.capitals(low), Self.capitals(high))
    return (capitals + count(Self.small(low), Self.small(high)), capitals)
  }

  /// Eight bytes of ASCII in lower case.
  private static func lowercased(_ bytes: UInt64) -> UInt64 { bytes | capitals(bytes) >> 2 }

  /// The highest bit of each of eight bytes of ASCII that is a capital: a byte's highest bit tells after each
  /// sum whether the byte was as high as "A", and whether it was higher than "Z".
  private static func capitals(_ bytes: UInt64) -> UInt64 {
    let isLetter = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let isBehind = bytes &+ 0x2525_2525_2525_2525
    return isLetter & ~isBehind & 0x8080_8080_8080_8080
  }

  /// The same of each that is a small letter, from "a" to "z".
  private static func small(_ bytes: UInt64) -> UInt64 {
    let isLetter = bytes &+ 0x1F1F_1F1F_1F1F_1F1F
    let isBehind = bytes &+ 0x0505_0505_0505_0505
    return isLetter & ~isBehind & 0x8080_8080_8080_8080
  }
}
