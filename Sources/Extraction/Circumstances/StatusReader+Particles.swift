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
      if graph.lower(verb) == "put", graph.isPassive(verb), has("back") || has("hold") || has("ice")
      {
        return judged(.cancelled, verb)
      }
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

  static let awaited: WordSet = ["expected", "due", "scheduled", "awaited", "slated"]
}
