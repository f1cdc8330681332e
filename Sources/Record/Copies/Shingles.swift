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
    var words: [UInt64] = []
    words.reserveCapacity(text.utf8.count / 5)
    var ranges = ranges.makeIterator()
    var range = ranges.next()
    var offset = 0
    var word: UInt64 = 0
    for scalar in text.unicodeScalars {
      while let current = range, offset >= current.end {
        if word != 0 { words.append(word) }
        word = 0
        range = ranges.next()
      }
      guard let current = range else { break }
      if offset >= current.start {
        if Self.isPartOfWord(scalar) {
          // FNV-1a, of capital and small letters alike.
          let folded = scalar.isASCII ? scalar.value | 0x20 : scalar.value
          word = ((word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(folded)) &* 0x100_0000_01B3
        } else if word != 0 {
          words.append(word)
          word = 0
        }
      }
      offset += 1
    }
    if word != 0 { words.append(word) }
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

  /// Letters and digits; beyond ASCII all that is no punctuation, which is quicker to tell than what it is.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
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
