/// The words of the training data with their classes: which tags each had there.
package struct Vocabulary: @unchecked Sendable {
  /// Slots of four bytes: the upper three of the word's hash, then its class; 0 for an empty slot.
  private let slots: UnsafeRawPointer
  private let mask: Int

  /// The vocabulary that comes next in a model.
  package init?(_ reader: inout ModelReader) {
    guard let bits = reader.number(), (1...24).contains(bits),
      let slots = reader.table(count: 4 << bits)
    else { return nil }
    self.slots = slots
    mask = 1 << bits - 1
  }

  /// The class of the word with this hash, 0 for an unknown word.
  @inline(__always)
  package func wordClass(of word: Atom) -> UInt8 {
    let key = Self.key(of: word)
    var slot = Self.slot(of: word) & mask
    while true {
      let entry = UInt32(
        littleEndian: slots.loadUnaligned(fromByteOffset: 4 * slot, as: UInt32.self))
      if entry == 0 { return 0 }
      if entry >> 8 == key { return UInt8(truncatingIfNeeded: entry) }
      slot = (slot + 1) & mask
    }
  }

  /// The part of a word's hash that is kept.
  @inline(__always)
  package static func key(of word: Atom) -> UInt32 { UInt32(truncatingIfNeeded: word >> 40) }

  /// Where the search for a word begins, before the table's mask is applied.
  @inline(__always)
  package static func slot(of word: Atom) -> Int { Int(truncatingIfNeeded: word & 0xFF_FFFF) }
}
