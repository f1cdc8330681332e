import Diplomacy
import Language

/// Nationalities, ages and other words that stand for somebody.
extension TitleReader {
  /// Words for whoever has an office, however that is called.
  static let classes = [["head", "of", "state"], ["head", "of", "government"], ["premier"]]

  /// "his host", "her guest", "his Turkish counterpart": the other of the two last told of together.
  func counterpart(_ role: RolePhrase, _ discourse: Discourse) -> PersonMention? {
    guard !role.isHeld, !role.isPlural, !["predecessor", "successor"].contains(role.head),
      role.determiner == "his" || role.determiner == "her"
        || role.affiliation != nil
    else { return nil }
    guard let owner = discourse.subject ?? discourse.topic else { return nil }
    if let affiliation = role.affiliation {
      let offices = reading.people[owner].roles.filter { !$0.isFormer }.compactMap(\.office)
      let country = code(of: affiliation).flatMap { peopleOfCountry[$0] } ?? []
      guard country.count <= 200 else { return nil }
      let fits = country.filter { person in
        person != owner
          && reading.people[person].roles.contains { held in
            guard !held.isFormer, let office = held.office, let of = held.of else { return false }
            return offices.contains(office) && (of == affiliation || sameCountry(of, affiliation))
          }
      }
      guard fits.count == 1 else { return nil }
      return PersonMention(person: fits[0], tokens: role.tokens, form: .role)
    }
    guard role.tokens.count == 2, discourse.joined.count == 2, discourse.joinedAge <= 3,
      discourse.joined.contains(owner), let other = discourse.joined.first(where: { $0 != owner })
    else {
      return equal(of: owner, before: role.tokens.lowerBound).map {
        PersonMention(person: $0, tokens: role.tokens, form: .role)
      }
    }
    return PersonMention(person: other, tokens: role.tokens, form: .role)
  }

  /// Offices whose holder has a counterpart in another country.
  private static let paired = DescriptionStage.single.union([.deputyHeadOfState, .defenceMinister])

  /// "Vice President Duterte received her counterpart": the one other who was told of before with such an office.
  private func equal(of owner: Int, before token: Int) -> Int? {
    let offices = reading.people[owner].roles.filter { !$0.isFormer }.compactMap(\.office)
      .filter(TitleReader.paired.contains)
    let home = reading.people[owner].country?.value
    guard !offices.isEmpty, home != nil, reading.people.count <= 500 else { return nil }
    let fits = reading.people.indices.filter { person in
      person != owner && firstNamed[person] < token && reading.people[person].country != nil
        && reading.people[person].country?.value != home
        && reading.people[person].roles.contains { held in
          !held.isFormer && held.office.map(offices.contains) ?? false
        }
    }
    return fits.count == 1 ? fits[0] : nil
  }

  /// "the Russian", with nothing behind it that a nationality could stand before.
  func nationality(at index: Int, _ discourse: Discourse) -> PersonMention? {
    guard let entity = reading.entity(startingAt: index + 1),
      case .adjective(let code) = entity.entity,
      entity.tokens.count == 1
    else { return nil }
    let text = reading.tokens[index + 1].lower
    let next = index + 2
    if ["guest", "visitor", "dignitary"].contains(reading.word(next)) {
      let fits = (peopleOfCountry[code] ?? []).prefix(200).filter {
        discourse.sentence - discourse.lastSentence[$0] <= 8
      }
      return fits.count == 1
        ? PersonMention(person: fits[0], tokens: index..<next + 1, form: .role) : nil
    }
    guard !text.hasSuffix("s") || text == "swiss", !text.hasSuffix("ese"), !text.hasSuffix("sh"),
      !text.hasSuffix("ch"), next < reading.tokens.count
    else { return nil }
    let after = reading.tokens[next]
    let standsAlone =
      [",", ".", ";"].contains(after.form)
      || ClauseWords.auxiliaries.contains(after.word) && !after.isPossessive
      || reading.wordTraits[next].contains(.personVerb) && !after.isCapitalized
      || ["then", "also", "later", "himself", "herself"].contains(after.word)
      // "Zelenskiy met the Hungarian at his office"
      || ["at", "in", "on", "over", "for"].contains(after.word)
        && ["met", "received", "hosted", "welcomed", "greeted"].contains(reading.word(index - 1))
    guard standsAlone else { return nil }
    let fits = (peopleOfCountry[code] ?? []).prefix(200).filter {
      reading.people[$0].country?.value == code
        && discourse.sentence - discourse.lastSentence[$0] <= 4
    }
    guard fits.count == 1 else { return nil }
    return PersonMention(person: fits[0], tokens: index..<next, form: .role)
  }

  /// "the Holy Father": the pope of whom the article tells most.
  func holyFather(at index: Int, _ discourse: Discourse) -> PersonMention? {
    guard reading.form(index + 1) == "Holy", reading.form(index + 2) == "Father" else { return nil }
    return pope(discourse).map {
      PersonMention(person: $0, tokens: index..<index + 3, form: .role)
    }
  }

  /// The pope of whom the article tells most.
  func pope(_ discourse: Discourse) -> Int? {
    let popes = reading.people.indices.filter { person in
      reading.people[person].roles.contains {
        $0.office == .religiousLeader && code(of: $0.of) == HomeStage.see
      }
    }
    return popes.max { (discourse.told[$0], $1) < (discourse.told[$1], $0) }
  }

  /// "the 82-year-old": whoever the sentence before was about.
  func aged(at index: Int, _ discourse: Discourse) -> PersonMention? {
    guard reading.lower(index + 1).hasSuffix("-year-old"), index + 2 < reading.tokens.count else {
      return nil
    }
    let next = reading.tokens[index + 2]
    guard
      next.isMark || reading.wordTraits[index + 2].contains(.personVerb)
        || ClauseWords.isFinite(next.word)
    else { return nil }
    let near = discourse.recent.filter { discourse.sentence - discourse.lastSentence[$0] <= 1 }
    guard let topic = discourse.topic, near == [topic] else { return nil }
    return PersonMention(person: topic, tokens: index..<index + 2, form: .role)
  }

  static let lowering: WordSet = [
    "deputy", "vice", "assistant", "under", "former", "acting", "general",
  ]
  static let leaders: WordSet = [
    "leader", "ruler", "strongman", "autocrat", "dictator",
  ]
  static let leading: Set<Office> = [.headOfState, .headOfGovernment, .monarch]
}
