import Lexicons

/// All countries, by code and by what newspapers call them.
///
///     Countries.lookup("Frenchman")?.code        // FR
///     Countries.lookup("U.S.")?.country.name     // United States
///     Countries[CountryCode("NZ")]?.capital      // Wellington
///
/// Lookup is by exact words, since "us" is no country and "turkey" is a bird. Where a word can
/// mean two countries, it stands for the one that newspapers mean by it alone: "Korean" is South
/// Korea, "Congolese" the Democratic Republic, "Dominican" the Dominican Republic.
public enum Countries {
  /// Every country, by code.
  public static let all: [Country] = readCountries()

  /// Every building and ministry that stands for a government, by name.
  public static let metonyms: [GovernmentMetonym] = readMetonyms()

  /// The number of words of the longest phrase that `lookup` knows.
  public static var maximalWordCount: Int { index.maximalWordCount }

  /// The country with `code`, or nil where no country has it.
  public static subscript(code: CountryCode) -> Country? {
    byCode[code]
  }

  /// What `phrase` stands for: a name, adjective, demonym, capital or metonym of a country; words
  /// with single spaces, with or without "the" in front.
  ///
  /// Words all in capitals, as in headlines, are found too when they have four letters or more.
  public static func lookup(_ phrase: String) -> CountryMatch? {
    if let match = index[phrase] { return match }
    if hasArticle(phrase) {
      return lookup(String(phrase.dropFirst(4)))
    }
    guard phrase.utf8.count >= 4, !phrase.utf8.contains(where: isSmallLetter) else { return nil }
    return capitalsIndex[phrase]
  }

  /// The metonym called `phrase`, without article: "Kremlin".
  public static func metonym(_ phrase: String) -> GovernmentMetonym? {
    metonymIndex[phrase]
  }
}

// MARK: - Indices

extension Countries {
  /// Hands over every phrase that `lookup` finds without taking off an article, in no order.
  static func forEachKey(_ body: (String) -> Void) {
    index.phrases.forEach(body)
    capitalsIndex.phrases.forEach(body)
  }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  private static let index: PhraseIndex<CountryMatch> = {
    var index = PhraseIndex<CountryMatch>()
    forEachPhrase { index.add($0, $1) }
    return index
  }()

  private static let capitalsIndex: PhraseIndex<CountryMatch> = {
    var index = PhraseIndex<CountryMatch>()
    forEachPhrase { index.add($0.uppercased(), $1) }
    return index
  }()

  private static let metonymIndex: PhraseIndex<GovernmentMetonym> = {
    var index = PhraseIndex<GovernmentMetonym>()
    for metonym in metonyms { index.add(metonym.name, metonym) }
    return index
  }()

  /// Names before capitals, so that "Luxembourg" is the country; the index keeps the first.
  private static func forEachPhrase(_ body: (String, CountryMatch) -> Void) {
    for country in all {
      let names = [country.name, country.officialName].compactMap(\.self) + country.otherNames
      for name in names { body(name, CountryMatch(country: country, form: .name)) }
    }
    for country in all {
      for (position, demonym) in country.demonyms.enumerated() {
        body(demonym, CountryMatch(country: country, form: position == 0 ? .adjective : .demonym))
      }
    }
    for country in all {
      for city in country.capitals { body(city, CountryMatch(country: country, form: .capital)) }
    }
    for metonym in metonyms {
      guard let country = byCode[metonym.country] else { continue }
      body(metonym.name, CountryMatch(country: country, form: .metonym))
    }
  }
}

/// Whether a byte is a to z.
private func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

// MARK: - Reading

extension Countries {
  private static func readCountries() -> [Country] {
    (LexiconTable(named: "countries")?.rows ?? []).compactMap { row in
      guard row.count == 7, let kind = Country.Kind(rawValue: row[1]) else { return nil }
      return Country(
        code: CountryCode(row[0]), kind: kind, name: row[2],
        officialName: row[3].isEmpty ? nil : row[3], capitals: entries(of: row[4]),
        demonyms: entries(of: row[5]), otherNames: entries(of: row[6]))
    }
  }

  private static func readMetonyms() -> [GovernmentMetonym] {
    (LexiconTable(named: "government_metonyms")?.rows ?? []).compactMap { row in
      guard row.count == 4, let kind = GovernmentMetonym.Kind(rawValue: row[2]) else { return nil }
      return GovernmentMetonym(
        name: row[0], country: CountryCode(row[1]), kind: kind, city: row[3])
    }
  }
}
