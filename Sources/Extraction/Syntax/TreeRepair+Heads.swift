import Diplomacy
import Language

// MARK: - What no sentence has

extension TreeRepair {
  /// What the parser should never have done whatever the words: an argument of an auxiliary, a finite
  /// verb as another's object.
  mutating func repairHead(_ unit: Int) {
    let head = heads[unit]
    guard head >= 0 else { return }
    if tags[head].universal == .auxiliary, relations[head] == .aux, heads[head] >= 0,
      heads[head] != unit, relations[unit] != .conj
    {
      heads[unit] = heads[head]
    }
    if tags[unit].universal == .properNoun, relations[unit] == .xcomp, unit > head + 1,
      heads[unit - 1] == unit, reading.word(units[unit - 1].head) == "to"
    {
      // "flew on to Warsaw": no infinitive.
      relations[unit] = .obl
      relations[unit - 1] = .case
    }
    if relations[unit] == .nsubj || relations[unit] == .nsubjPass, head > unit, heads[head] >= 0,
      heads[head] < unit, unit > 0, units[unit].actors == nil, reading.isDate(units[unit].head),
      ["on", "in", "at"].contains(reading.word(units[unit - 1].head))
    {
      // "his meeting on Feb. 28 ended": a day behind a preposition is no subject.
      hang(unit, on: heads[head], as: .nmod)
      hang(unit - 1, on: unit, as: .case)
    }
    if relations[unit] == .acl || relations[unit] == .aclRelcl, head < unit, heads[head] >= 0,
      heads[head] < head, reading.isDate(units[head].head), units[head].actors == nil,
      units.indices.contains(where: {
        heads[$0] == unit && relations[$0] == .mark && reading.word(units[$0].head) == "that"
      })
    {
      // "denied on Friday that he had spoken": no clause of a day.
      hang(unit, on: heads[head], as: .ccomp)
    }
    if relations[unit] == .appos, units[unit].actors == nil, head < unit, heads[head] >= 0,
      reading.isDate(units[head].head), ClauseGraph.groups.contains(reading.word(units[unit].head)),
      tags[heads[head]].universal == .verb
    {
      // "received on Sunday a delegation": no other word for the day.
      hang(unit, on: heads[head], as: .obj)
    }
    if repairHolding(unit) || repairPlanned(unit) { return }
    guard tags[unit].universal == .verb, units[unit].actors == nil, head < unit else { return }
    if repairPassive(unit, on: head) { return }
    switch tags[unit].penn {
    case .vbd, .vbz, .vbp: break
    default: return
    }
    switch relations[unit] {
    case .obj, .obl, .iobj, .nsubj, .nmod, .compound, .amod, .orphan, .oblUnmarked, .nmodUnmarked:
      relations[unit] = tags[heads[unit]].universal == .verb ? .conj : .aclRelcl
    default: break
    }
  }

  /// "The two leaders, in a phone call just days after the vote, discussed ways to": a past tense with a subject
  /// of its own describes no noun behind it, and what stands between the two is its own.
  mutating func repairAttributive(_ unit: Int) {
    let noun = heads[unit]
    guard tags[unit].penn == .vbd, units[unit].actors == nil, noun > unit,
      relations[unit] == .amod || relations[unit] == .compound,
      let subject = units.indices.prefix(unit).last(where: {
        heads[$0] == unit && relations[$0] == .nsubj
          // "Blinken crossed paths with Lavrov"
          || $0 == unit - 1 && heads[$0] == noun && units[$0].isPerson
            && [.nsubj, .amod, .compound, .nmodPoss].contains(relations[$0])
      }), units[subject].actors != nil
    else { return }
    heads[subject] = unit
    relations[subject] = .nsubj
    heads[unit] = heads[noun]
    relations[unit] = relations[noun]
    heads[noun] = unit
    relations[noun] = .obj
    let over = heads[unit]
    if over > subject, over < unit, tags[over].universal == .noun {
      heads[unit] = heads[over]
      relations[unit] = relations[over]
      heads[over] = unit
      relations[over] = .obl
    }
  }
}
