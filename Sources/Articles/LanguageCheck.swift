import Diagnostics

/// Refuses texts that are not in English.
///
/// The share of a language's most frequent function words among all words tells languages with
/// Latin letters apart well from a few sentences on; other scripts are told by their letters.
struct LanguageCheck {
  /// So many scalars from the start of a text tell its language; more would only take time.
  private static let sampleLength = 1 << 16

  /// - Throws: a diagnostic that names the language, or says that the text is no running text.
  func check(_ text: String, named name: String) throws(Diagnostic) {
    let sample = String(text.unicodeScalars.prefix(Self.sampleLength))
    var letters = 0
    var latin = 0
    var counts = [Int](repeating: 0, count: LanguageCheck.languages.count)
    var words = 0
    for word in sample.lowercased().split(whereSeparator: { !$0.isLetter }) {
      words += 1
      letters += word.unicodeScalars.count
      latin += word.unicodeScalars.count {
        $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
      }
      for (index, language) in LanguageCheck.languages.enumerated()
      where language.words.contains(String(word)) {
        counts[index] += 1
      }
    }
    guard words > 0 else { throw notProse(name) }
    if latin * 2 < letters {
      throw Diagnostic(
        "\(name) is not in English", notes: ["most of its letters are not Latin"],
        help: ["memcon reads English; give a translation"])
    }
    guard words >= 30 else { return }
    let english = counts[0]
    if let other = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }),
      counts[other] > english * 3 / 2, counts[other] * 12 > words
    {
      throw Diagnostic(
        "\(name) is not in English",
        notes: ["it reads like \(LanguageCheck.languages[other].name)"],
        help: ["memcon reads English; give a translation"])
    }
    if words >= 200, english * 50 < words { throw notProse(name) }
  }

  private func notProse(_ name: String) -> Diagnostic {
    Diagnostic(
      "\(name) is not running English text",
      notes: ["hardly any of its words are among the most frequent of English"],
      help: ["check that this is the article and not a list, a script or noise"])
  }

  private struct Language: Sendable {
    let name: String
    let words: Set<String>

    init(_ name: String, _ words: String) {
      self.name = name
      self.words = Set(words.split(separator: " ").map(String.init))
    }
  }

  /// Each language's commonest words that English has not, English first.
  private static let languages = [
    Language("English", "the of and to in that is was for with he his on at by it said had has as"),
    Language("French", "le la les des du et dans que qui une est pour avec sur au aux ses par"),
    Language("German", "der die und das den von zu mit dem ist im für auf ein eine sich nicht"),
    Language("Spanish", "el la los las que del y una por con para se su al más como fue"),
    Language("Italian", "il di che la della e per un una del con non sono gli nel alla dei"),
    Language("Portuguese", "o os da do que e uma para com não dos das por mais ao foi"),
    Language("Dutch", "de het een van en dat met voor niet zijn op aan werd naar ook"),
    Language("Polish", "i w na z się że do nie jest o po od przez jak za"),
    Language("Turkish", "ve bir bu için ile da de olarak olan daha sonra ise"),
    Language("Indonesian", "yang dan di dengan untuk dari pada ini itu tidak akan"),
    Language("Swedish", "och att det som en på är av för med till den inte"),
  ]
}
