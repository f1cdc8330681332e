/// Values by word: a dictionary that is asked for nearly every word of a text, and for nearly every
/// word has nothing.
///
/// Open addressing with a cheap hash, each value beside its word's hash, so that an answer costs one
/// look at memory. A word is told by the 64 bits of its hash alone: that two of a million words agree in
/// them has a chance of one in ten million. Words beyond ASCII, which can be written in several ways, are
/// looked up in a dictionary of Swift's, which knows of that.
struct WordTable<Value: Sendable>: Sendable {
  /// A free slot has no value.
  private struct Slot: Sendable {
    var hash: UInt64
    var value: Value?
  }

  /// The values of words beyond ASCII.
  private var others: [String: Value] = [:]
  private var slots: [Slot]
  private let mask: UInt64
  /// A bit for each word by the upper bits of its hash, so that a short list need not be looked up for
  /// most words that are not in it.
  private var filter: UInt64 = 0

  /// The table with these values.
  init(_ values: [String: Value]) {
    self.init(capacity: values.count)
    for (word, value) in values { add(word, value) }
  }

  fileprivate init(capacity: Int) {
    var size = 8
    while size < 2 * capacity { size *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, value: nil), count: size)
    mask = UInt64(size - 1)
  }

  /// Adds a word, or gives it another value.
  fileprivate mutating func add(_ word: String, _ value: Value) {
    let (hash, isASCII) = word.tableHash
    guard isASCII else {
      others[word] = value
      return
    }
    var slot = Int(hash & mask)
    while slots[slot].value != nil, slots[slot].hash != hash { slot = (slot + 1) & Int(mask) }
    slots[slot] = Slot(hash: hash, value: value)
    filter |= 1 << (hash >> 58)
  }

  /// The value of `word`, which is in lower case where the table's words are.
  subscript(word: String) -> Value? {
    let (hash, isASCII) = word.tableHash
    guard isASCII else { return others.isEmpty ? nil : others[word] }
    if filter >> (hash >> 58) & 1 == 0 { return nil }
    var slot = Int(hash & mask)
    while slots[slot].value != nil {
      if slots[slot].hash == hash { return slots[slot].value }
      slot = (slot + 1) & Int(mask)
    }
    return nil
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
  func contains(_ word: String) -> Bool { table[word] != nil }

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
  /// A hash of the bytes, eight at a time, and whether all are ASCII.
  ///
  /// The last eight bytes overlap those before them where the length is no multiple of eight, so that no
  /// byte is read alone; the length tells such words apart.
  @inline(__always)
  fileprivate var tableHash: (value: UInt64, isASCII: Bool) {
    utf8.withContiguousStorageIfAvailable(WordHash.init).map { ($0.value, $0.isASCII) }
      ?? Array(utf8).withUnsafeBufferPointer { bytes in
        let hash = WordHash(bytes)
        return (hash.value, hash.isASCII)
      }
  }
}

private struct WordHash {
  private(set) var value: UInt64
  private var all: UInt64 = 0

  var isASCII: Bool { all & 0x8080_8080_8080_8080 == 0 }

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    value = UInt64(truncatingIfNeeded: count) &* 0xD6E8_FEB8_6659_FD93
    let raw = UnsafeRawBufferPointer(bytes)
    if count >= 8 {
      var offset = 0
      while offset + 8 < count {
        add(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      add(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      add(low | high << 32)
    } else if count > 0 {
      add(UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16)
    }
  }

  /// One step of a multiplicative hash: the upper half of the product, which all bytes reach, is mixed
  /// into the lower, by which slots are chosen.
  @inline(__always)
  private mutating func add(_ word: UInt64) {
    all |= word
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
