import Diplomacy
import Language

/// Corrects how the parser hung the people of a sentence where the words beside them leave no doubt.
///
/// A person right after a preposition is in that preposition's phrase, one right after a verb is its
/// object, one right before a finite verb its subject. The parser, which sees a name as any name,
/// sometimes makes it part of a compound instead ("Dbeibah Thursday morning").
struct TreeRepair {
  let reading: Reading
  let units: [SentenceUnit]
  let tags: [Tag]
  var heads: [Int]
  var relations: [Relation]
  /// Units that are in their place already.
  var settled: Set<Int> = []

  init(
    reading: Reading, units: [SentenceUnit], parsed: [SyntaxTree.Unit], edges: SyntaxTree.Edges
  ) {
    self.reading = reading
    self.units = units
    tags = parsed.map(\.tag)
    heads = edges.heads
    relations = edges.relations
  }

  /// Repairs the edges of all units.
  mutating func repair() {
    repairFollowing()
    for unit in units.indices {
      repairAdverb(unit)
      repairBeing(unit)
      repairHead(unit)
      repairParticiple(unit)
      repairPreposition(unit)
      repairDayOfSpeech(unit)
    }
    repairDashes()
    for unit in units.indices where isRelative(unit) { repairRelativeClause(unit) }
    for unit in units.indices where relations[unit] == .conj {
      repairClosedClause(unit)
      repairSharedSubject(unit)
      repairSharedInfinitive(unit)
    }
    for unit in units.indices where units[unit].actors != nil && !settled.contains(unit) {
      repair(unit)
    }
    for unit in units.indices
    where units[unit].actors == nil && tags[unit].universal == .verb && heads[unit] >= 0 {
      if heads[unit] < unit {
        _ = repairPassive(unit, on: heads[unit])
      } else {
        repairAttributive(unit)
      }
    }
    repairAsides()
  }

  mutating func repair(_ unit: Int) {
    let next = nextVisible(after: unit)
    if let next, isPossessiveMark(next) { return }
    let last = lastVisible(before: unit)
    let verb = finiteVerb(after: unit)
    if repairInfinitive(unit, after: last) || repairInvertedSpeech(unit, after: last)
      || repairInverted(unit, after: last)
      || repairDated(unit, after: last)
      || repairNominative(unit) || repairHeadline(unit) || repairShifted(unit, after: last)
      || repairSpeaker(unit, after: last) || repairBehindPhrase(unit, after: last)
      || repairSetOff(unit, after: last) || repairElsewhere(unit, after: last)
    {
      return
    }
    if let last, isInclusion(last), !(reading.word(units[last].head) == ":" && verb != nil),
      let group = groupBefore(last)
    {
      hang(unit, on: group, as: .nmod)
      if heads[last] != unit { hang(last, on: unit, as: .case) }
      relations[last] = .case
    } else if let last, let verb = clauseVerb(opening: last, with: unit) {
      hang(unit, on: verb, as: subjectRelation(verb))
      hang(last, on: verb, as: .mark)
    } else if let last, tags[last].universal == .adposition || isPreposition(last) {
      inPhrase(unit, of: last)
    } else if let last, let list = listed(unit, after: last) {
      if let verb, !isSubject(list),
        reading.word(units[last].head) == ","
          || lastVisible(before: last).map({ reading.word(units[$0].head) == "," }) == true
      {
        return hang(unit, on: verb, as: subjectRelation(verb))
      }
      hang(unit, on: list, as: .conj)
    } else if let last, verb == nil,
      ["and", "then"].contains(reading.word(units[last].head))
        || reading.word(units[last].head) == ","
          && (isPlaced(unit) || asideOpening(before: last) != nil),
      let contact = gappedVerb(before: last),
      reading.word(units[last].head) != "," || hasPerson(between: contact, and: last)
    {
      hang(unit, on: contact, as: .orphan)
    } else if let last, let governor = transitive(endingAt: last) {
      if isSpeech(governor), let verb = verb ?? finiteVerb(afterListFrom: unit) {
        hang(unit, on: verb, as: subjectRelation(verb))
      } else if let verb, tags[governor].penn == .vbn {
        hang(unit, on: verb, as: subjectRelation(verb))
      } else if ![.obj, .iobj].contains(relations[unit]) || heads[unit] != governor {
        if [.nsubj, .nsubjPass].contains(relations[unit]), verb != nil { return }
        hang(unit, on: governor, as: .obj)
      }
    } else if let verb {
      if [.nsubj, .nsubjPass].contains(relations[unit]) { return }
      hang(unit, on: verb, as: subjectRelation(verb))
    } else if last == nil || isBoundary(last), let verb = verbAfterApposition(unit) {
      if [.nsubj, .nsubjPass].contains(relations[unit]), heads[unit] == verb { return }
      hang(unit, on: verb, as: subjectRelation(verb))
    }
  }

  /// Words after which a clause begins anew.
  func isBoundary(_ unit: Int?) -> Bool {
    guard let unit else { return true }
    return ["when", "while", "that", "after", "as", "where", "but", ":", "because", "before"]
      .contains(reading.word(units[unit].head)) && tags[unit].universal != .adposition
  }

  /// "Jonathan Powell, adviser to the prime minister, also met": the finite verb after the comma that
  /// closes what stands beside the subject.
  func verbAfterApposition(_ unit: Int) -> Int? {
    guard let comma = nextVisible(after: unit), reading.word(units[comma].head) == "," else {
      return nil
    }
    var at = comma + 1
    while at < units.count, at < comma + 24 {
      let word = reading.word(units[at].head)
      if ["who", "which", "and", "but"].contains(word) { return nil }
      if word == "," { return finiteVerb(after: at) }
      if units[at].actors == nil, tags[at].universal == .verb {
        switch tags[at].penn {
        case .vbd, .vbz, .vbp: return nil
        default: break
        }
      }
      at += 1
    }
    return nil
  }

  /// "including", "among them", "such as" before a member of a group.
  func isInclusion(_ unit: Int) -> Bool {
    let word = reading.word(units[unit].head)
    if word == "including" { return true }
    if ["–", "—", "-", ":"].contains(word), unit > 0, let group = units[unit - 1].actors {
      return group.actors.contains { $0.person == nil }
    }
    return word == "them" && unit > 0 && reading.word(units[unit - 1].head) == "among"
      || word == "as" && unit > 0 && reading.word(units[unit - 1].head) == "such"
  }

  // MARK: - Hanging

  /// Makes `unit` depend on `head`, turning the edge round where `head` hung on `unit`.
  mutating func hang(_ unit: Int, on head: Int, as relation: Relation) {
    guard head != unit else { return }
    var at = head
    while heads[at] >= 0, heads[at] != unit { at = heads[at] }
    if heads[at] == unit {
      heads[at] = heads[unit]
      relations[at] = relations[unit] == .root ? .root : relations[unit]
      if heads[unit] < 0 { relations[at] = .root }
    }
    heads[unit] = head
    relations[unit] = relation
  }

  func subjectRelation(_ verb: Int) -> Relation {
    let passive = (max(0, verb - 12)..<verb).contains {
      heads[$0] == verb && relations[$0] == .auxPass
    }
    return passive ? .nsubjPass : .nsubj
  }

  func isContactNoun(_ unit: Int) -> Bool {
    // "bilateral ties" are no bilateral.
    if ["bilateral", "trilateral"].contains(reading.word(units[unit].head)),
      unit + 1 < units.count, tags[unit + 1].universal == .noun
    {
      return false
    }
    return units[unit].actors == nil && tags[unit].universal != .auxiliary
      && ContactWords.shared.nouns[reading.word(units[unit].head)] != nil
  }
}
