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
    let told = graph.isVerb(trigger) ? verbStatus(trigger, depth: 0) : nounStatus(trigger)
    guard let told, told.status == .planned else { return told }
    if isConditional(trigger) { return nil }
    return undoneJourney(before: trigger) ?? undoneJourney(behind: trigger) ?? told
  }

  // MARK: - Verbs

  func verbStatus(_ verb: Int, depth: Int) -> Judgement? {
    guard depth < 8 else { return judged(.held, verb) }
    if let denial = denial(of: verb) { return denial }
    if isRumoured(verb) { return nil }
    let own = ownStatus(verb)
    if case .settled(let judgement) = own { return judgement }
    if let awaited = awaited(verb, depth: depth) { return awaited }
    guard let governor = graph.head(verb) else { return judged(.held, verb) }
    if graph.relation(verb) == .conj, let infinitive = infinitive(beside: verb, governor) {
      return verbStatus(infinitive, depth: depth + 1)
    }
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

  enum Own {
    case settled(Judgement?)
    case open
  }

  /// What a verb's own auxiliaries, negation and conjunction say.
  func ownStatus(_ verb: Int) -> Own {
    var negated: Int?
    var modal: (Int, ContactWords.Meaning)?
    var perfect = false
    if isInvertedConditional(verb) { return .settled(nil) }
    for child in graph.children[verb] where child < verb {
      // "left Jakarta without seeing Widodo", but not "can't leave without seeing him"
      if graph.word(child) == "without" { return .settled(failed(verb, by: child)) }
      switch sign(of: child) {
      // "not only lunched with Biden but also"
      // and "did not meet until February", when they did
      case .negation:
        if graph.word(child + 1) != "only", graph.obliques(of: verb, ["until", "till"]).isEmpty {
          negated = child
        }
      case .future: modal = (child, .planned)
      case .possibility: modal = (child, .hypothetical)
      case .perfect: perfect = true
      case .arranged:
        switch graph.relation(child) {
        case .mark, .aux, .case, .fixed, .advmod:
          // "had been due to meet"
          if graph.children[verb].contains(where: { $0 < child && graph.word($0) == "had" }) {
            return .settled(judged(.cancelled, child))
          }
          modal = (child, .planned)
        default: break
        }
      case .copula:
        // "is to meet", and "was to have met", which did not happen.
        let words = (child + 1..<verb).map(graph.word)
        guard words.contains("to"), graph.relation(child) == .cop || graph.relation(child) == .aux
        else {
          // "is hosting Starmer on Monday"
          if ["is", "are"].contains(graph.word(child)), graph.tag(verb).penn == .vbg, hasDay(verb) {
            modal = (child, .planned)
          }
          continue
        }
        if words.contains("have") { return .settled(judged(.cancelled, child)) }
        modal = (child, .planned)
      case .condition:
        if graph.relation(child) == .mark { return .settled(nil) }
      case nil: continue
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
      graph.isDenied(subject)
    {
      negated = subject
    }
    if let negated {
      // "have not met since" tells of no refusal.
      return .settled(perfect || modal?.1 == .hypothetical ? nil : judged(.declined, negated))
    }
    if let modal {
      if isUnreal(verb, modal.0) { return .settled(nil) }
      return .settled(meant(modal.1, modal.0))
    }
    return .open
  }

  func isFinite(_ verb: Int) -> Bool {
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

  /// What a governing verb, adjective or noun says of an infinitive or participle.
  func governed(_ verb: Int, by governor: Int, _ depth: Int) -> Judgement? {
    guard depth < 8 else { return judged(.held, verb) }
    // "broke off his holiday to meet": undone is something else.
    let isElse = graph.children(of: governor, by: .obj).contains {
      !graph.isEventNoun($0) && contactWords.governingNouns[graph.word($0)] == nil && $0 < verb
        && !StatusReader.journeys.contains(graph.word($0))
    }
    if !isElse, let particle = particleStatus(governor) { return particle }
    let word = graph.word(governor)
    let isInfinitive =
      graph.tag(verb).penn == .vb || graph.children[verb].contains { graph.word($0) == "to" }
    if isInfinitive, let journey = settled(verb, by: governor) { return journey }
    // "I had a chance to talk with him": what one had the chance or pleasure of was done.
    if isInfinitive, StatusReader.occasions.contains(word), let above = graph.head(governor),
      StatusReader.enjoying.contains(graph.word(above)), !isNegated(above), !isNegated(governor)
    {
      return verbStatus(above, depth: depth + 1)
    }
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
      // "was able to meet"
      if word == "able", isPast(governor) { return judged(.held, verb) }
      // "is prepared to meet" is no more than ready to.
      if word == "prepared", isInfinitive, isFinite(governor) { return nil }
      if isInfinitive || relation == .xcomp || relation == .ccomp {
        return meant(meaning, governor)
      }
    }
    // "did get to shake hands", "got to meet"
    if isInfinitive, ["get", "got", "gets"].contains(word), graph.relation(verb) == .xcomp {
      let above = ownStatus(governor)
      if case .settled(let judgement) = above { return judgement }
      return judged(.held, verb)
    }
    if isInfinitive, graph.tag(governor).universal == .auxiliary || isBare(governor) {
      return judged(.planned, governor)
    }
    if !isInfinitive,
      graph.children[verb].contains(where: { ["after", "since"].contains(graph.word($0)) })
    {
      // "agree to resume talks after meeting" has met; "will go home after meeting" has not.
      let above = verbStatus(governor, depth: depth + 1)
      let isToCome = above.map { judgement in
        ["will", "'ll", "would", "shall"].contains(graph.reading.word(judgement.tokens.lowerBound))
      }
      return isToCome == true ? above : judged(.held, verb)
    }
    guard isInfinitive else {
      return verbStatus(governor, depth: depth + 1).map {
        $0.status == .declined ? judged(.held, verb) : $0
      }
    }
    // A journey's purpose is reached when the journey was made.
    guard graph.isVerb(governor) else {
      if let rank = rank(of: governor) { return firstOfAll(rank, governor) }
      if isFelt(governor) { return judged(.held, verb) }
      // "was due in Doha later to meet"
      let words = graph.children[governor].map(graph.word)
      if (words + [word]).contains(where: StatusReader.expected.contains),
        !isNegated(governor)
      {
        return judged(words.contains("had") ? .cancelled : .planned, governor)
      }
      // "Trump, Putin to meet": a headline.
      if graph.units[governor].actors != nil { return judged(.planned, verb) }
      if graph.isPredicate(governor) {
        if words.contains("not") || words.contains("n't") { return nil }
        let isPast = words.contains("was") || words.contains("were") || words.contains("been")
        return isPast ? judged(.held, verb) : judged(.planned, governor)
      }
      guard let above = graph.governingVerb(of: governor), graph.isVerb(above) else { return nil }
      return governed(verb, by: above, depth + 1)
    }
    guard let above = verbStatus(governor, depth: depth + 1) else { return nil }
    if above.status == .held, !isPast(governor) { return judged(.planned, governor) }
    return above
  }

  private static let expected: WordSet = ["due", "slated", "scheduled"]
  private static let enjoying: WordSet = [
    "had", "have", "has", "took", "takes", "seized", "used", "got", "enjoyed",
  ]
  private static let occasions: WordSet = [
    "chance", "opportunity", "pleasure", "honour", "honor", "privilege",
  ]
}
