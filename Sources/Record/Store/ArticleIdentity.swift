import Diplomacy

extension Article {
  /// The identifier under which the article is kept.
  ///
  /// The input's own, or the words of the title (or of the text's beginning) with six digits of a
  /// hash: of the address, so that a corrected text keeps its identifier, else of the text.
  func storedID(textHash: String) -> String {
    if let id, !slug(id).isEmpty { return slug(id) }
    let words = folded(title ?? String(text.prefix(80))).split(separator: " ").prefix(8)
    let digits = (url.map { sha256($0.utf8) } ?? textHash).prefix(6)
    return (words + [digits]).joined(separator: "-")
  }
}
