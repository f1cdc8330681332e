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
    var occasionsOfParty = PartyTable(people: reading.people.count)
    // Where the telling of this number is, or one that adds to it.
    var occasionOfTelling: [Int: Int] = [:]
    for index in reading.contacts.indices {
      let contact = reading.contacts[index]
      let parties = Parties(contact, reading)
      let fitting = occasionsOfParty.occasions(of: parties, latest: Self.reach)
        .filter { occasions[$0].fits(contact, parties) }
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
      occasionsOfParty.note(place, of: parties)
    }
    return withoutSummaries(occasions.map(\.contacts))
  }

  /// "Gabriel in Moscow to meet Putin, Lavrov", "Sunak rings Kyiv and Washington": a headline that sums up
  /// what the body tells as occasions of their own is none.
  private func withoutSummaries(_ occasions: [[Int]]) -> [[Int]] {
    guard occasions.count > 2, occasions.contains(where: { $0.allSatisfy(isHeading) }) else {
      return occasions
    }
    let people = occasions.map { Set($0.flatMap { reading.contacts[$0].people }) }
    let sides = occasions.indices.map { countries(of: occasions[$0], people[$0]) }
    return occasions.indices.filter { index in
      guard !people[index].isEmpty, people[index].count > 2 || sides[index].count > 2,
        occasions[index].allSatisfy(isHeading)
      else { return true }
      let parts = occasions.indices.filter {
        $0 != index && people[$0].count > 1 && !people[$0].isDisjoint(with: people[index])
          && (people[index].count > 2
            ? people[$0].isStrictSubset(of: people[index])
            : sides[$0].isStrictSubset(of: sides[index]))
      }
      return parts.count < 2 || !people[index].isSubset(of: parts.flatMap { people[$0] })
        || !sides[index].isSubset(of: parts.flatMap { sides[$0] })
    }.map { occasions[$0] }
  }

  /// The countries of those in an occasion, and those that are parties themselves.
  private func countries(of occasion: [Int], _ people: Set<Int>) -> Set<CountryCode> {
    let told = occasion.flatMap { reading.contacts[$0].actors }.compactMap { actor in
      switch actor.identity {
      case .country(let code), .unnamed(_, .country(let code)?): code
      case .person, .unnamed, .group: nil as CountryCode?
      }
    }
    return Set(told + people.compactMap { reading.people[$0].country?.value })
  }

  private func isHeading(_ contact: Int) -> Bool {
    [.title, .heading].contains(reading.article.blocks[reading.contacts[contact].block].kind)
  }
}

// MARK: - Occasions

/// Tellings of one occasion, of which only those that differ are compared with the next.
private struct Occasion {
  private(set) var contacts: [Int] = []
  private var tellings: [(parties: Parties, sentence: Range<Int>, block: Int, isInSeveral: Bool)] =
    []
  private var circumstances: [Circumstance] = []

  /// Blocks within which one who is named beside the others joins their occasion; the headline and
  /// the lead are near to all.
  private static let nearness = 3

  /// More tellings that differ than any article has.
  private static let reach = 64

  mutating func add(_ contact: ContactDraft, _ parties: Parties, index: Int) {
    contacts.append(index)
    if let known = tellings.firstIndex(where: {
      $0.parties.isSeparate == parties.isSeparate && $0.parties.areSame(as: parties)
    }) {
      if tellings[known].sentence != contact.sentence { tellings[known].isInSeveral = true }
    } else if tellings.count < Self.reach {
      tellings.append((parties, contact.sentence, contact.block, false))
    }
    let circumstance = Circumstance(contact)
    if circumstances.count < Self.reach, !circumstances.contains(circumstance) {
      circumstances.append(circumstance)
    }
  }

  /// Whether no telling of it contradicts one more.
  func agrees(with contact: ContactDraft) -> Bool {
    let other = Circumstance(contact)
    return circumstances.allSatisfy { $0.agrees(with: other) }
  }

  func fits(_ contact: ContactDraft, _ parties: Parties) -> Bool {
    // What is told of two states ("the talks between China and Japan") joins no two meetings of their people.
    let isOfStates = parties.people.isEmpty || tellings.allSatisfy { $0.parties.people.isEmpty }
    return agrees(with: contact) && !isApart(from: parties)
      && tellings.contains {
        (isOfStates || !$0.parties.people.isEmpty)
          && $0.parties.shares(
            with: parties, inOtherSentence: $0.isInSeveral || $0.sentence != contact.sentence,
            isNear: abs($0.block - contact.block) <= Self.nearness
              || min($0.block, contact.block) < 2
          )
      }
  }

  /// Whether two are told here and two there of whom only one is the same: "talks with China" can be
  /// those with Xi or those with Wang, but not both.
  private func isApart(from parties: Parties) -> Bool {
    let people = parties.people
    guard people.count == 2 else { return false }
    return tellings.contains {
      $0.parties.people.count == 2 && $0.parties.people.count(where: people.contains) == 1
    } && !tellings.contains { parties.areAmong($0.parties) }
  }

  /// Whether a telling names these people, given in order, and nobody else.
  func hasExactly(_ people: [Int]) -> Bool {
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
}

/// What two tellings of one occasion may not contradict each other in.
private struct Circumstance: Equatable {
  let status: MeetingStatus
  let isPreview: Bool
  let date: PartialDate?
  let form: MeetingKind?
  let place: PlaceName?
  let isRecalled: Bool

  init(_ contact: ContactDraft) {
    status = contact.status
    place = contact.place?.value
    isRecalled = contact.isRecalled
    isPreview = contact.isPreview
    date = contact.date?.value
    form = contact.form
  }

  /// Whether neither status, date nor form contradicts.
  func agrees(with other: Circumstance) -> Bool {
    guard status == other.status || isPreview || other.isPreview else { return false }
    if let x = date, let y = other.date, !x.isCompatible(with: y) { return false }
    if let x = place, let y = other.place {
      // No occasion is in two countries, and what is recalled is not where the text's own was.
      if isRecalled || other.isRecalled, let x = x.country, let y = y.country, x != y {
        return false
      }
      if isRecalled != other.isRecalled, x.name != y.name { return false }
    }
    // "They had met in March" is not what the text tells without a day.
    if isRecalled != other.isRecalled, (isRecalled ? other : self).date == nil,
      (isRecalled ? self : other).date != nil
    {
      return false
    }
    guard let x = form, let y = other.form, x != y else { return true }
    return x.isFaceToFace && y.isFaceToFace
  }
}
