import Diplomacy
import Language

/// Nouns that tell of a contact only with the verb beside them.
extension ContactFinder {
  /// "paid a visit to Qaboos".
  func isPaid(_ unit: Int) -> Bool {
    guard let verb = graph.head(unit) else { return false }
    // "Abe's visit with Trump in Florida"
    if side(graph.obliques(of: unit, ["with"])).actors.contains(where: { $0.person != nil }),
      !side(graph.children(of: unit, by: .nmodPoss)).isEmpty
    {
      return true
    }
    return ["paid", "pays", "pay", "paying"].contains(graph.word(verb))
  }

  /// "shook hands", "had a word", "spent two hours": only with the verb that makes it one.
  func isIdiom(_ unit: Int, _ noun: ContactWords.Noun) -> Bool {
    guard let verb = graph.head(unit) else { return false }
    let lemma = contactWords.verbs[graph.word(verb)]?.lemma
    switch noun.strength {
    case .hands where graph.word(unit) == "face": return true
    case .hands: return lemma == "shake" || graph.lower(verb).hasPrefix("gripp")
    case .word:
      if graph.lower(unit).hasPrefix("word") {
        return lemma == "have" || lemma == "exchange" || lemma == "share"
      }
      return lemma == "exchange"
    case .time:
      if ["gave", "gives", "give", "given"].contains(graph.word(verb)) {
        return !graph.children(of: verb, by: .iobj).isEmpty
          || graph.isPassive(verb) && !graph.obliques(of: unit, ["with"]).isEmpty
      }
      // "went on to the Grand Serail for an hour with Salam"
      if place(of: unit) == "for", contactWords.verbs[graph.word(verb)]?.strength == .travel {
        return side(graph.obliques(of: unit, ["with"])).actors.contains { $0.person != nil }
      }
      // "in his 45 minutes with Salman"
      if ["after", "during", "in"].contains(place(of: unit))
        || graph.preposition(of: unit) == "from"
          && ["emerged", "emerging"].contains(graph.word(verb))
      {
        return side(graph.obliques(of: unit, ["with"])).actors.contains { $0.person != nil }
      }
      return (lemma == "have" || ["got", "gets", "get", "getting"].contains(graph.word(verb)))
        && !(graph.obliques(of: verb, ["with"]) + graph.obliques(of: unit, ["with"])).isEmpty
    case .round:
      return graph.children[unit].contains {
        ["talks", "negotiations", "consultations", "discussions"].contains(graph.word($0))
      }
    default: return true
    }
  }

  /// Whether a verb over a noun that tells of no contact by itself shows that it is one: "was given a dinner", "an
  /// appointment is set for Friday", "followed by lunch".
  func isBorne(_ unit: Int, by verb: Int) -> Bool {
    let word = graph.word(verb)
    if ["followed", "preceded", "follows"].contains(word) {
      return graph.preposition(of: unit) == "by" || graph.relation(unit) == .nsubj
    }
    if graph.isPassive(verb), ContactFinder.giving.contains(word) { return true }
    return [.nsubj, .nsubjPass].contains(graph.relation(unit))
      && contactWords.governors[word] == .planned && graph.isVerb(verb)
  }
}
