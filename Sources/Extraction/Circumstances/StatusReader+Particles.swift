import Diplomacy
import Language

/// What a verb says of a contact with the particle behind it.
extension StatusReader {
  /// "called off", "put off", "ruled out", "turned down".
  func particleStatus(_ verb: Int) -> Judgement? {
    func has(_ particle: Word) -> Bool {
      graph.children[verb].contains { graph.word($0) == particle }
        || verb + 1 < graph.units.count && graph.word(verb + 1) == particle
    }
    switch graph.word(verb) {
    case "called", "calls", "call", "calling", "put", "puts", "putting", "broke", "broken":
      // "has been put back to next month", "put on hold"
      if graph.word(verb) == "put" || graph.word(verb) == "puts",
        graph.isPassive(verb) && has("back") || has("hold") || has("ice")
      {
        return judged(.cancelled, verb)
      }
      // "He broke off to take a call": for it, and not it.
      let breaks = ["broke", "broken"].contains(graph.word(verb))
      if breaks, graph.word(verb + 2) == "to" { return nil }
      return has("off") ? judged(.cancelled, verb) : nil
    case "ruled", "rules", "ruling": return has("out") ? judged(.declined, verb) : nil
    case "turned", "turns", "turning": return has("down") ? judged(.declined, verb) : nil
    case "fell", "fallen", "falls": return has("through") ? judged(.cancelled, verb) : nil
    case "pushed", "pushes": return has("back") ? judged(.cancelled, verb) : nil
    case "pulled", "pulls", "pulling", "backed", "backs", "backing", "dropped":
      // Who "was pulled out of a meeting" was in it.
      return has("out") && !graph.isPassive(verb) ? judged(.cancelled, verb) : nil
    default: return nil
    }
  }

  /// "kept away from a meeting", "bowed out of a lunch".
  func shunned(_ noun: Int, _ verb: Int) -> Judgement? {
    guard ["from", "of"].contains(graph.preposition(of: noun)),
      StatusReader.shunning.contains(graph.word(verb)), !isNegated(verb),
      (verb + 1..<min(verb + 4, graph.units.count)).contains(where: {
        ["away", "clear", "out"].contains(graph.word($0))
      })
    else { return nil }
    return judged(.declined, verb)
  }

  private static let shunning: WordSet = [
    "kept", "keep", "keeps", "keeping", "stayed", "stay", "stays", "staying", "steered", "steers",
    "steer", "shied", "shies", "bowed", "bows", "bowing", "ducked", "ducks", "opted", "opts",
    "dropped", "drops",
  ]

  /// "the meeting is off", "the talks are back on", "his calls went unanswered".
  func shelved(_ noun: Int, _ verb: Int) -> Judgement? {
    // "has pencilled in a meeting"
    if graph.preposition(of: noun) == "in", graph.lower(verb).hasPrefix("pencil") {
      return judged(.planned, verb)
    }
    guard graph.relation(noun) == .nsubj else { return nil }
    let copula = graph.children(of: verb, by: .cop).first.map(graph.word)
    switch graph.word(verb) {
    case "off" where copula != nil: return isNegated(verb) ? nil : judged(.cancelled, verb)
    case "on" where copula == "is" || copula == "are":
      return isNegated(verb) ? nil : judged(.planned, verb)
    case "went", "go", "goes", "gone":
      let next = verb + 1
      return ["unanswered", "unheeded", "ignored"].contains(graph.word(next))
        ? judged(.declined, next) : nil
    default: return nil
    }
  }

  /// "aimed at preparing for the meeting": not yet held.
  static let preparing: WordSet = [
    "prepare", "prepares", "preparing", "prepared", "readying", "gearing", "bracing",
  ]

  func isRequired(_ verb: Int) -> Bool {
    graph.children[verb].contains { ["must", "should", "ought"].contains(graph.word($0)) }
  }

  static let confirming: WordSet = [
    "confirmed", "confirms", "confirm", "announced", "announces",
  ]

  static let awaited: WordSet = [
    "expected", "due", "scheduled", "awaited", "slated", "set", "poised",
  ]
}
