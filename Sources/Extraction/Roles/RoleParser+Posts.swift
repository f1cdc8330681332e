import Diplomacy
import Language

/// Where an envoy sits, and peoples of two adjectives, before a title.
extension RoleParser {
  /// "U.N. Ambassador Nikki Haley": where a country's ambassador sits, since the body sends none.
  func isSeat(_ entity: EntitySpan, _ title: Int, _ phrase: RolePhrase) -> Bool {
    guard phrase.affiliation == nil, phrase.head == "ambassador",
      phrase.titles.first?.lowerBound == title, let code = entity.entity.code,
      Countries[code]?.kind == .body, code != CountryCode("EU")
    else { return false }
    return true
  }

  /// "the Bosnian Serb leader", "Greek Cypriot leader": a people of two adjectives.
  func isPeople(_ entity: EntitySpan) -> Int? {
    guard case .adjective = entity.entity, entity.tokens.lowerBound > floor,
      RoleParser.peoples.contains(reading.word(entity.tokens.upperBound - 1)),
      reading.entityOfToken[entity.tokens.lowerBound - 1] >= 0
    else { return nil }
    let before = reading.entities[reading.entityOfToken[entity.tokens.lowerBound - 1]]
    switch before.entity {
    case .adjective, .country, .place: break
    default: return nil
    }
    return before.tokens.lowerBound >= floor ? before.tokens.lowerBound : nil
  }

  static let peoples: WordSet = [
    "serb", "serbs", "croat", "croats", "cypriot", "cypriots", "albanian", "albanians",
  ]

  /// Whether the body told before the title is where somebody was sent.
  func isPosted(_ phrase: RolePhrase) -> Bool {
    guard ["envoy", "ambassador", "representative", "ambassadors", "envoys"].contains(phrase.head),
      phrase.titles.first.map({ $0.count < 2 || reading.word($0.lowerBound) != "special" }) == true
    else { return false }
    switch phrase.affiliation {
    case .country(let code)?: return Countries[code]?.kind == .body
    case .organization(let name)?: return Organizations.lookup(name)?.kind == .intergovernmental
    case nil: return false
    }
  }

  /// "French far-right party leader": whether an adjective of a country ends at `index`.
  func isNational(_ index: Int) -> Bool {
    guard reading.entityOfToken[index] >= 0,
      case .adjective = reading.entities[reading.entityOfToken[index]].entity
    else { return false }
    return true
  }
}
