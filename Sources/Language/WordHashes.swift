/// A closed list of words that is asked for token after token; open addressing over the words' hashes.
struct WordHashes: Sendable, ExpressibleByArrayLiteral {
  /// A free slot holds the empty word, which is in no list.
  private var slots: [Word]

  init(arrayLiteral words: Word...) { self.init(words) }

  /// The list of these words.
  init(_ words: [Word]) {
    var size = 8
    while size < 3 * words.count { size *= 2 }
    slots = Array(repeating: "", count: size)
    for word in words {
      var slot = Int(truncatingIfNeeded: word.tableHash >> 32) & (size - 1)
      while !slots[slot].isEmpty, slots[slot] != word { slot = (slot + 1) & (size - 1) }
      slots[slot] = word
    }
  }

  /// Whether `word` is in the list.
  func contains(_ word: Word) -> Bool {
    var slot = Int(truncatingIfNeeded: word.tableHash >> 32) & (slots.count - 1)
    while !slots[slot].isEmpty {
      if slots[slot] == word { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
