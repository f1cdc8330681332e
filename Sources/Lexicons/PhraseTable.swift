/// Values by words or phrases: a dictionary that hashes eight bytes at a time.
///
///     var table = PhraseTable<Int>()
///     table["prime minister"] = 1
///
/// Open addressing with a cheap hash, which nobody can choose phrases against to any harm: tables of the binary
/// are fixed, and `Memo` holds few. Phrases beyond ASCII, which can be written in several ways, lie in a
/// dictionary of Swift's, which knows of that.
public struct PhraseTable<Value> {
  /// The phrases of ASCII with their hashes and values, in the order in which they came.
  @usableFromInline var entries: [Entry] = []
  /// For each slot the number of an entry plus one, or 0 where it is free; twice as many as entries at least.
  @usableFromInline var slots: [Int32] = []
  @usableFromInline var others: [String: Value] = [:]

  @usableFromInline
  struct Entry {
    @usableFromInline let hash: UInt64
    @usableFromInline let phrase: String
    @usableFromInline var value: Value

    @inlinable
    init(hash: UInt64, phrase: String, value: Value) {
      self.hash = hash
      self.phrase = phrase
      self.value = value
    }
  }

  /// An empty table.
  @inlinable public init() {}

  /// How many phrases have a value.
  @inlinable public var count: Int { entries.count + others.count }

  /// The phrases, in no order.
  @inlinable public var phrases: [String] { entries.map(\.phrase) + others.keys }

  /// The value of exactly `phrase`, or nil where it has none. A value is never taken away.
  @inlinable
  public subscript(phrase: String) -> Value? {
    get {
      guard let hash = phraseHash(phrase) else { return others.isEmpty ? nil : others[phrase] }
      return index(of: phrase, hash).map { entries[$0].value }
    }
    set {
      guard let newValue else { return }
      guard let hash = phraseHash(phrase) else {
        others[phrase] = newValue
        return
      }
      if let index = index(of: phrase, hash) {
        entries[index].value = newValue
        return
      }
      entries.append(Entry(hash: hash, phrase: phrase, value: newValue))
      if slots.count < 2 * entries.count { grow() }
      occupy(entries.count - 1)
    }
  }

  /// Changes the value of `phrase` where it lies; where there is none, it is `value` before.
  @inlinable
  public mutating func update<Result>(
    _ phrase: String, default value: @autoclosure () -> Value, _ change: (inout Value) -> Result
  ) -> Result {
    guard let hash = phraseHash(phrase) else { return change(&others[phrase, default: value()]) }
    if let index = index(of: phrase, hash) { return change(&entries[index].value) }
    entries.append(Entry(hash: hash, phrase: phrase, value: value()))
    if slots.count < 2 * entries.count { grow() }
    occupy(entries.count - 1)
    return change(&entries[entries.count - 1].value)
  }

  /// Forgets all phrases, and keeps the memory.
  @inlinable
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  @inlinable
  func index(of phrase: String, _ hash: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, entries[index].phrase == phrase { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Makes room for four times the entries, and puts all but the last into their slots.
  @inlinable
  mutating func grow() {
    var size = 16
    while size < 4 * entries.count { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for index in entries.indices.dropLast() { occupy(index) }
  }

  @inlinable
  mutating func occupy(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash >> 20) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index + 1)
  }
}

extension PhraseTable: Sendable where Value: Sendable {}
extension PhraseTable.Entry: Sendable where Value: Sendable {}

/// A hash of the bytes of `text`; nil where it is not all of ASCII.
public func phraseHash(_ text: String) -> UInt64? {
  var text = text
  return text.withUTF8 { bytes -> UInt64? in
    var value = UInt64(truncatingIfNeeded: bytes.count)
    var all: UInt64 = 0
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      all |= word
      value = mixed(value ^ word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    all |= rest
    return all & 0x8080_8080_8080_8080 == 0 ? mixed(value ^ rest) : nil
  }
}

private func mixed(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9E37_79B9_7F4A_7C15
  return product ^ product >> 32
}
