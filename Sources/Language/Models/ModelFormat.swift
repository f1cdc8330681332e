/// The layout of models: numbers of four bytes, little-endian, then tables of bytes.
package enum ModelFormat: UInt32 {
  /// A tagger: tags, vocabulary, bits of the table, weights.
  case tagger = 0x3147_544D
  /// A parser: the parts of its network, one after the other.
  case parser = 0x3253_504D

  /// How far a row of weights may reach past the table's end.
  package static let rowLimit = 128
}

/// Reads a model where it lies, without copying its tables.
package struct ModelReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// A reader at the start of `bytes`.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether a model of this kind begins here.
  package mutating func open(_ format: ModelFormat) -> Bool {
    number() == Int(format.rawValue)
  }

  /// The next number, or nil at the end.
  package mutating func number() -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    offset += 4
    return Int(UInt32(littleEndian: value))
  }

  /// The next `count` weights, or nil where there are fewer.
  package mutating func weights(count: Int) -> UnsafePointer<Int8>? {
    table(count: count)?.assumingMemoryBound(to: Int8.self)
  }

  /// The next `count` weights of two bytes, or nil where there are fewer.
  package mutating func wideWeights(count: Int) -> UnsafePointer<Int16>? {
    // Models are little-endian, as are all processors that memcon runs on.
    offset += offset & 1
    return table(count: 2 * count)?.assumingMemoryBound(to: Int16.self)
  }

  /// The next `count` bytes, or nil where there are fewer.
  mutating func table(count: Int) -> UnsafeRawPointer? {
    guard count >= 0, count <= bytes.count - offset, let base = bytes.baseAddress else {
      return nil
    }
    defer { offset += count }
    return base + offset
  }

  /// The list of tags that comes next, or nil where it is damaged.
  mutating func tags() -> [Tag]? {
    guard let count = number(), count > 0, count <= ModelFormat.rowLimit else { return nil }
    var tags: [Tag] = []
    for _ in 0..<count {
      guard let pair = number(), let universal = PartOfSpeech(rawValue: UInt8(pair >> 8 & 0xFF)),
        let penn = PennTag(rawValue: UInt8(pair & 0xFF))
      else { return nil }
      tags.append(Tag(universal, penn))
    }
    return tags
  }
}
