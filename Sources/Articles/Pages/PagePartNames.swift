import Lexicons

/// What the names that authors of pages give to elements say of them (`page-parts.tsv`).
///
/// Only the words of the trade count ("comments", "entry-content"), never the name of a site.
struct PagePartNames: Sendable {
  enum Part: String, Sendable {
    /// Not the article's own: navigation, related links, notices, comments.
    case aside
    /// Who wrote it and when.
    case byline
    /// What stands under a picture.
    case caption
    /// The article.
    case body
  }

  static let shared = PagePartNames(rows: LexiconTable(named: "page_parts")?.rows ?? [])

  private var parts: [UInt64: Part] = [:]

  private init(rows: [[String]]) {
    for row in rows where row.count >= 2 {
      if let part = Part(rawValue: row[1]) { parts[Self.hash(Array(row[0].utf8)[...])] = part }
    }
  }

  /// What a list of names ("post-content wide") says; the first that says anything counts.
  ///
  /// Of each name every word and every pair of neighbours is looked up: `siteMostRead` is read as
  /// `site-most-read`, and `most-read` is known.
  func part(of names: ArraySlice<UInt8>) -> Part? {
    var words: [UInt64] = []
    var found: Part?
    var hash = Self.seed
    var pair = Self.seed
    var hasLetters = false
    var isLower = false
    func endWord() {
      guard hasLetters else { return }
      words.append(hash)
      if found == nil { found = parts[pair] ?? parts[hash] }
      // The next pair starts with this word and a hyphen.
      pair = Self.add(UInt8(ascii: "-"), to: hash)
      hash = Self.seed
      hasLetters = false
    }
    for byte in names {
      let lower = byte | 0x20
      guard (0x61...0x7A).contains(lower) else {
        endWord()
        if byte <= 0x20 { pair = Self.seed }
        isLower = false
        continue
      }
      let isUpper = byte & 0x20 == 0
      if isUpper, isLower { endWord() }
      isLower = !isUpper
      hash = Self.add(lower, to: hash)
      pair = Self.add(lower, to: pair)
      hasLetters = true
    }
    endWord()
    return found
  }

  /// FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(seed) { add($1, to: $0) }
  }
}
