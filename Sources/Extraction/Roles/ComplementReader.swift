import Diplomacy
import Language

/// Reads the noun phrase after a title's preposition, and says whose the title is by it.
struct ComplementReader {
  let parser: RoleParser
  let phrase: RolePhrase
  /// Whether the preposition is "of", after which an owner may stand.
  let isOwner: Bool

  /// The country or body that the phrase belongs to.
  private(set) var affiliation: Affiliation?
  /// The country that an organisation is said to be of: "the Libyan National Army".
  private(set) var nationality: Affiliation?
  /// All countries of a list.
  private(set) var listed: [Affiliation] = []
  /// Tokens that are no part of the title.
  private(set) var omitted: [Range<Int>] = []
  /// Where the title ends, if the words belong to it.
  private(set) var titleEnd = 0
  /// Whether the words belong to the title.
  private(set) var isInTitle = false
  /// The person after "adviser to".
  private(set) var bossToken: Int?

  init(parser: RoleParser, phrase: RolePhrase, isOwner: Bool) {
    self.parser = parser
    self.phrase = phrase
    self.isOwner = isOwner
  }

  private var reading: Reading { parser.reading }

  /// Reads the words from `start`, and returns the token after them; nil where they are none of
  /// the title's.
  mutating func read(from start: Int) -> Int? {
    var position = start
    while parser.traits(at: position).contains(.determiner) { position += 1 }
    while position > start || isOwner, ["state", "republic", "kingdom"].contains(word(position)),
      word(position + 1) == "of", reading.entity(startingAt: position + 2) != nil
    {
      position += 2
    }
    guard position < parser.limit else { return nil }
    if let boss = boss(at: position) {
      bossToken = boss
      return position
    }
    if !isOwner, let end = officer(from: position) { return end }
    if isScholar, let end = institute(from: position) { return end }
    if isOwner, let end = owner(at: position) { return end }
    if !isOwner, let end = target(at: position) { return end }
    return words(from: position)
  }

  private func word(_ index: Int) -> String { index < parser.limit ? reading.word(index) : "" }

  private var isScholar: Bool { RoleLexicon.shared[phrase.head].contains(.scholar) }

  /// "at the Council on Foreign Relations": a run of capitalised words and what joins them.
  private mutating func institute(from start: Int) -> Int? {
    guard word(start - 1) != "of" || reading.tokens[start].isCapitalized else { return nil }
    var end = start
    var position = start
    while position < min(start + 12, parser.limit) {
      let token = reading.tokens[position]
      if token.isCapitalized, !token.isMark {
        end = position + 1
      } else if !["of", "on", "for", "and", "the", "-", "–", "&"].contains(token.lower)
        || position == start
      {
        break
      }
      position += 1
    }
    guard end > start else { return nil }
    affiliation = .organization(reading.document.text(of: start..<end))
    return end
  }

  /// "of President Xi Jinping", "to Mr. Trump": the person whom the title serves.
  private func boss(at start: Int) -> Int? {
    var position = start
    var isTitled = false
    guard word(start) != "state" else { return nil }
    while position < min(start + 7, parser.limit) {
      if reading.name(startingAt: position) != nil {
        return isTitled || hasBoss(phrase.head) && position == start ? position : nil
      }
      let trait = parser.traits[position]
      if trait.contains(.head) || position == start && parser.words.isHonorific(reading.text(start)) {
        isTitled = true
      } else if !parser.words.isHonorific(reading.text(position)),
        trait.isDisjoint(with: [.modifier, .former, .state]),
        reading.entityOfToken[position] < 0 || position > start
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  private func hasBoss(_ head: String) -> Bool {
    ["adviser", "advisor", "aide", "envoy", "representative", "assistant", "spokesman", "secretary",
      "spokeswoman", "spokesperson", "deputy", "confidant", "confidante", "ally", "emissary",
    ].contains(head)
  }

  /// "to the British prime minister", "to the president": an officer without a name.
  private mutating func officer(from start: Int) -> Int? {
    var position = start
    var country: Affiliation?
    if let entity = reading.entity(startingAt: position), case .adjective = entity.entity {
      country = parser.affiliation(of: entity.entity)
      position = entity.tokens.upperBound
    }
    let first = position
    while position < min(first + 4, parser.limit), reading.nameOfToken[position] < 0 {
      if parser.canBeHead(position) {
        guard headsComplement(position) else { return nil }
        isInTitle = true
        titleEnd = position + 1
        affiliation = country
        if let country, case .country = country { omitted = [start..<first] }
        return position + 1
      }
      guard parser.traits[position].contains(.modifier) else { return nil }
      position += 1
    }
    return nil
  }

  /// "of Iran", "of the Taliban", "of Egypt, Qatar and Jordan".
  private mutating func owner(at position: Int) -> Int? {
    guard let entity = body(from: position) else { return nil }
    let end = entity.tokens.upperBound
    if case .adjective = entity.entity { return nil }
    if end < parser.limit, reading.tokens[end].isPossessive { return nil }
    if case .government = entity.entity { return nil }
    if end < parser.limit, reading.tokens[end].isCapitalized, reading.entityOfToken[end] < 0,
      reading.nameOfToken[end] < 0, !reading.tokens[end].isMark, !parser.canBeHead(end),
      !parser.words.isHonorific(reading.text(end))
    {
      return nil
    }
    affiliation = owner(of: entity.entity)
    if phrase.isPlural, case .organization(let name)? = affiliation,
      Organizations.lookup(name)?.kind == .forum
    {
      affiliation = nil
    }
    listed = affiliation.map { [$0] } ?? []
    return readList(from: end)
  }

  /// The entity right here, or an organisation after its epithet: "the far-right Alternative …".
  private func body(from position: Int) -> EntitySpan? {
    if let entity = reading.entity(startingAt: position) { return entity }
    var next = position
    while next < min(position + 3, parser.limit), reading.entityOfToken[next] < 0,
      reading.nameOfToken[next] < 0, !reading.tokens[next].isMark,
      !ClauseWords.prepositions.contains(word(next)), word(next) != "and",
      parser.traits[next].isDisjoint(with: [.portfolio, .body, .head])
    {
      next += 1
    }
    guard next > position, let entity = reading.entity(startingAt: next),
      case .organization = entity.entity, !ClauseWords.prepositions.contains(reading.word(next - 1))
    else { return nil }
    return entity
  }

  /// A mayor is the city's, a minister the country's that its capital stands for.
  private func owner(of entity: Entity) -> Affiliation? {
    if case .capital(let name, _) = entity,
      ["mayor", "governor", "archbishop", "bishop", "patriarch", "ruler", "emir"].contains(
        phrase.head)
    {
      return .organization(name)
    }
    return parser.affiliation(of: entity)
  }

  /// Further countries of a list: ", Qatar and Saudi Arabia".
  private mutating func readList(from start: Int) -> Int {
    var end = start
    while end + 1 < parser.limit, [",", "and"].contains(word(end)) {
      var next = end + 1
      while ["and", "the"].contains(word(next)) { next += 1 }
      guard let entity = reading.entity(startingAt: next), phrase.isPlural || listed.count > 1,
        let further = parser.affiliation(of: entity.entity)
      else { break }
      if case .adjective = entity.entity { break }
      listed.append(further)
      end = entity.tokens.upperBound
    }
    return end
  }

  /// "for Iran", "to the EU", "in Washington", "to President Bush".
  private mutating func target(at position: Int) -> Int? {
    if let entity = reading.entity(startingAt: position) {
      if case .adjective = entity.entity { return nil }
      var end = entity.tokens.upperBound
      if end < parser.limit, reading.tokens[end].isPossessive { return nil }
      if let next = reading.entity(startingAt: end + 1), ["and", "&"].contains(word(end)) {
        end = next.tokens.upperBound
      }
      let isPhrase =
        end < parser.limit && reading.nameOfToken[end] < 0
        && (reading.tokens[end].isCapitalized && reading.entityOfToken[end] < 0
          && !parser.canBeHead(end)
          || !parser.traits[end].isDisjoint(with: [.portfolio, .body]))
      if isPhrase { return nil }
      isInTitle = true
      titleEnd = end
      return end
    }
    return nil
  }
}

// MARK: - Words of a portfolio

extension ComplementReader {
  /// Words that say what the office is for, or whose it is: "Foreign Affairs and Trade", "the
  /// ruling party", "Libya's Presidency Council".
  private mutating func words(from start: Int) -> Int? {
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
        if case .country = entity.entity, isOwner, affiliation != nil, omitted.isEmpty {
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
      } else if ["of", "the", "and", "&", ",", "-"].contains(token.lower),
        position > start, continues(position)
      {
        position += 1
      } else {
        break
      }
    }
    if end == start {
      end = plainNoun(from: start) ?? start
    } else if isOwner, reading.tokens[end - 1].isCapitalized, let further = plainNoun(from: end) {
      end = further
    }
    guard end > start else { return nil }
    settle(start..<end, last, hasLower)
    return end
  }

  /// Whether the title or an owner is what the words say.
  private mutating func settle(_ range: Range<Int>, _ last: RoleTraits, _ hasLower: Bool) {
    if isOwner, namesBody(range, hasLower) {
      nationality = affiliation
      let start = omitted.last.map { max($0.upperBound, range.lowerBound) } ?? range.lowerBound
      affiliation = .organization(reading.document.text(of: start..<range.upperBound))
      omitted = []
      return
    }
    isInTitle = true
    titleEnd = range.upperBound
  }

  /// "Ulster Unionists", "Libyan National Army", "rebel alliance": an organisation of its own.
  private func namesBody(_ range: Range<Int>, _ hasLower: Bool) -> Bool {
    let noun = range.first { word($0) == "of" }.map { $0 - 1 } ?? range.upperBound - 1
    if word(range.upperBound - 1) == "opposition" { return false }
    let isOrganization =
      parser.traits[noun].contains(.organization)
      && (!parser.traits[noun].contains(.body) || word(noun) == "court")
    let leads = ["leader", "co-leader", "founder", "co-founder", "deputy-leader"].contains(phrase.head)
    if hasLower { return leads && isOrganization && affiliation == nil }
    if isOrganization { return true }
    return leads && affiliation == nil
      && range.allSatisfy { parser.traits[$0].isDisjoint(with: [.body, .portfolio]) }
  }

  /// A country inside: its possessive is left out, its adjective stays in the title.
  private mutating func take(_ entity: EntitySpan, from start: Int) -> Int? {
    let end = entity.tokens.upperBound
    let isPossessive = end < parser.limit && reading.tokens[end].isPossessive
    if isPossessive {
      guard isOwner else { return end + 1 }
      affiliation = parser.affiliation(of: entity.entity)
      omitted.append(entity.tokens.lowerBound..<end + 1)
      return end + 1
    }
    switch entity.entity {
    case .adjective(let code):
      if isOwner { affiliation = .country(code) }
    case .country(let code):
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
      return !parser.words.isHonorific(token.text) || index == start && headsComplement(index)
        || trait.contains(.portfolio)
    }
    if parser.canBeOffice(index) { return index == start && headsComplement(index) }
    return !trait.isDisjoint(with: [.portfolio, .modifier, .body, .organization])
  }

  /// "adviser to the president", "candidate for vice president": no name follows.
  private func headsComplement(_ index: Int) -> Bool {
    !reading.nameOfToken.indices.contains(index + 1) || reading.nameOfToken[index + 1] < 0
  }

  /// Whether a phrase goes on after "and", "of" or a comma.
  private func continues(_ joiner: Int) -> Bool {
    var next = joiner + 1
    while ["the", "of", "and"].contains(word(next)) { next += 1 }
    guard next < parser.limit, reading.nameOfToken[next] < 0 else { return false }
    if parser.words.isHonorific(reading.text(next)), !parser.traits[next].contains(.portfolio) {
      return false
    }
    let isOf = word(joiner) == "of"
    if let entity = reading.entity(startingAt: next) {
      if case .adjective = entity.entity { return isOf }
      // "of Foreign Affairs of Ukraine" begins a complement of its own; "Foreign, Commonwealth and
      // Development Affairs" goes on.
      guard case .organization = entity.entity, !isOf else { return false }
      return word(joiner) == "and" || hasAnd(after: next)
    }
    if parser.canBeHead(next) { return false }
    if word(joiner) == ",", !hasAnd(after: next) { return false }
    if ["and", "&", ","].contains(word(joiner)), startsTitle(next) { return false }
    let token = reading.tokens[next]
    return token.isCapitalized
      || !parser.traits[next].isDisjoint(with: [.portfolio, .body, .organization])
      || parser.traits[next].contains(.modifier) && isOf
      || parser.traits[next].contains(.modifier) && !startsTitle(next)
  }

  /// Whether modifiers lead to a head: "and Foreign Minister".
  private func startsTitle(_ start: Int) -> Bool {
    var index = start
    while index < min(start + 5, parser.limit), reading.nameOfToken[index] < 0 {
      if parser.canBeOffice(index) { return true }
      guard !parser.traits[index].isDisjoint(with: [.modifier, .body, .state]) else { return false }
      index += 1
    }
    return false
  }

  /// "Foreign, Commonwealth and Development Affairs": the list ends with "and".
  private func hasAnd(after start: Int) -> Bool {
    for index in start..<min(start + 4, parser.limit) {
      if word(index) == "and" { return !startsTitle(index + 1) }
      if !reading.tokens[index].isCapitalized, word(index) != "," { return false }
    }
    return false
  }

  /// "head of the inspectors": lower-case nouns up to the end of the phrase.
  private func plainNoun(from start: Int) -> Int? {
    guard isOwner || word(start - 1) == "the" else { return nil }
    // "of the Caribbean island nation" begins with what no list knows as well.
    var end = start
    while end < min(start + 3, parser.limit) {
      let token = reading.tokens[end]
      if token.isMark || ClauseWords.prepositions.contains(token.lower)
        || ["and", "who", "or"].contains(token.lower) || ClauseWords.isFinite(token.lower)
      {
        break
      }
      guard !token.isCapitalized, parser.traits[end].isDisjoint(with: [.determiner, .closed]),
        reading.nameOfToken[end] < 0, reading.entityOfToken[end] < 0,
        !token.shape.contains(.number)
      else { return nil }
      end += 1
    }
    return end > start && end < start + 3 ? end : nil
  }
}
