import Diplomacy
import Language

/// People behind a phrase that opens the sentence.
extension TreeRepair {
  /// "Following talks in Sochi, Putin said": the participle is a preposition, as "after" is.
  mutating func repairFollowing() {
    guard let first = units.indices.first, reading.word(units[first].head) == "following",
      let noun = units.indices.dropFirst().prefix(7).first(where: { isContactNoun($0) }),
      (1..<noun).allSatisfy({ units[$0].actors == nil && tags[$0].universal != .verb })
    else { return }
    hang(first, on: noun, as: .case)
    let verb = heads[noun]
    if verb > noun, [.nsubj, .nsubjPass, .csubj].contains(relations[noun]) {
      relations[noun] = .obl
    }
  }

  /// "At talks in Sochi on Monday, Putin and Erdogan agreed": who stands behind the comma is listed with no
  /// place or day, but does what the verb says.
  mutating func repairBehindPhrase(_ unit: Int, after last: Int?) -> Bool {
    let head = heads[unit]
    guard let last, head >= 0, head < last, reading.word(units[last].head) == ",",
      [.conj, .appos, .nmod, .dep].contains(relations[unit]), units[head].actors == nil,
      reading.isDate(units[head].head) || reading.entityOfToken[units[head].head] >= 0,
      !(0..<last).contains(where: { isFiniteVerb($0) || reading.word(units[$0].head) == "," }),
      let verb = finiteVerb(after: unit) ?? finiteVerb(afterListFrom: unit)
    else { return false }
    hang(unit, on: verb, as: subjectRelation(verb))
    return true
  }

  /// "Putin and Erdogan, meeting in Sochi, agreed": no second verb beside the people.
  mutating func repairParticiple(_ unit: Int) {
    let head = heads[unit]
    guard tags[unit].penn == .vbg, units[unit].actors == nil,
      relations[unit] == .conj || relations[unit] == .parataxis, head >= 0, head < unit,
      units[head].actors != nil, unit > 0, reading.word(units[unit - 1].head) == ","
    else { return }
    relations[unit] = .acl
  }

  private func isFiniteVerb(_ unit: Int) -> Bool {
    guard units[unit].actors == nil else { return false }
    switch tags[unit].penn {
    case .vbd, .vbz, .vbp, .md: return true
    default: return false
    }
  }

  /// The noun that a phrase belongs to beyond doubt: "amid a row with Lavrov" to the row, "an encounter in Bangkok of
  /// the advisers" to the encounter.
  func ownNoun(of unit: Int, behind preposition: Int) -> Int? {
    guard preposition > 1 else { return nil }
    let word = reading.word(units[preposition].head)
    if word == "with", isQuarrel(preposition - 1) { return preposition - 1 }
    let governor = heads[unit]
    guard word == "of", governor >= 2, governor == preposition - 1,
      [.obl, .nmod, .oblAgent, .conj].contains(relations[unit]),
      reading.entityOfToken[units[governor].head] >= 0, isContactNoun(governor - 2)
    else { return nil }
    return governor - 2
  }

  private func isQuarrel(_ unit: Int) -> Bool {
    units[unit].actors == nil && ClauseGraph.quarrels.contains(reading.word(units[unit].head))
  }
}
