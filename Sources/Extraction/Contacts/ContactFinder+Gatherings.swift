import Diplomacy
import Language

/// Gatherings of ministers, leaders and councils of which hardly anybody is named.
extension ContactFinder {
  /// "Szijjarto said after a meeting of EU foreign ministers": whoever holds such an office was there.
  func spoken(
    after unit: Int, _ noun: ContactWords.Noun, _ verb: Int?, of between: Side
  ) -> ContactDraft? {
    guard let verb, between.actors.count == 1, noun.kind != .call,
      ["after", "following", "at", "during", "before", "ahead of", "from", "to", "for"]
        .contains(place(of: unit)),
      case .unnamed(let role, _) = between.actors[0].identity, between.actors[0].isPlural(reading),
      let portfolio = Portfolio(role)
    else { return nil }
    let subject = subjectSide(of: verb)
    guard subject.actors.count == 1, let person = subject.actors[0].person,
      portfolio.isHeld(by: reading.people[person]), isMember(person, beside: between)
    else { return nil }
    return draft([subject, between], unit, noun.kind == .meeting ? .summit : noun.kind)
  }

  /// Whether a noun of contact can be a gathering.
  private func isGathering(_ noun: ContactWords.Noun) -> Bool {
    [.strong, .open, .conference].contains(noun.strength) && noun.kind != .call
  }

  /// Whether those on a side are ministers or leaders of the states of one body, of whom nobody need be named.
  func isOfBody(_ side: Side) -> Bool {
    guard side.actors.count == 1, case let group = side.actors[0], group.isPlural(reading),
      case .unnamed(let role, _) = group.identity, Portfolio(role) != nil
    else { return false }
    return reading.members(ofBodyNear: group.tokens) != nil
  }

  /// "a meeting of EU foreign ministers".
  func isBodyMeeting(_ group: Side, _ noun: ContactWords.Noun) -> Bool {
    isGathering(noun) && isOfBody(group)
  }

  /// "G20 finance ministers ended two days of talks", "EU leaders failed to agree at a summit": whoever does
  /// something there is there.
  func bodyGathering(_ unit: Int, _ noun: ContactWords.Noun, _ verb: Int?) -> Side? {
    // "two days of talks"
    let isObject =
      graph.relation(unit) == .obj
      || graph.preposition(of: unit) == "of"
        && graph.head(unit).map { [.obj, .oblUnmarked].contains(graph.relation($0)) } == true
    guard let verb, isGathering(noun), !graph.isPassive(verb),
      isObject || ["at", "during", "from"].contains(place(of: unit))
    else { return nil }
    let subject = subjectSide(of: verb)
    return isOfBody(subject) ? subject : nil
  }

  /// "President Putin said at a meeting on the economy": an occasion of those whom later sentences name.
  func opening(_ unit: Int, _ noun: ContactWords.Noun, _ verb: Int?, _ subject: Side) -> Bool {
    guard let verb, isGathering(noun), noun.strength != .conference,
      SpeechWords.verbs.contains(graph.word(verb)) || SaidBefore.telling.contains(graph.word(verb)),
      ["at", "during"].contains(place(of: unit))
        || graph.relation(unit) == .obj && SaidBefore.telling.contains(graph.word(verb)),
      subject.actors.count == 1, subject.actors[0].person != nil,
      graph.word(unit) != "briefing", !["news", "press"].contains(graph.word(unit - 1))
    else { return false }
    return !isToldBefore(unit)
  }

  /// "flew to Paris for a gathering of leaders convened by Macron": who travels for it takes part.
  func gathered(_ unit: Int, _ verb: Int?, _ between: Side, _ presiders: Side) -> [Side]? {
    guard let verb, contactWords.verbs[graph.word(verb)]?.strength == .travel,
      place(of: unit) == "for", !between.isEmpty || !presiders.isEmpty,
      case let traveller = subjectSide(of: verb),
      traveller.actors.contains(where: { $0.person != nil })
    else { return nil }
    return [traveller, between, presiders]
  }

  /// Whether a person acts for a member of the body told beside a group, where there is one.
  private func isMember(_ person: Int, beside group: Side) -> Bool {
    guard let tokens = group.actors.first?.tokens else { return false }
    let near = max(graph.sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.upperBound
    let members = near.lazy.compactMap { [reading] in reading.entity(startingAt: $0)?.entity }
      .compactMap { BodyMembers.shared.members(of: $0) }.first
    guard let members else { return true }
    return reading.people[person].country.map { members.contains($0.value.rawValue) } ?? false
  }

  /// "The UN Security Council will hold an urgent meeting": a council as the only party.
  func council(_ side: Side) -> Side? {
    guard side.actors.count == 1, let unit = side.units.first,
      case .country(let code) = side.actors[0].identity,
      case .organization(let name, _)? = reading.entity(
        startingAt: graph.units[unit].tokens.lowerBound)?.entity,
      name.hasSuffix("Council")
    else { return nil }
    let title = "council"
    let party = Actor(
      identity: .unnamed(role: title, of: .country(code)), tokens: side.actors[0].tokens)
    return Side(actors: [party], units: side.units)
  }

  /// "spoke to key figures late on Tuesday including Tusk and Merkel": those named of people without a title.
  func including(behind verb: Int, _ told: ContactWords.Verb) -> Side? {
    guard told.strength == .strong, !told.frames.contains(.topic),
      let including = (verb + 2..<max(verb + 2, min(verb + 14, graph.units.count - 1))).first(
        where: { graph.word($0) == "including" }), graph.units[including + 1].actors != nil,
      !(verb + 1..<including).contains(where: {
        graph.units[$0].actors != nil || graph.isVerb($0) && graph.isPredicate($0) && $0 > verb + 4
      })
    else { return nil }
    let named = list(from: including + 1)
    return named.actors.contains { $0.person != nil } ? named : nil
  }

  /// "told a meeting of manufacturing executives", "addressed a gathering of ambassadors": those who came
  /// to hear it.
  func hearers(of verb: Int) -> (side: Side, event: Int)? {
    for object in graph.objects(of: verb) where graph.isEventNoun(object) {
      guard
        ["meeting", "gathering", "session", "briefing", "breakfast", "lunch", "dinner"]
          .contains(graph.word(object)),
        graph.word(object - 1) != "news", graph.word(object - 1) != "press"
      else { continue }
      let units = graph.obliques(of: object, ["of", "with"])
      let told = side(units)
      let people = told.isEmpty ? humans(units) : told
      if !people.isEmpty { return (people, object) }
    }
    return nil
  }
}
