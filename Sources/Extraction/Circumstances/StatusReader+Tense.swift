import Diplomacy
import Language

/// What the form of a verb says of its time.
extension StatusReader {
  /// Whether a verb has a day or week of its own beside it that is not today.
  func hasDay(_ verb: Int) -> Bool {
    graph.children[verb].contains { child in
      guard graph.reading.isDate(graph.units[child].head) else { return false }
      return !["today", "now", "currently"].contains(graph.word(child))
    }
  }

  func isPast(_ verb: Int) -> Bool {
    switch graph.tag(verb).penn {
    case .vbd, .vbn: true
    case .vbg:
      graph.head(verb).map { graph.isVerb($0) && isPast($0) } ?? false
        || graph.children[verb].contains { ["was", "were"].contains(graph.word($0)) }
    case .vb:
      graph.head(verb).map { graph.isVerb($0) && isPast($0) } ?? false
    // "was in Berlin for talks": a place as predicate.
    default:
      graph.children[verb].contains {
        graph.relation($0) == .cop && ["was", "were"].contains(graph.word($0))
      }
    }
  }

  /// What is told not to have been done by the way: declined, where the clause above is a fact.
  func failed(_ verb: Int, by sign: Int) -> Judgement? {
    guard let above = graph.head(verb), graph.isVerb(above), isPast(above),
      case .open = ownStatus(above)
    else { return nil }
    return judged(.declined, sign)
  }

  func isNegated(_ unit: Int) -> Bool {
    graph.children[unit].contains { ["not", "n't", "never", "no"].contains(graph.word($0)) }
  }

  /// "Pleased to meet Fiala today", "It is an honour to welcome": felt at what is done; not "would be glad to".
  func isFelt(_ governor: Int) -> Bool {
    StatusReader.feelings.contains(graph.word(governor))
      && !graph.children[governor].contains { child in
        switch sign(of: child) {
        case .negation, .future, .possibility, .condition: true
        default: false
        }
      }
  }

  /// What somebody feels at what is done.
  static let feelings: WordSet = [
    "pleased", "honoured", "honored", "delighted", "glad", "great", "good", "pleasure", "honour",
    "honor", "privilege", "privileged", "thrilled", "grateful", "nice", "wonderful", "lovely",
    "proud", "humbled", "fantastic",
  ]

  /// "plans to attend the forum and also hold talks": a bare form that goes on the infinitive, not
  /// the verb over it.
  func infinitive(beside verb: Int, _ governor: Int) -> Int? {
    guard [.vbz, .vbd].contains(graph.tag(governor).penn),
      [.vbp, .vb].contains(graph.tag(verb).penn),
      contactWords.verbs[graph.word(verb)].map({ $0.lemma == graph.word(verb) }) == true,
      graph.children(of: verb, by: .nsubj, .nsubjPass).isEmpty
    else { return nil }
    return graph.children(of: governor, by: .xcomp).first { $0 > governor && $0 < verb }
  }

  func sharesAuxiliary(_ verb: Int, _ first: Int) -> Bool {
    guard graph.tag(first).penn == .vb else { return false }
    // "to meet Putin and then hold talks", read as what somebody does
    return graph.tag(verb).penn == .vb
      || graph.tag(verb).penn == .vbp && graph.children(of: verb, by: .nsubj, .nsubjPass).isEmpty
  }

  /// "had been in Kyiv for talks": who was at the place held them.
  func hasBeen(_ predicate: Int) -> Bool {
    graph.word(predicate) == "been"
      || graph.children[predicate].contains { graph.word($0) == "been" }
  }

  func isPastOver(_ noun: Int) -> Bool {
    guard let governor = graph.head(noun) else { return false }
    return isPast(governor)
      || graph.children[governor].contains { ["was", "were", "had"].contains(graph.word($0)) }
  }
}
