import Diplomacy
import Language

/// Contacts of sentences turned round: who was with whom stands first, and who it was behind the verb.
extension ContactFinder {
  /// "Among Merkel's guests was Macron", "At her side was Macron", "Among those Merkel met was Macron".
  func inverted(_ unit: Int) -> ContactDraft? {
    guard graph.units[unit].isPerson,
      let copula = graph.children(of: unit, by: .cop).first, copula < unit,
      let fronted = graph.children[unit].first(where: {
        $0 < copula && [.obl, .csubj, .nsubj, .advcl].contains(graph.relation($0))
      })
    else { return nil }
    let somebody = side([unit])
    let other = other(of: fronted)
    guard other.namesSomebody,
      !other.actors.contains(where: { one in
        somebody.actors.contains { $0.identity == one.identity }
      })
    else { return nil }
    return draft([other, somebody], unit, .meeting, through: [fronted])
  }

  /// Whom what stands before the verb names, as host, as neighbour or as who met.
  private func other(of fronted: Int) -> Side {
    let preposition = graph.preposition(of: fronted)
    if graph.units[fronted].actors != nil {
      // "With Glucksmann were six members"; "With him were" adds to an occasion told before.
      return preposition == "with" && graph.units[fronted].isPerson
        && !["him", "her", "them"].contains(graph.word(fronted)) ? side([fronted]) : .none
    }
    if graph.relation(fronted) != .obl { return undergone(fronted) }
    let owner = side(graph.children(of: fronted, by: .nmodPoss))
    if preposition == "among", ContactFinder.callers.contains(graph.word(fronted)) { return owner }
    if preposition == "at", graph.word(fronted) == "side" { return owner }
    // "Among those Merkel met"
    let verb = contactWords.verbs[graph.word(fronted)]
    let isContact = verb?.strength == .strong || verb?.strength == .direct
    guard preposition == "among", isContact, graph.objects(of: fronted).isEmpty else {
      return .none
    }
    return side(graph.children(of: fronted, by: .nsubj))
  }

  /// "Greeting him at the airport was Macron", "Waiting for him at the door was Macron"
  private func undergone(_ verb: Int) -> Side {
    if graph.word(verb) == "waiting" { return side(graph.obliques(of: verb, ["for"])) }
    guard ["greeting", "welcoming", "receiving", "hosting", "joining"].contains(graph.word(verb))
    else { return .none }
    return side(graph.children(of: verb, by: .obj))
  }

  /// Those who are with somebody by what they are called.
  private static let callers: WordSet = [
    "visitors", "guests", "callers", "hosts", "interlocutors", "companions", "partners",
  ]
}
