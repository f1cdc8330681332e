import Diplomacy
import Language

/// Companies, institutes and other bodies that stand by their name before a title.
extension RoleParser {
  /// Whether companies alone have the office that begins at `title`.
  func isOfCompany(_ title: Int) -> Bool {
    ["ceo", "cfo", "co-ceo"].contains(reading.word(title))
      || reading.word(title) == "chief" && reading.word(title + 1) == "executive"
  }

  /// Whether the name of a bank or other body ends at `index`, before a title in small letters: "Anglo
  /// Irish Bank chairman".
  func endsCompany(_ index: Int, _ title: Int) -> Bool {
    reading.tokens[index].isCapitalized && !reading.tokens[title].isCapitalized && index > floor
      && RoleParser.firms.contains(reading.word(index)) && reading.tokens[index - 1].isCapitalized
      && reading.word(index - 1) != "central"
      && RoleParser.companyHeads.contains(reading.word(title))
  }

  private static let firms: WordSet = [
    "bank", "group", "company", "companies", "corporation", "holdings", "institute", "university",
    "foundation", "fund", "club", "federation", "association", "society", "airlines", "industries",
  ]

  private static let companyHeads: WordSet = [
    "chairman", "chairwoman", "chief", "president", "director", "founder", "boss", "executive",
  ]

  /// Whether the name of a commission, party or other body that is no part of a ministry ends at `index`,
  /// before the head of such a body in small letters: "Electoral Commission chairperson", "Zionist Union
  /// chairman", "MDC Alliance vice president".
  func endsOwnBody(_ index: Int, _ title: Int) -> Bool {
    guard index > floor, reading.tokens[index].isCapitalized, !reading.tokens[title].isCapitalized,
      reading.tokens[index - 1].isCapitalized, !reading.tokens[index - 1].isMark,
      RoleParser.ownBodies.contains(reading.word(index)), reading.nameOfToken[index - 1] < 0
    else { return false }
    let head = reading.word(title) == "vice" || reading.word(title) == "deputy" ? title + 1 : title
    return RoleParser.ownHeads.contains(reading.word(head))
      || reading.word(title) == "general" && reading.word(title + 1) == "secretary"
  }

  private static let ownBodies: WordSet = [
    "commission", "committee", "council", "court", "union", "alliance", "authority", "agency",
    "service",
    "congress", "front", "league", "movement", "coalition", "forum", "wing", "centre", "center",
    "board", "network", "trust", "assembly", "party", "corporation", "exchange", "secretariat",
  ]

  static let ownHeads: WordSet = [
    "chairman", "chairwoman", "chairperson", "chair", "chief", "president", "director", "head",
    "leader", "boss", "founder", "vice-chairman", "vice-president", "vice-chair",
    "secretary-general",
    "general-secretary", "co-chair", "executive", "co-leader", "president-elect",
    "director-general",
    "spokesman", "spokeswoman", "spokesperson",
  ]

  /// "Social Solidarity Minister": a word that is also a party's name, as what a minister is in charge of.
  func namesField(_ index: Int, _ title: Int) -> Bool {
    guard ["minister", "ministers"].contains(reading.word(title)), index > floor,
      reading.tokens[index].isCapitalized == reading.tokens[title].isCapitalized
    else { return false }
    let entity = reading.entities[reading.entityOfToken[index]]
    guard entity.tokens.count == 1, case .organization(let name, _) = entity.entity,
      Organizations.lookup(name)?.kind == .movement
    else { return false }
    return reading.nameOfToken[index - 1] < 0 && !reading.tokens[index - 1].isMark
      && !traits[index - 1].isDisjoint(with: [.modifier, .portfolio])
  }

  /// "Boston University" before "expert", "Bonn Youth Movement" before "member": the capitalised words
  /// that end with the noun of a body, right before a title in small letters.
  func institution(endingAt last: Int, _ title: Int, _ phrase: RolePhrase) -> Int? {
    guard last == title - 1, !reading.tokens[title].isCapitalized,
      reading.tokens[last].isCapitalized,
      endsOwnBody(last, title)
        || traits[last].contains(.organization) && reading.word(last) != "party"
          && (RoleLexicon.shared[phrase.head].contains(.scholar) || phrase.head == "member"
            || endsCompany(last, title))
    else { return nil }
    let first = nameStart(upTo: last, within: 6, passesCountries: true)
    return first < last ? first : nil
  }

  /// "Standard Chartered" before "CEO": the capitalised words that stand right before an office
  /// that companies alone have.
  func company(endingAt last: Int, _ title: Int) -> Int? {
    guard last == title - 1, isOfCompany(title) else { return nil }
    let first = nameStart(upTo: last, within: .max, passesCountries: false)
    return first <= last ? first : nil
  }

  /// Where the capitalised words that end with `last` and name a body begin: behind `last` if none does.
  private func nameStart(upTo last: Int, within reach: Int, passesCountries: Bool) -> Int {
    var first = last + 1
    while first > floor, last - first < reach, reading.tokens[first - 1].isCapitalized,
      reading.nameOfToken[first - 1] < 0, !reading.tokens[first - 1].isMark,
      traits[first - 1].isDisjoint(with: [.closed, .former, .skip, .determiner, .head, .state]),
      !words.isHonorific(reading.form(first - 1))
    {
      guard reading.entityOfToken[first - 1] >= 0, !passesCountries else {
        first -= 1
        continue
      }
      // "Naftogaz Ukrainy": a body's name is a part of it, a country's is not.
      let entity = reading.entities[reading.entityOfToken[first - 1]]
      guard case .organization(_, nil) = entity.entity, entity.tokens.lowerBound >= floor,
        entity.tokens.upperBound == first
      else { break }
      first = entity.tokens.lowerBound
    }
    return first
  }
}
