import Diplomacy
import Language

/// Looks up the phrases of a text in the reference tables.
struct Gazetteer {
  /// The longest known phrase that starts at `start`.
  ///
  /// Only words written with a capital start one, so that "us" and "turkey" are no countries.
  func match(_ tokens: [Token], at start: Int, limit: Int) -> EntitySpan? {
    guard tokens[start].isCapitalized else { return nil }
    let longest = min(
      limit - start,
      max(Countries.maximalWordCount, Places.maximalWordCount, Organizations.maximalWordCount))
    var phrases: [String] = []
    var phrase = ""
    for token in tokens[start..<start + longest] {
      // "People's Republic of China": the possessive ending joins without a space.
      if !phrase.isEmpty, !token.isPossessive {
        guard token.shape.contains(.afterSpace), !token.isMark else { break }
        phrase += " "
      }
      phrase += token.text
      phrases.append(phrase)
    }
    for (index, phrase) in phrases.enumerated().reversed() {
      // "The Hague" is a name; in "The Iranian minister" the article belongs to the minister.
      if tokens[start].lower == "the", Countries.lookup(phrase) != nil { continue }
      if let entity = entity(phrase) {
        let end = start + index + 1
        return EntitySpan(tokens: start..<withDistrict(end, tokens, limit), entity: entity)
      }
    }
    return nil
  }

  private func entity(_ phrase: String) -> Entity? {
    if let organization = Organizations.lookup(phrase) {
      return .organization(phrase, organization.country)
    }
    if let match = Countries.lookup(phrase) {
      switch match.form {
      case .name: return .country(match.code)
      case .adjective, .demonym: return .adjective(match.code)
      case .capital: return .capital(phrase, match.code)
      case .metonym:
        return .government(phrase, match.code, city: Countries.metonym(phrase)?.city)
      }
    }
    return Places.lookup(phrase).first { $0.ambiguity == nil }.map { .place(phrase, $0.country) }
  }

  /// "Washington DC" and "Washington, D.C." are Washington.
  private func withDistrict(_ end: Int, _ tokens: [Token], _ limit: Int) -> Int {
    guard tokens[end - 1].text == "Washington" else { return end }
    let next = end < limit && tokens[end].text == "," ? end + 1 : end
    return next < limit && ["DC", "D.C.", "D.C"].contains(tokens[next].text) ? next + 1 : end
  }
}
