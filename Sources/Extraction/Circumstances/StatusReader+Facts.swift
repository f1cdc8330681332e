import Diplomacy
import Language

/// What is told of a contact that took place, or will, whatever else is denied of it.
extension StatusReader {
  /// "The meeting did not break the law", "did not disclose his meetings": denied is something else
  /// than the contact. Nil where the verb says of the contact itself whether there is one.
  func besideDenial(_ noun: Int, _ verb: Int) -> Judgement? {
    let isSubject = [.nsubj, .nsubjPass].contains(graph.relation(noun))
    if graph.relation(noun) == .obj, StatusReader.telling.contains(graph.word(verb)) {
      return judged(.held, noun)
    }
    guard isSubject, isNegated(verb), !StatusReader.existing.contains(graph.word(verb)),
      contactWords.governors[graph.word(verb)] == nil
    else { return nil }
    let isFuture = graph.children[verb].contains {
      $0 < verb && sign(of: $0) == .future
    }
    return judged(isFuture ? .planned : .held, isFuture ? verb : noun)
  }

  /// "will raise it when he has his first meeting", "once they meet": as yet to come as what it is told
  /// beside.
  func awaited(_ verb: Int, depth: Int) -> Judgement? {
    guard graph.relation(verb) == .advcl, [.vbz, .vbp].contains(graph.tag(verb).penn),
      let governor = graph.head(verb),
      graph.children[verb].contains(where: {
        $0 < verb && ["when", "once", "until", "before"].contains(graph.word($0))
      }), let above = verbStatus(governor, depth: depth + 1), above.status == .planned
    else { return nil }
    return judged(.planned, verb)
  }

  /// Verbs of telling, which only something real can be the object of.
  private static let telling: WordSet = [
    "disclose", "discloses", "disclosed", "disclosing", "mention", "mentions", "mentioned",
    "mentioning", "acknowledge", "acknowledges", "acknowledged", "acknowledging", "recall",
    "recalls", "recalled", "recalling", "reveal", "reveals", "revealed", "divulge", "divulged",
    "admit", "admits", "admitted", "admitting", "remember", "remembers", "remembered", "report",
    "reported", "reporting",
  ]

  /// Verbs and adjectives that say whether there is an occasion.
  private static let existing: WordSet = [
    "take", "took", "taken", "taking", "happen", "happened", "happening", "occur", "occurred",
    "materialise", "materialised", "materialize", "materialized", "proceed", "proceeded", "go",
    "went", "gone", "going", "come", "came", "held", "hold", "planned", "scheduled", "expected",
    "arranged", "set", "announced", "agreed", "begin", "began", "start", "started", "convened",
    "confirmed", "resume", "resumed", "imminent", "agenda", "cards", "table", "schedule", "certain",
    "work", "place", "organised", "organized", "granted", "requested", "sought", "offered",
  ]
}
