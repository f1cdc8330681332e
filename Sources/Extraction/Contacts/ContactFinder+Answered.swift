import Diplomacy
import Language

/// What is told to somebody in a sentence behind one that tells of his journey: "Hichilema visited Beijing. Xi told him that".
extension ContactFinder {
  /// Whether the words of two sentences can tell so: asked before either is parsed.
  static func canAnswer(_ second: Range<Int>, _ first: Range<Int>, _ reading: Reading) -> Bool {
    second.prefix(16).contains { SaidBefore.receiving.contains(reading.word($0)) }
      && reading.blockIndex(of: second.lowerBound) - reading.blockIndex(of: first.lowerBound) <= 1
      && first.prefix(40).contains { token in
        guard let verb = ContactWords.shared.verbs[reading.word(token)] else { return false }
        return verb.strength == .travel || verb.lemma == "visit"
      }
  }

  /// Who at home tells something to the one who has come there.
  func answers(after previous: ContactFinder) -> [ContactDraft] {
    graph.units.indices.prefix(16).compactMap { verb in
      guard graph.units[verb].actors == nil, SaidBefore.receiving.contains(graph.word(verb)),
        graph.isVerb(verb), !graph.isPassive(verb), graph.relation(verb) == .root,
        !graph.sentence.tokens.contains(where: { SaidBefore.afar.contains(reading.word($0)) }),
        case let host = subjectSide(of: verb), host.actors.count == 1,
        case let guest = side(graph.objects(of: verb)), guest.actors.count == 1,
        let one = host.actors[0].person, let other = guest.actors[0].person, one != other,
        let home = reading.people[one].country?.value,
        reading.people[other].country.map({ $0.value != home }) ?? false,
        previous.hasCome(other, to: home)
      else { return nil }
      return draft([host, guest], verb, .meeting)
    }
  }

  /// Whether the sentence tells that a person has come to a country.
  private func hasCome(_ person: Int, to country: CountryCode) -> Bool {
    graph.units.indices.contains { verb in
      guard graph.units[verb].actors == nil, graph.isVerb(verb), tellsJourney(verb),
        !graph.isPassive(verb), status.status(of: verb)?.status == .held,
        graph.subjects(of: verb).flatMap(graph.actors(at:)).contains(where: { $0.person == person })
      else { return false }
      return (graph.obliques(of: verb, ["to", "in"]) + graph.children(of: verb, by: .obj)).contains
      {
        graph.units[$0].actors == nil
          && reading.entity(startingAt: graph.units[$0].tokens.lowerBound)?.entity.land == country
      }
    }
  }
}

extension SaidBefore {
  /// What a host says to his guest.
  static let receiving: WordSet = ["told", "assured", "thanked", "warned", "urged", "informed"]
  /// Words by which something was told from afar.
  static let afar: WordSet = [
    "letter", "message", "telegram", "phone", "telephone", "call", "tweet", "x", "statement",
    "reporters", "interview",
  ]
}
