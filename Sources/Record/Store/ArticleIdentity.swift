import Diplomacy

extension Article {
  /// The identifier under which the article is kept.
  ///
  /// The input's own, or the words of the title (else of the address, else of the first words that
  /// are the article's own) with six digits of a hash: of the address, so that a corrected text
  /// keeps its identifier, else of the text.
  func storedID(textHash: String) -> String {
    if let id, !slug(id).isEmpty { return slug(id) }
    let words = folded(title ?? addressWords ?? openingWords).split(separator: " ").prefix(8)
    let digits = (url.map { sha256($0.utf8) } ?? textHash).prefix(6)
    return (words + [digits]).joined(separator: "-")
  }

  /// The last part of the address, where it is made of words: "…/defence-burden-sharing".
  private var addressWords: String? {
    guard let last = url?.split(whereSeparator: { "/?#".contains($0) }).last,
      last.split(separator: "-").count >= 3
    else { return nil }
    return String(last.map { $0 == "-" ? " " : $0 })
  }

  private var openingWords: String {
    let start = blocks.first(where: \.isBody)?.range.start ?? 0
    return String(text.unicodeScalars.dropFirst(start).prefix(80))
  }
}

/// `name` as a part of an identifier: folded, with hyphens between the words.
func slug(_ name: String) -> String {
  var words = folded(name)
  let space = UInt8(ascii: " ")
  return words.withUTF8 { words in
    String(unsafeUninitializedCapacity: words.count) { bytes in
      for (place, byte) in words.enumerated() {
        bytes[place] = byte == space ? UInt8(ascii: "-") : byte
      }
      return words.count
    }
  }
}
