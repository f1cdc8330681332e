import Language

/// A set of words of a text, with their cheap hash: open addressing, at most half full.
struct WordBag {
  /// A free slot holds the empty word.
  private var slots: [Word]
  private var count = 0
  private var hasEmptyWord = false

  /// A bag with room for so many words, which grows with more.
  init(capacity: Int = 4) {
    var size = 8
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: "", count: size)
  }

  /// Adds a word.
  mutating func insert(_ word: Word) {
    guard !word.isEmpty else {
      hasEmptyWord = true
      return
    }
    let slot = slot(of: word)
    guard slots[slot].isEmpty else { return }
    slots[slot] = word
    count += 1
    if 2 * count > slots.count { grow() }
  }

  /// Whether `word` was added.
  func contains(_ word: Word) -> Bool {
    word.isEmpty ? hasEmptyWord : !slots[slot(of: word)].isEmpty
  }

  private mutating func grow() {
    let words = slots.filter { !$0.isEmpty }
    slots = Array(repeating: "", count: 2 * slots.count)
    for word in words { slots[slot(of: word)] = word }
  }

  /// Where `word` stands, or the free slot where it belongs.
  private func slot(of word: Word) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: word.tableHash >> 32) & mask
    while !slots[slot].isEmpty, slots[slot] != word { slot = (slot + 1) & mask }
    return slot
  }
}
