import Diplomacy
import Language

/// Reads what became of a contact from the clause it stands in and those above it.
///
/// The words are asked from the contact outwards: its own negation, tense and modal verb, then what
/// governs it ("refused to", "plans for", "called off"), as long as that still speaks of the
/// contact itself.
struct StatusReader {
  let contactWords: ContactWords
  let graph: ClauseGraph

  struct Judgement {
    var status: MeetingStatus
    var tokens: Range<Int>
  }

  /// The status of the contact told at `trigger`; nil where the words tell of no occasion, but of
  /// one hoped for, demanded, imagined or offered.
  func status(of trigger: Int) -> Judgement? {
    graph.isVerb(trigger) ? verbStatus(trigger, depth: 0) : nounStatus(trigger)
  }

  private func judged(_ status: MeetingStatus, _ unit: Int) -> Judgement {
    Judgement(status: status, tokens: graph.units[unit].tokens)
  }

  private func meant(_ meaning: ContactWords.Meaning, _ unit: Int) -> Judgement? {
    switch meaning {
    case .planned: judged(.planned, unit)
    case .declined: judged(.declined, unit)
    case .cancelled: judged(.cancelled, unit)
    case .hypothetical: nil
    }
  }

  // MARK: - Verbs

  private func verbStatus(_ verb: Int, depth: Int) -> Judgement? {
    guard depth < 8 else { return judged(.held, verb) }
    let own = ownStatus(verb)
    if case .settled(let judgement) = own { return judgement }
    guard let governor = graph.head(verb) else { return judged(.held, verb) }
    switch graph.relation(verb) {
    case .xcomp, .ccomp, .csubj:
      if graph.relation(verb) == .ccomp, isFinite(verb) {
        return reported(verb, by: governor)
      }
      return governed(verb, by: governor, depth)
    case .advcl where !isFinite(verb), .acl where !isFinite(verb), .dep where !isFinite(verb):
      return governed(verb, by: governor, depth)
    case .conj where !isFinite(verb) || sharesAuxiliary(verb, governor):
      return verbStatus(governor, depth: depth + 1).map {
        $0.status == .held ? judged(.held, verb) : $0
      }
    default: return judged(.held, verb)
    }
  }

  private enum Own {
    case settled(Judgement?)
    case open
  }

  /// What a verb's own auxiliaries, negation and conjunction say.
  private func ownStatus(_ verb: Int) -> Own {
    var negated: Int?
    var modal: (Int, ContactWords.Meaning)?
    var perfect = false
    for child in graph.children[verb] where child < verb {
      let word = graph.word(child)
      switch word {
      case "not", "n't", "never", "neither", "nor", "hardly", "barely": negated = child
      case "will", "'ll", "shall", "wo": modal = (child, .planned)
      case "would", "'d": modal = (child, .planned)
      case "could", "may", "might", "can", "should", "must", "ought", "cannot", "ca":
        modal = (child, .hypothetical)
      case "has", "have", "'ve", "had": perfect = true
      case "due", "set":
        if graph.relation(child) == .mark || graph.relation(child) == .aux {
          modal = (child, .planned)
        }
      case "if", "unless", "whether", "lest":
        if graph.relation(child) == .mark { return .settled(nil) }
      default: continue
      }
    }
    if let never = graph.children[verb].first(where: { child in
      graph.word(child) == "time" && graph.children[child].contains { graph.word($0) == "no" }
    }) {
      negated = never
    }
    // "has yet to meet", "is yet to see".
    let before = max(0, verb - 3)..<verb
    if before.contains(where: { graph.word($0) == "yet" }), graph.tag(verb).penn == .vb {
      return .settled(nil)
    }
    if let subject = graph.children(of: verb, by: .nsubj, .nsubjPass).first,
      graph.children[subject].contains(where: { ["no", "neither"].contains(graph.word($0)) })
        || ["neither", "nobody", "none"].contains(graph.word(subject))
    {
      negated = subject
    }
    if let negated {
      // "have not met since" tells of no refusal.
      return .settled(perfect || modal?.1 == .hypothetical ? nil : judged(.declined, negated))
    }
    if let modal { return .settled(meant(modal.1, modal.0)) }
    return .open
  }

  private func isFinite(_ verb: Int) -> Bool {
    switch graph.tag(verb).penn {
    case .vbd, .vbz, .vbp, .md: true
    case .vbn, .vbg, .vb:
      graph.children[verb].contains { child in
        graph.relation(child) == .aux || graph.relation(child) == .auxPass
          || graph.relation(child) == .cop
      } && !graph.children[verb].contains { graph.word($0) == "to" }
    default: false
    }
  }

  private func sharesAuxiliary(_ verb: Int, _ first: Int) -> Bool {
    graph.tag(verb).penn == graph.tag(first).penn && graph.tag(verb).penn == .vb
  }

  /// "said he would meet": the clause told speaks for itself, unless what tells it denies it.
  private func reported(_ verb: Int, by governor: Int) -> Judgement? {
    if ["denied", "denies", "deny", "denying"].contains(graph.word(governor)) {
      return judged(.declined, governor)
    }
    if ["hopes", "hoped", "hope", "suggested", "proposed", "demanded", "urged", "wishes"]
      .contains(graph.word(governor))
    {
      return nil
    }
    return judged(.held, verb)
  }

  /// What a governing verb, adjective or noun says of an infinitive or participle.
  private func governed(_ verb: Int, by governor: Int, _ depth: Int) -> Judgement? {
    let word = graph.word(governor)
    let isInfinitive =
      graph.tag(verb).penn == .vb || graph.children[verb].contains { graph.word($0) == "to" }
    if let meaning = contactWords.governingNouns[word], !graph.isVerb(governor) {
      guard isInfinitive else { return judged(.held, verb) }
      return nounGovernor(governor, meaning, depth)
    }
    if let meaning = contactWords.governors[word] {
      let relation = graph.relation(verb)
      if meaning == .hypothetical || meaning == .planned,
        relation == .advcl && !isInfinitive
      {
        return judged(.held, verb)
      }
      if isNegated(governor) {
        return meaning == .planned || meaning == .hypothetical ? nil : judged(.held, verb)
      }
      if isInfinitive || relation == .xcomp || relation == .ccomp {
        return meant(meaning, governor)
      }
    }
    if isInfinitive, graph.tag(governor).universal == .auxiliary || isBare(governor) {
      return judged(.planned, governor)
    }
    guard isInfinitive else {
      return verbStatus(governor, depth: depth + 1).map {
        $0.status == .declined ? judged(.held, verb) : $0
      }
    }
    // A journey's purpose is reached when the journey was made.
    guard graph.isVerb(governor) else {
      guard let above = graph.governingVerb(of: governor), graph.isVerb(above) else { return nil }
      return governed(verb, by: above, depth + 1)
    }
    guard let above = verbStatus(governor, depth: depth + 1) else { return nil }
    if above.status == .held, !isPast(governor) { return judged(.planned, governor) }
    return above
  }

  /// "is to meet": a form of "be" alone over an infinitive.
  private func isBare(_ unit: Int) -> Bool {
    ["is", "are", "was", "were", "be"].contains(graph.word(unit))
  }

  private func isPast(_ verb: Int) -> Bool {
    switch graph.tag(verb).penn {
    case .vbd, .vbn: true
    case .vbg:
      graph.head(verb).map { graph.isVerb($0) && isPast($0) } ?? false
        || graph.children[verb].contains { ["was", "were"].contains(graph.word($0)) }
    case .vb:
      graph.head(verb).map { graph.isVerb($0) && isPast($0) } ?? false
    // "was in Berlin for talks": a place as predicate.
    default:
      graph.children[verb].contains {
        graph.relation($0) == .cop && ["was", "were"].contains(graph.word($0))
      }
    }
  }

  private func isNegated(_ unit: Int) -> Bool {
    graph.children[unit].contains { ["not", "n't", "never", "no"].contains(graph.word($0)) }
  }

  // MARK: - Nouns

  private func nounStatus(_ noun: Int) -> Judgement? {
    for child in graph.children[noun] {
      switch graph.word(child) {
      case "no", "neither", "without":
        // "there is no meeting with": nothing that was refused.
        guard !hasPlannedOver(noun), isPastOver(noun) else { return nil }
        return judged(.declined, child)
      case "planned", "scheduled", "upcoming", "forthcoming", "future", "expected", "next",
        "impending", "coming":
        guard graph.relation(child) == .amod || graph.relation(child) == .acl, child < noun else {
          continue
        }
        if graph.word(child) == "next" || graph.word(child) == "coming", child + 1 != noun {
          continue
        }
        if let above = aboveNoun(noun), above.status != .held { return above }
        return judged(.planned, child)
      case "possible", "potential", "proposed", "hypothetical", "any", "eventual", "prospective":
        guard child < noun else { continue }
        return nil
      case "cancelled", "canceled", "postponed", "aborted", "scrapped":
        return judged(.cancelled, child)
      default: continue
      }
    }
    return aboveNoun(noun) ?? nil
  }

  private func isPastOver(_ noun: Int) -> Bool {
    guard let governor = graph.head(noun) else { return false }
    return isPast(governor)
      || graph.children[governor].contains { ["was", "were", "had"].contains(graph.word($0)) }
  }

  private func hasPlannedOver(_ noun: Int) -> Bool {
    guard let governor = graph.head(noun) else { return false }
    return contactWords.governors[graph.word(governor)] == .planned
  }

  /// What governs a noun of contact: a verb of which it is the object or subject, or another noun.
  private func aboveNoun(_ noun: Int) -> Judgement? {
    guard let governor = graph.head(noun) else { return judged(.held, noun) }
    let word = graph.word(governor)
    switch graph.relation(noun) {
    case .conj: return aboveNoun(governor)
    case .nmod, .compound, .acl:
      if let meaning = contactWords.governingNouns[word], !graph.isVerb(governor) {
        return nounGovernor(governor, meaning, 0)
      }
      if graph.isVerb(governor) { return verbOver(noun, governor) }
      return aboveNominal(governor, noun)
    case .root: return judged(.held, noun)
    default: return verbOver(noun, governor)
    }
  }

  private func aboveNominal(_ governor: Int, _ noun: Int) -> Judgement? {
    if graph.relation(governor) == .root || graph.units[governor].actors != nil {
      return judged(.held, noun)
    }
    guard let verb = graph.governingVerb(of: governor) else { return judged(.held, noun) }
    return verbOver(noun, verb)
  }

  private func verbOver(_ noun: Int, _ verb: Int) -> Judgement? {
    if let particle = particleStatus(verb) { return particle }
    let preposition = graph.preposition(of: noun)
    let isArgument = [.obj, .nsubj, .nsubjPass, .xcomp].contains(graph.relation(noun))
    if let meaning = contactWords.governors[graph.word(verb)],
      isArgument || ["for", "to", "on", "in"].contains(preposition) && meaning != .planned
    {
      if isNegated(verb) {
        return meaning == .planned || meaning == .hypothetical ? nil : judged(.held, verb)
      }
      if graph.word(verb) == "agreed" || graph.word(verb) == "announced" || meaning != .planned {
        // "called for talks", "postponed the visit"; a plan already carried out says nothing.
        if case .settled(let own) = ownStatus(verb), own == nil { return nil }
        return meant(meaning, verb)
      }
      return meant(meaning, verb)
    }
    guard let above = verbStatus(verb, depth: 1) else {
      return isArgument ? nil : judged(.held, noun)
    }
    if above.status == .declined, !isArgument, !["in", "for"].contains(preposition) {
      return judged(.held, noun)
    }
    if above.status == .planned, ["after", "since", "following"].contains(preposition) {
      return judged(.held, noun)
    }
    if ["before", "ahead of"].contains(preposition), above.status == .held {
      return judged(.planned, noun)
    }
    if preposition == "for", above.status == .held, !isPast(verb) { return judged(.planned, verb) }
    return above.status == .held ? judged(.held, noun) : above
  }

  /// "called off", "put off", "ruled out", "turned down".
  private func particleStatus(_ verb: Int) -> Judgement? {
    func has(_ particle: String) -> Bool {
      graph.children[verb].contains { graph.word($0) == particle }
        || verb + 1 < graph.units.count && graph.word(verb + 1) == particle
    }
    switch graph.word(verb) {
    case "called", "calls", "call", "calling", "put", "puts", "putting", "broke", "broken":
      return has("off") ? judged(.cancelled, verb) : nil
    case "ruled", "rules", "ruling": return has("out") ? judged(.declined, verb) : nil
    case "turned", "turns", "turning": return has("down") ? judged(.declined, verb) : nil
    case "fell", "fallen", "falls": return has("through") ? judged(.cancelled, verb) : nil
    default: return nil
    }
  }

  /// "plans for a meeting", "an invitation to meet", "his refusal to meet".
  private func nounGovernor(
    _ governor: Int, _ meaning: ContactWords.Meaning, _ depth: Int
  ) -> Judgement? {
    if isNegated(governor) { return nil }
    if let verb = graph.governingVerb(of: governor) {
      if meaning == .hypothetical, ["accepted", "accept", "accepts"].contains(graph.word(verb)) {
        return judged(.planned, verb)
      }
      if meaning == .hypothetical,
        ["rejected", "refused", "declined", "rejects", "dismissed"].contains(graph.word(verb))
      {
        return judged(.declined, verb)
      }
      if meaning == .planned,
        contactWords.governors[graph.word(verb)] == .cancelled
          || ["fell", "collapsed"].contains(graph.word(verb))
      {
        return judged(.cancelled, verb)
      }
    }
    return meant(meaning, governor)
  }
}
