/// Tells whether any of a few phrases stands in a text, and which comes first in the list.
///
/// Works on the bytes of UTF-8 in small letters: a line is read once, however many phrases there
/// are, and only where the first four bytes of a phrase may stand, or as many as the shortest has, it is
/// compared.
struct PhraseSearch: Sendable {
  private let phrases: [[UInt8]]
  /// How many bytes of a phrase are looked at first, and a mask for so many.
  private let headLength: Int
  private let headMask: UInt32
  /// The numbers of the phrases by a hash of their heads.
  private let heads: [[Int]]
  /// For each hash whether a phrase has it, a bit each.
  private let hashes: [UInt64]

  /// A search for `phrases`, which must be in small letters and not empty.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    headLength = min(4, self.phrases.map(\.count).min() ?? 4)
    headMask = headLength == 4 ? .max : 1 << UInt32(8 * headLength) - 1
    var heads = [[Int]](repeating: [], count: 4096)
    var hashes = [UInt64](repeating: 0, count: 64)
    for (index, phrase) in self.phrases.enumerated() {
      let hash = Self.hash(phrase.prefix(headLength).reduce(0) { $0 << 8 | UInt32($1) })
      heads[hash].append(index)
      hashes[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    self.heads = heads
    self.hashes = hashes
  }

  private static func hash(_ head: UInt32) -> Int {
    Int(truncatingIfNeeded: (head &* 0x9E37_79B1) >> 20)
  }

  /// The smallest index of a phrase that stands anywhere in `line`; nil if none does.
  func first(in line: [UInt8]) -> Int? {
    var found: Int?
    forEachPlace(in: line) { index, _ in
      if index < found ?? .max { found = index }
      return true
    }
    return found
  }

  /// Where the first phrase of all starts in `line`; nil if none stands there.
  func place(in line: [UInt8]) -> Int? {
    var found: Int?
    forEachPlace(in: line) { _, position in
      found = position
      return false
    }
    return found
  }

  /// Tells `body` of each phrase that stands in `line`, and where, from the front, until it wants no more.
  @inline(__always)
  private func forEachPlace(in line: [UInt8], _ body: (_ index: Int, _ position: Int) -> Bool) {
    line.withUnsafeBufferPointer { line in
      hashes.withUnsafeBufferPointer { hashes in
        var head: UInt32 = 0
        for end in line.indices {
          head = (head << 8 | UInt32(line[end])) & headMask
          let hash = Self.hash(head)
          guard hashes[hash >> 6] >> UInt64(hash & 63) & 1 == 1 else { continue }
          let position = end + 1 - headLength
          for index in heads[hash] where Self.stands(phrases[index], in: line, at: position) {
            if !body(index, position) { return }
          }
        }
      }
    }
  }

  /// Whether `phrase` stands in `line` from `position` on.
  static func stands(_ phrase: [UInt8], in line: [UInt8], at position: Int) -> Bool {
    line.withUnsafeBufferPointer { stands(phrase, in: $0, at: position) }
  }

  private static func stands(
    _ phrase: [UInt8], in line: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> Bool {
    guard position >= 0, position + phrase.count <= line.count else { return false }
    for offset in phrase.indices where line[position + offset] != phrase[offset] { return false }
    return true
  }
}

extension StringProtocol {
  /// The bytes of UTF-8 with ASCII letters made small.
  var smallBytes: [UInt8] {
    var bytes = Array(utf8)
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
    return bytes
  }
}
