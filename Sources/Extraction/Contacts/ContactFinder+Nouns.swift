import Diplomacy
import Language

extension ContactFinder {
  /// The contacts told by the noun at `unit`: "talks with", "a meeting between", "held talks".
  func nounContacts(_ unit: Int, _ noun: ContactWords.Noun) -> [ContactDraft] {
    switch noun.strength {
    case .none, .conference: return []
    case .hands, .word, .round: guard isIdiom(unit, noun) else { return [] }
    default: break
    }
    let between = side(graph.obliques(of: unit, ["between", "among", "involving", "of"]))
    if isSeveral(between) || between.actors.count > 1 {
      return draft([between], unit, noun.kind).map { [$0] } ?? []
    }
    let verb = holder(of: unit)
    let owner = owner(of: unit)
    var others = withParties(unit, through: verb)
    if noun.strength == .call || noun.strength == .visit || noun.strength == .open {
      others += graph.obliques(of: unit, noun.strength == .call ? ["to", "from"] : [])
        .map { side([$0]) }.filter { !$0.isEmpty }
    }
    if noun.strength == .visit { return visit(unit, owner: owner, verb: verb, hosts: others) }
    let subject = owner.isEmpty ? verbSide(of: unit, verb) : owner
    if !others.isEmpty {
      guard !subject.isEmpty else { return [] }
      return others.compactMap { draft([subject, $0], unit, noun.kind, through: span(verb)) }
    }
    if isSeveral(owner) { return draft([owner], unit, noun.kind).map { [$0] } ?? [] }
    guard let verb, isLight(verb) || isPlaceOf(unit, verb), isSeveral(subject) else { return [] }
    if noun.strength == .call, graph.preposition(of: unit) == "for" { return [] }
    return draft([subject], unit, noun.kind, through: [verb]).map { [$0] } ?? []
  }

  private func span(_ verb: Int?) -> [Int] { verb.map { [$0] } ?? [] }

  /// "shook hands", "had a word": only with the verb that makes it one.
  private func isIdiom(_ unit: Int, _ noun: ContactWords.Noun) -> Bool {
    guard let verb = graph.head(unit) else { return false }
    let lemma = contactWords.verbs[graph.word(verb)]?.lemma
    switch noun.strength {
    case .hands: return lemma == "shake" || graph.word(verb).hasPrefix("gripp")
    case .word: return lemma == "have" || lemma == "exchange" || lemma == "share"
    case .round:
      return graph.children[unit].contains {
        let word = graph.word($0)
        return ["talks", "negotiations", "consultations", "discussions"].contains(word)
      }
    default: return true
    }
  }

  /// "Blinken's" in "Blinken's first meeting with".
  private func owner(of unit: Int) -> Side {
    side(graph.children(of: unit, by: .nmodPoss))
  }

  /// Those told by "with", each group by itself.
  private func withParties(_ unit: Int, through verb: Int?) -> [Side] {
    var units = graph.obliques(of: unit, ["with", "alongside"])
    if units.isEmpty, let verb, isLight(verb) || isBeing(verb) {
      units = graph.obliques(of: verb, ["with", "alongside"], through: unit)
    }
    if units.isEmpty, graph.relation(unit) == .conj, let first = graph.head(unit) {
      units = graph.obliques(of: first, ["with"])
    }
    var found = units.map { side([$0]) }.filter { !$0.isEmpty }
    if found.isEmpty {
      // "talks with" may share what follows a later noun: "a meeting and dinner with Xi".
      for other in graph.children(of: unit, by: .conj) where graph.isEventNoun(other) {
        found += graph.obliques(of: other, ["with"]).map { side([$0]) }.filter { !$0.isEmpty }
      }
    }
    return found
  }

  /// The verb by which an occasion is held: "held talks", "met for talks", "said after talks".
  private func holder(of unit: Int) -> Int? {
    var at = unit
    for _ in 0..<6 {
      guard let governor = graph.head(at) else { return nil }
      if graph.isVerb(governor) || graph.isPredicate(governor) { return governor }
      at = governor
    }
    return nil
  }

  private func isLight(_ verb: Int) -> Bool {
    contactWords.verbs[graph.word(verb)]?.frames.contains(.light) ?? false
  }

  private func isBeing(_ verb: Int) -> Bool { graph.tag(verb).universal == .auxiliary }

  /// "met for talks", "were in talks", "flew in for a summit".
  private func isPlaceOf(_ unit: Int, _ verb: Int) -> Bool {
    ["in", "for", "at", "after", "during", "into", "over"].contains(graph.preposition(of: unit))
  }

  /// The other side of a contact without an owner: the subject of the verb over it.
  private func verbSide(of unit: Int, _ verb: Int?) -> Side {
    guard let verb else { return .none }
    let relation = graph.relation(unit)
    if relation == .nsubj || relation == .nsubjPass { return .none }
    if graph.isPredicate(verb), verb == unit { return side(graph.subjects(of: verb)) }
    if graph.isPassive(verb), relation == .obj { return .none }
    if isReported(unit, verb) { return .none }
    return subjectSide(of: verb)
  }

  /// "praised the talks with", "announced a meeting with": who speaks of a contact is not for that
  /// reason in it.
  private func isReported(_ unit: Int, _ verb: Int) -> Bool {
    guard graph.relation(unit) == .obj else { return false }
    let speaking: Set = [
      "announced", "announce", "announces", "described", "praised", "called", "criticised",
      "criticized", "said", "reported", "confirmed", "denied", "mentioned", "cited", "followed",
      "demanded", "noted", "condemned", "welcomed", "recalled", "brokered", "mediated",
      "facilitated", "organised", "organized", "proposed",
    ]
    return speaking.contains(graph.word(verb))
  }

  /// "his visit to Beijing" tells of a meeting only with a host: "a visit to Xi".
  private func visit(_ unit: Int, owner: Side, verb: Int?, hosts: [Side]) -> [ContactDraft] {
    []
  }
}
