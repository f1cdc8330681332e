import Diplomacy
import Language

/// The offices of countries that a text speaks of without the name of who holds them: "the Kuwaiti Premier", "the Lao
/// PM". Whoever is told with the same office and no country is likely the one.
struct OrphanOffices {
  private var countries: [Office: Set<CountryCode>] = [:]

  init(_ reading: Reading) {
    for role in reading.roles
    where !role.isHeld && !role.isPlural && !role.isFormer && !role.isRelative {
      guard let code = code(of: role.affiliation), role.bossToken == nil,
        let first = role.titles.first,
        let office = Offices.classify(reading.title(first, of: role), of: role.affiliation),
        OrphanOffices.single.contains(office)
      else { continue }
      countries[office, default: []].insert(code)
    }
    guard !countries.isEmpty else { return }
    for person in reading.people {
      for role in person.roles where !role.isFormer {
        // "Indian foreign secretary flies out", of whom the text then tells.
        guard let code = code(of: role.of),
          let office = role.office ?? Offices.classify(role.title, of: role.of)
        else { continue }
        countries[office]?.remove(code)
      }
    }
  }

  /// The countries of which the text speaks of such an office as `role` without a name.
  func countries(of role: RoleReport) -> Set<CountryCode> {
    guard !role.isFormer, let office = role.office else { return [] }
    return countries[office] ?? []
  }

  /// Offices of which a country has one at a time.
  static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister, .monarch,
    .nationalSecurityAdviser, .deputyHeadOfState,
  ]
}
