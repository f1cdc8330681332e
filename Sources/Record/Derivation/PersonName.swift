import Diplomacy

/// A person's name in its parts, as far as identity needs them.
struct PersonName: Hashable, Sendable {
  /// The name, folded.
  let folded: String
  /// Whether it is a family name alone: one word, or one with its particles, such as "von der Leyen".
  let isFamilyNameOnly: Bool
  /// The name's endings that can stand for the person, folded, the shortest first.
  let familyNames: [String]

  /// Words that belong to the family name after them.
  private static let particles: Set<String> = [
    "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von",
  ]

  /// Where the family name comes first.
  private static let familyNameFirst: Set<String> = ["CN", "HK", "HU", "KP", "KR", "TW", "VN"]

  init(_ name: String, country: CountryCode?) {
    let words = name.split(whereSeparator: \.isWhitespace).map { Diplomacy.folded(String($0)) }
      .filter { !$0.isEmpty }
    folded = words.joined(separator: " ")
    isFamilyNameOnly = words.count < 2 || PersonName.particles.contains(words[0])

    var names = words.last.map { [$0] } ?? []
    var start = words.count - 1
    while start > 0, PersonName.particles.contains(words[start - 1]) {
      start -= 1
      names.append(words[start...].joined(separator: " "))
    }
    if let country, PersonName.familyNameFirst.contains(country.rawValue), let first = words.first {
      names.insert(first, at: 0)
    }
    familyNames = names
  }
}
