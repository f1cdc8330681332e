import Diplomacy
import Language

/// Contacts told by a phrase: "took a call from Putin", "shook his hand", "pulled Erdogan aside".
extension ContactFinder {
  /// The contact told by an idiom of the verb at `unit`.
  func idiom(at unit: Int) -> ContactDraft? {
    for idiom in ContactIdioms.shared.idioms(of: graph.word(unit)) {
      guard let companion = companion(of: unit, idiom) else { continue }
      if graph.isPassive(unit) {
        if let told = undergone(unit, companion, idiom) { return told }
        continue
      }
      let subject = subjectSide(of: unit)
      let other = other(of: unit, companion, idiom)
      guard
        idiom.condition != .placed || isPlaced(unit)
          || isHandedOver(companion, unit, from: subject, to: other)
      else { continue }
      guard !subject.isEmpty else { return nil }
      if other.actors.contains(where: { $0.person != nil || $0.isGroup }) {
        return draft(
          [subject, other, presiders(of: unit, nil)], unit, idiom.kind, through: [companion])
      }
      if idiom.isReciprocal, other.isEmpty, isSeveral(subject) {
        return draft(
          [subject, presiders(of: unit, nil)], unit, idiom.kind, through: [companion])
      }
    }
    return nil
  }

  /// "Lavrov was granted an audience by Blinken", "was seen off by": the idiom in the passive.
  private func undergone(_ verb: Int, _ companion: Int, _ idiom: ContactIdioms.Idiom)
    -> ContactDraft?
  {
    guard idiom.condition != .placed || isPlaced(verb) else { return nil }
    let patients = subjectSide(of: verb)
    if idiom.isOwner, ContactFinder.brought.contains(graph.word(verb)) {
      let owner = other(of: verb, companion, idiom)
      guard owner.namesSomebody, patients.namesSomebody else { return nil }
      return draft([patients, owner], verb, idiom.kind, through: [companion])
    }
    guard idiom.isDirect else { return nil }
    let agents = side(graph.obliques(of: verb, ["by"]) + graph.obliques(of: companion, ["by"]))
    guard agents.actors.contains(where: { $0.person != nil }),
      patients.actors.contains(where: { $0.person != nil })
    else { return nil }
    return draft([agents, patients], verb, idiom.kind, through: [companion])
  }

  /// "was ushered into the office of Peters"
  private static let brought: WordSet = [
    "ushered", "shown", "taken", "led", "invited", "called", "brought",
  ]

  /// The noun or particle beside the verb that makes it one of the idiom.
  private func companion(of verb: Int, _ idiom: ContactIdioms.Idiom) -> Int? {
    (verb + 1..<max(verb + 1, min(verb + 14, graph.units.count))).first { unit in
      guard graph.units[unit].actors == nil, idiom.companions.contains(graph.word(unit)) else {
        return false
      }
      if graph.word(unit) == "person", graph.preposition(of: unit) != "in" { return false }
      // "did not get the act together"
      if graph.word(unit) == "together", !graph.children(of: verb, by: .obj).isEmpty,
        contactWords.nouns[graph.word(unit - 1)]?.strength != .time
      {
        return false
      }
      if idiom.condition == .joint {
        return [.obj, .iobj].contains(graph.relation(unit)) && graph.head(unit) == verb
          && graph.children[unit].contains { graph.word($0) == "joint" }
      }
      if idiom.condition == .over {
        return ["to", "for"].contains(graph.preposition(of: unit))
          || graph.head(unit) == verb && graph.word(unit - 1) == "to"
      }
      if graph.head(unit) == verb { return true }
      guard let head = graph.head(unit) else { return false }
      // A preposition of what hangs on the verb: "walked Trump through the garden".
      return graph.head(head) == verb && graph.relation(unit) == .case
        && (graph.word(unit) != "into" || graph.units[head].actors != nil)
        || graph.relation(head) == .obj && graph.head(head) == verb
        // "laid it before Zelensky in person"
        || graph.word(unit) == "person" && graph.head(head) == verb
        || graph.relation(unit) == .conj && graph.head(head) == verb
    }
  }

  private func other(of verb: Int, _ companion: Int, _ idiom: ContactIdioms.Idiom) -> Side {
    if idiom.isOwner {
      let owner = side(graph.children(of: companion, by: .nmodPoss))
      if !owner.isEmpty { return owner }
    }
    if idiom.isDirect {
      let object = side(
        graph.children(of: verb, by: .obj, .iobj).filter {
          $0 != companion && graph.units[$0].actors != nil
        })
      if !object.isEmpty { return object }
    }
    guard !idiom.prepositions.isEmpty else { return .none }
    let own = side(graph.obliques(of: companion, idiom.prepositions))
    return own.isEmpty
      ? side(graph.obliques(of: verb, idiom.prepositions, through: companion)) : own
  }

  /// "Gargash handed a letter to Araghchi": what one government's official hands to another's.
  private func isHandedOver(_ matter: Int, _ verb: Int, from giver: Side, to taker: Side) -> Bool {
    ["letter", "message", "note", "invitation"].contains(graph.word(matter))
      && ["handed", "hands", "handing", "delivered", "delivers", "delivering"]
        .contains(graph.word(verb))
      && !giver.isEmpty
      && isAcrossBorders(Side(actors: giver.actors + taker.actors, units: giver.units))
  }

  private func isPlaced(_ verb: Int) -> Bool {
    // "flew to Tehran and handed Araqchi a message"
    if graph.relation(verb) == .conj, let first = graph.head(verb),
      contactWords.verbs[graph.word(first)]?.strength == .travel
    {
      return true
    }
    // "Visiting Pyongyang, Chung handed Kim a letter"
    if graph.children(of: verb, by: .advcl).contains(where: { $0 < verb && tellsJourney($0) }) {
      return true
    }
    // "sat in the Oval Office, where he handed Trump a letter"
    if graph.children[verb].contains(where: { graph.word($0) == "where" }) { return true }
    var below = graph.children[verb]
    for child in graph.children[verb] { below += graph.children[child] }
    // "with the Order of St. Andrew in the Kremlin"
    for unit in below where graph.relation(unit) == .nmod { below += graph.children[unit] }
    return below.contains { child in
      ["in", "at", "aboard"].contains(graph.preposition(of: child))
        && !reading.isDate(graph.units[child].head)
        && (reading.entityOfToken[graph.units[child].head] >= 0
          || ["person", "palace", "residence", "office", "ceremony", "meeting"]
            .contains(graph.word(child))
          || reading.tokens[graph.units[child].head].isCapitalized)
    }
  }
}

// MARK: - Being with somebody

extension ContactFinder {
  /// "was in the Oval Office with Trump", "was on the line with Putin", "was Xi's guest at".
  func company(_ unit: Int) -> ContactDraft? {
    guard graph.units[unit].actors == nil,
      graph.children[unit].contains(where: { graph.relation($0) == .cop })
    else { return nil }
    // "was given lunch by Albanese"
    if contactWords.nouns[graph.word(unit)]?.kind == .meal,
      ["given", "served"].contains(graph.word(unit - 1))
    {
      let host = side(graph.obliques(of: unit, ["by"]))
      let guest = side(graph.subjects(of: unit))
      return host.isEmpty || guest.isEmpty ? nil : draft([guest, host], unit, .meal)
    }
    let subject = side(graph.children(of: unit, by: .nsubj))
    guard subject.actors.contains(where: { $0.person != nil || $0.isGroup }) else { return nil }
    if graph.word(unit) == "guest" || graph.word(unit) == "guests" {
      // "a guest at Lavrov's dinner"
      let table = graph.obliques(of: unit, ["at"]).flatMap { graph.children(of: $0, by: .nmodPoss) }
      let host = side(
        graph.children(of: unit, by: .nmodPoss) + graph.obliques(of: unit, ["of"]) + table)
      guard host.actors.contains(where: { $0.person != nil }) else { return nil }
      return draft([subject, host], unit, .meeting)
    }
    let word = graph.word(unit)
    if word == "alone" {
      let other = side(graph.obliques(of: unit, ["with"]))
      return other.isEmpty ? nil : draft([subject, other], unit, .meeting)
    }
    // "They were back at the table", where "back" is the predicate
    if word == "back", isSeveral(subject),
      let table = graph.obliques(of: unit, ["at"]).first(where: { graph.word($0) == "table" })
    {
      return draft([subject], table, .meeting)
    }
    // "was at a round table hosted by the ambassador and attended by Wang"
    if ["at", "in"].contains(graph.preposition(of: unit)), graph.isEventNoun(unit),
      case let others = presiders(of: unit, nil), !others.isEmpty
    {
      return draft([subject, others], unit, contactWords.nouns[word]?.kind)
    }
    let isRoom =
      ["at", "in", "on", "aboard"].contains(graph.preposition(of: unit))
      && ContactFinder.rooms[word] != nil
    guard isRoom else { return nil }
    // "He and Waltz had been in contact"
    if word == "contact" || word == "touch", isSeveral(subject) {
      return draft([subject], unit, .call)
    }
    // "They were back at the table for a second round"
    if word == "table", isSeveral(subject),
      graph.children[unit].contains(where: { graph.word($0) == "back" })
    {
      return draft([subject], unit, .meeting)
    }
    var others = graph.children[unit].filter {
      ["with", "alongside"].contains(graph.preposition(of: $0))
    }
    if others.isEmpty, graph.word(unit + 1) == "with", unit + 2 < graph.units.count {
      others = [unit + 2]
    }
    let other = side(others.filter { graph.units[$0].actors != nil })
    guard other.actors.contains(where: { $0.person != nil }) else { return nil }
    return draft([subject, other], unit, ContactFinder.rooms[word])
  }

  /// Places in which two who are there together meet, and what they do it by.
  private static let rooms = WordTable<MeetingKind>([
    "office": .meeting, "house": .meeting, "room": .meeting, "table": .meeting, "tent": .meeting,
    "palace": .meeting, "kremlin": .meeting, "elysee": .meeting, "élysée": .meeting,
    "touch": .call, "contact": .call, "line": .call, "phone": .call, "telephone": .call,
    "residence": .meeting,
    "yacht": .meeting,
    "car": .meeting, "box": .meeting, "podium": .visit, "stage": .visit,
  ])
}
