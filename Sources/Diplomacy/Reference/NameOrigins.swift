import Lexicons

/// Where names are common: of two countries that a text speaks of, a "Sergei …ov" is likelier to
/// act for Russia than for Japan.
///
/// A weak sign, for choosing among countries that a text names; never a reason by itself.
///
///     NameOrigins.likelihood(of: ["giorgia", "meloni"], in: CountryCode("IT"))   // above 0
public enum NameOrigins {
  /// How much the words of a name, in lower case, speak for `country`: from -1 (they are common
  /// elsewhere) over 0 (nothing is known) to 1.
  public static func likelihood(of parts: [String], in country: CountryCode) -> Double {
    var fitting = 0.0
    var known = 0.0
    for (index, part) in parts.enumerated() {
      let weight = index == 0 ? 1.5 : 1
      if let countries = countries(of: part) {
        known += weight
        if countries.contains(country) { fitting += weight }
      }
    }
    if let last = parts.last, parts.count == 1 || names[last] == nil,
      let countries = countriesByEnding(of: last)
    {
      known += 1
      if countries.contains(country) { fitting += 1 }
    }
    guard known > 0 else { return 0 }
    if fitting > 0 { return fitting / known }
    return manifold.contains(country) ? -0.25 : -1
  }

  /// Countries whose officials' names come from everywhere.
  private static let manifold: Set<CountryCode> = Set(
    ["US", "GB", "CA", "AU", "NZ", "FR", "DE", "NL", "SE", "EU", "UN", "NATO"].map {
      CountryCode($0)
    })

  private static func countries(of part: String) -> [CountryCode]? {
    if let found = names[part] { return found }
    if part.hasPrefix("al-") || part.hasPrefix("el-") { return names["al"] }
    guard let hyphen = part.firstIndex(of: "-") else { return nil }
    return names[String(part[..<hyphen])]
  }

  private static func countriesByEnding(of part: String) -> [CountryCode]? {
    for length in stride(from: min(8, part.count - 2), through: 2, by: -1) {
      if let found = endings[String(part.suffix(length))] { return found }
    }
    return nil
  }

  private static let rows: [(key: String, countries: [CountryCode])] =
    (LexiconTable(named: "name_origins")?.rows ?? []).compactMap { row in
      guard row.count >= 2 else { return nil }
      return (row[0], entries(of: row[1]).map { CountryCode($0) })
    }

  private static let names: [String: [CountryCode]] = Dictionary(
    rows.filter { !$0.key.hasPrefix("-") }.map { ($0.key, $0.countries) },
    uniquingKeysWith: { first, _ in first })

  private static let endings: [String: [CountryCode]] = Dictionary(
    rows.filter { $0.key.hasPrefix("-") }.map { (String($0.key.dropFirst()), $0.countries) },
    uniquingKeysWith: { first, _ in first })
}
