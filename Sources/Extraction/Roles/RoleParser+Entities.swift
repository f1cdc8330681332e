import Diplomacy
import Language

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
      // "European Council President", "UNESCO Director-General": of the body, not of the union it belongs to.
      case .intergovernmental, .forum:
        let isOwn = Countries[code]?.kind == .body && Countries[code]?.name != body.name
        return isOwn ? .organization(name) : entity.affiliation
      default: return entity.affiliation
      }
    case .place(let name, _): return .organization(name)
    default: return entity.affiliation
    }
  }

  /// "President of the Republic", "Leader of the Islamic Revolution": no body, but a word for the state.
  func settleOwner(_ phrase: inout RolePhrase) {
    for place in phrase.titles.indices {
      let owner = phrase.owners[place] ?? (phrase.titles.count == 1 ? phrase.affiliation : nil)
      guard case .organization(let name)? = owner,
        ["Republic", "Islamic Revolution"].contains(name),
        case let title = phrase.titles[place],
        let end = (title.upperBound..<title.upperBound + 5).first(where: {
          ["republic", "revolution"].contains(reading.word($0))
        })
      else { continue }
      phrase.titles[place] = title.lowerBound..<end + 1
      phrase.owners[place] = nil
      if phrase.affiliation == owner { phrase.affiliation = nil }
      if name != "Republic" {
        phrase.owners[place] = .country(CountryCode("IR"))
        if phrase.affiliation == nil { phrase.affiliation = .country(CountryCode("IR")) }
      }
    }
  }

  /// Secret services that are called by a name: who leads them is their head, as that of a company.
  private static let services: WordSet = [
    "mossad", "shin bet", "gru", "mi5", "mi6", "fsb", "svr", "savak", "stasi",
  ]

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
        !body.name.contains("Bank"), !body.name.contains("Reserve"),
        !RoleParser.services.contains(body.name.lowercased())
      else { return nil }
      phrase.affiliation = .country(code)
    default: return nil
    }
    return entity.tokens.lowerBound
  }
}
