/// Values by word: a dictionary that is asked for nearly every word of a text, and for nearly every
/// word has nothing.
///
/// Open addressing with a cheap hash. A word is told by the 64 bits of its hash alone: that two of a million words agree in
/// them has a chance of one in ten million. Words beyond ASCII, which can be written in several ways, are
/// looked up in a dictionary of Swift's, which knows of that.
struct WordTable<Value: Sendable>: Sendable {
  /// The values of words beyond ASCII.
  private var others: [String: Value] = [:]
  /// The hash of the word in each slot, 0 for a free one, apart from the values, so that what is not there
  /// is soon known.
  private var hashes: [UInt64]
  private var values: [Value?]

  /// The table with these values.
  init(_ values: [String: Value]) {
    self.init(capacity: values.count)
    for (word, value) in values { add(word, value) }
  }

  fileprivate init(capacity: Int) {
    var size = 8
    while size < 3 * capacity { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
  }

  /// Adds a word, or gives it another value.
  fileprivate mutating func add(_ word: String, _ value: Value) {
    let (hash, isASCII) = word.tableHash
    guard isASCII else {
      others[word] = value
      return
    }
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    hashes[slot] = hash
    values[slot] = value
  }

  /// The value of `word`, which is in lower case where the table's words are.
  subscript(word: String) -> Value? {
    let (hash, isASCII) = word.tableHash
    guard isASCII else { return others.isEmpty ? nil : others[word] }
    return slot(of: hash).flatMap { values[$0] }
  }

  /// Whether `word` is in the table.
  func contains(_ word: String) -> Bool {
    let (hash, isASCII) = word.tableHash
    guard isASCII else { return others[word] != nil }
    return slot(of: hash) != nil
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int? {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let found = hashes[slot]
      if found == hash { return slot }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

/// Words of a list; see `WordTable`.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var table: WordTable<Bool>
  private let words: [String]

  /// The set of these words.
  init(_ words: some Collection<String>) {
    self.words = Array(words)
    table = WordTable(capacity: words.count)
    for word in words { table.add(word, true) }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// Whether `word` is in the list.
  func contains(_ word: String) -> Bool { table.contains(word) }

  /// The words of both lists.
  func union(_ other: WordSet) -> WordSet { WordSet(words + other.words) }
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
    var slot = Int(truncatingIfNeeded: hash >> 32 & mask)
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
  /// A hash of the bytes, never zero, and whether all are ASCII.
  ///
  /// Strings of up to fifteen bytes hold these themselves, their number and whether all are ASCII, in two
  /// integers (see `SmallString` in Swift's library): nearly all words of a text. The same bytes in memory of
  /// their own have the same hash.
  @inline(__always)
  fileprivate var tableHash: (value: UInt64, isASCII: Bool) {
    #if arch(x86_64) || arch(arm64)
      let (low, high) = unsafeBitCast(self, to: (UInt64, UInt64).self)
      if high >> 61 & 1 == 1 {
        return (WordHash.mixed(low, high & 0x0FFF_FFFF_FFFF_FFFF), high >> 62 & 1 == 1)
      }
    #endif
    return slowTableHash
  }

  @inline(never)
  private var slowTableHash: (value: UInt64, isASCII: Bool) {
    var copy = self
    return copy.withUTF8(WordHash.hash)
  }
}

private enum WordHash {
  /// A hash of the bytes, and whether all are ASCII.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt64, isASCII: Bool) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if bytes.count <= 15 {
      var low: UInt64 = 0
      var high = UInt64(bytes.count) << 56
      for (index, byte) in bytes.enumerated() {
        if index < 8 {
          low |= UInt64(byte) << (8 * UInt64(index))
        } else {
          high |= UInt64(byte) << (8 * UInt64(index - 8))
        }
      }
      return (mixed(low, high), isASCII)
    }
    var value = UInt64(bytes.count)
    for byte in bytes {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      value ^= value >> 29
    }
    return (mixed(value, ~0), isASCII)
  }

  /// One integer of two, all of whose bits reach its upper half, by which slots are chosen.
  @inline(__always)
  static func mixed(_ low: UInt64, _ high: UInt64) -> UInt64 {
    var value = low &* 0x9E37_79B9_7F4A_7C15 &+ high &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 31
    value = value &* 0xCA5A_8263_9512_1157
    return value | 1
  }
}
