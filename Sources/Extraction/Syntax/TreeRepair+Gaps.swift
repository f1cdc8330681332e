import Diplomacy
import Language

/// Verbs that stand far from whom they tell of, or are not said again.
extension TreeRepair {
  /// "after Kerry and Lavrov negotiated": the finite verb behind people who stand behind a word that can
  /// open a clause.
  func clauseVerb(opening word: Int, with unit: Int) -> Int? {
    guard ["after", "before", "since", "until", "as"].contains(reading.word(units[word].head))
    else {
      return nil
    }
    var end = unit
    while end + 2 < units.count, ["and", ","].contains(reading.word(units[end + 1].head)),
      units[end + 2].actors != nil
    {
      end += 2
    }
    guard let verb = finiteVerb(after: end) else { return nil }
    // "after the two had had talks"
    let hasAuxiliary = ["had", "was", "were"].contains(reading.word(units[end + 1].head))
    // "before Carney heads to London"
    return [.vbd, .vbz].contains(tags[verb].penn) || tags[verb].penn == .vbn && hasAuxiliary
      ? verb : nil
  }

  /// "…, Crown Prince Abdullah in Casablanca", "Mike Waltz after lunch", "De Wever an hour later": a person with a
  /// place or time behind.
  func isPlaced(_ unit: Int) -> Bool {
    guard unit + 2 < units.count else { return false }
    let next = reading.word(units[unit + 1].head)
    guard TreeRepair.settings.contains(next) else {
      return ["an", "a", "the", "two", "three"].contains(next) && unit + 3 < units.count
        && ["hour", "hours", "day", "days"].contains(reading.word(units[unit + 2].head))
        && ["after", "later", "before"].contains(reading.word(units[unit + 3].head))
    }
    let hasArticle = reading.word(units[unit + 2].head) == "the" && unit + 3 < units.count
    let token = units[hasArticle ? unit + 3 : unit + 2].head
    return reading.isDate(token) || reading.entityOfToken[token] >= 0 && !hasArticle
      || TreeRepair.hours.contains(reading.word(token))
      || reading.tokens[token].shape.contains(.number)
  }

  private static let settings: WordSet = ["in", "at", "on", "after", "before", "over"]
  private static let hours: WordSet = [
    "morning", "afternoon", "evening", "night", "lunch", "dinner", "breakfast", "noon", "midday",
    "midnight", "dawn",
  ]

  func hasPerson(between verb: Int, and end: Int) -> Bool {
    (verb + 1..<max(end, verb + 1)).contains { unit in
      units[unit].actors?.actors.contains { $0.person != nil } ?? false
    }
  }

  /// "met Netanyahu on Sunday and Abbas on Monday": the verb that a second object goes without.
  func gappedVerb(before unit: Int) -> Int? {
    var at =
      (asideOpening(before: unit) ?? (unit > 0 ? asideOpening(before: unit - 1) : nil) ?? unit) - 1
    guard at >= 0, units[at].actors == nil else { return nil }
    while at >= 0, at > unit - 14 {
      let word = reading.word(units[at].head)
      if units[at].actors == nil, tags[at].universal == .verb {
        return ContactWords.shared.verbs[word].map { $0.strength != .light } == true ? at : nil
      }
      if ["who", "which", ";", "that"].contains(word) { return nil }
      at -= 1
    }
    return nil
  }

  /// "and, hours later, Al Thani": where "and" stands before a time between commas that ends at `comma`.
  func asideOpening(before comma: Int) -> Int? {
    guard comma > 3, reading.word(units[comma].head) == "," else { return nil }
    let near = max(1, comma - 6)..<comma - 1
    guard
      let open = near.first(where: {
        reading.word(units[$0].head) == "," && reading.word(units[$0 - 1].head) == "and"
      }), (open + 1..<comma).allSatisfy({ !units[$0].isPerson && tags[$0].universal != .verb })
    else { return nil }
    return open - 1
  }
}
