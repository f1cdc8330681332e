import Diplomacy
import Language

/// Finds the country of people of whom no role and no origin tells it: of the countries that the
/// text names, the one that the sentences about the person speak of and where such names are
/// common; for one of a family, the family's.
struct LikelyHomes {
  func run(_ reading: inout Reading) {
    let countries = CountryMentions(reading)
    let mentions = PersonSentences(reading)
    let families = families(reading)
    for index in reading.people.indices {
      let person = reading.people[index]
      guard person.country == nil, !isForeign(person) else { continue }
      var scores: [CountryCode: Double] = [:]
      for (code, total) in countries.totals where Countries[code]?.kind != .body {
        scores[code] = min(total, 6) * 0.3
      }
      for sentence in mentions.sentences(of: index).prefix(6) {
        for mention in countries.mentions(in: sentence.tokens.prefix(Surroundings.reach))
        where scores[mention.code] != nil && !mention.isInTitle {
          scores[mention.code, default: 0] += mention.weight
        }
      }
      if let family = families[person.parts.last ?? ""], person.parts.count > 1 {
        scores[family, default: 0] += 4
      }
      let origins = NameOrigins(of: person.parts)
      for code in scores.keys {
        scores[code, default: 0] += 6.5 * origins.likelihood(in: code)
      }
      let ranked = scores.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      guard let best = ranked.first, best.value >= 0.75 else { continue }
      guard let told = mention(of: best.key, mentions.sentences(of: index), countries, reading)
      else { continue }
      reading.people[index].likelyCountry = Attested(best.key, told)
    }
  }

  /// Whether all that is told of a person is an office of a body without a country.
  private func isForeign(_ person: PersonDraft) -> Bool {
    person.roles.contains {
      guard case .organization(let name)? = $0.of else { return false }
      return Organizations.lookup(name)?.kind == .intergovernmental
    }
  }

  /// The country of the people who bear a family name, where all have the same.
  private func families(_ reading: Reading) -> [String: CountryCode] {
    var homes: [String: CountryCode] = [:]
    var mixed: Set<String> = []
    for person in reading.people {
      guard let name = person.parts.last, let home = person.country?.value else { continue }
      if let other = homes[name], other != home { mixed.insert(name) }
      homes[name] = home
    }
    return homes.filter { !mixed.contains($0.key) }
  }

  /// Where the country is named: beside the person, or for the first time in the text.
  private func mention(
    of code: CountryCode, _ sentences: [PersonSentences.Sentence], _ countries: CountryMentions,
    _ reading: Reading
  ) -> Evidence? {
    for sentence in sentences {
      if let found = countries.mentions(in: sentence.tokens).first(where: { $0.code == code }) {
        return evidence(found, reading)
      }
    }
    return countries.firstMention(of: code).map { evidence($0, reading) }
  }

  private func evidence(_ mention: CountryMentions.Mention, _ reading: Reading) -> Evidence {
    let tokens = reading.entity(startingAt: mention.token)?.tokens
    return reading.evidence(tokens ?? mention.token..<mention.token + 1)
  }
}
