import Diplomacy
import Language

/// The side of a noun of contact that stands elsewhere in its sentence, or in none.
extension ContactFinder {
  /// The other side of a contact without an owner: the subject of the verb over it.
  func verbSide(of unit: Int, _ verb: Int?) -> Side {
    guard let verb else {
      let subject = side(graph.children(of: unit, by: .nsubj, .nsubjPass))
      if !subject.isEmpty { return subject }
      let owner = owner(ofOccasionsAt: graph.children(of: unit, by: .nsubj))
      if !owner.isEmpty { return owner }
      for told in [poster(of: unit), pictured(with: unit)] where !told.isEmpty { return told }
      return recordSubject
    }
    let relation = graph.relation(unit)
    // "A courtesy call on Kishida was paid by Birol"
    if relation == .nsubjPass, isLight(verb) { return side(graph.obliques(of: verb, ["by"])) }
    if relation == .nsubj || relation == .nsubjPass { return .none }
    if graph.isPredicate(verb), verb == unit {
      let subject = graph.subjects(of: verb)
      let told = side(subject)
      return told.isEmpty ? owner(ofOccasionsAt: subject) : told
    }
    if graph.isPassive(verb), relation == .obj {
      // "were granted an audience with the pope"
      return ContactFinder.giving.contains(graph.word(verb)) ? subjectSide(of: verb) : .none
    }
    // "was agreed by Matviyenko and Larcher at a meeting"
    if graph.isPassive(verb), ["at", "in", "during", "after"].contains(place(of: unit)) {
      let agents = side(graph.obliques(of: verb, ["by"]))
      if agents.actors.contains(where: { $0.person != nil }) { return agents }
    }
    // "breakfast with Rutte, followed by lunch with Merkel": whose the one before was
    if ["followed", "preceded"].contains(graph.word(verb)), graph.tag(verb).penn == .vbn,
      [.acl, .advcl].contains(graph.relation(verb)), let before = graph.head(verb), before < verb
    {
      return graph.isEventNoun(before)
        ? verbSide(of: before, holder(of: before)) : subjectSide(of: before)
    }
    if isReported(unit, verb) { return .none }
    // "is sending Manservisi for talks with Mallia"
    if ContactFinder.sending.contains(graph.word(verb)), !graph.isPassive(verb),
      ["for", "to"].contains(place(of: unit)), case let sent = side(graph.objects(of: verb)),
      sent.actors.contains(where: { $0.person != nil })
    {
      return sent
    }
    let subject = subjectSide(of: verb)
    if subject.isEmpty, graph.isEventNoun(unit),
      case let owner = owner(ofOccasionsAt: graph.children(of: verb, by: .nsubj)), !owner.isEmpty
    {
      return owner
    }
    // "will fly to Washington with Zelensky for talks with Trump"
    if place(of: unit) == "for", contactWords.verbs[graph.word(verb)]?.strength == .travel,
      !graph.obliques(of: unit, ["with", "between"]).isEmpty,
      case let along = side(graph.obliques(of: verb, ["with"]).filter { $0 < unit }),
      along.actors.contains(where: { $0.person != nil })
    {
      return Side(actors: subject.actors + along.actors, units: subject.units + along.units)
    }
    if !subject.isEmpty { return subject }
    let speaker = speaker(of: verb, through: unit)
    guard speaker.isEmpty, graph.relation(verb) == .ccomp, let speech = graph.head(verb),
      ["after", "following", "during", "before", "at"].contains(place(of: unit))
        // "wrote that in a call with Trump it had been agreed"
        || place(of: unit) == "in"
          && graph.children(of: verb, by: .nsubj, .nsubjPass, .expl).allSatisfy({
            graph.word($0) == "it"
          }),
      ["said", "says", "told", "warned", "insisted", "added", "wrote", "tweeted"].contains(
        graph.word(speech))
    else { return speaker }
    // "Lavrov said the war would go on at the start of talks with Blinken"
    return side(graph.children(of: speech, by: .nsubj).filter { $0 < verb })
  }

  private static let sending: WordSet = [
    "send", "sends", "sent", "sending", "dispatch", "dispatches", "dispatched", "dispatching",
  ]

  /// Of whom the sentence is: the subject of its main clause.
  var subjects: [Actor] {
    guard let root = graph.units.indices.first(where: { graph.head($0) == nil }) else { return [] }
    return side(graph.children(of: root, by: .nsubj, .nsubjPass)).actors.filter {
      $0.person != nil || $0.isGroup
    }
  }

  /// Whether the main clause tells what somebody says: "Price said Friday's meeting with Wang was constructive".
  private var isOfSpeech: Bool {
    graph.units.indices.first { graph.head($0) == nil }.map {
      SpeechWords.verbs.contains(graph.word($0))
    } ?? false
  }

  private static let including: WordSet = [
    "include", "includes", "included", "feature", "features", "featured", "involve", "involves",
    "involved", "opened", "opens", "began", "begins", "ended", "ends", "concluded", "started",
    "starts",
    "closed", "closes",
  ]
  /// "The trip includes talks", "the trip, which will include talks".
  private func journey(including verb: Int) -> Int? {
    guard let subject = graph.children(of: verb, by: .nsubj).first else { return nil }
    return graph.isRelativizer(subject) ? graph.antecedent(of: verb) : subject
  }

  private static let journeys: WordSet = [
    "leg", "trip", "visit", "tour", "stop", "agenda", "schedule", "programme", "program",
    "itinerary",
    "stay", "journey", "swing", "day", "morning", "afternoon", "evening", "weekend", "mission",
  ]

  /// "One of Sessions' meetings was a conversation with": whose the occasions of a subject are.
  private func owner(ofOccasionsAt subjects: [Int]) -> Side {
    for subject in subjects {
      for noun in [subject] + graph.obliques(of: subject, ["of"]) where graph.isEventNoun(noun) {
        let owner = side(graph.children(of: noun, by: .nmodPoss))
        if !owner.isEmpty { return owner }
      }
      // "Merkel's day began with a breakfast with Macron", "His first stop was a meeting with"
      if ContactFinder.stretches.contains(graph.word(subject)) {
        let owner = side(graph.children(of: subject, by: .nmodPoss))
        if owner.namesSomebody { return owner }
      }
    }
    return .none
  }

  /// What somebody spends on meeting others.
  private static let stretches: WordSet = [
    "day", "morning", "afternoon", "evening", "week", "stop", "stay", "programme", "program",
    "schedule", "agenda", "itinerary", "tour", "mission", "appointment", "engagement",
  ]

  /// Of a caption without a verb those whom it names first: "Ban Ki-moon at a meeting with Lavrov",
  /// "Reagan with Thatcher during a private meeting".
  private func pictured(with unit: Int) -> Side {
    guard ["at", "in", "during", "before", "after"].contains(place(of: unit)) else { return .none }
    var at = unit
    while let head = graph.head(at) { at = head }
    let people = side([at] + graph.obliques(of: at, ["with", "alongside"]))
    return people.actors.contains { $0.person != nil } && graph.units[at].actors != nil
      ? people : .none
  }

  /// The traveller of an official record, whose sentences have no subject.
  func recordTraveller() -> Side? {
    guard let record = reading.setting.record else { return nil }
    guard let mention = reading.mentions.first(where: { $0.person == record.traveller }) else {
      return nil
    }
    return Side(
      actors: [Actor(identity: .person(record.traveller), tokens: mention.tokens)], units: [])
  }

  var recordSubject: Side { recordTraveller() ?? .none }

  /// "A planned meeting with Barrot fell through": with whom stands nowhere in the sentence, so that
  /// it is whom the text is about.
  func topic(of unit: Int, _ verb: Int?, besides others: [Side]) -> Side {
    let relation = graph.relation(unit)
    // "The trip includes talks with Stoltenberg"
    if relation == .obj || graph.preposition(of: unit) == "with" || isListedBehindWith(unit),
      let verb,
      ContactFinder.including.contains(graph.word(verb)),
      let journey = journey(including: verb),
      ContactFinder.journeys.contains(graph.word(journey))
    {
      let owner = side(graph.children(of: journey, by: .nmodPoss))
      return owner.isEmpty
        ? (topic ?? subjectBefore).map { Side(actors: [$0], units: []) } ?? .none : owner
    }
    let isCancelled = verb.map { contactWords.governors[graph.word($0)] == .cancelled } ?? false
    guard
      relation == .nsubj || relation == .nsubjPass || relation == .root || verb == nil
        || isCancelled || isOpened(unit, by: verb)
    else { return .none }
    // "Kislyak's interactions with": an owner who is not known is not the topic.
    let isOwned = graph.children(of: unit, by: .nmodPoss).contains {
      !["his", "her", "their", "its"].contains(graph.word($0))
        && !reading.isDate(graph.units[$0].head)
    }
    if !isOwned, case let describer = describer(of: unit), !describer.isEmpty { return describer }
    return isOwned ? .none : Side(actors: topics(besides: others, at: unit), units: [])
  }

  /// "ended with a visit to the memorial and talks with Kagame"
  private func isListedBehindWith(_ unit: Int) -> Bool {
    guard graph.relation(unit) == .conj, var at = graph.head(unit) else { return false }
    while graph.preposition(of: at) != "with", let head = graph.head(at), !graph.isVerb(head) {
      at = head
    }
    return graph.preposition(of: at) == "with" && graph.units[at].actors == nil
  }

  /// Who was told of in the meeting before; where the other party is that one, with whom that one was told of last, or else
  /// who the whole text tells of most.
  private func topics(besides others: [Side], at unit: Int) -> [Actor] {
    let told = others.flatMap(\.actors).filter { $0.person != nil }.map(\.identity)
    // "Kang will fly to Bangkok, and a first meeting with Kono is being arranged"
    let own = subjects.filter {
      $0.person != nil && !told.contains($0.identity)
        && $0.tokens.upperBound <= graph.units[unit].tokens.lowerBound
    }
    if own.count == 1, !isOfSpeech { return own }
    if !focus.isEmpty, !focus.contains(where: { told.contains($0.identity) }) { return focus }
    if let topic, !told.contains(topic.identity) { return [topic] }
    for party in told {
      if let company = company.told[party]?.filter({ !told.contains($0.identity) }),
        !company.isEmpty
      {
        return company
      }
    }
    if !told.isEmpty, let person = subjectBefore, !told.contains(person.identity) {
      return [person]
    }
    guard let protagonist = groups.protagonist, !told.contains(protagonist.identity),
      protagonist.tokens.lowerBound < graph.units[unit].head
    else { return [] }
    return [protagonist]
  }

  /// "Raab and Payne have both telephoned": with whom stands nowhere in the sentence.
  func rung(by verb: Int, _ subject: Side, _ told: ContactWords.Verb) -> Side? {
    guard ["telephone", "phone", "ring"].contains(told.lemma), graph.objects(of: verb).isEmpty,
      !graph.isPassive(verb), subject.actors.allSatisfy({ $0.person != nil })
    else { return nil }
    // "Malmström telephoned Muscat. … Letta rang": him too.
    if let called, !subject.actors.contains(where: { $0.identity == called.identity }) {
      return Side(actors: [called], units: [])
    }
    let others = topics(besides: [subject], at: verb)
    return others.isEmpty ? nil : Side(actors: others, units: [])
  }

  /// "Then came a meeting with": the verb before its subject, which a tree can take for an object.
  private func isOpened(_ unit: Int, by verb: Int?) -> Bool {
    guard let verb, verb < 3, verb < unit else { return false }
    return ["came", "comes", "followed", "follows"].contains(graph.word(verb))
      && graph.children(of: verb, by: .nsubj).isEmpty
  }
}
