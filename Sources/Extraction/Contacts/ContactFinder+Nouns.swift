import Diplomacy
import Language

extension ContactFinder {
  /// The contacts told by the noun at `unit`: "talks with", "a meeting between", "held talks".
  func nounContacts(_ unit: Int, _ noun: ContactWords.Noun) -> [ContactDraft] {
    switch noun.strength {
    case .none: return []
    case .visit: guard isPaid(unit) else { return [] }
    case .hands, .word, .round, .time: guard isIdiom(unit, noun) else { return [] }
    default: break
    }
    let verb = holder(of: unit)
    if let verb, isAttended(unit, verb) { return [] }
    if verb == nil || verb == unit, let told = being(at: unit) { return [told] }
    if isComment(unit) { return [] }
    // "will attend a summit of leaders hosted by Starmer" is told by its verb.
    if let verb, graph.relation(unit) == .obj,
      contactWords.verbs[graph.word(verb)]?.frames.contains(.attend) == true,
      hosts(of: [unit]).namesSomebody
    {
      return []
    }
    if let next = following(unit, noun) ?? refused(unit, noun, verb) { return [next] }
    if let verb, contactWords.verbs[graph.word(verb)]?.frames.contains(.join) == true,
      graph.relation(unit) == .obl, !side(graph.objects(of: verb)).isEmpty
    {
      return []
    }
    let presiders = presiders(of: unit, verb)
    let between = between(unit, verb)
    if let told = spoken(after: unit, noun, verb, of: between) ?? during(unit, noun) {
      return [told]
    }
    if let gathered = gathered(unit, verb, between, presiders) {
      return made([gathered], unit, noun, verb)
    }
    if noun.strength == .open, between.actors.allSatisfy({ $0.person == nil }),
      !(verb.map { isLight($0) || isHosting($0) } ?? false), !between.isEmpty
    {
      return []
    }
    if isSeveral(between) {
      return made([[between, presiding(unit, verb), presiders]], unit, noun, verb)
    }
    if isBodyMeeting(between, noun) {
      let hosts = presiding(unit, verb)
      return made(
        [[hosts, between, presiders] + others(unit, noun, through: verb)], unit, noun, verb)
    }
    if let asked = requested(unit) { return made([asked], unit, noun, verb) }
    let joined = hyphenated(before: unit)
    // "co-chaired a round of China-Germany consultations": told by those who did.
    if !joined.isEmpty,
      joined.actors.contains(where: { $0.person != nil })
        || !verbSide(of: unit, verb).actors.contains(where: { $0.person != nil })
    {
      return made([[joined, presiders]], unit, noun, verb)
    }
    if noun.strength == .conference {
      if let attended = attendee(of: unit, verb) ?? address(to: unit, verb) { return attended }
      return isSeveral(presiders) ? made([[presiders]], unit, noun, verb) : []
    }
    var owner = owner(of: unit, verb)
    if owner.isEmpty, noun.strength == .call || noun.strength == .visit {
      // "a courtesy call by Natalegawa on Hatoyama"
      owner = side(graph.children[unit].filter { graph.preposition(of: $0) == "by" })
    }
    // "a meeting of Castro with Ortega"
    if owner.isEmpty, between.actors.contains(where: { $0.person != nil }),
      !side(graph.obliques(of: unit, ["with"])).isEmpty
    {
      owner = between
    }
    // "Israeli and Palestinian officials held their first meeting": the subject's own.
    if let verb, isLight(verb), graph.relation(unit) == .obj, owner.actors.count == 1,
      owner.actors[0].isGroup, case let subject = verbSide(of: unit, verb), isSeveral(subject),
      subject.actors.allSatisfy({ $0.person == nil && !$0.isGroup })
    {
      owner = subject
    }
    var others = others(unit, noun, through: verb)
    // "shakes hands with Putin during their meeting": both are told by "their".
    if owner.actors.contains(where: \.isGroup), graph.obliques(of: unit, ["with"]).isEmpty {
      others = []
    }
    let subject = owner.isEmpty ? verbSide(of: unit, verb) : owner
    if !others.isEmpty {
      let first =
        companyOf(others, owner: owner)
        ?? (subject.isEmpty ? topic(of: unit, verb, besides: others) : subject)
      guard !first.isEmpty || !presiders.isEmpty else { return [] }
      if noun.strength == .open, owner.isEmpty, let verb, !isLight(verb), !isHosting(verb),
        !isPlaceOf(unit), !ContactFinder.addressing.contains(graph.word(verb)),
        !isBorne(unit, by: verb),
        status.shunned(unit, verb) == nil
      {
        return []
      }
      return made(
        apart(first, from: others, unit)
          ?? separated(others, unit).map { [first, $0, presiders] }, unit, noun, verb)
    }
    if owner.actors.allSatisfy(\.isGroup), let group = bodyGathering(unit, noun, verb) {
      return made([[group, presiders]], unit, noun, verb)
    }
    if isSeveral(owner) { return made([[owner, presiders]], unit, noun, verb) }
    if let verb, owner.isEmpty, let topic, subject.actors.count == 1, graph.relation(unit) == .obj,
      contactWords.governors[graph.word(verb)] == .cancelled,
      subject.actors[0].person != nil, subject.actors[0].identity != topic.identity
    {
      // "Gallant cancelled a meeting": with whom the text is about.
      return made([[subject, Side(actors: [topic], units: [])]], unit, noun, verb)
    }
    let hosts = presiding(unit, verb)
    if between.isEmpty, !presiders.isEmpty, !hosts.isEmpty {
      // "hosted a summit attended by Starmer and Scholz"
      return made([[hosts, presiders]], unit, noun, verb)
    }
    if !hosts.isEmpty, !isAcrossBorders(hosts), isToldBefore(unit, orAt: true), between.isEmpty,
      var draft = draft([hosts], unit, nil, through: verb.map { [$0] } ?? [])
    {
      draft.joinsPrevious = true
      return [draft]
    }
    if isSeveral(presiders), owner.isEmpty, graph.relation(unit) == .nsubjPass {
      return made([[presiders]], unit, noun, verb)
    }
    if !between.isEmpty, !hosts.isEmpty {
      return made([[presiding(unit, verb), between]], unit, noun, verb)
    }
    if between.isEmpty, owner.actors.allSatisfy({ $0.person == nil && !$0.isGroup }),
      let attended = attendee(of: unit, verb) ?? address(to: unit, verb)
    {
      return attended
    }
    if opening(unit, noun, verb, subject) { return made([[subject]], unit, noun, verb) }
    // "Macron hosted an emergency summit": an occasion for those whom later sentences name.
    if !hosts.isEmpty { return made([[hosts]], unit, noun, verb) }
    if verb == nil, isSeveral(subject) { return made([[subject, presiders]], unit, noun, verb) }
    guard let verb, isLight(verb) || isPlaceOf(unit) || noun.strength == .hands, !subject.isEmpty
    else { return [] }
    let isHeld = graph.relation(unit) == .obj && noun.strength != .hands
    if isHeld, isLight(verb), let council = council(subject) {
      return made([[council]], unit, noun, verb)
    }
    guard isSeveral(subject) || !presiders.isEmpty || isHeld && isGathered(subject) else {
      return []
    }
    // "met Zelenskyy at the summit" is told by its verb.
    if let told = contactWords.verbs[graph.word(verb)],
      ![.light, .weak, .joint].contains(told.strength), !isLight(verb), presiders.isEmpty
    {
      return []
    }
    if noun.strength == .call, graph.preposition(of: unit) == "for" { return [] }
    return made([[subject, presiders]], unit, noun, verb)
  }

  /// "told a joint news conference with Netanyahu"
  private static let addressing: WordSet = ["told", "tells", "addressed", "addresses"]

  private func made(
    _ contacts: [[Side]], _ unit: Int, _ noun: ContactWords.Noun, _ verb: Int?
  ) -> [ContactDraft] {
    let isVisit =
      noun.strength == .call
      && graph.children[unit].contains {
        ["on", "upon"].contains(graph.preposition(of: $0))
          || ["farewell", "condolence", "introductory"].contains(graph.word($0))
      }
    let isCourtesy =
      noun.strength == .call && graph.children[unit].contains { graph.word($0) == "courtesy" }
    return contacts.compactMap {
      draft(
        $0, unit, isCourtesy ? .visit : isVisit ? .meeting : noun.kind,
        through: verb.map { [$0] } ?? [])
    }
  }

  /// Those told by "between", also where the verb stands before them: "talks began between".
  private func between(_ unit: Int, _ verb: Int?) -> Side {
    var own = side(graph.obliques(of: unit, ["between", "among", "involving", "of"]))
    // "a discussion of Iran and Yemen" is about them.
    if ["discussion", "discussions"].contains(graph.word(unit)),
      own.units.contains(where: { graph.preposition(of: $0) == "of" }),
      !own.actors.contains(where: { $0.person != nil })
    {
      own = .none
    }
    if own.isEmpty {
      // "a summit scheduled in April between Trump and Xi"
      own = side(
        graph.children(of: unit, by: .acl, .aclRelcl).flatMap {
          graph.obliques(of: $0, ["between", "among"])
        })
    }
    guard !isSeveral(own), let verb, [.nsubj, .nsubjPass].contains(graph.relation(unit)) else {
      return own
    }
    var beside = side(graph.obliques(of: verb, ["between", "among"], through: unit))
    if beside.isEmpty {
      beside = side(
        graph.children(of: verb, by: .xcomp).flatMap {
          graph.obliques(of: $0, ["between", "among"])
        })
    }
    return beside.isEmpty ? own : beside
  }
}
