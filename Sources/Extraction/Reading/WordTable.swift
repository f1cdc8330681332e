import Language

/// Values by word: a dictionary that is asked for nearly every word of a text, and for nearly every
/// word has nothing.
///
/// Open addressing with a cheap hash. A word is told by the 64 bits of its hash alone: that two of a million words agree in
/// them has a chance of one in ten million. Words beyond ASCII, which can be written in several ways, are
/// looked up in a dictionary of Swift's, which knows of that.
struct WordTable<Value: Sendable>: Sendable {
  /// The values of words beyond ASCII.
  private var others: [String: Value] = [:]
  /// For each slot the upper byte of its word's hash, never zero, and 0 for a free one: little memory, in
  /// which most words are found to be none of the table's.
  private var tags: [UInt8]
  /// The word in each slot, told by its hash, with its value.
  private var slots: [Slot]

  private struct Slot {
    var hash: UInt64 = 0
    var value: Value?
  }

  /// The table with these values.
  init(_ values: [String: Value]) {
    self.init(capacity: values.count)
    for (word, value) in values { add(word, value) }
  }

  fileprivate init(capacity: Int) {
    var size = 8
    while size < 3 * capacity { size *= 2 }
    tags = Array(repeating: 0, count: size)
    slots = Array(repeating: Slot(), count: size)
  }

  /// Adds a word, or gives it another value.
  fileprivate mutating func add(_ text: String, _ value: Value) {
    let word = Word(text)
    if !word.isASCII { others[text] = value }
    let hash = word.tableHash
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while tags[slot] != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    tags[slot] = Self.tag(hash)
    slots[slot] = Slot(hash: hash, value: value)
  }

  /// The value of `word`, which is in lower case where the table's words are.
  subscript(word: Word) -> Value? { slot(of: word.tableHash).flatMap { slots[$0].value } }

  /// Whether `word` is in the table.
  func contains(_ word: Word) -> Bool { slot(of: word.tableHash) != nil }

  /// The value of `text`, however its letters are encoded.
  subscript(text: String) -> Value? {
    let word = Word(text)
    guard word.isASCII else { return others.isEmpty ? nil : others[text] }
    return self[word]
  }

  /// Whether `text` is in the table.
  func contains(_ text: String) -> Bool {
    let word = Word(text)
    return word.isASCII ? contains(word) : others[text] != nil
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int? {
    let mask = tags.count - 1
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let found = tags[slot]
      if found == 0 { return nil }
      if found == tag, slots[slot].hash == hash { return slot }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 56) | 1 }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral values: (String, Value)...) {
    self.init(capacity: values.count)
    for (word, value) in values { add(word, value) }
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
  func contains(_ word: Word) -> Bool { table.contains(word) }

  /// Whether `text` is in the list.
  func contains(_ text: String) -> Bool { table.contains(text) }

  /// The words of both lists.
  func union(_ other: WordSet) -> WordSet { WordSet(words + other.words) }
}

/// Numbers for the words of a text in the order of their first use, the same for the same word.
struct WordNumbers {
  private(set) var words: [Word] = []
  /// The number of a word plus one, by its hash; 0 for a free slot.
  private var slots: [Int32]
  private let mask: UInt64

  /// Room for so many words.
  init(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    mask = UInt64(size - 1)
    // Every other word of a short text is new.
    words.reserveCapacity(capacity / 2)
  }

  /// The number of `word`; `words.count` before is that of a word used for the first time.
  mutating func number(of word: Word) -> Int {
    let hash = word.tableHash
    var slot = Int(truncatingIfNeeded: hash >> 32 & mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number] == word { return number }
      slot = (slot + 1) & Int(mask)
    }
    words.append(word)
    slots[slot] = Int32(words.count)
    return words.count - 1
  }
}
