import Diplomacy
import Lexicons

/// A person's name in its parts, as far as identity needs them. All words are folded.
///
///     PersonName("Sergei Viktorovich Lavrov")    // given sergei, middle viktorovich, family lavrov
///     PersonName("Xi Jinping")                   // given jinping, family xi
///     PersonName("Mohammed bin Salman Al Saud")  // given mohammed, family salman
///     PersonName("Abdullah II")                  // family abdullah, number ii
///     PersonName("von der Leyen")                // family leyen
struct PersonName: Hashable, Sendable {
  /// The name without honorifics: what two reports of one full name share.
  let folded: String
  /// The first given name or its initial; nil for a family name alone, and for monarchs and popes.
  private(set) var given: String?
  /// Given names and initials after the first.
  private(set) var middle: [String] = []
  /// The word that tells the family; of monarchs and popes the name they reign under.
  private(set) var family = ""
  /// The number of a monarch or pope: `ii`.
  private(set) var number: String?
  /// `jr`, `sr`, or a number after a given and a family name.
  private(set) var suffix: String?
  /// The name's endings that can stand for the person, folded, the shortest first.
  private(set) var familyNames: [String] = []

  /// Whether it is a family name alone: one word, or one with its particles.
  var isFamilyNameOnly: Bool { given == nil && number == nil }

  /// What two names must share to be compared at all: how the family name sounds.
  private(set) var block = ""

  private static let known = Memo<PersonName>(limit: 20_000)

  init(_ name: String, country: CountryCode? = nil) {
    self = PersonName.known.answer(to: "\(country?.rawValue ?? "")\u{1F}\(name)") { _ in
      PersonName(reading: name, country)
    }
  }

  private init(reading name: String, _ country: CountryCode?) {
    let words = PersonName.withoutHonorifics(
      name.split(whereSeparator: \.isWhitespace).flatMap(PersonName.apart).map(Word.init)
    )
    .filter { !$0.folded.isEmpty }
    folded = words.map(\.spaced).joined(separator: " ")
    var rest = words
    takeNumber(&rest)
    if number == nil { split(PersonName.joiningPrefixes(rest), country: country) }
    block = nameSkeleton(family)
  }
}

/// One word of a name.
private struct Word: Hashable {
  /// Folded, with the parts of a hyphenated name in one.
  let folded: String
  /// Folded, with a space for a hyphen.
  let spaced: String
  /// Whether it is written in capitals throughout, as family names are in lists of delegates.
  let isCapitals: Bool
  /// Whether it is a Roman number in capitals, and no name such as "Xi".
  let isNumber: Bool

  init(_ text: Substring) {
    spaced = Diplomacy.folded(String(text))
    let parts = spaced.split(separator: " ")
    // "al-Sisi" is the same as "Sisi" to whoever looks for the family.
    let kept =
      parts.count > 1 && Particles.articles.contains(String(parts[0]))
      ? parts.dropFirst() : parts[...]
    folded = kept.joined()
    let isUpper = !text.contains(".") && text == text.uppercased()
    isCapitals = isUpper && folded.utf8.count > 2
    isNumber = isUpper && text.utf8.allSatisfy { "IVX".utf8.contains($0) }
  }
}

private enum Particles {
  /// Words that belong to the family name after them.
  static let all: Set<String> = articles.union([
    "ap", "bat", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "del", "della", "den",
    "der",
    "di", "do", "dos", "du", "ibn", "la", "le", "los", "las", "ould", "san", "ten", "ter", "van",
    "von",
    "zu", "zur", "st", "saint", "mac",
  ])
  static let articles: Set<String> = [
    "al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ul", "ur",
  ]
  /// Words after which the father's name comes.
  static let sonOf: Set<String> = ["bin", "ibn", "bint", "ben"]
  /// Words that are one given name with the next: "Abdel Fattah".
  static let prefixes: Set<String> = ["abd", "abdel", "abdul", "abdal", "abu", "ould"]
}

// MARK: - Honorifics and numbers

extension PersonName {
  /// Initials that no space parts from the name: "S.Jaishankar"; one letter of two that stand for one of
  /// another script: "Ts.Munkh-Orgil".
  private static func apart(_ word: Substring) -> [Substring] {
    if word.count == 3, digraphs.contains(word) { return [word.prefix(1)] }
    guard let stop = word.lastIndex(of: "."), word.distance(from: stop, to: word.endIndex) > 3,
      word[..<stop].split(whereSeparator: { $0 == "." }).allSatisfy({ $0.count <= 2 })
    else { return [word] }
    return apart(word[...stop]) + [word[word.index(after: stop)...]]
  }

  private static let digraphs: Set<Substring> = ["Ts.", "Ch.", "Sh.", "Zh.", "Kh.", "Dz."]

  private static let honorifics: Set<String> = [
    "sir", "dame", "lord", "lady", "dr", "mr", "mrs", "ms", "miss", "prof", "professor", "king",
    "queen", "pope", "prince", "princess", "emperor", "empress", "emir", "amir", "sultan",
    "president", "general", "gen", "senator", "sen", "ambassador", "chancellor", "hrh", "hm",
  ]
  /// Forms of address that are half a name: "Sheikh Hasina" stays as it is.
  private static let halfNames: Set<String> = ["sheikh", "shaikh", "sheik", "sayyid", "ayatollah"]

  private static func withoutHonorifics(_ words: [Word]) -> [Word] {
    var rest = words[...]
    while rest.count > 1, let first = rest.first,
      honorifics.contains(first.folded) || rest.count > 2 && halfNames.contains(first.folded)
    {
      rest = rest.dropFirst()
    }
    return Array(rest)
  }

  private static let doubleReignNames: Set<String> = [
    "john paul", "juan carlos", "carl gustaf", "haile selassie", "mohammed zahir",
    "norodom sihanouk",
  ]

  /// Takes the number of a reign off, with all behind it, or the suffix of a generation.
  private mutating func takeNumber(_ words: inout [Word]) {
    if let last = words.last?.folded, words.count > 1,
      ["jr", "sr", "junior", "senior"].contains(last)
    {
      suffix = last.hasPrefix("j") ? "jr" : "sr"
      words.removeLast()
    }
    guard let place = words.indices.dropFirst().first(where: { words[$0].isNumber }) else { return }
    let before = words[..<place].map(\.folded)
    if place == 1 || PersonName.doubleReignNames.contains(before.joined(separator: " ")) {
      number = words[place].folded
      family = before.joined(separator: " ")
      familyNames = [family]
    } else if place == words.count - 1 {
      suffix = words[place].folded
      words.removeLast()
    }
  }

  private static func joiningPrefixes(_ words: [Word]) -> [String] {
    var joined: [String] = []
    var prefix = ""
    for (place, word) in words.enumerated() {
      if Particles.prefixes.contains(word.folded), place + 1 < words.count {
        prefix += word.folded
      } else {
        joined.append(
          (word.isCapitals && words.contains { !$0.isCapitals } ? "\u{1}" : "") + prefix
            + word.folded)
        prefix = ""
      }
    }
    return joined
  }
}

// MARK: - Given and family name

extension PersonName {
  /// Where the family name comes first.
  private static let familyNameFirst: Set<String> = ["CN", "HK", "KP", "KR", "KH", "TW", "VN"]
  /// Where it often does, for names that are known as such.
  private static let oftenFirst: Set<String> = ["JP", "SG", "MY"]

  private mutating func split(_ marked: [String], country: CountryCode?) {
    let capital = marked.firstIndex { $0.hasPrefix("\u{1}") }
    let words = marked.map { $0.hasPrefix("\u{1}") ? String($0.dropFirst()) : $0 }
    guard let last = words.last else { return }
    familyNames = PersonName.endings(of: words)
    let isOnlyFamily = words.dropLast().allSatisfy { Particles.all.contains($0) }
    guard !isOnlyFamily else {
      family = last
      return
    }
    let place = capital ?? PersonName.familyPlace(in: words, country: country)
    family = words[place]
    var givenWords = words
    givenWords.remove(at: place)
    if place == 0 {
      // "Kim Jong Un" and "Kim Jong-un" have one given name.
      givenWords = [givenWords.joined()]
      familyNames.insert(family, at: 0)
    } else if place < words.count - 1 {
      familyNames.insert(family, at: 0)
      givenWords = Array(words[..<place])
    }
    givenWords.removeAll { Particles.all.contains($0) }
    given = givenWords.first
    middle = Array(givenWords.dropFirst())
  }

  private static func familyPlace(in words: [String], country: CountryCode?) -> Int {
    let last = words.count - 1
    if let son = words.indices.dropFirst().first(where: { Particles.sonOf.contains(words[$0]) }),
      son < last
    {
      return son + 1
    }
    let code = country?.rawValue ?? ""
    let startsWithFamily = FamilyFirstNames.contains(words[0])
    let endsWithFamily = FamilyFirstNames.contains(words[last])
    if startsWithFamily != endsWithFamily,
      country == nil || familyNameFirst.contains(code) || oftenFirst.contains(code)
    {
      return startsWithFamily ? 0 : last
    }
    return familyNameFirst.contains(code) ? 0 : last
  }

  /// The last word, and that with the particles before it: `leyen`, `der leyen`, `von der leyen`.
  private static func endings(of words: [String]) -> [String] {
    guard let last = words.last else { return [] }
    var names = [last]
    var start = words.count - 1
    while start > 0, Particles.all.contains(words[start - 1]) {
      start -= 1
      names.append(words[start...].joined(separator: " "))
    }
    return names
  }
}
