import Diplomacy
import Language

/// People whom the text tells of without a name or title: "a source", "a group of Syrian women".
extension ContactFinder {
  /// Those of `units` that are people, for a verb that tells of a meeting beyond doubt.
  func humans(_ units: [Int], _ verb: ContactWords.Verb) -> Side {
    guard verb.lemma == "meet" || verb.lemma == "confer" || verb.lemma == "dine" else {
      return .none
    }
    return humans(units)
  }

  /// Those of `units` that are people.
  func humans(_ units: [Int]) -> Side {
    let people = units.filter { graph.units[$0].actors == nil && isHuman($0) }
    return Side(
      actors: people.map { unit in
        Actor(identity: .unnamed(role: phrase(unit), of: nil), tokens: graph.units[unit].tokens)
      }, units: people)
  }

  /// "the person he met with", "the officials he met": the noun before a clause without a pronoun.
  func left(by preposition: Word, behind verb: Int) -> [Int] {
    guard let noun = graph.head(verb), noun < verb,
      [.aclRelcl, .acl].contains(graph.relation(verb)),
      graph.children[verb].contains(where: { graph.relation($0) == .nsubj && $0 > noun }),
      verb + 1 < graph.units.count, Word(graph.lower(verb + 1)) == preposition
    else { return [] }
    return [noun]
  }

  /// Whether a noun names people: one of those words, or a group of them.
  private func isHuman(_ unit: Int) -> Bool {
    let word = graph.word(unit)
    if ContactFinder.people.contains(word) || isTrade(unit) { return true }
    // "the government and opposition delegations"
    if graph.children(of: unit, by: .conj).contains(where: { isHuman($0) }) { return true }
    guard ContactFinder.groups.contains(word) else { return false }
    return graph.obliques(of: unit, ["of", "from"]).contains { isHuman($0) }
      || ContactFinder.bodies.contains(word)
  }

  /// "teachers", "scientists": a plural of a noun of those who do something.
  private func isTrade(_ unit: Int) -> Bool {
    guard graph.tag(unit).penn == .nns else { return false }
    let word = graph.word(unit)
    return ContactFinder.trades.contains { word.hasSuffix($0) }
      && !ContactFinder.things.contains(word)
  }

  private static let trades: [Word] = ["ers", "ors", "ists", "ians", "men", "women"]
  /// Words of such endings that are no people.
  private static let things: WordSet = [
    "papers", "numbers", "matters", "powers", "orders", "letters", "barriers", "borders",
    "headquarters", "others", "dangers", "computers", "offers", "dinners", "answers", "quarters",
    "figures", "measures", "factors", "sectors", "errors", "corridors", "doors", "floors",
    "terrors",
    "lists", "mists", "specimen", "towers", "rivers", "centers", "chapters", "covers", "carriers",
    "rockets", "flowers", "posters", "tankers", "fighters", "bombers", "helicopters", "consumers",
    "members", "reporters", "supporters", "voters", "viewers", "readers", "listeners", "harbors",
  ]

  /// The noun with what stands before it: "group of Syrian women".
  private func phrase(_ unit: Int) -> String {
    var tokens = graph.units[unit].tokens
    for child in graph.children[unit]
    where child < unit && [.amod, .compound].contains(graph.relation(child))
      && graph.units[child].actors == nil
    {
      tokens = min(tokens.lowerBound, graph.units[child].tokens.lowerBound)..<tokens.upperBound
    }
    for child in graph.obliques(of: unit, ["of"]) {
      tokens = tokens.lowerBound..<max(tokens.upperBound, graph.units[child].tokens.upperBound)
    }
    return reading.document.text(of: tokens)
  }

  private static let people: WordSet = [
    "person", "people", "source", "sources", "women", "woman", "men", "families", "relatives",
    "survivors", "victims", "veterans", "students", "aides", "aide", "executives", "executive",
    "businessmen", "businesspeople", "entrepreneurs", "investors", "activists", "dissidents",
    "lawmakers", "legislators", "parliamentarians", "clerics", "elders", "refugees", "experts",
    "scholars", "academics", "bankers", "troops", "soldiers", "commanders", "generals", "rebels",
    "residents", "villagers", "farmers", "workers", "unionists", "intermediary", "intermediaries",
    "emissary", "emissaries", "representatives", "delegates", "politicians", "diplomats",
    "counterparts", "colleagues", "allies", "donors", "advisers", "advisors", "officials",
  ]
  private static let groups: WordSet = [
    "group", "groups", "delegation", "delegations", "number", "series", "team", "members",
    "dozens", "scores", "handful", "range", "host", "couple",
  ]
  private static let bodies: WordSet = ["delegation", "delegations", "team"]
}
