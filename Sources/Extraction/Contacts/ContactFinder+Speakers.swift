import Diplomacy
import Language

/// Those whose words or journey are told beside an occasion.
extension ContactFinder {
  /// "Merkel's comments came hours after a call with Putin": whose words follow the occasion.
  func speaker(of verb: Int, through unit: Int) -> Side {
    guard ["after", "following", "during", "before", "at", "in"].contains(place(of: unit)) else {
      return .none
    }
    return side(
      graph.children(of: verb, by: .nsubj).filter { ContactFinder.words.contains(graph.word($0)) }
        .flatMap { graph.children(of: $0, by: .nmodPoss) + graph.obliques(of: $0, ["by", "from"]) })
  }

  private static let words: WordSet = [
    "comments", "comment", "remarks", "remark", "statement", "warning", "announcement", "words",
    "decision", "visit", "trip", "arrival", "speech", "appeal", "pledge", "message",
  ]

  /// "praised the talks with", "announced a meeting with": who speaks of a contact is not for that
  /// reason in it.
  func isReported(_ unit: Int, _ verb: Int) -> Bool {
    guard graph.relation(unit) == .obj, graph.word(verb + 1) != "off" else { return false }
    return ContactFinder.speakingVerbs.contains(graph.word(verb))
      && !(ContactFinder.describing.contains(graph.word(verb))
        && isPrincipal(subjectSide(of: verb)))
  }

  /// "Rubio said Friday's meeting with Wang was constructive": who speaks of an occasion of which only one party
  /// is told is the other, but for a spokesman.
  func describer(of unit: Int) -> Side {
    guard [.nsubj, .nsubjPass].contains(graph.relation(unit)), let clause = graph.head(unit),
      graph.relation(clause) == .ccomp, let speech = graph.head(clause), speech < unit,
      ["said", "says"].contains(graph.word(speech)), case let speaker = subjectSide(of: speech),
      isPrincipal(speaker)
    else { return .none }
    return speaker
  }

  /// Whether one person is told who holds an office of their own.
  private func isPrincipal(_ side: Side) -> Bool {
    guard side.actors.count == 1, let person = side.actors[0].person else { return false }
    let roles = reading.people[person].roles
    return roles.contains { $0.office != nil } && !roles.contains { $0.office == .spokesperson }
  }

  private static let describing: WordSet = [
    "described", "describes", "called", "calls", "recalled",
  ]

  private static let speakingVerbs: WordSet = [
    "announced", "announce", "announces", "described", "praised", "called", "criticised",
    "criticized", "said", "reported", "confirmed", "denied", "mentioned", "cited", "followed",
    "demanded", "noted", "condemned", "welcomed", "recalled", "brokered", "mediated",
    "facilitated", "organised", "organized", "proposed",
  ]

  /// "Lavrov said the war would go on after meeting Blinken": of the past, whatever is said to come.
  func spoken(_ trigger: Int, _ sides: [Side]) -> StatusReader.Judgement? {
    let isVerb = graph.isVerb(trigger)
    guard let verb = isVerb ? graph.head(trigger) : holder(of: trigger),
      graph.relation(verb) == .ccomp, let speech = graph.head(verb), graph.isVerb(speech),
      sides.first?.units.contains(where: { graph.head($0) == speech }) == true
    else { return nil }
    let times: [Word] = ["after", "following", "during", "at"]
    let marks =
      isVerb ? graph.children(of: trigger, by: .mark).map(graph.word) : [place(of: trigger)]
    guard marks.contains(where: times.contains), !isVerb || graph.tag(trigger).penn == .vbg else {
      return nil
    }
    return StatusReader.Judgement(status: .held, tokens: graph.units[speech].tokens)
  }

  /// "a phone call in which Putin asked Trump to receive his minister": who says something to whom in the course of it.
  func during(_ unit: Int, _ noun: ContactWords.Noun) -> ContactDraft? {
    guard noun.strength == .call || noun.strength == .strong,
      graph.obliques(of: unit, ["with", "between", "of"]).isEmpty,
      let which = (unit + 1..<min(unit + 7, graph.units.count)).first(where: {
        graph.word($0) == "which"
      }), ["in", "during"].contains(graph.word(which - 1)),
      !(unit + 1..<which).contains(where: { graph.isVerb($0) || graph.isEventNoun($0) }),
      let verb = graph.head(which), graph.isVerb(verb), verb > which
    else { return nil }
    let subject = side(graph.children(of: verb, by: .nsubj))
    let object = side(graph.children(of: verb, by: .obj, .iobj))
    guard [subject, object].allSatisfy(\.namesSomebody) else {
      return nil
    }
    return draft([subject, object], unit, noun.kind)
  }
}
