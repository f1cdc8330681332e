import Diplomacy
import Language

/// Where somebody works or is posted, behind a title.
extension RoleParser {
  /// Where the capital ends that tells whose counterpart somebody is.
  func seat(of phrase: RolePhrase, behind preposition: Int) -> Int? {
    guard phrase.isRelative, phrase.affiliation == nil, reading.word(preposition) == "in",
      let entity = reading.entity(startingAt: preposition + 1), case .capital = entity.entity
    else { return nil }
    return entity.tokens.upperBound
  }

  /// "minister in charge of trade", "minister responsible for foreign affairs": takes in what the office is for.
  func charge(behind position: Int, _ phrase: inout RolePhrase) -> Int? {
    let start: Int
    if reading.word(position) == "in", reading.word(position + 1) == "charge",
      reading.word(position + 2) == "of"
    {
      start = position + 3
    } else if reading.word(position) == "responsible", reading.word(position + 1) == "for" {
      start = position + 2
    } else {
      return nil
    }
    var reader = ComplementReader(parser: self, phrase: phrase, isOwner: false)
    guard start < limit, let last = phrase.titles.indices.last,
      phrase.titles[last].upperBound == position, let end = reader.read(from: start),
      reader.isInTitle, reader.bossToken == nil
    else { return nil }
    phrase.titles[last] = phrase.titles[last].lowerBound..<reader.titleEnd
    return end
  }

  /// "at the Federal Ministry for Economic Affairs", "at the Foreign Office", "at Russia's foreign
  /// ministry".
  func isMinistry(after preposition: Int) -> Bool {
    for index in preposition + 1..<min(preposition + 6, limit) {
      if ["ministry", "office", "department"].contains(reading.word(index)) {
        return reading.tokens[index].isCapitalized
          || index > preposition + 2 && traits[index - 1].contains(.modifier)
      }
      if reading.tokens[index].isPossessive { continue }
      if reading.tokens[index].isMark || reading.nameOfToken[index] >= 0 { return false }
    }
    return false
  }

  /// "at the Asian Trade Center": a body with a name of its own.
  func isInstitute(after preposition: Int) -> Bool {
    var index = preposition + 1
    if traits(at: index).contains(.determiner) { index += 1 }
    let start = index
    while index < min(preposition + 9, limit), reading.nameOfToken[index] < 0 {
      guard reading.tokens[index].isCapitalized else { return false }
      if index == start, let entity = reading.entity(startingAt: index),
        case .organization(let name, nil) = entity.entity,
        ![.forum, .movement].contains(Organizations.lookup(name)?.kind)
      {
        return ContactWords.shared.nouns[reading.word(entity.tokens.upperBound)] == nil
      }
      // "will represent the president at the African Union summit" tells where.
      if traits[index].contains(.organization) {
        return index > preposition + 1 && ContactWords.shared.nouns[reading.word(index + 1)] == nil
      }
      index += 1
    }
    return false
  }

  /// "the AU's Horn envoy": a part of the world before the noun, behind who sends somebody there.
  func sendsTo(_ index: Int, _ start: Int) -> Bool {
    index > floor && reading.tokens[index - 1].isPossessive
      && ["envoy", "negotiator", "coordinator", "mediator"].contains(reading.word(start))
  }

  /// Those who are at a body only to speak or to meet somebody.
  static let statesmen: WordSet = [
    "minister", "ministers", "premier", "pm", "chancellor", "leader", "leaders", "king", "queen",
    "emir", "sultan", "prince", "princess", "pope", "presidents", "counterpart",
    "delegation", "general", "ambassador", "envoy", "secretary", "spokesman", "spokeswoman",
  ]

  /// Times of day, which are no epithets.
  static let hours: WordSet = [
    "evening", "morning", "afternoon", "night", "day", "week", "month", "year", "weekend",
    "meantime",
  ]

  /// "a politician with the National Front": those who are with a party.
  static let partisan: WordSet = [
    "politician", "lawmaker", "senator", "activist", "campaigner", "organizer", "organiser",
    "official", "officer", "lawyer", "consultant",
  ]
}
