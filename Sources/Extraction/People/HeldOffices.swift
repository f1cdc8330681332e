import Diplomacy

/// Which offices the article gives to somebody, to look up whether a title speaks of one of them.
struct HeldOffices {
  private let people: [PersonDraft]
  /// Made at the first question, since most texts ask none.
  private var holdings: Set<Holding>?

  /// That an office is held, once by whomever and once with what is told of whose it is: one set of all,
  /// since a set for each office would be made for nothing in most texts.
  private struct Holding: Hashable {
    var key: Key
    var owner: Owner
  }

  /// An office by its class, or by its title where it has none.
  private struct Key: Hashable {
    var office: Office?
    var title: String
    var isFormer: Bool
  }

  /// What an office belongs to.
  private enum Owner: Hashable {
    case anybody
    case told(Affiliation?)
  }

  /// The offices that `people` hold or held.
  init(_ people: [PersonDraft]) { self.people = people }

  private mutating func known() -> Set<Holding> {
    if let holdings { return holdings }
    var made: Set<Holding> = []
    for person in people {
      for role in person.roles {
        let office = role.office ?? Offices.classify(role.title, of: role.of)
        note(office, role.title, role.of, isFormer: role.isFormer, in: &made)
      }
    }
    holdings = made
    return made
  }

  private func note(
    _ office: Office?, _ title: String, _ affiliation: Affiliation?, isFormer: Bool,
    in holdings: inout Set<Holding>
  ) {
    for key in keys(office, title, isFormer) {
      holdings.insert(Holding(key: key, owner: .anybody))
      holdings.insert(Holding(key: key, owner: .told(affiliation)))
    }
  }

  /// Notes that an office is held.
  mutating func take(
    _ office: Office?, _ title: String, _ affiliation: Affiliation?, isFormer: Bool
  ) {
    var holdings = known()
    self.holdings = nil
    note(office, title, affiliation, isFormer: isFormer, in: &holdings)
    self.holdings = holdings
  }

  /// Whether somebody holds what `role` speaks of.
  mutating func isHeld(_ office: Office?, _ title: String, _ role: RolePhrase) -> Bool {
    let holdings = known()
    return keys(office, title, role.isFormer).contains { key in
      guard holdings.contains(Holding(key: key, owner: .anybody)) else { return false }
      return role.affiliation == nil || holdings.contains(Holding(key: key, owner: .told(nil)))
        || holdings.contains(Holding(key: key, owner: .told(role.affiliation)))
    }
  }

  /// Whether somebody holds the office of `affiliation` whose holder is its leader: the president,
  /// but where that is a dignity the prime minister.
  mutating func hasLeader(of affiliation: Affiliation) -> Bool {
    let holdings = known()
    var offices: [Office] = [.headOfGovernment, .monarch]
    if code(of: affiliation).map({ !HeldOffices.dignity.isKnown(in: $0) }) ?? true {
      offices.append(.headOfState)
    }
    return offices.contains { office in
      holdings.contains(
        Holding(
          key: Key(office: office, title: "", isFormer: false), owner: .told(affiliation)))
    }
  }

  private static let dignity = OfficeCountries(of: "ceremonial president")

  private func keys(_ office: Office?, _ title: String, _ isFormer: Bool) -> [Key] {
    let byTitle = Key(office: nil, title: title.lowercased(), isFormer: isFormer)
    guard let office else { return [byTitle] }
    return [byTitle, Key(office: office, title: "", isFormer: isFormer)]
  }
}
