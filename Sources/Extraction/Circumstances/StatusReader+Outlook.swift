import Diplomacy
import Language

/// What is told of a contact that lies ahead, if it comes at all.
extension StatusReader {
  /// "called for calm in talks with Biden", "urged a ceasefire in a phone call with Trudeau": what is asked for there is no
  /// meeting, and the meeting is where it was asked. The verb.
  func plea(at noun: Int) -> Int? {
    guard ["in", "during", "at", "over"].contains(graph.preposition(of: noun)),
      !graph.obliques(of: noun, ["with", "between", "to"]).isEmpty
    else { return nil }
    var at = noun
    for _ in 0..<3 {
      guard let head = graph.head(at), head < at else { return nil }
      if graph.isVerb(head) {
        let isTold = StatusReader.pleading.contains(graph.word(head)) && isFinite(head)
        guard isTold, !isNegated(head), case .open = ownStatus(head) else { return nil }
        return head
      }
      // "plans for talks in Paris", "their support for a summit": that is what is asked for.
      if graph.isEventNoun(head) { return nil }
      at = head
    }
    return nil
  }

  /// "will meet Putin only if he stops the war": a plan that hangs on something.
  func isConditional(_ trigger: Int) -> Bool {
    var verb = trigger
    for _ in 0..<3 {
      let clauses = graph.children(of: verb, by: .advcl).filter { $0 > verb }
      if clauses.contains(where: { clause in
        graph.children[clause].contains { mark in
          mark < clause
            && (graph.word(mark) == "unless"
              || graph.word(mark) == "if" && mark > 0 && graph.word(mark - 1) == "only")
        }
      }) {
        return true
      }
      guard [.obj, .obl, .xcomp].contains(graph.relation(verb)), let head = graph.head(verb) else {
        return false
      }
      verb = head
    }
    return false
  }

  private static let pleading: WordSet = [
    "urged", "urges", "called", "calls", "demanded", "demands", "appealed", "appeals", "pressed",
    "proposed", "proposes", "suggested", "insisted", "requested", "asked", "pleaded",
  ]

  /// What words say of a contact, which may be that there is none.
  struct Outlook {
    var judgement: Judgement?
  }

  /// "is on the cards", "looks likely", "paved the way for talks", "made plans for a meeting".
  func outlook(_ noun: Int, by governor: Int) -> Outlook? {
    let preposition = graph.preposition(of: noun)
    let word = graph.word(governor)
    if preposition == "for" || preposition == "to" {
      let opened = graph.children(of: governor, by: .obj) + [governor]
      if opened.contains(where: {
        StatusReader.openings.contains(graph.word($0)) && graph.relation($0) == .obj && $0 < noun
      }) {
        return Outlook()
      }
    }
    // "It is too early to talk of a meeting"
    if preposition == "of" || preposition == "about", ["talk", "talking"].contains(word) {
      return Outlook()
    }
    if preposition == "for", graph.isPredicate(governor),
      let plan = graph.children(of: governor, by: .obj, .nsubj, .nsubjPass).first(where: {
        contactWords.governingNouns[graph.word($0)] != nil
      }), let meaning = contactWords.governingNouns[graph.word(plan)]
    {
      return Outlook(judgement: nounGovernor(plan, meaning, 0))
    }
    // "His schedule includes a meeting with Biden"
    if graph.relation(noun) == .obj, ["includes", "include", "features"].contains(word),
      graph.children(of: governor, by: .nsubj).contains(where: {
        StatusReader.prospects.contains(graph.word($0))
      })
    {
      return Outlook(judgement: judged(.planned, governor))
    }
    if preposition == "from", ["withdrew", "withdraws", "withdraw", "withdrawn"].contains(word) {
      return Outlook(judgement: isNegated(governor) ? nil : judged(.cancelled, governor))
    }
    // "A meeting has been confirmed"
    if graph.relation(noun) == .nsubjPass, word == "confirmed", !isNegated(governor) {
      return Outlook(judgement: judged(.planned, governor))
    }
    return graph.relation(noun) == .nsubj ? likelihood(under: governor) : nil
  }

  /// "is in the offing", "seems unlikely", "remains a distant prospect".
  private func likelihood(under predicate: Int) -> Outlook? {
    let word = graph.word(predicate)
    let hasCopula = graph.children[predicate].contains {
      graph.relation($0) == .cop && ["is", "are"].contains(graph.word($0))
    }
    if hasCopula, ["on", "in"].contains(graph.preposition(of: predicate)),
      StatusReader.prospects.contains(word)
    {
      return Outlook(judgement: isNegated(predicate) ? nil : judged(.planned, predicate))
    }
    // "is out of the question", "was off the table"
    if word == "question" && graph.preposition(of: predicate) == "out of"
      || graph.preposition(of: predicate) == "off" && ["table", "agenda", "cards"].contains(word)
    {
      return Outlook()
    }
    let isSeeming = StatusReader.seeming.contains(word)
    guard hasCopula || isSeeming else { return nil }
    let told = isSeeming ? graph.children(of: predicate, by: .xcomp, .obj) : [predicate]
    for unit in told {
      switch graph.word(unit) {
      case "likely", "certain", "imminent":
        return Outlook(judgement: isNegated(predicate) ? nil : judged(.planned, unit))
      case "unlikely", "remote", "distant", "prospect", "possibility", "option", "hope", "dream":
        return Outlook()
      default: continue
      }
    }
    return nil
  }

  /// What is opened for a contact that may never be: "paved the way for".
  private static let openings: WordSet = [
    "way", "door", "doors", "path", "ground", "groundwork", "stage", "foundation", "foundations",
    "basis", "scene", "avenue", "window",
  ]
  private static let prospects: WordSet = [
    "cards", "offing", "works", "pipeline", "horizon", "diary", "calendar", "agenda", "schedule",
    "itinerary", "programme", "program",
  ]
  private static let seeming: WordSet = [
    "looks", "looked", "seems", "seemed", "appears", "appeared", "remains", "remained",
  ]

  /// "willing to engage in talks", "ready to enter into negotiations": what they are in is what they do.
  static let entering: WordSet = [
    "engage", "engages", "engaging", "enter", "enters", "entering", "participate", "participating",
    "take", "taking", "sit",
  ]
}
