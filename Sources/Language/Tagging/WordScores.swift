/// The sums of the tagger's weights for the features that look at one word alone, for words met lately:
/// texts say few words over and over.
///
/// A word has one place, by its hash, which the next word with the same place takes.
final class WordScores {
  /// What such features look at: two words with the same key have the same sum.
  struct Key: Equatable {
    var lower: Atom
    var look: Atom
  }

  private static let places = 4096
  /// Room for the scores of a word: those of the classes, to whole cache lines.
  private static let stride = (ModelFormat.rowLimit + 31) / 32 * 32

  private let keys: UnsafeMutablePointer<Key>
  private let scores: UnsafeMutablePointer<Int16>

  init() {
    keys = .allocate(capacity: Self.places)
    keys.initialize(repeating: Key(lower: 0, look: 0), count: Self.places)
    scores = .allocate(capacity: Self.places * Self.stride)
  }

  deinit {
    keys.deallocate()
    scores.deallocate()
  }

  /// Where the scores of a word lie, and whether they are known; if not, they are to be written there.
  @inline(__always)
  func place(of key: Key) -> (scores: UnsafeMutablePointer<Int16>, isKnown: Bool) {
    let hash = (key.lower ^ key.look &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    let place = Int(truncatingIfNeeded: hash >> 52)
    let isKnown = keys[place] == key
    if !isKnown { keys[place] = key }
    return (scores + place * Self.stride, isKnown)
  }
}
