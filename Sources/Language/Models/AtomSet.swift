/// A set of hashes of words. They are hashes already, so that they need not be hashed again.
package struct AtomSet: Sendable {
  /// 0 for a free slot.
  private var slots: [Atom]

  /// The set of the hashes of these words.
  package init(_ words: [String]) {
    var size = 8
    while size < 4 * words.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in words {
      let atom = Array(word.unicodeScalars).withUnsafeBufferPointer { WordTraits($0).lower }
      var slot = Self.slot(of: atom, size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = atom
    }
  }

  /// Whether the hash of a word is in the set.
  @inline(__always)
  package func contains(_ atom: Atom) -> Bool {
    var slot = Self.slot(of: atom, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == atom { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  @inline(__always)
  private static func slot(of atom: Atom, _ size: Int) -> Int {
    Int(truncatingIfNeeded: atom >> 24) & (size - 1)
  }
}
