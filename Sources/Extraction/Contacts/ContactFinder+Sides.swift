import Diplomacy
import Language

/// Who stands on either side of a noun of contact.
extension ContactFinder {
  /// Those told by "with", or of a call by "to" and "from", each group by itself.
  func others(_ unit: Int, _ noun: ContactWords.Noun, through verb: Int?) -> [Side] {
    var prepositions: [Word] = ["with", "alongside"]
    if noun.strength == .call { prepositions += ["to", "from", "on"] }
    if noun.strength == .visit { prepositions = ["to", "on", "with"] }
    var units = graph.obliques(of: unit, prepositions)
    if units.isEmpty, let relative = relativeVerb(of: unit) {
      units = graph.obliques(of: relative, prepositions)
    }
    if units.isEmpty, let verb, isLight(verb) || graph.tag(verb).universal == .auxiliary {
      units = graph.obliques(of: verb, prepositions, through: unit)
    }
    if units.isEmpty, let set = graph.children(of: unit, by: .acl).first(where: { isSet($0) }) {
      units = graph.obliques(of: set, ["with"])
    }
    if units.isEmpty, let verb,
      ["after", "during", "following"].contains(place(of: unit))
        || place(of: unit) == "in" && noun.strength == .strong
    {
      units = graph.obliques(of: verb, ["with"], through: unit)
    }
    if units.isEmpty, noun.kind == .meal || graph.word(unit) == "reception", let verb,
      isLight(verb) || isHosting(verb)
    {
      units = graph.obliques(of: unit, ["for"]) + graph.obliques(of: verb, ["for"], through: unit)
      for honour in graph.children[unit] + graph.children[verb]
      where ["honour", "honor", "welcome"].contains(graph.word(honour)) {
        units += graph.obliques(of: honour, ["of"]) + graph.children(of: honour, by: .nmodPoss)
      }
      if side(units).isEmpty, let guest = honoured(beside: [unit, verb]) { return [guest] }
    }
    if units.isEmpty, let verb, ContactFinder.giving.contains(graph.word(verb)),
      noun.kind == .meal || noun.strength == .time || noun.strength == .strong
    {
      units = graph.children(of: verb, by: .iobj, .obj).filter { $0 != unit }
      if noun.strength == .strong || noun.kind == .meal {
        units += graph.obliques(of: unit, ["to"]) + graph.obliques(of: verb, ["to"], through: unit)
      }
    }
    // "was granted an audience by the king"
    if units.isEmpty, let verb, ContactFinder.giving.contains(graph.word(verb)),
      graph.tag(verb).penn == .vbn, graph.relation(unit) == .obj
    {
      units = graph.obliques(of: verb, ["by"], through: unit) + graph.obliques(of: unit, ["by"])
    }
    if units.isEmpty, noun.strength == .call, let verb,
      ContactFinder.receiving.contains(graph.word(verb))
    {
      units = graph.obliques(of: verb, ["from"], through: unit)
    }
    if units.isEmpty, graph.relation(unit) == .conj, let first = graph.head(unit) {
      units = graph.obliques(of: first, ["with"])
    }
    // "in conversation with journalists"
    units.removeAll(where: isAudience)
    if !units.isEmpty, let verb { units += graph.gapped(behind: verb, prepositions) }
    var found = units.filter { !isBystander($0) }.map { side([$0]) }.filter { !$0.isEmpty }
    if found.isEmpty {
      // "talks with" may share what follows a later noun: "a meeting and dinner with Xi".
      for other in graph.children(of: unit, by: .conj) where graph.isEventNoun(other) {
        found += graph.obliques(of: other, ["with"]).map { side([$0]) }.filter { !$0.isEmpty }
      }
    }
    if found.isEmpty, noun.strength == .strong || noun.kind == .meal {
      let people = humans(units.filter { graph.preposition(of: $0) == "with" })
      if !people.isEmpty { found.append(people) }
    }
    return found
  }

  /// "a dinner in his honour": whom the pronoun stands for.
  private func honoured(beside units: [Int]) -> Side? {
    for honour in units.flatMap({ graph.children[$0] })
    where ["honour", "honor"].contains(graph.word(honour)) {
      for pronoun in graph.children(of: honour, by: .nmodPoss) {
        if let guest = possessor(at: graph.units[pronoun].head) {
          return Side(actors: [guest], units: [pronoun])
        }
      }
    }
    return nil
  }

  /// So many units behind a telling its colon is looked for, so that a sentence of any length is read in time
  /// that grows with it.
  private static let listReach = 200

  /// "Leaders of the G7 gathered on Friday: Kishida, Biden and Macron": who they were, told behind a
  /// colon.
  func listed(behind trigger: Int, _ sides: [Side]) -> [Actor] {
    guard sides.allSatisfy({ $0.actors.allSatisfy { $0.person == nil } }),
      sides.contains(where: { $0.actors.contains { $0.isPlural(reading) } }),
      let colon = graph.units.indices.dropFirst(trigger + 1).prefix(Self.listReach).first(where: {
        graph.word($0) == ":"
      }
      ),
      colon + 1 < graph.units.count, graph.units[colon + 1].actors != nil
    else { return [] }
    let people = list(from: colon + 1).actors.filter { $0.person != nil }
    return people.count > 1 ? people : []
  }

  /// The verb by which an occasion is held: "held talks", "met for talks", "said after talks".
  func holder(of unit: Int) -> Int? {
    var at = unit
    for _ in 0..<6 {
      guard let governor = graph.head(at) else { return nil }
      if graph.isVerb(governor) || graph.isPredicate(governor) { return governor }
      at = governor
    }
    return nil
  }

  /// "a meeting scheduled with Szijjarto", "talks held with".
  private func isSet(_ verb: Int) -> Bool {
    ["scheduled", "planned", "arranged", "held", "set", "booked", "agreed"].contains(
      graph.word(verb))
      && graph.tag(verb).penn == .vbn
  }

  /// "the talks he had with": a verb of holding in a relative clause without a pronoun.
  func relativeVerb(of unit: Int) -> Int? {
    graph.children[unit].first { child in
      (graph.relation(child) == .aclRelcl || graph.relation(child) == .acl)
        && (isLight(child) || ["received", "took", "placed", "got"].contains(graph.word(child)))
        && graph.children[child].contains { graph.relation($0) == .nsubj && $0 > unit }
    }
  }

  /// "granted an audience to", "gave him an hour".
  static let giving: WordSet = [
    "gave", "give", "gives", "given", "giving", "grant", "grants", "granted", "granting",
  ]
  private static let receiving: WordSet = [
    "received", "receives", "receive", "took", "takes", "got", "gets", "fielded", "accepted",
    "had", "has",
  ]

  func isLight(_ verb: Int) -> Bool {
    contactWords.verbs[graph.word(verb)]?.frames.contains(.light) ?? false
  }

  func isHosting(_ verb: Int) -> Bool {
    ContactFinder.hostingVerbs.contains(graph.word(verb))
  }

  private static let hostingVerbs: WordSet = [
    "host", "hosts", "hosted", "hosting", "gave", "gives", "give", "chair", "chairs", "chaired",
    "chairing", "co-chair", "co-chairs", "co-chaired", "co-host", "co-hosts", "co-hosted",
    "co-hosting", "convened", "convenes", "convene",
    "convening", "mediated", "brokered", "led", "leads", "leading", "facilitated", "joined",
    "joins", "join", "threw", "throws", "offered", "offers", "laid",
  ]

  /// The preposition of an occasion, also of "after an hour of talks".
  func place(of unit: Int) -> Word {
    let own = graph.preposition(of: unit)
    if own.isEmpty, graph.relation(unit) == .obj, let head = graph.head(unit),
      ["after", "during", "following", "before"].contains(graph.word(head))
    {
      return graph.word(head)
    }
    guard own == "of", let head = graph.head(unit),
      [
        "start", "beginning", "outset", "end", "close", "conclusion", "eve", "hour", "hours",
        "minutes", "day", "days", "night", "round", "series", "rounds",
      ].contains(graph.word(head))
    else { return own }
    return graph.preposition(of: head)
  }

  /// "met for talks", "were in talks", "flew in for a summit".
  func isPlaceOf(_ unit: Int) -> Bool {
    let place = place(of: unit)
    // "emerged from talks", but not "withdrew from talks"
    if place == "from", let verb = holder(of: unit) {
      return ContactFinder.leaving.contains(graph.word(verb))
    }
    return [
      "in", "for", "at", "after", "during", "into", "over", "following", "before", "ahead of",
    ]
    .contains(place)
  }

  private static let leaving: WordSet = [
    "emerged", "emerging", "emerges", "came", "coming", "returned", "returning", "returns", "fresh",
  ]
}
