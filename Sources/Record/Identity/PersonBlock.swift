import Diplomacy

/// Decides which personas of one block are one person.
///
/// A block holds all personas whose family name sounds alike, so that nobody need be compared with
/// anybody outside it, and an article can only change the blocks of its own people ("blocking":
/// Newcombe and others, "Automatic Linkage of Vital Records", 1959). Within the block the rules are
/// deterministic and go from the surest down; the outcome is a function of the set of personas.
///
/// 1. One full name is one person, unless countries and offices, or eras, tell two apart.
/// 2. Two spellings of a full name, a nickname, an initial, a missing middle name join if nothing
///    speaks against it and no second person fits as well.
/// 3. A name that fits several, an initial, and a family name alone join, report by report, the one who
///    held the office at that time, else the only one there is; otherwise they stay open.
///
/// In doubt two stay two: a missed merge can be seen and mended, a wrong one tells of meetings that
/// never were.
struct PersonBlock {
  /// One person with the personas that speak of them.
  struct Individual {
    /// The personas by place, each with the rule by which it was counted, and what that stood on.
    var members: [Member]
    /// Whether only a family name is known.
    var isFamilyNameOnly = false
    /// The individuals, by place, whom an open name could be; empty for all others.
    var candidates: [Int] = []
    /// The spellings to be called by, as places of personas.
    var named: [Int] = []
  }

  struct Member: Hashable {
    let persona: Int
    var rule: IdentityRule
    var evidence: String?
  }

  let personas: [Persona]
  let names: [PersonName]
  private(set) var bearers: [Bearer] = []
  /// The bearer that each bearer was joined to, or itself.
  private(set) var joined: [Int] = []
  private(set) var members: [[Member]] = []
  private var open: [(persona: Int, candidates: [Int])] = []

  /// The individuals of the block, in an order that depends on the personas alone.
  static func individuals(of personas: [Persona], register: [Int: RegisterEntry] = [:])
    -> [Individual]
  {
    var block = PersonBlock(personas)
    let initials = block.initials()
    block.gatherFullNames(register, without: initials)
    block.joinEqualNames()
    let undecided = block.joinShorterNames()
    block.choose(for: undecided + block.fitting(initials))
    return block.collect()
  }

  private init(_ personas: [Persona]) {
    self.personas = personas
    var known: [String: PersonName] = [:]
    names = personas.map { persona in
      let key = "\(persona.name)\u{1F}\(persona.country?.rawValue ?? "")"
      if let name = known[key] { return name }
      let name = persona.parts
      known[key] = name
      return name
    }
  }
}

// MARK: - Full names

extension PersonBlock {
  private mutating func gatherFullNames(
    _ register: [Int: RegisterEntry], without initials: Set<Int>
  ) {
    let full = personas.indices.filter {
      !names[$0].isFamilyNameOnly && personas[$0].split == nil && !initials.contains($0)
    }
    let forms = Dictionary(grouping: full) { names[$0].folded }
    for (_, places) in forms.sorted(by: { $0.key < $1.key }) {
      for homonym in Homonyms.parts(of: places, personas) {
        var bearer = Bearer()
        for place in homonym { bearer.add(personas[place], at: place, name: names[place]) }
        for number in homonym.compactMap({ personas[$0].register }) {
          for (office, years) in register[number]?.officeYears ?? [:] {
            bearer.offices[office, default: []].append(years)
          }
        }
        append(bearer, rule: bearer.names.first?.number == nil ? .fullName : .reignName)
      }
    }
  }

  private mutating func append(_ bearer: Bearer, rule: IdentityRule) {
    joined.append(bearers.count)
    members.append(bearer.personas.map { Member(persona: $0, rule: rule) })
    bearers.append(bearer)
  }

  private func root(_ bearer: Int) -> Int {
    var place = bearer
    while joined[place] != place { place = joined[place] }
    return place
  }

  private mutating func join(_ bearer: Int, to target: Int, by rule: IdentityRule) {
    let (from, to) = (root(bearer), root(target))
    guard from != to else { return }
    joined[from] = to
    let called = bearers[to].names.first?.folded
    members[to] += members[from].map {
      guard $0.rule == .fullName || $0.rule == .reignName else { return $0 }
      return Member(persona: $0.persona, rule: rule, evidence: called.map { "form of \($0)" })
    }
    bearers[to].add(bearers[from])
    members[from] = []
  }

  /// Joins spellings that tell as much as each other.
  private mutating func joinEqualNames() {
    let originals = bearers
    for a in originals.indices {
      for b in originals.indices.dropFirst(a + 1) {
        guard let name = originals[a].names.first, let other = originals[b].names.first,
          case .equal(let rule) = name.relation(to: other), name.folded != other.folded,
          originals[a].agrees(with: originals[b]), bearers[root(a)].agrees(with: bearers[root(b)])
        else { continue }
        join(b, to: a, by: rule)
      }
    }
  }

  /// Joins names that tell less to the one that tells more, if there is just one.
  ///
  /// - Returns: the personas of names that fit several, with the bearers they fit.
  private mutating func joinShorterNames() -> [(persona: Int, candidates: [Int])] {
    let order = bearers.indices.sorted {
      let (a, b) = (bearers[$0].names[0], bearers[$1].names[0])
      return (-a.middle.count, a.given?.utf8.count == 1 ? 1 : 0, $0)
        < (-b.middle.count, b.given?.utf8.count == 1 ? 1 : 0, $1)
    }
    let originals = bearers
    var undecided: [(persona: Int, candidates: [Int])] = []
    for short in order {
      var rules: [Int: IdentityRule] = [:]
      for long in originals.indices where long != short && root(long) != root(short) {
        guard
          case .shorter(let rule) = originals[short].names[0].relation(to: originals[long].names[0]),
          originals[short].agrees(with: originals[long])
        else { continue }
        rules[root(long)] = rule
      }
      if rules.count == 1, let (long, rule) = rules.first {
        guard bearers[root(short)].agrees(with: bearers[long]) else { continue }
        join(short, to: long, by: rule)
      } else if rules.count > 1, root(short) == short,
        members[short].count == originals[short].personas.count
      {
        undecided += originals[short].personas.map { ($0, rules.keys.sorted()) }
        members[short] = []
        bearers[short].personas = []
      }
    }
    return undecided
  }
}

// MARK: - Names that fit several

extension PersonBlock {
  /// Decides on the `undecided` and on all family names alone; what stays open is gathered by name.
  private mutating func choose(for undecided: [(persona: Int, candidates: [Int])]) {
    let families = personas.indices.filter {
      names[$0].isFamilyNameOnly && personas[$0].split == nil
    }
    let roots = bearers.indices.filter { joined[$0] == $0 && !members[$0].isEmpty }
    var known = bearers
    var pending =
      undecided.map { ($0.persona, $0.candidates.map(root).filter { !members[$0].isEmpty }) }
      + families.map { ($0, roots) }
    // Whoever is found in one round holds the office in that year for the next: all names of a round
    // are decided by what was known before it.
    while true {
      var found: [(bearer: Int, member: Member)] = []
      var rest: [(persona: Int, candidates: [Int])] = []
      open = []
      for (place, candidates) in pending {
        let decision = PersonaChoice(persona: personas[place], name: names[place])
          .decide(among: candidates.map { ($0, known[$0]) })
        switch decision {
        case .joins(let bearer, let rule, let evidence):
          found.append((bearer, Member(persona: place, rule: rule, evidence: evidence)))
        case .open(let possible):
          open.append((place, possible))
          rest.append((place, candidates))
        }
      }
      guard !found.isEmpty else { return }
      for (bearer, member) in found {
        members[bearer].append(member)
        known[bearer].add(personas[member.persona], at: member.persona, name: nil)
      }
      pending = rest
    }
  }
}

// MARK: - The outcome

extension PersonBlock {
  private func collect() -> [Individual] {
    var individuals: [Individual] = []
    var places: [Int: Int] = [:]
    for bearer in bearers.indices where !members[bearer].isEmpty {
      places[bearer] = individuals.count
      individuals.append(individual(members[bearer]))
    }
    let openPlaces = Dictionary(open.map { ($0.persona, $0.candidates) }, uniquingKeysWith: +)
    for group in OpenNames.groups(of: openPlaces.keys.sorted(), personas, names) {
      let rule: IdentityRule = names[group[0]].isFamilyNameOnly ? .familyName : .fullName
      var person = individual(group.map { Member(persona: $0, rule: rule) })
      person.isFamilyNameOnly = names[group[0]].isFamilyNameOnly
      person.candidates = Set(group.flatMap { openPlaces[$0] ?? [] }).compactMap { places[$0] }
        .sorted()
      individuals.append(person)
    }
    let splits = Dictionary(grouping: personas.indices.filter { personas[$0].split != nil }) {
      personas[$0].split ?? 0
    }
    for (_, group) in splits.sorted(by: { $0.key < $1.key }) {
      var person = individual(group.map { Member(persona: $0, rule: .split) })
      person.isFamilyNameOnly = group.allSatisfy { names[$0].isFamilyNameOnly }
      individuals.append(person)
    }
    return individuals
  }

  private func individual(_ members: [Member]) -> Individual {
    let sorted = members.sorted { $0.persona < $1.persona }
    let places = sorted.map(\.persona)
    let registered = places.filter { personas[$0].register != nil }
    let full = places.filter { names[$0].number != nil || (names[$0].given?.utf8.count ?? 0) > 1 }
    return Individual(
      members: sorted, named: !registered.isEmpty ? registered : full.isEmpty ? places : full)
  }
}
