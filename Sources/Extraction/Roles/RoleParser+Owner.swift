import Diplomacy
import Language

/// What stands before a title: article, possessor, country, employer, "former".
extension RoleParser {
  /// Reads leftwards from the title's first token, and returns where the phrase begins.
  func readOwner(before title: Int, _ phrase: inout RolePhrase) -> Int {
    var start = title
    while start > floor {
      var index = start - 1
      // "Inter-Services Intelligence (ISI) chief": the short name in brackets.
      if index - 3 >= floor, reading.isShortName(index - 1) { index -= 3 }
      let trait = traits[index]
      if reading.tokens[index].isPossessive {
        // "the prime minister's spokesman": the title before is whom this one serves.
        if index == floor, let previous, previous.tokens.upperBound == index, !previous.isPlural,
          previous.bossToken == nil, previous.determiner != nil || previous.affiliation != nil
        {
          phrase.servedStart = previous.tokens.lowerBound
          if phrase.affiliation == nil { phrase.affiliation = previous.affiliation }
          return start
        }
        guard
          let first = readPossessor(before: index, &phrase) ?? readBody(before: index, &phrase)
        else { return start }
        start = first
        if phrase.bossToken != nil { return start }
      } else if reading.entityOfToken[index] >= 0 {
        guard let first = readEntity(endingAt: index, &phrase) else { return start }
        start = readGrade(before: first, start, &phrase) ?? first
      } else if !endsOwnBody(index, start) && namesParty(index, start) {
        start = index
        while start > floor + 1, namesParty(start - 1, title) { start -= 1 }
        if reading.word(start) == "democrat", start > floor,
          ["liberal", "christian", "social"].contains(reading.word(start - 1)),
          reading.tokens[start - 1].isCapitalized
        {
          start -= 1
        }
        if phrase.affiliation == nil {
          phrase.affiliation = .organization(reading.document.text(of: start..<index + 1))
        }
      } else if let first = constituency(endingAt: index, title) {
        if phrase.affiliation == nil {
          phrase.affiliation = .organization(reading.document.text(of: first..<index + 1))
        }
        start = first
      } else if let first = company(endingAt: index, title) {
        if phrase.affiliation == nil {
          phrase.affiliation = .organization(reading.document.text(of: first..<index + 1))
        }
        start = first
      } else if let first = institution(endingAt: index, title, phrase) {
        if phrase.affiliation == nil {
          phrase.affiliation = .organization(reading.document.text(of: first..<index + 1))
        }
        start = first
      } else if reading.nameOfToken[index] >= 0 {
        return readBoss(endingAt: index, start, &phrase) ?? start
      } else if trait.contains(.determiner) {
        phrase.determiner = reading.word(index)
        if reading.word(index) == "its", phrase.affiliation == nil,
          RoleParser.ownHeads.contains(phrase.head), phrase.head != "leader"
        {
          // "The Senate Intelligence Committee is moving. Its chairman, Richard Burr"
          set(body(nearestBefore: index), &phrase)
        }
        return index
      } else if trait.contains(.former) {
        phrase.isFormer = true
        start = index
      } else if reading.word(index) == "named", index > floor,
        ["was", "is", "been", "were", "be", "being", "has", "had"].contains(
          reading.word(index - 1))
      {
        // "was named foreign minister" as well.
        return start
      } else if reading.word(index) == "named", start == title, index > floor,
        reading.nameOfToken[index - 1] >= 0
          || ["he", "she", "they", "it"].contains(reading.word(index - 1))
      {
        // "whom Bush named ambassador"
        return start
      } else if reading.word(index) == "appointed", reading.word(index - 1) != "newly" {
        // "was appointed foreign minister" tells who became it.
        return start
      } else if reading.word(index) == "visiting", index > floor,
        reading.nameOfToken[index - 1] >= 0
      {
        // "Nancy Reagan visiting Pope John Paul II" tells what she did.
        return start
      } else if !trait.isDisjoint(with: [.skip, .number]) {
        if trait.contains(.number), traits[title].isDisjoint(with: .plural), !phrase.isPlural {
          return start
        }
        start = index
      } else if isEpithet(index) {
        start = index
      } else if reading.word(index) == "-", index > floor, traits[index - 1].contains(.former) {
        start = index
      } else {
        return start
      }
    }
    return start
  }

  /// An adjective that no list knows: "the ultranationalist deputy prime minister", "a retired
  /// three-star general".
  private func isEpithet(_ index: Int) -> Bool {
    // "Myanmar's detained leader"
    if index > floor, reading.tokens[index - 1].isPossessive, !reading.tokens[index].isCapitalized,
      traits[index].isEmpty, reading.lower(index).hasSuffix("ed")
    {
      return true
    }
    // "a Beirut-based analyst"
    if reading.lower(index).hasSuffix("-based"), traits(at: index).isEmpty { return true }
    // "In the evening President Herzog hosted"
    guard isPlain(index), !RoleParser.hours.contains(reading.word(index)) else { return false }
    var before = index - 1
    while before > floor, index - before < 3,
      isPlain(before) || !traits[before].isDisjoint(with: [.former, .skip])
    {
      before -= 1
    }
    guard before >= floor else { return false }
    // "During his stay Minister Mirzoyan was received"
    if before > 0, ["during", "after", "before", "following"].contains(reading.word(before - 1)) {
      return false
    }
    return traits[before].contains(.determiner) || reading.tokens[before].isPossessive
      || isNational(before) && reading.lower(index).utf8.contains(UInt8(ascii: "-"))
  }

  /// Whether no more is known of a word in small letters than that it is none of the grammar's.
  private func isPlain(_ index: Int) -> Bool { isWord(index) && traits[index].isEmpty }

  /// "Iraq's", "Trump's", "the Kremlin's".
  private func readPossessor(before mark: Int, _ phrase: inout RolePhrase) -> Int? {
    guard mark > floor else { return nil }
    let last = mark - 1
    if reading.entityOfToken[last] >= 0 {
      let entity = reading.entities[reading.entityOfToken[last]]
      guard entity.tokens.lowerBound >= floor, entity.tokens.upperBound == mark else { return nil }
      if case .capital(let name, _) = entity.entity, RoleParser.cityHeads.contains(phrase.head) {
        set(.organization(name), &phrase)
      }
      set(nation(of: entity, phrase) ?? affiliation(of: entity.entity), &phrase)
      let first = entity.tokens.lowerBound
      return withArticle(first)
    }
    if reading.nameOfToken[last] >= 0 {
      let name = reading.names[reading.nameOfToken[last]]
      guard name.tokens.lowerBound >= floor else { return nil }
      phrase.bossToken = name.tokens.lowerBound
      return name.tokens.lowerBound
    }
    return nil
  }

  /// Where an owner begins, with the article before it.
  func withArticle(_ first: Int) -> Int {
    first > floor && reading.word(first - 1) == "the" ? first - 1 : first
  }

  /// "Iranian", "EU", "Taliban": a country or body right before the title.
  private func readEntity(endingAt index: Int, _ phrase: inout RolePhrase) -> Int? {
    let entity = reading.entities[reading.entityOfToken[index]]
    guard entity.tokens.lowerBound >= floor, entity.tokens.upperBound == index + 1 else {
      return nil
    }
    if case .place = entity.entity, traits[index + 1].isDisjoint(with: [.modifier, .head]) {
      return nil
    }
    // "South American leaders" are not the United States'.
    if entity.tokens.lowerBound > floor,
      ["south", "latin", "central", "north", "native", "african"].contains(
        reading.word(entity.tokens.lowerBound - 1))
    {
      return nil
    }
    // "in Tokyo Foreign Minister X": the place of the deed, not of the office.
    if isLocative(entity.tokens.lowerBound), isCity(entity.entity) { return nil }
    // "Congress leader X": India's party, as nobody leads the American Congress.
    if reading.word(index) == "congress", entity.tokens.count == 1,
      ["leader", "leaders", "president", "mp", "mla", "spokesperson", "spokesman", "chief"]
        .contains(reading.word(index + 1))
    {
      set(.organization(reading.tokens[index].text), &phrase)
      return index
    }
    if isTarget(entity, index + 1, phrase) || isOffice(entity, index + 1, phrase)
      || isSeat(entity, index + 1, phrase),
      let title = phrase.titles.first
    {
      phrase.titles[0] = entity.tokens.lowerBound..<title.upperBound
      if case .country(let code) = entity.entity, ["secretary", "office"].contains(phrase.head) {
        phrase.affiliation = .country(code)
      }
      return entity.tokens.lowerBound
    }
    if let first = isPeople(entity), ["leader", "leaders", "commander"].contains(phrase.head) {
      set(.organization(reading.document.text(of: first..<index + 1)), &phrase)
      return first
    }
    if case .capital(let name, _) = entity.entity,
      RoleParser.cityHeads.contains(reading.word(index + 1))
    {
      set(.organization(name), &phrase)
      return entity.tokens.lowerBound
    }
    if let first = jointBody(before: entity, phrase) {
      // "the UN and Arab League envoy": the body named first.
      set(affiliation(of: first.entity), &phrase)
      return first.tokens.lowerBound
    }
    set(nation(of: entity, phrase) ?? affiliation(of: entity.entity), &phrase)
    return readListed(before: entity, &phrase) ?? entity.tokens.lowerBound
  }

  private func isLocative(_ index: Int) -> Bool {
    index > floor && ["in", "at", "from", "near", "to"].contains(reading.word(index - 1))
  }

  private func isCity(_ entity: Entity) -> Bool {
    switch entity {
    case .place, .capital: true
    default: false
    }
  }

  /// The first country or body from the title leftwards owns it; a further one is a nationality.
  func set(_ affiliation: Affiliation?, _ phrase: inout RolePhrase) {
    guard let affiliation else { return }
    if phrase.affiliation == nil {
      phrase.affiliation = affiliation
    } else if isPosted(phrase), case .country(let code) = affiliation,
      Countries[code]?.kind != .body
    {
      // "Moscow's U.N. envoy", "the Russian ambassador": sent to the body by the country.
      phrase.affiliation = affiliation
    } else if phrase.nationality == nil {
      phrase.nationality = affiliation
    }
  }
}
