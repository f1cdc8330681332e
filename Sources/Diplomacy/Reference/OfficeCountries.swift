import Lexicons

/// Which countries have, or had, an office: only some have kings, chancellors or a "foreign
/// secretary"; the United States have no prime minister.
///
///     OfficeCountries(of: "Crown Prince").mayExist(in: CountryCode("SA"))     // true
///     OfficeCountries(of: "Prime Minister").mayExist(in: CountryCode("US"))   // false
public struct OfficeCountries: Sendable {
  private let rule: Rule?

  private struct Rule: Sendable {
    var isOnly: Bool
    var countries: Set<CountryCode>
  }

  /// What is known of the office called `title`; the longest known title in its words tells.
  public init(of title: String) {
    rule = OfficeCountries.known.answer(to: title, OfficeCountries.rule)
  }

  private static let known = Memo<Rule?>()

  private static func rule(of title: String) -> Rule? {
    let words = title.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    var found: Rule?
    for count in stride(from: min(4, words.count), through: 1, by: -1) where found == nil {
      for start in 0...(words.count - count) where found == nil {
        found = OfficeCountries.rules[words[start..<start + count].joined(separator: " ")]
      }
    }
    return found
  }

  /// Whether `country` can have the office; true where nothing is known of it.
  public func mayExist(in country: CountryCode) -> Bool {
    rule.map { $0.countries.contains(country) == $0.isOnly } ?? true
  }

  /// Whether the office is known as one of `country` and few others.
  public func isKnown(in country: CountryCode) -> Bool {
    rule.map { $0.isOnly && $0.countries.contains(country) } ?? false
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
