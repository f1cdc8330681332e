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
  /// Offices of a country that the text speaks of without naming who holds them.
  private let orphans: OrphanOffices
  /// For each person those who serve them.
  private let servants: [Int: [Int]]
  /// The names of those who are told without a country.
  private let others: [(person: Int, origins: NameOrigins)]

  init(_ reading: Reading, homeless: [Int]) {
    others = homeless.prefix(HomeScale.reach).map {
      ($0, NameOrigins(ofName: reading.people[$0].name))
    }
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
    readers =
      reading.article.url.flatMap { Publishers.home(ofAddress: $0) }
      ?? AgencyReader(reading: reading).home()
    orphans = OrphanOffices(reading)
    mentions = PersonSentences(reading)
    index = MentionIndex(reading)
  }

  /// So many people are asked for what their names say.
  private static let reach = 40

  /// The country that a present office of a person, or the text, tells.
  private func companionHome(_ person: PersonDraft) -> CountryCode? {
    person.roles.lazy.filter { !$0.isFormer }.compactMap { code(of: $0.of) }.first
      ?? person.country?.value
  }

  /// The country that most around a role speaks for; where `margin` is told, the next best one must lie so far
  /// behind.
  func home(
    of role: RoleReport, _ person: Int, margin: Double?, _ taken: TakenOffices,
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
    addPeople(beside: role, person, in: place, surroundings, &scores, reading)
    addOtherMentions(of: person, except: place, &scores)
    for code in orphans.countries(of: role) { scores.add(.orphan, to: code) }
    let holders = OfficeHolders.homes(
      ofName: reading.people[person].name, as: role.office, in: reading.setting.published?.year)
    for (code, share) in holders { scores.add(.holder, share, to: code) }
    for code in postings(role) { scores.remove(code) }
    for code in surroundings.destinations(of: role.evidence, in: place) { scores.remove(code) }
    for code in scores.sums.keys {
      scores.add(.origin, origins.likelihood(in: code), to: code)
      scores.add(.others, support(for: code, besides: person), to: code)
      if taken.isTaken(role, in: code) { scores.add(.taken, to: code) }
      if let boss { scores.add(.bossOrigin, boss.likelihood(in: code), to: code) }
    }
    let ranked = scores.sums.filter {
      // Who is known to have held the very office tells that it exists.
      (holders[$0.key] ?? 0) > 0.8
        || (isState($0.key, role, rule) || holders[$0.key] != nil) && rule.mayExist(in: $0.key)
    }
    .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    guard let best = ranked.first else { return nil }
    guard let margin else { return best.value >= HomeScores.enough ? best.key : nil }
    let lead = best.value - (ranked.dropFirst().first?.value ?? 0)
    return lead >= margin && best.value >= HomeScores.certain
      && !taken.isTaken(role, in: best.key) ? best.key : nil
  }

  /// Whose country may be that of who stands beside them, before them or serves them.
  private func addPeople(
    beside role: RoleReport, _ person: Int, in place: Int, _ surroundings: Surroundings,
    _ scores: inout HomeScores, _ reading: Reading
  ) {
    if let domestic { scores.add(.domestic, to: domestic) }
    if let office = role.office, HomeScale.ministers.contains(office),
      let code = surroundings.subject(before: role.evidence, in: place)
    {
      scores.add(.subject, to: code)
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
      scores.add(areHeads ? .fellowHead : .companion, to: code)
    }
    for servant in servants[person] ?? [] {
      if let code = companionHome(reading.people[servant]) { scores.add(.servant, to: code) }
    }
  }

  /// How much the names of the others who are told without a country speak for one.
  private func support(for code: CountryCode, besides person: Int) -> Double {
    let all = others.reduce(0) { $1.person == person ? $0 : $0 + $1.origins.likelihood(in: code) }
    return min(3, max(-3, all))
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
    _ scores: inout HomeScores
  ) {
    if let office = role.office, HomeScale.american.contains(office),
      !role.title.lowercased().hasPrefix("deputy president"),
      // "President of the Republic" is said of no American.
      !role.title.hasSuffix("Republic")
    {
      let isForeign = origins.likelihood(in: HomeScale.america) < 0
      if countries.totals[HomeScale.america] != nil || hasAmericans {
        scores.add(isForeign ? .americanForeign : .american, to: HomeScale.america)
        if hasAmericans, countries.totals[HomeScale.america] == nil {
          scores.add(.onlyAmerican, to: HomeScale.america)
        }
      } else if HomeScale.unnamed.contains(office), scores.sums.values.allSatisfy({ $0 < 8.5 }) {
        scores.add(isForeign ? .unnamedForeign : .unnamed, to: HomeScale.america)
      }
    } else if countries.totals[HomeScale.america] != nil, role.office == .ambassador,
      role.title.hasPrefix("U.N.") || role.title.hasPrefix("UN ")
    {
      scores.add(.officeOfAmerica, to: HomeScale.america)
    } else if role.title.lowercased() == "attorney general" {
      if countries.totals[HomeScale.america] != nil {
        scores.add(.officeOfAmerica, to: HomeScale.america)
      }
    } else if role.title.lowercased() == "chancellor" {
      // Of a government, unless the Exchequer is told.
      scores.add(.german, to: HomeScale.germany)
      scores.add(.british, to: HomeScale.britain)
    } else if role.title.lowercased() == "first lady" {
      scores.add(.officeOfAmerica, 0.67, to: HomeScale.america)
    }
    for code in implied { scores.add(.implied, to: code) }
    for code in scores.sums.keys where rule.isKnown(in: code) { scores.add(.known, to: code) }
    if let readers, readers != HomeScale.america {
      let isMinister = role.office.map { HomeScale.ministers.contains($0) } ?? false
      scores.add(.readers, countries.totals[readers] == nil ? 1 : isMinister ? 5 : 3, to: readers)
    }
    for (code, total) in countries.totals
    where total >= 1.5 && countries.titleCounts[code] == nil {
      scores.add(.untitled, to: code)
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
    of person: Int, except place: Int, _ scores: inout HomeScores
  ) {
    for sentence in mentions.sentences(of: person).prefix(5) where sentence.index != place {
      for mention in countries.mentions(in: sentence.tokens.prefix(Surroundings.reach))
      where !mention.isInTitle {
        scores.add(.elsewhere, mention.weight, to: mention.code)
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
