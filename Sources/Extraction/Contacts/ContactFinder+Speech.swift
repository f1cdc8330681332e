import Diplomacy
import Language

/// What is said to somebody in person, by telephone or at an occasion.
extension ContactFinder {
  /// "told Peters" is a contact when the clause has a noun of contact or a telephone in it:
  /// "assured Ali in a call".
  func speech(_ unit: Int, _ verb: ContactWords.Verb) -> [ContactDraft] {
    if let heard = hearers(of: unit) {
      let kind = contactWords.nouns[graph.word(heard.event)]?.kind
      return draft([subjectSide(of: unit), heard.side], unit, kind, through: [heard.event])
        .map { [$0] } ?? []
    }
    guard
      let event = occasion(of: unit) ?? visitor(of: unit) ?? visitors(of: unit).units.first
        ?? journey(before: unit) ?? call(before: unit) ?? coming(beside: unit) ?? day(of: unit)
    else { return [] }
    let subject = subjectSide(of: unit)
    var other = side(graph.objects(of: unit).filter { graph.units[$0].actors != nil })
    if other.isEmpty, verb.frames.contains(.deliver) {
      other = side(graph.obliques(of: unit, ["to"]))
      if other.isEmpty {
        other = side(graph.objects(of: unit).flatMap { graph.obliques(of: $0, ["to"]) })
      }
    }
    // "argued with Kerry over lunch", "complained to Rice in a call"
    for (frame, preposition) in [(ContactWords.Frames.with, Word("with")), (.to, "to")]
    where other.isEmpty && verb.frames.contains(frame) {
      other = side(graph.obliques(of: unit, [preposition]))
    }
    // "told Orban by telephone" is not told by anybody.
    if graph.isPassive(unit) {
      let agents = side(graph.obliques(of: unit, ["by"]))
      if !agents.isEmpty || graph.children(of: unit, by: .iobj).isEmpty { other = agents }
    }
    if other.isEmpty { other = visitors(of: unit) }
    guard subject.actors.contains(where: { $0.person != nil }), !other.isEmpty else { return [] }
    let kind =
      contactWords.nouns[graph.word(event)]?.kind
      ?? (ContactFinder.telephones.contains(graph.word(event)) ? .call : .meeting)
    return draft([subject, other], unit, kind, through: [event]).map { [$0] } ?? []
  }

  /// "thanked Baerbock for the aid when she came to Chisinau": what is said when one of the two comes.
  private func coming(beside verb: Int) -> Int? {
    guard !graph.isPassive(verb) else { return nil }
    let two = (graph.objects(of: verb).flatMap(graph.actors(at:)) + subjectSide(of: verb).actors)
      .compactMap(\.person)
    return graph.children(of: verb, by: .advcl).first { clause in
      guard graph.children[clause].contains(where: { graph.word($0) == "when" && $0 < clause }),
        ["stopped", "landed"].contains(graph.word(clause)) || tellsJourney(clause)
      else { return false }
      let comers = side(graph.children(of: clause, by: .nsubj)).actors.compactMap(\.person)
      return comers.count == 1 && two.contains(comers[0])
        && graph.children[clause].contains { isPlace($0) }
    }
  }

  /// "told Trump on Thursday that": what officials say to each other on a day they say by themselves.
  private func day(of verb: Int) -> Int? {
    guard ["told", "informed", "assured", "warned"].contains(graph.word(verb)),
      let day = graph.children[verb].first(where: {
        $0 > verb && reading.isDate(graph.units[$0].head)
      }),
      case let hearers =
        (graph.isPassive(verb)
        ? graph.obliques(of: verb, ["by"]) : graph.objects(of: verb))
        .flatMap(graph.actors(at:)).compactMap(\.person),
      !hearers.isEmpty,
      (hearers + subjectSide(of: verb).actors.compactMap(\.person)).allSatisfy({ person in
        reading.people[person].roles.contains { $0.office != nil }
      })
    else { return nil }
    return day
  }

  private static let telephones: WordSet = [
    "phone", "telephone", "called", "calls", "phoned", "phones", "telephoned", "rang", "rung",
  ]

  /// "called from Jakarta to congratulate Turnbull"
  private func call(before verb: Int) -> Int? {
    guard [.advcl, .xcomp].contains(graph.relation(verb)), let call = graph.head(verb),
      call < verb, ContactFinder.telephones.contains(graph.word(call)), graph.isVerb(call),
      !graph.isPassive(call), graph.children(of: call, by: .obj, .iobj).isEmpty,
      reading.word(graph.units[verb].head - 1) == "to"
    else { return nil }
    return call
  }

  /// "visited Kyiv and asked Zelenskiy to", "had stopped in Panama to press Mulino": what is said on a
  /// journey to those at home where it leads.
  private func journey(before verb: Int) -> Int? {
    // "was summoned to the ministry, where he was told by McDonald"
    if graph.isPassive(verb), let summons = travel(over: verb), summons < verb,
      contactWords.verbs[graph.word(summons)]?.lemma == "summon" || isCalledIn(summons),
      !side(graph.obliques(of: verb, ["by"])).isEmpty
    {
      return summons
    }
    guard let travel = travel(over: verb), travel < verb, !graph.isPassive(verb),
      ["stopped", "stopping", "stops"].contains(graph.word(travel)) || tellsJourney(travel),
      let place = (travel + 1..<verb).first(where: { isPlace($0) })
    else { return nil }
    let code = home(at: place)
    let hearers = graph.objects(of: verb).flatMap(graph.actors(at:)).compactMap(\.person)
    // Who travels "to urge Trump" expects him there, whose country may not be told.
    let isPurpose = reading.word(graph.units[verb].head - 1) == "to"
    guard !hearers.isEmpty,
      hearers.allSatisfy({ hearer in
        let home = reading.people[hearer].country?.value
        return code != nil && home == code || isPurpose && (home == nil || code == nil)
      })
    else { return nil }
    return travel
  }

  /// The verb beside or over another; of "flew on to Beirut, where he told" the journey.
  func travel(over verb: Int) -> Int? {
    guard let head = graph.head(verb) else { return nil }
    switch graph.relation(verb) {
    case .conj, .advcl, .xcomp: return head
    case .aclRelcl, .advclRelcl:
      guard graph.children[verb].contains(where: { graph.word($0) == "where" && $0 < verb }) else {
        return nil
      }
      return graph.isVerb(head) ? head : graph.governingVerb(of: head)
    default: return nil
    }
  }

  private func isPlace(_ unit: Int) -> Bool {
    guard graph.units[unit].actors == nil else { return false }
    switch reading.entity(startingAt: graph.units[unit].tokens.lowerBound)?.entity {
    case .country, .capital, .place, .government: return true
    default: return false
    }
  }

  /// The country in which a place lies.
  private func home(at unit: Int) -> CountryCode? {
    guard graph.units[unit].actors == nil else { return nil }
    return reading.entity(startingAt: graph.units[unit].tokens.lowerBound)?.entity.land
  }

  /// "told visiting Secretary of State Kerry that": who visits hears it in person.
  private func visitor(of verb: Int) -> Int? {
    graph.objects(of: verb).first { object in
      graph.units[object].actors != nil
        && (reading.word(graph.units[object].tokens.lowerBound) == "visiting"
          || isGuest(graph.units[object].tokens)
          || graph.children[object].contains { graph.word($0) == "visiting" || isArrival($0) })
    }
  }

  /// "told his Turkish guest, Erdogan, that"
  private func isGuest(_ tokens: Range<Int>) -> Bool {
    ["his", "her", "their"].contains(reading.word(tokens.lowerBound))
      && tokens.prefix(4).contains { ["guest", "host", "visitor"].contains(reading.word($0)) }
  }

  /// "told Ryzhenkov, who arrived on Tuesday, that": a clause that says that somebody came.
  private func isArrival(_ clause: Int) -> Bool {
    graph.relation(clause) == .aclRelcl
      && ["arrived", "arrives", "visiting", "visited"].contains(graph.word(clause))
      && graph.children[clause].contains { graph.word($0) == "who" }
  }

  /// "told a delegation of European Union envoys that": who comes as a delegation hears it in person.
  private func visitors(of verb: Int) -> Side {
    humans(
      graph.objects(of: verb).filter { graph.word($0) == "delegation" })
  }

  /// "told Salman in the Great Hall of the People": said in the room where it is heard.
  private func isHall(_ unit: Int) -> Bool {
    graph.units[unit].actors == nil
      && graph.units[unit].tokens.contains { token in
        ContactFinder.halls.contains(reading.word(token)) && reading.tokens[token].isCapitalized
      }
  }

  private static let halls: WordSet = [
    "hall", "palace", "kremlin", "office", "residence", "villa", "château", "castle", "guesthouse",
  ]

  /// "in a call", "over lunch", "by telephone", "at their meeting" beside a verb.
  func occasion(of verb: Int) -> Int? {
    var below = graph.children[verb]
    for child in graph.children[verb] where graph.units[child].actors == nil {
      below += graph.children[child]
    }
    // "Congratulating him in a phone call, Modi told Widodo"
    for child in graph.children(of: verb, by: .advcl) where child < verb {
      below += graph.children[child].flatMap { [$0] + graph.children[$0] }
    }
    for child in below {
      let preposition = graph.preposition(of: child)
      guard ["in", "during", "over", "by", "at"].contains(preposition) else { continue }
      let word = graph.word(child)
      if isHall(child) { return child }
      if ["phone", "telephone", "person"].contains(word) { return child }
      if let noun = contactWords.nouns[word], noun.strength != .conference, noun.strength != .none,
        noun.strength != .hands, noun.strength != .word, noun.strength != .round
      {
        return child
      }
    }
    return nil
  }
}
