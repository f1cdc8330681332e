import Diplomacy
import Language

/// Parties that are told without a name.
extension ClauseGraph {
  /// "a delegation led by Wang Yi".
  func leader(of unit: Int) -> [Actor]? {
    guard ClauseGraph.groups.contains(word(unit)) else { return nil }
    return leader(ofMembers: unit)
  }

  /// "Six U.S. senators headed by Lindsey Graham"
  func leader(ofMembers unit: Int) -> [Actor]? {
    // "a delegation of the Duma headed by", "from Congress led by": read as hanging on the body.
    let bodies = children[unit].filter { ["of", "from"].contains(preposition(of: $0)) }
      .flatMap { children[$0] }
    for child in children[unit] + bodies
    where ["led", "headed", "chaired"].contains(word(child)) && tag(child).penn == .vbn {
      for agent in children[child] where preposition(of: agent) == "by" {
        let people = actors(at: agent)
        if !people.isEmpty { return people + joined(to: people, behind: agent) }
      }
    }
    // "a delegation that comprised Vance, Rubio and Kellogg"
    for child in children(of: unit, by: .aclRelcl, .acl)
    where ["comprised", "included", "includes", "comprising", "comprises"].contains(word(child)) {
      let people = children(of: child, by: .obj).flatMap(actors(at:)).filter { $0.person != nil }
      if !people.isEmpty { return people }
    }
    // "a team under Ambassador Al Jaber"
    for child in children[unit] where preposition(of: child) == "under" {
      let people = actors(at: child).filter { $0.person != nil }
      if !people.isEmpty { return people }
    }
    return nil
  }

  /// "headed by Yermak, the chief of staff, and including Umerov and Sybiha"
  private func joined(to leaders: [Actor], behind agent: Int) -> [Actor] {
    let near = agent + 1..<min(agent + 14, units.count)
    guard let including = near.first(where: { ["including", "comprising"].contains(word($0)) }),
      !(agent + 1..<including).contains(where: { isVerb($0) && units[$0].actors == nil }),
      including + 1 < units.count, units[including + 1].actors != nil
    else { return [] }
    return actors(at: including + 1).filter { actor in
      actor.person != nil && !leaders.contains { $0.identity == actor.identity }
    }
  }

  /// "officials from Japan and South Korea": a party for each country.
  func sides(of party: Actor, _ unit: Int) -> [Actor] {
    if let several = countries(within: party) { return several }
    guard case .unnamed(let role, nil) = party.identity,
      let origin = children[unit].first(where: { child in
        ["from", "of"].contains(preposition(of: child))
          || tree.relations[child] == .nmodPoss && units[child].actors?.actors[0].isGroup == true
      })
    else { return [party] }
    // "the foreign ministers of the two countries"
    if let group = units[origin].actors, group.actors[0].isGroup {
      let states = reading.states(meantBy: group.tokens)
      return states.isEmpty
        ? [party]
        : states.map {
          Actor(identity: .unnamed(role: role, of: .country($0)), tokens: party.tokens)
        }
    }
    let countries = ([origin] + children[origin].filter { tree.relations[$0] == .conj })
      .compactMap { origin -> Affiliation? in
        if let government = government(at: origin), case .country(let code) = government.identity {
          return .country(code)
        }
        return reading.entity(startingAt: units[origin].tokens.lowerBound)?.entity.affiliation
      }
    guard !countries.isEmpty else { return [party] }
    return countries.map { Actor(identity: .unnamed(role: role, of: $0), tokens: party.tokens) }
  }

  /// "Experts of Mongolia and Russia", read as one title of one body.
  private func countries(within party: Actor) -> [Actor]? {
    guard case .unnamed(let role, .organization(let name)?) = party.identity,
      name.contains(" and ")
    else { return nil }
    let owners = party.tokens.compactMap { token -> Affiliation? in
      guard let entity = reading.entity(startingAt: token)?.entity, case .country = entity else {
        return nil
      }
      return entity.affiliation
    }
    guard owners.count > 1 else { return nil }
    return owners.map { Actor(identity: .unnamed(role: role, of: $0), tokens: party.tokens) }
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
      // "South American presidents"
      let start = units[child].tokens.lowerBound
      guard let entity = reading.entity(startingAt: start),
        !["south", "latin", "central", "north"].contains(reading.word(start - 1))
      else { continue }
      affiliation = entity.entity.affiliation
    }
    return Actor(
      identity: .unnamed(role: reading.document.text(of: units[unit].tokens), of: affiliation),
      tokens: units[unit].tokens)
  }

  /// "the Colombian government", "Sweden's foreign ministry": a state by those who act for it.
  func government(at unit: Int) -> Actor? {
    guard units[unit].actors == nil, ActorParser.bodies.contains(word(unit)) else { return nil }
    for child in children[unit] where child < unit {
      guard [.amod, .compound, .nmodPoss].contains(tree.relations[child]),
        let code = reading.entity(startingAt: units[child].tokens.lowerBound)?.entity.code
      else { continue }
      let tokens = units[child].tokens.lowerBound..<units[unit].tokens.upperBound
      return Actor(identity: .country(code), tokens: tokens)
    }
    return nil
  }

  /// "the Taliban", "the IMF": a body that comes for itself.
  func body(at unit: Int) -> Actor? {
    guard let span = reading.entity(startingAt: units[unit].tokens.lowerBound),
      span.tokens == units[unit].tokens, case .organization(let name, nil) = span.entity,
      ActorParser.isParty(name)
    else { return nil }
    return Actor(
      identity: .unnamed(role: reading.document.text(of: span.tokens), of: .organization(name)),
      tokens: span.tokens)
  }

  static let groups: WordSet = [
    "delegation", "delegations", "officials", "official", "representatives", "representative",
    "leaders", "lawmakers", "senators", "diplomats", "diplomat", "team", "negotiators",
    "counterparts", "counterpart", "ministers", "envoys", "mediators", "rebels", "commanders",
    "families", "relatives", "members", "executives", "businessmen", "activists", "dissidents",
    "negotiator", "colleagues", "generals", "students", "veterans", "mayors", "governors",
    "politicians", "congressmen", "parliamentarians", "legislators", "heads", "chiefs", "survivors",
    "victims",
    "presidents", "premiers", "ambassadors", "allies", "aides", "advisers", "delegates", "clerics",
    "elders", "bishops", "trustees",
    "supporters",
  ]
}

extension EntitySpan {
  /// The country or body it stands for as a party by itself.
  var actingCode: CountryCode? {
    switch entity {
    case .country(let code), .capital(_, let code), .government(_, let code, _): code
    case .organization(_, let code): code
    case .adjective, .place: nil
    }
  }
}
