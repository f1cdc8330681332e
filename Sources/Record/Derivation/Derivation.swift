import Diplomacy

/// Derives the record from all reports.
///
/// A pure function: the same reports give the same record, whatever order the articles came in.
/// The steps are listed in the order in which each needs the one before.
struct Derivation {
  /// Grows with every change of the rules, so that graphs derived by older ones are derived anew.
  static let rules = 2

  let articles: [ReportedArticle]
  let decisions: [Decision]
  private(set) var record = DerivedRecord()
  /// Which person of the record each report speaks of, by article and number.
  private var personIDs: [ReportReference: String] = [:]
  private var personCountries: [String: CountryCode] = [:]

  /// The record of `articles`, which must be sorted by their identifiers, under `decisions`, sorted
  /// by number.
  static func record(
    of articles: [ReportedArticle], under decisions: [Decision] = []
  ) -> DerivedRecord {
    var derivation = Derivation(articles: articles, decisions: decisions)
    derivation.derivePeople()
    derivation.deriveRoles()
    derivation.deriveMeetings()
    derivation.deriveMentions()
    derivation.collectCountries()
    return derivation.record
  }

  private init(articles: [ReportedArticle], decisions: [Decision]) {
    self.articles = articles
    self.decisions = decisions
  }
}

// MARK: - People

extension Derivation {
  private mutating func derivePeople() {
    var register = IdentifierRegister()
    let people = PersonIdentity(articles).individuals.map { makePerson($0, &register) }
    for person in merged(people, by: decisions) {
      for report in person.reports { personIDs[report.reference] = person.id }
      personCountries[person.id] = person.country
      record.people.append(person)
    }
    record.people.sort { $0.id < $1.id }
  }

  private func makePerson(
    _ individual: PersonIdentity.Individual, _ register: inout IdentifierRegister
  ) -> DerivedRecord.Person {
    let name = mostFrequentName(individual.named.map { report($0).name }) ?? ""
    let country = mostFrequent(individual.reports.compactMap { report($0).country }, by: >)
    let parts = PersonName(name, country: country)
    let names = individual.reports.flatMap { [report($0).name] + report($0).aliases }
    // A family name alone is shared by many, so the country belongs to what tells them apart.
    let wanted = parts.isFamilyNameOnly ? "\(name) \(country?.rawValue ?? "")" : name
    return DerivedRecord.Person(
      id: register.register(slug(wanted)), name: name, country: country,
      aliases: Set(names).subtracting([name]).sorted(), familyNames: parts.familyNames,
      reports: individual.named.map {
        .init(reference: $0, rule: parts.isFamilyNameOnly ? "family name" : "full name")
      } + individual.joined.map { .init(reference: $0, rule: "family name") })
  }

  private func report(_ reference: ReportReference) -> ReportedPerson {
    articles[reference.article].people[reference.number]
  }
}

// MARK: - Meetings

extension Derivation {
  private mutating func deriveMeetings() {
    let places = Dictionary(
      record.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var testimonies: [MeetingTestimony] = []
    for (article, content) in articles.enumerated() {
      for (number, meeting) in content.meetings.enumerated() {
        let reference = ReportReference(article: article, number: number)
        let ids = personIDs(of: meeting.participants, in: article)
        let countries = Set(ids.compactMap { personCountries[$0] })
        testimonies.append(
          MeetingTestimony(
            reference: reference, kind: meeting.kind, status: meeting.status, date: meeting.date,
            published: content.published, place: meeting.place,
            people: Set(ids.compactMap { places[$0] }), peoplesCountries: countries,
            otherCountries: Set(meeting.countries).subtracting(countries)))
      }
    }
    var summary = MeetingSummarizing(
      articles: articles, people: record.people, personIDs: personIDs)
    for occasion in MeetingIdentity(testimonies).occasions { summary.add(occasion) }
    summary.finish(&record)
  }

  private func personIDs(of numbers: [Int], in article: Int) -> [String] {
    numbers.compactMap { personIDs[ReportReference(article: article, number: $0)] }
  }
}

// MARK: - Roles

extension Derivation {
  private mutating func deriveRoles() {
    var roles = RoleSummarizing()
    for (article, content) in articles.enumerated() {
      for (number, person) in content.people.enumerated() {
        guard let id = personIDs[ReportReference(article: article, number: number)] else {
          continue
        }
        for role in person.roles {
          roles.add(role, heldBy: id, on: content.published)
          guard let served = role.serves,
            let servedID = personIDs[ReportReference(article: article, number: served)],
            servedID != id
          else { continue }
          roles.add(DerivedRecord.Service(person: id, served: servedID))
        }
      }
    }
    roles.finish(&record)
  }
}

// MARK: - Mentions and countries

extension Derivation {
  private mutating func deriveMentions() {
    for (article, content) in articles.enumerated() {
      var people: [String: Int] = [:]
      var organizations: [String: Int] = [:]
      for (number, person) in content.people.enumerated() {
        let id = personIDs[ReportReference(article: article, number: number)]
        if let id { people[id, default: 0] += max(1, person.mentions) }
        for name in person.roles.compactMap(\.of?.organization) {
          organizations[slug(name), default: 0] += 1
        }
      }
      for name in content.meetings.flatMap(\.unnamed).compactMap(\.of?.organization) {
        organizations[slug(name), default: 0] += 1
      }
      record.mentions += people.sorted { $0.key < $1.key }.map {
        .init(article: content.id, target: .person($0.key), count: $0.value)
      }
      record.mentions += content.countryMentions.sorted { $0.key < $1.key }.map {
        .init(article: content.id, target: .country($0.key), count: $0.value)
      }
      record.mentions += organizations.sorted { $0.key < $1.key }.map {
        .init(article: content.id, target: .organization($0.key), count: $0.value)
      }
    }
  }

  /// Every country that anything refers to, and every organisation.
  private mutating func collectCountries() {
    var codes = Set(articles.flatMap(\.countryMentions.keys))
    codes.formUnion(record.people.compactMap(\.country))
    codes.formUnion(record.roles.compactMap(\.country))
    codes.formUnion(record.places.compactMap(\.country))
    for meeting in record.meetings {
      codes.formUnion(meeting.parties.compactMap(\.country))
      if let country = meeting.placeCountry { codes.insert(country) }
    }
    record.countries = codes.sorted().map {
      DerivedRecord.Country(id: $0.rawValue, name: countryName($0))
    }
    let people = articles.flatMap(\.people).flatMap(\.roles).compactMap(\.of?.organization)
    let parties = articles.flatMap(\.meetings).flatMap(\.unnamed).compactMap(\.of?.organization)
    record.organizations = Dictionary(grouping: people + parties, by: slug)
      .map { id, names in
        DerivedRecord.Organization(
          id: id, name: mostFrequentName(names) ?? id, acronym: names.filter(isAcronym).min())
      }
      .sorted { $0.id < $1.id }
  }

  /// Whether `name` is written in capitals alone, such as OPEC.
  private func isAcronym(_ name: String) -> Bool {
    (2...8).contains(name.utf8.count) && name.utf8.allSatisfy { (65...90).contains($0) }
  }
}
