import Diplomacy
import Language

/// Who led the delegation of which a text told last, and who else was of it: "A delegation led by Markey flew to Taipei.
/// It included Graham. The delegation was received by Tsai".
struct LedTeams {
  private var leaders: [Actor] = []
  private var block = 0
  /// Where the sentence ends that told of them last.
  private var end = -1

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
      end = graph.sentence.tokens.upperBound
    }
    for verb in graph.units.indices where graph.units[verb].actors == nil && graph.isVerb(verb) {
      noteClause(verb, graph)
    }
  }

  /// "The delegation was led by Markey", "Markey heads the team", "The delegation included Graham".
  private mutating func noteClause(_ verb: Int, _ graph: ClauseGraph) {
    func people(_ units: [Int]) -> [Actor] {
      units.flatMap(graph.actors(at:)).filter { $0.person != nil }
    }
    func isTeam(_ units: [Int]) -> Bool {
      units.contains {
        LedTeams.teams.contains(graph.word($0)) || LedTeams.severals.contains(graph.word($0))
      }
    }
    switch graph.word(verb) {
    case "led", "headed", "leads", "heads":
      let isPassive = graph.isPassive(verb)
      let team = graph.children(of: verb, by: isPassive ? .nsubjPass : .obj)
      let told = people(isPassive ? graph.obliques(of: verb, ["by"]) : graph.subjects(of: verb))
      guard isTeam(team), !told.isEmpty else { return }
      leaders = told
      block = graph.sentence.origin
      end = graph.sentence.tokens.upperBound
    case "included", "includes", "comprised", "comprises":
      let told = people(graph.objects(of: verb))
      guard isTeam(graph.children(of: verb, by: .nsubj)), !leaders.isEmpty,
        graph.sentence.origin - block <= Self.reach
      else { return }
      leaders += told.filter { member in !leaders.contains { $0.person == member.person } }
    default: return
    }
  }

  /// "Baradar led the delegation. Wang received them": those of whom the sentence right before says it.
  func leaders(rightBefore contact: ContactDraft) -> [Actor] {
    guard end == contact.sentence.lowerBound,
      !contact.people.contains(where: { person in leaders.contains { $0.person == person } })
    else { return [] }
    return leaders
  }

  /// Those for whom an actor stands that is called no more than "the delegation".
  func leaders(meantBy actor: Actor, in contact: ContactDraft, _ reading: Reading) -> [Actor] {
    guard case .unnamed(_, nil) = actor.identity, !leaders.isEmpty, isTeam(actor, reading),
      contact.block - block <= Self.reach,
      !contact.people.contains(where: { person in leaders.contains { $0.person == person } })
    else { return [] }
    return leaders.map { Actor(identity: $0.identity, tokens: actor.tokens) }
  }

  /// "the delegation", "the heads of the delegations"
  private func isTeam(_ actor: Actor, _ reading: Reading) -> Bool {
    let words = actor.tokens.map(reading.word)
    if words.count == 1 {
      return LedTeams.teams.contains(words[0]) && reading.word(actor.tokens.lowerBound - 1) == "the"
    }
    return words.contains { ["heads", "leaders", "chiefs"].contains($0) }
      && words.last.map(LedTeams.severals.contains) == true
  }

  private static let severals: WordSet = ["delegations", "teams"]
  private static let teams: WordSet = ["delegation", "team", "mission", "group"]
}
