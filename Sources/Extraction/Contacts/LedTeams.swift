import Diplomacy
import Language

/// Who led the delegation of which a text told last: "A delegation led by Markey flew to Taipei. The delegation was
/// received by Tsai".
struct LedTeams {
  private var leaders: [Actor] = []
  private var block = 0

  /// So many blocks on, "the delegation" is still theirs.
  private static let reach = 2

  /// Takes note of the delegations of a sentence.
  mutating func note(_ graph: ClauseGraph) {
    for unit in graph.units.indices
    where graph.units[unit].actors == nil && LedTeams.teams.contains(graph.word(unit)) {
      guard let people = graph.leader(ofMembers: unit)?.filter({ $0.person != nil }),
        !people.isEmpty
      else { continue }
      leaders = people
      block = graph.sentence.origin
    }
  }

  /// Those for whom an actor stands that is called no more than "the delegation".
  func leaders(meantBy actor: Actor, in contact: ContactDraft, _ reading: Reading) -> [Actor] {
    guard case .unnamed(_, nil) = actor.identity, !leaders.isEmpty, actor.tokens.count == 1,
      LedTeams.teams.contains(reading.word(actor.tokens.lowerBound)),
      reading.word(actor.tokens.lowerBound - 1) == "the",
      contact.block - block <= Self.reach,
      !contact.people.contains(where: { person in leaders.contains { $0.person == person } })
    else { return [] }
    return leaders.map { Actor(identity: $0.identity, tokens: actor.tokens) }
  }

  private static let teams: WordSet = ["delegation", "team", "mission"]
}
