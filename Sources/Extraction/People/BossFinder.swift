import Diplomacy
import Language

/// Finds whom or what "his", "whose" and "its" before a title stand for.
struct BossFinder {
  let reading: Reading
  let index: MentionIndex

  /// The person whom `role` serves: "Trump's", "his", "whose".
  func boss(of role: RolePhrase, holder: Int) -> Int? {
    if let token = role.bossToken {
      let person = index.mention(startingAt: token)?.person
      return person == holder ? nil : person
    }
    let start = role.tokens.lowerBound
    switch role.determiner {
    case "whose":
      let end = reading.word(start - 1) == "," ? start - 1 : start
      return index.mention(endingAt: end)?.person ?? apposedName(before: end)
    case "his": return antecedent(of: start, .male, except: holder)
    case "her": return antecedent(of: start, .female, except: holder)
    default: return nil
    }
  }

  /// The country or body that "its", "their", "whose" or a place-name before it stands for.
  func owner(of role: RolePhrase) -> Affiliation? {
    if let party = party(of: role) { return party }
    guard let determiner = role.determiner, ["its", "their", "whose"].contains(determiner) else {
      return nil
    }
    let start = role.tokens.lowerBound
    if determiner == "whose" {
      let end = reading.word(start - 1) == "," ? start - 1 : start
      guard end > 0, reading.entityOfToken[end - 1] >= 0 else { return nil }
      return reading.entities[reading.entityOfToken[end - 1]].entity.affiliation
    }
    guard let place = sentenceIndex(of: start) else { return nil }
    let sentences = reading.document.sentences
    let isOfState = BossFinder.stateHeads.contains(role.head)
    let before = sentences[place].tokens.lowerBound..<start
    if let found = lastBody(in: before, isState: isOfState) ?? lastBody(in: before, isState: false)
    {
      return found
    }
    guard place > 0, sentences[place - 1].origin == sentences[place].origin || determiner == "its"
    else { return nil }
    return firstBody(in: sentences[place - 1].tokens)
  }

  /// "the party's leader": of the movement or firm that the text told last.
  private func party(of role: RolePhrase) -> Affiliation? {
    guard role.affiliation == nil, role.bossToken == nil, let title = role.titles.first else {
      return nil
    }
    let noun = title.lowerBound - 2
    let isPossessive =
      noun > 0 && noun >= role.tokens.lowerBound && reading.tokens[noun + 1].isPossessive
      && BossFinder.movements.contains(reading.word(noun))
    guard isPossessive else { return nil }
    for token in (0..<noun).suffix(120).reversed() {
      guard let entity = reading.entity(startingAt: token),
        case .organization(let name, nil) = entity.entity
      else { continue }
      let kind = Organizations.lookup(name)?.kind
      return kind == .movement || kind == .company ? withoutArticle(entity.entity.affiliation) : nil
    }
    return nil
  }

  private static let movements: WordSet = [
    "party", "movement", "group", "organisation", "organization",
  ]

  /// The person a pronoun stands for: the sentence's first that fits, else that of the one before.
  func antecedent(of token: Int, _ gender: Gender, except holder: Int?) -> Int? {
    guard let place = sentenceIndex(of: token) else { return nil }
    let sentences = reading.document.sentences
    let start = sentences[place].tokens.lowerBound
    // "met President Maduro and his vice president": theirs whom "and" joins.
    if reading.word(token - 1) == "and", token - 1 > start {
      let end = reading.word(token - 2) == "," ? token - 2 : token - 1
      if let joined = index.mention(endingAt: end), joined.person != holder, !joined.isPossessor,
        reading.people[joined.person].gender.agrees(with: gender)
      {
        return joined.person
      }
    }
    // "…; Tshisekedi sent his prime minister": the clause's own subject comes first.
    if let clause = clauseStart(before: token, notBefore: start),
      let found = fitting(index.mentions(in: clause..<token), gender, holder)
    {
      return found
    }
    let here = index.mentions(in: start..<token)
    if let found = fitting(here, gender, holder) { return found }
    for earlier in stride(from: place - 1, through: max(0, place - 3), by: -1) {
      if let found = fitting(index.mentions(in: sentences[earlier].tokens), gender, holder) {
        return found
      }
    }
    return nil
  }

  /// Where the last clause before `token` begins that a semicolon parts from what goes before.
  private func clauseStart(before token: Int, notBefore floor: Int) -> Int? {
    for position in stride(from: token - 1, to: max(floor, token - 60), by: -1)
    where [";", "—"].contains(reading.word(position)) {
      return position + 1
    }
    return nil
  }

  private func fitting(_ mentions: [PersonMention], _ gender: Gender, _ holder: Int?) -> Int? {
    let fit = mentions.filter {
      $0.person != holder && reading.people[$0.person].gender.agrees(with: gender)
    }
    return (fit.first { !$0.isPossessor } ?? fit.first)?.person
  }

  /// "Boris Yeltsin, the Russian president, whose envoy": the name before the apposition.
  private func apposedName(before end: Int) -> Int? {
    let low = (0..<reading.roles.count).partitioningIndex {
      reading.roles[$0].tokens.lowerBound >= end
    }
    guard low > 0, reading.roles[low - 1].tokens.upperBound == end else { return nil }
    let role = reading.roles[low - 1]
    return index.mention(endingAt: role.tokens.lowerBound - 1)?.person
  }

  /// The number of the sentence that holds `token`; found by halving.
  func sentenceIndex(of token: Int) -> Int? {
    let sentences = reading.document.sentences
    let low = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > token }
    return low < sentences.count ? low : nil
  }

  /// Officers of states: "its envoy" is no party's.
  private static let stateHeads: WordSet = [
    "envoy", "ambassador", "minister", "premier", "chancellor", "ambassadors", "ministers", "king",
    "diplomat", "diplomats",
  ]

  private func lastBody(in range: Range<Int>, isState: Bool) -> Affiliation? {
    for token in range.suffix(400).reversed() {
      if let entity = reading.entity(startingAt: token), !isState || entity.entity.code != nil,
        let body = body(entity)
      {
        return body
      }
    }
    return nil
  }

  private func firstBody(in range: Range<Int>) -> Affiliation? {
    for token in range.prefix(400) {
      if let entity = reading.entity(startingAt: token), let body = body(entity) { return body }
    }
    return nil
  }

  /// "DUP" of "The DUP".
  private func withoutArticle(_ affiliation: Affiliation?) -> Affiliation? {
    guard case .organization(let name)? = affiliation, name.hasPrefix("The ") else {
      return affiliation
    }
    return .organization(String(name.dropFirst(4)))
  }

  private func body(_ entity: EntitySpan) -> Affiliation? {
    switch entity.entity {
    case .place: nil
    case .organization(let name, _) where Organizations.lookup(name)?.kind == .media: nil
    case .capital
    where ["in", "at", "to", "from"].contains(
      reading.word(entity.tokens.lowerBound - 1)):
      nil
    default: withoutArticle(entity.entity.affiliation)
    }
  }
}
