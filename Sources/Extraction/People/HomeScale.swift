import Diplomacy
import Language

/// Weighs which country an open title belongs to: what its sentence, the one before, the other
/// sentences about the person and the whole text speak of, what a heading or dateline says, where
/// such names are common, and which countries have such an office.
struct HomeScale {
  /// The country that most open titles turned out to belong to.
  var domestic: CountryCode?
  private let countries: CountryMentions
  private let mentions: PersonSentences
  private let index: MentionIndex
  /// Whether somebody has an office that only America has, though nothing names the country:
  /// "Secretary of State John Kerry".
  private let hasAmericans: Bool
  /// Countries that nothing names, but of which somebody has an office that no other has: "Taoiseach".
  private let implied: [CountryCode]
  /// For whose readers the article was written, where its address tells.
  private let readers: CountryCode?
  /// For each person those who serve them.
  private let servants: [Int: [Int]]

  init(_ reading: Reading) {
    var servants: [Int: [Int]] = [:]
    for (person, draft) in reading.people.enumerated() {
      for case let boss? in draft.roles.map(\.serves) { servants[boss, default: []].append(person) }
    }
    self.servants = servants
    hasAmericans = reading.people.contains { person in
      person.roles.contains { !$0.isFormer && code(of: $0.of) == HomeScale.america }
    }
    countries = CountryMentions(reading)
    let held = reading.people.lazy.flatMap(\.roles).filter { !$0.isFormer }
    implied = Set(held.compactMap { Offices.country(impliedBy: $0.title) })
      .filter { [totals = countries.totals] in totals[$0] == nil && $0 != HomeScale.america }
      .sorted()
    readers = reading.article.url.flatMap { Publishers.home(ofAddress: $0) }
    mentions = PersonSentences(reading)
    index = MentionIndex(reading)
  }

  /// The country that a present office of a person, or the text, tells.
  private func companionHome(_ person: PersonDraft) -> CountryCode? {
    person.roles.lazy.filter { !$0.isFormer }.compactMap { code(of: $0.of) }.first
      ?? person.country?.value
  }

  /// The country that most around a role speaks for; where it must be certain, the next best one
  /// lies far behind.
  func home(
    of role: RoleReport, _ person: Int, isCertain: Bool, _ taken: TakenOffices,
    _ reading: Reading
  ) -> CountryCode? {
    let surroundings = Surroundings(reading: reading, countries: countries)
    guard let place = surroundings.sentence(of: role.evidence) else { return nil }
    if let record = reading.setting.record {
      return surroundings.recordCountry(record, role.evidence, place)
    }
    let rule = OfficeCountries(of: role.title)
    let origins = NameOrigins(ofName: reading.people[person].name)
    let boss = role.serves.map { NameOrigins(ofName: reading.people[$0].name) }
    var scores = surroundings.scores(of: role.evidence, in: place)
    addHabits(role, rule, origins, &scores)
    if let domestic { scores[domestic, default: 0] += 3 }
    if let office = role.office, HomeScale.ministers.contains(office),
      let code = surroundings.subject(before: role.evidence, in: place)
    {
      scores[code, default: 0] += 5
    }
    if let companion = surroundings.companion(of: role.evidence, in: place, index),
      companion != person,
      let code = host(of: companion, role, reading) ?? companionHome(reading.people[companion])
    {
      // "talked with Ali and Prime Minister Holness": heads of two countries, as a rule.
      let areHeads =
        role.office.map(HomeScale.heads.contains) == true
        && reading.people[companion].roles.contains {
          !$0.isFormer && ($0.office.map(HomeScale.heads.contains) ?? false)
        }
      scores[code, default: 0] += areHeads ? -4 : 8
    }
    for servant in servants[person] ?? [] {
      if let code = companionHome(reading.people[servant]) { scores[code, default: 0] += 8 }
    }
    addOtherMentions(of: person, except: place, &scores)
    for code in postings(role) { scores[code] = nil }
    for code in scores.keys {
      let isTaken = taken.isTaken(role, in: code)
      scores[code, default: 0] += 5 * origins.likelihood(in: code) - (isTaken ? 6 : 0)
      if let boss { scores[code, default: 0] += 5 * boss.likelihood(in: code) }
    }
    let ranked = scores.filter { isState($0.key, role, rule) && rule.mayExist(in: $0.key) }
      .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    guard let best = ranked.first else { return nil }
    guard isCertain else { return best.value >= 1 ? best.key : nil }
    let margin = best.value - (ranked.dropFirst().first?.value ?? 0)
    return margin >= 2.5 && best.value >= 4 && !taken.isTaken(role, in: best.key) ? best.key : nil
  }

  /// "Ambassador to the United States Sergey Kislyak and President Donald Trump": beside an envoy the
  /// president is the host's.
  private func host(of companion: Int, _ role: RoleReport, _ reading: Reading) -> CountryCode? {
    guard role.office == .headOfState else { return nil }
    return reading.people[companion].roles.lazy.filter { $0.office == .ambassador && !$0.isFormer }
      .compactMap { postings($0).first }.first
  }

  /// English newspapers leave out the country where they mean the American president; and they
  /// never tell it of their own country's officials.
  private func addHabits(
    _ role: RoleReport, _ rule: OfficeCountries, _ origins: NameOrigins,
    _ scores: inout [CountryCode: Double]
  ) {
    if let office = role.office, HomeScale.american.contains(office),
      !role.title.lowercased().hasPrefix("deputy president")
    {
      let isForeign = origins.likelihood(in: HomeScale.america) < 0
      if countries.totals[HomeScale.america] != nil || hasAmericans {
        scores[HomeScale.america, default: 0] += isForeign ? 0.5 : 4.5
        if hasAmericans, countries.totals[HomeScale.america] == nil {
          scores[HomeScale.america, default: 0] += 1.5
        }
      } else if HomeScale.unnamed.contains(office), scores.values.allSatisfy({ $0 < 3.2 }) {
        scores[HomeScale.america, default: 0] += isForeign ? 2 : 3.5
      }
    } else if countries.totals[HomeScale.america] != nil, role.office == .ambassador,
      role.title.hasPrefix("U.N.") || role.title.hasPrefix("UN ")
    {
      scores[HomeScale.america, default: 0] += 4.5
    } else if role.title.lowercased() == "attorney general" {
      if countries.totals[HomeScale.america] != nil { scores[HomeScale.america, default: 0] += 4.5 }
    } else if role.title.lowercased() == "chancellor" {
      // Of a government, unless the Exchequer is told.
      scores[HomeScale.germany, default: 0] += 3
      scores[HomeScale.britain, default: 0] -= 4
    } else if role.title.lowercased() == "first lady" {
      scores[HomeScale.america, default: 0] += 3
    }
    for code in implied { scores[code, default: 0] += 3.5 }
    for code in scores.keys where rule.isKnown(in: code) { scores[code, default: 0] += 2 }
    if let readers, readers != HomeScale.america {
      let isMinister = role.office.map { HomeScale.ministers.contains($0) } ?? false
      scores[readers, default: 0] += countries.totals[readers] == nil ? 1 : isMinister ? 5 : 3
    }
    for (code, total) in countries.totals
    where total >= 1.5 && countries.titleCounts[code] == nil {
      scores[code, default: 0] += 1.5
    }
  }

  private static let heads: Set<Office> = [.headOfState, .headOfGovernment]
  private static let america = CountryCode("US")
  private static let ministers: Set<Office> = [.minister, .foreignMinister, .defenceMinister]
  private static let germany = CountryCode("DE")
  private static let britain = CountryCode("GB")
  /// Offices that newspapers of every country leave without a country where they are American.
  private static let unnamed: Set<Office> = [.headOfState, .deputyHeadOfState]
  private static let american: Set<Office> = [
    .headOfState, .legislator, .nationalSecurityAdviser, .deputyHeadOfState,
  ]

  /// The countries named in the sentences that name the person elsewhere.
  private func addOtherMentions(
    of person: Int, except place: Int, _ scores: inout [CountryCode: Double]
  ) {
    for sentence in mentions.sentences(of: person).prefix(5) where sentence.index != place {
      for mention in countries.mentions(in: sentence.tokens.prefix(Surroundings.reach))
      where !mention.isInTitle {
        scores[mention.code, default: 0] += 0.8 * mention.weight
      }
    }
  }

  private func isState(_ code: CountryCode, _ role: RoleReport, _ rule: OfficeCountries) -> Bool {
    guard Countries[code]?.kind == .body, !rule.isKnown(in: code) else { return true }
    return role.office.map { HomeScale.bodyOffices.contains($0) } ?? false
  }

  /// Offices that a body such as the EU has too.
  private static let bodyOffices: Set<Office> = [
    .ambassador, .specialEnvoy, .spokesperson, .negotiator, .official, .diplomat, .adviser,
  ]

  /// An ambassador to a country is another's.
  private func postings(_ role: RoleReport) -> [CountryCode] {
    guard role.office == .ambassador || role.office == .specialEnvoy else { return [] }
    return role.title.split(separator: " ").compactMap { Countries.lookup(String($0))?.code }
  }
}
