import Diplomacy

/// Which offices the article gives to somebody, to look up whether a title speaks of one of them.
struct HeldOffices {
  private let people: [PersonDraft]
  /// Made at the first question, since most texts ask none.
  private var owners: [Key: Set<Owner>]?

  /// An office by its class, or by its title where it has none.
  private struct Key: Hashable {
    var office: Office?
    var title: String
    var isFormer: Bool
  }

  /// What an office belongs to, if that is told.
  private struct Owner: Hashable {
    var affiliation: Affiliation?
  }

  /// The offices that `people` hold or held.
  init(_ people: [PersonDraft]) { self.people = people }

  private mutating func known() -> [Key: Set<Owner>] {
    if let owners { return owners }
    var made: [Key: Set<Owner>] = [:]
    for person in people {
      for role in person.roles {
        let office = role.office ?? Offices.classify(role.title, of: role.of)
        for key in keys(office, role.title, role.isFormer) {
          made[key, default: []].insert(Owner(affiliation: role.of))
        }
      }
    }
    owners = made
    return made
  }

  /// Notes that an office is held.
  mutating func take(
    _ office: Office?, _ title: String, _ affiliation: Affiliation?, isFormer: Bool
  ) {
    var owners = known()
    self.owners = nil
    for key in keys(office, title, isFormer) {
      owners[key, default: []].insert(Owner(affiliation: affiliation))
    }
    self.owners = owners
  }

  /// Whether somebody holds what `role` speaks of.
  mutating func isHeld(_ office: Office?, _ title: String, _ role: RolePhrase) -> Bool {
    let owners = known()
    return keys(office, title, role.isFormer).contains { key in
      guard let owners = owners[key] else { return false }
      return role.affiliation == nil || owners.contains(Owner(affiliation: nil))
        || owners.contains(Owner(affiliation: role.affiliation))
    }
  }

  /// Whether somebody holds the office of `affiliation` whose holder is its leader: the president,
  /// but where that is a dignity the prime minister.
  mutating func hasLeader(of affiliation: Affiliation) -> Bool {
    let owners = known()
    var offices: [Office] = [.headOfGovernment, .monarch]
    if code(of: affiliation).map({ !HeldOffices.dignity.isKnown(in: $0) }) ?? true {
      offices.append(.headOfState)
    }
    return offices.contains { office in
      owners[Key(office: office, title: "", isFormer: false)]?
        .contains(Owner(affiliation: affiliation)) == true
    }
  }

  private static let dignity = OfficeCountries(of: "ceremonial president")

  private func keys(_ office: Office?, _ title: String, _ isFormer: Bool) -> [Key] {
    let byTitle = Key(office: nil, title: title.lowercased(), isFormer: isFormer)
    guard let office else { return [byTitle] }
    return [byTitle, Key(office: office, title: "", isFormer: isFormer)]
  }
}
