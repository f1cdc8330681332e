import Diplomacy
import Language

/// Who attends an occasion, or takes part in it.
extension ContactFinder {
  /// "attended the summit with X": a conference; those not named are its participants.
  func attendance(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    var subject = subjectSide(of: unit)
    guard !subject.isEmpty else { return [] }
    let likewise = likewise(behind: unit)
    subject.actors += likewise.actors
    subject.units += likewise.units
    // "attended part of the meeting"
    let told = (graph.objects(of: unit) + graph.obliques(of: unit, ["in", "at"])).flatMap { event in
      ["part", "parts", "most", "opening", "start"].contains(graph.word(event))
        ? [event] + graph.obliques(of: event, ["of"]) : [event]
    }
    if told.contains(where: { graph.isRelativizer($0) }), isSeveral(subject),
      let event = graph.antecedent(of: unit), !contactWords.isVague(graph.word(event))
    {
      // "the consultations, in which Sarraj and Haftar took part"
      return draft([subject], unit, contactWords.nouns[graph.word(event)]?.kind, through: [event])
        .map { [$0] } ?? []
    }
    if let event = told.first(where: isToldBefore) {
      guard var draft = draft([subject], unit, nil, through: [event]) else { return [] }
      draft.joinsPrevious = true
      draft.event = graph.units[event].head
      return [draft]
    }
    if let event = told.first(where: graph.isEventNoun) {
      // "attended a dinner hosted by the ambassador, Edward Llewellyn"
      let others = graph.children(of: event, by: .conj)
      let hosts = hosts(of: [event] + others)
      if hosts.actors.contains(where: { $0.person != nil }) {
        let kind = contactWords.nouns[graph.word(event)]?.kind
        let told = draft([subject, hosts], unit, kind, through: [event])
        return (told.flatMap { $0.status == .declined ? nil : [$0] } ?? [])
          + shared(others, unit, subject)
      }
      let shared = shared([event] + others, unit, subject)
      if !shared.isEmpty { return shared }
      // "took part in the talks between Putin and Witkoff"
      let between = side(graph.obliques(of: event, ["between", "of"]))
      if isSeveral(between) {
        let kind = contactWords.nouns[graph.word(event)]?.kind
        guard var told = draft([subject, between], unit, kind, through: [event]) else { return [] }
        told.event = graph.units[event].head
        return told.status == .declined ? [] : [told]
      }
    }
    guard let event = told.first(where: isConference) else {
      // "Kushner also took part."
      guard graph.obliques(of: unit, ["in", "at"]).allSatisfy({ graph.word($0) == "person" }),
        !told.contains(where: { graph.isEventNoun($0) && isOfItsOwn($0) }),
        isSeveral(subject) || endsClause(unit)
          || graph.children[unit].contains(where: { graph.word($0) == "also" }),
        subject.actors.contains(where: { $0.person != nil }),
        var draft = draft([subject], unit, nil)
      else { return [] }
      draft.joinsPrevious = true
      // Who is linked in makes no call of the others' meeting.
      draft.kind = nil
      return [draft]
    }
    let others = side(
      graph.obliques(
        of: unit, ["with", "alongside", "together with", "along with"], through: event))
    if !others.isEmpty {
      return draft([subject, others], unit, .summit, through: [event]).map { [$0] } ?? []
    }
    // "has participated in United Nations conferences": no occasion of its own.
    if subject.actors.count == 1, graph.word(event) == "conferences" { return [] }
    return draft([subject, participants(of: event)], unit, .summit).map { [$0] } ?? []
  }

  /// "will attend a lunch with Johnson": an occasion with those told beside its noun.
  private func shared(_ events: [Int], _ verb: Int, _ subject: Side) -> [ContactDraft] {
    events.filter { graph.isEventNoun($0) && !isConference($0) }.compactMap { event in
      var units = graph.obliques(of: event, ["with"])
      // "attended a dinner for Assad"
      if contactWords.nouns[graph.word(event)]?.kind == .meal {
        units += graph.obliques(of: event, ["for"]).filter { graph.units[$0].isPerson }
      }
      if units.isEmpty { units = graph.obliques(of: verb, ["with"], through: event) }
      if units.isEmpty {
        // "the lunch on Capitol Hill with Johnson", read as hanging on the hill
        units = graph.children[event].flatMap { graph.obliques(of: $0, ["with"]) }
      }
      let others = side(units.filter { !isAudience($0) })
      guard others.actors.contains(where: { $0.person != nil }),
        let told = draft(
          [subject, others], verb, contactWords.nouns[graph.word(event)]?.kind, through: [event])
      else { return nil }
      return told.status == .declined ? nil : told
    }
  }

  /// "Ron Dermer, the strategic affairs minister, took part.": with nothing behind that says in what.
  private func endsClause(_ verb: Int) -> Bool {
    let next = graph.word(verb + 1) == "part" ? verb + 2 : verb + 1
    guard graph.relation(verb) == .root else { return false }
    // "took part by video link", "took part remotely"
    // "attended, but Machar stayed away"
    if graph.word(next) == ",", ContactFinder.contrasts.contains(graph.word(next + 1)) {
      return true
    }
    if graph.word(next) == "in", graph.word(next + 1) == "person" { return true }
    return next >= graph.units.count
      || [".", "remotely", "virtually", "online", "via"].contains(graph.word(next))
      || graph.word(next) == "by" && ["video", "phone", "telephone"].contains(graph.word(next + 1))
  }

  /// "Ford and Legault were at the meeting": of an occasion told before.
  func being(at event: Int) -> ContactDraft? {
    guard graph.preposition(of: event) == "at", graph.relation(event) == .root,
      isToldBefore(event),
      graph.children[event].contains(where: { graph.relation($0) == .cop }),
      case let subject = subjectSide(of: event), subject.namesSomebody,
      var draft = draft([subject], event, nil)
    else { return nil }
    draft.joinsPrevious = true
    draft.event = graph.units[event].head
    draft.isNear = true
    // Who is linked in makes no call of it.
    draft.kind = nil
    return draft
  }

  /// "attended a dinner": another occasion than the one told before.
  private func isOfItsOwn(_ event: Int) -> Bool {
    graph.children[event].contains { ["a", "an"].contains(graph.word($0)) }
  }

  /// "It was the president's first meeting with an aide of Trump": said of what was told before.
  func isComment(_ noun: Int) -> Bool {
    guard graph.word(0) == "it", ["was", "is", "marked"].contains(graph.word(1)), noun < 10,
      graph.children[noun].contains(where: {
        ["first", "second", "third", "fourth", "last"].contains(graph.word($0))
      })
    else { return false }
    let others = graph.obliques(of: noun, ["with", "between"])
    return !side(others).namesSomebody
      && !isSeveral(side(graph.children(of: noun, by: .nmodPoss)))
  }

  private static let contrasts: WordSet = ["but", "while", "although", "though", "and"]

  /// Those at a conference of whom nobody else is named.
  func participants(of event: Int) -> Side {
    let party = Actor(
      identity: .unnamed(role: "participants", of: nil), tokens: graph.units[event].tokens)
    return Side(actors: [party], units: [event])
  }

  func isConference(_ unit: Int) -> Bool {
    [
      "conference", "conferences", "summit", "session", "sessions", "meeting", "meetings",
      "ministerial", "council", "assembly", "forum", "congress", "talks", "negotiations",
      "gathering",
    ].contains(graph.word(unit))
  }

  /// "on the margins of the CELAC summit, which was attended by": who was there is not who met in the margins.
  func isOfConference(_ clause: Int) -> Bool {
    graph.relation(clause) == .aclRelcl
      && (max(0, clause - 14)..<clause).contains {
        ["margins", "sidelines"].contains(graph.word($0))
      }
  }
}
