/// Tells whether any of a few phrases stands in a text, and which comes first in the list.
///
/// Works on the bytes of UTF-8 in small letters: a line is read once, however many phrases there
/// are, and only where a phrase's first two bytes stand it is compared.
struct PhraseSearch: Sendable {
  private let phrases: [[UInt8]]
  /// For each byte the phrases that start with it.
  private let starting: [[Int]]
  /// For each two bytes whether a phrase starts with them, a bit each.
  private let pairs: [UInt64]

  /// A search for `phrases`, which must be in small letters.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var starting = [[Int]](repeating: [], count: 256)
    for (index, phrase) in self.phrases.enumerated() {
      if let first = phrase.first { starting[Int(first)].append(index) }
    }
    self.starting = starting
    var pairs = [UInt64](repeating: 0, count: 1024)
    for phrase in self.phrases where !phrase.isEmpty {
      for second in phrase.count > 1 ? phrase[1]...phrase[1] : 0...255 {
        let pair = Self.pair(phrase[0], second)
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
    self.pairs = pairs
  }

  /// The smallest index of a phrase that stands anywhere in `line`; nil if none does.
  func first(in line: [UInt8]) -> Int? {
    guard var byte = line.first else { return nil }
    var found: Int?
    line.withUnsafeBufferPointer { line in
      pairs.withUnsafeBufferPointer { pairs in
        for position in line.indices {
          let next = position + 1 < line.count ? line[position + 1] : 0
          let pair = Self.pair(byte, next)
          if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 {
            for index in starting[Int(byte)] where index < found ?? .max {
              if Self.stands(phrases[index], in: line, at: position) { found = index }
            }
          }
          byte = next
        }
      }
    }
    return found
  }

  /// Where the first phrase of all starts in `line`; nil if none stands there.
  func place(in line: [UInt8]) -> Int? {
    line.indices.first { position in
      let next = position + 1 < line.count ? line[position + 1] : 0
      let pair = Self.pair(line[position], next)
      return pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1
        && starting[Int(line[position])].contains {
          Self.stands(phrases[$0], in: line, at: position)
        }
    }
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

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
