/// Tells in a few nanoseconds that the reference tables hold no phrase, so that they need not be
/// asked: a Bloom filter (Bloom, "Space/time trade-offs in hash coding with allowable errors",
/// 1970) with one hash function over the phrases' bytes.
///
///     var hash = PhraseFilter.Hash()
///     hash.append("New")
///     PhraseFilter.shared.maximalWordCount(after: hash)   // 4, for "New York City …"
///
/// What it denies is in none of the tables; what it allows may still not be there.
public struct PhraseFilter: @unchecked Sendable {
  /// The hash of a phrase, made word by word.
  public struct Hash: Sendable {
    fileprivate var value: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Accents as marks of their own are equal to letters with accents, but not in their bytes.
    fileprivate var isCertain = true
    private var isEmpty = true

    /// The hash of no words.
    public init() {}

    /// Adds a word, behind a space if there are words before it and it is not joined to them as the
    /// possessive ending is.
    public mutating func append(_ word: String, isJoined: Bool = false) {
      if !isEmpty, !isJoined { append(UInt8(ascii: " ")) }
      isEmpty = false
      for byte in word.utf8 { append(byte) }
    }

    /// Adds a word of up to fifteen bytes: the first eight in `low`, the others in `high`, the first the
    /// lowest.
    public mutating func append(low: UInt64, high: UInt64, count: Int, isJoined: Bool = false) {
      if !isEmpty, !isJoined { append(UInt8(ascii: " ")) }
      isEmpty = false
      var bytes = low
      for index in 0..<count {
        if index == 8 { bytes = high }
        append(UInt8(truncatingIfNeeded: bytes))
        bytes >>= 8
      }
    }

    /// One step of FNV-1a (Fowler, Noll and Vo, 1991).
    fileprivate mutating func append(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
      if byte == 0xCC || byte == 0xCD { isCertain = false }
    }
  }

  /// Of all countries, organisations and places.
  public static let shared = PhraseFilter()

  private static let phraseSlots = 1 << 18
  private static let wordSlots = 1 << 15
  // Made once for the program and never given back, so that asking counts no references.
  private let phrases = UnsafeMutablePointer<UInt64>.allocate(capacity: phraseSlots / 64)
  private let wordCounts = UnsafeMutablePointer<UInt8>.allocate(capacity: wordSlots)

  private init() {
    phrases.initialize(repeating: 0, count: Self.phraseSlots / 64)
    wordCounts.initialize(repeating: 0, count: Self.wordSlots)
    Countries.forEachKey { add($0.utf8) }
    Organizations.forEachKey { add($0.utf8) }
    Places.forEachKey { add($0) }
  }

  private func add(_ phrase: some Collection<UInt8>) {
    var hash = Hash()
    var firstWord: Hash?
    var words: UInt8 = 1
    for byte in phrase {
      if byte == UInt8(ascii: " ") {
        if firstWord == nil { firstWord = hash }
        words += 1
      }
      hash.append(byte)
    }
    let bit = Self.slot(hash, of: Self.phraseSlots)
    phrases[bit / 64] |= 1 << UInt64(bit % 64)
    let slot = Self.slot(firstWord ?? hash, of: Self.wordSlots)
    wordCounts[slot] = max(wordCounts[slot], words)
  }

  private static func slot(_ hash: Hash, of count: Int) -> Int {
    Int(truncatingIfNeeded: (hash.value ^ hash.value >> 32) & UInt64(count - 1))
  }
}

// MARK: - Asking

extension PhraseFilter {
  /// No phrase that starts with the one word of `hash` has more words; 0 if there is none.
  public func maximalWordCount(after hash: Hash) -> Int {
    hash.isCertain ? Int(wordCounts[Self.slot(hash, of: Self.wordSlots)]) : Int(UInt8.max)
  }

  /// Whether the tables may hold the phrase of `hash`.
  public func mayHold(_ hash: Hash) -> Bool {
    let bit = Self.slot(hash, of: Self.phraseSlots)
    return !hash.isCertain || phrases[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }
}
