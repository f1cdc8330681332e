import Diplomacy
import Language

/// What some verbs say of the infinitive they govern, by the words alone.
extension StatusReader {
  /// "said he would meet": the clause told speaks for itself, unless what tells it denies it.
  func reported(_ verb: Int, by governor: Int) -> Judgement? {
    if ["denied", "denies", "deny", "denying"].contains(graph.word(governor)) {
      return judged(.declined, governor)
    }
    // "has not confirmed that she will meet"
    if isNegated(governor), StatusReader.vouching.contains(graph.word(governor)) { return nil }
    if ["hopes", "hoped", "hope", "suggested", "proposed", "demanded", "urged", "wishes"]
      .contains(graph.word(governor))
    {
      return nil
    }
    return judged(.held, verb)
  }

  private static let vouching: WordSet = [
    "confirm", "confirms", "confirmed", "confirming", "announce", "announced", "announces", "say",
    "said", "says", "know", "knows", "knew", "verify", "verified", "think", "believe", "expect",
  ]

  /// "would have sat beside him": what did not come to be.
  func isUnreal(_ verb: Int, _ modal: Int) -> Bool {
    ["would", "could", "should", "might"].contains(graph.word(modal))
      && graph.tag(verb).penn == .vbn
      && graph.children[verb].contains { graph.word($0) == "have" && $0 < verb }
  }

  /// "was going to meet", "failed to meet", "had been due to meet".
  func settled(_ verb: Int, by governor: Int) -> Judgement? {
    switch graph.word(governor) {
    case "going" where verb == governor + 2:
      return isNegated(governor) ? nil : judged(.planned, governor)
    case "failed", "fails", "failing", "unable":
      return isNegated(governor) ? judged(.held, governor) : judged(.declined, governor)
    case "accepted", "accepts", "accept": return judged(.planned, governor)
    case "supposed" where isPast(governor) && !hasPresent(governor):
      return judged(.cancelled, governor)
    default: break
    }
    // What had been due to happen has not, or else it would be told.
    guard StatusReader.plans.contains(graph.word(governor)), isPluperfect(governor),
      !isNegated(governor)
    else { return nil }
    return judged(.cancelled, governor)
  }

  private static let plans: WordSet = [
    "expected", "due", "scheduled", "set", "slated", "supposed", "planned", "intended", "meant",
  ]

  /// "denied reports that they had met": not what the reports say.
  func denial(of verb: Int) -> Judgement? {
    guard let noun = graph.head(verb), StatusReader.rumours.contains(graph.word(noun)), noun < verb
    else { return nil }
    let denial = (max(0, noun - 7)..<noun).first { StatusReader.denials.contains(graph.word($0)) }
    return denial.map { judged(.declined, $0) }
  }

  /// "There were rumours that they had met", "reports that they met are false": nothing that is told as having been.
  func isRumoured(_ verb: Int) -> Bool {
    guard let noun = graph.head(verb), noun < verb, graph.word(noun + 1) == "that",
      [.acl, .aclRelcl, .ccomp].contains(graph.relation(verb))
    else { return false }
    if ["rumours", "rumors", "rumour", "rumor", "speculation"].contains(graph.word(noun)) {
      return true
    }
    return StatusReader.rumours.contains(graph.word(noun))
      && (verb..<min(verb + 12, graph.units.count)).contains {
        ["false", "untrue", "fake", "baseless", "unfounded", "incorrect"].contains(graph.word($0))
      }
  }

  private static let rumours: WordSet = [
    "reports", "report", "claims", "claim", "rumours", "rumors", "suggestions", "speculation",
    "allegations",
  ]

  private static let denials: WordSet = [
    "denied", "denies", "deny", "denying", "dismissed", "dismissing", "rejected", "rejecting",
    "refuted",
  ]

  private func isPluperfect(_ verb: Int) -> Bool {
    graph.children[verb].contains { graph.word($0) == "had" && $0 < verb }
  }

  private func hasPresent(_ verb: Int) -> Bool {
    graph.children[verb].contains { ["is", "are"].contains(graph.word($0)) }
  }

  /// "Had Macron met Scholz, …": imagined.
  func isInvertedConditional(_ verb: Int) -> Bool {
    guard let had = graph.children[verb].first, graph.word(had) == "had",
      graph.reading.form(graph.units[had].head) == "Had" || had > 0,
      let subject = graph.children(of: verb, by: .nsubj, .nsubjPass).first, subject > had,
      subject < verb
    else { return false }
    return graph.relation(had) == .aux || graph.relation(had) == .auxPass
  }

  /// "was planned for Austria and cancelled", "had been agreed but was called off".
  func isUndone(_ verb: Int) -> Int? {
    // "A courtesy call on the president was dropped from the programme"
    if graph.word(verb) == "dropped", graph.isPassive(verb), !isNegated(verb) { return verb }
    // "talks planned for Thursday have been postponed", read as a clause for a subject
    if [.csubj, .csubjPass].contains(graph.relation(verb)), let governor = graph.head(verb),
      contactWords.governors[graph.word(governor)] == .cancelled
    {
      return governor
    }
    return undoneBeside(verb)
  }

  private func undoneBeside(_ verb: Int) -> Int? {
    graph.children(of: verb, by: .conj).first { other in
      other > verb && contactWords.governors[graph.word(other)] == .cancelled
        || particleStatus(other)?.status == .cancelled
    }
  }

  /// "the first foreign leader to meet him": what tells that nobody did before.
  func rank(of noun: Int) -> Int? {
    // "became the latest leader to visit", read as one phrase
    if graph.units[noun].tokens.contains(where: {
      StatusReader.ranks.contains(graph.reading.word($0))
    }) {
      return noun
    }
    return graph.children[noun].first { child in
      child < noun && StatusReader.ranks.contains(graph.word(child))
    }
  }

  private static let ranks: WordSet = ["first", "latest", "last", "only", "second", "third"]

  /// Who became or was the first to do something did it; who will be has not yet.
  func firstOfAll(_ rank: Int, _ noun: Int) -> Judgement? {
    let low = max(0, rank - 6)
    let before = (low..<rank).map(graph.word)
    if before.contains("not") || before.contains("n't") { return nil }
    if before.contains(where: { ["will", "would", "'ll", "to"].contains($0) }) {
      return judged(.planned, noun)
    }
    return judged(.held, noun)
  }

  /// "postponed a trip to Beijing, where he was due to meet Qin": what was to happen on a journey that
  /// was not made.
  func undoneJourney(before trigger: Int) -> Judgement? {
    let near = max(0, trigger - 14)..<trigger
    guard let place = near.last(where: { graph.word($0) == "where" }) else { return nil }
    let before = max(0, place - 12)..<place
    guard let noun = before.last(where: { StatusReader.journeys.contains(graph.word($0)) }) else {
      return nil
    }
    let verb = (max(0, noun - 7)..<noun).last { unit in
      contactWords.governors[graph.word(unit)] == .cancelled
        || particleStatus(unit)?.status == .cancelled
    }
    guard let verb, !isNegated(verb) else { return nil }
    return judged(.cancelled, verb)
  }

  /// "had been expected for talks with Meloni, but cancelled the trip": what became of the plan is told behind "but".
  func undoneJourney(behind trigger: Int) -> Judgement? {
    let near = trigger + 1..<max(trigger + 1, min(trigger + 24, graph.units.count))
    guard let but = near.first(where: { graph.word($0) == "but" }) else { return nil }
    let after = but + 1..<min(but + 6, graph.units.count)
    guard
      let verb = after.first(where: { unit in
        contactWords.governors[graph.word(unit)] == .cancelled && graph.isVerb(unit)
          || particleStatus(unit)?.status == .cancelled
      }), !isNegated(verb)
    else { return nil }
    let matter = (but + 1..<min(verb + 5, graph.units.count)).first { unit in
      StatusReader.journeys.contains(graph.word(unit))
        || ["meeting", "talks", "summit", "it"].contains(graph.word(unit))
    }
    return matter == nil ? nil : judged(.cancelled, verb)
  }

  static let journeys: WordSet = [
    "trip", "visit", "tour", "journey", "travel", "stop", "stopover", "flight", "trips", "plans",
  ]

  /// "is to meet": a form of "be" alone over an infinitive.
  func isBare(_ unit: Int) -> Bool {
    ["is", "are", "was", "were", "be"].contains(graph.word(unit))
  }
}
