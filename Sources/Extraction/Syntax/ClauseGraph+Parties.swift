import Diplomacy
import Language

/// Parties that are told without a name.
extension ClauseGraph {
  /// "a delegation led by Wang Yi".
  func leader(of unit: Int) -> [Actor]? {
    guard ClauseGraph.groups.contains(word(unit)) else { return nil }
    for child in children[unit] where ["led", "headed", "chaired"].contains(word(child)) {
      for agent in children[child] where preposition(of: agent) == "by" {
        let people = actors(at: agent)
        if !people.isEmpty { return people }
      }
    }
    return nil
  }

  /// "officials from Japan and South Korea": a party for each country.
  func sides(of party: Actor, _ unit: Int) -> [Actor] {
    guard case .unnamed(let role, nil) = party.identity,
      let origin = children[unit].first(where: { ["from", "of"].contains(preposition(of: $0)) })
    else { return [party] }
    let countries = ([origin] + children[origin].filter { tree.relations[$0] == .conj })
      .compactMap { reading.entity(startingAt: units[$0].tokens.lowerBound)?.entity.affiliation }
    guard !countries.isEmpty else { return [party] }
    return countries.map { Actor(identity: .unnamed(role: role, of: $0), tokens: party.tokens) }
  }

  /// "Chinese officials", "a Hamas delegation".
  func unnamedParty(_ unit: Int) -> Actor? {
    if ["group", "number", "dozens", "team"].contains(word(unit)),
      let members = children[unit].first(where: {
        preposition(of: $0) == "of" && ClauseGraph.groups.contains(word($0))
      })
    {
      return unnamedParty(members)
    }
    guard ClauseGraph.groups.contains(word(unit)) else { return nil }
    var affiliation: Affiliation?
    for child in children[unit] where affiliation == nil {
      guard let entity = reading.entity(startingAt: units[child].tokens.lowerBound) else {
        continue
      }
      affiliation = entity.entity.affiliation
    }
    return Actor(
      identity: .unnamed(role: reading.document.text(of: units[unit].tokens), of: affiliation),
      tokens: units[unit].tokens)
  }

  static let groups: WordSet = [
    "delegation", "delegations", "officials", "official", "representatives", "representative",
    "leaders", "lawmakers", "senators", "diplomats", "diplomat", "team", "negotiators",
    "counterparts", "counterpart", "ministers", "envoys", "mediators", "rebels", "commanders",
    "families", "relatives", "members", "executives", "businessmen", "activists", "dissidents",
    "negotiator", "colleagues", "generals", "students", "veterans", "mayors", "governors",
    "politicians", "congressmen", "parliamentarians", "legislators", "heads", "chiefs", "survivors",
    "victims",
    "allies", "aides", "advisers", "clerics", "elders", "bishops", "trustees", "supporters",
  ]
}
