import Diplomacy
import Language

/// Officials and delegations of several states as one group: "the two countries' foreign ministers", "delegations from
/// Armenia and Azerbaijan".
extension ActorParser {
  /// "the two countries' foreign ministers": a party for each of the states told before.
  func officials(of group: ActorGroup) -> ActorGroup? {
    let mark = group.tokens.upperBound
    guard mark + 1 < limit, reading.tokens[mark].isPossessive, let role = role(at: mark + 1),
      role.isPlural
    else { return nil }
    return parties(of: role, reading.states(meantBy: group.tokens), group.tokens.lowerBound)
  }

  /// "officials of the two countries", likewise.
  func counted(_ role: RolePhrase) -> ActorGroup? {
    guard role.isPlural,
      let of = role.tokens.first(where: { ["of", "from"].contains(reading.word($0)) })
    else { return nil }
    let states = reading.states(meantBy: of + 1..<role.tokens.upperBound)
    return parties(of: role, states, role.tokens.lowerBound)
  }

  private func parties(
    of role: RolePhrase, _ states: [CountryCode], _ start: Int
  ) -> ActorGroup? {
    guard !states.isEmpty else { return nil }
    let tokens = start..<role.tokens.upperBound
    let title =
      role.titles.first.flatMap { range in
        range.contains { reading.word($0) == "of" } ? nil : reading.document.text(of: range)
      } ?? role.head
    return ActorGroup(
      actors: states.map {
        Actor(identity: .unnamed(role: title, of: .country($0)), tokens: tokens)
      }, tokens: tokens)
  }

  /// "delegations from Ethiopia, Egypt and Sudan", "representatives of the government and the FARC".
  func sent(at start: Int) -> ActorGroup? {
    var noun = start
    let first = reading.word(start)
    if Self.isArticle(first) {
      noun += 1
    } else if !Self.openers.contains(first) {
      return nil
    }
    while noun < start + 3, Self.adornments.contains(reading.word(noun)) { noun += 1 }
    guard noun < limit, Self.senders.contains(reading.word(noun)),
      ["from", "of"].contains(reading.word(noun + 1)), let list = list(at: noun + 2),
      list.actors.count > 1
    else { return nil }
    let role = reading.document.text(of: noun..<noun + 1)
    let tokens = start..<list.end
    let actors = list.actors.map { actor -> Actor in
      switch actor.identity {
      case .country(let code):
        Actor(identity: .unnamed(role: role, of: .country(code)), tokens: tokens)
      case .unnamed(_, let of): Actor(identity: .unnamed(role: role, of: of), tokens: tokens)
      case .person, .group: actor
      }
    }
    return ActorGroup(actors: actors, tokens: tokens)
  }

  /// "Russian and Turkish military delegations"
  func nationals(at start: Int) -> ActorGroup? {
    var codes: [CountryCode] = []
    var at = start
    while codes.count < Self.longest, let span = reading.entity(startingAt: at),
      case .adjective(let code) = span.entity
    {
      codes.append(code)
      at = span.tokens.upperBound
      if [",", "and"].contains(reading.word(at)) { at += 1 }
    }
    guard codes.count > 1, reading.word(at - 1) != "and", reading.word(at - 1) != "," else {
      return nil
    }
    var noun = at
    while noun < at + 3, Self.adornments.contains(reading.word(noun)) { noun += 1 }
    guard noun < limit, Self.senders.contains(reading.word(noun)), endsPhrase(noun + 1) else {
      return nil
    }
    let role = reading.document.text(of: noun..<noun + 1)
    let tokens = start..<noun + 1
    return ActorGroup(
      actors: codes.map {
        Actor(identity: .unnamed(role: role, of: .country($0)), tokens: tokens)
      }, tokens: tokens)
  }

  private static let senders: WordSet = [
    "delegations", "delegation", "teams", "negotiators", "representatives", "envoys", "officials",
    "diplomats", "experts", "lawmakers", "mediators", "generals", "commanders", "delegates",
    "officers",
    "parliamentarians", "troops",
  ]
  /// What such a group begins with, without an article.
  private static let openers = senders.union(adornments)
  private static let adornments: WordSet = [
    "senior", "top", "high-level", "technical", "government", "military", "working-level",
  ]
}
