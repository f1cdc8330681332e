import Diplomacy
import Language

/// Phrases of a preposition, and what they belong to.
extension TreeRepair {
  /// "with Peters": the preposition belongs to the person, and the phrase to the nearest verb or noun
  /// of contact before it.
  mutating func inPhrase(_ unit: Int, of preposition: Int) {
    if heads[preposition] != unit {
      hang(preposition, on: unit, as: .case)
    }
    let word = reading.word(units[preposition].head)
    let governor = heads[unit]
    if let noun = ownNoun(of: unit, behind: preposition) { return hang(unit, on: noun, as: .nmod) }
    let isFar = ["with", "between", "alongside"].contains(word)
    let isGood =
      governor >= 0 && governor < unit
      && [.obl, .nmod, .oblAgent, .conj].contains(relations[unit])
    if isGood, !isFar { return }
    if word == "to" || word == "with", governor >= 0,
      relations[unit] == .conj && units[governor].actors == nil
        || preposition > 0 && asideOpening(before: preposition - 1) != nil,
      let contact = gappedVerb(before: preposition)
    {
      return hang(unit, on: contact, as: .obl)
    }
    guard let target = contactBefore(preposition, word) else {
      if governor > unit, !isGood { relations[unit] = .obl }
      return
    }
    if isGood, target <= governor, tags[governor].universal == .verb || isContactNoun(governor),
      word != "with" || discussion(over: governor) != target
    {
      return
    }
    // "held talks with Mustafa and, back in Jerusalem, with Herzog": other talks than the first.
    if relations[target] == .obj, heads[target] >= 0, preposition > 0,
      asideOpening(before: preposition - 1) != nil
    {
      return hang(unit, on: heads[target], as: .orphan)
    }
    hang(unit, on: target, as: tags[target].universal == .verb ? .obl : .nmod)
  }

  func contactBefore(_ unit: Int, _ preposition: Word) -> Int? {
    var at = unit - 1
    while at >= 0 {
      let word = reading.word(units[at].head)
      if units[at].actors == nil {
        // "discussed the emerging deal with Qatar's emir"
        if tags[at].universal == .verb, relations[at] != .amod {
          return preposition == "with" ? discussion(over: at) ?? at : at
        }
        if isContactNoun(at) { return at }
        if ["who", "which", ":", "but"].contains(word) { return nil }
        // "that evening" opens no clause.
        if word == "that", tags[at].penn != .dt { return nil }
        if preposition == "of" || preposition == "by", tags[at].universal == .noun { return at }
      }
      at -= 1
    }
    return nil
  }

  /// "discussed the elections that are planned for May with her counterpart": past the clause about what is
  /// discussed.
  private func discussion(over verb: Int) -> Int? {
    guard relations[verb] == .aclRelcl || relations[verb] == .acl, heads[verb] >= 0,
      ContactWords.shared.verbs[reading.word(units[verb].head)].map({
        !$0.frames.contains(.with)
      }) ?? true
    else { return nil }
    let topic = heads[verb]
    guard topic < verb, relations[topic] == .obj, heads[topic] >= 0, heads[topic] < topic,
      ContactWords.shared.verbs[reading.word(units[heads[topic]].head)]?.frames.contains(.topic)
        == true
    else { return nil }
    return heads[topic]
  }

  /// "sat down opposite a delegation": a preposition that was read as a verb with an object.
  mutating func repairPreposition(_ unit: Int) {
    guard tags[unit].universal == .adposition, units[unit].actors == nil,
      [.acl, .advcl, .xcomp, .conj, .parataxis].contains(relations[unit]), heads[unit] >= 0,
      let object = units.indices.first(where: {
        $0 > unit && heads[$0] == unit && relations[$0] == .obj
      })
    else { return }
    var governor = heads[unit]
    while heads[governor] >= 0, tags[governor].universal != .verb { governor = heads[governor] }
    guard tags[governor].universal == .verb, governor < unit else { return }
    hang(object, on: governor, as: .obl)
    hang(unit, on: object, as: .case)
  }
}
