import Diplomacy
import Language

extension TreeRepair {
  func isRelative(_ unit: Int) -> Bool {
    guard units[unit].tokens.count == 1 else { return false }
    let word = reading.word(units[unit].head)
    return word == "who" || word == "whom"
  }

  /// ", who arrived on Tuesday, had lunch": the clause of "who" hangs on the person before it, and the
  /// verb after its closing comma is the person's.
  mutating func repairRelativeClause(_ pronoun: Int) {
    var person = pronoun - 1
    if person >= 0, reading.word(units[person].head) == "," { person -= 1 }
    guard person >= 0, units[person].actors != nil,
      let verb = relativeVerb(of: pronoun)
    else { return }
    // "Lavrov and Araghchi, who …, exchanged views": the verb is of both.
    var top = person
    while relations[top] == .conj, heads[top] >= 0, heads[top] < top,
      units[heads[top]].actors != nil
    {
      top = heads[top]
    }
    let isLoose = heads[top] == verb || TreeRepair.loose.contains(relations[top])
    var main = isLoose ? mainVerb(after: verb, of: person) : nil
    if main == nil, let other = listed(afterClauseOf: verb) {
      hang(other, on: person, as: .conj)
      settled.insert(other)
      main = isLoose ? finiteVerb(after: other) : nil
    }
    if heads[verb] != person || relations[verb] != .aclRelcl {
      hang(verb, on: person, as: .aclRelcl)
    }
    if let main {
      // A verb that governs the person already stays where it hangs, or the two would hang in a ring.
      if heads[top] != main, !governs(main, top), heads[main] != heads[top] || heads[top] < 0 {
        heads[main] = heads[top]
        relations[main] = relations[top] == .nsubj ? .parataxis : relations[top]
      }
      if heads[top] != main {
        heads[top] = main
        relations[top] = subjectRelation(main)
      } else if relations[top] != .nsubjPass {
        relations[top] = .nsubj
      }
    }
    if reading.word(units[pronoun].head) == "who", heads[pronoun] != verb {
      hang(pronoun, on: verb, as: .nsubj)
    }
  }

  /// "held talks with Khan, who chairs the party, and called on Ghani": behind the comma that closes the clause
  /// of "who" the sentence goes on with its own verb.
  mutating func repairClosedClause(_ unit: Int) {
    let clause = heads[unit]
    guard units[unit].actors == nil, tags[unit].penn == .vbd, clause >= 0, clause < unit,
      relations[clause] == .aclRelcl, case let person = heads[clause], person >= 0, person < clause,
      units[person].actors != nil, reading.word(units[person + 1].head) == ",",
      let and = (clause + 1..<unit).last(where: { reading.word(units[$0].head) == "and" }),
      unit - and < 3, reading.word(units[and - 1].head) == ","
    else { return }
    var main = heads[person]
    while main >= 0, tags[main].universal != .verb { main = heads[main] }
    guard main >= 0, main < person, tags[main].penn == .vbd else { return }
    heads[unit] = main
  }

  /// "at the end of a day on which Swaraj was received and sat down with Aziz", "first broached when Turnbull
  /// visited Washington and sat down with Obama": a second verb of somebody that was hung on a verb of something
  /// else before. "Plenkovic visited Ljubljana after the tribunal had ruled, and was received by Pahor": or on one of
  /// something else between.
  mutating func repairSharedSubject(_ unit: Int) {
    let verb = heads[unit]
    guard units[unit].actors == nil, verb >= 0, verb < unit, tags[verb].universal == .verb,
      isFinite(unit), let joint = joint(before: unit), joint > verb,
      let subject = units.indices.prefix(verb).last(where: { isSubject($0, of: verb) }),
      units[subject].actors == nil, !TreeRepair.people.contains(reading.word(units[subject].head)),
      !units.indices.contains(where: { isSubject($0, of: unit) && isPerson($0) })
    else { return }
    let nearer = (verb + 1..<joint).last {
      tags[$0].universal == .verb && units[$0].actors == nil
        && [.aclRelcl, .ccomp, .advcl].contains(relations[$0]) && hasPerson($0)
    }
    if let nearer {
      heads[unit] = nearer
      return
    }
    guard reading.word(units[joint - 1].head) == "," else { return }
    var above = verb
    while heads[above] >= 0, [.parataxis, .advcl, .aclRelcl, .acl].contains(relations[above]) {
      above = heads[above]
      if above < verb, tags[above].universal == .verb, units[above].actors == nil, hasPerson(above)
      {
        heads[unit] = above
        return
      }
    }
  }

  /// Whether a verb is finite: "sat", "was received".
  private func isFinite(_ unit: Int) -> Bool {
    tags[unit].penn == .vbd
      || tags[unit].penn == .vbn
        && units.indices.contains { heads[$0] == unit && relations[$0] == .auxPass && $0 < unit }
  }

  /// The "and" before a verb, with nothing but adverbs and auxiliaries between.
  private func joint(before unit: Int) -> Int? {
    var index = unit - 1
    while index > 0, unit - index < 5,
      [.adverb, .auxiliary].contains(tags[index].universal)
    {
      index -= 1
    }
    return index > 0 && reading.word(units[index].head) == "and" ? index : nil
  }

  func isSubject(_ unit: Int, of verb: Int) -> Bool {
    heads[unit] == verb && [.nsubj, .nsubjPass].contains(relations[unit])
  }

  private func isPerson(_ unit: Int) -> Bool {
    units[unit].isPerson || TreeRepair.people.contains(reading.word(units[unit].head))
  }

  private func hasPerson(_ verb: Int) -> Bool {
    units.indices.prefix(verb).contains { isSubject($0, of: verb) && isPerson($0) }
  }

  private static let people: WordSet = ["he", "she", "they", "who", "we", "i"]

  /// "said Trump intended to meet Putin next week and then hold talks": a verb without an ending beside one that has one
  /// goes on with the infinitive between them.
  mutating func repairSharedInfinitive(_ unit: Int) {
    let verb = heads[unit]
    guard units[unit].actors == nil, [.vb, .vbp].contains(tags[unit].penn), verb >= 0, verb < unit,
      [.vbd, .vbz].contains(tags[verb].penn),
      ["and", "then", "or"].contains(reading.word(units[unit - 1].head)),
      let infinitive = (verb + 1..<unit).last(where: {
        tags[$0].penn == .vb && reading.word(units[$0].head - 1) == "to"
      }),
      !units.indices.contains(where: {
        heads[$0] == unit && [.nsubj, .nsubjPass, .aux, .auxPass].contains(relations[$0])
      })
    else { return }
    heads[unit] = infinitive
  }

  func relativeVerb(of pronoun: Int) -> Int? {
    let head = heads[pronoun]
    if head > pronoun { return head }
    return units.indices.dropFirst(pronoun + 1).prefix(7).first { tags[$0].universal == .verb }
  }

  /// The finite verb after the comma that closes a relative clause.
  func mainVerb(after verb: Int, of person: Int) -> Int? {
    for comma in units.indices.dropFirst(verb + 1).prefix(60)
    where reading.word(units[comma].head) == "," && comma + 1 < units.count {
      if let main = finiteVerb(after: comma) { return main }
    }
    return nil
  }

  func governs(_ ancestor: Int, _ unit: Int) -> Bool {
    var at = heads[unit]
    while at >= 0, at != ancestor { at = heads[at] }
    return at == ancestor
  }

  /// "Rubio, who is Trump's top diplomat, and Peters met": who is listed with the person a relative
  /// clause is about, after the clause.
  func listed(afterClauseOf verb: Int) -> Int? {
    for comma in units.indices.dropFirst(verb).prefix(60)
    where reading.word(units[comma].head) == "," && comma + 2 < units.count {
      if reading.word(units[comma + 1].head) == "and", units[comma + 2].actors != nil {
        return comma + 2
      }
    }
    return nil
  }

  // MARK: - Participles

  /// "A meeting between A and B was called off" and "talks in Washington hosted by": a verb that the
  /// parser hung beside the noun of contact it is about.
  mutating func repairPassive(_ verb: Int, on head: Int) -> Bool {
    let before = max(0, verb - 12)..<verb
    // "A meeting in Luanda last December was cancelled": no day is called off.
    if relations[verb] == .aclRelcl, isContactNoun(head),
      let day = before.last(where: {
        heads[$0] == verb && [.nsubj, .nsubjPass].contains(relations[$0])
      }), day > head, units[day].actors == nil, reading.isDate(units[day].head)
    {
      hang(day, on: head, as: .nmodUnmarked)
      relations[verb] = .conj
    }
    let hasSubject = before.contains {
      heads[$0] == verb && [.nsubj, .nsubjPass].contains(relations[$0])
    }
    let hasAuxiliary = before.contains {
      heads[$0] == verb && [.aux, .auxPass].contains(relations[$0])
    }
    if relations[verb] == .conj, isContactNoun(head), !hasSubject, hasAuxiliary {
      heads[verb] = heads[head]
      relations[verb] = relations[head]
      heads[head] = verb
      relations[head] = subjectRelation(verb)
      return true
    }
    guard tags[verb].penn == .vbn, verb + 1 < units.count, !hasAuxiliary,
      reading.word(units[verb + 1].head) == "by",
      ContactFinder.presidingVerbs.contains(reading.word(units[verb].head)),
      [.advcl, .conj, .xcomp, .parataxis].contains(relations[verb]),
      let noun = (max(0, verb - 8)..<verb).last(where: isContactNoun), heads[noun] != verb
    else { return false }
    hang(verb, on: noun, as: .acl)
    return true
  }

  /// Relations by which the parser hangs what it finds no place for.
  private static let loose: Set<Relation> = [
    .vocative, .root, .dep, .discourse, .dislocated, .parataxis, .list, .nsubj, .nsubjPass,
  ]
}
