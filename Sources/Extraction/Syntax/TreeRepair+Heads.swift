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
    repairCompany(unit)
    repairSight(unit)
    repairForTo(unit)
    repairLateSubject(unit)
    repairBehindSaying(unit)
    repairInversion(unit)
    repairDayBetween(unit)
    repairPlace(unit)
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

  /// "Then came a meeting", "In the first sat Araghchi": what stands behind a verb that has no object is its subject.
  private mutating func repairInversion(_ unit: Int) {
    let verb = heads[unit]
    guard relations[unit] == .obj, verb >= 0, verb < unit, units[verb].actors == nil,
      TreeRepair.intransitive.contains(reading.word(units[verb].head)),
      !units.indices.contains(where: {
        heads[$0] == verb && [.nsubj, .nsubjPass, .expl].contains(relations[$0])
      })
    else { return }
    relations[unit] = .nsubj
  }

  /// "Tandja of Niger late Saturday received Gnassingbé": the day between somebody and the verb does nothing.
  private mutating func repairDayBetween(_ unit: Int) {
    let verb = heads[unit]
    guard [.nsubj, .nsubjPass].contains(relations[unit]), verb > unit, units[unit].actors == nil,
      reading.isDate(units[unit].head),
      case let opener = unit > 0 && ["late", "early"].contains(reading.word(units[unit - 1].head))
        ? unit - 1 : unit,
      opener > 0, units[opener - 1].isPerson, heads[opener - 1] == verb,
      [.oblUnmarked, .nmodUnmarked, .vocative, .dislocated, .obl, .dep].contains(
        relations[opener - 1])
    else { return }
    relations[opener - 1] = relations[unit]
    relations[unit] = .oblUnmarked
  }

  private static let intransitive: WordSet = [
    "came", "comes", "come", "sat", "sits", "stood", "stands", "arrived", "arrives", "lay",
  ]

  /// "used his time in Osaka to see Xi": a place behind its preposition is nobody who does anything.
  private mutating func repairPlace(_ unit: Int) {
    let verb = heads[unit]
    guard [.nsubj, .nsubjPass].contains(relations[unit]), verb > unit, unit > 1,
      !units[unit].isPerson, reading.entityOfToken[units[unit].head] >= 0,
      case let opener = unit - 1, heads[opener] == verb,
      ["in", "at", "on", "near"].contains(reading.word(units[opener].head)), heads[verb] >= 0
    else { return }
    let noun = opener - 1
    let isNoun = tags[noun].universal == .noun || tags[noun].universal == .properNoun
    hang(unit, on: isNoun ? noun : heads[verb], as: isNoun ? .nmod : .obl)
    hang(opener, on: unit, as: .case)
  }

  /// "who had spent Thursday in London being hosted by Lammy, met Sybiha": no sentence is told by "being hosted", but by
  /// the verb behind it.
  mutating func repairBeing(_ unit: Int) {
    guard tags[unit].penn == .vbn, units[unit].actors == nil, unit > 0,
      relations[unit] == .root || relations[unit] == .conj || relations[unit] == .ccomp,
      reading.word(units[unit - 1].head) == "being", heads[unit - 1] == unit,
      !units.indices.contains(where: {
        heads[$0] == unit && relations[$0] == .aux
      }),
      let verb = units.indices.prefix(unit - 1).last(where: {
        tags[$0].universal == .verb && units[$0].actors == nil
      })
    else { return }
    let next = units.indices.first {
      $0 > unit && heads[$0] == unit && relations[$0] == .conj && tags[$0].universal == .verb
    }
    if let next {
      for other in units.indices
      where heads[other] == unit && [.conj, .nsubj, .nsubjPass].contains(relations[other]) {
        heads[other] = next
        if relations[other] == .nsubjPass { relations[other] = subjectRelation(next) }
      }
      heads[next] = heads[unit]
      relations[next] = relations[unit]
    } else if relations[unit] == .root {
      return
    }
    // A verb that hangs on the participle itself cannot carry it.
    if !governs(unit, verb) {
      heads[unit] = verb
    } else if let next {
      heads[unit] = next
    }
    relations[unit] = .advcl
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
