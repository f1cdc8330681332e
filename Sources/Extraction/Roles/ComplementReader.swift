import Diplomacy
import Language

/// Reads the noun phrase after a title's preposition, and says whose the title is by it.
struct ComplementReader {
  let parser: RoleParser
  let phrase: RolePhrase
  /// Whether the preposition is "of", after which an owner may stand.
  let isOwner: Bool

  /// The country or body that the phrase belongs to.
  var affiliation: Affiliation?
  /// The country that an organisation is said to be of: "the Libyan National Army".
  var nationality: Affiliation?
  /// All countries of a list.
  var listed: [Affiliation] = []
  /// Tokens that are no part of the title.
  var omitted: [Range<Int>] = []
  /// Where the title ends, if the words belong to it.
  var titleEnd = 0
  /// Whether the words belong to the title.
  var isInTitle = false
  /// Whether the name behind the office that is served is the title's: "Assistant to the Prime Minister Tariq Fatemi".
  var hasOwnName = false
  /// The person after "adviser to".
  var bossToken: Int?

  init(parser: RoleParser, phrase: RolePhrase, isOwner: Bool) {
    self.parser = parser
    self.phrase = phrase
    self.isOwner = isOwner
  }

  var reading: Reading { parser.reading }

  /// Reads the words from `start`, and returns the token after them; nil where they are none of
  /// the title's.
  mutating func read(from start: Int) -> Int? {
    var position = start
    while parser.traits(at: position).contains(.determiner) { position += 1 }
    if position > start,
      ["sisterly", "brotherly", "friendly", "fraternal"].contains(word(position))
    {
      position += 1
    }
    while position > start || isOwner, ["state", "republic", "kingdom"].contains(word(position)),
      word(position + 1) == "of", reading.entity(startingAt: position + 2) != nil
    {
      position += 2
    }
    guard position < parser.limit else { return nil }
    // "the foreign ministers of the four": of those told of before.
    if isOwner, parser.traits[position].contains(.number), !reading.tokens[position].isCapitalized,
      position + 1 >= parser.limit || reading.tokens[position + 1].isMark
    {
      return nil
    }
    if isOwner, let end = ofLeader(at: position) { return end }
    if isOwner, let end = chamber(at: position) ?? centralBank(at: position) { return end }
    if let end = secretariat(at: position) { return end }
    // "Minister for Justice Frances Fitzgerald": no judge.
    if let end = portfolio(from: position) { return end }
    hasOwnName = hasOwnName(behind: position)
    if !hasOwnName, let boss = boss(at: position) {
      bossToken = boss
      return position
    }
    if !isOwner, let end = officer(from: position) { return end }
    if isScholar {
      if let end = subject(from: position, start - 1) { return end }
      if word(start - 1) == "in" || word(start - 1) == "on" { return nil }
      if let end = institute(from: position) { return end }
    }
    if word(start - 1) == "at", parser.isInstitute(after: start - 1),
      let end = institute(from: position)
    {
      return end
    }
    if isOwner, let end = owner(at: position) { return end }
    if !isOwner, let end = target(at: position) { return end }
    return words(from: position)
  }

  func word(_ index: Int) -> Word { index < parser.limit ? reading.word(index) : "" }

  var isScholar: Bool { RoleLexicon.shared[phrase.head].contains(.scholar) }

  /// "of Netanyahu's Likud": a body told as its leader's.
  private mutating func ofLeader(at position: Int) -> Int? {
    guard let name = reading.name(startingAt: position), name.tokens.upperBound + 1 < parser.limit,
      reading.tokens[name.tokens.upperBound].isPossessive,
      let body = self.body(from: name.tokens.upperBound + 1), case .organization = body.entity
    else { return nil }
    affiliation = owner(of: body.entity)
    return body.tokens.upperBound
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
      // "Minister of Foreign Affairs Sheikh Hamad" serves nobody.
      if position > start, parser.words.isHonorific(reading.form(position)),
        parser.traits[position - 1].contains(.portfolio), !trait.contains(.portfolio)
      {
        return nil
      }
      // "the Emir of Qatar Sheikh Tamim" is himself the sheikh.
      if position > start, !hasBoss(phrase.head), parser.words.isHonorific(reading.form(position)),
        let entity = reading.entity(startingAt: start), entity.tokens.upperBound == position,
        isStateOrPlace(entity.entity)
      {
        return nil
      }
      if trait.contains(.head) || position == start && parser.words.isHonorific(reading.form(start))
      {
        isTitled = true
      } else if !parser.words.isHonorific(reading.form(position)),
        trait.isDisjoint(with: [.modifier, .former, .state]),
        reading.entityOfToken[position] < 0 || position > start
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// "to the British prime minister", "to the president": an officer without a name.
  private mutating func officer(from start: Int) -> Int? {
    var position = start
    var country: Affiliation?
    if let entity = reading.entity(startingAt: position), entity.entity.code != nil,
      !reading.tokens[min(entity.tokens.upperBound, parser.limit - 1)].isPossessive
    {
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
      !parser.words.isHonorific(reading.form(end))
    {
      return nil
    }
    if let code = nation(ofBody: entity) {
      affiliation = .country(code)
      isInTitle = true
      titleEnd = end
      return end
    }
    affiliation = parser.nation(of: entity, phrase) ?? owner(of: entity.entity)
    if phrase.isPlural, case .organization(let name)? = affiliation,
      Organizations.lookup(name)?.kind == .forum
    {
      affiliation = nil
    }
    listed = affiliation.map { [$0] } ?? []
    if let next = reading.entity(startingAt: end), let code = entity.entity.code,
      next.entity.code == code
    {
      // "Speaker of Russia State Duma"
      switch next.entity {
      case .organization, .government: return next.tokens.upperBound
      default: break
      }
    }
    return readList(from: end)
  }

  /// The entity right here, or an organisation after its epithet: "the far-right Alternative …".
  private func body(from position: Int) -> EntitySpan? {
    if let entity = reading.entity(startingAt: position) { return entity }
    var next = position
    while next < min(position + 3, parser.limit), reading.entityOfToken[next] < 0,
      reading.nameOfToken[next] < 0, !reading.tokens[next].isMark,
      // "the Supreme National Security Council" is another than the National Security Council.
      !reading.tokens[next].isCapitalized || word(next) != "supreme",
      !ClauseWords.prepositions.contains(word(next)), word(next) != "and",
      parser.traits[next].isDisjoint(with: [.portfolio, .body, .head])
    {
      next += 1
    }
    if ["self-proclaimed", "breakaway", "unrecognised", "unrecognized", "so-called"].contains(
      word(position)), next == position + 1
    {
      return reading.entity(startingAt: next)
    }
    guard next > position, let entity = reading.entity(startingAt: next),
      case .organization = entity.entity, !ClauseWords.prepositions.contains(reading.word(next - 1))
    else { return nil }
    return entity
  }

  /// A mayor is the city's, a minister the country's that its capital stands for.
  private func owner(of entity: Entity) -> Affiliation? {
    if case .capital(let name, _) = entity, RoleParser.cityHeads.contains(phrase.head) {
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
}
