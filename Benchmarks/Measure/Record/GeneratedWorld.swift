import Diplomacy
import Lexicons
import TestSupport

/// A world of which everything is known: who holds which office when, and who met whom on which day.
///
/// Names are given names and family names of the reference data put together at random, so that
/// family names are shared as in life, and a few people share a full name.
struct GeneratedWorld {
  struct Person {
    let given: String
    let middle: String?
    let family: String
    let country: CountryCode
    let title: String
    let office: Office
    /// The first and the last day in office, from 1970-01-01.
    let term: ClosedRange<Int>

    var name: String { "\(given) \(family)" }
  }

  struct Meeting {
    let day: Int
    let kind: MeetingKind
    let people: [Int]
    let place: PlaceName
  }

  let people: [Person]
  let meetings: [Meeting]

  private static let titles: [(String, Office)] = [
    ("President", .headOfState), ("Prime Minister", .headOfGovernment),
    ("Foreign Minister", .foreignMinister), ("Foreign Minister", .foreignMinister),
    ("Defence Minister", .defenceMinister), ("Deputy Foreign Minister", .deputyForeignMinister),
    ("Ambassador", .ambassador), ("Special Envoy", .specialEnvoy), ("Spokesman", .spokesperson),
    ("National Security Adviser", .nationalSecurityAdviser), ("Finance Minister", .minister),
    ("Director-General", .official),
  ]

  private static let capitals: [(String, String)] = [
    ("Washington", "US"), ("Moscow", "RU"), ("Lisbon", "PT"), ("London", "GB"), ("Paris", "FR"),
    ("Berlin", "DE"), ("Ankara", "TR"), ("Cairo", "EG"), ("New Delhi", "IN"), ("Tokyo", "JP"),
    ("Kyiv", "UA"), ("Jerusalem", "IL"), ("Riyadh", "SA"), ("Wellington", "NZ"), ("Ottawa", "CA"),
    ("Canberra", "AU"), ("Brasilia", "BR"), ("Warsaw", "PL"), ("Rome", "IT"), ("Madrid", "ES"),
    ("Oslo", "NO"), ("Vienna", "AT"), ("Bern", "CH"), ("Athens", "GR"), ("Prague", "CZ"),
    ("Jakarta", "ID"), ("Manila", "PH"), ("Pretoria", "ZA"), ("Nairobi", "KE"), ("Abuja", "NG"),
  ]

  init(people count: Int, meetings meetingCount: Int, seed: UInt64) {
    var random = RepeatableRandom(seed: seed)
    // Family names in front are a matter of their own: the scenarios have them.
    let given = GeneratedWorld.names("given_names").filter {
      !FamilyFirstNames.contains(folded($0))
    }
    let families = GeneratedWorld.names("family_names")
    var people: [Person] = []
    for number in 0..<count {
      let (title, office) = Self.titles[Int.random(in: 0..<Self.titles.count, using: &random)]
      let first = Int.random(in: 12_000..<19_500, using: &random)
      // One in a hundred has the full name of somebody before, in another country.
      let namesake =
        number > 100 && Int.random(in: 0..<100, using: &random) == 0
        ? people.randomElement(using: &random) : nil
      var country = Self.capitals.randomElement(using: &random)?.1 ?? "US"
      while country == namesake?.country.rawValue {
        country = Self.capitals.randomElement(using: &random)?.1 ?? "US"
      }
      people.append(
        Person(
          given: namesake?.given ?? given.randomElement(using: &random) ?? "",
          middle: Int.random(in: 0..<5, using: &random) == 0
            ? "ABCDEFGHJKLMPRST".randomElement(using: &random).map { "\($0)." } : nil,
          family: namesake?.family ?? families.randomElement(using: &random) ?? "",
          country: CountryCode(country), title: title, office: office,
          term: first...first + Int.random(in: 700...3_000, using: &random)))
    }
    self.people = people
    meetings = Self.meetings(meetingCount, people, &random)
  }

  private static func names(_ table: String) -> [String] {
    (LexiconTable(named: table)?.rows ?? []).map { $0[0] }
      .filter { $0.utf8.count > 3 && $0.utf8.allSatisfy { (65...122).contains($0) } }
  }

  private static func meetings(
    _ count: Int, _ people: [Person], _ random: inout RepeatableRandom
  ) -> [Meeting] {
    var meetings: [Meeting] = []
    while meetings.count < count {
      let host = popular(people.count, &random)
      let term = people[host].term
      let day = Int.random(in: term, using: &random)
      let size = [2, 2, 2, 2, 2, 2, 3, 3, 4, 8].randomElement(using: &random) ?? 2
      var circle = [host]
      var tries = 0
      while circle.count < size, tries < 400 {
        tries += 1
        let other = popular(people.count, &random)
        if people[other].term.contains(day), !circle.contains(other),
          people[other].country != people[host].country
        {
          circle.append(other)
        }
      }
      guard circle.count > 1 else { continue }
      let kinds: [MeetingKind] =
        size > 3 ? [.summit, .meeting] : [.meeting, .meeting, .meeting, .call, .meal, .visit]
      let place = capitals.first { $0.1 == people[host].country.rawValue } ?? capitals[0]
      meetings.append(
        Meeting(
          day: day, kind: kinds.randomElement(using: &random) ?? .meeting, people: circle,
          place: PlaceName(place.0, in: CountryCode(place.1))))
    }
    return meetings.sorted { ($0.day, $0.people) < ($1.day, $1.people) }
  }

  /// A few are in every newspaper: the number falls off as its square.
  private static func popular(_ count: Int, _ random: inout RepeatableRandom) -> Int {
    let chance = Double.random(in: 0..<1, using: &random)
    return Int(chance * chance * Double(count))
  }
}

private func < (a: (Int, [Int]), b: (Int, [Int])) -> Bool {
  a.0 == b.0 ? a.1.lexicographicallyPrecedes(b.1) : a.0 < b.0
}
