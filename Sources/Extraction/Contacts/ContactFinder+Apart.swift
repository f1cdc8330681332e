import Diplomacy
import Language

/// Occasions of several people that were not one.
extension ContactFinder {
  /// "Vucic and Fico had separate meetings with Putin": one for each of them.
  func apart(_ subject: Side, from others: [Side], _ noun: Int) -> [[Side]]? {
    guard subject.actors.count > 1, others.count == 1, others[0].actors.count == 1,
      subject.actors.allSatisfy({ $0.person != nil }), graph.word(noun).hasSuffix("s"),
      graph.children[noun].contains(where: {
        ["separate", "individual"].contains(graph.word($0)) && graph.relation($0) == .amod
      })
    else { return nil }
    return subject.actors.map { [Side(actors: [$0], units: subject.units), others[0]] }
  }

  /// "Rubio and Rasmussen, who last met in Brussels": of a list, all of whom met, where the verb has no other side.
  func antecedents(of verb: Int, _ subject: Side, _ told: ContactWords.Verb) -> Side {
    guard told.frames.contains(.reciprocal), graph.relation(verb) == .aclRelcl,
      graph.objects(of: verb).isEmpty, graph.obliques(of: verb, ["with"]).isEmpty,
      subject.actors.count == 1, let unit = subject.units.first, graph.relation(unit) == .conj
    else { return subject }
    return side([graph.listHead(of: unit)])
  }

  /// Whether people of more than one country stand on a side.
  func isAcrossBorders(_ side: Side) -> Bool {
    Set(countries(of: side).compactMap { $0 }).count > 1
  }

  /// The country of each person named on a side, nil where none is told.
  func countries(of side: Side) -> [CountryCode?] {
    side.actors.compactMap(\.person).map { reading.people[$0].country?.value }
  }

  /// Several people, or one word that stands for several.
  func isSeveral(_ side: Side) -> Bool {
    side.actors.contains(where: \.isGroup) || Set(side.actors.map(\.identity)).count > 1
  }
}
