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
    let mentions = index.mentions(in: before)
    guard let subject = mentions.first, !subject.isPossessor,
      subject.tokens.lowerBound <= before.lowerBound + 1
    else { return nil }
    let person = reading.people[subject.person]
    guard person.roles.allSatisfy(\.isFormer), person.country == nil,
      named(subject.person, reading) >= 3
    else { return nil }
    let isTaken = reading.people.indices.contains { other in
      // "Obama has accepted. The president": not the Russian one, of whom the sentence before says nothing.
      reading.people[other].roles.contains {
        !$0.isFormer && $0.office == office
          && ($0.of == nil || mentions.contains { $0.person == other })
      }
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
    _ role: RolePhrase, _ office: Office?, in place: Int, _ text: inout WholeText,
    _ reading: Reading
  ) -> Int? {
    guard let office, role.determiner == "the", !role.isFormer,
      office == .headOfState || office == .headOfGovernment
    else { return nil }
    let ranked = people(of: &text, reading).lazy.filter { reading.people[$0.person].roles.isEmpty }
      .prefix(2)
    guard let best = ranked.first, best.count >= 3,
      best.count >= 4 * (ranked.dropFirst().first?.count ?? 0)
    else { return nil }
    if let code = code(of: role.affiliation),
      NameOrigins(ofName: reading.people[best.person].name).likelihood(in: code) <= 0
    {
      return nil
    }
    let own = reading.document.sentences[place].tokens
    let isNear = index.mentions(in: own.lowerBound..<role.tokens.lowerBound)
      .contains { $0.person == best.person }
    return isNear || best.first >= own.lowerBound ? nil : best.person
  }

  /// "Trump cut short the call with the Prime Minister … the President berated Turnbull": of those named often whose office
  /// the text never tells, the one who is named beside the title in no sentence that has it.
  func apart(
    _ role: RolePhrase, _ office: Office?, _ text: inout WholeText, _ bosses: BossFinder,
    _ reading: Reading
  ) -> Int? {
    guard let office, role.determiner == "the", !role.isFormer, role.affiliation == nil,
      office == .headOfState || office == .headOfGovernment
    else { return nil }
    let left = text.left[office] ?? left(for: office, &text, bosses, reading)
    text.left[office] = left
    return left.flatMap { $0.first < role.tokens.lowerBound ? $0.person : nil }
  }

  /// The one of those named often who is left to hold an office, whatever place it is told at.
  private func left(
    for office: Office, _ text: inout WholeText, _ bosses: BossFinder, _ reading: Reading
  ) -> Named? {
    let likely = people(of: &text, reading).prefix { $0.count >= 4 }.filter {
      reading.people[$0.person].roles.isEmpty
    }.prefix(6)
    guard !likely.isEmpty else { return nil }
    let holders = Set(
      reading.people.indices.filter { person in
        reading.people[person].roles.contains {
          !$0.isFormer && ($0.office ?? Offices.classify($0.title, of: $0.of)) == office
        }
      })
    var beside: Set<Int> = []
    var times = 0
    for other in reading.roles where !other.isHeld && other.determiner == "the" {
      guard other.affiliation == nil, !other.isPlural, !other.isFormer, other.bossToken == nil,
        let title = other.titles.first,
        Offices.classify(reading.title(title, of: other), of: nil) == office,
        let place = bosses.sentenceIndex(of: other.tokens.lowerBound)
      else { continue }
      times += 1
      let sentences = reading.document.sentences
      beside.formUnion(index.mentions(in: sentences[place].tokens).map(\.person))
      let near = sentences[max(0, place - 2)].tokens.lowerBound..<sentences[place].tokens.lowerBound
      // "President Ramaphosa … the president": he whom the words before tell of.
      if index.mentions(in: near).contains(where: { holders.contains($0.person) }) { return nil }
    }
    let left = likely.filter { !beside.contains($0.person) }
    return times > 1 && left.count == 1 ? left[0] : nil
  }

  /// How often, and from which token on, the text speaks of somebody whose country it does not tell.
  struct Named {
    var person: Int
    var count = 0
    var first = Int.max
  }

  /// What is asked of the whole text, once for all its titles.
  struct WholeText {
    var people: [Named]?
    /// For each office asked for who is left to hold it, or that nobody is.
    var left: [Office: Named?] = [:]
  }

  private func people(of text: inout WholeText, _ reading: Reading) -> [Named] {
    let people = text.people ?? peopleByMentions(reading)
    text.people = people
    return people
  }

  /// Those whom the text names, the most often named first.
  private func peopleByMentions(_ reading: Reading) -> [Named] {
    var people = reading.people.indices.map { Named(person: $0) }
    for mention in reading.mentions {
      if mention.form != .pronoun { people[mention.person].count += 1 }
      people[mention.person].first = min(people[mention.person].first, mention.tokens.lowerBound)
    }
    return people.filter {
      let person = reading.people[$0.person]
      return $0.count > 0 && person.country == nil && isPlainName(person.name)
    }.sorted { ($0.count, $1.person) > ($1.count, $0.person) }
  }

  /// A full name, or a family name that newspapers print alone.
  private func isPlainName(_ name: String) -> Bool {
    name.contains(" ") || WordLists.shared.traits(of: name.lowercased()).contains(.familyName)
  }

  /// Whether the name of `person` is at home in the country of a title, and that of nobody who holds such an
  /// office of no country told.
  func isOther(
    _ person: Int, than office: Office?, _ role: RolePhrase, _ reading: Reading
  ) -> Bool {
    guard let code = code(of: role.affiliation) else { return false }
    return reading.people[person].roles.isEmpty
      && (reading.people[person].country?.value == code
        || NameOrigins(ofName: reading.people[person].name).likelihood(in: code) > 0)
      && reading.people.allSatisfy { other in
        !other.roles.contains { held in
          held.of == nil && (held.office ?? Offices.classify(held.title, of: nil)) == office
        } || NameOrigins(ofName: other.name).likelihood(in: code) <= 0
      }
  }
}
