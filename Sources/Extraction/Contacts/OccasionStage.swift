import Diplomacy

/// Joins the tellings of one occasion.
///
/// Two tellings are one occasion when the parties of one are among those of the other and neither
/// date, form nor status contradicts. A party told by country or office ("the NATO chief") is among
/// those of a telling that names somebody who acts for it. A telling without a date or form of its own
/// joins the first occasion that fits, one with the very same people before others.
struct OccasionStage {
  let reading: Reading

  /// A telling is compared with so many occasions that share a party with it, the latest, so that a
  /// text of any length is read in time that grows with it.
  private static let reach = 200

  /// The occasions, each as indices into `reading.contacts`, in order of first telling.
  func occasions() -> [[Int]] {
    var occasions: [Occasion] = []
    var occasionsOfParty: [PartyKey: [Int]] = [:]
    // Where the telling of this number is, or one that adds to it.
    var occasionOfTelling: [Int: Int] = [:]
    for index in reading.contacts.indices {
      let contact = reading.contacts[index]
      let parties = Parties(contact, reading)
      let near = Set(parties.keys.flatMap { (occasionsOfParty[$0] ?? []).suffix(Self.reach) })
      let fitting = near.sorted().filter { occasions[$0].fits(contact, parties) }
      let fit =
        contact.addsTo.flatMap { occasionOfTelling[$0] }.flatMap {
          occasions[$0].agrees(with: contact) ? $0 : nil
        }
        ?? fitting.first { occasions[$0].hasExactly(parties.people) } ?? fitting.first
      let place = fit ?? occasions.count
      if fit == nil { occasions.append(Occasion()) }
      occasions[place].add(contact, parties, index: index)
      for number in [contact.number, contact.addsTo ?? contact.number]
      where occasionOfTelling[number] == nil { occasionOfTelling[number] = place }
      for key in parties.keys where occasionsOfParty[key]?.last != place {
        occasionsOfParty[key, default: []].append(place)
      }
    }
    return withoutSummaries(occasions.map(\.contacts))
  }

  /// "Gabriel in Moscow to meet Putin, Lavrov": a headline that sums up what the body tells as
  /// occasions of their own is none.
  private func withoutSummaries(_ occasions: [[Int]]) -> [[Int]] {
    let people = occasions.map { Set($0.flatMap { reading.contacts[$0].people }) }
    return occasions.indices.filter { index in
      let summed = people[index]
      guard summed.count > 2, occasions[index].allSatisfy(isHeading) else { return true }
      let parts = occasions.indices.filter {
        $0 != index && people[$0].count > 1 && people[$0].isStrictSubset(of: summed)
      }
      return parts.count < 2 || !summed.isSubset(of: parts.flatMap { people[$0] })
    }.map { occasions[$0] }
  }

  private func isHeading(_ contact: Int) -> Bool {
    [.title, .heading].contains(reading.article.blocks[reading.contacts[contact].block].kind)
  }
}

/// By what tellings that may be of one occasion find each other.
private enum PartyKey: Hashable {
  case identity(Actor.Identity)
  case side(String)
}

// MARK: - Parties

/// Who took part in a telling, as it is compared.
private struct Parties {
  let people: Set<Int>
  let identities: Set<Actor.Identity>
  /// Told as an occasion of its own.
  let isSeparate: Bool
  private let actors: [(actor: Actor, side: String?)]
  private let sides: Set<String>
  private let reading: Reading

  init(_ contact: ContactDraft, _ reading: Reading) {
    people = Set(contact.actors.compactMap(\.person))
    identities = Set(contact.actors.map(\.identity))
    isSeparate = contact.isSeparate
    actors = contact.actors.map { ($0, Self.side(of: $0, reading)) }
    sides = Set(actors.compactMap(\.side))
    self.reading = reading
    keys =
      actors.map { .identity($0.actor.identity) } + actors.compactMap(\.side).map(PartyKey.side)
  }

  /// Tellings of one occasion have one of these in common.
  let keys: [PartyKey]

  /// The country or body that an actor acts for.
  private static func side(of actor: Actor, _ reading: Reading) -> String? {
    switch actor.identity {
    case .person(let person): reading.people[person].country?.value.rawValue
    case .unnamed(_, let of): of?.text
    case .country(let code): code.rawValue
    case .group: nil
    }
  }

  /// Whether this telling and `other` can be of one occasion, told in one sentence or in two.
  func shares(with other: Parties, inOtherSentence: Bool, isNear: Bool) -> Bool {
    let (p, q) = (people, other.people)
    if p == q, p.count >= 2 { return true }
    if identities == other.identities { return true }
    if p.count >= 2, q.count >= 2, p.isSubset(of: q) || q.isSubset(of: p) {
      return !isSeparate && !other.isSeparate && inOtherSentence && isNear
    }
    guard !p.isDisjoint(with: q) || p.isEmpty || q.isEmpty else { return false }
    let (fewer, more) = p.count <= q.count ? (self, other) : (other, self)
    guard fewer.people.count < 2 || p == q, fewer.sides.count >= 2 else { return false }
    return fewer.actors.allSatisfy { more.covers($0.actor, side: $0.side) }
  }

  /// Whether somebody named here holds a title, given in lower case.
  private func isTitle(_ title: String) -> Bool {
    people.contains { person in
      reading.people[person].roles.contains { $0.title.lowercased() == title }
    }
  }

  /// Whether an actor of this telling can be whom `actor` names less exactly.
  private func covers(_ actor: Actor, side: String?) -> Bool {
    if identities.contains(actor.identity) { return true }
    if case .unnamed(let role, _) = actor.identity, isTitle(role.lowercased()) { return true }
    guard actor.person == nil, let side else { return false }
    return sides.contains(side)
  }
}

// MARK: - Occasions

/// Tellings of one occasion, of which only those that differ are compared with the next.
private struct Occasion {
  private(set) var contacts: [Int] = []
  private var tellings: [(parties: Parties, sentence: Range<Int>, block: Int, isInSeveral: Bool)] =
    []
  private var circumstances: [ContactDraft] = []

  /// Blocks within which one who is named beside the others joins their occasion; the headline and
  /// the lead are near to all.
  private static let nearness = 3

  /// More tellings that differ than any article has.
  private static let reach = 64

  mutating func add(_ contact: ContactDraft, _ parties: Parties, index: Int) {
    contacts.append(index)
    if let known = tellings.firstIndex(where: {
      $0.parties.identities == parties.identities && $0.parties.isSeparate == parties.isSeparate
    }) {
      if tellings[known].sentence != contact.sentence { tellings[known].isInSeveral = true }
    } else if tellings.count < Self.reach {
      tellings.append((parties, contact.sentence, contact.block, false))
    }
    if circumstances.count < Self.reach, !circumstances.contains(where: { $0.isAlike(contact) }) {
      circumstances.append(contact)
    }
  }

  /// Whether no telling of it contradicts one more.
  func agrees(with contact: ContactDraft) -> Bool {
    circumstances.allSatisfy { $0.agrees(with: contact) }
  }

  func fits(_ contact: ContactDraft, _ parties: Parties) -> Bool {
    agrees(with: contact) && !isApart(from: parties)
      && tellings.contains {
        $0.parties.shares(
          with: parties, inOtherSentence: $0.isInSeveral || $0.sentence != contact.sentence,
          isNear: abs($0.block - contact.block) <= Self.nearness || min($0.block, contact.block) < 2
        )
      }
  }

  /// Whether two are told here and two there of whom only one is the same: "talks with China" can be
  /// those with Xi or those with Wang, but not both.
  private func isApart(from parties: Parties) -> Bool {
    let people = parties.people
    guard people.count == 2 else { return false }
    return tellings.contains {
      $0.parties.people.count == 2 && $0.parties.people.intersection(people).count == 1
    } && !tellings.contains { people.isSubset(of: $0.parties.people) }
  }

  func hasExactly(_ people: Set<Int>) -> Bool {
    tellings.contains { $0.parties.people == people }
  }
}

extension MeetingKind {
  /// Whether those in contact were at one place, in whatever form.
  fileprivate var isFaceToFace: Bool { self == .meeting || self == .visit || self == .summit }
}

extension ContactDraft {
  /// The form, where the words tell it beyond doubt.
  var form: MeetingKind? { isSpoken ? nil : kind }

  /// Whether neither status, date nor form contradicts.
  fileprivate func agrees(with other: ContactDraft) -> Bool {
    guard status == other.status || isPreview || other.isPreview else { return false }
    if let x = date?.value, let y = other.date?.value, !x.isCompatible(with: y) { return false }
    guard let x = form, let y = other.form, x != y else { return true }
    return x.isFaceToFace && y.isFaceToFace
  }

  /// Whether whatever agrees with one of the two agrees with the other.
  fileprivate func isAlike(_ other: ContactDraft) -> Bool {
    status == other.status && isPreview == other.isPreview && date?.value == other.date?.value
      && form == other.form
  }
}
