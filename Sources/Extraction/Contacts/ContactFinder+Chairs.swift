import Diplomacy
import Language

/// Who chaired or joined an occasion, told in a clause behind its noun.
extension ContactFinder {
  /// "The audience took place in the presence of Boukadoum": of an occasion told before.
  func witnessed(_ unit: Int) -> Attendance? {
    guard graph.preposition(of: unit) == "in", let verb = graph.head(unit), graph.isVerb(verb),
      let event = graph.children(of: verb, by: .nsubj, .nsubjPass).first, isToldBefore(event)
    else { return nil }
    let people = side(graph.obliques(of: unit, ["of"]) + graph.children(of: unit, by: .nmodPoss))
    return people.isEmpty ? nil : Attendance(side: people, event: event)
  }

  /// ", which Sybiha joined by video link": who else was at the occasion at `noun`.
  func joining(behind noun: Int) -> [Int] {
    let near = noun + 1..<max(noun + 1, min(noun + 16, graph.units.count - 2))
    // "negotiations between Shamkhani and Aiban, in which Wang took part"
    if let which = near.first(where: {
      graph.word($0) == "which" && graph.word($0 - 1) == "in" && graph.word($0 - 2) == ","
    }), graph.units[which + 1].actors?.actors.contains(where: { $0.person != nil }) == true,
      (which + 2..<min(which + 6, graph.units.count)).contains(where: {
        ["took", "participated"].contains(graph.word($0))
      })
    {
      return [which + 1]
    }
    guard let which = near.first(where: { graph.word($0) == "which" && graph.word($0 - 1) == "," }),
      graph.units[which + 1].actors?.actors.contains(where: { $0.person != nil }) == true,
      let verb = (which + 2..<min(which + 8, graph.units.count)).first(where: { graph.isVerb($0) }),
      ["joined", "attended"].contains(graph.word(verb)), !graph.isPassive(verb)
    else { return [] }
    return [which + 1]
  }

  /// "The meeting, which had been convened by Gonsalves": who chaired what was told before.
  func chairing(_ verb: Int) -> Attendance? {
    guard graph.isPassive(verb) else { return nil }
    let event =
      graph.relation(verb) == .aclRelcl
      ? graph.head(verb) : graph.children(of: verb, by: .nsubjPass, .nsubj).first
    // "The ceremony on the South Lawn was witnessed by Christopher"
    let isCeremony =
      event.map {
        ["ceremony", "signing"].contains(graph.word($0)) && graph.relation($0) == .nsubjPass
      }
      ?? false
    guard let event, isCeremony || isToldBefore(event) else { return nil }
    let agents = graph.obliques(of: verb, ["by"])
    var chairs = side(agents)
    if chairs.isEmpty, let panel = agents.first, let first = members(behind: panel) {
      chairs = list(from: first)
    }
    return Attendance(
      side: chairs, event: event,
      trigger: graph.relation(verb) == .aclRelcl && graph.units[event].actors == nil ? event : nil)
  }
}
