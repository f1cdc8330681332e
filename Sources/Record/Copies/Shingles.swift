import Diplomacy

/// The runs of five words of an article's paragraphs, as numbers: what a text is compared by.
///
/// How much two texts share of these is their resemblance and containment: Broder, "On the resemblance and
/// containment of documents", 1997. Headlines, captions, bylines and what the site put around are left out, for these
/// every newspaper writes itself.
struct Shingles: Sendable {
  /// Words in a run.
  private static let length = 5

  /// The numbers of the runs in text order, with repeats.
  let inOrder: [UInt64]

  /// The shingles of `article`.
  init(_ article: Article) {
    self.init(article.text, article.blocks.lazy.filter { $0.kind == .paragraph }.map(\.range))
  }

  /// The shingles of the ranges of `text`, which stand in text order.
  init(_ text: String, _ ranges: some Sequence<TextRange>) {
    var text = text
    let words = text.withUTF8 { Self.words(of: $0, ranges) }
    guard words.count >= Self.length else {
      inOrder = []
      return
    }
    inOrder = (0...words.count - Self.length).map { start in
      var shingle: UInt64 = 0
      for place in start..<start + Self.length { shingle = mixed(shingle &* 31 &+ words[place]) }
      return shingle
    }
  }

  /// A number for each word of the ranges, which count scalars.
  private static func words(
    of bytes: UnsafeBufferPointer<UInt8>, _ ranges: some Sequence<TextRange>
  ) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(bytes.count / 5)
    var index = 0
    var offset = 0
    for range in ranges {
      while offset < range.start, index < bytes.count {
        index += length(of: bytes[index])
        offset += 1
      }
      var word: UInt64 = 0
      while offset < range.end, index < bytes.count {
        let value = scalar(bytes, &index)
        offset += 1
        if isPartOfWord(value) {
          // FNV-1a, of capital and small letters alike.
          let folded = value < 0x80 ? value | 0x20 : value
          word = ((word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(folded)) &* 0x100_0000_01B3
        } else if word != 0 {
          words.append(word)
          word = 0
        }
      }
      if word != 0 { words.append(word) }
    }
    return words
  }

  /// How many bytes the scalar has that begins with `byte`.
  @inline(__always)
  private static func length(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : (~byte).leadingZeroBitCount
  }

  /// The number of the scalar at `index`, which moves behind it; strings are always valid.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = bytes[index]
    let length = length(of: first)
    var value = length == 1 ? UInt32(first) : UInt32(first) & 0x7F >> UInt32(length)
    for place in index + 1..<index + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    index += length
    return value
  }

  /// Letters and digits; beyond ASCII all that is no punctuation, which is quicker to tell than what it is.
  @inline(__always)
  private static func isPartOfWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F: false
    default: true
    }
  }
}

/// The last steps of MurmurHash3, after which every bit depends on every other.
func mixed(_ value: UInt64) -> UInt64 {
  var value = value
  value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
  value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
  return value ^ value >> 33
}
