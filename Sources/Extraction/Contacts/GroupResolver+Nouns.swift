import Diplomacy
import Language

/// Who a noun for several can stand for.
extension GroupResolver {
  /// Whether nothing known of a person speaks against the noun.
  func fits(_ person: Int, _ noun: Word) -> Bool {
    let draft = reading.people[person]
    switch noun {
    case "men": return draft.gender != .female
    case "women": return draft.gender != .male
    default:
      guard let offices = GroupResolver.offices[noun] else { return true }
      let held = draft.roles.compactMap(\.office)
      return held.isEmpty || held.contains(where: offices.contains)
    }
  }

  /// Whether "both delegations" can be two people: not of one country.
  func areSides(_ people: [Int], _ noun: Word) -> Bool {
    guard GroupResolver.teams.contains(noun), people.count == 2 else { return true }
    let homes = people.compactMap { reading.people[$0].country?.value }
    return homes.count < 2 || homes[0] != homes[1]
  }

  /// Whether a person is told to have an office that the noun names.
  func holdsOffice(of noun: Word, _ person: Int) -> Bool {
    guard let offices = GroupResolver.offices[noun] else { return false }
    return reading.people[person].roles.contains { $0.office.map(offices.contains) ?? false }
  }

  static let offices: WordTable<Set<Office>> = [
    "leaders": TitleReader.leading.union([
      .organizationHead, .partyLeader, .secretaryGeneral, .royal,
    ]),
    "presidents": [.headOfState, .organizationHead], "premiers": [.headOfGovernment],
    "chancellors": [.headOfGovernment],
    "ministers": [
      .foreignMinister, .defenceMinister, .minister, .headOfGovernment, .deputyMinister,
    ],
  ]
}
