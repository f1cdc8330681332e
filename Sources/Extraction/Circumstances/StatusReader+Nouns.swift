import Diplomacy
import Language

/// What became of a contact told by a noun: "the meeting was called off".
extension StatusReader {
  func nounStatus(_ noun: Int) -> Judgement? {
    if let refusal = refusal(behind: noun) ?? nonEvent(behind: noun) { return refusal }
    if let plea = plea(at: noun) { return judged(.held, plea) }
    // "It would be the first meeting between": a predicate with a modal verb of its own.
    if graph.children[noun].contains(where: { graph.relation($0) == .cop }),
      let modal = graph.children[noun].first(where: { child in
        graph.relation(child) == .aux
          && [.future, .possibility].contains(sign(of: child))
      })
    {
      return sign(of: modal) == .future ? judged(.planned, modal) : nil
    }
    for child in graph.children[noun] {
      switch graph.word(child) {
      case "no", "neither", "without":
        // "there is no meeting with": nothing that was refused.
        guard !hasPlannedOver(noun), isPastOver(noun) else { return nil }
        return judged(.declined, child)
      case "planned", "scheduled", "upcoming", "forthcoming", "future", "expected", "next",
        "impending", "coming", "tentative":
        guard
          graph.relation(child) == .amod && child < noun
            || graph.relation(child) == .acl
              && (child < noun || ["planned", "scheduled", "expected"].contains(graph.word(child)))
        else { continue }
        if graph.word(child) == "next" || graph.word(child) == "coming", child + 1 != noun {
          continue
        }
        let above = aboveNoun(noun)
        if let above, above.status != .held { return above }
        // "focused on trade at the next round of talks held on Tuesday"
        if let above, graph.word(child) == "next", let verb = graph.head(noun), isPast(verb),
          ["at", "in", "during"].contains(graph.preposition(of: noun))
        {
          return above
        }
        // "the prospects of a future meeting"
        if above == nil, graph.word(child) == "future" { return nil }
        return judged(.planned, child)
      case "possible", "potential", "proposed", "hypothetical", "any", "eventual", "prospective":
        guard child < noun else { continue }
        return nil
      case "cancelled", "canceled", "postponed", "aborted", "scrapped":
        return judged(.cancelled, child)
      default: continue
      }
    }
    guard !supposed(noun), let above = aboveNoun(noun) else { return nil }
    // "is to be received, before a lunch with Conte"
    if above.status == .held, ["before", "ahead of"].contains(graph.preposition(of: noun)) {
      return judged(.planned, noun)
    }
    return above
  }

  /// "It would be the first meeting between the two": said of one that is not sure to be.
  private func supposed(_ noun: Int) -> Bool {
    let words = graph.children[noun].filter { $0 < noun }.map(graph.word)
    return words.contains("be") && words.contains { StatusReader.supposing.contains($0) }
  }

  /// "a meeting with Trump, which he turned down": what a relative clause says became of it.
  private func refusal(behind noun: Int) -> Judgement? {
    let near = noun + 1..<min(noun + 12, graph.units.count)
    guard let which = near.first(where: { graph.word($0) == "which" }),
      graph.word(which - 1) == ",",
      let verb = (which + 1..<min(which + 8, graph.units.count)).first(where: { graph.isVerb($0) })
    else { return nil }
    if let particle = particleStatus(verb) { return particle }
    switch contactWords.governors[graph.word(verb)] {
    case .declined: return isNegated(verb) ? nil : judged(.declined, verb)
    case .cancelled: return isNegated(verb) ? nil : judged(.cancelled, verb)
    default: return nil
    }
  }

  /// "a phone call between the two had not taken place", "the meeting never happened".
  private func nonEvent(behind noun: Int) -> Judgement? {
    let near = noun + 1..<min(noun + 22, graph.units.count)
    guard
      let verb = near.first(where: { unit in
        switch graph.word(unit) {
        case "taken", "take", "took": graph.word(unit + 1) == "place"
        case "go", "gone", "went": graph.word(unit + 1) == "ahead"
        case "happened", "happen", "occurred", "occur", "materialised", "materialized": true
        case "materialise", "materialize": true
        case "got", "get", "gotten":
          ["under", "underway", "off"].contains(graph.word(unit + 1))
        default: false
        }
      })
    else { return nil }
    let before = max(noun + 1, verb - 3)..<verb
    guard before.contains(where: { ["not", "n't", "never"].contains(graph.word($0)) }) else {
      return nil
    }
    let isPast = (max(noun + 1, verb - 4)..<verb).contains {
      ["had", "did", "has", "have", "never"].contains(graph.word($0))
    }
    return isPast ? judged(.declined, verb) : nil
  }

  func hasPlannedOver(_ noun: Int) -> Bool {
    guard let governor = graph.head(noun) else { return false }
    return contactWords.governors[graph.word(governor)] == .planned
  }

  /// What governs a noun of contact: a verb of which it is the object or subject, or another noun.
  func aboveNoun(_ noun: Int) -> Judgement? {
    guard let governor = graph.head(noun) else { return judged(.held, noun) }
    let word = graph.word(governor)
    switch graph.relation(noun) {
    case .conj:
      // "during remarks in Munich and during talks in Brussels"
      let own = graph.preposition(of: noun)
      if ["during", "after", "at"].contains(own), !graph.isEventNoun(governor),
        let verb = graph.governingVerb(of: governor)
      {
        return verbOver(noun, verb)
      }
      return aboveNoun(governor)
    case .nmod, .compound, .acl:
      if let outlook = outlook(noun, by: governor) { return outlook.judgement }
      // "Medvedev, who was in Yerevan for talks, arrives on Friday"
      if graph.relation(governor) == .aclRelcl, !graph.isVerb(governor), !isNegated(governor),
        isPast(governor)
      {
        return judged(.held, noun)
      }
      if let meaning = contactWords.governingNouns[word], !graph.isVerb(governor) {
        return nounGovernor(governor, meaning, 0)
      }
      if graph.isVerb(governor) { return verbOver(noun, governor) }
      return aboveNominal(governor, noun)
    case .root: return judged(.held, noun)
    // "flew to Warsaw for talks", read as hanging on the city.
    case .obl where !graph.isPredicate(governor): return aboveNominal(governor, noun)
    default: return verbOver(noun, governor)
    }
  }

  private static let doings: WordSet = [
    "agreed", "decided", "pledged", "promised", "vowed", "called", "urged", "demanded", "asked",
    "proposed", "suggested", "recommended", "considered", "explored", "sought", "rejected",
  ]

  func aboveNominal(_ governor: Int, _ noun: Int) -> Judgement? {
    if graph.relation(governor) == .root || graph.units[governor].actors != nil {
      return judged(.held, noun)
    }
    guard let verb = graph.governingVerb(of: governor) else { return judged(.held, noun) }
    return verbOver(noun, verb)
  }

  func verbOver(_ noun: Int, _ verb: Int) -> Judgement? {
    // "a meeting is not ruled out"
    if StatusReader.ruling.contains(graph.word(verb)), isNegated(verb) { return nil }
    if let particle = particleStatus(verb) ?? shunned(noun, verb) ?? shelved(noun, verb) {
      return particle
    }
    if let outlook = outlook(noun, by: verb) { return outlook.judgement }
    if let fact = besideDenial(noun, verb) { return fact }
    if let awaited = awaited(verb, depth: 0) { return awaited }
    let preposition = graph.preposition(of: noun)
    // "is expected in London for talks"
    if preposition == "for", StatusReader.awaited.contains(graph.word(verb)),
      graph.tag(verb).penn != .vbd, !isNegated(verb)
    {
      return judged(.planned, verb)
    }
    // "are working on a meeting"
    if preposition == "on", ["work", "works", "working"].contains(graph.word(verb)) {
      return judged(.planned, verb)
    }
    if preposition == "for", StatusReader.preparing.contains(graph.word(verb)), !isNegated(verb) {
      return judged(.planned, verb)
    }
    let isArgument =
      [.obj, .nsubj, .nsubjPass, .xcomp].contains(graph.relation(noun))
      || ["in", "into"].contains(preposition) && StatusReader.entering.contains(graph.word(verb))
    // "The summit called for a truce", "the talks agreed on a text": what does something is there.
    if graph.relation(noun) == .nsubj, StatusReader.doings.contains(graph.word(verb)),
      !graph.isPassive(verb)
    {
      return verbStatus(verb, depth: 1)
    }
    if isArgument, ["had", "has", "have"].contains(graph.word(verb)),
      let bound = graph.children(of: verb, by: .xcomp).first(where: {
        contactWords.governors[graph.word($0)] == .cancelled
      })
    {
      // "The talks had to be abandoned"
      return judged(.cancelled, bound)
    }
    if graph.relation(noun) == .obj, StatusReader.confirming.contains(graph.word(verb)),
      let day = graph.obliques(of: verb, ["for"]).first, graph.reading.isDate(graph.units[day].head)
    {
      // "confirmed a bilateral for Tuesday"
      return judged(.planned, day)
    }
    if let undone = isUndone(verb), isArgument { return judged(.cancelled, undone) }
    if let meaning = contactWords.governors[graph.word(verb)],
      isArgument
        // "In his talks with Biden, Khan asked": a place for what is asked, and not the wish.
        || ["for", "to", "on", "in"].contains(preposition) && meaning != .planned && noun > verb
    {
      // "does not refuse a meeting" tells of none.
      if isNegated(verb) { return meaning == .cancelled ? judged(.held, verb) : nil }
      if graph.word(verb) == "agreed" || graph.word(verb) == "announced" || meaning != .planned {
        // "called for talks", "postponed the visit"; a plan already carried out says nothing.
        if case .settled(let own) = ownStatus(verb), own == nil { return nil }
        return meant(meaning, verb)
      }
      return meant(meaning, verb)
    }
    guard let above = verbStatus(verb, depth: 1) else {
      // "During the talks, the two must agree": what has to be done there is yet to come.
      if isArgument || preposition == "during" && isRequired(verb) { return nil }
      // "will seek to offer it during talks"
      if ["during", "at", "in"].contains(preposition), let future = futureOver(verb) {
        return judged(.planned, future)
      }
      return judged(.held, noun)
    }
    // "denied that Putin had spoken by telephone"
    let isMeans = ["by", "over"].contains(preposition)
    if above.status == .declined, !isArgument, !isMeans, !["in", "for"].contains(preposition) {
      return judged(.held, noun)
    }
    if above.status == .planned, ["after", "since", "following"].contains(preposition) {
      return judged(.held, noun)
    }
    if ["before", "ahead of"].contains(preposition), above.status == .held {
      return judged(.planned, noun)
    }
    if preposition == "for", above.status == .held, !isPast(verb), !hasBeen(verb) {
      return judged(.planned, verb)
    }
    return above.status == .held ? judged(.held, noun) : above
  }
}
