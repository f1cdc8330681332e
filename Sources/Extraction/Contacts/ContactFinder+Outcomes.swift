import Diplomacy
import Language

/// What became of an occasion that was told before: "The meeting was called off".
extension ContactFinder {
  /// What the sentence says became of what was to come, with the noun that stands for it.
  struct Outcome {
    var noun: Int
    var judgement: StatusReader.Judgement
  }

  /// "but the encounter was postponed", "The talks took place at Camp David": of an occasion without parties of
  /// its own in the sentence.
  func outcomes() -> [Outcome] {
    graph.units.indices.compactMap { unit in
      guard [.nsubj, .nsubjPass].contains(graph.relation(unit)), graph.isEventNoun(unit),
        isToldBefore(unit), let verb = graph.head(unit), graph.isVerb(verb),
        graph.obliques(of: unit, ["with", "between", "of"]).isEmpty,
        let judgement = status.status(of: unit)
      else { return nil }
      switch judgement.status {
      case .cancelled: break
      case .declined where graph.isPassive(verb) == false: break
      case .held where isBrought(about: verb): break
      default: return nil
      }
      return Outcome(noun: graph.units[unit].head, judgement: judgement)
    }
  }

  /// "took place", "went ahead", "lasted an hour".
  private func isBrought(about verb: Int) -> Bool {
    switch graph.word(verb) {
    case "took", "taken": graph.word(verb + 1) == "place"
    case "went": graph.word(verb + 1) == "ahead"
    case "lasted", "ended", "concluded": true
    case "held": graph.isPassive(verb)
    default: false
    }
  }
}
