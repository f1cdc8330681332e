import Diplomacy
import Language

/// The occasions that a text has told of so far, to which later sentences add people, and the teams
/// that are told of before it says that they met.
///
/// An occasion may be opened by a sentence that names one party only ("Macron hosted a summit of European
/// leaders"); it counts once others are told to have been there.
struct OpenOccasions {
  let reading: Reading
  /// All tellings in the order of the text.
  private(set) var drafts: [ContactDraft]
  /// Those of one side each, told without an occasion that they were at.
  private(set) var teams: [ContactDraft] = []

  /// Those told to have been present last, too few to make an occasion.
  private var waiting: ContactDraft?

  /// So many blocks on, an occasion is still what "also present were" speaks of, and a team is of it.
  private static let (reach, teamReach) = (4, 2)
  /// So many tellings back it is looked for.
  private static let depth = 60

  init(reading: Reading, told: [ContactDraft]) {
    self.reading = reading
    drafts = []
    for contact in told { add(contact) }
  }

  mutating func add(_ contact: ContactDraft) {
    drafts.append(contact)
    drafts[drafts.count - 1].number = drafts.count - 1
  }

  /// Whether the occasion told last was to come.
  var isAwaited: Bool { drafts.last?.status == .planned }

  /// Notes what became of the occasion told last, if that was to come: "The meeting was called off".
  mutating func settle(_ outcome: ContactFinder.Outcome) {
    guard let last = drafts.indices.last, isAwaited,
      drafts[last].actors.count > 1, drafts[last].trigger < outcome.noun,
      abs(reading.blockIndex(of: outcome.noun) - drafts[last].block) <= 1,
      reading.mentions.starting(
        in: drafts[last].sentence.upperBound..<max(drafts[last].sentence.upperBound, outcome.noun),
        at: \.tokens.lowerBound
      ).allSatisfy({ drafts[last].people.contains(reading.mentions[$0].person) })
    else { return }
    drafts[last].status = outcome.judgement.status
    drafts[last].statusTokens = outcome.judgement.tokens
  }

  /// A telling with all who were at the occasion that it adds to; nothing where it tells of no contact
  /// of its own.
  mutating func placed(_ contact: ContactDraft) -> ContactDraft? {
    guard contact.joinsPrevious else { return contact }
    guard let place = occasion(joinedBy: contact) else {
      if contact.isTeam, isOfTwoSides(contact) {
        var contact = contact
        contact.isTeam = false
        contact.joinsPrevious = false
        return contact
      }
      if contact.isTeam {
        if let last = teams.last, last.sentence == contact.sentence,
          last.statusTokens.lowerBound < contact.statusTokens.lowerBound, contact.isSameTeam
        {
          teams[teams.count - 1].actors += contact.actors
        } else if let last = teams.last, isFacing(last, contact) {
          var contact = contact
          contact.actors = last.actors + contact.actors
          contact.isTeam = false
          contact.joinsPrevious = false
          return contact
        } else {
          teams.append(contact)
        }
        return nil
      }
      if contact.isNear, waiting?.block != contact.block || contact.isMembers { return nil }
      var contact = contact
      // "On the American side sat Blinken; facing them were Yang and Wang": together they are enough.
      if let waiting, waiting.block == contact.block {
        contact.actors = waiting.actors + contact.actors
      }
      waiting = isSufficient(contact) ? nil : contact
      return waiting == nil ? contact : nil
    }
    if contact.isTeam, contact.people.allSatisfy(drafts[place].people.contains) { return nil }
    var contact = contact
    contact.actors = known(at: place, besides: contact) + contact.actors
    if contact.isMembers {
      contact.status = drafts[place].status
      contact.statusTokens = drafts[place].statusTokens
    }
    // A dinner that followed is an occasion of its own.
    if contact.event != nil || contact.kind == nil {
      contact.addsTo = drafts[place].addsTo ?? place
    }
    let isBystander = OpenOccasions.bystanding.contains(reading.word(contact.trigger))
    if isBystander, drafts[place].sentence == contact.sentence {
      // "met Modi, with Lavrov looking on": one telling.
      drafts[place].actors = contact.actors
      return nil
    }
    if drafts[place].people.count < 2 { drafts[place].actors = contact.actors }
    return contact
  }

  /// "The Ukrainian team was led by Umerov, the Russian one by Kostyukov", where the sentence or the one
  /// before speaks of talks.
  private func isFacing(_ first: ContactDraft, _ second: ContactDraft) -> Bool {
    guard !second.isSameTeam else { return false }
    let sides = [first, second].map { team in
      Set(team.people.compactMap { reading.people[$0].country?.value })
    }
    guard sides.allSatisfy({ $0.count < 2 }) else { return false }
    if first.sentence != second.sentence { return isNext(second, to: first) }
    return (sides[0] != sides[1] || sides[0].isEmpty) && isOfTalks(first)
  }

  /// "Rodríguez heads the government's team. The opposition is represented by González": two sides, of one country or
  /// of two, in two sentences of a paragraph, where one of them or of the few before tells of talks.
  private func isNext(_ second: ContactDraft, to first: ContactDraft) -> Bool {
    guard first.block == second.block, first.sentence.upperBound == second.sentence.lowerBound,
      Set(first.people).isDisjoint(with: second.people)
    else { return false }
    let all = reading.document.sentences
    let end = (0..<all.count).partitioningIndex {
      all[$0].tokens.lowerBound >= first.sentence.upperBound
    }
    return all[..<end].suffix(6).contains { sentence in
      first.block - sentence.origin <= 2 && sentence.tokens.contains(where: isTalk)
    }
  }

  /// "Iran was represented by Araghchi and the United States by Witkoff", likewise.
  private func isOfTwoSides(_ team: ContactDraft) -> Bool {
    Set(team.people.compactMap { reading.people[$0].country?.value }).count == 2 && isOfTalks(team)
  }

  private func isOfTalks(_ team: ContactDraft) -> Bool {
    let start = team.sentence.lowerBound
    let before = start > 0 ? reading.sentence(of: start - 1)?.tokens ?? 0..<0 : 0..<0
    return before.contains(where: isTalk) || team.sentence.contains(where: isTalk)
  }

  private func isTalk(_ token: Int) -> Bool {
    ContactWords.shared.nouns[reading.word(token)]?.strength == .strong
  }

  /// Who was told to be at an occasion; "the ministers" of whom several are named now is said again.
  private func known(at place: Int, besides contact: ContactDraft) -> [Actor] {
    let draft = drafts[place]
    guard draft.people.isEmpty, contact.people.count > 1 else { return draft.actors }
    return draft.actors.filter { actor in
      guard case .unnamed(_, nil) = actor.identity else { return true }
      return !actor.isPlural(reading)
    }
  }

  /// Whether those told to have been present make an occasion by themselves.
  private func isSufficient(_ contact: ContactDraft) -> Bool {
    let people = contact.people
    if people.count > 2 { return true }
    let countries = Set(people.compactMap { reading.people[$0].country?.value })
    // "The meeting was co-chaired by Misri and Landau": of two sides, as a rule.
    let isShared =
      people.count > 1 && ["co-chaired", "co-hosted"].contains(reading.word(contact.trigger))
    return contact.event != nil && (countries.count > 1 || isShared)
  }

  /// The last telling of the occasion that `contact` adds people to.
  private func occasion(joinedBy contact: ContactDraft) -> Int? {
    let form =
      contact.event.flatMap { ContactWords.shared.nouns[reading.word($0)]?.kind }
      ?? (contact.isNear ? .meeting : nil)
    return occasion(joinedBy: contact, form: form)
      ?? (form == .call || contact.isNear ? nil : occasion(joinedBy: contact, form: nil))
  }

  private func occasion(joinedBy contact: ContactDraft, form: MeetingKind?) -> Int? {
    let low = max(0, drafts.count - Self.depth)
    let reach = contact.isNear ? 1 : contact.isTeam ? Self.teamReach : Self.reach
    return (low..<drafts.count).last { index in
      guard drafts[index].status == contact.status || contact.isMembers,
        abs(drafts[index].block - contact.block) <= reach,
        contact.event != nil || !hasHeading(between: drafts[index], and: contact),
        // "brought Kim, who had haggled with Choe": not at what is told of one of them.
        !contact.isNear || drafts[index].sentence != contact.sentence
          || drafts[index].trigger < contact.trigger
      else { return false }
      let draft = drafts[index]
      guard suits(draft, form) else { return false }
      if contact.isMembers { return isOfSeveral(draft) }
      if contact.companions.contains(where: draft.people.contains) { return true }
      if contact.isTeam {
        return draft.block == contact.block || hasRoom(draft, for: contact)
      }
      return contact.companions.isEmpty
    }
  }

  /// The members of a team that the sentence before told of.
  func team(before token: Int) -> [Int]? {
    guard let last = teams.last, last.people.count > 1, last.sentence.upperBound <= token,
      reading.sentence(of: last.sentence.upperBound)?.tokens.contains(token) == true
    else { return nil }
    return last.people
  }

  /// The members of the last two teams told of, for "the two delegations met".
  func teams(near block: Int) -> [Int] {
    let near = teams.suffix(2)
    guard near.count == 2, near.allSatisfy({ block - $0.block <= Self.reach }) else { return [] }
    var people: [Int] = []
    for person in near.flatMap(\.people) where !people.contains(person) { people.append(person) }
    return people
  }

  private static let bystanding: WordSet = [
    "looking", "watching", "listening", "side", "attendance", "flanked", "looks", "look", "looked",
    "watches", "watched",
  ]
}
