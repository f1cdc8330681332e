import Diplomacy
import JSON
import SQLite

/// Finds people who may be one though no rule joined them.
struct PersonCandidates {
  private struct Figure {
    let id: String
    let person: String
    let name: PersonName
    let country: String?
    let reports: Int
    /// The first and the last year of any report.
    let years: ClosedRange<Int>?
  }

  private(set) var all: [Candidate] = []
  private var figures: [Figure] = []
  private var places: [String: Int] = [:]
  private var seen: Set<Set<String>> = []

  /// Words that more people than this bear say nothing.
  private static let commonest = 200
  /// Bearers of one family name with so many years between are hardly one.
  private static let reach = 5

  init(_ connection: Connection) throws {
    figures = try connection.rows(
      """
      select i.id, i.personId, i.name, p.country,
        sum(s.reports), min(s.year), max(s.year)
      from individual i
      join person p on p.id = i.personId
      join persona s on s.individual = i.id
      group by i.id order by i.id
      """
    ) { row in
      let country = row.optionalText(at: 3)
      return Figure(
        id: row.text(at: 0), person: row.text(at: 1),
        name: PersonName(row.text(at: 2), country: country.map { CountryCode($0) }),
        country: country, reports: row.integer(at: 4),
        years: row.isNull(at: 5) ? nil : row.integer(at: 5)...row.integer(at: 6))
    }
    for (place, figure) in figures.enumerated() { places[figure.id] = place }
    try addOpenNames(connection)
    addSimilarNames()
    addFamilyNames()
  }

  private mutating func add(_ a: Int, _ b: Int, score: Int, _ reason: String) {
    let (first, second) = (figures[a], figures[b])
    guard first.person != second.person, seen.insert([first.person, second.person]).inserted
    else { return }
    // Who is reported less, or only by the family name, would be joined to the other.
    let isFirstLess =
      first.name.isFamilyNameOnly != second.name.isFamilyNameOnly
      ? first.name.isFamilyNameOnly
      : (first.reports, second.id) < (second.reports, first.id)
    let (subject, object) = isFirstLess ? (first, second) : (second, first)
    all.append(
      Candidate(
        layer: .person, subject: subject.person, object: object.person,
        score: min(100, max(1, score)), reason: reason))
  }

  /// Names that stayed open because they fit several.
  private mutating func addOpenNames(_ connection: Connection) throws {
    let open = try connection.rows(
      "select i.id, c.value, json_array_length(i.open) from individual i, json_each(i.open) c order by 1, 2"
    ) { (id: $0.text(at: 0), candidate: $0.text(at: 1), count: $0.integer(at: 2)) }
    for pair in open {
      // A name that a curator gave to somebody is open no more.
      guard let a = places[pair.id], figures[a].person == pair.id,
        let b = places[pair.candidate]
      else { continue }
      let others = pair.count == 1 ? "the only one it fits" : "one of \(pair.count) it fits"
      add(
        a, b, score: 70 / pair.count + (figures[a].country == figures[b].country ? 20 : 0), others)
    }
  }

  /// Full names that share two words, or all but a letter.
  private mutating func addSimilarNames() {
    var byWord: [String: [Int]] = [:]
    for (place, figure) in figures.enumerated() where !figure.name.isFamilyNameOnly {
      for word in Set(figure.name.folded.split(separator: " ").map { nameSkeleton(String($0)) }) {
        byWord[word, default: []].append(place)
      }
    }
    var shared: [[Int]: Int] = [:]
    for bearers in byWord.values where bearers.count <= PersonCandidates.commonest {
      for (index, a) in bearers.enumerated() {
        for b in bearers[(index + 1)...] { shared[[a, b], default: 0] += 1 }
      }
    }
    for (pair, count) in shared.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let (a, b) = (figures[pair[0]], figures[pair[1]])
      let isSameCountry = a.country == b.country && a.country != nil
      let isOtherCountry = a.country != b.country && a.country != nil && b.country != nil
      let bonus = isSameCountry ? 15 : isOtherCountry ? -25 : 0
      if count > 1 {
        let reason = a.name.folded == b.name.folded ? "one full name" : "names share \(count) words"
        add(pair[0], pair[1], score: 65 + bonus, reason)
      } else if isNear(a.name, b.name) {
        add(pair[0], pair[1], score: 55 + bonus, "names differ by a letter")
      }
    }
  }

  /// A family name alone and whoever bears it in those years, though their countries differ: articles
  /// often name the host's country beside the guest.
  private mutating func addFamilyNames() {
    // Whom a curator joined to somebody is decided on.
    let free = figures.indices.filter { figures[$0].id == figures[$0].person }
    let families = Dictionary(grouping: free) { figures[$0].name.family }
    for (_, bearers) in families.sorted(by: { $0.key < $1.key })
    where bearers.count <= PersonCandidates.commonest / 4 {
      for (index, a) in bearers.enumerated() {
        for b in bearers[(index + 1)...] {
          guard figures[a].name.isFamilyNameOnly || figures[b].name.isFamilyNameOnly,
            let years = figures[a].years, let others = figures[b].years,
            years.lowerBound - others.upperBound <= PersonCandidates.reach,
            others.lowerBound - years.upperBound <= PersonCandidates.reach
          else { continue }
          let isSame = figures[a].country == figures[b].country
          add(
            a, b, score: isSame ? 50 : 30,
            isSame ? "one family name" : "one family name, of two countries")
        }
      }
    }
  }

  /// Whether one word is the same and the others differ by a letter, put in, left out or changed.
  private func isNear(_ a: PersonName, _ b: PersonName) -> Bool {
    guard let given = a.given, let other = b.given else { return false }
    if nameSkeleton(given) == nameSkeleton(other) {
      return PersonCandidates.isTypo(a.family, b.family)
    }
    return a.family == b.family && PersonCandidates.isTypo(given, other)
  }

  private static func isTypo(_ a: String, _ b: String) -> Bool {
    let (short, long) =
      a.utf8.count <= b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
    guard short.count > 3, long.count - short.count <= 1 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    return short[start...].dropFirst(short.count == long.count ? 1 : 0)
      .elementsEqual(long[start...].dropFirst())
  }
}
