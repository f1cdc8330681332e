import Diplomacy
import Language

/// Leaders whom a newspaper of their own country gives no country.
extension DescriptionStage {
  /// "Cameron has said … The prime minister was speaking after …": whom the sentence before began
  /// with, where the others who hold such an office are named only later.
  func homeLeader(
    of role: RolePhrase, _ office: Office?, in place: Int, _ reading: Reading
  ) -> Int? {
    guard let office, role.affiliation == nil, role.determiner == "the", !role.isFormer,
      DescriptionStage.single.contains(office), place > 0,
      index.mentions(
        in: reading.document.sentences[place].tokens.lowerBound..<role.tokens.lowerBound
      )
      .isEmpty
    else { return nil }
    let before = reading.document.sentences[place - 1].tokens
    guard let subject = index.mentions(in: before).first, !subject.isPossessor,
      subject.tokens.lowerBound <= before.lowerBound + 1
    else { return nil }
    let person = reading.people[subject.person]
    guard person.roles.allSatisfy(\.isFormer), person.country == nil,
      named(subject.person, reading) >= 3
    else { return nil }
    let isTaken = reading.people.indices.contains { other in
      reading.people[other].roles.contains { !$0.isFormer && $0.office == office }
        && (reading.mentions.first { $0.person == other && $0.form != .pronoun }
          .map { $0.tokens.lowerBound < role.tokens.lowerBound } ?? false)
    }
    return isTaken ? nil : subject.person
  }

  /// How often the text names a person.
  private func named(_ person: Int, _ reading: Reading) -> Int {
    reading.mentions.reduce(0) { $0 + ($1.person == person ? 1 : 0) }
  }
}
