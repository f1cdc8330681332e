import Diplomacy
import Language

/// Who speaks at a conference, opens one or is in the chair: one of those who attend it.
extension ContactFinder {
  /// "told the conference in Perth", "In an address to the summit, X promised", "Speaking at the Doha Forum": the
  /// speaker, beside participants who are not named.
  func address(to unit: Int, _ verb: Int?) -> [ContactDraft]? {
    guard let verb, isAssembly(unit), let speaking = address(at: unit, verb) else { return nil }
    var subject = subjectSide(of: speaking)
    if subject.isEmpty { subject = subjectSide(of: verb) }
    guard subject.actors.count == 1, let person = subject.actors[0].person,
      reading.people[person].roles.contains(where: { $0.office != nil })
    else { return nil }
    // "told the conference": the one told of before.
    if graph.units[unit].actors == nil, isBare(unit) {
      var draft = draft([subject], unit, nil, through: [speaking])
      draft?.joinsPrevious = true
      draft?.event = graph.units[unit].head
      return draft.map { [$0] }
    }
    return draft([subject, participants(of: unit)], unit, .summit, through: [speaking]).map { [$0] }
  }

  /// Whether nothing that tells which one stands beside an occasion but "the".
  private func isBare(_ unit: Int) -> Bool {
    !reading.tokens[graph.units[unit].head].isCapitalized
      && graph.children[unit].contains { graph.word($0) == "the" }
      && graph.children[unit].allSatisfy { child in
        child < unit
          ? [.det, .case].contains(graph.relation(child))
          : graph.relation(child) != .nmod || reading.isDate(graph.units[child].head)
      }
  }

  /// The verb by which somebody speaks at, opens or chairs the occasion at `unit`.
  private func address(at unit: Int, _ verb: Int) -> Int? {
    let place = place(of: unit)
    if let speech = graph.head(unit), ContactFinder.speeches.contains(graph.word(speech)),
      ["to", "at", "before"].contains(place),
      !graph.children[speech].contains(where: { ContactFinder.remote.contains(graph.word($0)) })
    {
      return graph.isPassive(verb) ? nil : verb
    }
    guard !graph.isPassive(verb) else { return nil }
    let word = graph.word(verb)
    if place.isEmpty {
      guard [.obj, .iobj, .ccomp].contains(graph.relation(unit)), graph.head(unit) == verb else {
        return nil
      }
      return ContactFinder.addressed.contains(word) || SaidBefore.telling.contains(word)
        ? verb : nil
    }
    guard ["at", "before"].contains(place) && graph.head(unit) == verb || isSideline(unit) else {
      return nil
    }
    return SpeechWords.verbs.contains(word) || ContactFinder.speechmaking.contains(word)
      ? verb : nil
  }

  /// "on the sidelines of the ministerial".
  private func isSideline(_ unit: Int) -> Bool {
    graph.head(unit).map { ["sidelines", "margins"].contains(graph.word($0)) } ?? false
  }

  /// Whether a unit is a conference of states: a forum known by name, a conference or summit, or a meeting of a
  /// body's.
  private func isAssembly(_ unit: Int) -> Bool {
    if case .organization(let name, _)? = reading.entity(
      startingAt: graph.units[unit].tokens.lowerBound)?.entity
    {
      return Organizations.lookup(name)?.kind == .forum
    }
    guard graph.units[unit].actors == nil else { return false }
    let parts = graph.children[unit].filter { graph.relation($0) != .nsubj }
    switch graph.word(unit) {
    case "summit", "ministerial": return true
    case "conference", "forum", "plenary":
      return !parts.contains { ContactFinder.domestic.contains(graph.word($0)) }
    case "meeting", "session", "gathering", "assembly":
      return (parts + parts.flatMap { graph.children[$0] }).contains { part in
        guard [.compound, .nmod, .nmodPoss, .amod].contains(graph.relation(part)) else {
          return false
        }
        return isBody(graph.units[part])
      }
    default: return false
    }
  }

  private func isBody(_ unit: SentenceUnit) -> Bool {
    guard
      case .organization(let name, _)? = reading.entity(startingAt: unit.tokens.lowerBound)?.entity,
      let kind = Organizations.lookup(name)?.kind
    else { return false }
    return kind == .forum || kind == .intergovernmental
  }

  private static let speeches: WordSet = [
    "address", "speech", "remarks", "speeches", "keynote", "statement", "intervention",
  ]
  private static let remote: WordSet = ["video", "recorded", "pre-recorded", "written", "virtual"]
  private static let addressed: WordSet = [
    "addressed", "addresses", "address", "addressing", "opened", "opens", "opening", "inaugurated",
    "closed", "chaired", "chairs", "chairing", "hosted", "hosts", "hosting",
  ]
  private static let speechmaking: WordSet = [
    "speaking", "spoke", "speaks", "speak", "vowed", "pledged", "promised", "called", "urged",
  ]
  private static let domestic: WordSet = [
    "news", "press", "party", "party's", "conservative", "labour", "republican", "democratic",
    "political", "action", "annual", "investors", "media",
  ]
}
