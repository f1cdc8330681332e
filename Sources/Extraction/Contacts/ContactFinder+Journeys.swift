import Diplomacy
import Language

/// Contacts that a journey leads to, told by no word of contact.
extension ContactFinder {
  /// Whether a verb tells that somebody goes, comes or visits.
  func tellsJourney(_ verb: Int) -> Bool {
    guard let told = contactWords.verbs[graph.word(verb)] else { return false }
    return told.strength == .travel || told.lemma == "visit"
  }

  /// "had come to Baghdad to conclude the deal with al-Abadi": what somebody travels for with whom.
  func purpose(at verb: Int) -> ContactDraft? {
    guard contactWords.verbs[graph.word(verb)] == nil,
      [.advcl, .xcomp].contains(graph.relation(verb)),
      reading.word(graph.units[verb].head - 1) == "to", let travel = graph.head(verb),
      travel < verb,
      contactWords.verbs[graph.word(travel)]?.strength == .travel
        || ["came", "come", "went", "gone"].contains(graph.word(travel)),
      !graph.isPassive(travel),
      !graph.obliques(of: travel, ["to", "in", "from"]).isEmpty
    else { return nil }
    let others = side(
      graph.obliques(of: verb, ["with"])
        + graph.children(of: verb, by: .obj).flatMap { graph.obliques(of: $0, ["with"]) })
    let traveller = side(graph.subjects(of: travel))
    guard [others, traveller].allSatisfy(\.namesSomebody) else {
      return nil
    }
    return draft([traveller, others], verb, .meeting, through: [travel])
  }

  /// "was taken to Jubilee House, where Akufo-Addo was waiting": who waits where somebody is brought.
  func awaiting(_ verb: Int) -> ContactDraft? {
    guard graph.word(verb) == "waiting" || graph.word(verb) == "waited",
      graph.children[verb].contains(where: { graph.word($0) == "where" }),
      let place = graph.head(verb),
      let journey = graph.isVerb(place) ? place : graph.governingVerb(of: place), journey < verb,
      ContactFinder.bringing.contains(graph.word(journey)),
      case let host = side(graph.children(of: verb, by: .nsubj)),
      case let guest = side(graph.subjects(of: journey)),
      [host, guest].allSatisfy(\.namesSomebody)
    else { return nil }
    return draft([guest, host], verb, .meeting, through: [journey])
  }

  private static let bringing: WordSet = [
    "taken", "driven", "led", "brought", "ushered", "whisked", "escorted", "shown", "walked",
    "stepped", "climbed", "crossed",
  ]

  /// "The king's host in Tokyo was Abe", "His first visitor was Erdogan": what somebody is to another.
  func companion(_ unit: Int) -> ContactDraft? {
    guard graph.units[unit].isPerson,
      graph.children[unit].contains(where: { graph.relation($0) == .cop }),
      let noun = graph.children(of: unit, by: .nsubj).first,
      ["host", "guest", "visitor", "caller", "interlocutor"].contains(graph.word(noun)),
      graph.units[noun].actors == nil,
      case let owner = side(graph.children(of: noun, by: .nmodPoss)),
      owner.namesSomebody, case let other = side([unit]),
      other.actors.allSatisfy({ one in !owner.actors.contains { $0.identity == one.identity } })
    else { return nil }
    return draft([owner, other], noun, .meeting, through: [unit])
  }

  /// "Guests at Macron's dinner included Scholz and Sunak", "Macron's guests at dinner were Scholz and Sunak".
  func guests(_ noun: Int) -> ContactDraft? {
    guard ["guests", "visitors", "callers", "guest"].contains(graph.word(noun)),
      graph.units[noun].actors == nil, graph.relation(noun) == .nsubj, let told = graph.head(noun)
    else { return nil }
    let meal = graph.children[noun].first { contactWords.nouns[graph.word($0)]?.kind == .meal }
    let others: Side
    if ["included", "include", "includes"].contains(graph.word(told)) {
      others = side(graph.objects(of: told))
    } else if meal != nil, graph.children[told].contains(where: { graph.relation($0) == .cop }) {
      others = side([told])
    } else {
      return nil
    }
    let host = side(
      graph.children(of: noun, by: .nmodPoss)
        + (meal.map { graph.children(of: $0, by: .nmodPoss) + graph.obliques(of: $0, ["by"]) } ?? [])
    )
    guard host.namesSomebody, others.namesSomebody else { return nil }
    return draft([host, others], noun, meal == nil ? .meeting : .meal, through: [told])
  }
}
