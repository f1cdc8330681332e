import Diplomacy
import Language

/// Titles of several people in one word.
extension DescriptionStage {
  /// "The French and Algerian presidents": for each country the one who can be meant.
  func describeAll(
    by role: RolePhrase, at position: Int, _ bosses: BossFinder, _ held: inout HeldOffices,
    _ reading: inout Reading
  ) {
    guard let place = bosses.sentenceIndex(of: role.tokens.lowerBound),
      let title = role.titles.first
    else { return }
    // "calls with the leaders of Mexico and Australia" speaks of others.
    let isObject = isObject(role, reading)
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
        let person = knownHolder(of: one, text, office, &held, reading)
          ?? (isObject ? nil : likelyDescribed(by: one, office, in: place, reading))
      else { continue }
      reading.roles[position].isHeld = true
      held.take(office, text, owner, isFormer: role.isFormer)
      reading.people[person].roles.append(
        RoleReport(
          title: text, of: owner, isFormer: role.isFormer,
          evidence: reading.evidence(role.tokens)))
    }
  }

  /// "The two foreign ministers": those named near whom readers know to be such.
  func describeKnown(
    by role: RolePhrase, _ bosses: BossFinder, _ held: inout HeldOffices,
    _ reading: inout Reading
  ) {
    guard let title = role.titles.first, role.bossToken == nil, role.affiliation == nil,
      let place = bosses.sentenceIndex(of: role.tokens.lowerBound)
    else { return }
    let text = RoleAttachmentStage.singular(reading.title(title, of: role))
    let office = Offices.classify(text, of: nil)
    let sentences = reading.document.sentences
    let near =
      sentences[max(0, place - 2)]
      .tokens.lowerBound..<sentences[min(place + 2, sentences.count - 1)].tokens.upperBound
    // "Lavrov had lunch with African foreign ministers": he is none of them.
    let own = sentences[place].tokens.lowerBound..<role.tokens.lowerBound
    let others = isObject(role, reading) ? Set(index.mentions(in: own).map(\.person)) : []
    let named = Set(index.mentions(in: near).map(\.person)).subtracting(others)
    for known in knownHolders(of: role, text, office, &held, reading)
    where named.contains(known.person) {
      held.take(office, text, .country(known.country), isFormer: false)
      reading.people[known.person].roles.append(
        RoleReport(
          title: text, of: .country(known.country), evidence: reading.evidence(role.tokens)))
    }
  }
}
