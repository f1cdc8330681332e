import Diplomacy
import Language

extension ContactFinder {
  /// "visited Russia", "arrived in Amman on a visit": the visitor and the country. It is a contact of
  /// the article only where the article tells of none besides (`ContactStage`).
  func bareVisit(_ unit: Int, _ verb: ContactWords.Verb) -> ContactDraft? {
    var inviting = inviting(to: unit)
    var guest = unit
    // "accepted an invitation from King Salman to visit Riyadh"
    if inviting.isEmpty, let noun = invitation(over: unit) {
      inviting = side(
        graph.obliques(of: noun, ["from", "by", "of"]) + graph.children(of: noun, by: .nmodPoss))
      guest = graph.head(noun) ?? unit
    }
    let isInvited = inviting.actors.contains { $0.person != nil }
    let targets: [Int]
    switch verb.strength {
    case .travel:
      let isVisit =
        isInvited
        || graph.children[unit].contains { child in
          ["visit", "trip", "tour", "talks"].contains(graph.word(child))
            && ["on", "for"].contains(graph.preposition(of: child))
        }
      guard isVisit else { return nil }
      targets = graph.obliques(of: unit, ["in", "to"])
    case .direct where verb.lemma == "visit" && !graph.isPassive(unit):
      targets = graph.children(of: unit, by: .obj)
    default: return nil
    }
    guard let target = targets.first(where: { country(at: $0) != nil }),
      let code = country(at: target)
    else { return nil }
    let visitor = side(graph.subjects(of: guest))
    let host = Actor(identity: .country(code), tokens: graph.units[target].tokens)
    guard visitor.actors.contains(where: { acts($0, besides: code) }),
      var draft = draft([visitor, Side(actors: [host], units: [target])], unit, .visit)
    else { return nil }
    if isInvited {
      return self.draft([visitor, inviting], unit, .visit)
    }
    draft.isBareVisit = true
    // "will visit Berlin for top-level talks"
    if graph.obliques(of: unit, ["for"]).contains(where: { graph.word($0) == "talks" }) {
      draft.kind = .meeting
    }
    return draft
  }

  /// "as the guest of the governor general", "at the invitation of his counterpart": the host of a visit.
  private func inviting(to verb: Int) -> Side {
    let words = graph.children[verb].filter {
      graph.preposition(of: $0) == "as" && graph.word($0) == "guest"
        || ["at", "on", "upon"].contains(graph.preposition(of: $0))
          && graph.word($0) == "invitation"
    }
    return side(
      words.flatMap { graph.obliques(of: $0, ["of"]) + graph.children(of: $0, by: .nmodPoss) })
  }

  /// "will pay a visit to Russia at the invitation of Sergei Lavrov": who invited, in the place of the country.
  func withHost(_ draft: ContactDraft) -> ContactDraft {
    guard draft.kind == .visit, draft.people.count == 1,
      let country = draft.actors.firstIndex(where: { actor in
        if case .country = actor.identity { true } else { false }
      }), case .country(let code) = draft.actors[country].identity,
      let invitation = graph.units.indices.first(where: {
        graph.word($0) == "invitation"
          && ["at", "on", "upon"].contains(graph.preposition(of: $0))
      })
    else { return draft }
    let host = side(
      graph.obliques(of: invitation, ["of"]) + graph.children(of: invitation, by: .nmodPoss))
    let people = host.actors.filter { actor in
      guard let person = actor.person, !draft.people.contains(person) else { return false }
      return reading.people[person].country.map { $0.value == code } ?? true
    }
    guard !people.isEmpty else { return draft }
    var hosted = draft
    hosted.actors.replaceSubrange(country...country, with: people)
    hosted.isBareVisit = false
    return hosted
  }

  /// "spent two days in Pyongyang as Kim's guest"
  func guest(_ verb: Int) -> ContactDraft? {
    let isTold =
      contactWords.verbs[graph.word(verb)].map { $0.strength == .strong || $0.strength == .direct }
      ?? false
    guard !tellsJourney(verb), !isTold, !graph.isPassive(verb),
      let guest = graph.children[verb].first(where: {
        graph.preposition(of: $0) == "as" && graph.word($0) == "guest"
      })
    else { return nil }
    let host = side(graph.obliques(of: guest, ["of"]) + graph.children(of: guest, by: .nmodPoss))
    let visitor = side(graph.subjects(of: verb))
    guard [host, visitor].allSatisfy(\.namesSomebody) else {
      return nil
    }
    return draft([visitor, host], verb, .visit, through: [guest])
  }

  /// "the ambassador came to Sessions's office": to where somebody works or lives.
  func call(at verb: Int) -> ContactDraft? {
    guard
      ["came", "comes", "went", "goes", "drove", "walked", "returned"].contains(graph.word(verb)),
      let room = graph.obliques(of: verb, ["to"]).first(where: {
        graph.units[$0].actors == nil && ContactFinder.doors.contains(graph.word($0))
      })
    else { return nil }
    let host = side(graph.children(of: room, by: .nmodPoss) + graph.obliques(of: room, ["of"]))
    let visitor = side(graph.subjects(of: verb))
    guard [host, visitor].allSatisfy(\.namesSomebody),
      !host.actors.contains(where: { one in
        visitor.actors.contains { $0.identity == one.identity }
      })
    else { return nil }
    return draft([visitor, host], verb, .meeting, through: [room])
  }

  private static let doors: WordSet = [
    "office", "offices", "residence", "home", "apartment", "suite", "room", "headquarters",
    "bedside",
  ]

  /// "Tillerson is in Beijing for talks", "will be in Budapest at the invitation of Orban": who is at a place for that.
  func stay(at unit: Int) -> ContactDraft? {
    guard graph.preposition(of: unit) == "in", let code = country(at: unit),
      graph.children[unit].contains(where: { graph.relation($0) == .cop })
    else { return nil }
    let near = unit + 1..<max(unit + 1, min(unit + 14, graph.units.count))
    if let invitation = near.first(where: {
      graph.word($0) == "invitation" && graph.preposition(of: $0) == "at"
    }) {
      let host = side(
        graph.obliques(of: invitation, ["of"]) + graph.children(of: invitation, by: .nmodPoss))
      let guest = side(graph.children(of: unit, by: .nsubj))
      guard host.actors.contains(where: { $0.person != nil }), !guest.isEmpty else { return nil }
      return draft([guest, host], unit, .visit)
    }
    guard
      let talks = near.first(where: {
        graph.word($0) == "talks" && graph.preposition(of: $0) == "for"
      }), side(graph.obliques(of: talks, ["with", "between", "on"])).isEmpty
    else { return nil }
    let visitor = side(graph.children(of: unit, by: .nsubj))
    guard visitor.actors.contains(where: { acts($0, besides: code) }) else { return nil }
    let host = Actor(identity: .country(code), tokens: graph.units[unit].tokens)
    var draft = draft([visitor, Side(actors: [host], units: [unit])], talks, .meeting)
    draft?.isBareVisit = true
    return draft
  }

  private func country(at unit: Int) -> CountryCode? {
    // "visited New Zealand Foreign Minister Winston Peters at his home"
    guard !graph.units[unit].isPerson,
      let entity = reading.entity(startingAt: graph.units[unit].tokens.lowerBound)
    else { return nil }
    switch entity.entity {
    case .country(let code), .capital(_, let code): return code
    default: return nil
    }
  }

  /// Whether a visitor is somebody in office, of another country.
  private func acts(_ actor: Actor, besides host: CountryCode) -> Bool {
    switch actor.identity {
    case .person(let person):
      let draft = reading.people[person]
      return draft.country?.value != host && draft.roles.contains { !$0.isFormer }
    case .unnamed(_, .country(let code)?): return code != host
    case .unnamed, .country, .group: return false
    }
  }

  /// "Blinken said in New York, flanked by Hayashi and Park": a joint appearance of people of different
  /// countries.
  func appearance(of side: Side, at unit: Int) -> ContactDraft? {
    guard graph.word(unit) == "flanked", graph.isPassive(unit) else { return nil }
    return appearance(of: subjectSide(of: unit), with: side, unit)
  }

  /// "With Lavrov at his side, Blinken said": likewise.
  func besideSpeaker(_ side: Side, at unit: Int) -> ContactDraft? {
    guard graph.word(unit) == "side", ["his", "her"].contains(graph.word(unit - 1)),
      let verb = holder(of: unit)
    else { return nil }
    return appearance(of: subjectSide(of: verb), with: side, unit)
  }

  private func appearance(of subject: Side, with side: Side, _ unit: Int) -> ContactDraft? {
    let homes = [subject, side].map { Set(countries(of: $0)) }
    guard homes.allSatisfy({ !$0.isEmpty && !$0.contains(nil) }),
      homes[0].isDisjoint(with: homes[1])
    else { return nil }
    return draft([subject, side], unit, .visit)
  }

  /// "took Kim to dinner", "took Kim for a walk".
  func treat(_ verb: Int) -> [ContactDraft] {
    let guest = side(graph.objects(of: verb).filter { graph.units[$0].actors != nil })
    let outing = graph.obliques(of: verb, ["to", "for", "on"]).first {
      contactWords.nouns[graph.word($0)]?.kind == .meal
        || ["walk", "stroll", "drive", "ride", "cruise", "hike"].contains(graph.word($0))
    }
    let host = subjectSide(of: verb)
    guard let outing, !guest.isEmpty, !host.isEmpty else { return [] }
    let kind = contactWords.nouns[graph.word(outing)]?.kind ?? .meeting
    return draft([host, guest], verb, kind, through: [outing]).map { [$0] } ?? []
  }
}
