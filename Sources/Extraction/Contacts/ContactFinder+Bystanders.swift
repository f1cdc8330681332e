import Diplomacy
import Language

/// Those behind "with" who stood by, or sat at the table.
extension ContactFinder {
  /// "with Lavrov looking on", "with Lavrov at his side": those before the word who only stood by.
  func bystanders(before unit: Int) -> Side? {
    var end = unit - 1
    if graph.word(unit) == "side" {
      guard ["his", "her", "their"].contains(graph.word(end)),
        ["at", "by"].contains(graph.word(end - 1))
      else { return nil }
      end -= 2
    } else if graph.word(unit) == "table" {
      guard graph.word(end) == "the", ["at", "around"].contains(graph.word(end - 1)) else {
        return nil
      }
      end -= 2
    } else if graph.word(unit) == "room" {
      guard graph.word(end) == "the", graph.word(end - 1) == "in" else { return nil }
      end -= 2
    }
    // "with Sunak also attending"
    if ["also", "too", "both"].contains(graph.word(end)) { end -= 1 }
    var units: [Int] = []
    while end > 0, graph.units[end].actors != nil || ["and", ","].contains(graph.word(end)) {
      if graph.units[end].actors != nil { units.insert(end, at: 0) }
      end -= 1
    }
    return !units.isEmpty && end >= 0 && graph.word(end) == "with" ? side(units) : nil
  }

  /// Whether those at `unit`, behind "with", only stood by while others met.
  func isBystander(_ unit: Int) -> Bool {
    guard graph.units[unit].actors != nil else { return false }
    if isPresent(unit) { return true }
    var end = end(ofListAt: unit)
    if ["also", "both"].contains(graph.word(end)) { end += 1 }
    switch graph.word(end) {
    case "looking", "watching", "listening", "joining", "waiting", "absent", "attending",
      "participating":
      return true
    case "in":
      return graph.word(end + 1) == "attendance"
        || graph.word(end + 1) == "the" && graph.word(end + 2) == "room"
    case "at", "by":
      return ["his", "her", "their"].contains(graph.word(end + 1)) && graph.word(end + 2) == "side"
        || graph.word(end + 1) == "the" && graph.word(end + 2) == "table"
    default: return false
    }
  }

  /// "with Blinken and Sullivan present"
  func isPresent(_ unit: Int) -> Bool {
    guard graph.units[unit].actors != nil else { return false }
    let end = end(ofListAt: unit)
    return graph.word(end) == "present"
      || graph.word(end) == "also" && graph.word(end + 1) == "present"
  }

  /// The unit behind a list of actors.
  private func end(ofListAt unit: Int) -> Int {
    var end = unit + 1
    while end < graph.units.count,
      graph.units[end].actors != nil || ["and", ","].contains(graph.word(end))
    {
      end += 1
    }
    return end
  }

  /// "On the following day he was in Pretoria with Ramaphosa": of two countries, in a city.
  func stayed(at unit: Int) -> ContactDraft? {
    guard ["in", "at"].contains(graph.preposition(of: unit)),
      reading.entityOfToken[graph.units[unit].head] >= 0,
      graph.children[unit].contains(where: { graph.relation($0) == .cop }),
      case let subject = side(graph.children(of: unit, by: .nsubj)),
      case let other = side(graph.obliques(of: unit, ["with"])),
      [subject, other].allSatisfy(\.namesSomebody),
      isAcrossBorders(Side(actors: subject.actors + other.actors, units: []))
    else { return nil }
    return draft([subject, other], unit, .meeting)
  }

  /// "Trump said on Tuesday, as Moon looked on": who speaks while somebody looks on.
  func speakers(besideClauseOf verb: Int) -> [Actor] {
    guard graph.relation(verb) == .advcl, let speech = graph.head(verb),
      SpeechWords.verbs.contains(graph.word(speech))
    else { return [] }
    return side(graph.children(of: speech, by: .nsubj)).actors.filter { $0.person != nil }
  }

  /// "as Macron looks on": the subject of a clause beside that of the contact.
  func onlookers(_ unit: Int) -> Side? {
    guard graph.word(unit + 1) == "on" || graph.lower(unit).hasPrefix("watch"),
      graph.children(of: unit, by: .mark).contains(where: {
        ["as", "while"].contains(graph.word($0))
      }),
      graph.children(of: unit, by: .obj).isEmpty
    else { return nil }
    return side(graph.children(of: unit, by: .nsubj))
  }
}
