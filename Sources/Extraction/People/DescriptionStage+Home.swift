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

  /// Whether a person may be the one whom a title without a name speaks of: they hold no office, or
  /// are only told of as its country's leader, and did not leave this very office.
  func isFree(_ person: PersonDraft, for office: Office?, _ role: RolePhrase) -> Bool {
    person.roles.allSatisfy { held in
      guard held.isFormer else {
        return office.map { DescriptionStage.single.contains($0) } == true
          && held.of == role.affiliation
          && DescriptionStage.leading.contains(held.title.lowercased())
      }
      guard let office, !role.isFormer else { return true }
      return (held.office ?? Offices.classify(held.title, of: held.of)) != office
    }
  }

  private static let leading: WordSet = ["leader", "strongman", "ruler", "supreme leader"]

  /// "… President.": whom the text names most by far, where it tells no office of theirs and names
  /// nobody else who could hold it.
  func mostNamed(
    _ role: RolePhrase, _ office: Office?, in place: Int, _ reading: Reading
  ) -> Int? {
    guard let office, role.determiner == "the", !role.isFormer,
      office == .headOfState || office == .headOfGovernment
    else { return nil }
    var counts: [Int: Int] = [:]
    for mention in reading.mentions where mention.form != .pronoun {
      let person = reading.people[mention.person]
      guard person.roles.isEmpty, person.country == nil, isPlainName(person.name) else { continue }
      counts[mention.person, default: 0] += 1
    }
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, best.value >= 3,
      best.value >= 4 * (ranked.dropFirst().first?.value ?? 0)
    else { return nil }
    if let code = code(of: role.affiliation),
      NameOrigins(ofName: reading.people[best.key].name).likelihood(in: code) <= 0
    {
      return nil
    }
    let own = reading.document.sentences[place].tokens
    let isNear = index.mentions(in: own.lowerBound..<role.tokens.lowerBound)
      .contains { $0.person == best.key }
    let isNamedBefore = index.mentions(in: 0..<own.lowerBound).contains { $0.person == best.key }
    return isNear || !isNamedBefore ? nil : best.key
  }

  /// A full name, or a family name that newspapers print alone.
  private func isPlainName(_ name: String) -> Bool {
    name.contains(" ") || WordLists.shared.traits(of: name.lowercased()).contains(.familyName)
  }
}
