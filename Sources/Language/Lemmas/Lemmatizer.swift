import Lexicons

/// Finds the base form of English verbs and nouns: "met" → "meet", "talks" → "talk".
///
///     Lemmatizer.verb("announced")   // "announce"
///     Lemmatizer.noun("spokesmen")   // "spokesman"
///
/// Forms that follow no rule stand in the table `irregular-forms`; the others are undone by the rules of
/// English spelling.
public enum Lemmatizer {
  /// The base form of a word in lower case that has this tag; the word itself where it has no other.
  public static func lemma(of word: String, _ tag: Tag) -> String {
    switch tag.penn {
    case .vb, .vbp: tag.universal == .auxiliary ? verb(word) : word
    case .vbd, .vbg, .vbn, .vbz, .md: verb(word)
    case .nns: noun(word)
    default: word
    }
  }

  /// The base form of a verb's form in lower case.
  public static func verb(_ form: String) -> String {
    if let base = IrregularForms.shared.verbs[form] { return base }
    var bytes = Array(form.utf8)
    let count = bytes.count
    if bytes.ends("ies"), count > 4 {
      return Self.string(bytes.dropLast(3), "y")
    }
    if bytes.ends("es"), count > 3 {
      bytes.removeLast(2)
      if bytes.ends("ss") || bytes.ends("sh") || bytes.ends("ch") || bytes.ends("x")
        || bytes.ends("zz") || bytes.ends("o")
      {
        return Self.string(bytes[...])
      }
      return Self.string(bytes[...], "e")
    }
    if bytes.ends("s"), count > 2, !bytes.ends("ss"), !bytes.ends("us"), !bytes.ends("is") {
      return Self.string(bytes.dropLast())
    }
    if bytes.ends("ied"), count > 4 { return Self.string(bytes.dropLast(3), "y") }
    if bytes.ends("ed"), count > 3 {
      let stem = Array(bytes.dropLast(2))
      return stem.hasVowel ? VerbStem(stem).base : form
    }
    if bytes.ends("ing"), count > 4 {
      let stem = Array(bytes.dropLast(3))
      return stem.hasVowel ? VerbStem(stem).base : form
    }
    return form
  }

  /// The singular of a noun in lower case.
  public static func noun(_ form: String) -> String {
    if let base = IrregularForms.shared.nouns[form] { return base }
    let bytes = Array(form.utf8)
    let count = bytes.count
    if bytes.ends("men"), count > 4 { return Self.string(bytes.dropLast(2), "an") }
    guard bytes.ends("s"), count > 2, !bytes.ends("ss"), !bytes.ends("us"), !bytes.ends("is"),
      !bytes.ends("ics")
    else { return form }
    if bytes.ends("ies"), count > 4 { return Self.string(bytes.dropLast(3), "y") }
    if bytes.ends("sses") || bytes.ends("shes") || bytes.ends("ches") || bytes.ends("xes")
      || bytes.ends("zzes")
    {
      return Self.string(bytes.dropLast(2))
    }
    return Self.string(bytes.dropLast())
  }

  private static func string(_ bytes: ArraySlice<UInt8>, _ ending: String = "") -> String {
    String(decoding: bytes, as: UTF8.self) + ending
  }
}

/// The forms that follow no rule, with their base forms.
struct IrregularForms: Sendable {
  private(set) var verbs: [String: String] = [:]
  private(set) var nouns: [String: String] = [:]

  static let shared = IrregularForms()

  private init() {
    for row in LexiconTable(named: "irregular_forms")?.rows ?? [] where row.count >= 3 {
      if row[2] == "verb" { verbs[row[0]] = row[1] } else { nouns[row[0]] = row[1] }
    }
  }
}

extension [UInt8] {
  /// Whether the last letters are these.
  func ends(_ letters: StaticString) -> Bool {
    let length = letters.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[count - length + index] != letters.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether any letter is a vowel, "y" included.
  var hasVowel: Bool { contains { VerbStem.isVowel($0) || $0 == UInt8(ascii: "y") } }
}
