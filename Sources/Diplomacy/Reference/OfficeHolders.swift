import Lexicons

/// Who held which office of which state, and when, from `office-holders.tsv`.
///
/// It tells whose an office is where a text leaves that to its readers: "President Santos" in a report from
/// Havana is Colombia's. It never tells that somebody holds an office: that only the text does.
///
///     OfficeHolders.homes(ofName: "Juan Manuel Santos", as: .headOfState, in: 2014)   // CO: 1
///     OfficeHolders.homes(ofName: "Merkel", as: .headOfGovernment, in: 2014)          // DE: 0.8
///     OfficeHolders.homes(ofName: "Santos", as: .headOfState, in: 2014)               // AO: 0.4, CO: 0.4
public enum OfficeHolders {
  /// The countries or bodies for which people of this name held office, each with how much speaks for it, from 0 to 1.
  ///
  /// A full name speaks by itself (0.7), more with the office (0.85) and most at its time (1); a family name only with both
  /// (0.8; without a year 0.4). Namesakes of whom as much speaks get half of it each. The spelling may be another
  /// transliteration (see `nameSkeleton`).
  ///
  /// - Parameters:
  ///   - name: as it is written, given name first or family name first.
  ///   - office: the class of the office that the text gives.
  ///   - year: when the text was written, where that is known.
  /// - Returns: nothing where the table has nobody of the name.
  public static func homes(
    ofName name: String, as office: Office?, in year: Int?
  ) -> [CountryCode: Double] {
    var homes: [CountryCode: Double] = [:]
    for match in known.answer(to: name, matches) {
      let held = match.terms.filter { term in office.map(term.offices.contains) ?? false }
      let holds = held.contains { term in
        year.map { term.from - 1 <= $0 && $0 <= term.until + 1 } ?? true
      }
      let share =
        match.isFull
        ? holds ? 1 : held.isEmpty ? 0.7 : 0.85 : holds ? year == nil ? 0.4 : 0.8 : 0
      if share > 0 { homes[match.country] = max(share, homes[match.country] ?? 0) }
    }
    guard homes.count > 1, let best = homes.values.max() else { return homes }
    // Of namesakes the one whose office and time fit; where that is several, none for certain.
    let fitting = homes.filter { $0.value == best }
    return fitting.count == 1 ? fitting : fitting.mapValues { $0 / 2 }
  }

  /// By how many years whoever of this name held one of `offices` of `country` misses the year `year`: 0 who held it then;
  /// nil where nobody of the name held it.
  public static func distance(
    ofName name: String, to year: Int, as offices: Set<Office>, of country: CountryCode
  ) -> Int? {
    known.answer(to: name, matches).lazy.filter { $0.country == country }.flatMap(\.terms)
      .filter { !$0.offices.isDisjoint(with: offices) }
      .map { max(0, $0.from - year, year - $0.until) }.min()
  }

  /// The one country for which somebody of this name held one of `offices` in `year`.
  public static func home(
    ofName name: String, as offices: Set<Office>, in year: Int
  ) -> CountryCode? {
    only(
      known.answer(to: name, matches).filter { match in
        match.terms.contains { $0.covers(year) && !$0.offices.isDisjoint(with: offices) }
      })
  }

  /// The offices that people of this full name held in `year`, of whatever country.
  public static func offices(ofFullName name: String, in year: Int) -> Set<Office> {
    known.answer(to: name, matches).lazy.filter(\.isFull).flatMap(\.terms)
      .filter { $0.covers(year) }
      .reduce(into: []) { $0.formUnion($1.offices) }
  }

  /// The one country or body for which somebody of this full name held office in `year`, or else not long before or
  /// after it; nil where several did.
  public static func home(ofFullName name: String, around year: Int) -> CountryCode? {
    let matches = known.answer(to: name, matches).filter(\.isFull)
    let now = matches.filter { $0.terms.contains { $0.covers(year) } }
    guard now.isEmpty else { return only(now) }
    return only(
      matches.filter { $0.terms.contains { $0.from - 3 <= year && year <= $0.until + 12 } })
  }

  /// The one country of which somebody of this family name, told alone, was head, deputy or minister in `year`.
  public static func home(ofFamilyName name: String, in year: Int) -> CountryCode? {
    only(
      known.answer(to: name, matches).filter { match in
        !match.isFull && match.terms.contains { $0.covers(year) && isHead($0) }
      })
  }

  /// The country that all of `matches` are of; nil where there are none or several.
  private static func only(_ matches: [Match]) -> CountryCode? {
    let homes = Set(matches.map(\.country))
    return homes.count == 1 ? homes.first : nil
  }

  /// The countries and bodies for which people of this full name held office at any time.
  public static func homes(ofFullName name: String) -> [CountryCode] {
    Set(known.answer(to: name, matches).filter(\.isFull).map(\.country)).sorted()
  }

  // MARK: - Names

  private struct Match: Sendable {
    var country: CountryCode
    var terms: [Term]
    /// Whether given and family name agree.
    var isFull: Bool
  }

  private struct Term: Sendable {
    var offices: Set<Office>
    var from: Int
    var until: Int

    func covers(_ year: Int) -> Bool { from <= year && year <= until }
  }

  private static let known = Memo<[Match]>(limit: 1024)

  private static func matches(_ name: String) -> [Match] {
    var words = folded(name).split(separator: " ").map(String.init)
    while words.count > 1, let last = words.last, suffixes.contains(last) { words.removeLast() }
    guard let table, let first = words.first, let last = words.last else { return [] }
    let (given, family) = (nameSkeleton(first), nameSkeleton(last))
    guard words.count > 1 else {
      return table.rows(for: family).compactMap { match($0, isFull: false) }
        // A family name alone tells only of those who need no other.
        + table.rows(withPrefix: family + " ").compactMap { row in
          match(row, isFull: false).flatMap { $0.terms.contains(where: isHead) ? $0 : nil }
        }
    }
    var rows =
      first.utf8.count == 1
      ? table.rows(withPrefix: "\(family) \(given)") : table.rows(for: "\(family) \(given)")
    for long in GivenNames.longForms(of: first) {
      rows += table.rows(for: "\(family) \(nameSkeleton(long))")
    }
    rows += table.rows(for: "\(given) \(family)").filter { isInOrder($0, given) }
    if words.count > 2 {
      // "Daniel Ortega Saavedra" for "Daniel Ortega"
      rows += table.rows(for: "\(nameSkeleton(words[words.count - 2])) \(given)").filter {
        twoSurnames.contains($0[2])
      }
    }
    return agreeing(rows, words).compactMap { match($0, isFull: true) }
  }

  /// "Mohamed Irfaan Ali" is no other Mohamed Ali: of a name with a middle those rows that have it, or else those that
  /// have no other.
  private static func agreeing(_ rows: [[String]], _ words: [String]) -> [[String]] {
    guard words.count > 2, rows.count > 1 else { return rows }
    let middle = words.dropFirst().dropLast().map(nameSkeleton)
    let listed = rows.map { folded($0[1]).split(separator: " ").map { nameSkeleton(String($0)) } }
    let same = rows.indices.filter { row in middle.allSatisfy(listed[row].contains) }
    return (same.isEmpty ? rows.indices.filter { listed[$0].count == 2 } : same).map { rows[$0] }
  }

  private static func match(_ row: [String], isFull: Bool) -> Match? {
    guard row.count >= 4 else { return nil }
    return Match(
      country: CountryCode(row[2]), terms: row[3].split(separator: ";").compactMap(term),
      isFull: isFull)
  }

  /// Whether a name whose family stands in front is so written by the table, or may be by others: "Motegi
  /// Toshimitsu", but no "James Paul" for Paul James.
  private static func isInOrder(_ row: [String], _ first: String) -> Bool {
    guard row.count > 2, !eitherOrder.contains(row[2]) else { return true }
    return folded(row[1]).split(separator: " ").first.map { nameSkeleton(String($0)) } == first
  }

  private static let eitherOrder: Set<String> = ["JP", "HU", "KR", "KP", "CN", "TW", "HK", "VN"]
  private static let twoSurnames: Set<String> = [
    "ES", "MX", "GT", "SV", "HN", "NI", "CR", "PA", "CU", "DO", "CO", "VE", "EC", "PE", "BO", "PY",
    "UY", "AR", "CL", "PT", "BR", "AO", "MZ", "GQ", "CV", "ST", "GW", "TL", "PH",
  ]
  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  // MARK: - Terms

  /// "F 2004-2012", "S 2019-": the letter of an office, the first and the last year.
  private static func term(_ text: Substring) -> Term? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let code = parts[0].first, let offices = offices[code] else {
      return nil
    }
    let years = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard years.count == 2, let from = Int(years[0]) else { return nil }
    return Term(offices: offices, from: from, until: Int(years[1]) ?? OfficeHolders.endless)
  }

  /// The last year of a term that had not ended when the table was written.
  private static let endless = 9999
  private static let table = LexiconTable(named: "office_holders")

  private static func isHead(_ term: Term) -> Bool { !term.offices.isDisjoint(with: heads) }

  private static let heads: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister, .monarch,
    .deputyHeadOfState, .deputyHeadOfGovernment, .nationalSecurityAdviser,
  ]

  /// What the letters of the table stand for.
  private static let offices: [Character: Set<Office>] = [
    "S": [.headOfState], "R": [.monarch, .royal, .headOfState, .religiousLeader],
    "G": [.headOfGovernment], "V": [.deputyHeadOfState, .deputyHeadOfGovernment],
    "F": [.foreignMinister], "D": [.defenceMinister], "N": [.nationalSecurityAdviser, .adviser],
    "I": [.minister], "E": [.minister], "P": [.legislator, .official],
    "O": [.partyLeader, .legislator], "A": [.ambassador, .diplomat],
    "Z": [.specialEnvoy, .negotiator, .diplomat], "C": [.militaryCommander],
    "K": [.intelligenceChief],
    "M": [
      .minister, .deputyMinister, .deputyForeignMinister, .spokesperson, .adviser, .official,
      .diplomat, .governor, .mayor, .judge,
    ],
    "L": [.militaryCommander, .partyLeader],
  ]
}
