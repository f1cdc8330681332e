import Diplomacy
import Language

extension ContactFinder {
  /// The contacts told by the verb at `unit`.
  func verbContacts(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    if opensInverted(unit) || sitsIn(unit) { return [] }
    switch verb.strength {
    case .light:
      let takesPart =
        verb.lemma == "take"
        && graph.children(of: unit, by: .obj, .compoundPrt, .obl).contains {
          graph.word($0) == "part"
        }
      return takesPart ? attendance(unit, verb) : verb.lemma == "take" ? treat(unit) : []
    case .none: return []
    case .join: return joining(unit, verb)
    case .attend: return attendance(unit, verb)
    case .gather: return gathering(unit, verb)
    case .weak: return speech(unit, verb)
    default: break
    }
    if verb.lemma == "summon" || isCalledIn(unit) { return summons(unit) }
    if isFigurative(unit, verb) || verb.strength == .company && isHabit(unit) { return [] }
    if verb.strength == .joint { return jointly(unit, verb) }
    if let visit = bareVisit(unit, verb) { return [visit] }
    if verb.strength == .travel { return [] }
    if graph.isPassive(unit), verb.frames.contains(.direct) {
      // "a meeting at the Elysee hosted by Macron", "a summit of leaders hosted by Starmer": who is in the chair there.
      if verb.lemma == "host", graph.relation(unit) == .acl, let head = graph.head(unit),
        ["at", "in"].contains(graph.preposition(of: head))
          || graph.preposition(of: head) == "of"
            && graph.head(head).map({ graph.isEventNoun($0) }) == true
      {
        return []
      }
      let agents = side(graph.obliques(of: unit, ["by"]).filter { !isExcepted($0) })
      let patients = subjectSide(of: unit)
      if !agents.isEmpty, !patients.isEmpty {
        return made(inTurn(agents).map { [patients, $0] }, unit, verb)
      }
      if agents.isEmpty, !verb.frames.contains(.with) { return [] }
    }
    if graph.isPassive(unit), verb.strength == .strong,
      verb.frames.contains(.topic) || verb.lemma == "negotiate"
    {
      // "The grain deal was discussed by Guterres and Fidan"
      let agents = side(graph.obliques(of: unit, ["by"]))
      return isSeveral(agents) ? made([[agents]], unit, verb) : []
    }
    var subject = antecedents(of: unit, subjectSide(of: unit), verb)
    var others: [Side] = []
    if verb.frames.contains(.direct), !graph.isPassive(unit) {
      var objects = side(graph.objects(of: unit))
      if objects.isEmpty, graph.objects(of: unit).isEmpty { objects = shared(behind: unit) }
      if objects.isEmpty { objects = humans(graph.objects(of: unit), verb) }
      if verb.lemma == "visit" || verb.lemma == "call" {
        objects.actors.removeAll { $0.person == nil }
      }
      // "overjoyed to see the rescue team"
      if verb.lemma == "see" {
        objects.actors.removeAll {
          if case .unnamed(_, nil) = $0.identity { return true }
          return false
        }
      }
      // "faced a delegation led by": of a person it is mostly a figure of speech.
      if verb.lemma == "face", objects.units.contains(where: { graph.units[$0].actors != nil }) {
        objects = .none
      }
      if !objects.isEmpty { others.append(objects) }
    }
    for preposition in prepositions(of: verb) {
      // Each "with" of its own is an occasion of its own.
      let units = graph.obliques(of: unit, [preposition]).filter {
        !isAudience($0) && !isExcepted($0) && !isTogetherWith($0, unit)
      }
      others += units.filter { !isBystander($0) }.map { side([$0]) }.filter { !$0.isEmpty }
      if others.isEmpty {
        let people = humans(units.isEmpty ? left(by: preposition, behind: unit) : units, verb)
        if !people.isEmpty { others.append(people) }
      }
      if !others.isEmpty { break }
    }
    if others.count == 1, verb.frames.contains(.direct), let aside = behindAside(others[0]) {
      others.append(aside)
    }
    if others.isEmpty, let named = including(behind: unit, verb) { others.append(named) }
    if !others.isEmpty {
      others += graph.gapped(behind: unit, ["with"] + prepositions(of: verb))
        .map { side([$0]) }.filter { !$0.isEmpty }
    }
    if verb.strength == .company {
      others.removeAll { !$0.actors.contains { $0.person != nil || $0.isGroup } }
    }
    if others.isEmpty, let noun = invitation(over: unit) {
      // "accepted an invitation from Trump to meet".
      let inviting = side(graph.obliques(of: noun, ["from", "by"]))
      if !inviting.isEmpty { others.append(inviting) }
    }
    guard !subject.isEmpty else { return [] }
    subject.actors += together(at: unit).actors
    if others.isEmpty, let rung = rung(by: unit, subject, verb) { others = [rung] }
    if others.isEmpty {
      if verb.lemma == "meet", let council = council(subject) {
        return made([[council]], unit, verb)
      }
      guard isSeveral(subject) || isGathered(subject) && verb.strength == .strong,
        verb.frames.contains(.reciprocal) || isMutual(unit)
      else { return [] }
      if verb.frames.contains(.topic), graph.objects(of: unit).isEmpty || isLoose(unit) {
        return []
      }
      // "Trump and Netanyahu are both speaking of": each by himself.
      if graph.children[unit].contains(where: {
        graph.word($0) == "both" && graph.relation($0) != .nsubj
      }) {
        return []
      }
      if verb.strength == .company, !isTogether(unit) { return [] }
      // "explored options" by two of one country is nothing.
      if ["explore", "review"].contains(verb.lemma), !isAcrossBorders(subject) { return [] }
      if verb.lemma == "tour", !isAcrossBorders(subject),
        !subject.actors.contains(where: \.isGroup)
      {
        return []
      }
      return made([[subject]], unit, verb)
    }
    // "Sessions, Kushner and Flynn all met with Kislyak": each by himself.
    if subject.actors.count > 1, others.count == 1 {
      let each = separately(subject, unit)
      if !each.isEmpty { return made(each.map { [$0, others[0]] }, unit, verb) }
    }
    let also = likewise(behind: unit)
    let more = also.isEmpty || others.count > 1 ? [] : [[also, others[0]]]
    return made(separated(others, unit).map { [subject, $0] } + more, unit, verb)
  }

  /// "hosted and played golf with Abe": the object stands behind the second verb.
  private func shared(behind verb: Int) -> Side {
    guard verb + 2 < graph.units.count, graph.word(verb + 1) == "and", graph.isVerb(verb + 2),
      graph.relation(verb + 2) == .conj, graph.head(verb + 2) == verb
    else { return .none }
    let second = verb + 2
    return side(
      graph.objects(of: second).filter { graph.units[$0].actors != nil }
        + graph.obliques(of: second, ["with"]))
  }

  /// The invitation, accepted or not, that a verb tells the purpose of.
  func invitation(over verb: Int) -> Int? {
    guard let head = graph.head(verb), [.acl, .advcl].contains(graph.relation(verb)) else {
      return nil
    }
    return ([head] + graph.children(of: head, by: .obj)).first {
      ["invitation", "offer", "request"].contains(graph.word($0))
    }
  }

  private func prepositions(of verb: ContactWords.Verb) -> [Word] {
    var found: [Word] = []
    if verb.frames.contains(.with) || verb.frames.contains(.topic) {
      found += ["with", "alongside", "between"]
    }
    if verb.frames.contains(.to) { found.append("to") }
    if verb.frames.contains(.on) { found += ["on", "upon"] }
    if verb.frames.contains(.beside) {
      found += ["beside", "opposite", "across from", "next to", "alongside", "before", "facing"]
      if verb.lemma == "seat" || verb.lemma == "sit" { found += ["between", "among"] }
    }
    return found
  }

  private func made(
    _ contacts: [[Side]], _ unit: Int, _ verb: ContactWords.Verb
  ) -> [ContactDraft] {
    // "met Biden, with Blinken present"
    let present = side(graph.obliques(of: unit, ["with"]).filter(isPresent))
    let presiders = Side(
      actors: presiders(of: unit, nil).actors + present.actors, units: present.units)
    let isVisit = verb.lemma == "call" && !side(graph.obliques(of: unit, ["on", "upon"])).isEmpty
    return contacts.compactMap {
      draft($0 + [presiders], unit, isVisit ? .meeting : verb.kind)
    }
  }

  /// "had been with Netanyahu in Jerusalem": being with somebody at a time or place.
  func presence(_ unit: Int) -> [ContactDraft] {
    if let told = stayed(at: unit) { return [told] }
    guard ["with", "alongside", "beside"].contains(graph.preposition(of: unit)),
      graph.children[unit].contains(where: { graph.relation($0) == .cop })
    else { return [] }
    var subject = side(graph.children(of: unit, by: .nsubj))
    if subject.isEmpty { subject = listed(beforeCopulaOf: unit) ?? .none }
    if subject.isEmpty,
      graph.relation(unit) == .conj
        || graph.relation(unit) == .aclRelcl
          && ["was", "were", "been"].contains(graph.word(unit - 2))
    {
      subject = side(graph.subjects(of: unit))
    }
    let other = side([unit])
    let isPlaced = graph.children[unit].contains { child in
      ["in", "at", "on"].contains(graph.preposition(of: child))
        || reading.isDate(graph.units[child].head)
        || graph.preposition(of: child) == "for"
          && contactWords.nouns[graph.word(child)]?.strength == .time
    }
    guard isPlaced, !subject.isEmpty, other.actors.contains(where: { $0.person != nil }) else {
      return []
    }
    let people = Side(actors: other.actors.filter { $0.person != nil }, units: [unit])
    return draft([subject, people], unit, .meeting).map { [$0] } ?? []
  }

  /// "sat down", "walked together", "stood side by side": what shows that company was kept.
  private func isTogether(_ unit: Int) -> Bool {
    if isMutual(unit) { return true }
    let near = unit + 1..<min(unit + 7, graph.units.count)
    return near.contains {
      ["down", "together", "side", "alone", "table", "talk", "talks"].contains(graph.word($0))
    }
  }

  /// "see each other", "spent hours across a table from each other".
  private func isMutual(_ unit: Int) -> Bool {
    let below = graph.children[unit].flatMap { [$0] + graph.children[$0] }
    return below.contains { child in
      graph.word(child) == "each" && child + 1 < graph.units.count
        && graph.word(child + 1) == "other"
        || graph.word(child) == "another" && child > 0 && graph.word(child - 1) == "one"
    }
  }

  /// "rules for both sides, while also discussing": a participle far from its subject, which is no verb's.
  private func isLoose(_ verb: Int) -> Bool {
    guard graph.tag(verb).penn == .vbg, graph.relation(verb) == .advcl, let head = graph.head(verb)
    else { return false }
    return !graph.isPredicate(head) || graph.relation(head) == .acl
  }

  /// "European leaders met": several without a name, an occasion for those whom later words name.
  func isGathered(_ side: Side) -> Bool {
    side.actors.contains { $0.isPlural(reading) }
      && side.actors.allSatisfy { $0.person == nil }
  }
}
