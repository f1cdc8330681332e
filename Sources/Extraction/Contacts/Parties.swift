import Diplomacy
import Language
import Lexicons

/// Who took part in a telling, as it is compared.
struct Parties {
  /// Sorted, each once.
  let people: [Int]
  /// Those who are told otherwise than as a person.
  private let others: Set<Actor.Identity>
  /// Told as an occasion of its own.
  let isSeparate: Bool
  let actors: [(actor: Actor, side: Word?)]
  private let sides: [Word]
  private let reading: Reading

  init(_ contact: ContactDraft, _ reading: Reading) {
    people = contact.people.sorted()
    others = Set(contact.actors.lazy.filter { $0.person == nil }.map(\.identity))
    isSeparate = contact.isSeparate
    actors = contact.actors.map { ($0, Self.side(of: $0, reading)) }
    var sides: [Word] = []
    for case (_, let side?) in actors where !sides.contains(side) { sides.append(side) }
    self.sides = sides
    self.reading = reading
  }

  /// Whether the same took part, told in the same way.
  func areSame(as other: Parties) -> Bool { people == other.people && others == other.others }

  /// Whether all people of this telling are among those of `other`.
  func areAmong(_ other: Parties) -> Bool { people.allSatisfy(other.people.contains) }

  /// The country or body that an actor acts for.
  private static func side(of actor: Actor, _ reading: Reading) -> Word? {
    switch actor.identity {
    case .person(let person): reading.people[person].country.map { Word($0.value.rawValue) }
    case .unnamed(_, let of): of.map { Word($0.text) }
    case .country(let code): Word(code.rawValue)
    case .group: nil
    }
  }

  /// Whether this telling and `other` can be of one occasion, told in one sentence or in two.
  func shares(with other: Parties, inOtherSentence: Bool, isNear: Bool) -> Bool {
    let (p, q) = (people, other.people)
    if p == q, p.count >= 2 { return true }
    if areSame(as: other) { return true }
    if p.count >= 2, q.count >= 2, areAmong(other) || other.areAmong(self) {
      return !isSeparate && !other.isSeparate && inOtherSentence && isNear
    }
    guard p.isEmpty || q.isEmpty || p.contains(where: q.contains) else { return false }
    let (fewer, more) = p.count <= q.count ? (self, other) : (other, self)
    guard fewer.people.count < 2 || p == q, fewer.sides.count >= 2 else { return false }
    return fewer.actors.allSatisfy { more.covers($0.actor, side: $0.side) }
  }

  /// Whether somebody named here holds a title.
  private func isTitle(_ title: String) -> Bool {
    people.contains { person in
      reading.people[person].roles.contains { $0.title.isSameTitle(as: title) }
    }
  }

  /// Whether an actor of this telling can be whom `actor` names less exactly.
  private func covers(_ actor: Actor, side: Word?) -> Bool {
    if let person = actor.person { return people.contains(person) }
    if others.contains(actor.identity) { return true }
    if case .unnamed(let role, _) = actor.identity, isTitle(role) { return true }
    guard let side else { return false }
    return sides.contains(side)
  }
}

/// By what tellings that may be of one occasion find each other.
struct PartyTable {
  /// For each person their occasions, in order.
  private var ofPerson: [[Int]]
  private var ofOther: [Actor.Identity: [Int]] = [:]
  private var ofSide: [Word: [Int]] = [:]

  init(people: Int) { ofPerson = Array(repeating: [], count: people) }

  /// The latest occasions, so many a party, that one of `parties` took part in, in order.
  func occasions(of parties: Parties, latest reach: Int) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(2 * parties.actors.count)
    for (actor, side) in parties.actors {
      if let person = actor.person {
        found += ofPerson[person].suffix(reach)
      } else if let others = ofOther[actor.identity] {
        found += others.suffix(reach)
      }
      if let side, let others = ofSide[side] { found += others.suffix(reach) }
    }
    found.sort()
    var last = -1
    found.removeAll { place in
      defer { last = place }
      return place == last
    }
    return found
  }

  mutating func note(_ place: Int, of parties: Parties) {
    func add(_ list: inout [Int]) {
      if list.last != place { list.append(place) }
    }
    for (actor, side) in parties.actors {
      if let person = actor.person {
        add(&ofPerson[person])
      } else {
        add(&ofOther[actor.identity, default: []])
      }
      if let side { add(&ofSide[side, default: []]) }
    }
  }
}
