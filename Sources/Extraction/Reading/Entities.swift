import Diplomacy
import Language

/// Tokens that name a country, a place or an organisation.
struct EntitySpan {
  var tokens: Range<Int>
  var entity: Entity
}

/// What such tokens name.
enum Entity: Hashable {
  /// A country by name: "New Zealand".
  case country(CountryCode)
  /// Its adjective or people: "Iranian", "Americans".
  case adjective(CountryCode)
  /// A city or other place.
  case place(String, CountryCode?)
  /// A capital that may also stand for its government.
  case capital(String, CountryCode)
  /// A building or byname of a government, with the city it lies in.
  case government(String, CountryCode, city: String?)
  /// An organisation, with its code where it acts as a country.
  case organization(String, CountryCode?)

  /// The country or body it can stand for as an actor.
  var code: CountryCode? {
    switch self {
    case .country(let code), .adjective(let code), .capital(_, let code),
      .government(_, let code, _):
      code
    case .organization(_, let code): code
    case .place(_, _): nil
    }
  }

  /// The country that it is or lies in, where it is a place.
  var land: CountryCode? {
    switch self {
    case .country(let code), .capital(_, let code), .government(_, let code, city: _): code
    case .place(_, let code): code
    case .adjective, .organization: nil
    }
  }

  private static let bodies: Set = [CountryCode("EU"), CountryCode("UN"), CountryCode("NATO")]

  /// What a role or party belongs to when it stands before or after it.
  var affiliation: Affiliation? {
    if case .organization(let name, let code) = self {
      // The European Council acts for the EU, but its president is not the EU's.
      guard let code, Countries.lookup(name)?.code == code || !Entity.bodies.contains(code) else {
        return .organization(name)
      }
      return .country(code)
    }
    return code.map(Affiliation.country)
  }
}

/// Finds countries, places and organisations by the reference tables, the longest phrase first.
struct EntityStage {
  let gazetteer: Gazetteer

  func run(_ reading: inout Reading) {
    WordKnowledge.idle.lend { run(&reading, $0) }
    SharedBodies(reading).settle(&reading)
  }

  /// "the Peoples Democratic Party": another party than the one whose name ends its own.
  private func widen(_ found: inout EntitySpan, from start: Int, _ reading: Reading) {
    guard found.tokens.count > 1, case .organization = found.entity,
      EntityStage.common.contains(reading.word(found.tokens.lowerBound)),
      reading.word(found.tokens.upperBound - 1) == "party"
    else { return }
    var first = found.tokens.lowerBound
    while first > start, EntityStage.further.contains(reading.word(first - 1)),
      reading.tokens[first - 1].isCapitalized
    {
      first -= 1
    }
    guard first < found.tokens.lowerBound else { return }
    found = EntitySpan(
      tokens: first..<found.tokens.upperBound,
      entity: .organization(
        reading.document.text(of: first..<found.tokens.upperBound), nil))
  }

  /// Adjectives that parties of many countries have in their names, and what stands before them.
  private static let common: WordSet = [
    "democratic", "republican", "liberal", "labour", "socialist", "communist", "conservative",
    "national", "progressive", "nationalist",
  ]
  private static let further: WordSet = [
    "people's", "peoples", "social", "christian", "new", "free", "united", "popular", "progressive",
    "national", "all", "grand", "constitutional", "kurdistan", "democratic", "liberal",
    "republican", "patriotic", "revolutionary", "great",
  ]

  private func run(_ reading: inout Reading, _ knowledge: WordKnowledge) {
    let tokens = reading.tokens
    for sentence in reading.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if tokens[index].isCapitalized,
          var found = gazetteer.match(
            tokens, at: index, limit: sentence.tokens.upperBound, knowledge)
        {
          widen(&found, from: sentence.tokens.lowerBound, reading)
          for token in found.tokens { reading.entityOfToken[token] = reading.entities.count }
          reading.entities.append(found)
          index = found.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
  }
}
