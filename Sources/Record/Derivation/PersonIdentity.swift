import Diplomacy

/// Decides which reports of people speak of one individual.
///
/// The same full name is the same person. A family name alone joins a full-named person only if
/// exactly one in the whole record has that family name, and country and offices do not
/// contradict; otherwise it stays a person of its own. In doubt two stay two: a missed merge can be
/// seen and mended, a wrong one tells of meetings that never were.
struct PersonIdentity {
  /// One individual with the reports that speak of them.
  struct Individual {
    /// The reports that give the name in full, or, where none does, all.
    var named: [ReportReference]
    /// The reports that give only the family name.
    var joined: [ReportReference] = []

    var reports: [ReportReference] { named + joined }
  }

  /// All individuals, in the order of their folded names.
  let individuals: [Individual]

  init(_ articles: [ReportedArticle]) {
    var groups = NameGroups(articles)
    groups.joinFamilyNames()
    individuals = groups.individuals
  }
}

// MARK: - Grouping by name

private struct NameGroups {
  /// A family name with the country its bearer acts for, where that is told.
  struct FamilyKey: Hashable {
    let name: String
    let country: CountryCode?
  }

  private let articles: [ReportedArticle]
  private var full: [String: PersonIdentity.Individual] = [:]
  private var family: [FamilyKey: [ReportReference]] = [:]
  /// The folded full names of the people who have a family name.
  private var bearers: [String: Set<String>] = [:]

  init(_ articles: [ReportedArticle]) {
    self.articles = articles
    for (article, content) in articles.enumerated() {
      for (number, person) in content.people.enumerated() {
        add(person, ReportReference(article: article, number: number))
      }
    }
  }

  private mutating func add(_ person: ReportedPerson, _ reference: ReportReference) {
    let name = PersonName(person.name, country: person.country)
    if name.isFamilyNameOnly {
      family[FamilyKey(name: name.folded, country: person.country), default: []].append(reference)
    } else {
      full[name.folded, default: .init(named: [])].named.append(reference)
      for familyName in name.familyNames {
        bearers[familyName, default: []].insert(name.folded)
      }
    }
  }

  mutating func joinFamilyNames() {
    for (key, references) in family {
      guard let bearer = bearers[key.name], bearer.count == 1, let name = bearer.first,
        let individual = full[name]
      else { continue }
      let joining = references.filter { agrees($0, with: individual.named) }
      full[name]?.joined += joining
      family[key]?.removeAll { joining.contains($0) }
    }
    joinUnknownCountries()
  }

  /// A family name without a country joins the one with a country, if there is just one.
  private mutating func joinUnknownCountries() {
    let countries = Dictionary(grouping: family.keys.filter { $0.country != nil }, by: \.name)
    for (name, keys) in countries where keys.count == 1 {
      let unknown = FamilyKey(name: name, country: nil)
      guard let references = family[unknown], let known = family[keys[0]] else { continue }
      let joining = references.filter { agrees($0, with: known) }
      family[keys[0]] = known + joining
      family[unknown] = references.filter { !joining.contains($0) }
    }
  }

  var individuals: [PersonIdentity.Individual] {
    let fullNamed = full.map { (name: $0.key, country: "", individual: $0.value) }
    let familyNamed = family.filter { !$0.value.isEmpty }.map {
      (
        name: $0.key.name, country: $0.key.country?.rawValue ?? "",
        individual: PersonIdentity.Individual(named: $0.value)
      )
    }
    return (fullNamed + familyNamed)
      .sorted { ($0.name, $0.country) < ($1.name, $1.country) }
      .map { entry in
        var individual = entry.individual
        individual.named.sort()
        individual.joined.sort()
        return individual
      }
  }
}

// MARK: - Contradictions

extension NameGroups {
  /// Titles so wide that they say nothing against being the same person.
  private static let wideOffices: Set<String> = [
    Office.official.rawValue, Office.diplomat.rawValue, Office.minister.rawValue,
    Office.adviser.rawValue,
  ]

  /// Whether a report can speak of the person of the `others`.
  ///
  /// Two people of one article are never one: whoever read it has told them apart.
  private func agrees(_ reference: ReportReference, with others: [ReportReference]) -> Bool {
    guard !others.contains(where: { $0.article == reference.article }) else { return false }
    let person = report(reference)
    let countries = Set(others.compactMap { report($0).country })
    if let country = person.country, !countries.isEmpty, !countries.contains(country) {
      return false
    }
    let offices = NameGroups.offices(of: person)
    let theirs = others.reduce(into: Set<String>()) {
      $0.formUnion(NameGroups.offices(of: report($1)))
    }
    return offices.isEmpty || theirs.isEmpty || !offices.isDisjoint(with: theirs)
  }

  private static func offices(of person: ReportedPerson) -> Set<String> {
    Set(person.roles.compactMap(\.office)).subtracting(wideOffices)
  }

  private func report(_ reference: ReportReference) -> ReportedPerson {
    articles[reference.article].people[reference.number]
  }
}
