import Diplomacy
import Language

/// What stands beside a verb or noun.
extension ClauseGraph {
  /// The objects of a verb, a relativizer replaced by what it stands for.
  func objects(of verb: Int) -> [Int] {
    var found = children(of: verb, by: .obj, .iobj)
    if found.isEmpty, !isPassive(verb),
      let told = adjacentObject(of: verb) ?? shiftedObject(of: verb)
    {
      found = [told]
    }
    if found.isEmpty, !isPassive(verb), let told = leftOut(behind: verb) { return told }
    if found.allSatisfy({ !isRelativizer($0) }), let antecedent = antecedent(of: verb),
      children[verb].contains(where: { word($0) == "whom" && preposition(of: $0).isEmpty })
    {
      return [antecedent]
    }
    return found.compactMap { isRelativizer($0) ? antecedent(of: verb) : $0 }
  }

  /// "received in Baghdad on Saturday General Kurilla": a long object behind where and when, which the parser
  /// took for part of the day.
  private func shiftedObject(of verb: Int) -> Int? {
    guard ClauseGraph.receiving.contains(word(verb)) else { return nil }
    var unit = verb + 1
    while unit < min(verb + 14, units.count) {
      if let group = units[unit].actors {
        // "in the presence of the king": of somebody else.
        guard group.actors.contains(where: { !$0.isGroup }), unit > verb + 1,
          tag(unit - 1).universal != .adposition, word(unit - 1) != "and",
          tree.relations[unit] != .nmodPoss
        else { return nil }
        return unit
      }
      switch tag(unit).universal {
      case .adposition, .determiner, .pronoun, .noun, .properNoun, .numeral, .adjective, .adverb:
        // "received news on Monday from the minister"
        guard unit > verb + 1 || tag(unit).universal != .noun || reading.isDate(units[unit].head)
        else { return nil }
        unit += 1
      default: return nil
      }
    }
    return nil
  }

  private static let receiving: WordSet = [
    "receive", "receives", "received", "receiving", "met", "meets", "hosted", "hosts", "welcomed",
    "welcomes", "greeted", "greets",
  ]

  /// The units after one of `prepositions` that belong to a verb or noun, however the tree hangs
  /// them: to it, to its object, or to a place or time between.
  func obliques(of unit: Int, _ prepositions: [Word], through event: Int? = nil) -> [Int] {
    // As a rule there are none to be found.
    guard holdsAny(of: prepositions) else { return [] }
    var found: [Int] = []
    search(unit, prepositions, &found, depth: 0, event)
    return found.sorted()
  }

  func search(
    _ unit: Int, _ prepositions: [Word], _ found: inout [Int], depth: Int, _ event: Int?
  ) {
    guard depth < 5 else { return }
    for child in children[unit] {
      switch tree.relations[child] {
      case .obl, .nmod, .oblAgent, .oblUnmarked, .nmodUnmarked, .obj, .conj, .compound, .advmod,
        .compoundPrt, .appos, .dep, .advcl, .acl:
        let preposition = preposition(of: child)
        if tree.relations[child] == .conj, isExcluded(child) { continue }
        // "met Fidan amid a row with Lavrov"
        if units[child].actors == nil, ClauseGraph.quarrels.contains(word(child)) { continue }
        if !preposition.isEmpty, prepositions.contains(preposition) {
          if isRelativizer(child) {
            if let person = named(before: child) {
              found.append(person)
            } else if let antecedent = antecedent(of: unit) {
              found.append(antecedent)
            }
          } else {
            found.append(child)
            for other in children(of: child, by: .conj)
            where prepositions.contains(self.preposition(of: other)) { found.append(other) }
          }
          continue
        }
        guard !isVerb(child), tree.relations[child] != .advcl, tree.relations[child] != .acl else {
          continue
        }
        if tree.relations[child] == .conj, unit == event || isVerb(unit) { continue }
        // What hangs on a person belongs to the person, except in a list of places and times.
        if let group = units[child].actors, group.actors.contains(where: { $0.person != nil }),
          preposition != "in"
        {
          search(child, prepositions.filter { $0 == "with" }, &found, depth: depth + 2, event)
          continue
        }
        // "a meeting with the ministers of the four": of the ministers, not of the meeting.
        if preposition == "with", units[child].actors != nil {
          search(child, prepositions.filter { $0 != "of" }, &found, depth: depth + 1, event)
          continue
        }
        if prepositions.count == 1, prepositions[0] == "by", isEventNoun(child) {
          search(child, prepositions, &found, depth: depth + 1, event)
          continue
        }
        if isEventNoun(child), child != event, depth > 0 || !isVerb(unit) || event != nil {
          continue
        }
        if isEventNoun(child), child != event, tree.relations[child] != .obj { continue }
        search(child, prepositions, &found, depth: depth + 1, event)
      default: continue
      }
    }
  }

  /// Who stands behind a verb that is not said again: "met Modi on Monday and Macron on Tuesday", "held
  /// talks with Mustafa and, back in Jerusalem, with Herzog".
  func gapped(behind verb: Int, _ prepositions: [Word]) -> [Int] {
    // "and Jaishankar has been to Riyadh" has a verb.
    var found = children(of: verb, by: .orphan).filter {
      $0 + 1 >= units.count || tag($0 + 1).universal != .auxiliary
    }
    for child in children(of: verb, by: .conj)
    where !isPredicate(child) && !isEventNoun(child) && !isExcluded(child) {
      if units[child].actors != nil {
        found.append(child)
        continue
      }
      found += children[child].filter {
        tree.relations[$0] == .orphan || prepositions.contains(preposition(of: $0))
      }
    }
    let near = verb + 1..<max(verb + 1, min(verb + 20, units.count))
    return found
      + near.filter {
        (isBehindPlace($0) || isBehindTime($0, prepositions)) && !found.contains($0)
      }
  }

  /// "spoke to Munir and, minutes later, to Dar": right behind a time that "and" adds, with no verb.
  private func isBehindTime(_ unit: Int, _ prepositions: [Word]) -> Bool {
    guard unit > 5, units[unit].actors?.actors.contains(where: { $0.person != nil }) == true,
      prepositions.contains(word(unit - 1)), word(unit - 2) == ",", word(unit - 3) == "later"
    else { return false }
    let before = max(0, unit - 8)..<unit - 3
    return before.contains { word($0) == "and" && word($0 + 1) == "," }
  }

  /// "In Guatemala he is to see Arevalo, and in Santo Domingo Abinader": right behind a place that "and" adds, with
  /// no verb.
  private func isBehindPlace(_ unit: Int) -> Bool {
    guard unit > 3, units[unit].actors?.actors.contains(where: { $0.person != nil }) == true,
      ["in", "at"].contains(word(unit - 2)), word(unit - 3) == "and",
      reading.entityOfToken[units[unit - 1].head] >= 0,
      units[unit - 1].actors?.actors.allSatisfy({ $0.person == nil }) ?? true
    else { return false }
    return unit + 1 >= units.count || [".", ",", ";"].contains(word(unit + 1))
  }

  /// "President Dissanayake, with whom he will hold talks": right before the comma and the preposition.
  private func named(before relativizer: Int) -> Int? {
    // The comma may belong to the person: "Don Pramudwinai, Thailand's foreign minister, with whom"
    let isClosed =
      relativizer > 1 && units[relativizer - 2].actors != nil
      && units[relativizer - 2].tokens.last.map { reading.word($0) } == ","
    let person = relativizer - (isClosed ? 2 : 3)
    guard person >= 0, word(relativizer) == "whom", isClosed || word(person + 1) == ",",
      units[person].actors?.actors.contains(where: { $0.person != nil }) == true
    else { return nil }
    return person
  }

  /// What two have with each other without meeting: "amid a row with".
  static let quarrels: WordSet = [
    "row", "dispute", "rift", "feud", "spat", "standoff", "quarrel", "rivalry", "friendship",
    "alliance", "tensions", "tension", "disagreement", "disagreements", "falling-out", "showdown",
  ]

  /// "spoke to Gantz rather than to Netanyahu"
  private func isExcluded(_ unit: Int) -> Bool {
    children[unit].contains { ["rather", "instead", "not"].contains(word($0)) }
  }

  /// Whether a unit stands behind a verb that is not said again.
  func isGapped(_ unit: Int) -> Bool {
    if tree.relations[unit] == .orphan || isBehindPlace(unit) { return true }
    guard let head = head(unit) else { return false }
    if tree.relations[unit] == .conj, units[unit].actors != nil, isVerb(head) { return true }
    return tree.relations[head] == .conj && !isPredicate(head) && units[head].actors == nil
  }

  /// Whether a unit is a noun of contact by itself, which has its own parties.
  func isEventNoun(_ unit: Int) -> Bool {
    guard units[unit].actors == nil, let noun = ContactWords.shared.nouns[word(unit)] else {
      return false
    }
    // "bilateral ties" are no bilateral.
    if ["bilateral", "trilateral"].contains(word(unit)), unit + 1 < units.count,
      tag(unit + 1).universal == .noun
    {
      return false
    }
    return !isVerb(unit) && ![.time, .hands, .word, .visit].contains(noun.strength)
  }

  /// "the same evening saw": a time that was read as a subject.
  func isTime(_ unit: Int) -> Bool {
    units[unit].actors == nil
      && (reading.isDate(units[unit].head)
        || [
          "evening", "morning", "afternoon", "night", "day", "week", "weekend", "month", "year",
          "hours", "minutes",
        ].contains(word(unit)))
  }

  /// "two of Zelensky's aides, Danylyuk and Yermak": who they are.
  func counted(_ number: Int) -> Int? {
    guard units[number].actors == nil, tag(number).universal == .numeral else { return nil }
    return children(of: number, by: .nmod).first { preposition(of: $0) == "of" && isSomebody($0) }
  }
}
