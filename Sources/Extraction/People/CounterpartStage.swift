import Diplomacy
import Language

/// Gives the office of another: "his Turkish counterpart, X", "her predecessor, Y".
struct CounterpartStage {
  let words: WordLists
  let index: MentionIndex
  let bosses: BossFinder

  /// Which phrases to read: those that tell a country, or those that leave it open.
  enum Telling {
    case told, open
  }

  func run(_ reading: inout Reading, offices: Telling) {
    let finder = TitleHolders(words: words, reading: reading, index: index)
    for position in reading.roles.indices where reading.roles[position].isRelative {
      let role = reading.roles[position]
      guard (role.affiliation != nil) == (offices == .told) else { continue }
      let holders = finder.holders(of: role) { _ in true }
      reading.roles[position].isHeld = !holders.isEmpty
      let owners = owners(of: role, holders, reading)
      for (place, holder) in holders.enumerated() {
        var told = role
        if role.listed.count == holders.count { told.affiliation = role.listed[place] }
        let owner = owners.count == holders.count ? owners[place] : nil
        add(told, to: holder, of: owner, &reading)
      }
    }
  }

  /// "Foreign Minister A and Defence Minister B … their Australian counterparts, C and D": the two whose
  /// offices the sentence tells, in order.
  private func owners(
    of role: RolePhrase, _ holders: [TitleHolders.Holder], _ reading: Reading
  ) -> [Int] {
    guard role.isPlural, holders.count > 1, role.determiner == "their",
      let place = bosses.sentenceIndex(of: role.tokens.lowerBound)
    else { return [] }
    let start = reading.document.sentences[place].tokens.lowerBound
    var owners: [Int] = []
    for mention in index.mentions(in: start..<role.tokens.lowerBound)
    where !owners.contains(mention.person)
      && reading.people[mention.person].roles.contains(where: { !$0.isFormer })
    {
      owners.append(mention.person)
    }
    return owners
  }

  private func add(
    _ role: RolePhrase, to holder: TitleHolders.Holder, of owner: Int?, _ reading: inout Reading
  ) {
    let isSuccession = CounterpartStage.successions.contains(role.head)
    if isSuccession,
      role.tokens.contains(where: { CounterpartStage.open.contains(reading.word($0)) })
    {
      return
    }
    if !isSuccession, !CounterpartStage.equals.contains(role.head), role.affiliation == nil {
      if role.head == "colleague" { addColleague(role, holder, &reading) }
      return
    }
    // A sheikh, prince or general has an office besides.
    if reading.people[holder.person].roles.contains(where: { !$0.isFormer && !isRank($0) }),
      !isSuccession
    {
      return
    }
    guard let other = owner ?? other(role, holder.person, reading),
      let held = counterpart(in: reading.people[other].roles)
        ?? (isSuccession ? reading.people[other].roles.first : nil)
    else {
      if let code = code(of: role.affiliation), reading.people[holder.person].country == nil {
        reading.people[holder.person].country = Attested(code, reading.evidence(holder.range))
      }
      return
    }
    let isPredecessor = role.head.hasPrefix("predecessor")
    var of = role.affiliation
    var title = held.title
    // The Secretary of State's counterpart is a foreign minister: no other country has that title.
    if let only = Offices.country(impliedBy: title), let code = code(of: of), only != code,
      held.office ?? Offices.classify(title, of: held.of) == .foreignMinister
    {
      title = title.first?.isUppercase == true ? "Foreign Minister" : "foreign minister"
    }
    if isSuccession { of = held.of ?? reading.people[other].country.map { .country($0.value) } }
    reading.people[holder.person].roles.append(
      RoleReport(
        title: title, of: of, isFormer: isPredecessor || role.isFormer && !isSuccession,
        evidence: reading.evidence(holder.range)))
    reading.people[holder.person].isSure = true
  }

  /// The office that has its equal abroad; of a deputy prime minister who is foreign minister the latter.
  private func counterpart(in roles: [RoleReport]) -> RoleReport? {
    let fits = roles.filter { !$0.isFormer && hasCounterpart($0) && !isRank($0) }
    let ministers: Set<Office> = [.foreignMinister, .defenceMinister]
    guard fits.count > 1, let first = fits.first.flatMap(office),
      !TitleReader.leading.contains(first)
    else {
      return fits.first ?? roles.first { !$0.isFormer && hasCounterpart($0) }
    }
    return fits.first { office(of: $0).map(ministers.contains) ?? false } ?? fits.first
  }

  private func office(of role: RoleReport) -> Office? {
    role.office ?? Offices.classify(role.title, of: role.of)
  }

  private func isRank(_ role: RoleReport) -> Bool {
    RoleLexicon.shared[role.title.lowercased()].contains(.rank)
  }

  /// A minister's seat in parliament has no counterpart abroad.
  private func hasCounterpart(_ role: RoleReport) -> Bool {
    office(of: role) != .legislator
  }

  /// "Le Drian and his colleague Bruno Le Maire": one government's.
  private func addColleague(
    _ role: RolePhrase, _ holder: TitleHolders.Holder, _ reading: inout Reading
  ) {
    guard reading.people[holder.person].country == nil,
      let other = bosses.boss(of: role, holder: holder.person),
      let home = reading.people[other].roles.lazy.filter({ !$0.isFormer }).compactMap({
        code(of: $0.of)
      }).first ?? reading.people[other].country?.value
    else { return }
    reading.people[holder.person].country = Attested(home, reading.evidence(holder.range))
  }

  /// Whose office it is: the pronoun's or owner's person, else the last told of with an office.
  private func other(_ role: RolePhrase, _ holder: Int, _ reading: Reading) -> Int? {
    func fits(_ person: Int) -> Bool {
      guard person != holder else { return false }
      let held = reading.people[person].roles.filter { !$0.isFormer }
      guard !held.isEmpty || CounterpartStage.successions.contains(role.head) else { return false }
      guard let affiliation = role.affiliation else { return true }
      return !held.contains { $0.of == affiliation }
    }
    let boss = bosses.boss(of: role, holder: holder).flatMap { fits($0) ? $0 : nil }
    // "The minister met al-Maliki and his counterpart Zebari": his whose office readers know Zebari to hold.
    let known = known(holder, reading)
    func suits(_ person: Int) -> Bool {
      guard let held = counterpart(in: reading.people[person].roles).flatMap(office) else {
        return false
      }
      return known.contains(held)
        || TitleReader.leading.contains(held) && !known.isDisjoint(with: TitleReader.leading)
    }
    if let boss, known.isEmpty || suits(boss) { return boss }
    if !known.isEmpty, let other = last(before: role, reading, where: { fits($0) && suits($0) }) {
      return other
    }
    return boss ?? last(before: role, reading, where: fits)
  }

  /// The offices in which the table knows somebody at the time of the text.
  private func known(_ person: Int, _ reading: Reading) -> Set<Office> {
    reading.setting.published.map {
      OfficeHolders.offices(ofFullName: reading.people[person].name, in: $0.year)
    } ?? []
  }

  /// Who was told of last before a title, by its gender: within some sentences, and before owners.
  private func last(
    before role: RolePhrase, _ reading: Reading, where fits: (Int) -> Bool
  ) -> Int? {
    guard let place = bosses.sentenceIndex(of: role.tokens.lowerBound) else { return nil }
    let sentences = reading.document.sentences
    let gender: Gender =
      role.determiner == "her" ? .female : role.determiner == "his" ? .male : .unknown
    for earlier in stride(from: place, through: max(0, place - 6), by: -1) {
      let range =
        sentences[earlier].tokens
        .lowerBound..<min(
          sentences[earlier].tokens.upperBound, role.tokens.lowerBound)
      let found = index.mentions(in: range).filter {
        fits($0.person) && reading.people[$0.person].gender.agrees(with: gender)
      }
      if let first = found.first(where: { !$0.isPossessor }) ?? found.first { return first.person }
    }
    return nil
  }

  private static let successions: WordSet = [
    "predecessor", "successor", "predecessors", "successors",
  ]
  /// "his likely successor" has no office yet.
  private static let open: WordSet = [
    "likely", "possible", "potential", "expected", "presumptive", "presumed", "probable", "elected",
    "designated", "chosen",
  ]
  private static let equals: WordSet = [
    "counterpart", "counterparts", "opposite", "homologue", "number", "numbers",
  ]
}
