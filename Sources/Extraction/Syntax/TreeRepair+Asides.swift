import Language

/// What stands between commas beside a subject, and was taken for the sentence.
extension TreeRepair {
  /// "Macron, joined by Scholz, called for peace", "Lavrov, officials said, met Blinken".
  mutating func repairAsides() {
    guard let root = relations.firstIndex(of: .root), units[root].actors == nil, root > 1 else {
      return
    }
    switch tags[root].penn {
    case .vbn, .vbg: repairParticiple(asRoot: root)
    case .vbd, .vbz, .vbp: repairSaying(asRoot: root)
    default: return
    }
  }

  /// The participle belongs to who stands before its comma, and the verb behind the second comma tells the
  /// sentence.
  private mutating func repairParticiple(asRoot root: Int) {
    var comma = root - 1
    while comma > 0, tags[comma].universal == .adverb { comma -= 1 }
    guard comma > 0, isComma(comma), case let subject = comma - 1, units[subject].actors != nil,
      !hasSubject(root) || heads[subject] == root,
      let verb = verb(behind: root), heads[verb] == root || heads[subject] == verb,
      !units.indices.contains(where: { $0 != subject && isSubject($0, of: verb) })
    else { return }
    makeRoot(verb, of: subject)
    heads[root] = subject
    relations[root] = .acl
  }

  /// Makes a verb the one of the sentence, with its subject.
  private mutating func makeRoot(_ verb: Int, of subject: Int) {
    heads[verb] = -1
    relations[verb] = .root
    heads[subject] = verb
    relations[subject] = subjectRelation(verb)
  }

  /// The finite verb behind the comma that closes what begins at `start`.
  private func verb(behind start: Int) -> Int? {
    guard let comma = (start + 1..<units.count).first(where: isComma), comma + 1 < units.count
    else {
      return nil
    }
    var verb = comma + 1
    while verb + 1 < units.count, tags[verb].universal == .adverb { verb += 1 }
    return units[verb].actors == nil && [.vbd, .vbz, .vbp].contains(tags[verb].penn) ? verb : nil
  }

  /// Who stands before what is told by others does what the verb behind says.
  private mutating func repairSaying(asRoot root: Int) {
    guard TreeRepair.saying.contains(reading.word(units[root].head)), root + 1 < units.count,
      isComma(root + 1),
      let comma = (0..<root).last(where: isComma), comma > 0, root - comma < 8,
      case let subject = comma - 1, units[subject].isPerson,
      ![.nsubj, .nsubjPass, .appos].contains(relations[subject]),
      let verb = verb(behind: root), !hasSubject(verb)
    else { return }
    hang(subject, on: verb, as: subjectRelation(verb))
  }

  private func isComma(_ unit: Int) -> Bool { reading.word(units[unit].head) == "," }

  func hasSubject(_ verb: Int) -> Bool { units.indices.contains { isSubject($0, of: verb) } }

  /// "His request to meet Putin was rejected", "Plans for Trump to meet Putin were dropped": who stands behind the
  /// infinitive is its object, and the noun before it the subject of what was done.
  mutating func repairInfinitive(_ unit: Int, after last: Int?) -> Bool {
    guard let infinitive = last, tags[infinitive].penn == .vb, relations[infinitive] == .acl,
      infinitive > 0, reading.word(units[infinitive - 1].head) == "to",
      [.nsubj, .nsubjPass].contains(relations[unit]), units[unit].isPerson,
      case let verb = heads[unit], verb > unit, case let noun = heads[infinitive], noun >= 0,
      noun < infinitive, units[noun].actors == nil,
      ContactWords.shared.governingNouns[reading.word(units[noun].head)] != nil
    else { return false }
    if heads[noun] < 0 {
      makeRoot(verb, of: noun)
    }
    heads[unit] = infinitive
    relations[unit] = .obj
    return true
  }
}
