import Diplomacy
import Language

extension TreeRepair {
  /// "a request from the Pentagon for Austin to meet Li": whom "for" and an infinitive stand around does it.
  mutating func repairForTo(_ unit: Int) {
    guard unit > 0, unit + 2 < units.count, units[unit].isPerson,
      reading.word(units[unit - 1].head) == "for", reading.word(units[unit + 1].head) == "to",
      tags[unit + 2].penn == .vb, heads[unit + 2] != unit
    else { return }
    let verb = unit + 2
    let noun = (max(0, unit - 8)..<unit - 1).last {
      TreeRepair.wishes.contains(reading.word(units[$0].head))
    }
    if let noun, heads[noun] != verb { hang(verb, on: noun, as: .acl) }
    guard heads[verb] != unit, heads[verb] != unit - 1 else { return }
    hang(unit, on: verb, as: .nsubj)
    hang(unit - 1, on: verb, as: .mark)
    settled.insert(unit)
  }

  private static let wishes: WordSet = [
    "request", "invitation", "proposal", "plan", "plans", "offer", "arrangements", "demand",
  ]

  /// "the sight of Modi hugging Putin": who stands right before a participle does it.
  mutating func repairSight(_ unit: Int) {
    let noun = heads[unit]
    guard relations[unit] == .acl, tags[unit].penn == .vbg, noun >= 0, noun < unit - 1,
      units[unit - 1].isPerson, heads[unit - 1] == noun, relations[unit - 1] == .nmod,
      units[noun].actors == nil
    else { return }
    heads[unit] = unit - 1
  }

  /// "telephoned Akar, and a day later the ministers, Mnatsakanyan and Bayramov, accused": whose verb stands behind them is
  /// no second object.
  mutating func repairLateSubject(_ unit: Int) {
    let first = heads[unit]
    guard relations[unit] == .conj, units[unit].actors != nil, first >= 0, first < unit,
      tags[first].universal == .verb,
      let verb = units.indices.first(where: {
        $0 > unit && heads[$0] == unit && relations[$0] == .conj && tags[$0].universal == .verb
      }), [.vbd, .vbz, .vbp].contains(tags[verb].penn),
      !units.indices.contains(where: {
        heads[$0] == verb && [.nsubj, .nsubjPass].contains(relations[$0])
      })
    else { return }
    hang(verb, on: first, as: .conj)
    hang(unit, on: verb, as: .nsubj)
    settled.insert(unit)
  }

  /// "travels to Brasilia, two diplomats said, to be received by": what stands behind the comma of a saying put in
  /// between hangs on what is said.
  mutating func repairBehindSaying(_ unit: Int) {
    let saying = heads[unit]
    guard [.advcl, .xcomp].contains(relations[unit]), saying >= 0, saying < unit,
      relations[saying] == .parataxis, heads[saying] >= 0, heads[saying] < saying,
      TreeRepair.saying.contains(reading.word(units[saying].head)), saying + 1 < unit,
      reading.word(units[saying + 1].head) == ","
    else { return }
    heads[unit] = heads[saying]
  }

  /// "arrived in Manila and was with Marcos for an hour": what stands behind "and" and a copula is a clause of its own.
  mutating func repairCompany(_ unit: Int) {
    let verb = heads[unit]
    guard [.obl, .conj].contains(relations[unit]), verb >= 0, verb < unit - 3,
      tags[verb].universal == .verb,
      units[unit].isPerson,
      ["with", "alongside"].contains(reading.word(units[unit - 1].head)),
      ["was", "were"].contains(reading.word(units[unit - 2].head)), heads[unit - 2] == unit,
      ["and", "but"].contains(reading.word(units[unit - 3].head))
    else { return }
    relations[unit] = .conj
    settled.insert(unit)
  }
}

/// Participles before the noun of an occasion.
extension TreeRepair {
  /// "said Hariri after holding talks with": a participle between a preposition and the noun it
  /// governs is a verb, not part of the noun's phrase.
  mutating func repairHolding(_ unit: Int) -> Bool {
    let noun = heads[unit]
    guard relations[unit] == .compound || relations[unit] == .amod, noun > unit, noun <= unit + 4,
      unit > 0,
      units[unit].actors == nil, TreeRepair.holding.contains(reading.word(units[unit].head)),
      heads[noun] >= 0, [.obl, .nmod].contains(relations[noun])
    else { return false }
    let opener = unit - 1
    guard heads[opener] == noun, relations[opener] == .case,
      TreeRepair.openers.contains(reading.word(units[opener].head))
    else { return false }
    hang(unit, on: heads[noun], as: .advcl)
    hang(opener, on: unit, as: .mark)
    hang(noun, on: unit, as: .obj)
    return true
  }

  /// "Talks between the two planned for Thursday have been postponed": not the planning was, but the talks.
  mutating func repairPlanned(_ unit: Int) -> Bool {
    let verb = heads[unit]
    guard [.nsubj, .nsubjPass, .csubj, .csubjPass].contains(relations[unit]), verb > unit,
      units[unit].actors == nil, [.vbd, .vbn].contains(tags[unit].penn),
      let noun = units.indices.prefix(unit).last(where: {
        heads[$0] == unit && [.nsubj, .nsubjPass].contains(relations[$0])
      }), isContactNoun(noun)
    else { return false }
    heads[noun] = verb
    relations[noun] = subjectRelation(verb)
    heads[unit] = noun
    relations[unit] = .acl
    return true
  }

  private static let openers: WordSet = [
    "after", "before", "by", "while", "since", "without", "when", "upon",
  ]
  private static let holding: WordSet = [
    "holding", "having", "attending", "hosting", "chairing", "concluding", "completing", "ending",
    "finishing", "opening", "leaving", "conducting", "leading",
  ]
}
