import Diplomacy
import Language

/// Who chairs an occasion, hosts it or takes part beside its two sides.
extension ContactFinder {
  /// Who chairs or hosts an occasion that is the verb's object.
  func presiding(_ unit: Int, _ verb: Int?) -> Side {
    // "co-chaired the third round of the dialogue"
    let isObject =
      graph.relation(unit) == .obj
      || graph.preposition(of: unit) == "of"
        && graph.head(unit).map {
          graph.relation($0) == .obj && ["round", "session", "meeting"].contains(graph.word($0))
        } ?? false
    guard let verb, isObject, isHosting(verb), !graph.isPassive(verb) else { return .none }
    return side(graph.subjects(of: verb))
  }

  /// Those who take part beside the two sides: "under the auspices of", "hosted by", "in the presence
  /// of".
  func presiders(of unit: Int, _ verb: Int?) -> Side {
    var units: [Int] = []
    // Who invites somebody need not be there; who invites "European leaders" receives them.
    lazy var isSeveralNamed = side(graph.subjects(of: verb ?? unit)).actors.contains {
      $0.person != nil
    }
    for child in graph.children[unit]
    where graph.isVerb(child) && ContactFinder.presidingVerbs.contains(graph.word(child)) {
      units += graph.obliques(of: child, ["by"])
      // "convened by Erdogan and attended by Abbas"
      for other in graph.children(of: child, by: .conj)
      where ContactFinder.presidingVerbs.contains(graph.word(other)) {
        units += graph.obliques(of: other, ["by"])
      }
    }
    // "was held in Tunis and had been co-chaired by", "a meeting of the committee, which was headed by"
    let further =
      (verb.map { graph.children(of: $0, by: .conj) } ?? [])
      + graph.obliques(of: unit, ["of"]).flatMap { graph.children(of: $0, by: .aclRelcl) }
    for clause in further where graph.isVerb(clause) && graph.isPassive(clause) {
      if ContactFinder.presidingVerbs.contains(graph.word(clause))
        || graph.relation(clause) == .aclRelcl && graph.word(clause) == "headed"
      {
        units += graph.obliques(of: clause, ["by"])
      }
    }
    units += (verb.map(leading(behind:)) ?? []) + joining(behind: unit)
    // "a summit in Paris attended by": read as hanging on the city.
    for near in unit + 1..<max(unit + 1, min(unit + 12, graph.units.count))
    where graph.head(near) != unit
      && (near < unit + 7 || graph.governingVerb(of: near) == verb ?? unit)
      && graph.tag(near).penn == .vbn
      && ContactFinder.chairing.contains(graph.word(near))
      && ([.acl, .advcl].contains(graph.relation(near))
        || graph.relation(near) == .aclRelcl && graph.word(near - 1) == "was")
    {
      units += graph.obliques(of: near, ["by"])
    }
    for child in graph.children[unit] where graph.units[child].actors == nil {
      if graph.word(child) == "joined" { units += graph.obliques(of: child, ["by"]) }
      for joined in graph.children[child] where graph.word(joined) == "joined" {
        units += graph.obliques(of: joined, ["by"])
      }
    }
    for place in [unit] + (verb.map { [$0] } ?? []) {
      if place != unit, graph.relation(unit) == .nsubjPass,
        ContactFinder.presidingVerbs.contains(graph.word(place))
          || ["held", "led", "co-led", "headed", "conducted"].contains(graph.word(place))
      {
        units += graph.obliques(of: place, ["by"])
      }
      units += givers(ofMealsBeside: place)
      // "talks between the two, with Guterres as host"
      units += graph.obliques(of: place, ["with"]).filter {
        graph.word($0 + 1) == "as"
          && ["host", "mediator", "moderator"].contains(graph.word($0 + 2))
      }
      for child in graph.children[place] {
        let word = graph.word(child)
        let preposition = graph.preposition(of: child)
        guard
          preposition == "under"
            && ["auspices", "chairmanship", "mediation", "sponsorship", "presidency"].contains(word)
            || preposition == "in" && word == "presence"
            || ["with", "through"].contains(preposition) && word == "mediation"
            || preposition == "as" && ["guest", "guests"].contains(word)
            || preposition == "at" && word == "invitation" && !isSeveralNamed
        else { continue }
        units += graph.obliques(of: child, ["of"]) + graph.children(of: child, by: .nmodPoss)
      }
    }
    return side(units)
  }
}
