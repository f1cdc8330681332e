import Language

// MARK: - Regions by the syntax tree

extension ClauseRegions {
  /// Divides a sentence that was parsed by its tree, which knows better than its commas.
  ///
  /// A clause is what hangs on a verb with a subject of its own, on "after" or "while", or in a
  /// relative clause; infinitives, participles and verbs that share a subject stay together.
  mutating func divide(by graph: ClauseGraph) {
    let count = graph.units.count
    var clauses = scratch.clauses
    var path = scratch.path
    var regions = scratch.regions
    scratch = Scratch()
    defer { scratch = Scratch(clauses: clauses, path: path, regions: regions) }
    clauses.removeAll(keepingCapacity: true)
    clauses.append(contentsOf: repeatElement(-1, count: count))
    for unit in 0..<count {
      path.removeAll(keepingCapacity: true)
      var at = unit
      while clauses[at] < 0, !isHead(at, graph), let head = graph.head(at), path.count < count {
        path.append(at)
        at = head
      }
      let clause = clauses[at] >= 0 ? clauses[at] : at
      clauses[at] = clause
      for step in path { clauses[step] = clause }
    }
    regions.removeAll(keepingCapacity: true)
    regions.append(contentsOf: repeatElement(-1, count: count))
    for clause in clauses where regions[clause] < 0 {
      regions[clause] = addRegion(verb: graph.units[clause].head)
    }
    for clause in 0..<count where regions[clause] >= 0 {
      guard let head = graph.head(clause) else { continue }
      let around = regions[clauses[head]]
      if around != regions[clause] { setParent(of: regions[clause], around) }
    }
    for unit in 0..<count where isBesideNoun(unit, graph) {
      for token in graph.units[unit].tokens { setAside(token) }
    }
    for (unit, part) in graph.units.enumerated() {
      for token in part.tokens { assign(regions[clauses[unit]], to: token) }
    }
  }

  private func isHead(_ unit: Int, _ graph: ClauseGraph) -> Bool {
    switch graph.relation(unit) {
    case .root: return true
    case .aclRelcl, .advclRelcl: return true
    case .ccomp, .advcl, .parataxis, .conj, .csubj, .csubjPass, .acl, .dep:
      guard graph.isPredicate(unit) else { return false }
      return graph.children[unit].contains { child in
        switch graph.relation(child) {
        case .nsubj, .nsubjPass, .expl, .csubj: true
        case .mark, .advmod, .case:
          ClauseRegions.conjunctions.contains(graph.word(child)) && child < unit
        default: false
        }
      }
    default: return false
    }
  }

  /// Whether a unit hangs on a past participle that describes a noun which is no contact: "the pact
  /// signed in 2022", but not "the talks held in 2022".
  private func isBesideNoun(_ unit: Int, _ graph: ClauseGraph) -> Bool {
    guard let verb = graph.head(unit), graph.relation(verb) == .acl, graph.tag(verb).penn == .vbn,
      verb < unit, let noun = graph.head(verb), graph.units[noun].actors == nil
    else { return false }
    return ContactWords.shared.nouns[graph.word(noun)] == nil
  }

  private static let conjunctions: WordSet = [
    "after", "before", "while", "when", "since", "until", "because", "although", "though", "as",
    "where", "whereas", "following",
  ]
}
