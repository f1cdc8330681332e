import Diplomacy
import Language

/// Gives people the titles that the text later speaks of them by: "… closeted with Saddam Hussein.
/// The Iraqi president kept his guest for three hours."
///
/// Only a person of whom no office and no other country is told, named in the same sentence or the
/// one before, and the only such person, is taken.
struct DescriptionStage {
  let index: MentionIndex

  /// What to read: the titles that the words around give to somebody, or those that only the whole
  /// text, and the origin of a name, can give.
  enum Reach {
    case near, wholeText
  }

  func run(_ reading: inout Reading, _ reach: Reach) {
    let bosses = BossFinder(reading: reading, index: index)
    var held = HeldOffices(reading.people)
    var text = WholeText()
    for position in reading.roles.indices where !reading.roles[position].isHeld {
      let role = reading.roles[position]
      if reach == .near {
        if role.isPlural, role.listed.count > 1 {
          describeAll(by: role, at: position, bosses, &held, &reading)
          continue
        }
        if role.isPlural {
          describeKnown(by: role, bosses, &held, &reading)
          continue
        }
        if nameTopDiplomat(role, at: position, &reading) { continue }
      }
      guard canDescribe(role, reading), !isEnvoy(role) || reach == .wholeText,
        let place = bosses.sentenceIndex(of: role.tokens.lowerBound)
      else { continue }
      describe(by: role, at: position, in: place, reach, &held, &text, bosses, &reading)
    }
  }

  private func describe(
    by role: RolePhrase, at position: Int, in place: Int, _ reach: Reach,
    _ held: inout HeldOffices, _ wholeText: inout WholeText, _ bosses: BossFinder,
    _ reading: inout Reading
  ) {
    guard let title = role.titles.first else { return }
    let text = reading.title(title, of: role)
    let office = Offices.classify(text, of: role.affiliation)
    if reach == .near, let person = knownHolder(of: role, text, office, &held, reading) {
      give(role, at: position, to: person, office, text, &held, &reading)
      return
    }
    let isSingle = office.map { DescriptionStage.single.contains($0) } == true
    let homeLeader = reach == .near ? homeLeader(of: role, office, in: place, reading) : nil
    var told = role
    if told.affiliation == nil {
      // "the Secretary of State" is nobody's but America's.
      told.affiliation = Offices.country(impliedBy: text).map { .country($0) }
    }
    let isHeld = held.isHeld(office, text, told)
    // "President Ramaphosa … the US president": who holds the office of no country told is another.
    let isOpen =
      isHeld && reach == .near && isSingle && role.affiliation != nil
      && !held.isHeldAsTold(office, text, told)
    let apart =
      reach == .wholeText && isSingle ? apart(role, office, &wholeText, bosses, reading) : nil
    guard homeLeader != nil || apart != nil || !isHeld || isOpen,
      role.affiliation != nil || office == .secretaryGeneral || isSingle
    else { return }
    let isLeader = TitleReader.leaders.contains(role.head) && title.count == 1
    if isLeader, let affiliation = role.affiliation, held.hasLeader(of: affiliation) { return }
    let found: Int?
    switch reach {
    case .near:
      let near = described(by: role, office, in: place, reading)
      // "Orbán … Macron had him over … the Hungarian prime minister": somebody near, unless one somewhat
      // further is told to be of the country.
      let likely =
        (isLeader || isSingle) && near.map({ reading.people[$0].country == nil }) ?? true
        ? likelyDescribed(by: role, office, in: place, reading) : nil
      let isTold = likely.map { reading.people[$0].country != nil } ?? false
      found = homeLeader ?? (isTold ? likely : near ?? likely)
    case .wholeText:
      found =
        isEnvoy(role)
        ? likelyDescribed(by: role, office, in: place, reading)
        : apart ?? mostNamed(role, office, in: place, &wholeText, reading)
    }
    guard let person = found, !isOpen || isOther(person, than: office, told, reading) else {
      return
    }
    if let code = code(of: told.affiliation),
      NameOrigins(ofName: reading.people[person].name).likelihood(in: code) <= -1
    {
      return
    }
    give(role, at: position, to: person, office, text, &held, &reading)
  }

  private func give(
    _ role: RolePhrase, at position: Int, to person: Int, _ office: Office?, _ text: String,
    _ held: inout HeldOffices, _ reading: inout Reading
  ) {
    reading.roles[position].isHeld = true
    held.take(office, text, role.affiliation, isFormer: role.isFormer)
    for title in role.titles {
      reading.people[person].roles.append(
        RoleReport(
          title: reading.title(title, of: role), of: role.affiliation, isFormer: role.isFormer,
          evidence: reading.evidence(role.tokens)))
    }
  }

  /// "Japan's top diplomat": what newspapers call the country's foreign minister.
  private func nameTopDiplomat(
    _ role: RolePhrase, at position: Int, _ reading: inout Reading
  ) -> Bool {
    guard role.head == "diplomat", !role.isHeld, role.bossToken == nil,
      let title = role.titles.first,
      let owner = role.affiliation, case .country = owner, title.count == 2,
      ["top", "chief"].contains(reading.word(title.lowerBound))
    else { return false }
    let holders = reading.people.indices.filter { person in
      reading.people[person].roles.contains {
        !$0.isFormer && $0.of == owner
          && Offices.classify($0.title, of: $0.of) == .foreignMinister
      }
    }
    guard holders.count == 1 else { return false }
    reading.roles[position].isHeld = true
    reading.people[holders[0]].roles.append(
      RoleReport(
        title: reading.title(title, of: role), of: owner, evidence: reading.evidence(role.tokens)))
    return true
  }

  private func described(
    by role: RolePhrase, _ office: Office?, in place: Int, _ reading: Reading
  ) -> Int? {
    let sentences = reading.document.sentences
    let start =
      place > 0 ? sentences[place - 1].tokens.lowerBound : sentences[place].tokens.lowerBound
    var open: [Int] = []
    var sure: [Int] = []
    var isOpen = false
    let isSubject = isSubject(role, reading)
    if !isSubject, isObject(role, reading) { return nil }
    for mention in index.mentions(in: start..<role.tokens.lowerBound) {
      // "Sessions met the Russian ambassador" speaks of two.
      if !isSubject, mention.tokens.lowerBound >= sentences[place].tokens.lowerBound { continue }
      let person = reading.people[mention.person]
      guard !mention.isPossessor || person.roles.isEmpty else { continue }
      guard isFree(person, for: office, role), !isKnownOther(person, office, role, reading)
      else { continue }
      if let country = person.country, !person.namesGovernment || role.affiliation != nil {
        if role.affiliation == nil {
          // "Canada's Trudeau" can be the prime minister as well.
          isOpen = true
        } else if country.value == code(of: role.affiliation), !sure.contains(mention.person) {
          sure.append(mention.person)
        }
      } else if !open.contains(mention.person) {
        open.append(mention.person)
      }
    }
    if sure.count == 1 { return sure[0] }
    if sure.isEmpty, open.count > 1, let code = code(of: role.affiliation) {
      let likely = open.filter {
        NameOrigins(ofName: reading.people[$0].name).likelihood(in: code) > 0
      }
      let unlikely = open.filter {
        NameOrigins(ofName: reading.people[$0].name).likelihood(in: code) <= -1
      }
      if likely.count == 1, unlikely.count == open.count - 1 { return likely[0] }
    }
    return sure.isEmpty && open.count == 1 && !isOpen ? open[0] : nil
  }

  /// "Emmanuel Macron said no. … The French president added …": of those named some sentences away,
  /// the only one whose name is at home in the country, and of whom nothing else is told.
  func likelyDescribed(
    by role: RolePhrase, _ office: Office?, in place: Int, _ reading: Reading
  ) -> Int? {
    guard
      let code = code(of: role.affiliation)
        ?? role.titles.first.flatMap({
          Offices.country(impliedBy: reading.title($0, of: role))
        })
    else { return nil }
    let sentences = reading.document.sentences
    let isEnvoy = isEnvoy(role)
    let start = isEnvoy ? 0 : sentences[max(0, place - DescriptionStage.reach)].tokens.lowerBound
    let end =
      isEnvoy
      ? reading.tokens.count : sentences[min(place + 2, sentences.count - 1)].tokens.upperBound
    var fits: [Int] = []
    let own = isSubject(role, reading) ? 0..<0 : sentences[place].tokens
    // "He has welcomed the prime minister": not himself.
    let subject =
      role.tokens.lowerBound - own.lowerBound <= 4 ? pronoun(opening: own, reading) : nil
    for mention in index.mentions(in: start..<end)
    where !fits.contains(mention.person) && mention.person != subject
      && !own.contains(mention.tokens.lowerBound)
      // "Morocco's king spoke to Aziz Akhannouch"
      && !(role.tokens.upperBound..<sentences[place].tokens.upperBound).contains(
        mention.tokens.lowerBound)
    {
      let person = reading.people[mention.person]
      guard isEnvoy ? person.roles.isEmpty : isFree(person, for: office, role),
        !isKnownOther(person, office, role, reading),
        person.country.map({ $0.value == code }) ?? true,
        person.country != nil || NameOrigins(ofName: person.name).likelihood(in: code) > 0
      else { continue }
      fits.append(mention.person)
    }
    // "Hungary's Viktor Orbán … the Hungarian prime minister": of whom the country is told, before who only
    // has such a name.
    let sure = fits.filter { reading.people[$0].country != nil }
    if !isEnvoy, fits.count > 1, sure.count == 1 { return sure[0] }
    // "Zelenskiy … Putin … the Ukrainian leader": whose name is more at home there than any other's named before.
    if !isEnvoy, fits.count > 1, sure.isEmpty {
      let before = index.mentions(in: start..<role.tokens.lowerBound).map(\.person)
      let ranked = fits.filter(before.contains).map {
        ($0, NameOrigins(ofName: reading.people[$0].name).likelihood(in: code))
      }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      if let best = ranked.first, best.1 - (ranked.dropFirst().first?.1 ?? 0) >= 0.1 {
        return best.0
      }
    }
    guard fits.count == 1, !isEnvoy || isNewcomer(fits[0], place, reading) else { return nil }
    return fits[0]
  }

  private static let reach = 6
}
