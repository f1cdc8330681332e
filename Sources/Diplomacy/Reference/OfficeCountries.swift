import Lexicons

/// Which countries have, or had, an office: only some have kings, chancellors or a "foreign
/// secretary"; the United States have no prime minister.
///
///     OfficeCountries.mayExist("Crown Prince", in: CountryCode("SA"))     // true
///     OfficeCountries.mayExist("Prime Minister", in: CountryCode("US"))   // false
public enum OfficeCountries {
  /// Whether `country` can have the office called `title`; true where nothing is known of it.
  public static func mayExist(_ title: String, in country: CountryCode) -> Bool {
    let words = title.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard let rule = rule(for: words) else { return true }
    return rule.countries.contains(country) == rule.isOnly
  }

  /// Whether `title` is known as an office of `country`.
  public static func isKnown(_ title: String, in country: CountryCode) -> Bool {
    let words = title.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard let rule = rule(for: words), rule.isOnly else { return false }
    return rule.countries.contains(country)
  }

  private struct Rule {
    var isOnly: Bool
    var countries: Set<CountryCode>
  }

  /// The rule of the longest known title in the words, the first of such.
  private static func rule(for words: [String]) -> Rule? {
    var found: Rule?
    for count in stride(from: min(4, words.count), through: 1, by: -1) {
      for start in 0...(words.count - count) where found == nil {
        found = rules[words[start..<start + count].joined(separator: " ")]
      }
      if found != nil { return found }
    }
    return nil
  }

  private static let rules: [String: Rule] = {
    var rules: [String: Rule] = [:]
    for row in LexiconTable(named: "office_countries")?.rows ?? [] where row.count >= 3 {
      rules[row[0]] = Rule(
        isOnly: row[1] == "+", countries: Set(entries(of: row[2]).map { CountryCode($0) }))
    }
    return rules
  }()
}
