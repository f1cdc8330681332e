import Diplomacy
import Language

/// How those present stand in a sentence: behind a verb, before it, in a list.
extension ContactFinder {
  /// "had meetings with Recean and Grosu", "his calls with Modi and Xi": several occasions with people of
  /// different countries, or with one who receives alone. "Telephoned Tamim and Prince Mohammad" are two calls.
  func areApart(_ others: [Side], _ unit: Int) -> Bool {
    if let verb = contactWords.verbs[graph.word(unit)], verb.kind == .call, graph.isVerb(unit),
      verb.frames.contains(.direct), others.count == 1,
      others[0].units.first.map({ graph.preposition(of: $0).isEmpty }) ?? false
    {
      return others[0].actors.allSatisfy { $0.person != nil }
    }
    guard ContactFinder.manifold.contains(graph.word(unit)), others.count == 1,
      others[0].actors.allSatisfy({ $0.person != nil })
    else { return false }
    if graph.children[unit].contains(where: {
      ["separate", "individual", "one-on-one", "one-to-one"].contains(graph.word($0))
    }) {
      return true
    }
    let homes = countries(of: others[0])
    return Set(homes).count == homes.count && !homes.contains(nil)
      || others[0].actors.compactMap(\.person).contains { person in
        reading.people[person].roles.contains {
          $0.office.map(TitleReader.leading.contains) ?? false
        }
      }
  }

  /// "received by Umerov and later by Zelenskyy", "by Lavrov in Moscow and by Putin in Sochi": each "by" with its own time or
  /// place is an occasion of its own.
  func inTurn(_ agents: Side) -> [Side] {
    guard let first = agents.units.first else { return [agents] }
    let cut = graph.units.indices.dropFirst(first + 1).prefix(24).first { unit in
      guard graph.units[unit].actors != nil, graph.word(unit - 1) == "by" else { return false }
      let sign = graph.word(unit - 2) == "," ? unit - 3 : unit - 2
      return ["later", "then", "afterwards", "subsequently", "separately"].contains(
        graph.word(sign)) || isFurther(unit, behind: first)
    }
    guard let cut else { return [agents] }
    let start = graph.units[cut].tokens.lowerBound
    let earlier = agents.actors.filter { $0.tokens.lowerBound < start }
    var later = agents.actors.filter { $0.tokens.lowerBound >= start }
    if later.isEmpty, isFurther(cut, behind: first) { later = side([cut]).actors }
    guard !earlier.isEmpty, !later.isEmpty else { return [agents] }
    return [Side(actors: earlier, units: [first]), Side(actors: later, units: [cut])]
  }

  /// "conferred with Rashad but not with the Qatari": who is told not to have been there.
  func isExcepted(_ unit: Int) -> Bool {
    guard let start = graph.children[unit].min(), start < unit, start > 0 else { return false }
    return (max(0, start - 1)..<unit).contains {
      graph.word($0) == "not"
        && (["but", "though", "although", ","].contains(graph.word($0 - 1))
          || graph.units[$0 - 1].tokens.last.map { reading.word($0) } == ",")
    }
  }

  private static let manifold: WordSet = [
    "meetings", "calls", "audiences", "encounters", "sit-downs", "conversations", "sessions",
  ]

  /// ", foreign ministers Çavuşoğlu and Mirzoyan in attendance": the actors before "in".
  func listBefore(_ preposition: Int) -> Side? {
    guard preposition > 0, graph.word(preposition) == "in" else { return nil }
    let whole = list(before: preposition)
    return whole.units.isEmpty ? nil : whole
  }

  /// Actors one after another that end before a unit, with only commas and "and" between.
  func list(before end: Int) -> Side {
    var units: [Int] = []
    var at = end - 1
    while at >= 0, graph.units[at].actors != nil || [",", "and"].contains(graph.word(at)) {
      if graph.units[at].actors != nil { units.insert(at, at: 0) }
      at -= 1
    }
    return Side(actors: units.flatMap { graph.units[$0].actors?.actors ?? [] }, units: units)
  }

  /// Actors one after another, with only commas and "and" between.
  func list(from start: Int) -> Side {
    var units: [Int] = []
    var at = start
    while at < graph.units.count {
      if graph.units[at].actors != nil {
        units.append(at)
      } else if graph.word(at) == ":", at > start, graph.units[at - 1].actors != nil,
        at + 1 < graph.units.count, graph.units[at + 1].isPerson
      {
        // "the leaders of Germany and Denmark: Scholz and Frederiksen"
        at += 1
        continue
      } else if let next = behindSide(at) {
        at = next
        continue
      } else if ![",", ";", "and", "&", "mr", "dr", "as", "well", "acting"].contains(graph.word(at))
      {
        // "Eurogroup chief Jeroen Dijsselbloem": words of a title right before a name.
        if let name = (at + 1..<min(at + 4, graph.units.count)).first(where: {
          graph.units[$0].isPerson
        }), !units.isEmpty, graph.units[at].tokens.lowerBound < graph.units[name].tokens.lowerBound,
          reading.tokens[graph.units[at].head].isCapitalized,
          !(at..<name).contains(where: {
            graph.isVerb($0) || reading.tokens[graph.units[$0].head].isMark
          })
        {
          at = name
          continue
        }
        // A title that was not read as one may stand between two commas.
        guard
          let comma = graph.units.indices.dropFirst(at).prefix(12).first(where: {
            [",", ";", "and"].contains(graph.word($0))
          }), [",", "as"].contains(graph.word(at - 1)) || graph.units[at - 1].actors != nil,
          !(at..<comma).contains(where: { graph.isVerb($0) })
        else {
          guard !units.isEmpty, let next = behindSemicolon(at) else { break }
          at = next
          continue
        }
        at = comma
      }
      at += 1
    }
    return Side(
      actors: units.flatMap { graph.units[$0].actors?.actors ?? [] }, units: units)
  }

  /// The next of a list whose members stand between semicolons, each with what is told of it: "the Emir, attending
  /// for the first time; Prince Salman; and".
  private func behindSemicolon(_ at: Int) -> Int? {
    guard let mark = (at..<min(at + 40, graph.units.count)).first(where: { graph.word($0) == ";" })
    else { return nil }
    let next = graph.word(mark + 1) == "and" ? mark + 2 : mark + 1
    guard next < graph.units.count, graph.units[next].actors != nil,
      next + 1 == graph.units.count
        || !graph.isVerb(next + 1) && graph.tag(next + 1).universal != .auxiliary
    else { return nil }
    return next
  }

  /// "met the prime minister on Sunday and the president, Mahmoud Abbas, in Ramallah on Monday": each with a day
  /// of its own.
  private func dated(_ side: Side) -> [Side]? {
    guard side.actors.count > 1 else { return nil }
    let actors = side.actors.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for (actor, next) in zip(actors, actors.dropFirst().map(Optional.some) + [nil]) {
      let start = actor.tokens.upperBound
      let end = min(next?.tokens.lowerBound ?? start + 10, graph.sentence.tokens.upperBound)
      guard start < end, (start..<end).contains(where: { reading.isDate($0) }) else { return nil }
    }
    return actors.map { Side(actors: [$0], units: side.units) }
  }

  /// "met A and B separately", "separate talks with A and B": an occasion with each.
  func separated(_ others: [Side], _ unit: Int) -> [Side] {
    if others.count == 1, let dated = dated(others[0]) ?? setApart(others[0]) { return dated }
    // "four separate sessions with Blair and Ahern" are each with both.
    guard others.contains(where: { $0.actors.count > 1 }),
      !graph.children[unit].contains(where: { graph.relation($0) == .nummod })
    else { return others }
    // "bilateral meetings with Kishida, Albanese and Sunak"
    let isManifold =
      ["meetings", "bilaterals", "one-on-ones"].contains(graph.word(unit))
      && graph.children[unit].contains { graph.word($0) == "bilateral" }
    var around = graph.children[unit] + (graph.head(unit).map { graph.children[$0] } ?? [])
    for child in graph.children[unit] where graph.units[child].actors == nil {
      around += graph.children[child]
    }
    let end = others.flatMap(\.actors).map(\.tokens.lowerBound).max() ?? 0
    let last =
      graph.units.indices.suffix(from: others.flatMap(\.units).max() ?? unit).prefix(40).last {
        graph.units[$0].tokens.lowerBound <= end
      } ?? unit
    let after = min(last + 1, graph.units.count)..<min(last + 4, graph.units.count)
    let words: [Word] = ["separately", "separate", "individually", "each", "back-to-back"]
    // "met, respectively, with A and B": said before the parties, not of two lists.
    let first = others.flatMap(\.units).min() ?? unit
    let isRespective = around.contains { graph.word($0) == "respectively" && $0 < first }
    guard
      isManifold || isRespective || areApart(others, unit) || areAlternatives(others)
        || (around + Array(after)).contains(where: { words.contains(graph.word($0)) })
        || after.contains(where: isInTurn)
    else { return others }
    return others.flatMap { side in side.actors.map { Side(actors: [$0], units: side.units) } }
  }

  /// "without meeting Sanchez or King Felipe": neither of them, and nothing between the two.
  private func areAlternatives(_ others: [Side]) -> Bool {
    guard others.count == 1, let first = others[0].units.first,
      case let last = others[0].actors.map(\.tokens.lowerBound).max() ?? 0
    else { return false }
    return (first + 1..<min(first + 12, graph.units.count)).contains {
      ["or", "nor"].contains(graph.word($0)) && graph.units[$0].head < last
    }
  }

  /// "rang Sharif and, a few minutes apart, Jaishankar": the next behind words about when, set off by commas.
  func behindAside(_ side: Side) -> Side? {
    guard let last = side.units.max(), graph.word(last + 1) == "and", graph.word(last + 2) == ",",
      let comma = (last + 4..<max(last + 4, min(last + 10, graph.units.count - 1))).first(where: {
        graph.word($0) == ","
      }), graph.units[comma + 1].actors?.actors.contains(where: { $0.person != nil }) == true,
      !(last + 3..<comma).contains(where: {
        graph.units[$0].actors != nil || graph.isVerb($0) && graph.isPredicate($0)
      }),
      comma + 2 >= graph.units.count || !graph.isVerb(comma + 2)
    else { return nil }
    let next = self.side([comma + 1])
    return next.actors.contains { actor in side.actors.contains { $0.identity == actor.identity } }
      ? nil : next
  }

  /// "met with Osmani and, separately, Kurti": those behind the word are met by themselves.
  private func setApart(_ side: Side) -> [Side]? {
    for (index, next) in side.actors.enumerated().dropFirst() {
      let end = side.actors[index - 1].tokens.upperBound
      guard end < next.tokens.lowerBound, next.tokens.lowerBound - end < 12,
        (end..<next.tokens.lowerBound).contains(where: {
          ["separately", "later", "afterwards", "subsequently", "separate"]
            .contains(reading.word($0))
            // "met Scholz and then Sunak"
            || reading.word($0) == "then" && reading.word($0 - 1) == "and"
        })
      else { continue }
      return [
        Side(actors: Array(side.actors[..<index]), units: side.units),
        Side(actors: Array(side.actors[index...]), units: side.units),
      ]
    }
    return nil
  }

  /// "one after the other", "one by one"
  private func isInTurn(_ unit: Int) -> Bool {
    graph.word(unit) == "one" && ["after", "by"].contains(graph.word(unit + 1))
  }
}
