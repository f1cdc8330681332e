import Lexicons

/// Where the words of a name are common: of two countries that a text speaks of, a "Sergei …ov" is
/// likelier to act for Russia than for Japan.
///
/// A weak sign, for choosing among countries that a text names; never a reason by itself.
///
///     NameOrigins(of: ["giorgia", "meloni"]).likelihood(in: CountryCode("IT"))   // above 0
public struct NameOrigins: Sendable {
  /// For each known word its weight and the countries where it is common.
  private var known: [(weight: Double, homes: Homes)]

  /// Where a name is chiefly at home, and where it is also common.
  private struct Homes {
    var chief: [CountryCode]
    var also: [CountryCode] = []

    /// How much the name speaks for `country`, from 0 to 1.
    func share(of country: CountryCode) -> Double {
      chief.contains(country) ? 1 : also.contains(country) ? NameOrigins.spread : 0
    }
  }

  /// The origins of a name, by its words in lower case.
  public init(of parts: [String]) {
    var known: [(weight: Double, homes: Homes)] = []
    for (index, part) in parts.enumerated() {
      guard let homes = NameOrigins.homes(of: part) else { continue }
      // The first word is the given name, or a family name that is put first.
      known.append((index == 0 ? 1.5 : 1, homes))
    }
    if let style = NameOrigins.spelling(of: parts) { known.append(style) }
    if let last = parts.last, parts.count == 1 || NameOrigins.listed(last) == nil,
      let homes = NameOrigins.homesByEnding(of: last)
    {
      known.append((1, homes))
    }
    self.known = known
  }

  /// The origins of a name as it is written, hyphens telling syllables: "Lai Ching-te".
  /// Who is known to have held office for a country is at home there.
  public init(ofName name: String) {
    self = NameOrigins.knownNames.answer(to: name) { name in
      var origins = NameOrigins(
        of: name.split(separator: " ").map { word in
          word.split(separator: "-").map { folded(String($0)) }.joined(separator: "-")
        }.filter { !$0.isEmpty })
      let homes = OfficeHolders.homes(ofFullName: name)
      if !homes.isEmpty { origins.known.append((NameOrigins.held, Homes(chief: homes))) }
      return origins
    }
  }

  private static let knownNames = Memo<NameOrigins>(limit: 1024)

  /// How much the name speaks for `country`: from -1 (its words are common elsewhere) over 0
  /// (nothing is known) to 1. Words that came to a country with another's language count for less there.
  public func likelihood(in country: CountryCode) -> Double {
    var fitting = 0.0
    var all = 0.0
    let homes = NameOrigins.lenders[country] ?? []
    for (weight, origin) in known {
      all += weight
      let share = origin.share(of: country)
      if share > 0 {
        fitting += share * weight
      } else if homes.contains(where: origin.chief.contains) {
        fitting += NameOrigins.borrowed * weight
      }
    }
    guard all > 0 else { return 0 }
    if fitting > 0 { return fitting / all }
    return NameOrigins.manifold.contains(country) ? -0.25 : -1
  }
}

// MARK: - Tables

extension NameOrigins {
  /// Countries and bodies whose officials' names come from everywhere.
  private static let manifold: Set<CountryCode> = Set(
    ["US", "GB", "CA", "AU", "NZ", "FR", "DE", "NL", "SE", "EU", "UN", "NATO"].map {
      CountryCode($0)
    })

  /// For each country those whose names are given there too: English ones in Jamaica and Ghana, French ones in Togo,
  /// Arabic ones from Senegal to Indonesia.
  private static let lenders: [CountryCode: [CountryCode]] = [
    (
      "GB",
      "JM TT BB GY BS LC VC GD AG DM KN BZ GH NG KE UG ZM ZW MW BW NA LS SZ SL LR GM TZ RW SS CM FJ PG SB VU WS TO"
        + " NR KI TV MH FM PW CK PH SG HK MT ZA MU SC"
    ),
    ("FR", "CI SN BF BJ TG GA CG CD CM MG HT RW BI TD CF GN ML NE DJ KM LB LU MC MU SC VU"),
    ("PT", "AO MZ GW CV ST TL BR"), ("ES", "GQ PH"),
    (
      "SA",
      "NG KE TZ ET SO ER DJ KM ML NE TD SN GM GN SL BF CI GH UG CM ID MY BN BD PK IN MV AF IR TR UZ TJ TM KZ KG AZ"
        + " AL XK BA SG LK MU"
    ),
  ].reduce(into: [:]) { homes, language in
    for borrower in Set(language.1.split(separator: " ")) {
      homes[CountryCode(String(borrower)), default: []].append(CountryCode(language.0))
    }
  }
  /// How much an office held counts beside the words of the name.
  private static let held = 4.0
  /// How much a word counts where it came with another's language.
  private static let borrowed = 0.4
  /// How much it counts where it is common, but not chiefly at home.
  private static let spread = 0.65

  /// How a name of three syllables is written: Taipei and Seoul put a hyphen into the given name,
  /// Peking writes it in one word, Pyongyang in two.
  private static func spelling(of parts: [String]) -> (weight: Double, homes: Homes)? {
    guard let family = parts.first.flatMap(listed)?.chief, parts.count == 2 || parts.count == 3
    else { return nil }
    let isHyphenated = parts.count == 2 && parts[1].contains("-")
    if family.contains(china), family.count <= 4 {
      if parts.count == 2 { return (1, Homes(chief: isHyphenated ? [taiwan] : [china])) }
    } else if family.contains(southKorea) || family.contains(northKorea) {
      if parts.count == 3 { return (0.5, Homes(chief: [northKorea])) }
      if isHyphenated { return (0.25, Homes(chief: [southKorea])) }
    }
    return nil
  }

  private static let china = CountryCode("CN")
  private static let taiwan = CountryCode("TW")
  private static let southKorea = CountryCode("KR")
  private static let northKorea = CountryCode("KP")

  private static func homes(of part: String) -> Homes? {
    knownParts.answer(to: part) { part in
      if let found = listed(part) ?? row(for: part, in: common) { return found }
      if part.hasPrefix("al-") || part.hasPrefix("el-") {
        return listed(String(part.dropFirst(3))) ?? listed("al")
      }
      guard let hyphen = part.firstIndex(of: "-") else { return nil }
      return listed(String(part[..<hyphen]))
    }
  }

  private static let knownParts = Memo<Homes?>()

  /// The countries where a name of the table written by hand is common.
  private static func listed(_ name: String) -> Homes? {
    // Behind a hyphen stand endings.
    name.utf8.first == UInt8(ascii: "-") ? nil : row(for: name, in: table)
  }

  /// The countries of a row, found by halving, so that no table is read as a whole.
  private static func row(for key: String, in table: LexiconTable?) -> Homes? {
    guard let row = table?.rows(for: key).first, row.count >= 2 else { return nil }
    return Homes(
      chief: entries(of: row[1]).map { CountryCode($0) },
      also: row.count > 2 ? entries(of: row[2]).map { CountryCode($0) } : [])
  }

  private static let table = LexiconTable(named: "name_origins")
  /// Names that the table by hand lacks.
  private static let common = LexiconTable(named: "common_name_origins")

  private static func homesByEnding(of part: String) -> Homes? {
    knownEndings.answer(to: part) { part in
      for length in stride(from: min(8, part.count - 2), through: 2, by: -1) {
        if let found = row(for: "-" + part.suffix(length), in: table) { return found }
      }
      return nil
    }
  }

  private static let knownEndings = Memo<Homes?>()
}
