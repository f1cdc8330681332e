import Lexicons

/// Which word of an office a misspelt word stands for.
///
///     OfficeSpelling.meant(by: "presdient")   // president
///     OfficeSpelling.meant(by: "resident")    // nil: a word of its own
public enum OfficeSpelling {
  /// A word of fewer bytes is never looked at.
  public static let shortest = 7

  /// The word of an office that differs from `word`, in small letters, by one letter: left out, added,
  /// replaced, or two that changed places; nil for a word that is English as it stands.
  ///
  /// Only long words are looked at, of which no other word is so near, and their first letter is
  /// never the wrong one.
  public static func meant(by word: String) -> String? {
    guard word.utf8.count >= shortest, let first = word.utf8.first, first < 0x80 else { return nil }
    let near = byFirst[Int(first)]
    if near.isEmpty { return nil }
    var text = word
    let found = text.withUTF8 { letters in
      near.first {
        abs($0.bytes.count - letters.count) <= 1
          && ($0.bytes.elementsEqual(letters) || isNear($0.bytes, letters))
      }
    }
    guard let found, found.word != word else { return nil }
    // A church is hardly ever meant.
    return isEnglish(word) && word != "minster" ? nil : found.word
  }

  /// Whether one letter makes the difference (Damerau, "A technique for computer detection and
  /// correction of spelling errors", 1964).
  private static func isNear(_ a: [UInt8], _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    let (restA, restB) = (endA - start, endB - start)
    if restA <= 1, restB <= 1 { return true }
    return restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }

  private static func isEnglish(_ word: String) -> Bool {
    LexiconTable(named: "common_words").map { !$0.rows(for: word).isEmpty } ?? false
  }

  /// The words by their first letter, which is of ASCII.
  private static let byFirst: [[(word: String, bytes: [UInt8])]] = {
    let words = [
      "ambassador", "ambassadors", "chairman", "chancellor", "commissioner", "congressman",
      "counterpart", "defence", "foreign", "general", "governor", "lawmaker",
      "minister", "ministers", "president", "presidents", "representative", "secretary", "senator",
      "spokesman", "spokesperson", "spokeswoman",
    ]
    return (UInt8(0)..<0x80).map { first in
      words.filter { $0.utf8.first == first }.map { ($0, Array($0.utf8)) }
    }
  }()
}
