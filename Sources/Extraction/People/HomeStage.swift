import Diplomacy
import Language

/// Finds the country of a role that is told without one: from a title that only one country has,
/// from the place its sentence opens with, from the countries that its sentence, the one before and
/// the whole text speak of, from a heading or the dateline. An office that another holds in a
/// country is not given there twice.
struct HomeStage {
  /// Whether to read the roles that serve somebody whose country is not known either.
  var includesServants = false

  func run(_ reading: inout Reading) {
    for person in reading.people.indices {
      for role in reading.people[person].roles.indices {
        classify(&reading.people[person].roles[role])
      }
      share(&reading.people[person])
    }
    OrganizationHomes().run(&reading)
    let countries = CountryMentions(reading)
    let mentions = PersonSentences(reading)
    var taken = TakenOffices(reading.people)
    var domestic: CountryCode?
    for isCertain in [true, false] {
      var found: [CountryCode: Int] = [:]
      for person in reading.people.indices where !hasHome(reading.people[person]) {
        guard let open = openRole(of: reading.people[person]) else { continue }
        let role = reading.people[person].roles[open]
        guard
          let code = home(of: role, person, isCertain: isCertain, domestic, countries, mentions, taken, reading)
        else { continue }
        reading.people[person].roles[open].of = .country(code)
        share(&reading.people[person])
        taken.take(reading.people[person].roles[open])
        found[code, default: 0] += 1
      }
      domestic = found.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? domestic
    }
  }

  private func classify(_ role: inout RoleReport) {
    role.office = Offices.classify(role.title, of: role.of)
    if role.of == nil, let implied = Offices.country(impliedBy: role.title) {
      role.of = .country(implied)
    }
  }

  /// Gives the open roles of a person the country that another role tells.
  private func share(_ person: inout PersonDraft) {
    let told =
      person.roles.first { code(of: $0.of) != nil && !$0.isFormer }
      ?? (person.country == nil ? person.roles.first { code(of: $0.of) != nil } : nil)
    guard let code = code(of: told?.of) ?? person.country?.value else { return }
    for index in person.roles.indices where person.roles[index].of == nil {
      person.roles[index].of = .country(code)
    }
  }

  private func hasHome(_ person: PersonDraft) -> Bool {
    person.country != nil || person.roles.contains { code(of: $0.of) != nil && !$0.isFormer }
  }

  /// The first role of state that no country is told of.
  private func openRole(of person: PersonDraft) -> Int? {
    let open = person.roles.indices.filter { needsHome(person.roles[$0]) }
    return open.first { !person.roles[$0].isFormer } ?? open.first
  }

  /// Only an office of state needs a country.
  private func needsHome(_ role: RoleReport) -> Bool {
    guard role.of == nil, role.serves == nil || includesServants else { return false }
    guard let office = role.office, !isOfState(role.title) else { return isOfState(role.title) }
    if office == .partyLeader { return role.title.lowercased().contains("opposition") }
    return !HomeStage.homeless.contains(office)
  }

  /// "Director-General of the Asian and Oceanian Affairs Bureau": a body of the state.
  private func isOfState(_ title: String) -> Bool {
    title.lowercased().split(separator: " ").contains {
      RoleLexicon.shared[String($0)].contains(.body) || HomeStage.stateHeads.contains(String($0))
    }
  }

  private static let stateHeads: Set<String> = [
    "secretary", "minister", "ambassador", "prosecutor", "coordinator", "commissioner", "inspector",
  ]

  private static let homeless: Set<Office> = [
    .organizationHead, .secretaryGeneral, .religiousLeader, .partyLeader,
  ]
}

// MARK: - Weighing

extension HomeStage {
  /// The country that most around a role speaks for.
  private func home(
    of role: RoleReport, _ person: Int, isCertain: Bool, _ domestic: CountryCode?,
    _ countries: CountryMentions,
    _ mentions: PersonSentences, _ taken: TakenOffices, _ reading: Reading
  ) -> CountryCode? {
    guard let place = sentence(of: role.evidence, reading) else { return nil }
    let sentence = reading.document.sentences[place]
    if let record = reading.setting.record { return recordCountry(record, role.evidence, reading) }
    var scores: [CountryCode: Double] = [:]
    func add(_ code: CountryCode, _ score: Double) { scores[code, default: 0] += score }
    if let code = openingPlace(of: sentence, reading) { add(code, 8) }
    let near = token(of: role.evidence, in: sentence, reading) - 9
    for mention in countries.mentions(in: sentence.tokens) {
      let isBefore = reading.tokens[mention.token].start < role.evidence.range.start
      add(mention.code, (isBefore ? 4 : 2) * mention.weight * (mention.isInTitle ? 0.2 : 1))
      if isBefore, mention.token >= near, !mention.isInTitle { add(mention.code, 3) }
    }
    if place > 0, reading.document.sentences[place - 1].origin == sentence.origin {
      for mention in countries.mentions(in: reading.document.sentences[place - 1].tokens) {
        add(mention.code, 2.5 * mention.weight * (mention.isInTitle ? 0.2 : 1))
      }
    }
    for code in heading(over: place, countries, reading) { add(code, 3) }
    if let code = reading.setting.datelinePlace?.value.country { add(code, 1.5) }
    for (code, total) in countries.totals { add(code, min(total, 12) * 0.35) }
    let parts = reading.people[person].parts
    addHabits(role, parts, countries, &scores)
    if let domestic { add(domestic, 3) }
    addOtherMentions(of: person, except: place, countries, mentions, &scores)
    for code in posting(role) { scores[code] = nil }
    for code in scores.keys {
      scores[code, default: 0] += 5 * NameOrigins.likelihood(of: parts, in: code)
    }
    for code in scores.keys where taken.isTaken(role, in: code) { scores[code, default: 0] -= 6 }
    let ranked = scores.filter { isState($0.key, role)
      && OfficeCountries.mayExist(role.title, in: $0.key) }
      .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    guard let best = ranked.first else { return nil }
    let margin = best.value - (ranked.dropFirst().first?.value ?? 0)
    if taken.isTaken(role, in: best.key), isCertain { return nil }
    if isCertain { return margin >= 2.5 && best.value >= 4 ? best.key : nil }
    return best.value >= 1 ? best.key : nil
  }

  /// English newspapers leave out the country where they mean the American president; and they
  /// never tell it of their own country's officials.
  private func addHabits(
    _ role: RoleReport, _ parts: [String], _ countries: CountryMentions,
    _ scores: inout [CountryCode: Double]
  ) {
    if countries.totals[HomeStage.america] != nil,
      let office = role.office, HomeStage.american.contains(office)
    {
      let isStrange = NameOrigins.likelihood(of: parts, in: HomeStage.america) < 0
      scores[HomeStage.america, default: 0] += isStrange ? 0.5 : 4.5
    }
    for code in scores.keys where OfficeCountries.isKnown(role.title, in: code) {
      scores[code, default: 0] += 2
    }
    for (code, total) in countries.totals
    where total >= 1.5 && countries.titleCounts[code] == nil {
      scores[code, default: 0] += 1.5
    }
  }

  private static let american: Set<Office> = [
    .headOfState, .legislator, .nationalSecurityAdviser, .deputyHeadOfState,
  ]

  /// The countries named in the sentences that name the person elsewhere.
  private func addOtherMentions(
    of person: Int, except place: Int, _ countries: CountryMentions, _ mentions: PersonSentences,
    _ scores: inout [CountryCode: Double]
  ) {
    for sentence in mentions.sentences(of: person).prefix(5) where sentence.index != place {
      for mention in countries.mentions(in: sentence.tokens) where !mention.isInTitle {
        scores[mention.code, default: 0] += 0.8 * mention.weight
      }
    }
  }

  private static let america = CountryCode("US")

  private func token(
    of evidence: Evidence, in sentence: Document.Sentence, _ reading: Reading
  ) -> Int {
    sentence.tokens.first { reading.tokens[$0].start >= evidence.range.start }
      ?? sentence.tokens.upperBound
  }

  private func isState(_ code: CountryCode, _ role: RoleReport) -> Bool {
    guard Countries[code]?.kind == .body else { return true }
    if OfficeCountries.isKnown(role.title, in: code) { return true }
    return role.office.map { HomeStage.bodyOffices.contains($0) } ?? false
  }

  /// Offices that a body such as the EU has too.
  private static let bodyOffices: Set<Office> = [
    .ambassador, .specialEnvoy, .spokesperson, .negotiator, .official, .diplomat, .adviser,
  ]

  /// An ambassador to a country is another's.
  private func posting(_ role: RoleReport) -> [CountryCode] {
    guard role.office == .ambassador || role.office == .specialEnvoy else { return [] }
    return role.title.split(separator: " ").compactMap { Countries.lookup(String($0))?.code }
  }

  private func sentence(of evidence: Evidence, _ reading: Reading) -> Int? {
    let sentences = reading.document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      let end = sentences[middle].tokens.last.map { reading.tokens[$0].end } ?? 0
      if end < evidence.range.end { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? low : nil
  }

  /// In a travel record a title without a country is the host's, but for those who came along.
  private func recordCountry(
    _ record: RecordHeader, _ evidence: Evidence, _ reading: Reading
  ) -> CountryCode? {
    if let first = reading.tokens.firstIndex(where: { $0.start >= evidence.range.start }),
      ["accompanied", "accompanying"].contains(reading.word(first - 1))
    {
      let held = reading.people[record.traveller].roles.compactMap(\.of)
      return code(of: held.first)
    }
    return record.place?.value.country
  }

  /// "In Tokyo, Foreign Minister …".
  private func openingPlace(of sentence: Document.Sentence, _ reading: Reading) -> CountryCode? {
    let start = sentence.tokens.lowerBound
    guard ["in", "at"].contains(reading.word(start)),
      let entity = reading.entity(startingAt: start + 1),
      reading.word(entity.tokens.upperBound) == ","
    else { return nil }
    switch entity.entity {
    case .place(_, let code?), .country(let code), .capital(_, let code),
      .government(_, let code, _):
      return code
    default: return nil
    }
  }

  /// A short line over the sentence that names a place: "Monday 5 April – Tunis".
  private func heading(
    over index: Int, _ countries: CountryMentions, _ reading: Reading
  ) -> [CountryCode] {
    for sentence in reading.document.sentences[..<index].reversed().prefix(6) {
      guard reading.blockKind(of: sentence) == .heading || sentence.tokens.count <= 6 else {
        continue
      }
      let found = countries.mentions(in: sentence.tokens).map(\.code)
      if !found.isEmpty { return Array(Set(found)).sorted() }
    }
    return []
  }
}
