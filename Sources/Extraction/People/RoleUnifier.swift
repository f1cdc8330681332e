import Diplomacy
import Language
import Lexicons

/// Joins the roles that are told several times, and fills what one telling leaves open from another.
struct RoleUnifier {
  func run(_ reading: inout Reading) {
    for index in reading.people.indices { complete(&reading.people[index]) }
    shareColleagues(&reading)
    for index in reading.people.indices {
      complete(&reading.people[index])
      reading.people[index].roles = withoutRanks(
        onceFormer(unified(reading.people[index].roles)), reading.people[index].rankCount)
    }
  }

  /// Gives a person the country of a present role, and open roles the person's country.
  private func complete(_ person: inout PersonDraft) {
    if person.country == nil {
      for role in person.roles where !role.isFormer {
        if let code = homeCode(of: role.of) {
          person.country = Attested(code, role.evidence)
          break
        }
      }
    }
    if person.country == nil,
      let role = person.roles.first(where: { homeCode(of: $0.of) != nil }),
      let code = homeCode(of: role.of)
    {
      person.country = Attested(code, role.evidence)
    }
    if person.country == nil, let nationality = person.nationality { person.country = nationality }
    for index in person.roles.indices where person.roles[index].of == nil {
      let told = person.roles.first {
        $0.of != nil && $0.title.isSameTitle(as: person.roles[index].title)
      }
      // A scholar's country is no employer.
      let isScholar = isOfScholar(person.roles[index].title)
      person.roles[index].of =
        told?.of ?? (isScholar ? nil : person.country.map { .country($0.value) })
    }
  }

  /// Who works with somebody, in a clause about them, serves the same government.
  private func shareColleagues(_ reading: inout Reading) {
    for mention in reading.mentions where reading.people[mention.person].country == nil {
      guard let start = colleagueClause(before: mention, reading) else { continue }
      guard let other = reading.mentions.last(where: { $0.tokens.upperBound <= start }),
        other.person != mention.person, let country = reading.people[other.person].country
      else { continue }
      let range = other.tokens.lowerBound..<mention.tokens.upperBound
      reading.people[mention.person].country = Attested(country.value, reading.evidence(range))
    }
  }

  /// The token of ", who works with …" before a mention, within a few words.
  private func colleagueClause(before mention: PersonMention, _ reading: Reading) -> Int? {
    let start = mention.tokens.lowerBound
    for index in stride(from: start - 1, to: max(start - 8, 1), by: -1)
    where ["works", "worked", "working", "serves", "served"].contains(reading.word(index)) {
      guard ["with", "for", "under", "alongside", "as"].contains(reading.word(index + 1)) else {
        return nil
      }
      return reading.word(index - 1) == "who" ? index - 2 : nil
    }
    return nil
  }

  /// One role of each title and body; a short or descriptive title gives way to a telling one.
  private func unified(_ roles: [RoleReport]) -> [RoleReport] {
    var kept: [RoleReport] = []
    for role in roles {
      if let same = kept.firstIndex(where: { isSame($0, role) }) {
        if kept[same].serves == nil { kept[same].serves = role.serves }
        if role.title.count > kept[same].title.count, !isDescriptive(role.title) {
          kept[same].title = role.title
          kept[same].evidence = role.evidence
        }
      } else {
        kept.append(role)
      }
    }
    return kept
  }

  /// "President Obama's policy" of "former President Barack Obama": past, as the text tells once.
  private func onceFormer(_ roles: [RoleReport]) -> [RoleReport] {
    guard roles.contains(where: \.isFormer), roles.count > 1 else { return roles }
    return roles.filter { role in
      role.isFormer
        || !roles.contains {
          $0.isFormer && $0.of == role.of && $0.title.isSameTitle(as: role.title)
        }
    }
  }

  /// A rank or dignity is a role only where nothing else is told.
  private func withoutRanks(_ roles: [RoleReport], _ ranks: Int) -> [RoleReport] {
    guard ranks > 0 || roles.contains(where: isLowRank) else { return roles }
    let lexicon = RoleLexicon.shared
    let roles = roles.filter { role in
      let words = role.title.lowercased().split(separator: " ")
      // "Vice President" is an office, "Vice Admiral" a rank.
      guard let first = words.first, words.count < 2 || first != "vice" && first != "rear"
      else {
        return role.isFormer
          || words.dropFirst().first.map { !lexicon[String($0)].contains(.rank) } ?? true
      }
      return role.isFormer || !RoleUnifier.lowRanks.contains(first)
    }
    func isRank(_ role: RoleReport) -> Bool {
      role.title.lowercased().split(separator: " ").allSatisfy {
        lexicon[String($0)].contains(.rank) || RoleUnifier.rankModifiers.contains($0)
      }
    }
    // "a retired general, the ambassador": what somebody was says more than how they are addressed.
    return roles.contains { !isRank($0) } ? roles.filter { !isRank($0) || $0.isFormer } : roles
  }

  /// "Rear Admiral", "Major General": a rank of two words.
  private func isLowRank(_ role: RoleReport) -> Bool {
    RoleUnifier.knownRanks.answer(to: role.title) { title in
      let words = title.lowercased().split(separator: " ")
      return words.count == 2 && RoleUnifier.lowRanks.contains(words[0])
        && RoleLexicon.shared[String(words[1])].contains(.rank)
    }
  }

  private static let knownRanks = Memo<Bool>()

  private func isSame(_ a: RoleReport, _ b: RoleReport) -> Bool {
    guard a.isFormer == b.isFormer, a.of == b.of || a.of == nil || b.of == nil else { return false }
    if a.title == b.title { return true }
    if isShort(a.title, for: b.title) || isShort(b.title, for: a.title) { return true }
    let (x, y) = (titleWords(a.title), titleWords(b.title))
    if x == y { return true }
    // "Minister Lavrov" is the minister of foreign affairs told before.
    let (short, long) = x.count < y.count ? (x, y) : (y, x)
    if short.count == 1, short.isSubset(of: long),
      short.contains(where: RoleUnifier.general.contains)
    {
      return true
    }
    return (a.office == b.office && (x.isSubset(of: y) || y.isSubset(of: x)))
  }

  /// "PM" for "Prime Minister".
  private func isShort(_ short: String, for long: String) -> Bool {
    guard short.utf8.count <= 4, let full = RoleUnifier.shortForms[short] else { return false }
    return long.lowercased() == full
  }

  private static let shortForms: [String: String] = [
    "PM": "prime minister", "FM": "foreign minister", "NSA": "national security adviser",
    "EAM": "external affairs minister",
  ]

  /// Ranks and forms of address that say nothing of an office.
  private static let lowRanks: Set<Substring> = [
    "sheikh", "sheikha", "colonel", "captain", "commodore", "lieutenant", "major", "brigadier",
    "baron", "baroness", "count", "countess", "rear", "vice",
  ]

  static let rankModifiers: Set<Substring> = ["field", "air", "senior", "fleet", "chief"]

  private static let general: WordSet = [
    "minister", "secretary", "chairman", "chairwoman", "chairperson", "director", "ambassador",
    "commissioner", "chief", "spokesman", "spokeswoman", "spokesperson", "speaker", "leader",
    "adviser", "envoy", "official", "general", "governor", "commander",
  ]

  private func titleWords(_ title: String) -> Set<String> {
    RoleUnifier.knownTitles.answer(to: title) {
      Set(
        $0.lowercased().wordsOfLetters(withHyphens: false).map {
          RoleUnifier.longForms[$0] ?? OfficeSpelling.meant(by: $0) ?? $0
        })
    }
  }

  /// Words that say the same in a title.
  private static let longForms: [String: String] = [
    "chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman", "gov": "governor",
    "sen": "senator", "rep": "representative", "defense": "defence", "advisor": "adviser",
  ]

  private static let knownTitles = Memo<Set<String>>()

  /// A newspaper's paraphrase of an office: "top diplomat".
  private func isDescriptive(_ title: String) -> Bool {
    let words = titleWords(title)
    return words.count == 2 && words.contains("diplomat")
      && !words.isDisjoint(with: ["top", "chief"])
  }
}

/// The country or body that `affiliation` acts for, if it is one or belongs to one.
func code(of affiliation: Affiliation?) -> CountryCode? {
  switch affiliation {
  case .country(let code): code
  case .organization(let name): Organizations.lookup(name)?.country
  case nil: nil
  }
}

/// The same, or the country in which the place lies that the office is of: "mayor of Auckland".
func homeCode(of affiliation: Affiliation?) -> CountryCode? {
  if let code = code(of: affiliation) { return code }
  guard case .organization(let name)? = affiliation, Organizations.lookup(name) == nil else {
    return nil
  }
  return Places.lookup(name).first { $0.ambiguity == nil }?.country ?? nations[name]
}

/// Whether a title's noun is that of somebody who works at an institute: "political analyst"; or for
/// a candidate: "campaign manager".
func isOfScholar(_ title: String) -> Bool {
  knownScholars.answer(to: title) { title in
    let words = title.lowercased().split(separator: " ")
    if words.contains("campaign") { return true }
    let head = words.firstIndex { ["of", "in", "on", "for"].contains($0) } ?? words.count
    guard head > 0 else { return false }
    return RoleLexicon.shared[String(words[head - 1])].contains(.scholar)
  }
}

private let knownScholars = Memo<Bool>()

/// Nations with a government of their own within a kingdom.
private let nations: [String: CountryCode] = [
  "Scotland": CountryCode("GB"), "Wales": CountryCode("GB"),
  "Northern Ireland": CountryCode("GB"),
]

extension String {
  /// The runs of letters, and hyphens if wanted, of a text in lower case.
  func wordsOfLetters(withHyphens: Bool) -> [String] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else {
      return split { !$0.isLetter && !(withHyphens && $0 == "-") }.map(String.init)
    }
    return utf8.split {
      !(0x61...0x7A).contains($0 | 0x20) && !(withHyphens && $0 == UInt8(ascii: "-"))
    }.map { String(Substring($0)) }
  }
}
