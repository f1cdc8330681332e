import Diplomacy
import Language

/// What stands beside a unit.
extension TreeRepair {
  func nextVisible(after unit: Int) -> Int? {
    var at = unit + 1
    while at < units.count, isQuote(at) { at += 1 }
    return at < units.count ? at : nil
  }

  func lastVisible(before unit: Int) -> Int? {
    var at = unit - 1
    while at >= 0, isQuote(at) { at -= 1 }
    return at >= 0 ? at : nil
  }

  func isQuote(_ unit: Int) -> Bool {
    ["\"", "“", "”", "‘"].contains(reading.form(units[unit].head))
  }

  func isPossessiveMark(_ unit: Int) -> Bool {
    reading.tokens[units[unit].head].isPossessive && units[unit].tokens.count == 1
      && tags[unit].penn != .vbz
  }

  func isPreposition(_ unit: Int) -> Bool {
    units[unit].tokens.count == 1
      && ["with", "between", "by", "alongside", "against", "than"]
        .contains(reading.word(units[unit].head))
  }

  /// The finite verb right after a unit, past its adverbs and auxiliaries.
  func finiteVerb(after unit: Int) -> Int? {
    var at = unit + 1
    var finite = false
    while at < units.count, at < unit + 7 {
      guard units[at].actors == nil else { return nil }
      switch tags[at].universal {
      case .auxiliary: finite = true
      case .adverb, .particle: break
      case .verb:
        switch tags[at].penn {
        case .vbd, .vbz, .vbp: return at
        case .vbn where !finite:
          // "and Burns quietly traveled to Beijing", tagged as a participle.
          return ["to", "in", "on", "back", "for", "from"].contains(
            at + 1 < units.count ? reading.word(units[at + 1].head) : "") ? at : nil
        default: return finite ? at : nil
        }
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "said Araqchi and Witkoff had exchanged": the verb behind the list that a unit opens.
  func finiteVerb(afterListFrom unit: Int) -> Int? {
    var last = unit
    var at = unit + 1
    var isJoined = false
    while at < units.count, at < unit + 9 {
      let word = reading.word(units[at].head)
      if units[at].actors != nil { last = at }
      if word == "and" { isJoined = true }
      guard units[at].actors != nil || word == "and" || word == "," else { break }
      at += 1
    }
    return isJoined && last > unit ? finiteVerb(after: last) : nil
  }

  /// The verb that ends right before a unit, past adverbs.
  func transitive(endingAt last: Int) -> Int? {
    var at = last
    while at >= 0, tags[at].universal == .adverb, at > last - 2 { at -= 1 }
    guard at >= 0, tags[at].universal == .verb, units[at].actors == nil else { return nil }
    return at
  }

  func isSpeech(_ unit: Int) -> Bool {
    ["said", "says", "say", "added", "announced", "reported", "saying", "confirmed"]
      .contains(reading.word(units[unit].head))
  }

  /// The actor that a unit goes on from: "Rubio, Waltz and …".
  func listed(_ unit: Int, after last: Int) -> Int? {
    var at = last
    if ["and", "&", "or", "nor"].contains(reading.word(units[at].head)) { at -= 1 }
    if at >= 0, [",", ";"].contains(reading.word(units[at].head)) { at -= 1 }
    guard at != last, at >= 0, let group = units[at].actors else { return nil }
    // "saw Abiy in Addis Ababa and Debretsion in Mekelle": a city is no party where it is a place.
    if group.actors.allSatisfy({ $0.person == nil }), at > 0,
      ["in", "at", "near"].contains(reading.word(units[at - 1].head))
    {
      return nil
    }
    return at
  }

  /// Whether a unit stands as subject, so that a list may go on from it.
  func isSubject(_ unit: Int) -> Bool {
    var at = unit
    for _ in 0..<30 {
      switch relations[at] {
      case .nsubj, .nsubjPass, .root: return true
      case .conj, .appos, .list:
        guard heads[at] >= 0 else { return true }
        at = heads[at]
      default: return false
      }
    }
    return false
  }

  /// The nearest group before a unit: several people told without names.
  func groupBefore(_ unit: Int) -> Int? {
    units.indices.prefix(unit).suffix(14).last { at in
      if let group = units[at].actors { return group.actors.contains { $0.person == nil } }
      return ClauseGraph.groups.contains(reading.word(units[at].head))
    }
  }
}
