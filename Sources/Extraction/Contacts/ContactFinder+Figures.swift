import Diplomacy
import Language

/// Verbs of contact in figures of speech, and words to those who only listen.
extension ContactFinder {
  /// "has appeared with Maduro almost daily": what is done again and again is no occasion.
  func isHabit(_ verb: Int) -> Bool {
    graph.children[verb].contains { child in
      child > verb
        && (["daily", "regularly", "routinely", "weekly"].contains(graph.word(child))
          && graph.relation(child) == .advmod
          || ["day", "week"].contains(graph.word(child))
            && ["every", "each"].contains(graph.word(child - 1)))
    }
  }

  /// "saw Putin as a partner", "called Kim a friend", "the deal met resistance" tell of no contact.
  func isFigurative(_ unit: Int, _ verb: ContactWords.Verb) -> Bool {
    switch verb.lemma {
    case "keep":
      // "kept Ortagus for an hour", "kept him for lunch"
      return !graph.obliques(of: unit, ["for"]).contains {
        let noun = contactWords.nouns[graph.word($0)]
        return noun?.strength == .time || noun?.kind == .meal
      }
    case "see", "call", "receive", "welcome", "greet", "host", "entertain", "visit", "consult":
      // "visited Putin to reaffirm coordination": a purpose.
      let hasPurpose = verb.lemma != "see" && (verb.lemma != "call" || isCourtesy(behind: unit))
      if graph.children[unit].contains(where: {
        graph.relation($0) == .ccomp
          || graph.relation($0) == .xcomp && !(hasPurpose && isInfinitive($0))
          || graph.relation($0) == .compoundPrt
            && ["up", "off", "out"].contains(graph.word($0)) && verb.lemma == "see"
      }) {
        return true
      }
      // "welcomes Yellen to visit China": who may come.
      if verb.lemma == "welcome",
        graph.children(of: unit, by: .xcomp, .advcl).contains(where: {
          isInfinitive($0)
            && ["visit", "come", "attend", "travel", "return"].contains(graph.word($0))
        })
      {
        return true
      }
      if verb.lemma == "call" {
        if isDemand(unit) || isSummons(unit) { return true }
        let named = graph.children(of: unit, by: .obj).filter {
          !reading.isDate(graph.units[$0].head)
        }
        // "calls the position confused"
        let isThing = named.contains { graph.units[$0].actors == nil && graph.word($0) != "on" }
        return !graph.children(of: unit, by: .obl).filter { graph.preposition(of: $0) == "for" }
          .isEmpty || named.count > 1 || isNaming(unit) || isThing
      }
      return graph.children[unit].contains { graph.preposition(of: $0) == "as" }
        && verb.lemma == "see"
    default: return false
    }
  }
}

extension ContactFinder {
  /// "called on Ryan to create a commission".
  private func isDemand(_ verb: Int) -> Bool {
    let called = graph.obliques(of: verb, ["on", "upon"]).filter {
      !reading.isDate(graph.units[$0].head)
    }
    guard let called = called.max() else { return false }
    return (called + 1...called + 6).contains {
      $0 + 1 < graph.units.count && graph.word($0) == "to" && graph.isVerb($0 + 1)
    }
  }

  /// "called Comey and Rogers to testify", "will call Comey as a witness".
  private func isSummons(_ verb: Int) -> Bool {
    guard let last = graph.objects(of: verb).max() else { return false }
    let behind = last + 1..<min(last + 8, graph.units.count)
    return behind.contains { unit in
      graph.word(unit) == "to" && unit + 1 < graph.units.count
        && ContactFinder.testifying.contains(graph.word(unit + 1))
        || graph.word(unit) == "as" && unit + 2 < graph.units.count
          && ["witness", "witnesses"].contains(graph.word(unit + 2))
    }
  }

  private static let testifying: WordSet = ["testify", "appear", "answer", "explain", "resign"]

  private func isInfinitive(_ unit: Int) -> Bool {
    graph.children[unit].contains { graph.relation($0) == .mark && graph.word($0) == "to" }
  }

  /// "spoke to reporters, Chairman Nunes said": those who only listen, and whatever stands by them.
  func isAudience(_ unit: Int) -> Bool {
    ContactFinder.audiences.contains(graph.word(unit)) || isPresenter(unit)
  }

  /// "Speaking on RTÉ's Today with Sean O'Rourke": who is part of a programme's name.
  private func isPresenter(_ unit: Int) -> Bool {
    guard unit > 1, graph.word(unit - 1) == "with" else { return false }
    let name = graph.units[unit - 2].head
    return reading.tokens[name].isCapitalized
      && ContactFinder.programmes.contains(reading.word(name))
      && name > graph.sentence.tokens.lowerBound
  }

  private static let programmes: WordSet = [
    "today", "tonight", "morning", "show", "live", "breakfast", "week", "report", "politics",
    "talk",
  ]

  private static let audiences: WordSet = [
    "reporters", "journalists", "press", "media", "newsmen", "audience", "crowd", "supporters",
    "broadcaster", "newspaper", "agency",
  ]

  /// "called Rutte to congratulate him": what is said by telephone.
  private func isCourtesy(behind verb: Int) -> Bool {
    (verb + 1..<min(verb + 6, graph.units.count)).contains {
      graph.word($0) == "to" && ContactFinder.courtesies.contains(graph.word($0 + 1))
    }
  }

  private static let courtesies: WordSet = [
    "congratulate", "thank", "discuss", "offer", "apologise", "apologize", "express", "wish",
    "brief", "inform", "tell", "commiserate", "complain", "reassure", "assure", "convey", "say",
    "protest", "update", "urge", "press", "warn", "seek", "demand", "request", "voice", "relay",
    "invite", "reaffirm", "stress", "persuade", "propose", "plead", "remind", "coordinate",
    "condemn", "share", "confirm", "review", "ask", "raise", "object", "explore", "reiterate",
  ]

  /// "called Kim a friend": a noun phrase right after the person.
  private func isNaming(_ verb: Int) -> Bool {
    guard !isCourtesy(behind: verb),
      let person = (verb + 1..<min(verb + 3, graph.units.count)).first(where: {
        graph.units[$0].actors != nil
      }), person + 1 < graph.units.count
    else { return false }
    var after = person + 1
    // "called Sen. John Heinz, R-Pa., an idiot": past the party and state.
    if graph.word(after) == ",", after + 3 < graph.units.count, graph.word(after + 2) == "," {
      after += 3
    }
    return ["a", "an", "the", "his", "her", "“", "\"", "one", "to", "-", "–"].contains(
      graph.word(after))
      || graph.tag(after).universal == .adjective && !["last", "next"].contains(graph.word(after))
  }
}
