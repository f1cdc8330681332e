import Diplomacy

/// The offices of which a country has one at a time, with the countries where somebody holds them.
struct TakenOffices {
  private var taken: Set<Key> = []

  private struct Key: Hashable {
    var office: Office
    var country: CountryCode
    /// India has a foreign secretary beside its foreign minister.
    var isSecretary: Bool
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
      let country = code(of: role.of), !isFuture(role)
    else { return }
    taken.insert(key(role, office, country))
  }

  /// Whether somebody else holds the office of `role` in `country`.
  func isTaken(_ role: RoleReport, in country: CountryCode) -> Bool {
    guard !role.isFormer, let office = role.office, TakenOffices.single.contains(office),
      !isFuture(role)
    else { return false }
    return taken.contains(key(role, office, country))
  }

  private func isFuture(_ role: RoleReport) -> Bool {
    role.title.hasSuffix("elect") || role.title.hasSuffix("designate")
  }

  private func key(_ role: RoleReport, _ office: Office, _ country: CountryCode) -> Key {
    Key(office: office, country: country, isSecretary: role.title.hasSuffix("ecretary"))
  }

  private static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister, .monarch,
    .nationalSecurityAdviser, .deputyHeadOfState,
  ]
}
