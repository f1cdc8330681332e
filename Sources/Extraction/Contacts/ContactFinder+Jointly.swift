import Diplomacy
import Language

/// What people of different countries do at one place, and what one travels for.
extension ContactFinder {
  /// "Cohen and Murad announced at the Iraqi Museum", "was initialled there by Savir and Korei": two of different
  /// countries doing at one place what is done together.
  func jointly(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    var subject = side(graph.subjects(of: unit))
    var witnesses = Side.none
    if ContactFinder.signing.contains(verb.lemma) {
      if graph.isPassive(unit) { subject = side(graph.obliques(of: unit, ["by"])) }
      witnesses = side(graph.obliques(of: unit, ["in front of"]))
      for presence in graph.obliques(of: unit, ["in"]) where graph.word(presence) == "presence" {
        witnesses.actors += side(graph.obliques(of: presence, ["of"])).actors
      }
    }
    // "signed a memorandum with Fidan in Ankara"
    let beside = side(graph.obliques(of: unit, ["with"]).filter { !isAudience($0) })
    if beside.actors.contains(where: { $0.person != nil }), !graph.isPassive(unit) {
      subject.actors += beside.actors.filter { $0.person != nil }
    }
    // "signed the accord in the presence of Nylander": government and opposition of one country.
    let isWitnessed = isAcrossBorders(Side(actors: subject.actors + witnesses.actors, units: []))
    let isShared = !beside.isEmpty && ContactFinder.signing.contains(verb.lemma)
    guard
      isAcrossBorders(subject) || isOfBody(subject)
        || isSeveral(subject) && (isWitnessed || isShared)
    else { return [] }
    // "Lavrov and Rubio agreed by phone to continue contacts"
    if graph.children[unit].contains(where: {
      ["phone", "telephone", "link", "video", "videoconference", "video-link"]
        .contains(graph.word($0)) && ["by", "via"].contains(graph.preposition(of: $0))
    }) {
      return draft([subject], unit, .call).map { [$0] } ?? []
    }
    // "signed a memorandum in Ankara", read as one of Ankara.
    let matters = graph.children(of: unit, by: .obj, .nsubjPass).flatMap { graph.children[$0] }
    let isPlaced = (graph.children[unit] + matters).contains { child in
      ["in", "at", "down", "across"].contains(graph.preposition(of: child))
        && graph.word(child) != "presence"
        && !reading.isDate(graph.units[child].head)
        || ["here", "there", "where"].contains(graph.word(child))
    }
    let isJoint = graph.children[unit].contains {
      ["jointly", "together"].contains(graph.word($0))
    }
    guard isPlaced || isJoint || !witnesses.isEmpty || isSignedInOffice(subject, verb) else {
      return []
    }
    let kind: MeetingKind =
      isOfBody(subject)
      ? .summit : ContactFinder.signing.contains(verb.lemma) ? .meeting : .visit
    return draft([subject, witnesses], unit, kind).map { [$0] } ?? []
  }

  /// "witnessed the signing of a memorandum by Collins and Singh": those who sign together.
  func signing(at unit: Int) -> ContactDraft? {
    guard graph.word(unit) == "signing", !graph.isVerb(unit) else { return nil }
    let papers = graph.obliques(of: unit, ["of"])
    var signers = ([unit] + papers).flatMap { graph.obliques(of: $0, ["by"]) }
    if signers.isEmpty, let verb = holder(of: unit), !graph.isPassive(verb) || verb < unit {
      signers = graph.obliques(of: verb, ["by"], through: unit).filter { $0 > unit }
    }
    let signatories = side(signers)
    guard isAcrossBorders(signatories) else { return nil }
    return draft([signatories], unit, .meeting)
  }

  /// "attended mass together", "planted a tree together": two of different countries, with what they did.
  func together(_ unit: Int) -> ContactDraft? {
    guard graph.isVerb(unit), graph.isPredicate(unit), !graph.isPassive(unit),
      (unit + 1..<min(unit + 7, graph.units.count)).contains(where: { graph.word($0) == "together" }
      ),
      graph.children(of: unit, by: .obj).contains(where: { graph.units[$0].actors == nil })
        || isJourney(unit),
      ![.acl, .advcl, .xcomp].contains(graph.relation(unit)),
      case let subject = side(graph.subjects(of: unit)), isAcrossBorders(subject)
    else { return nil }
    // "opened a centre together with Tanangada"
    let company = graph.obliques(of: unit, ["with", "together with"]).filter {
      graph.word($0 - 2) == "together"
    }
    return draft([subject, side(company)], unit, .visit)
  }

  private func isJourney(_ verb: Int) -> Bool {
    guard let told = contactWords.verbs[graph.word(verb)] else { return false }
    return told.strength == .travel && told.lemma != "come"
  }

  /// "Albusaidi and his Dutch colleague signed a memorandum": two in office in two countries, at one table.
  private func isSignedInOffice(_ side: Side, _ verb: ContactWords.Verb) -> Bool {
    let people = side.actors.compactMap(\.person)
    return ContactFinder.signing.contains(verb.lemma) && people.count == 2 && isAcrossBorders(side)
      && people.allSatisfy { person in
        reading.people[person].roles.contains { !$0.isFormer && $0.office != nil }
      }
  }

  private static let signing: WordSet = ["sign", "initial"]

  /// "flew to Brussels to clear the air with Borrell", "crossed the Atlantic to square the plan with Obama": with whom
  /// somebody travels to do what he does.
  func errand(_ unit: Int) -> ContactDraft? {
    guard graph.isVerb(unit), [.advcl, .xcomp].contains(graph.relation(unit)),
      reading.word(graph.units[unit].head - 1) == "to", let travel = graph.head(unit),
      travel < unit,
      contactWords.verbs[graph.word(travel)]?.strength == .travel
    else { return nil }
    let others = side(
      graph.obliques(of: unit, ["with"]).filter { !isAudience($0) && !isBystander($0) })
    let traveller = subjectSide(of: travel)
    guard others.actors.contains(where: { $0.person != nil }),
      traveller.actors.contains(where: { $0.person != nil })
    else { return nil }
    return draft([traveller, others], unit, .meeting, through: [travel])
  }

  /// "The last was between Wang and Payne, in New York": an occasion that only its order names, behind a sentence that
  /// tells of another.
  func ordered(_ unit: Int) -> ContactDraft? {
    guard graph.preposition(of: unit) == "between",
      graph.children[unit].contains(where: { graph.relation($0) == .cop }),
      let subject = graph.children(of: unit, by: .nsubj).first,
      ["last", "first", "latest", "previous", "next", "one", "second", "third"]
        .contains(graph.word(subject)),
      case let sides = side([unit]), isSeveral(sides)
    else { return nil }
    return draft([sides], unit, .meeting)
  }
}
