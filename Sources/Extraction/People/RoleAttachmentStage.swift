import Diplomacy
import Language
import Lexicons

/// Gives people the roles that the text tells of them, and their country.
struct RoleAttachmentStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    markOwners(&reading)
    let index = MentionIndex(reading)
    let bosses = BossFinder(reading: reading, index: index)
    attachTitles(index, bosses, &reading)
    OriginStage(words: words).run(&reading)
    OriginStage(words: words).nameAdministrations(&reading)
    CounterpartStage(words: words, index: index, bosses: bosses).run(&reading, offices: .told)
    HeadingStage(words: words, index: index).run(&reading)
    EllipsisStage(index: index).run(&reading)
    DescriptionStage(index: index).run(&reading, .near)
    // "his South Korean counterpart": of whom the office is told only now.
    CounterpartStage(words: words, index: index, bosses: bosses).run(&reading, offices: .told)
    NamedNextStage(reading: reading, index: index).run(&reading)
    resolveBosses(&reading)
    HomeStage().run(&reading)
    CounterpartStage(words: words, index: index, bosses: bosses).run(&reading, offices: .open)
    DescriptionStage(index: index).run(&reading, .wholeText)
    resolveBosses(&reading)
    HomeStage(includesServants: true).run(&reading)
    SuccessionStage(words: words, index: index).run(&reading)
    RoleUnifier().run(&reading)
    nameHomes(&reading)
  }

  /// Marks the mentions that stand only as another's boss.
  private func markOwners(_ reading: inout Reading) {
    var isBoss = [Bool](repeating: false, count: reading.tokens.count)
    for role in reading.roles {
      if let boss = role.bossToken { isBoss[boss] = true }
    }
    for index in reading.mentions.indices where isBoss[reading.mentions[index].tokens.lowerBound] {
      reading.mentions[index].isPossessor = true
    }
  }

  private func attachTitles(
    _ index: MentionIndex, _ bosses: BossFinder, _ reading: inout Reading
  ) {
    var finder = TitleHolders(words: words, reading: reading, index: index)
    var vague: [(role: RolePhrase, holder: TitleHolders.Holder)] = []
    for position in reading.roles.indices where !reading.roles[position].isRelative {
      let role = reading.roles[position]
      let holders = finder.holders(of: role) { person in
        reading.people[person].roles.contains { !$0.isFormer }
      }
      reading.roles[position].isHeld = !holders.isEmpty
      if holders.count == 1 { finder.note(holders[0].person, of: position) }
      let owner = role.bossToken.flatMap { index.mention(startingAt: $0)?.person }
      for (place, holder) in holders.enumerated() where holder.person != owner {
        var told = role
        told.isFormer = role.isFormer || holder.isFormer || finder.hasEnded(role)
        if role.listed.count == holders.count, holders.count > 1 {
          told.affiliation = role.listed[place]
        } else if role.listed.count > 1 {
          told.affiliation = nil
        }
        if let home = holder.home, isOfStates(role) || place > 0 && role.isPlural {
          told.affiliation = .country(home)
        }
        let serves = bosses.boss(of: role, holder: holder.person)
        if told.affiliation == nil {
          told.affiliation =
            role.isPlural && holders.count == 2 && role.determiner == "their"
            ? pairHome(place, before: role, bosses, index, reading) ?? bosses.owner(of: role)
            : bosses.owner(of: role)
          // "His foreign minister, Vivian Balakrishnan": of whom readers know that he is another's.
          if let code = code(of: told.affiliation),
            isKnownElsewhere(reading.people[holder.person].name, than: code)
          {
            told.affiliation = nil
          }
        }
        if role.isPlural, RoleAttachmentStage.vagueHeads.contains(role.head) {
          vague.append((told, holder))
          continue
        }
        var range = holder.range
        if told.affiliation == nil, told.owners.isEmpty, !told.isPlural,
          let (owner, end) = finder.institute(behind: told, holder)
        {
          told.affiliation = owner
          range = range.lowerBound..<end
        }
        add(told, to: holder.person, serves: serves, evidence: range, &reading)
      }
    }
    // "leaders, among them the president, X": who has an office is not told of as a leader.
    for (role, holder) in vague
    where !reading.people[holder.person].roles.contains(where: { !$0.isFormer }) {
      add(role, to: holder.person, serves: nil, evidence: holder.range, &reading)
    }
  }

  /// "European foreign ministers, including Germany's Baerbock": each is of a state of their own.
  private func isOfStates(_ role: RolePhrase) -> Bool {
    let body = code(of: role.affiliation)?.rawValue
    return role.isPlural && (role.affiliation == nil || ["EU", "UN", "NATO"].contains(body))
      && RoleAttachmentStage.statesHeads.contains(role.head)
  }

  private static let statesHeads: WordSet = [
    "ministers", "presidents", "leaders", "premiers", "chancellors", "kings", "monarchs",
    "ambassadors", "envoys",
  ]

  /// "Their foreign ministers, Mirzoyan and Bayramov": the countries, in order, of the two leaders of
  /// whom the sentence before told.
  private func pairHome(
    _ place: Int, before role: RolePhrase, _ bosses: BossFinder, _ index: MentionIndex,
    _ reading: Reading
  ) -> Affiliation? {
    guard let number = bosses.sentenceIndex(of: role.tokens.lowerBound) else { return nil }
    let start = reading.document.sentences[max(0, number - 1)].tokens.lowerBound
    var homes: [Affiliation] = []
    var seen: [Int] = []
    for mention in index.mentions(in: start..<role.tokens.lowerBound)
    where !seen.contains(mention.person) {
      seen.append(mention.person)
      guard let home = reading.people[mention.person].roles.first(where: { !$0.isFormer })?.of,
        case .country = home, !homes.contains(home)
      else { continue }
      homes.append(home)
    }
    return homes.count == 2 ? homes[place] : nil
  }

  private static let vagueHeads: WordSet = ["leaders", "officials", "heads", "figures"]

  private func add(
    _ role: RolePhrase, to person: Int, serves: Int?, evidence: Range<Int>,
    _ reading: inout Reading
  ) {
    for (place, title) in role.titles.enumerated() {
      var text = reading.title(title, of: role)
      if role.isPlural || role.isOneOf { text = RoleAttachmentStage.singular(text) }
      reading.people[person].roles.append(
        RoleReport(
          title: text, of: role.affiliation(ofTitle: place), isFormer: role.isFormer,
          serves: serves,
          evidence: reading.evidence(evidence)))
    }
    if role.isRank { reading.people[person].rankCount += role.titles.count }
    if reading.people[person].nationality == nil, let code = code(of: role.nationality) {
      reading.people[person].nationality = Attested(code, reading.evidence(evidence))
    }
    reading.people[person].isSure = true
  }

  /// "Presidents" → "President", "secretaries of state" → "secretary of state".
  static func singular(_ title: String) -> String {
    var parts = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let head =
      parts.firstIndex { ["of", "for", "to"].contains($0) }.map { $0 - 1 } ?? parts.count - 1
    guard parts.indices.contains(head) else { return title }
    if parts[head].hasSuffix("ies") {
      parts[head] = String(parts[head].dropLast(3)) + "y"
    } else if parts[head].hasSuffix("men") {
      parts[head] = String(parts[head].dropLast(2)) + "an"
    } else if parts[head].hasSuffix("s.") {
      // "Sens." → "Sen."
      parts[head] = String(parts[head].dropLast(2)) + "."
    } else if parts[head].hasSuffix("s") {
      parts[head].removeLast()
    }
    return parts.joined(separator: " ")
  }

  /// Who serves somebody serves the same country, whichever of the two it is told of.
  private func resolveBosses(_ reading: inout Reading) {
    for index in reading.people.indices {
      var bosses: [Int] = []
      for case let boss? in reading.people[index].roles.map(\.serves) where !bosses.contains(boss) {
        bosses.append(boss)
      }
      guard !bosses.isEmpty, let served = home(of: reading.people[index]),
        !isOfCompany(served)
      else { continue }
      for boss in bosses {
        for held in reading.people[boss].roles.indices
        where reading.people[boss].roles[held].of == nil && home(of: reading.people[boss]) == nil {
          reading.people[boss].roles[held].of = served
        }
      }
    }
    for index in reading.people.indices {
      for role in reading.people[index].roles.indices
      where reading.people[index].roles[role].of == nil {
        guard let boss = reading.people[index].roles[role].serves,
          !speaks(reading.people[index].roles[role], for: reading.people[boss]),
          !reading.people[index].roles[role].title.spells("campaign")
        else { continue }
        reading.people[index].roles[role].of = home(of: reading.people[boss])
      }
    }
  }

  /// Whether somebody speaks for a member of parliament, a party's leader or a past president: in the
  /// name of no country.
  private func speaks(_ role: RoleReport, for boss: PersonDraft) -> Bool {
    guard Offices.classify(role.title, of: role.of) == .spokesperson else { return false }
    let held = boss.roles.filter { !$0.isFormer }
      .compactMap { Offices.classify($0.title, of: $0.of) }
    return !boss.roles.isEmpty
      && held.allSatisfy { $0 == .legislator || $0 == .partyLeader }
  }

  /// Whether it says nothing of whom a servant serves: a firm of their own.
  private func isOfCompany(_ home: Affiliation) -> Bool {
    guard case .organization(let name) = home else { return false }
    return Organizations.lookup(name)?.kind == .company
      || Organizations.lookup(name) == nil && Places.lookup(name).isEmpty
  }

  /// What a person's present roles belong to, else the country told of them or implied by a title.
  private func home(of person: PersonDraft) -> Affiliation? {
    person.roles.first { $0.of != nil && !$0.isFormer }.flatMap { role in
      // "Florida congressman Waltz, his national security adviser": the nation's, not the state's.
      guard case .organization(let name)? = role.of, Organizations.lookup(name) == nil,
        !Places.lookup(name).isEmpty
      else { return role.of }
      return homeCode(of: role.of).map { .country($0) }
    }
      ?? person.country.map { .country($0.value) }
      ?? person.roles.lazy.compactMap { Offices.country(impliedBy: $0.title) }.first.map {
        .country($0)
      }
  }
}
