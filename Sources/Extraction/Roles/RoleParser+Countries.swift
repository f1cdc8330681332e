import Diplomacy
import Language

/// Countries that stand before a title without owning it as the one before it does:
/// lists, where an envoy is sent, an office of the capital's own.
extension RoleParser {
  /// "the French, German and Polish foreign ministers": the countries before the one that stands
  /// at a plural title, the first of all first.
  func readListed(before last: EntitySpan, _ phrase: inout RolePhrase) -> Int? {
    guard phrase.isPlural, phrase.listed.isEmpty, let owner = phrase.affiliation,
      owner == affiliation(of: last.entity), reading.word(last.tokens.lowerBound - 1) == "and"
    else { return nil }
    var listed = [owner]
    var start = last.tokens.lowerBound
    while start - 2 >= floor, ["and", ","].contains(reading.word(start - 1)),
      start == last.tokens.lowerBound || reading.word(start - 1) == ","
    {
      let end = reading.word(start - 2) == "," ? start - 2 : start - 1
      guard end > floor, reading.entityOfToken[end - 1] >= 0 else { break }
      let entity = reading.entities[reading.entityOfToken[end - 1]]
      guard entity.tokens.upperBound == end, entity.tokens.lowerBound >= floor,
        entity.entity.code != nil, let further = affiliation(of: entity.entity)
      else { break }
      if case .adjective = last.entity,
        !reading.tokens[end - 1].shape.contains(.allCapitals)
          || phrase.head == "officials" && reading.word(entity.tokens.lowerBound - 1) == "the"
      {
        guard case .adjective = entity.entity else { break }
      }
      listed.insert(further, at: 0)
      start = entity.tokens.lowerBound
    }
    guard listed.count > 1 else { return nil }
    phrase.listed = listed
    return start
  }

  /// "the UN and Arab League envoy": the body before the one that stands at the title, where one
  /// person serves both.
  func jointBody(before last: EntitySpan, _ phrase: RolePhrase) -> EntitySpan? {
    let joint = last.tokens.lowerBound - 1
    guard !phrase.isPlural, phrase.affiliation == nil, joint > floor, reading.word(joint) == "and",
      phrase.head == "envoy" || phrase.head == "mediator" || phrase.head == "representative",
      isBody(last.entity), reading.entityOfToken[joint - 1] >= 0
    else { return nil }
    let first = reading.entities[reading.entityOfToken[joint - 1]]
    guard first.tokens.lowerBound >= floor, first.tokens.upperBound == joint, isBody(first.entity)
    else { return nil }
    return first
  }

  private func isBody(_ entity: Entity) -> Bool {
    switch affiliation(of: entity) {
    case .country(let code)?: Countries[code]?.kind == .body
    case .organization(let name)?: Organizations.lookup(name)?.kind == .intergovernmental
    case nil: false
    }
  }

  /// "Scottish First Minister", "Scotland's Brexit minister": of the nation within the kingdom, which
  /// has a government of its own.
  func nation(of entity: EntitySpan, _ phrase: RolePhrase) -> Affiliation? {
    guard entity.entity.code == CountryCode("GB"), entity.tokens.count <= 2,
      ["minister", "ministers", "leader", "counterpart"].contains(phrase.head)
    else { return nil }
    switch reading.word(entity.tokens.lowerBound) {
    case "scottish", "scotland": return .organization("Scotland")
    case "welsh", "wales": return .organization("Wales")
    case "northern" where entity.tokens.count == 2: return .organization("Northern Ireland")
    default: return nil
    }
  }

  /// "the UN's Syria envoy", "Trump's Ukraine envoy": the country that an envoy of somebody else is
  /// sent to.
  func isTarget(_ entity: EntitySpan, _ title: Int, _ phrase: RolePhrase) -> Bool {
    guard ["envoy", "negotiator", "coordinator", "mediator"].contains(phrase.head),
      phrase.affiliation == nil, phrase.titles.first?.lowerBound == title,
      case .country = entity.entity, entity.tokens.lowerBound > floor
    else { return false }
    let before = entity.tokens.lowerBound - 1
    return reading.tokens[before].isPossessive || reading.entityOfToken[before] >= 0
      || reading.nameOfToken[before] >= 0
  }

  /// "Northern Ireland Secretary": an office of which the country's name is a part.
  func isOffice(_ entity: EntitySpan, _ title: Int, _ phrase: RolePhrase) -> Bool {
    guard phrase.affiliation == nil, phrase.head == "secretary",
      case .country(CountryCode("GB")) = entity.entity,
      let first = phrase.titles.first, first.lowerBound == title
    else { return false }
    return Offices.lookup(reading.document.text(of: entity.tokens.lowerBound..<first.upperBound))
      != nil
  }

  /// "Lagan Valley MP", "Ramanagara MLA": the place that a member of parliament sits for.
  func constituency(endingAt last: Int, _ title: Int) -> Int? {
    // "Sabah Chief Minister": of the state or province that he governs.
    let governs = reading.word(title) == "chief" && reading.word(title + 1) == "minister"
    guard last == title - 1, governs || RoleParser.seats.contains(reading.word(title)) else {
      return nil
    }
    var first = last + 1
    while first > floor, reading.nameOfToken[first - 1] < 0, reading.entityOfToken[first - 1] < 0,
      reading.tokens[first - 1].isCapitalized, !reading.tokens[first - 1].isMark,
      traits[first - 1].isEmpty, !words.isHonorific(reading.form(first - 1))
    {
      first -= 1
      // "PPP/C MP": two parties that stand as one.
      if first - 2 >= floor, reading.word(first - 1) == "/", reading.tokens[first - 2].isCapitalized
      {
        first -= 2
      }
    }
    return first <= last ? first : nil
  }

  /// Heads before which a constituency stands.
  static let seats: WordSet = ["mp", "mla", "mps", "mlas", "td", "msp"]

  /// "the state department's", "the foreign ministry's": a body of the state in small letters.
  func stateBody(before mark: Int, _ phrase: inout RolePhrase) -> Int? {
    if let owner = government(before: mark, &phrase) { return owner }
    guard mark - 2 > floor, ["department", "ministry", "office"].contains(reading.word(mark - 1)),
      !reading.tokens[mark - 1].isCapitalized
    else { return nil }
    var first = mark - 1
    while first > floor, mark - first < 4,
      !traits[first - 1].isDisjoint(with: [.modifier, .portfolio])
        || reading.word(first - 1) == "state"
    {
      first -= 1
    }
    if first < mark - 1, first > floor, reading.entityOfToken[first - 1] >= 0,
      case let entity = reading.entities[reading.entityOfToken[first - 1]],
      entity.entity.code != nil, entity.tokens.lowerBound >= floor
    {
      // "the Ugandan foreign ministry's"
      set(affiliation(of: entity.entity), &phrase)
      return withArticle(entity.tokens.lowerBound)
    }
    guard first < mark - 1, traits[first - 1].contains(.determiner) else { return nil }
    if reading.word(first) == "state", phrase.affiliation == nil {
      phrase.affiliation = .country(CountryCode("US"))
    }
    return first
  }

  /// "the Hungarian government's spokesman": of the state that is named before it.
  private func government(before mark: Int, _ phrase: inout RolePhrase) -> Int? {
    let noun = mark - 1
    guard noun > floor, RoleParser.governments.contains(reading.word(noun)),
      reading.entityOfToken[noun - 1] >= 0
    else { return nil }
    let entity = reading.entities[reading.entityOfToken[noun - 1]]
    let first = entity.tokens.lowerBound
    guard first >= floor, entity.tokens.upperBound == noun else { return nil }
    if case .organization(_, let code?) = entity.entity {
      // "the Taliban government's": of the country that it governs.
      set(.country(code), &phrase)
    } else {
      set(nation(of: entity, phrase) ?? affiliation(of: entity.entity), &phrase)
    }
    return withArticle(first)
  }

  private static let governments: WordSet = [
    "government", "regime", "cabinet", "parliament", "military", "army", "delegation",
    "administration", "navy",
  ]

  /// Offices that a capital has as a city.
  static let cityHeads: WordSet = [
    "mayor", "mayors", "governor", "archbishop", "bishop", "patriarch", "ruler", "emir", "prince",
  ]
}
