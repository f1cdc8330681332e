import Diplomacy
import Language

/// Sides that a compound or a request names.
extension ContactFinder {
  /// "the Rubio-Wang meeting", "Putin–Pezeshkian talks": two family names that the text tells elsewhere.
  func hyphenated(before unit: Int) -> Side {
    for child in graph.children[unit] where child < unit && graph.units[child].tokens.count == 1 {
      let token = graph.units[child].head
      guard reading.tokens[token].isCapitalized else { continue }
      guard let people = pair(in: reading.lower(token)) else {
        let states = reading.states(joinedIn: token)
        if states.isEmpty { continue }
        return Side(
          actors: states.map {
            Actor(identity: .country($0), tokens: graph.units[child].tokens)
          }, units: [child])
      }
      return Side(
        actors: people.map {
          Actor(identity: .person($0), tokens: graph.units[child].tokens)
        }, units: [child])
    }
    return .none
  }

  private func pair(in word: String) -> [Int]? {
    let halves = word.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard halves.count == 2 else { return nil }
    let people = halves.compactMap { half in
      let named = reading.people.indices.filter {
        reading.people[$0].parts.last.map { $0 == half } ?? false
      }
      return named.count == 1 ? named[0] : nil
    }
    return people.count == 2 && people[0] != people[1] ? people : nil
  }

  /// "rebuffed a request from Austin for talks": who asks and who answers.
  func requested(_ unit: Int) -> [Side]? {
    guard graph.preposition(of: unit) == "for", let request = graph.head(unit),
      ["request", "invitation", "proposal", "offer", "overture", "appeal", "call"]
        .contains(graph.word(request)),
      let verb = graph.head(request), graph.isVerb(verb)
    else { return nil }
    var asking = side(graph.obliques(of: request, ["from", "by"]))
    // "May's call for negotiations" is made to the world, a request to somebody.
    if asking.isEmpty, graph.word(request) == "request" {
      asking = side(graph.children(of: request, by: .nmodPoss))
    }
    var answering = side(graph.obliques(of: unit, ["with"]))
    switch graph.relation(request) {
    case .obj: if answering.isEmpty { answering = subjectSide(of: verb) }
    // "Xi's request for a meeting was turned down by Abe"
    case .nsubjPass:
      if answering.isEmpty { answering = side(graph.obliques(of: verb, ["by"])) }
      // "Arreaza left on Sunday, and a request for talks with Bachelet has been granted"
      if asking.isEmpty, ["granted", "accepted", "approved"].contains(graph.word(verb)) {
        asking = Side(actors: subjects.isEmpty ? topic.map { [$0] } ?? [] : subjects, units: [])
      }
    default: return nil
    }
    return asking.isEmpty || answering.isEmpty ? nil : [answering, asking]
  }
}
