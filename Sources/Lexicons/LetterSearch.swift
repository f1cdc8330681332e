extension String {
  /// Whether `letters`, small ones of ASCII, stand somewhere in it, be they small or capital there.
  public func spells(_ letters: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      let count = letters.utf8CodeUnitCount
      guard count > 0, bytes.count >= count else { return count == 0 }
      return (0...bytes.count - count).contains { start in
        var index = 0
        while index < count, Self.small(bytes[start + index]) == letters.utf8Start[index] {
          index += 1
        }
        return index == count
      }
    }
  }

  /// Whether both have the same letters, small or capital.
  public func isSameTitle(as other: String) -> Bool {
    if self == other { return true }
    var (first, second) = (self, other)
    let isSame = first.withUTF8 { a in
      second.withUTF8 { b -> Bool? in
        guard a.allSatisfy({ $0 < 0x80 }), b.allSatisfy({ $0 < 0x80 }) else { return nil }
        return a.count == b.count && zip(a, b).allSatisfy { Self.small($0) == Self.small($1) }
      }
    }
    return isSame ?? (lowercased() == other.lowercased())
  }

  /// A number that is the same for titles of the same letters, small or capital.
  public var titleHash: UInt64 {
    var text = self
    let plain = text.withUTF8 { bytes -> UInt64? in
      // FNV-1a (Fowler, Noll and Vo, 1991).
      var value: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes {
        guard byte < 0x80 else { return nil }
        value = (value ^ UInt64(Self.small(byte))) &* 0x100_0000_01B3
      }
      return value
    }
    return plain ?? UInt64(truncatingIfNeeded: lowercased().hashValue)
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
