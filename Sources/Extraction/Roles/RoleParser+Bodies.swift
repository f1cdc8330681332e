import Diplomacy
import Language

/// Bodies that no table knows, before a title.
extension RoleParser {
  /// "the Communist Party's", "the commission's": a body that no table knows.
  func readBody(before mark: Int, _ phrase: inout RolePhrase) -> Int? {
    var first = mark
    while first > floor, reading.nameOfToken[first - 1] < 0, mark - first < 6 {
      let token = reading.tokens[first - 1]
      guard
        token.isCapitalized && !traits[first - 1].contains(.determiner)
          || first < mark && ["of", "for", "and"].contains(token.word)
      else { break }
      first -= 1
    }
    while first < mark, !reading.tokens[first].isCapitalized { first += 1 }
    if first < mark {
      let isBody = (first..<mark).contains {
        !traits[$0].isDisjoint(with: [.organization, .body])
          || reading.tokens[$0].shape.contains(.allCapitals)
      }
      guard isBody else { return nil }
      if first == mark - 1, RoleParser.commonBodies.contains(reading.word(first)) {
        // "the Council's Secretary": of a body told in full before.
        return first
      }
      if RoleParser.departments.contains(reading.word(mark - 1)) {
        // "Russian Foreign Ministry's special envoy": the country's.
        if let entity = reading.entity(startingAt: first), entity.tokens.upperBound < mark {
          set(affiliation(of: entity.entity), &phrase)
        }
        return first
      }
      if isCommitteeOfCongress(first..<mark), phrase.nationality == nil {
        // "the House Intelligence Committee's ranking member"
        phrase.nationality = .country(CountryCode("US"))
      }
      if phrase.affiliation == nil {
        phrase.affiliation = .organization(reading.document.text(of: first..<mark))
      }
      return first
    }
    if let body = stateBody(before: mark, &phrase) { return body }
    if reading.word(mark - 1) == "opposition", mark - 2 >= floor,
      reading.entityOfToken[mark - 2] >= 0
    {
      // "the Syrian opposition's chief negotiator"
      let first = reading.entities[reading.entityOfToken[mark - 2]].tokens.lowerBound
      guard first >= floor else { return nil }
      if phrase.affiliation == nil {
        phrase.affiliation = .organization(reading.document.text(of: first..<mark))
      }
      return withArticle(first)
    }
    guard mark - 1 > floor, traits[mark - 2].contains(.determiner),
      !reading.tokens[mark - 1].isMark
    else { return nil }
    if phrase.affiliation == nil, traits[mark - 2].contains(.determiner),
      let name = body(toldBefore: mark - 1)
    {
      // "the committee's chairman"
      phrase.affiliation = .organization(name)
      if phrase.nationality == nil, ["Senate", "House"].contains(where: name.hasPrefix) {
        phrase.nationality = .country(CountryCode("US"))
      }
    }
    if phrase.affiliation == nil,
      !traits[mark - 1].isDisjoint(with: [.organization, .body]),
      !RoleParser.commonBodies.contains(reading.word(mark - 1))
    {
      phrase.affiliation = .organization(reading.tokens[mark - 1].text)
    }
    return mark - 1
  }

  /// The last body of the kind that the noun at `noun` says, named in full before: "the Senate Foreign
  /// Relations Committee" for "the committee".
  private func body(toldBefore noun: Int) -> String? {
    let kind = reading.word(noun)
    guard RoleParser.toldAgain.contains(kind), !reading.tokens[noun].isCapitalized else {
      return nil
    }
    for index in stride(from: noun - 2, through: max(1, noun - 400), by: -1)
    where reading.word(index) == kind && reading.tokens[index].isCapitalized
      && !reading.tokens[index - 1].isMark && reading.tokens[index - 1].isCapitalized
    {
      let first = capitalsStart(upTo: index) { _ in true }
      return index - first > 0 ? reading.document.text(of: first..<index + 1) : nil
    }
    return nil
  }

  /// What "its" stands for, where a body stands nearer before it than any country.
  func body(nearestBefore token: Int) -> Affiliation? {
    for index in stride(from: token - 1, through: max(1, token - 40), by: -1) {
      if reading.entityOfToken[index] >= 0 {
        let entity = reading.entities[reading.entityOfToken[index]].entity
        guard case .organization(let name, _) = entity,
          ![.media, .forum].contains(Organizations.lookup(name)?.kind)
        else { return nil }
        return affiliation(of: entity)
      }
      guard reading.tokens[index].isCapitalized, reading.nameOfToken[index] < 0,
        !traits[index].isDisjoint(with: .organization)
          || ["committee", "commission"].contains(reading.word(index))
      else { continue }
      let first = capitalsStart(upTo: index) { reading.entityOfToken[$0] < 0 }
      if first < index { return .organization(reading.document.text(of: first..<index + 1)) }
    }
    return nil
  }

  /// Where the capitalised words begin that lead to the noun of a body, those that may be of its name.
  private func capitalsStart(upTo noun: Int, _ mayBePart: (Int) -> Bool) -> Int {
    var first = noun
    while first > 0, reading.tokens[first - 1].isCapitalized, !reading.tokens[first - 1].isMark,
      reading.nameOfToken[first - 1] < 0, reading.word(first - 1) != "the", mayBePart(first - 1)
    {
      first -= 1
    }
    return first
  }

  /// Bodies that are told again by their kind.
  private static let toldAgain: WordSet = [
    "committee", "subcommittee", "party", "foundation", "union", "alliance", "bank", "federation",
    "league", "institute", "association", "front", "movement", "fund", "university",
  ]

  /// What a state does its work by.
  static let departments: WordSet = [
    "ministry", "department", "embassy", "government", "army", "military", "navy",
  ]

  /// Nouns that only point back to a body told before.
  static let commonBodies: WordSet = [
    "government", "ministry", "parliament", "cabinet", "army", "committee", "subcommittee", "party",
    "movement", "group", "organisation", "organization", "house", "senate", "council", "company",
  ]
}
