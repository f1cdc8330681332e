import Diplomacy
import Language

/// Reads where something took place.
struct PlaceReader {
  let reading: Reading

  /// The most exact place told in the sentence of `contact`: the nearest city, else a building.
  func place(of contact: ContactDraft) -> Attested<PlaceName>? {
    let candidates = reading.entities.filter {
      contact.sentence.contains($0.tokens.lowerBound) && isLocated($0)
    }
    let ranked = candidates.compactMap { span -> (span: EntitySpan, place: PlaceName, rank: Int)? in
      guard let place = place(of: span) else { return nil }
      let distance = min(
        abs(span.tokens.lowerBound - contact.trigger),
        abs(span.tokens.lowerBound - contact.tokens.upperBound))
      let building = isBuilding(span.entity)
      let inside = contact.tokens.contains(span.tokens.lowerBound)
      return (span, place, distance + (building ? 100 : 0) - (inside ? 5 : 0))
    }
    guard let best = ranked.min(by: { $0.rank < $1.rank }) else { return nil }
    return Attested(best.place, reading.evidence(best.span.tokens))
  }

  /// The place an entity names; nil for countries and organisations.
  func place(of span: EntitySpan) -> PlaceName? {
    switch span.entity {
    case .place(_, let code): return PlaceName(name(of: span), in: code)
    case .capital(_, let code): return PlaceName(name(of: span), in: code)
    case .government(let name, let code, let city):
      guard city != nil else { return nil }
      return PlaceName(name, in: code)
    case .country, .adjective, .organization: return nil
    }
  }

  /// "Washington DC" is told as Washington; capitals of a dateline are written small.
  private func name(of span: EntitySpan) -> String {
    switch span.entity {
    case .place(let name, _), .capital(let name, _):
      if name.hasPrefix("Washington") { return "Washington" }
      guard name.utf8.count > 3, name == name.uppercased() else { return name }
      return name.split(separator: " ").map { word in
        String(word.prefix(1)) + word.dropFirst().lowercased()
      }.joined(separator: " ")
    default: return reading.document.text(of: span.tokens)
    }
  }

  private func isBuilding(_ entity: Entity) -> Bool {
    if case .government = entity { return true }
    return false
  }

  /// Whether a preposition of place stands before: "in Washington", "at the White House".
  private func isLocated(_ span: EntitySpan) -> Bool {
    var before = span.tokens.lowerBound - 1
    while ["the", "downtown", "central", "nearby"].contains(reading.word(before)) { before -= 1 }
    return ["in", "at", "to", "from", "inside", "outside", "near", "reached"]
      .contains(reading.word(before)) && !["from"].contains(reading.word(before))
  }
}
