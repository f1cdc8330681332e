/// Values by word: a dictionary that is asked for nearly every word of a text, and for nearly every
/// word has nothing.
///
/// Open addressing with a cheap hash. Words beyond ASCII, which can be written in several ways, are
/// looked up in a dictionary of Swift's, which knows of that.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    var word: String
    var value: Value
  }

  private let values: [String: Value]
  private var entries: [Entry] = []
  /// The number of an entry plus one, by the word's hash; 0 for a free slot.
  private var slots: [Int32]
  private let mask: UInt64

  /// The table with these values.
  init(_ values: [String: Value]) {
    self.values = values
    var size = 64
    while size < 3 * values.count { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    mask = UInt64(size - 1)
    entries.reserveCapacity(values.count)
    for (word, value) in values {
      let hash = word.tableHash.value
      var slot = Int(hash & mask)
      while slots[slot] != 0 { slot = (slot + 1) & Int(mask) }
      entries.append(Entry(hash: hash, word: word, value: value))
      slots[slot] = Int32(entries.count)
    }
  }

  /// The value of `word`, which is in lower case where the table's words are.
  subscript(word: String) -> Value? {
    let (hash, isASCII) = word.tableHash
    guard isASCII else { return values[word] }
    var slot = Int(hash & mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, entries[number].word == word { return entries[number].value }
      slot = (slot + 1) & Int(mask)
    }
    return nil
  }
}

/// Words of a list; see `WordTable`.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let table: WordTable<Bool>

  /// The set of these words.
  init(_ words: some Sequence<String>) {
    table = WordTable(Dictionary(words.map { ($0, true) }, uniquingKeysWith: { first, _ in first }))
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// Whether `word` is in the list.
  func contains(_ word: String) -> Bool { table[word] != nil }
}

/// Numbers for the words of a text in the order of their first use, the same for the same word.
struct WordNumbers {
  private(set) var words: [String] = []
  private var hashes: [UInt64] = []
  /// The number of a word plus one, by its hash; 0 for a free slot.
  private var slots: [Int32]
  private let mask: UInt64

  /// Room for so many words.
  init(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    mask = UInt64(size - 1)
  }

  /// The number of `word`; `words.count` before is that of a word used for the first time.
  mutating func number(of word: String) -> Int {
    let hash = word.tableHash.value
    var slot = Int(hash & mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, words[number] == word { return number }
      slot = (slot + 1) & Int(mask)
    }
    words.append(word)
    hashes.append(hash)
    slots[slot] = Int32(words.count)
    return words.count - 1
  }
}

extension String {
  /// A hash of the bytes (FNV-1a: Fowler, Noll and Vo, 1991), and whether all are ASCII.
  @inline(__always)
  fileprivate var tableHash: (value: UInt64, isASCII: Bool) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var all: UInt8 = 0
    for byte in utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      all |= byte
    }
    return (hash ^ hash >> 29, all < 0x80)
  }
}
