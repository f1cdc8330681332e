import Diplomacy
import Language

extension ClauseGraph {
  /// Whether a verb is passive: what is its subject underwent it.
  func isPassive(_ verb: Int) -> Bool {
    if children[verb].contains(where: {
      tree.relations[$0] == .auxPass || tree.relations[$0] == .nsubjPass
        // "briefed Zelenskyy by phone": with an object no agent.
        || tree.relations[$0] == .oblAgent && !["phone", "telephone"].contains(word($0))
          && !(tag(verb).penn == .vbd && children[verb].contains { tree.relations[$0] == .obj })
    }) {
      return true
    }
    // "Zeya, the under secretary for democracy and human rights, earlier called on"
    if tree.relations[verb] == .acl, verb > 1, word(verb - 2) == ",",
      ["earlier", "later", "also", "then", "separately", "previously"].contains(word(verb - 1))
    {
      return false
    }
    return tag(verb).penn == .vbn
      && (tree.relations[verb] == .acl || tree.relations[verb] == .advcl)
      && !children[verb].contains { tree.relations[$0] == .aux || tree.relations[$0] == .obj }
  }

  /// The subjects of a verb, looked for.
  func foundSubjects(of verb: Int) -> [Int] {
    var visited: [Int] = []
    let found = subjects(of: verb, &visited)
    if !found.isEmpty { return found }
    return adjacentSubject(of: verb).map { [$0] } ?? []
  }

  /// Where the tree gives no subject: those right before the verb, with nothing but auxiliaries and
  /// adverbs between.
  private func adjacentSubject(of verb: Int) -> Int? {
    var unit = verb - 1
    while unit >= 0 {
      if units[unit].actors != nil {
        guard unit == 0 || tag(unit - 1).universal != .adposition else { return nil }
        return listHead(of: unit)
      }
      switch tag(unit).universal {
      case .auxiliary, .adverb, .particle: unit -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The first of a list that the unit ends: "Rubio and Peters".
  func listHead(of unit: Int) -> Int {
    var at = unit
    while tree.relations[at] == .conj || tree.relations[at] == .appos, let governor = head(at),
      governor < at, units[governor].actors != nil
    {
      at = governor
    }
    return at
  }

  /// Where the tree gives no object: those right after the verb.
  func adjacentObject(of verb: Int) -> Int? {
    var unit = verb + 1
    while unit < units.count, units[unit].actors == nil,
      [.adverb, .numeral, .adjective, .determiner, .properNoun].contains(tag(unit).universal)
    {
      unit += 1
    }
    guard unit < units.count, units[unit].actors != nil, unit < verb + 5,
      tree.relations[unit] != .nmodPoss
    else { return nil }
    if let governor = head(unit), governor != verb, isVerb(governor),
      [.nsubj, .nsubjPass].contains(tree.relations[unit]), governor > unit,
      children[governor].contains(where: { $0 > unit && $0 < governor && word($0) == "," })
        == false
    {
      return nil
    }
    return unit
  }

  private func subjects(of verb: Int, _ visited: inout [Int]) -> [Int] {
    guard !visited.contains(verb) else { return [] }
    visited.append(verb)
    let own = children(of: verb, by: .nsubj, .nsubjPass, .nsubjOuter).filter { !isTime($0) }
    // "On June 8, local time, Wang Yi held talks": of two, the one that is somebody.
    if let subject = nearest(own, to: verb) {
      if isRelativizer(subject) {
        return antecedent(of: verb).map { described(by: $0) ?? [$0] } ?? [subject]
      }
      // "U.S. and Russian officials met", read as two subjects.
      if own.count == 2, word(own[1] - 1) == "and", own[1] < verb { return own }
      if own.count > 1, let list = listed(own, before: verb) { return list }
      if let told = counted(subject) { return [told] }
      // "Orban is the only leader to have met Putin", read as what the leader did
      if own.count == 1, children(of: subject, by: .cop).first != nil,
        let first = children(of: subject, by: .nsubj).first, isSomebody(first)
      {
        return [first]
      }
      if let first = fragment(over: verb), word(subject - 1) == "and" { return [first, subject] }
      return [subject]
    }
    guard let governor = head(verb) else { return fronted(verb) }
    if let first = fragment(over: verb) ?? named(for: verb, by: governor) { return [first] }
    switch tree.relations[verb] {
    case .conj, .parataxis:
      return isPredicate(governor) || isVerb(governor) ? subjects(of: governor, &visited) : []
    case .xcomp, .advcl, .ccomp, .csubj, .advclRelcl, .dep:
      if !isPredicate(governor), !isVerb(governor) {
        // "The first to meet Merkel was Macron"
        if let first = becoming(governor) { return [first] }
        return subjectsThroughNoun(governor, &visited)
      }
      if tree.relations[verb] != .advcl || isCaused(verb, by: governor)
        || isThanked(verb, by: governor),
        let object = controllingObject(of: governor)
      {
        return [object]
      }
      if isPassive(governor), ClauseGraph.objectControl.contains(word(governor)) {
        return subjects(of: governor, &visited)
      }
      let found = subjects(of: governor, &visited)
      // "Lavrov said the war would go on after meeting Blinken": who says it met him, not the war.
      if tag(verb).penn == .vbg, tree.relations[governor] == .ccomp,
        !found.contains(where: isSomebody),
        let speech = head(governor)
      {
        let speakers = subjects(of: speech, &visited)
        if speakers.contains(where: isSomebody) { return speakers }
      }
      return found
    case .acl:
      if tag(verb).penn == .vb
        || children(of: verb, by: .mark).contains(where: { word($0) == "to" }),
        let first = becoming(governor)
      {
        return [first]
      }
      // and "Radev's predecessor, Rosen Plevneliev, called on Juncker", read as told of him by the way
      if isSomebody(governor) || units[governor].actors != nil
        || children(of: governor, by: .appos).contains(where: isSomebody),
        tag(verb).penn == .vbg
          || tag(verb).penn == .vbd
            && (word(verb - 1) == ","
              || word(verb - 2) == "," && ["also", "later"].contains(word(verb - 1)))
      {
        return [governor]
      }
      if tag(verb).penn == .vbn, word(verb) != "based" { return [governor] }
      if isPredicate(governor) { return subjects(of: governor, &visited) }
      return subjectsThroughNoun(governor, &visited)
    case .aclRelcl:
      return hasObjectRelativizer(verb) ? [] : [governor]
    // "Lammy and al-Jubeir both rang Jaishankar", read as told of them by the way
    case .appos where isSomebody(governor) && governor < verb && tag(verb).penn == .vbd:
      return [governor]
    default: return []
    }
  }

  /// "A date has been set for Khan to meet Biden": who stands between "for" and the infinitive.
  private func named(for verb: Int, by governor: Int) -> Int? {
    guard verb > 1, word(verb - 1) == "to", units[verb - 2].actors != nil,
      preposition(of: verb - 2) == "for", head(verb - 2) == governor
    else { return nil }
    return verb - 2
  }

  func isSomebody(_ unit: Int) -> Bool {
    units[unit].actors?.actors.contains { $0.person != nil || $0.isGroup } ?? false
  }

  /// "Yoon, the first president to visit since 2011, and Kishida met": somebody left as the root, on whom
  /// the verb was hung.
  private func fragment(over verb: Int) -> Int? {
    // "The foreign ministers – Barrot, Lammy and Sikorski – met"
    // and "The two prime ministers, Modi and Sharif, last met"
    var before = verb - 1
    while before > 0, tag(before).universal == .adverb { before -= 1 }
    let isSetOff =
      tree.relations[verb] == .parataxis
      && (["–", "—", "-"].contains(word(before))
        || word(before) == "," && units[before - 1].actors != nil)
    guard tree.relations[verb] == .conj || isSetOff, let governor = head(verb), governor < verb,
      tree.relations[governor] == .root, !isPredicate(governor),
      units[governor].actors?.actors.contains(where: { $0.person != nil || $0.isPlural(reading) })
        == true
    else { return nil }
    return governor
  }

  /// "plans to meet", "an invitation to meet": whose plans, and who has them.
  private func subjectsThroughNoun(_ noun: Int, _ visited: inout [Int]) -> [Int] {
    if let owner = children(of: noun, by: .nmodPoss).first, !actors(at: owner).isEmpty {
      return [owner]
    }
    if units[noun].actors != nil { return [listHead(of: noun)] }
    guard let governor = governingVerb(of: noun) else { return [] }
    return subjects(of: governor, &visited)
  }

  /// "Sessions, senior adviser Kushner and former adviser Flynn all met": people that the parser made
  /// subjects of their own, where only commas and words before a name stand between them.
  private func listed(_ own: [Int], before verb: Int) -> [Int]? {
    guard own.allSatisfy({ $0 < verb && units[$0].actors != nil }) else { return nil }
    let ends = own.sorted()
    for (first, next) in zip(ends, ends.dropFirst()) {
      guard word(first + 1) == ",", first + 2 <= next,
        (first + 2..<next).allSatisfy({ tag($0).universal == .adjective || head($0) == next })
      else { return nil }
    }
    let isJoined = (ends[ends.count - 1] + 1..<verb).contains { word($0) == "and" }
    return isJoined ? ends : nil
  }

  /// The nearest verb or predicate above a unit.
  func governingVerb(of unit: Int) -> Int? {
    var current = head(unit)
    var steps = 0
    while let at = current, steps < 30 {
      if isVerb(at) || isPredicate(at) { return at }
      current = head(at)
      steps += 1
    }
    return nil
  }
}
