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
      guard canDescribe(role), let place = bosses.sentenceIndex(of: role.tokens.lowerBound),
        let title = role.titles.first
      else { continue }
      let text = reading.title(title, of: role)
      let office = Offices.classify(text, of: role.affiliation)
      guard !held.isHeld(office, text, role) else { continue }
      guard
        role.affiliation != nil
          || office == .secretaryGeneral
          || office.map({ DescriptionStage.single.contains($0) }) == true
      else { continue }
      guard let person = described(by: role, in: place, reading) else { continue }
      if let code = code(of: role.affiliation) ?? Offices.country(impliedBy: text),
        NameOrigins(of: reading.people[person].parts).likelihood(in: code) <= -1
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

  private func canDescribe(_ role: RolePhrase) -> Bool {
    !role.isHeld && !role.isPlural && !role.isRelative && !role.isRank && role.bossToken == nil
      && (role.determiner == "the" || role.determiner == nil && role.affiliation != nil)
      && !(role.titles.first?.count == 1 && DescriptionStage.vague.contains(role.head))
      && !DescriptionStage.vagueAlways.contains(role.head)
  }

  private func described(by role: RolePhrase, in place: Int, _ reading: Reading) -> Int? {
    let sentences = reading.document.sentences
    let start =
      place > 0 ? sentences[place - 1].tokens.lowerBound : sentences[place].tokens.lowerBound
    var open: [Int] = []
    var sure: [Int] = []
    for mention in index.mentions(in: start..<role.tokens.lowerBound) {
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
        NameOrigins(of: reading.people[$0].parts).likelihood(in: code) > 0
      }
      let unlikely = open.filter {
        NameOrigins(of: reading.people[$0].parts).likelihood(in: code) <= -1
      }
      if likely.count == 1, unlikely.count == open.count - 1 { return likely[0] }
    }
    return sure.isEmpty && open.count == 1 ? open[0] : nil
  }

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
  private static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .secretaryGeneral, .foreignMinister,
  ]
}
