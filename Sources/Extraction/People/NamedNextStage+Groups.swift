import Diplomacy
import Language

/// Several offices told in the plural, whose holders the next sentence names.
extension NamedNextStage {
  /// "The leaders of Germany, France, Russia and Ukraine met. Angela Merkel, Francois Hollande, …": to each
  /// country goes the name that is likeliest there. Nothing is given where there are not as many names, or
  /// one is at home in none of the countries.
  func nameAll(
    of position: Int, behind place: Int, _ held: inout HeldOffices, _ reading: inout Reading
  ) {
    let role = reading.roles[position]
    let sentences = reading.document.sentences
    guard let title = role.titles.first, (2...8).contains(role.listed.count),
      sentences.indices.contains(place + 1)
    else { return }
    let told = reading.evidence(role.tokens).range
    var people = newcomers(role.listed.count, in: sentences[place + 1].tokens, told, reading)
    // "Tadic apologised. Josipovic welcomed the gesture."
    if !people.isEmpty, people.count < role.listed.count, sentences.indices.contains(place + 2) {
      people += newcomers(
        role.listed.count - people.count, in: sentences[place + 2].tokens, told, reading)
    }
    guard people.count == role.listed.count,
      let homes = homes(of: people, among: role.listed, reading)
    else { return }
    let text = RoleAttachmentStage.singular(reading.title(title, of: role))
    reading.roles[position].isHeld = true
    for (person, owner) in zip(people, homes)
    where reading.people[person].roles.allSatisfy({ $0.evidence.range != told }) {
      held.take(Offices.classify(text, of: owner), text, owner, isFormer: false)
      reading.people[person].roles.append(
        RoleReport(title: text, of: owner, evidence: reading.evidence(role.tokens)))
    }
  }

  /// Those of whom no other office is told than the one in the words `told`, the first `count` whom the text names first in a
  /// sentence that one of them begins.
  private func newcomers(
    _ count: Int, in sentence: Range<Int>, _ told: TextRange, _ reading: Reading
  ) -> [Int] {
    var people: [Int] = []
    var end = sentence.lowerBound
    for mention in index.mentions(in: sentence) where !people.contains(mention.person) {
      guard isFirst(mention),
        reading.people[mention.person].roles.allSatisfy({
          $0.evidence.range == told || $0.office == nil
        })
      else { continue }
      if people.isEmpty, mention.tokens.lowerBound > sentence.lowerBound + 3 { return [] }
      // "Maas, Le Drian and Johnson told Zarif": he is none of them.
      if people.count == count,
        (end..<mention.tokens.lowerBound).contains(where: { ClauseWords.isFinite(reading.word($0)) }
        )
      {
        break
      }
      people.append(mention.person)
      end = mention.tokens.upperBound
    }
    return people
  }

  /// For each of `people` the one of `owners` that is theirs.
  private func homes(
    of people: [Int], among owners: [Affiliation], _ reading: Reading
  ) -> [Affiliation]? {
    var choices: [(score: Double, person: Int, owner: Int)] = []
    for (place, person) in people.enumerated() {
      let draft = reading.people[person]
      let origins = NameOrigins(ofName: draft.name)
      for (number, owner) in owners.enumerated() {
        guard let code = code(of: owner) else { return nil }
        if let country = draft.country?.value {
          if country == code { choices.append((100, place, number)) }
          continue
        }
        // Where names tell nothing, the order does.
        let score = origins.likelihood(in: code) + (place == number ? 0.01 : 0)
        if score > -1 { choices.append((score, place, number)) }
      }
    }
    choices.sort { x, y in
      x.score != y.score ? x.score > y.score : (x.person, x.owner) < (y.person, y.owner)
    }
    var found = [Affiliation?](repeating: nil, count: people.count)
    var taken: Set<Int> = []
    for choice in choices where found[choice.person] == nil && !taken.contains(choice.owner) {
      found[choice.person] = owners[choice.owner]
      taken.insert(choice.owner)
    }
    let told = found.compactMap { $0 }
    return told.count == people.count ? told : nil
  }
}
