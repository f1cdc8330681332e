import Diplomacy

/// What countries, bodies and buildings are to a title.
extension RoleParser {
  /// What a title before or after which `entity` stands belongs to. A party, agency or city owns
  /// its offices itself; a ministry or a building is its country's.
  func affiliation(of entity: Entity) -> Affiliation? {
    switch entity {
    case .organization(let full, let code):
      var name = full.hasPrefix("The ") ? String(full.dropFirst(4)) : full
      if name.hasSuffix(" party"), Organizations.lookup(String(name.dropLast(6))) != nil {
        name = String(name.dropLast(6))
      }
      guard let code else {
        let isForum = Organizations.lookup(name)?.kind == .forum && name.utf8.count <= 3
        return isForum ? nil : .organization(name)
      }
      guard let body = Organizations.lookup(name) else { return entity.affiliation }
      if body.name.contains("Bank") || body.name.contains("Reserve") { return .organization(name) }
      switch body.kind {
      case .movement: return .organization(name)
      case .ministry: return isMinistry(body) ? .country(code) : .organization(name)
      default: return entity.affiliation
      }
    case .place(let name, _): return .organization(name)
    default: return entity.affiliation
    }
  }

  private func isMinistry(_ body: Organization) -> Bool {
    ["Ministry", "Department", "Office", "Affairs"].contains { body.name.contains($0) }
  }

  /// The start of a ministry or building whose name belongs to the title that it stands before:
  /// "State Department spokesman".
  func office(endingAt index: Int, _ phrase: inout RolePhrase) -> Int? {
    let entity = reading.entities[reading.entityOfToken[index]]
    guard entity.tokens.upperBound == index + 1 else { return nil }
    switch entity.entity {
    case .government(_, let code, _):
      phrase.affiliation = .country(code)
    case .organization(let name, let code?):
      guard let body = Organizations.lookup(name), body.kind == .ministry,
        !body.name.contains("Bank"), !body.name.contains("Reserve")
      else { return nil }
      phrase.affiliation = .country(code)
    default: return nil
    }
    return entity.tokens.lowerBound
  }
}
