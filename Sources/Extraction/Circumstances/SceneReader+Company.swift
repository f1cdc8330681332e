import Diplomacy
import Language

// MARK: - Of whom the text around tells

extension SceneReader {
  /// Whether the date stands in a dateline, or was told of somebody who takes part.
  func isTheirs(_ index: Int, _ contact: ContactDraft) -> Bool {
    let start = reading.dates[index].tokens.lowerBound
    if reading.setting.datelineTokens?.contains(start) == true { return belongsToStory(contact) }
    return concerns(contact, around: start) && isOwnSaying(index, contact)
  }

  /// Whether the sentence around `token` tells of somebody who takes part in `contact`, so that its day or place
  /// can be theirs. Of a contact that names nobody, whether it names one of the countries.
  func concerns(_ contact: ContactDraft, around token: Int) -> Bool {
    guard let sentence = reading.sentence(of: token)?.tokens else { return true }
    var people: [Int] = []
    var countries: [CountryCode] = []
    for actor in contact.actors {
      switch actor.identity {
      case .person(let person): people.append(person)
      case .country(let code), .unnamed(_, .country(let code)?): countries.append(code)
      case .unnamed, .group: continue
      }
    }
    if people.isEmpty {
      if countries.isEmpty { return true }
      let entities = reading.entities.starting(in: sentence) { $0.tokens.lowerBound }
      return entities.contains { index in
        switch reading.entities[index].entity {
        case .country(let code), .adjective(let code): countries.contains(code)
        default: false
        }
      }
    }
    if names(people, in: sentence) { return true }
    // "They arrived on Monday": told of them without a name.
    return owners.contacts(inSentenceAt: sentence.lowerBound).contains { other in
      reading.contacts[other].people.contains { people.contains($0) }
    }
  }

  private func names(_ people: [Int], in tokens: Range<Int>) -> Bool {
    let mentions = reading.mentions.starting(in: tokens) { $0.tokens.lowerBound }
    return mentions.contains { people.contains(reading.mentions[$0].person) }
  }

  /// Whether a date of a saying is that of somebody who takes part: "Medvedev said on Monday", but not "the
  /// White House confirmed on Monday". Dates of no saying are everybody's.
  func isOwnSaying(_ index: Int, _ contact: ContactDraft) -> Bool {
    guard let verb = verbOfSaying(index) else { return true }
    let people = contact.people
    guard let sentence = reading.sentence(of: verb)?.tokens, !people.isEmpty else { return true }
    let before = reading.mentions.starting(
      in: max(sentence.lowerBound, verb - 16)..<verb
    ) { $0.tokens.lowerBound }
    let behind = reading.mentions.starting(
      in: verb..<min(sentence.upperBound, verb + 10)
    ) { $0.tokens.lowerBound }
    let date = reading.dates[index].tokens.lowerBound
    if verb < date || behind.isEmpty {
      if before.suffix(2).contains(where: { people.contains(reading.mentions[$0].person) }) {
        return true
      }
    }
    guard let first = behind.first else { return false }
    return people.contains(reading.mentions[first].person)
      && reading.mentions[first].tokens.lowerBound - verb < 8
  }

  /// The verb of saying that a date stands beside: "said on Monday", "on Monday told".
  private func verbOfSaying(_ index: Int) -> Int? {
    let date = reading.dates[index].tokens
    guard let sentence = reading.sentence(of: date.lowerBound)?.tokens else { return nil }
    let regions = dates.regions
    if let verb = regions.verb(of: regions.region(date.lowerBound)) {
      return SpeechWords.verbs.contains(reading.word(verb)) ? verb : nil
    }
    let before = max(sentence.lowerBound, date.lowerBound - 5)..<date.lowerBound
    if let verb = before.last(where: { SpeechWords.verbs.contains(reading.word($0)) }) {
      return verb
    }
    let behind = date.upperBound..<min(sentence.upperBound, date.upperBound + 3)
    return behind.first { SpeechWords.verbs.contains(reading.word($0)) }
  }
}
