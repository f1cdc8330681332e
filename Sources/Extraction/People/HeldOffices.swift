import Diplomacy
import Lexicons

/// Which offices the article gives to somebody, to look up whether a title speaks of one of them.
struct HeldOffices {
  private let people: [PersonDraft]
  /// Made at the first question, since most texts ask none.
  private var holdings: Holdings?

  /// The offices that `people` hold or held.
  init(_ people: [PersonDraft]) { self.people = people }

  private mutating func known() -> Holdings {
    if let holdings { return holdings }
    var made = Holdings(count: people.reduce(0) { $0 + $1.roles.count })
    for person in people {
      for role in person.roles {
        let office = role.office ?? Offices.classify(role.title, of: role.of)
        made.add(Holding(office: office, title: role.title, of: role.of, isFormer: role.isFormer))
      }
    }
    holdings = made
    return made
  }

  /// Notes that an office is held.
  mutating func take(
    _ office: Office?, _ title: String, _ affiliation: Affiliation?, isFormer: Bool
  ) {
    var holdings = known()
    self.holdings = nil
    holdings.add(Holding(office: office, title: title, of: affiliation, isFormer: isFormer))
    self.holdings = holdings
  }

  /// Whether somebody holds what `role` speaks of.
  mutating func isHeld(_ office: Office?, _ title: String, _ role: RolePhrase) -> Bool {
    let holdings = known()
    return holdings.contains(.title(title), role.isFormer, role.affiliation)
      || office.map { holdings.contains(.office($0), role.isFormer, role.affiliation) } ?? false
  }

  /// Whether somebody is told to hold it of the very country or body that `role` speaks of.
  mutating func isHeldAsTold(_ office: Office?, _ title: String, _ role: RolePhrase) -> Bool {
    let holdings = known()
    return holdings.contains(
      .title(title), isFormer: role.isFormer, owner: .told(role.affiliation))
      || office.map {
        holdings.contains(.office($0), isFormer: role.isFormer, owner: .told(role.affiliation))
      } ?? false
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
      holdings.contains(.office(office), isFormer: false, owner: .told(affiliation))
    }
  }

  private static let dignity = OfficeCountries(of: "ceremonial president")
}

/// That somebody holds an office.
private struct Holding {
  var office: Office?
  var title: String
  var of: Affiliation?
  var isFormer: Bool
}

/// Holdings by class and by title, each once by whomever and once by what is told of whose it is: one table
/// over all, since a set for each office would be made for nothing in most texts.
private struct Holdings {
  /// What an office is told by: its class, or its title in whatever letters.
  enum Key {
    case office(Office)
    case title(String)
  }

  /// What an office belongs to.
  enum Owner {
    case anybody
    case told(Affiliation?)
  }

  private var all: [Holding] = []
  /// For each hash the last holding noted by it, and for each note the one before it of the same hash.
  private var last: [UInt64: Int] = [:]
  private var notes: [(holding: Int, before: Int)] = []

  /// A table with room for so many holdings.
  init(count: Int) {
    all.reserveCapacity(count)
    notes.reserveCapacity(4 * count)
    last.reserveCapacity(3 * count)
  }

  mutating func add(_ holding: Holding) {
    all.append(holding)
    note(.title(holding.title), holding)
    if let office = holding.office { note(.office(office), holding) }
  }

  private mutating func note(_ key: Key, _ holding: Holding) {
    let hash = Self.hash(of: key, holding.isFormer)
    for owner in [Owner.anybody, .told(holding.of)] {
      let before = last.updateValue(notes.count, forKey: hash ^ Self.hash(of: owner))
      notes.append((all.count - 1, before ?? -1))
    }
  }

  /// Whether an office is held by whomever, where `affiliation` is not told, else as its or nobody's.
  func contains(_ key: Key, _ isFormer: Bool, _ affiliation: Affiliation?) -> Bool {
    guard affiliation != nil else { return contains(key, isFormer: isFormer, owner: .anybody) }
    return contains(key, isFormer: isFormer, owner: .told(affiliation))
      || contains(key, isFormer: isFormer, owner: .told(nil))
  }

  func contains(_ key: Key, isFormer: Bool, owner: Owner) -> Bool {
    var note = last[Self.hash(of: key, isFormer) ^ Self.hash(of: owner)] ?? -1
    while note >= 0 {
      if suits(all[notes[note].holding], key, isFormer, owner) { return true }
      note = notes[note].before
    }
    return false
  }

  private func suits(_ held: Holding, _ key: Key, _ isFormer: Bool, _ owner: Owner) -> Bool {
    guard held.isFormer == isFormer else { return false }
    if case .told(let affiliation) = owner, held.of != affiliation { return false }
    return switch key {
    case .office(let office): held.office == office
    case .title(let title): held.title.isSameTitle(as: title)
    }
  }

  private static func hash(of key: Key, _ isFormer: Bool) -> UInt64 {
    let own: UInt64 =
      switch key {
      case .office(let office): UInt64(truncatingIfNeeded: office.hashValue)
      case .title(let title): title.titleHash
      }
    return isFormer ? ~own : own
  }

  private static func hash(of owner: Owner) -> UInt64 {
    switch owner {
    case .anybody: 1
    case .told(nil): 2
    case .told(.country(let code)?): UInt64(truncatingIfNeeded: code.hashValue)
    case .told(.organization(let name)?): name.titleHash
    }
  }
}
