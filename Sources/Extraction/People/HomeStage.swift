import Diplomacy
import Language
import Lexicons

/// Finds the country of a role that is told without one: from a title that only one country has,
/// from the place its sentence opens with, from the countries that its sentence, the one before and
/// the whole text speak of, from a heading or the dateline. An office that another holds in a
/// country is not given there twice.
struct HomeStage {
  /// Whether to read the roles that serve somebody whose country is not known either.
  var includesServants = false

  func run(_ reading: inout Reading) {
    shareNation(&reading)
    for person in reading.people.indices {
      let isPrelate = reading.people[person].roles.contains {
        HomeStage.prelates.contains($0.title.lowercased())
      }
      for role in reading.people[person].roles.indices {
        // "Cardinal Pietro Parolin, Secretary of State"
        if isPrelate, reading.people[person].roles[role].of == nil,
          reading.people[person].roles[role].title.lowercased().hasPrefix("secretary ")
        {
          reading.people[person].roles[role].of = .country(HomeStage.see)
        }
        classify(&reading.people[person].roles[role], home: reading.people[person].country?.value)
      }
      share(&reading.people[person])
    }
    OrganizationHomes().run(&reading)
    CityHomes().run(&reading)
    let isRecord = reading.setting.record != nil
    // What weighs countries is dear to make, and most texts leave no office open.
    let homeless = reading.people.indices.filter { person in
      !reading.people[person].roles.isEmpty && !hasHome(reading.people[person])
        && openRole(of: reading.people[person], isRecord: isRecord) != nil
    }
    guard !homeless.isEmpty else { return }
    var scale = HomeScale(reading, homeless: homeless)
    var taken = TakenOffices(reading.people)
    // "advisers Carter Page and Walid Phares": who shares a title shares the country.
    var shared: [Int: CountryCode] = [:]
    // Who is told of beyond doubt leaves fewer countries to the others.
    for margin in HomeScores.margins {
      var found: [CountryCode: Int] = [:]
      for person in homeless where !hasHome(reading.people[person]) {
        guard let open = openRole(of: reading.people[person], isRecord: isRecord) else { continue }
        let role = reading.people[person].roles[open]
        // A general or cardinal whose army or see is not told may be anybody's.
        if margin == nil, HomeStage.isDignity(role.title) { continue }
        // Two presidents are of two countries, two advisers as a rule of one.
        let isShared = role.office.map { HomeStage.staff.contains($0) } ?? false
        let start = isShared ? role.evidence.range.start : -1 - person
        guard
          let code = shared[start]
            ?? scale.home(of: role, person, margin: margin, taken, reading)
        else { continue }
        shared[start] = code
        reading.people[person].roles[open].of = .country(code)
        share(&reading.people[person])
        taken.take(reading.people[person].roles[open])
        found[code, default: 0] += 1
      }
      scale.domestic = found.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? scale.domestic
    }
  }

  /// "Deputy First Minister John Swinney": of the nation within the kingdom that the text speaks of.
  private func shareNation(_ reading: inout Reading) {
    var open: [(person: Int, role: Int)] = []
    var counts: [String: Int] = [:]
    for person in reading.people.indices {
      for (index, role) in reading.people[person].roles.enumerated()
      where endsInFirstMinister(role.title) {
        if role.of == nil { open.append((person, index)) }
        if case .organization(let nation)? = role.of { counts[nation, default: 0] += 5 }
      }
    }
    guard !open.isEmpty else { return }
    for entity in reading.entities {
      switch reading.word(entity.tokens.lowerBound) {
      case "scotland", "scottish": counts["Scotland", default: 0] += 1
      case "wales", "welsh": counts["Wales", default: 0] += 1
      case "northern" where reading.word(entity.tokens.lowerBound + 1) == "ireland":
        counts["Northern Ireland", default: 0] += 1
      default: continue
      }
    }
    guard let nation = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return
    }
    for (person, role) in open { reading.people[person].roles[role].of = .organization(nation) }
  }

  /// Asked of every role, so without a copy in lower case.
  private func endsInFirstMinister(_ title: String) -> Bool {
    let end: StaticString = "first minister"
    return title.utf8.count >= end.utf8CodeUnitCount
      && title.utf8.suffix(end.utf8CodeUnitCount).lazy.map { $0 | 0x20 }.elementsEqual(
        UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
  }

  private func classify(_ role: inout RoleReport, home: CountryCode?) {
    role.office = Offices.classify(role.title, of: role.of)
    if role.office == .legislator, case .organization(let state)? = role.of,
      let place = Places.lookup(state).first, place.kind == .region,
      OfficeCountries(of: role.title).isKnown(in: place.country)
    {
      // "Florida congressman": of the nation's parliament.
      role.of = .country(place.country)
    }
    if role.of == nil, let home, OfficeCountries(of: role.title).isKnown(in: home) {
      role.of = .country(home)
    }
    // "Head of the EU Delegation": of whom it is sent by.
    if role.of == nil,
      role.title.spells("eu deleg") || role.title.spells("european union deleg")
    {
      role.of = .country(CountryCode("EU"))
    }
    if role.of == nil, let implied = Offices.country(impliedBy: role.title) {
      role.of = .country(implied)
    }
  }

  /// Gives the open roles of a person the country that another role tells.
  private func share(_ person: inout PersonDraft) {
    let told =
      person.roles.first { homeCode(of: $0.of) != nil && !$0.isFormer }
      ?? (person.country == nil ? person.roles.first { homeCode(of: $0.of) != nil } : nil)
    guard let code = homeCode(of: told?.of) ?? person.country?.value else { return }
    for index in person.roles.indices
    where person.roles[index].of == nil && !isOfScholar(person.roles[index].title)
      && !HomeStage.prelates.contains(person.roles[index].title.lowercased())
    {
      person.roles[index].of = .country(code)
    }
  }

  private func hasHome(_ person: PersonDraft) -> Bool {
    person.country != nil || person.roles.contains { homeCode(of: $0.of) != nil && !$0.isFormer }
  }

  /// The first role of state that no country is told of.
  private func openRole(of person: PersonDraft, isRecord: Bool) -> Int? {
    let open = person.roles.indices.filter {
      needsHome(person.roles[$0])
        || isRecord && person.roles[$0].of == nil && person.roles[$0].office == .organizationHead
    }
    return open.first { !person.roles[$0].isFormer } ?? open.first
  }

  /// Only an office of state needs a country.
  private func needsHome(_ role: RoleReport) -> Bool {
    guard role.of == nil, role.serves == nil || includesServants && role.office != .spokesperson,
      !role.title.spells("campaign")
    else { return false }
    guard let office = role.office, !isOfState(role.title) else {
      return isOfState(role.title) || HomeStage.leaders.contains(role.title.lowercased())
        || role.title.hasSuffix("candidate")
    }
    if office == .partyLeader { return role.title.spells("opposition") }
    return !HomeStage.homeless.contains(office)
  }

  /// "Director-General of the Asian and Oceanian Affairs Bureau": a body of the state.
  private func isOfState(_ title: String) -> Bool {
    HomeStage.knownTitles.answer(to: title) { title in
      let title = title.lowercased()
      return title.hasPrefix("central bank")
        || title.split(separator: " ").contains {
          RoleLexicon.shared[String($0)].contains(.body)
            || HomeStage.stateHeads.contains(String($0))
        }
    }
  }

  private static let knownTitles = Memo<Bool>()

  /// "with leader Kim Jong Un", "the country's supreme leader".
  private static let leaders: WordSet = [
    "leader", "top leader", "supreme leader", "paramount leader", "strongman", "dictator", "ruler",
  ]

  private static func isDignity(_ title: String) -> Bool {
    let traits = title.lowercased().split(separator: " ").map { RoleLexicon.shared[String($0)] }
    return traits.allSatisfy { $0.contains(.rank) } || dignities.contains(title.lowercased())
  }

  static let see = CountryCode("VA")
  private static let prelates: WordSet = ["cardinal", "archbishop", "monsignor", "msgr", "msgr."]

  private static let dignities: WordSet = [
    "cardinal", "archbishop", "metropolitan", "bishop", "judge", "patriarch",
  ]

  private static let stateHeads: WordSet = [
    "secretary", "minister", "ambassador", "prosecutor", "coordinator", "commissioner", "inspector",
    "presidential",
  ]

  private static let staff: Set<Office> = [
    .adviser, .nationalSecurityAdviser, .official, .legislator, .diplomat,
  ]

  private static let homeless: Set<Office> = [
    .organizationHead, .secretaryGeneral, .religiousLeader, .partyLeader,
  ]
}
