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
    }
    if units.isEmpty, let verb, ContactFinder.giving.contains(graph.word(verb)),
      noun.kind == .meal || noun.strength == .time || noun.strength == .strong
    {
      units = graph.children(of: verb, by: .iobj, .obj).filter { $0 != unit }
      if noun.strength == .strong || noun.kind == .meal {
        units += graph.obliques(of: unit, ["to"]) + graph.obliques(of: verb, ["to"], through: unit)
      }
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

  /// Who chairs or hosts an occasion that is the verb's object.
  func presiding(_ unit: Int, _ verb: Int?) -> Side {
    // "co-chaired the third round of the dialogue"
    let isObject =
      graph.relation(unit) == .obj
      || graph.preposition(of: unit) == "of"
        && graph.head(unit).map {
          graph.relation($0) == .obj && ["round", "session", "meeting"].contains(graph.word($0))
        } ?? false
    guard let verb, isObject, isHosting(verb), !graph.isPassive(verb) else { return .none }
    return side(graph.subjects(of: verb))
  }

  /// Those who take part beside the two sides: "under the auspices of", "hosted by", "in the presence
  /// of".
  func presiders(of unit: Int, _ verb: Int?) -> Side {
    var units: [Int] = []
    // Who invites somebody need not be there; who invites "European leaders" receives them.
    lazy var isSeveralNamed = side(graph.subjects(of: verb ?? unit)).actors.contains {
      $0.person != nil
    }
    for child in graph.children[unit]
    where graph.isVerb(child) && ContactFinder.presidingVerbs.contains(graph.word(child)) {
      units += graph.obliques(of: child, ["by"])
    }
    // "was held in Tunis and had been co-chaired by", "a meeting of the committee, which was headed by"
    let further =
      (verb.map { graph.children(of: $0, by: .conj) } ?? [])
      + graph.obliques(of: unit, ["of"]).flatMap { graph.children(of: $0, by: .aclRelcl) }
    for clause in further where graph.isVerb(clause) && graph.isPassive(clause) {
      if ContactFinder.presidingVerbs.contains(graph.word(clause))
        || graph.relation(clause) == .aclRelcl && graph.word(clause) == "headed"
      {
        units += graph.obliques(of: clause, ["by"])
      }
    }
    units += (verb.map(leading(behind:)) ?? []) + joining(behind: unit)
    // "a summit in Paris attended by": read as hanging on the city.
    for near in unit + 1..<max(unit + 1, min(unit + 12, graph.units.count))
    where graph.head(near) != unit
      && (near < unit + 7 || graph.governingVerb(of: near) == verb ?? unit)
      && graph.tag(near).penn == .vbn
      && ContactFinder.chairing.contains(graph.word(near))
      && ([.acl, .advcl].contains(graph.relation(near))
        || graph.relation(near) == .aclRelcl && graph.word(near - 1) == "was")
    {
      units += graph.obliques(of: near, ["by"])
    }
    for child in graph.children[unit] where graph.units[child].actors == nil {
      if graph.word(child) == "joined" { units += graph.obliques(of: child, ["by"]) }
      for joined in graph.children[child] where graph.word(joined) == "joined" {
        units += graph.obliques(of: joined, ["by"])
      }
    }
    for place in [unit] + (verb.map { [$0] } ?? []) {
      if place != unit, graph.relation(unit) == .nsubjPass,
        ContactFinder.presidingVerbs.contains(graph.word(place)) || graph.word(place) == "held"
      {
        units += graph.obliques(of: place, ["by"])
      }
      units += givers(ofMealsBeside: place)
      for child in graph.children[place] {
        let word = graph.word(child)
        let preposition = graph.preposition(of: child)
        guard
          preposition == "under"
            && ["auspices", "chairmanship", "mediation", "sponsorship", "presidency"].contains(word)
            || preposition == "in" && word == "presence"
            || ["with", "through"].contains(preposition) && word == "mediation"
            || preposition == "at" && word == "invitation" && !isSeveralNamed
        else { continue }
        units += graph.obliques(of: child, ["of"]) + graph.children(of: child, by: .nmodPoss)
      }
    }
    return side(units)
  }
}
