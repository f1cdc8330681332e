import Diplomacy
import Language

/// What the table of office-holders says of whose somebody is.
extension RoleAttachmentStage {
  /// Whether people of this full name held office, but for no such country or body.
  func isKnownElsewhere(_ name: String, than code: CountryCode) -> Bool {
    let homes = OfficeHolders.homes(ofFullName: name)
    return !homes.isEmpty && !homes.contains(code)
  }

  /// "Rouhani" of whom the text tells no office: of the country for which somebody of this full name held one.
  func nameHomes(_ reading: inout Reading) {
    guard let year = reading.setting.published?.year else { return }
    var isNamed = [Bool](repeating: false, count: reading.people.count)
    for mention in reading.mentions where !isNamed[mention.person] {
      let person = reading.people[mention.person]
      isNamed[mention.person] = true
      guard person.country == nil, person.roles.allSatisfy({ $0.of == nil }),
        let home = OfficeHolders.home(ofFullName: person.name, around: year)
          ?? OfficeHolders.home(ofFamilyName: person.name, in: year)
      else { continue }
      reading.people[mention.person].country = Attested(home, reading.evidence(mention.tokens))
      for role in person.roles.indices {
        guard isOfState(person.roles[role]) else { continue }
        reading.people[mention.person].roles[role].of = .country(home)
      }
    }
  }

  private func isOfState(_ role: RoleReport) -> Bool {
    let words = TitleReader.words(of: role.title)
    guard !words.contains("campaign") else { return false }
    guard let office = role.office ?? Offices.classify(role.title, of: nil) else {
      return words.contains(where: RoleAttachmentStage.fields.contains)
    }
    return !RoleAttachmentStage.homeless.contains(office)
  }

  /// Words of titles that tell a state's service.
  private static let fields: Set<String> = [
    "negotiator", "intelligence", "military", "army", "atomic", "forces", "nuclear", "peace",
    "security", "defence", "defense", "border", "trade",
  ]
  /// Dignities and posts that are no state's.
  private static let homeless: Set<Office> = [.religiousLeader, .partyLeader]
}
