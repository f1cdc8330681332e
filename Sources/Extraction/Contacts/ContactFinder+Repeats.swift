import Diplomacy
import Language

/// What a sentence tells of a second time, and nouns that are known by the word before them.
extension ContactFinder {
  /// "spoke by phone on Thursday and again the next day": the same people on another day.
  func repeated(_ draft: ContactDraft) -> [ContactDraft] {
    let trigger = graph.units.indices.partitioningIndex {
      graph.units[$0].head >= draft.trigger
    }
    guard trigger < graph.units.count, graph.units[trigger].head == draft.trigger else {
      return []
    }
    let behind = trigger + 1..<max(trigger + 1, min(trigger + 30, graph.units.count))
    var told = stations(behind)
    if told.isEmpty, let second = secondDay(behind) ?? again(behind) { told = [second] }
    return told.map { unit in
      var copy = draft
      copy.trigger = graph.units[unit].head
      copy.tokens = draft.tokens.lowerBound..<max(draft.tokens.upperBound, copy.trigger + 1)
      copy.isRepeat = true
      return copy
    }
  }

  /// "talked with Garcia in Lima on Monday and with Lula in Brasilia on Wednesday": the party with a day or place of its
  /// own, behind those of another.
  func further(_ sides: [Side], _ trigger: Int) -> Int? {
    guard let unit = sides.flatMap(\.units).max(), unit > trigger + 3 else { return nil }
    return isFurther(unit, behind: trigger) ? unit : nil
  }

  /// Whether a party stands behind another's day or place, with a preposition and words of time or place of its own.
  func isFurther(_ unit: Int, behind trigger: Int) -> Bool {
    let start = graph.units[unit].tokens.lowerBound
    let end = graph.units[unit].tokens.upperBound
    return ["with", "to", "by"].contains(reading.word(start - 1))
      && ["and", ",", "later", "then"].contains(reading.word(start - 2))
      && (["in", "on", "at"].contains(reading.word(end)) || reading.date(startingAt: end) != nil)
      && (graph.units[trigger].head..<start).contains {
        reading.isDate($0)
          || reading.entityOfToken[$0] >= 0 && ["in", "at"].contains(reading.word($0 - 1))
      }
  }

  /// "met in Singapore in June 2018, in Hanoi in February 2019 and at the DMZ in June 2019": the days of the further
  /// times, each with its place.
  private func stations(_ behind: Range<Int>) -> [Int] {
    var days: [Int] = []
    var hasPlace = false
    var day: Int?
    var isFirst = true
    for unit in behind {
      let word = graph.word(unit)
      if word == "and" || word == "," {
        let opens =
          unit + 1 < behind.upperBound && ["in", "on", "at"].contains(graph.word(unit + 1))
        if !opens, word == "," || !hasPlace { continue }
        // "met twice, in Paris"
        if isFirst, !hasPlace, day == nil { continue }
        guard opens, hasPlace, let told = day else { return isFirst ? [] : days }
        if !isFirst { days.append(told) }
        (hasPlace, day, isFirst) = (false, nil, false)
        continue
      }
      let head = graph.units[unit].head
      if graph.isVerb(unit) || ["who", "which", "that", "where", "when"].contains(word) {
        return []
      }
      if reading.isDate(head) {
        day = unit
      } else if reading.entityOfToken[head] >= 0 {
        hasPlace = true
      }
      if [".", ";"].contains(word) { break }
    }
    if !isFirst, hasPlace, let day { days.append(day) }
    return days
  }

  /// "again" with a day behind it, and no other verb of contact between.
  private func again(_ behind: Range<Int>) -> Int? {
    guard let again = behind.first(where: { graph.word($0) == "again" }),
      ["and", ","].contains(graph.word(again - 1)),
      // "and again, at a few hours' notice, on 26 May"
      case let end = min(again + (graph.word(again + 1) == "," ? 20 : 5), graph.units.count),
      (again + 1..<end).contains(where: { reading.isDate(graph.units[$0].head) }),
      !(behind.lowerBound..<end).contains(where: {
        graph.isVerb($0) && graph.isPredicate($0) && contactWords.verbs[graph.word($0)] != nil
      })
    else { return nil }
    return again
  }

  /// "Monday" in "met twice, on Sunday and Monday".
  private func secondDay(_ behind: Range<Int>) -> Int? {
    guard let twice = behind.prefix(6).first(where: { graph.word($0) == "twice" }) else {
      return nil
    }
    return behind.first { unit in
      guard unit > twice + 2, reading.isDate(graph.units[unit].head) else { return false }
      if graph.word(unit - 1) == "and" { return reading.isDate(graph.units[unit - 2].head) }
      // "twice, in July on the sidelines of the convention and in September in his office"
      return ["in", "on"].contains(graph.word(unit - 1)) && graph.word(unit - 2) == "and"
        && (twice + 1..<unit - 2).contains { reading.isDate(graph.units[$0].head) }
    }
  }

  /// Whether a word of contact is a noun here.
  func isNoun(_ unit: Int) -> Bool {
    // "bilateral ties" are no bilateral.
    if ["bilateral", "trilateral"].contains(graph.word(unit)), unit + 1 < graph.units.count,
      [.noun, .properNoun].contains(graph.tag(unit + 1).universal),
      graph.units[unit + 1].actors == nil, !reading.isDate(graph.units[unit + 1].head)
    {
      return false
    }
    // "an exchange program between China and Britain"
    if graph.word(unit) == "exchange",
      ["program", "programme", "programs", "programmes", "students", "rate"]
        .contains(graph.word(unit + 1))
    {
      return false
    }
    return switch graph.tag(unit).universal {
    case .noun, .properNoun: true
    case .verb, .auxiliary: contactWords.verbs[graph.word(unit)] == nil
    default: contactWords.verbs[graph.word(unit)] == nil
    }
  }

  /// What the noun at `unit` tells of: a conference by what it is of, others by themselves.
  func noun(at unit: Int, _ word: Word) -> ContactWords.Noun? {
    if word == "face", graph.word(unit + 1) == "to", graph.word(unit + 2) == "face" {
      return ContactWords.Noun(kind: .meeting, strength: .hands)
    }
    guard let noun = contactWords.nouns[word] else { return nil }
    guard noun.strength == .conference || word == "talk", unit > 0 else { return noun }
    switch graph.word(unit - 1) {
    case "video", "telephone", "phone": return ContactWords.Noun(kind: .call, strength: .call)
    case "news", "press", "media": return ContactWords.Noun(kind: .visit, strength: .open)
    default: return noun
    }
  }

  /// "…, followed by a working lunch", "A dinner followed": the same people once more.
  func following(_ unit: Int, _ noun: ContactWords.Noun) -> ContactDraft? {
    guard noun.kind == .meal || noun.strength == .strong, let head = graph.head(unit),
      ["followed", "follows"].contains(graph.word(head))
        || graph.word(head) == "came"
          && ["next", "after", "afterwards"].contains(graph.word(head + 1))
    else { return nil }
    let isBehind = graph.preposition(of: unit) == "by"
    let isSubject =
      graph.relation(unit) == .nsubj && graph.children(of: head, by: .obj).isEmpty
    guard isBehind || isSubject, graph.obliques(of: unit, ["with", "between"]).isEmpty,
      var draft = draft([], unit, noun.kind)
    else { return nil }
    draft.joinsPrevious = true
    return draft
  }
}
