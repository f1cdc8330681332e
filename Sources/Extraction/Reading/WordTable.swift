/// Values by word, which tells in a few nanoseconds that it has none: nearly all words of a text are
/// in no list.
///
/// A bit for each hash of the words stands before a dictionary, as in a Bloom filter with one hash
/// function. Words beyond ASCII, which can be written in several ways, always ask the dictionary.
struct WordTable<Value: Sendable>: Sendable {
  private let values: [String: Value]
  private var bits: [UInt64]
  private let mask: UInt64

  /// The table with these values.
  init(_ values: [String: Value]) {
    self.values = values
    var size = 1024
    while size < 16 * values.count { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
    for word in values.keys {
      let bit = word.tableHash.value & mask
      bits[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  /// The value of `word`, which is in lower case where the table's words are.
  subscript(word: String) -> Value? {
    let hash = word.tableHash
    let bit = hash.value & mask
    guard bits[Int(bit >> 6)] >> (bit & 63) & 1 == 1 || !hash.isASCII else { return nil }
    return values[word]
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
    var slot = hash & mask
    while slots[Int(slot)] != 0 {
      let number = Int(slots[Int(slot)]) - 1
      if hashes[number] == hash, words[number] == word { return number }
      slot = (slot + 1) & mask
    }
    words.append(word)
    hashes.append(hash)
    slots[Int(slot)] = Int32(words.count)
    return words.count - 1
  }
}

extension String {
  /// A hash of the bytes (FNV-1a: Fowler, Noll and Vo, 1991), and whether all are ASCII.
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
