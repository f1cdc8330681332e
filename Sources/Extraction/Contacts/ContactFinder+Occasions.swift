import Diplomacy
import Language

/// Verbs that tell of an occasion in ways of their own: joining, attending, gathering, speaking.
extension ContactFinder {
  /// "Blinken joined the meeting", "Kirchner attended": one more for an occasion told before, or in
  /// "joined Rubio for talks" an occasion with the object.
  func joining(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    let objects = graph.objects(of: unit)
    let passive = graph.isPassive(unit)
    if let event = objects.first(where: isToldBefore), !passive {
      guard
        var draft = draft(
          [subjectSide(of: unit), likewise(behind: unit)], unit, nil, through: [event])
      else { return [] }
      draft.joinsPrevious = true
      draft.event = graph.units[event].head
      return [draft]
    }
    guard verb.frames.contains(.join) else { return [] }
    var other = passive ? side(graph.obliques(of: unit, ["by"])) : side(objects)
    if passive, let first = other.units.first {
      let whole = list(from: first)
      if whole.actors.count > other.actors.count { other = whole }
    }
    let subject = subjectSide(of: unit)
    guard !other.isEmpty, !subject.isEmpty else { return [] }
    guard let purpose = purpose(of: unit) else {
      // "They were then joined by Pompeo": one more for what was told before.
      let isSingle = passive && subject.actors.count == 1 && subject.actors[0].person != nil
      guard
        passive
          ? isSeveral(subject) || isSingle : isSeveral(other) && graph.relation(unit) == .root,
        verb.lemma == "join",
        var draft = draft([subject, other], unit, nil)
      else { return [] }
      draft.joinsPrevious = true
      draft.kind = nil
      // "while Trump was joined by Vance": at what Trump was told to be at.
      if isSingle { draft.companions = subject.actors.compactMap(\.person) }
      return [draft]
    }
    let beside = side(graph.obliques(of: purpose, ["with"]))
    let kind = contactWords.nouns[graph.word(purpose)]?.kind
    guard var draft = draft([subject, other, beside], unit, kind, through: [purpose]) else {
      return []
    }
    draft.event = graph.units[purpose].head
    return [draft]
  }

  /// "joined Rubio for talks", "At a working lunch the two were joined by": the occasion of a joining.
  private func purpose(of verb: Int) -> Int? {
    let behind = graph.units.indices.dropFirst(verb + 1).first {
      graph.isEventNoun($0) && ["for", "in", "at", "over"].contains(graph.preposition(of: $0))
    }
    return behind
      ?? graph.units.indices.prefix(verb).last { noun in
        graph.isEventNoun(noun)
          && (max(0, noun - 4)..<noun).contains { before in
            ["at", "in", "over", "during"].contains(graph.word(before))
          }
      }
  }

  /// "the meeting", "their talks", "both meetings": an occasion that was told before.
  func isToldBefore(_ unit: Int) -> Bool { isToldBefore(unit, orAt: false) }

  /// Who hosts "the meeting at his palace" hosts that one too.
  func isToldBefore(_ unit: Int, orAt isPlaced: Bool) -> Bool {
    guard let noun = contactWords.nouns[graph.word(unit)], noun.strength != .conference,
      graph.units[unit].actors == nil
    else { return false }
    let determined = graph.children[unit].contains {
      ["the", "their", "both", "that", "this", "all"].contains(graph.word($0))
    }
    let described = graph.children[unit].contains {
      [.nmod, .acl, .aclRelcl, .amod, .compound].contains(graph.relation($0))
        && !ContactFinder.adornments.contains(graph.word($0))
        && graph.preposition(of: $0) != "by" && !isAside($0)
        && !(isPlaced && graph.preposition(of: $0) == "at")
    }
    return determined && !described
  }

  func hosts(of events: [Int]) -> Side {
    // "a summit of European leaders hosted by Starmer", read as hanging on the leaders
    let groups = events.flatMap { graph.obliques(of: $0, ["of"]) }
    let hosting = (events + groups).flatMap { graph.children[$0] }.filter {
      ["hosted", "given", "held", "offered", "thrown"].contains(graph.word($0)) && graph.isVerb($0)
    }
    return side(hosting.flatMap { graph.obliques(of: $0, ["by"]) })
  }

  /// "the meeting, which lasted 40 minutes": a clause that does not say which meeting.
  private func isAside(_ clause: Int) -> Bool {
    graph.relation(clause) == .aclRelcl
      && graph.children[clause].contains {
        graph.word($0) == "which" && $0 > 0 && graph.word($0 - 1) == ","
      }
  }

  /// Words beside "the meeting" that leave it the one told of before.
  private static let adornments: WordSet = [
    "bilateral", "dinner", "lunch", "side", "second", "latter", "later", "whole", "entire", "phone",
    "telephone", "video",
    "afternoon", "morning", "evening", "closed-door", "expanded", "official", "formal",
    "high-level", "working", "trilateral", "hour-long", "two-hour", "three-hour",
  ]

  /// "…, as did Yuri Ushakov": others of whom the verb before is true.
  func likewise(behind verb: Int) -> Side {
    let near = verb + 1..<max(verb + 1, min(verb + 24, graph.units.count - 2))
    guard
      let start = near.first(where: {
        graph.word($0) == "as"
          && ["did", "was", "were", "do", "will", "had"].contains(graph.word($0 + 1))
          && graph.units[$0 + 2].actors != nil
      })
    else { return .none }
    return list(from: start + 2)
  }

  /// "took part in the talks", "the meeting was attended by": a noun that only says what others were at.
  func isAttended(_ unit: Int, _ verb: Int) -> Bool {
    guard isToldBefore(unit) else { return false }
    let word = graph.word(verb)
    switch graph.relation(unit) {
    case .nsubj, .nsubjPass:
      return graph.isPassive(verb) && ["attended", "joined"].contains(word)
    case .obj, .obl, .nmod, .xcomp:
      if ["present", "accompanied", "attendance", "room", "table", "part"].contains(word) {
        return true
      }
      // "sat in on the talks"
      if sitsIn(verb) { return true }
      // "were with them for the session"
      if graph.units[verb].actors != nil, graph.preposition(of: verb) == "with",
        ["him", "her", "them"].contains(word)
      {
        return true
      }
      guard let told = contactWords.verbs[word] else { return false }
      return told.frames.contains(.attend) || told.frames.contains(.join)
        || told.lemma == "take" && graph.children[verb].contains { graph.word($0) == "part" }
    default: return false
    }
  }

  /// "Ashton gathered the ministers", "the leaders gathered in Sharm el-Sheikh".
  func gathering(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    let objects = side(graph.objects(of: unit))
    if verb.lemma == "bring" {
      let near = unit + 1..<min(unit + 8, graph.units.count)
      guard near.contains(where: { graph.word($0) == "together" }),
        isSeveral(objects) || objects.actors.count > 1
      else { return [] }
      // "Salame brought Sarraj and Haftar together": who brings them receives them.
      let isNamed = objects.actors.allSatisfy { $0.person != nil }
      var host = graph.isPassive(unit) || !isNamed ? Side.none : side(graph.subjects(of: unit))
      host.actors.removeAll { $0.person == nil }
      return draft([host, objects], unit, verb.kind).map { [$0] } ?? []
    }
    let subject = subjectSide(of: unit)
    if !subject.isEmpty, !objects.isEmpty {
      return draft([subject, objects], unit, verb.kind).map { [$0] } ?? []
    }
    guard isSeveral(subject) || isGathered(subject) else { return [] }
    // "Merkel and Macron mediated": at what was told before.
    if verb.lemma == "mediate", !graph.isPassive(unit), subject.namesSomebody {
      guard var draft = draft([subject], unit, nil) else { return [] }
      draft.joinsPrevious = true
      return [draft]
    }
    // "leaders convened by Macron"
    let agents = graph.isPassive(unit) ? side(graph.obliques(of: unit, ["by"])) : .none
    // "a gathering of leaders convened by Macron" is told by its noun.
    if !agents.isEmpty, let group = graph.head(unit), let event = graph.head(group),
      graph.isEventNoun(event)
    {
      return []
    }
    return draft([subject, agents], unit, verb.kind).map { [$0] } ?? []
  }

}
