import Lexicons

/// Values by phrase, for finding the longest phrase that starts at a word.
///
/// A phrase is written as in a newspaper, with single spaces between words and straight
/// apostrophes: "New Zealand", "Côte d'Ivoire".
struct PhraseIndex<Value: Sendable>: Sendable {
  private var values = PhraseTable<Value>()
  /// The number of words of the longest phrase; 0 where there is none.
  private(set) var maximalWordCount = 0

  /// Adds `value` for `phrase`, unless the phrase has one already.
  mutating func add(_ phrase: String, _ value: Value) {
    guard !phrase.isEmpty, values[phrase] == nil else { return }
    values[phrase] = value
    maximalWordCount = max(maximalWordCount, phrase.utf8.count { $0 == UInt8(ascii: " ") } + 1)
  }

  /// Every phrase that has a value, in no order.
  var phrases: some Sequence<String> { values.phrases }

  /// The value of exactly `phrase`; curly apostrophes count as straight ones.
  subscript(phrase: String) -> Value? {
    if let value = values[phrase] { return value }
    // Only what has a byte of a curly apostrophe can be another phrase when straightened.
    return mayHaveCurlyApostrophe(phrase) ? values[straightened(phrase)] : nil
  }
}

/// `text` with straight apostrophes, as the tables have them.
func straightened(_ text: String) -> String {
  guard mayHaveCurlyApostrophe(text), text.unicodeScalars.contains("\u{2019}") else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
}

/// Whether a phrase begins with "the" or "The".
func hasArticle(_ phrase: String) -> Bool {
  var phrase = phrase
  return phrase.withUTF8 { bytes in
    bytes.count > 3 && bytes[3] == 0x20 && (bytes[0] == 0x74 || bytes[0] == 0x54)
      && bytes[1] == 0x68 && bytes[2] == 0x65
  }
}

private func mayHaveCurlyApostrophe(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in bytes.contains { $0 == 0xE2 } }
}

/// The entries of a field that holds several, separated by `|`; empty for an empty field.
func entries(of field: String) -> [String] {
  field.split(separator: "|").map(String.init)
}
