import Diplomacy
import Language

/// Gives people the titles that the text later speaks of them by: "… closeted with Saddam Hussein.
/// The Iraqi president kept his guest for three hours."
///
/// Only a person of whom no office and no other country is told, named in the same sentence or the
/// one before, and the only such person, is taken.
struct DescriptionStage {
  let index: MentionIndex

  func run(_ reading: inout Reading) {
    let bosses = BossFinder(reading: reading, index: index)
    var held = HeldOffices(reading.people)
    for position in reading.roles.indices {
      let role = reading.roles[position]
      if role.isPlural, !role.isHeld, role.listed.count > 1 {
        describeAll(by: role, at: position, bosses, &held, &reading)
        continue
      }
      if nameTopDiplomat(role, at: position, &reading) { continue }
      guard canDescribe(role, reading),
        let place = bosses.sentenceIndex(of: role.tokens.lowerBound),
        let title = role.titles.first
      else { continue }
      let text = reading.title(title, of: role)
      let office = Offices.classify(text, of: role.affiliation)
      let homeLeader = homeLeader(of: role, office, in: place, reading)
      guard homeLeader != nil || !held.isHeld(office, text, role) else { continue }
      guard
        role.affiliation != nil
          || office == .secretaryGeneral
          || office.map({ DescriptionStage.single.contains($0) }) == true
      else { continue }
      let isLeader = TitleReader.leaders.contains(role.head) && title.count == 1
      if isLeader, let affiliation = role.affiliation, held.hasLeader(of: affiliation) { continue }
      guard
        let person = homeLeader ?? described(by: role, in: place, reading)
          ?? (isLeader || office.map { DescriptionStage.single.contains($0) } == true
            ? likelyDescribed(by: role, in: place, reading) : nil)
      else { continue }
      if let code = code(of: role.affiliation) ?? Offices.country(impliedBy: text),
        NameOrigins(ofName: reading.people[person].name).likelihood(in: code) <= -1
      {
        continue
      }
      reading.roles[position].isHeld = true
      held.take(office, text, role.affiliation, isFormer: role.isFormer)
      for title in role.titles {
        reading.people[person].roles.append(
          RoleReport(
            title: reading.title(title, of: role), of: role.affiliation, isFormer: role.isFormer,
            evidence: reading.evidence(role.tokens)))
      }
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

  /// "The French and Algerian presidents": for each country the one who can be meant.
  private func describeAll(
    by role: RolePhrase, at position: Int, _ bosses: BossFinder, _ held: inout HeldOffices,
    _ reading: inout Reading
  ) {
    // "calls with the leaders of Mexico and Australia" speaks of others.
    guard !isObject(role, reading), let place = bosses.sentenceIndex(of: role.tokens.lowerBound),
      let title = role.titles.first
    else { return }
    let text = RoleAttachmentStage.singular(reading.title(title, of: role))
    // A headline's "PMs" is told in full below it.
    guard text.utf8.count > 3 else { return }
    let isLeader = TitleReader.leaders.contains(text)
    for owner in role.listed {
      var one = role
      one.affiliation = owner
      let office = Offices.classify(text, of: owner)
      guard isLeader || office.map({ DescriptionStage.single.contains($0) }) == true,
        !held.isHeld(office, text, one), !isLeader || !held.hasLeader(of: owner),
        let person = likelyDescribed(by: one, in: place, reading)
      else { continue }
      reading.roles[position].isHeld = true
      held.take(office, text, owner, isFormer: role.isFormer)
      reading.people[person].roles.append(
        RoleReport(
          title: text, of: owner, isFormer: role.isFormer,
          evidence: reading.evidence(role.tokens)))
    }
  }

  private func canDescribe(_ role: RolePhrase, _ reading: Reading) -> Bool {
    !role.isHeld && !role.isPlural && !role.isRelative && !role.isRank && role.bossToken == nil
      && (role.determiner == "the" || role.determiner == nil && role.affiliation != nil)
      // "the late president's son" speaks of somebody else.
      && !(role.isFormer && role.tokens.contains { reading.word($0) == "late" })
      && !(role.titles.first?.count == 1 && DescriptionStage.vague.contains(role.head))
      && !DescriptionStage.vagueAlways.contains(role.head)
  }

  private func described(by role: RolePhrase, in place: Int, _ reading: Reading) -> Int? {
    let sentences = reading.document.sentences
    let start =
      place > 0 ? sentences[place - 1].tokens.lowerBound : sentences[place].tokens.lowerBound
    var open: [Int] = []
    var sure: [Int] = []
    let isSubject = isSubject(role, reading)
    if !isSubject, isObject(role, reading) { return nil }
    for mention in index.mentions(in: start..<role.tokens.lowerBound) {
      // "Sessions met the Russian ambassador" speaks of two.
      if !isSubject, mention.tokens.lowerBound >= sentences[place].tokens.lowerBound { continue }
      let person = reading.people[mention.person]
      guard !mention.isPossessor || person.roles.isEmpty else { continue }
      guard person.roles.allSatisfy({ $0.isFormer }) else { continue }
      if let country = person.country {
        if country.value == code(of: role.affiliation), role.affiliation != nil,
          !sure.contains(mention.person)
        {
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
    return sure.isEmpty && open.count == 1 ? open[0] : nil
  }

  /// Whether a verb follows that the title's holder does.
  private func isSubject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let next = role.tokens.upperBound
    guard reading.tokens.indices.contains(next) else { return false }
    return ClauseWords.isFinite(reading.word(next))
      || SpeechWords.verbs.contains(reading.word(next))
      || reading.wordTraits[next].contains(.personVerb) || reading.tokens[next].isPossessive
      || ["also", "who", "himself", "herself", "then", "later"].contains(reading.word(next))
  }

  /// Whether a word before the title makes its holder the one who is met, told or visited.
  private func isObject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let before = role.tokens.lowerBound - 1
    // "the half-brother of North Korea's leader"
    if reading.word(before) == "of", before > 0, reading.wordTraits[before - 1].contains(.kin) {
      return true
    }
    return ["with", "met", "meet", "meets", "meeting", "visited", "told", "and", "between", "by"]
      .contains(
        reading.word(role.tokens.lowerBound - 1))
  }

  /// "Emmanuel Macron said no. … The French president added …": of those named some sentences away,
  /// the only one whose name is at home in the country, and of whom nothing else is told.
  private func likelyDescribed(by role: RolePhrase, in place: Int, _ reading: Reading) -> Int? {
    guard
      let code = code(of: role.affiliation)
        ?? role.titles.first.flatMap({
          Offices.country(impliedBy: reading.title($0, of: role))
        })
    else { return nil }
    let sentences = reading.document.sentences
    let start = sentences[max(0, place - DescriptionStage.reach)].tokens.lowerBound
    let end = sentences[min(place + 2, sentences.count - 1)].tokens.upperBound
    var fits: [Int] = []
    let own = isSubject(role, reading) ? 0..<0 : sentences[place].tokens
    for mention in index.mentions(in: start..<end)
    where !fits.contains(mention.person) && !own.contains(mention.tokens.lowerBound) {
      let person = reading.people[mention.person]
      guard person.roles.allSatisfy(\.isFormer), person.country.map({ $0.value == code }) ?? true,
        person.country != nil || NameOrigins(ofName: person.name).likelihood(in: code) > 0
      else { continue }
      fits.append(mention.person)
    }
    return fits.count == 1 ? fits[0] : nil
  }

  private static let reach = 6

  private static let vagueAlways: WordSet = [
    "official", "officials", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide",
    "member", "representative", "candidate", "lawmaker", "delegate", "assistant",
  ]
  private static let vague: WordSet = [
    "official", "officials", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide",
    "ambassador", "envoy", "minister", "member", "representative", "chief", "head", "candidate",
    "lawmaker", "senator", "secretary", "governor", "mayor", "judge", "commander", "negotiator",
    "mediator", "delegate", "leader-designate", "adviser", "advisor", "assistant", "director",
  ]
  static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .secretaryGeneral, .foreignMinister,
  ]
}
