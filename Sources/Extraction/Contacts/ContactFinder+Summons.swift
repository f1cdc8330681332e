import Diplomacy
import Language

/// Envoys who are called to a ministry.
extension ContactFinder {
  /// "summoned the British ambassador", "the Israeli envoy was summoned", "was called in".
  func summons(_ unit: Int) -> [ContactDraft] {
    let isPassive = graph.isPassive(unit)
    let called =
      isPassive
      ? side(graph.children(of: unit, by: .nsubjPass, .nsubj)) : side(graph.objects(of: unit))
    guard called.actors.contains(where: isEnvoy) else { return [] }
    // ", where he was told by McDonald": told of by that.
    let behind = unit + 1..<max(unit + 1, min(unit + 16, graph.units.count))
    if behind.contains(where: {
      graph.isVerb($0) && graph.isPassive($0) && travel(over: $0) == unit
        && contactWords.verbs[graph.word($0)]?.strength == .weak
        && !side(graph.obliques(of: $0, ["by"])).isEmpty
    }) {
      return []
    }
    var calling =
      isPassive ? side(graph.obliques(of: unit, ["by"])) : side(graph.subjects(of: unit))
    if calling.isEmpty {
      let tokens = graph.units[unit].tokens
      let ministry = Actor(
        identity: .unnamed(role: "foreign ministry", of: host(of: called).map(Affiliation.country)),
        tokens: tokens)
      calling = Side(actors: [ministry], units: [])
    }
    return draft([calling, called], unit, .meeting).map { [$0] } ?? []
  }

  /// "the Spanish ambassador to Managua": the state that an envoy is sent to.
  private func host(of called: Side) -> CountryCode? {
    for actor in called.actors {
      let near =
        actor.tokens
        .lowerBound..<min(
          actor.tokens.upperBound + 4, graph.sentence.tokens.upperBound)
      for token in near where ["to", "in"].contains(reading.word(token)) {
        switch reading.entity(startingAt: token + 1)?.entity {
        case .country(let code), .capital(_, let code): return code
        default: continue
        }
      }
    }
    return nil
  }

  /// "was refused a meeting by Cameron"
  func refused(_ unit: Int, _ noun: ContactWords.Noun, _ verb: Int?) -> ContactDraft? {
    guard let verb, graph.isPassive(verb), [.obj, .xcomp].contains(graph.relation(unit)),
      ["refused", "denied"].contains(graph.word(verb)), noun.strength == .strong,
      case let asking = subjectSide(of: verb), asking.actors.contains(where: { $0.person != nil })
    else { return nil }
    let refusing = side(
      graph.obliques(of: verb, ["by"]) + graph.obliques(of: unit, ["by", "with"]))
    return refusing.isEmpty ? nil : draft([asking, refusing], unit, noun.kind, through: [verb])
  }

  /// "called in": with its particle it summons.
  func isCalledIn(_ unit: Int) -> Bool {
    graph.word(unit) == "called" && graph.word(unit + 1) == "in"
      && (unit + 2 >= graph.units.count || graph.preposition(of: unit + 2).isEmpty)
  }

  private func isEnvoy(_ actor: Actor) -> Bool {
    switch actor.identity {
    case .person(let person):
      return reading.people[person].roles.contains {
        [.ambassador, .diplomat, .specialEnvoy].contains($0.office)
          || ContactFinder.envoys.contains(where: $0.title.lowercased().contains)
      }
    case .unnamed(let role, _):
      return ContactFinder.envoys.contains(where: role.lowercased().contains)
    case .country, .group: return false
    }
  }

  private static let envoys = [
    "ambassador", "envoy", "charge d'affaires", "chargé d'affaires", "consul", "high commissioner",
    "diplomat", "chargé", "attach", "representative",
  ]
}
