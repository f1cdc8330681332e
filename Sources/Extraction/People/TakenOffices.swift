import Diplomacy

/// The offices of which a country has one at a time, with the countries where somebody holds them.
struct TakenOffices {
  private var taken: Set<Key> = []

  private struct Key: Hashable {
    var office: Office
    var country: CountryCode
  }

  /// The offices that `people` hold.
  init(_ people: [PersonDraft]) {
    for person in people {
      for role in person.roles { take(role) }
    }
  }

  /// Notes that `role` is held.
  mutating func take(_ role: RoleReport) {
    guard !role.isFormer, let office = role.office, TakenOffices.single.contains(office),
      let country = code(of: role.of)
    else { return }
    taken.insert(Key(office: office, country: country))
  }

  /// Whether somebody else holds the office of `role` in `country`.
  func isTaken(_ role: RoleReport, in country: CountryCode) -> Bool {
    guard !role.isFormer, let office = role.office else { return false }
    return taken.contains(Key(office: office, country: country))
  }

  private static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister, .monarch,
    .nationalSecurityAdviser, .deputyHeadOfState,
  ]
}
