import Diplomacy
import Language

/// Whom readers know to hold an office that the text speaks of without a name.
extension DescriptionStage {
  /// "Rouhani … the Iranian president": the one person the text names who, by the table of office-holders, held that
  /// very office when it was written, and of whom the text tells no such office.
  func knownHolder(
    of role: RolePhrase, _ title: String, _ office: Office?, _ held: inout HeldOffices,
    _ reading: Reading
  ) -> Int? {
    guard !role.isFormer, let year = reading.setting.published?.year else { return nil }
    let country = code(of: role.affiliation) ?? Offices.country(impliedBy: title)
    guard country != nil || role.affiliation == nil && role.determiner == "the" else { return nil }
    let offices = offices(meantBy: role, office)
    guard !offices.isEmpty else { return nil }
    var told = role
    if let country { told.affiliation = .country(country) }
    let isHeld =
      if let country {
        offices.count > 1
          ? held.hasLeader(of: .country(country))
          : offices.contains { held.isHeldAsTold($0, title, told) }
      } else {
        offices.contains { held.isHeld($0, title, told) }
      }
    guard !isHeld else { return nil }
    let sitting = sitting(offices, of: country, in: year, reading)
    let now = sitting.filter { $0.distance == 0 }
    if now.count == 1 { return now[0].person }
    return now.isEmpty && sitting.count == 1 ? sitting[0].person : nil
  }

  /// "The foreign ministers", "Congo, Rwanda presidents": those the text names who held that office then, each with
  /// their country, where it gives them no office.
  func knownHolders(
    of role: RolePhrase, _ title: String, _ office: Office?, _ held: inout HeldOffices,
    _ reading: Reading
  ) -> [(person: Int, country: CountryCode)] {
    guard !role.isFormer, let year = reading.setting.published?.year else { return [] }
    let offices = offices(meantBy: role, office)
    guard !offices.isEmpty else { return [] }
    var known: [(person: Int, country: CountryCode)] = []
    let sitting = sitting(offices, of: nil, in: year, reading).filter { $0.distance == 0 }
    for one in sitting where reading.people[one.person].roles.isEmpty {
      // Of two who held it in the year the text tells by whom it is held.
      guard sitting.count(where: { $0.country == one.country }) == 1 else { continue }
      var told = role
      told.affiliation = .country(one.country)
      if offices.contains(where: { held.isHeldAsTold($0, title, told) }) { continue }
      known.append((one.person, one.country))
    }
    return known
  }

  /// "Marco Rubio" beside "the American president": one known to have held office for the country, but never this one.
  func isKnownOther(
    _ person: PersonDraft, _ office: Office?, _ role: RolePhrase, _ reading: Reading
  ) -> Bool {
    guard let office, DescriptionStage.listed.contains(office),
      let year = reading.setting.published?.year, let country = code(of: role.affiliation),
      OfficeHolders.homes(ofFullName: person.name).contains(country)
    else { return false }
    return OfficeHolders.distance(ofName: person.name, to: year, as: [office], of: country) == nil
  }

  /// Offices whose holders the table lists without gaps.
  private static let listed: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .foreignMinister,
  ]

  private func offices(meantBy role: RolePhrase, _ office: Office?) -> Set<Office> {
    if TitleReader.leaders.contains(role.head), role.titles.first?.count == 1 {
      return TitleReader.leading
    }
    // "the U.N. chief"
    if isBodyChief(role) { return [.secretaryGeneral] }
    return office.map { OrphanOffices.single.contains($0) ? [$0] : [] } ?? []
  }

  private typealias Sitting = (person: Int, country: CountryCode, distance: Int)

  /// Those named who held one of `offices`, of `country` where it is told, in `year` or the year beside it, and of whom
  /// the text tells no office of its kind.
  private func sitting(
    _ offices: Set<Office>, of country: CountryCode?, in year: Int, _ reading: Reading
  ) -> [Sitting] {
    // Asked of every title: a text of more people than any article names is a list, and would take ever longer.
    guard reading.people.count <= DescriptionStage.mostPeople else { return [] }
    return reading.people.indices.compactMap { person -> Sitting? in
      let draft = reading.people[person]
      guard
        !draft.roles.contains(where: {
          !$0.isFormer && ($0.office.map(OrphanOffices.single.contains) ?? false)
        }),
        let told = country ?? draft.country?.value
          ?? OfficeHolders.home(ofName: draft.name, as: offices, in: year),
        draft.country.map({ $0.value == told }) ?? true,
        let distance = OfficeHolders.distance(
          ofName: draft.name, to: year, as: offices, of: told), distance <= 1
      else { return nil }
      return (person, told, distance)
    }
  }

  /// The table is asked about the people of a text only up to so many.
  private static let mostPeople = 300
}
