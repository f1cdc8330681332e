import Diplomacy
import Language

/// Words that say what an office is for.
extension ComplementReader {
  /// "Minister for Justice Frances Fitzgerald", "Chief of General Staff General Hulusi Akar": words that
  /// are elsewhere titles of their own.
  mutating func portfolio(from position: Int) -> Int? {
    if phrase.head == "minister", word(position) == "justice" { return words(from: position) }
    var start = position
    var country: Affiliation?
    if let entity = reading.entity(startingAt: position), entity.tokens.upperBound < parser.limit,
      reading.tokens[entity.tokens.upperBound].isPossessive
    {
      // "chief of Russia's General Staff"
      country = parser.affiliation(of: entity.entity)
      start = entity.tokens.upperBound + 1
    }
    guard phrase.head == "chief", word(start) == "general", word(start + 1) == "staff" else {
      return nil
    }
    if let country {
      affiliation = country
      omitted.append(position..<start)
    }
    isInTitle = true
    titleEnd = start + 2
    return titleEnd
  }

  /// Words that say what the office is for, or whose it is: "Foreign Affairs and Trade", "the
  /// ruling party", "Libya's Presidency Council".
  mutating func words(from start: Int) -> Int? {
    var position = start
    var end = start
    var last: RoleTraits = []
    var hasLower = false
    scan: while position < min(parser.limit, start + 14) {
      let token = reading.tokens[position]
      let trait = parser.traits[position]
      if reading.nameOfToken[position] >= 0 { break }
      if let entity = reading.entity(startingAt: position) {
        guard let next = take(entity, from: start) else { break scan }
        position = next
        if case .country = entity.entity, isOwner, affiliation != nil, omitted.isEmpty,
          !opensBody(position)
        {
          return position
        }
        if case .organization(let party, nil) = entity.entity, isOwner || isSpokenFor(start),
          omitted.last?.lowerBound == start, entity.tokens.lowerBound > start,
          Organizations.lookup(party)?.kind == .movement
        {
          // "the leader of Germany's opposition CDU"
          nationality = affiliation
          affiliation = .organization(party)
          omitted = []
          return position
        }
        end = position
        continue
      }
      if token.isPossessive, position > start {
        position += 1
        continue
      }
      if belongs(position, start, trait) {
        if !token.isCapitalized { hasLower = true }
        last = trait
        position += 1
        end = position
      } else if position == start, token.shape.contains(.number), isOrdinal(token),
        position + 1 < parser.limit,
        reading.tokens[position + 1].isCapitalized || word(position + 1) == "session"
      {
        // "commander of the 10th Mountain Division"
        position += 1
      } else if ["of", "the", "and", "&", ",", "-"].contains(token.word),
        position > start, continues(position)
      {
        position += 1
      } else if ["on", "for"].contains(token.word), last.contains(.body),
        position + 1 < parser.limit, reading.nameOfToken[position + 1] < 0,
        reading.tokens[position + 1].isCapitalized || continuesSmall(position + 1)
      {
        // "Committee on International Trade"
        position += 1
      } else if token.word == "with",
        ["relations", "cooperation", "talks"].contains(word(position - 1)),
        word(position + 1) == "states" && !isOwner
      {
        // "secretary for relations with states"
        position += 2
        end = position
      } else if token.word == "with",
        ["relations", "cooperation", "talks"].contains(word(position - 1)),
        let other = reading.entity(
          startingAt: word(position + 1) == "the" ? position + 2 : position + 1)
      {
        // "for Relations with Russia"
        position = other.tokens.upperBound
        end = position
      } else {
        break
      }
    }
    if end == start {
      end = plainNoun(from: start) ?? start
    } else if let gap = omitted.last, gap.upperBound == end {
      // "head of Russia's sovereign wealth fund"
      guard let further = plainNoun(from: end, within: 4) else {
        omitted.removeLast()
        return nil
      }
      end = further
    } else if isOwner, reading.tokens[end - 1].isCapitalized,
      let further = plainNoun(from: end, within: 4)
    {
      end = further
    }
    guard end > start else { return nil }
    return settle(start..<end, last, hasLower)
  }

  /// Whether the title or an owner is what the words say; returns where they end.
  private mutating func settle(
    _ words: Range<Int>, _ last: RoleTraits, _ hasLower: Bool
  ) -> Int {
    var range = words
    if isOwner, namesBody(range, hasLower) || hasLower && namesParty(range) {
      range = properName(in: range)
      range = range.lowerBound..<withPurpose(range.upperBound)
      nationality = affiliation
      if nationality == nil, parser.isCommitteeOfCongress(range) {
        nationality = .country(CountryCode("US"))
      }
      let start = omitted.last.map { max($0.upperBound, range.lowerBound) } ?? range.lowerBound
      affiliation = .organization(reading.document.text(of: start..<range.upperBound))
      omitted = []
      return max(range.upperBound, words.upperBound)
    }
    if isOwner, hasLower, let name = companyName(in: range) {
      nationality = affiliation
      affiliation = .organization(reading.document.text(of: name))
      omitted = []
      return range.upperBound
    }
    isInTitle = true
    titleEnd = range.upperBound
    return range.upperBound
  }

  /// Those who lead a body that no list knows.
  private static let leading: WordSet = [
    "leader", "co-leader", "founder", "co-founder", "deputy-leader", "negotiator", "executive",
    "co-chair", "president", "editor", "editor-in-chief", "publisher", "owner", "figurehead",
  ]

  /// "Ulster Unionists", "Libyan National Army", "rebel alliance": an organisation of its own.
  private func namesBody(_ range: Range<Int>, _ hasLower: Bool) -> Bool {
    let noun = range.first { word($0) == "of" }.map { $0 - 1 } ?? range.upperBound - 1
    if word(range.upperBound - 1) == "opposition" { return false }
    if !hasLower, parser.isOwnCommittee(range) { return true }
    let isOrganization =
      parser.traits[noun].contains(.organization)
      && (!parser.traits[noun].contains(.body) || word(noun) == "court")
    let leads = ComplementReader.leading.contains(phrase.head) || phrase.head == "mayor"
    if hasLower { return leads && isOrganization && affiliation == nil }
    // "Government of National Accord" is a body, "head of the Government" an office.
    let isCoalition =
      word(noun) == "government" && range.count > 2 && reading.tokens[noun].isCapitalized
      && word(noun + 1) == "of"
    let isChamber =
      word(noun) == "chamber" && ["commerce", "industry", "trade"].contains(word(noun + 2))
    if isOrganization || isCoalition || isChamber { return true }
    let directs = ["director", "chairman", "chairwoman", "chairperson", "chair", "ceo"].contains(
      phrase.head)
    // "the chief of Vnesheconombank", but "chief of Police"
    let heads = ["chief", "head", "boss"].contains(phrase.head)
    let office: RoleTraits = heads ? [.body, .portfolio, .modifier, .head] : [.body, .portfolio]
    return (leads || directs || heads) && affiliation == nil
      && range.allSatisfy { parser.traits[$0].isDisjoint(with: office) }
      && (!heads
        || range.allSatisfy { reading.tokens[$0].isCapitalized && reading.entityOfToken[$0] < 0 })
  }

  /// A country inside: its possessive is left out, its adjective stays in the title.
  private mutating func take(_ entity: EntitySpan, from start: Int) -> Int? {
    let end = entity.tokens.upperBound
    let isPossessive = end < parser.limit && reading.tokens[end].isPossessive
    if isPossessive {
      guard isOwner || isSpokenFor(start) else { return end + 1 }
      affiliation = parser.affiliation(of: entity.entity)
      omitted.append(entity.tokens.lowerBound..<end + 1)
      return end + 1
    }
    switch entity.entity {
    case .adjective(let code):
      // "Director-General of the European Affairs Bureau"
      if word(end) == "affairs" { return end }
      if isOwner,
        ["north", "south", "latin", "central"].contains(word(entity.tokens.lowerBound - 1))
      {
        // "of the North American department"
        return end
      }
      if isOwner {
        affiliation = .country(code)
      } else if phrase.affiliation == nil, affiliation == nil, opensMinistry(end) {
        // "deputy spokesman for the South Korean defence ministry"
        affiliation = .country(code)
      }
    case .country(let code):
      // "undersecretary for North America": a part of the world, and nobody's office.
      if entity.tokens.lowerBound > start,
        ["north", "south", "latin", "central"].contains(word(entity.tokens.lowerBound - 1))
      {
        return end
      }
      let goesOn =
        end < parser.limit && reading.entityOfToken[end] < 0 && reading.nameOfToken[end] < 0
        && !parser.traits[end].isDisjoint(with: [.body, .organization, .portfolio])
      if entity.tokens.lowerBound > start, word(entity.tokens.lowerBound - 1) != "and", !goesOn {
        return nil
      }
      if goesOn, affiliation != nil { return end }
      if isOwner, affiliation == nil { affiliation = .country(code) }
    case .government(_, let code, _):
      if isOwner { affiliation = .country(code) }
    default: break
    }
    return end
  }

  private func belongs(_ index: Int, _ start: Int, _ trait: RoleTraits) -> Bool {
    let token = reading.tokens[index]
    if token.isMark || token.isPossessive { return false }
    if token.isCapitalized {
      return !parser.words.isHonorific(token.form) || index == start && headsComplement(index)
        || trait.contains(.portfolio)
    }
    if parser.canBeOffice(index) { return index == start && headsComplement(index) }
    return !trait.isDisjoint(with: [.portfolio, .modifier, .body, .organization])
  }
}
