import Diplomacy
import Language

/// Whether a word before a title is a party or an acronym that it belongs to.
extension RoleParser {
  /// "Labour leader", "the Alliance leader", "NDP leader": a party's name before a title in lower
  /// case.
  func namesParty(_ index: Int, _ start: Int) -> Bool {
    if isAcronym(index, before: start) { return true }
    let token = reading.tokens[index]
    guard token.isCapitalized, !token.isMark,
      index > floor || traits[index].contains(.modifier) || token.word == "green"
        || token.shape.contains(.allCapitals) && token.text.utf8.count > 1,
      start < limit,
      !reading.tokens[start].isCapitalized || RoleParser.capitalHeads.contains(reading.word(start)),
      reading.nameOfToken[index] < 0, reading.entityOfToken[index] < 0,
      traits[index].isDisjoint(with: [.closed, .former, .skip, .determiner, .number, .body, .state]
      ),
      traits[index].isDisjoint(with: [.modifier, .head])
        || RoleParser.partyNames.contains(token.word)
        || RoleParser.nominating.contains(token.word),
      !words.isHonorific(token.form)
    else { return false }
    if token.shape.contains(.allCapitals), token.text.utf8.count > 1 { return leadsParty(start) }
    // "Conservative leader Kemi Badenoch": with a capital, the adjective is a party's name.
    if ["conservative", "tory", "democrat"].contains(token.word) { return leadsParty(start) }
    // "Republican candidate", "Democratic nominee": whom a party puts up.
    if ["candidate", "nominee", "frontbencher", "backbencher"].contains(reading.word(start)),
      RoleParser.nominating.contains(token.word)
    {
      return true
    }
    guard index > floor || ["labour", "labor", "green"].contains(token.word),
      !RoleParser.partyAdjectives.contains(token.word)
    else { return false }
    return leadsParty(start) && !ClauseWords.prepositions.contains(token.word)
  }

  /// "AICC president", "COP28 President": letters that no list knows before a title of office.
  func isAcronym(_ index: Int, before start: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.shape.contains(.allCapitals), token.text.utf8.count >= 3, start < limit,
      !reading.tokens[start].shape.contains(.allCapitals),
      reading.nameOfToken[index] < 0, reading.entityOfToken[index] < 0, traits[index].isEmpty,
      !words.isHonorific(token.form), !token.text.contains(".")
    else { return false }
    return RoleParser.acronymHeads.contains(reading.word(start))
  }

  static let acronymHeads: WordSet = [
    "president", "chairman", "chairwoman", "chairperson", "chair", "chief", "director", "head",
    "secretary", "general", "executive", "founder", "boss", "commander", "leader", "vice",
  ]

  /// Whether the title is one that parties have.
  func leadsParty(_ start: Int) -> Bool {
    var index = start
    while index < min(start + 5, limit) {
      if RoleParser.partyHeads.contains(reading.word(index)) { return true }
      guard !traits[index].isDisjoint(with: [.modifier, .state]) else { return false }
      index += 1
    }
    return false
  }

  /// Heads before which a party stands even where both have capitals: "Bloc Québécois Leader".
  static let capitalHeads: WordSet = ["leader", "leaders", "co-leader", "co-leaders"]

  static let nominating: WordSet = [
    "republican", "democratic", "liberal", "labour", "labor", "green", "socialist",
  ]
  static let partyNames: WordSet = [
    "labour", "labor", "conservative", "tory", "democrat",
  ]
  static let partyHeads: WordSet = [
    "leader", "leaders", "co-leader", "co-leaders", "spokesman", "spokeswoman", "spokesperson",
    "chairman", "chairwoman", "lawmaker", "lawmakers", "mp", "mps", "candidate", "negotiator",
    "chair", "general-secretary", "chairperson", "critic", "activist", "vice-chairman",
    "vice-chair", "vice-president",
  ]
  static let partyAdjectives: WordSet = [
    "conservative", "republican", "democratic", "democrat", "tory",
    "parliament", "opposition", "senate", "house", "cabinet", "kurdish", "tibetan", "catalan",
    "kosovan", "muslim", "christian", "shiite", "shia", "sunni", "druze", "maronite", "palestinian",
    "protestant", "catholic", "unionist", "nationalist", "uyghur", "chechen", "zionist",
  ]

  /// "leader of Law and Justice (PiS) party": passes the letters in brackets and the kind of body
  /// behind its name.
  func skipKind(_ position: inout Int, _ phrase: RolePhrase) {
    guard phrase.owners[phrase.titles.count - 1] != nil else { return }
    var end = position
    if reading.word(end) == "(", end + 2 < limit, reading.word(end + 2) == ")",
      reading.tokens[end + 1].isCapitalized, reading.tokens[end + 1].text.utf8.count <= 8,
      reading.nameOfToken[end + 1] < 0
    {
      end += 3
    }
    if RoleParser.kinds.contains(reading.word(end)), end < limit {
      end += 1
    } else if end > position, reading.name(startingAt: end) == nil {
      return
    }
    position = end
  }

  /// What bodies and parts of a country are, behind their name.
  private static let kinds: WordSet = [
    "party", "movement", "group", "bloc", "alliance", "coalition", "militia", "province", "region",
    "state", "governorate", "oblast", "district", "county", "prefecture",
  ]
}
