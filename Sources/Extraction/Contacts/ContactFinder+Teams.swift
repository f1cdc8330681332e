import Diplomacy
import Language

/// Who came for one side: "the Iranian delegation was led by", "Russia was represented by", "Modi was
/// accompanied by".
extension ContactFinder {
  /// "The US delegation included Rubio and Waltz", "the meeting included".
  func included(_ unit: Int) -> Attendance? {
    guard graph.isVerb(unit), let subject = teamSubject(of: unit),
      ContactFinder.companies.contains(graph.word(subject)) || isToldBefore(subject)
    else { return nil }
    // "Those killed included", "Those who died included": at no meeting.
    if graph.word(subject) == "those",
      graph.children(of: subject, by: .aclRelcl, .acl).contains(where: {
        !MemberList.tellsComing(graph.word($0))
      })
    {
      return nil
    }
    var people = side(graph.objects(of: unit))
    if people.isEmpty { people = side(graph.obliques(of: unit, ["of", "by"])) }
    return Attendance(
      side: people, event: isToldBefore(subject) ? subject : nil,
      companions: side(graph.children(of: subject, by: .nmodPoss)).actors, isTeam: isTeam(subject))
  }

  /// "The Iranian delegation was led by Araghchi", "Araghchi led the Iranian side".
  func heading(_ unit: Int) -> Attendance? {
    if let fronted = fronted(unit) { return fronted }
    guard graph.isVerb(unit), graph.isPredicate(unit), !isElsewhere(unit) else { return nil }
    if graph.isPassive(unit) {
      guard let subject = subject(of: unit) else { return nil }
      let leaders = side(graph.obliques(of: unit, ["by"]))
      // "opened the talks, which were led by Mirzoyan and Bayramov"
      if graph.relation(unit) == .aclRelcl, let event = graph.head(unit), isToldBefore(event) {
        return Attendance(side: leaders, event: event)
      }
      if ["delegations", "teams"].contains(graph.word(subject)), leaders.actors.count > 1 {
        return Attendance(side: leaders)
      }
      return isTeam(subject) ? Attendance(side: leaders, isTeam: true) : nil
    }
    guard let object = graph.children(of: unit, by: .obj).first, isTeam(object, orNamed: true)
    else {
      return nil
    }
    let company = graph.children[object].filter {
      ["including", "with"].contains(graph.preposition(of: $0))
    }
    var people = side(graph.subjects(of: unit) + company)
    // "heads the government's team, together with A and B"
    let next = (object + 1..<min(object + 4, graph.units.count)).first { graph.word($0) == "with" }
    if let next, ["together", "along"].contains(graph.word(next - 1)) {
      let beside = list(from: next + 1)
      people.actors += beside.actors.filter { !people.actors.contains($0) }
      people.units += beside.units
    }
    return Attendance(side: people, isTeam: true)
  }

  /// "France was represented by Fabius, Germany by Westerwelle and Britain by Hague": who came for each side, where
  /// the verb is not said again; nothing where it tells of one side alone.
  func sides(representedBy verb: Int) -> [Side] {
    guard graph.isPassive(verb) else { return [] }
    var agents: [Int] = []
    for unit in graph.units.indices.dropFirst(verb + 1).prefix(60) {
      if graph.word(unit) == "by" {
        if agents.count < 2 || isCountry(unit - 1) || isTeam(unit - 1) || isCamp(unit - 1) {
          agents.append(unit)
        }
      } else if graph.isVerb(unit), graph.isPredicate(unit), graph.units[unit].actors == nil {
        break
      }
    }
    guard agents.count > 1 else { return [] }
    let ends = agents.dropFirst().map { $0 - 1 } + [graph.units.count]
    let sides = zip(agents, ends).map { agent, end in
      let units = list(from: agent + 1).units.filter { $0 < end && graph.units[$0].isPerson }
      return Side(actors: units.flatMap { graph.units[$0].actors?.actors ?? [] }, units: units)
    }
    return sides.allSatisfy(\.namesSomebody) ? sides : []
  }

  /// Those of one side as a telling of its own.
  func team(_ side: Side, _ verb: Int) -> ContactDraft? {
    let people = side.actors.filter { $0.person != nil }
    guard !people.isEmpty,
      var draft = draft([Side(actors: people, units: side.units)], verb, nil)
    else { return nil }
    draft.joinsPrevious = true
    draft.isTeam = true
    return draft
  }

  /// "Russia was represented by Lavrov".
  func represented(_ unit: Int) -> Attendance? {
    guard graph.isPassive(unit), let subject = subject(of: unit),
      isTeam(subject) || isCountry(subject) || isCamp(subject)
    else { return nil }
    return Attendance(side: side(graph.obliques(of: unit, ["by"])), isTeam: true)
  }

  /// "Lavrov represented Russia at the talks".
  func representing(_ unit: Int) -> Attendance? {
    if let fronted = fronted(unit) { return fronted }
    guard let object = graph.children(of: unit, by: .obj).first,
      isTeam(object) || isCountry(object)
    else { return nil }
    // "Kuchma represented Kyiv and ambassador Zurabov Moscow"
    let others = graph.children(of: object, by: .conj).filter { other in
      graph.units[other].actors != nil && other + 1 < graph.units.count && isCountry(other + 1)
    }
    let second = others.flatMap { graph.units[$0].actors?.actors ?? [] }
    return Attendance(
      side: Side(
        actors: side(graph.subjects(of: unit)).actors + second, units: graph.subjects(of: unit)),
      isTeam: true)
  }

  /// "Representing Egypt was Sisi", "Leading the U.S. delegation was Rubio": who stands behind the copula.
  private func fronted(_ verb: Int) -> Attendance? {
    guard ["representing", "leading", "heading"].contains(graph.word(verb)),
      verb == 0 || [",", ";", "and", "while"].contains(graph.word(verb - 1)),
      let copula = copula(after: verb),
      (verb + 1..<copula).contains(where: { isCountry($0) || isTeam($0) || isCamp($0) })
    else { return nil }
    return Attendance(side: list(from: copula + 1), isTeam: true)
  }

  /// "Modi was accompanied at the meeting by Jaishankar": only where an occasion is told, since who comes
  /// along on a journey does not sit in the talks.
  func accompanied(_ unit: Int) -> Attendance? {
    guard graph.isVerb(unit) else { return nil }
    let event = eventBeside(unit)
    if graph.isPassive(unit) {
      let those = side(graph.subjects(of: unit)).actors
      guard !those.isEmpty else { return nil }
      // "received Barbara Leaf, accompanied by Hady Amr"
      if event == nil, graph.word(unit - 1) == ",", let guest = received(before: unit) {
        return Attendance(
          side: side(graph.obliques(of: unit, ["by"])), companions: [guest])
      }
      // "The two leaders were accompanied by": those of both sides, who met.
      if event == nil {
        guard those.allSatisfy(\.isGroup), graph.isPredicate(unit), graph.relation(unit) == .root
        else { return nil }
        return Attendance(side: side(graph.obliques(of: unit, ["by"])))
      }
      return Attendance(
        side: side(graph.obliques(of: unit, ["by"])), event: event, companions: those)
    }
    let those = side(graph.objects(of: unit)).actors
    guard let event, !those.isEmpty else { return nil }
    return Attendance(side: side(graph.subjects(of: unit)), event: event, companions: those)
  }

  /// Whom a verb of reception has for its object, right before a comma.
  private func received(before unit: Int) -> Actor? {
    guard unit > 2, let guest = graph.units[unit - 2].actors?.actors.first, guest.person != nil,
      let verb = (0..<unit - 2).last(where: { graph.isVerb($0) && graph.units[$0].actors == nil }),
      ["received", "receives", "met", "hosted", "welcomed"].contains(graph.word(verb)),
      (graph.objects(of: verb) + graph.obliques(of: verb, ["with"])).contains(unit - 2)
    else { return nil }
    return guest
  }

  /// "led the delegation at the meeting of ASEAN ministers", "led the delegation that flew to Abu Dhabi":
  /// at an occasion of its own.
  private func isElsewhere(_ verb: Int) -> Bool {
    let below = graph.children[verb] + graph.children[verb].flatMap { graph.children[$0] }
    return below.contains { unit in
      // "led the delegation, which included Kyslytsya" tells who was of it.
      if [.aclRelcl, .acl].contains(graph.relation(unit)) {
        return ContactFinder.presenceSigns[graph.word(unit)] != .including
      }
      guard graph.units[unit].actors == nil, !contactWords.isVague(graph.word(unit)) else {
        return false
      }
      return graph.children[unit].contains {
        graph.preposition(of: $0) == "of" || [.nmodPoss, .compound].contains(graph.relation($0))
      }
    }
  }

  /// "a government team headed by Redwan, the adviser, faced a delegation": who leads the team right before a verb
  /// whose subject the tree does not give.
  func leader(before verb: Int) -> Side {
    guard
      let led = (max(0, verb - 16)..<verb).last(where: {
        ["led", "headed"].contains(graph.word($0)) && graph.word($0 + 1) == "by"
      }), led > 0, isTeam(led - 1), led + 2 < verb, graph.units[led + 2].actors != nil,
      !(led + 3..<verb).contains(where: { graph.isVerb($0) && graph.isPredicate($0) })
    else { return .none }
    return side([led + 2])
  }

  /// "headed the delegation, which also included Kyslytsya": the delegation, where the clause is one about it.
  private func teamSubject(of verb: Int) -> Int? {
    guard let subject = subject(of: verb) else { return nil }
    guard graph.relation(verb) == .aclRelcl, ["which", "that"].contains(graph.word(subject)) else {
      return subject
    }
    return graph.head(verb)
  }

  private func subject(of verb: Int) -> Int? {
    graph.children(of: verb, by: .nsubj, .nsubjPass).first
      ?? (graph.relation(verb) == .conj
        ? graph.head(verb).flatMap { graph.children(of: $0, by: .nsubj, .nsubjPass).first } : nil)
  }

  /// Whether a noun is one of a side; `orNamed` where a clause may tell who was of it.
  private func isTeam(_ unit: Int, orNamed: Bool = false) -> Bool {
    ["team", "delegation", "side", "negotiators", "party", "retinue", "entourage"]
      .contains(graph.word(unit))
      && (orNamed || !graph.actors(at: unit).contains { $0.person != nil })
  }

  /// "the opposition", "the rebels": a side of talks within a country.
  private func isCamp(_ unit: Int) -> Bool {
    [
      "opposition", "government", "rebels", "guerrillas", "insurgents", "separatists", "junta",
      "movement", "regime", "union", "front", "army", "military",
    ].contains(graph.word(unit)) && !graph.actors(at: unit).contains { $0.person != nil }
  }

  private func isCountry(_ unit: Int) -> Bool {
    guard graph.units[unit].actors?.actors.allSatisfy({ $0.person == nil }) ?? true else {
      return false
    }
    switch reading.entity(startingAt: graph.units[unit].tokens.lowerBound)?.entity {
    case .country, .capital, .government, .organization: return true
    default: return false
    }
  }

  private static let companies: WordSet = [
    "team", "delegation", "party", "side", "entourage", "guests", "participants", "retinue",
    "others", "attendees", "those", "interlocutors",
  ]
}
