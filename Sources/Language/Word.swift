/// A word to be compared: its bytes in two integers, without any memory of its own.
///
///     token.word == "met"                                // two integers are compared
///     ["he", "she"].contains(token.word)                 // and here four
///
/// A word of more than fifteen bytes is told by its end and a hash of 96 bits instead: that two of all words of a
/// language agree in them has no chance worth counting. Words are the same if their bytes are.
public struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The first eight bytes, the first the lowest.
  public let low: UInt64
  /// The seven bytes behind them, and in the highest byte how many there are in all; for more than fifteen
  /// 16, or 17 if not all are of ASCII, the last three bytes, and half of a hash.
  public let high: UInt64

  @usableFromInline @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The word that is written in the program; the optimiser makes two numbers of it.
  ///
  /// Without branches for each byte, or else it gives up inlining in functions with many words.
  @inlinable @inline(__always)
  public init(stringLiteral text: StaticString) {
    let bytes = text.utf8Start
    let count = text.utf8CodeUnitCount
    guard count <= 15 else {
      self.init(long: UnsafeBufferPointer(start: bytes, count: count))
      return
    }
    @inline(__always) func byte(_ index: Int) -> UInt64 {
      // Behind the last byte stands a zero: that is read for all that are not there.
      let beyond = index &- count
      return UInt64(bytes[index &- (beyond & ~(beyond &>> 63))]) &<< (8 &* UInt64(index & 7))
    }
    self.init(
      low: byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7),
      high: byte(8) | byte(9) | byte(10) | byte(11) | byte(12) | byte(13) | byte(14)
        | UInt64(truncatingIfNeeded: count) &<< 56)
  }

  /// The word that `text` is.
  ///
  /// Strings of up to fifteen bytes hold these themselves, in two integers just so (see `SmallString` in
  /// Swift's library): nearly all words of a text.
  @inlinable @inline(__always)
  public init(_ text: String) {
    #if arch(x86_64) || arch(arm64)
      let (low, high) = unsafeBitCast(text, to: (UInt64, UInt64).self)
      if high >> 61 & 1 == 1 {
        self.init(low: low, high: high & 0x0FFF_FFFF_FFFF_FFFF)
        return
      }
    #endif
    self.init(bytesOf: text)
  }

  @usableFromInline
  init(bytesOf text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      guard bytes.count <= 15 else { return Word(long: bytes) }
      var low: UInt64 = 0
      var high = UInt64(bytes.count) << 56
      for (index, byte) in bytes.enumerated() {
        if index < 8 {
          low |= UInt64(byte) << (8 * UInt64(index))
        } else {
          high |= UInt64(byte) << (8 * UInt64(index - 8))
        }
      }
      return Word(low: low, high: high)
    }
  }

  @usableFromInline
  init(long bytes: UnsafeBufferPointer<UInt8>) {
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high = UInt64(bytes.count)
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      low ^= low >> 31
      high = (high ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      high ^= high >> 29
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let end = bytes.suffix(3).reduce(0 as UInt64) { $0 >> 8 | UInt64($1) << 48 }
    self.init(low: low, high: high >> 32 | end | (isASCII ? 16 : 17) << 56)
  }

  /// Whether all bytes are of ASCII.
  @inlinable public var isASCII: Bool {
    let tag = high >> 56
    return tag > 15 ? tag == 16 : (low | high & 0x00FF_FFFF_FFFF_FFFF) & 0x8080_8080_8080_8080 == 0
  }

  /// The last of up to fifteen bytes.
  @inlinable public var lastByte: UInt8? {
    let count = high >> 56
    guard (1...15).contains(count) else { return nil }
    return UInt8(
      truncatingIfNeeded: count <= 8 ? low >> (8 * (count - 1)) : high >> (8 * (count - 9)))
  }

  /// How many bytes it has, 16 for more than fifteen.
  @inlinable public var byteCount: Int { min(16, Int(truncatingIfNeeded: high >> 56)) }

  /// Whether it ends in the bytes of `end`, of which there are one to three, or up to eight for a word of no
  /// more than fifteen.
  @inlinable
  public func hasSuffix(_ end: Word) -> Bool {
    let count = high >> 56
    let length = end.high >> 56
    guard count >= length else { return false }
    // The last eight bytes, or all, with the last one highest.
    let last: UInt64
    switch count {
    case 16...: last = high << 8
    case 9...: last = low >> (8 * (count - 8)) | high << (8 * (16 - count))
    default: last = low << (8 * (8 - count) & 63)
    }
    return last >> (64 - 8 * length) == end.low
  }

  /// Whether one of its bytes is `byte`, which is of ASCII; nil for a word of more than fifteen.
  @inlinable
  public func contains(_ byte: UInt8) -> Bool? {
    guard high >> 56 <= 15 else { return nil }
    // A byte that is zero after this is one that was equal (Anderson, Bit Twiddling Hacks).
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    func hasZero(_ bytes: UInt64) -> Bool {
      (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 != 0
    }
    return hasZero(low ^ pattern) || hasZero((high & 0x00FF_FFFF_FFFF_FFFF) ^ pattern)
  }

  /// Whether there is no word.
  @inlinable public var isEmpty: Bool { high == 0 }

  /// One integer of the two, never zero, whose upper half all of their bits reach.
  @inlinable @inline(__always)
  public var tableHash: UInt64 {
    var value = low &* 0x9E37_79B9_7F4A_7C15 &+ high &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 31
    value = value &* 0xCA5A_8263_9512_1157
    return value | 1
  }

  /// Whether both have the same bytes.
  @inlinable @inline(__always)
  public static func == (a: Word, b: Word) -> Bool { a.low == b.low && a.high == b.high }
}
