import Diplomacy
import Language

/// Whose an occasion told by a noun is: "Blinken's meeting", "my talks".
extension ContactFinder {
  /// "Blinken's", "their", and "his" of the subject or of whom the text is about.
  func owner(of unit: Int, _ verb: Int?) -> Side {
    let owners = graph.children(of: unit, by: .nmodPoss)
    var told = side(owners)
    if owners.isEmpty, let verb = relativeVerb(of: unit) { told = side(graph.subjects(of: verb)) }
    if told.isEmpty, let ours = owners.first(where: { graph.word($0) == "our" }),
      let group = reading.group(startingAt: graph.units[ours].head)
    {
      return Side(
        actors: group.people.map { Actor(identity: .person($0), tokens: group.tokens) },
        units: [ours])
    }
    if told.isEmpty, let mine = owners.first(where: { graph.word($0) == "my" }),
      let speaker = possessor(at: graph.units[mine].head)
    {
      return Side(actors: [speaker], units: [mine])
    }
    if told.isEmpty, let whose = owners.first(where: { graph.word($0) == "whose" }),
      let antecedent = antecedent(ofWhose: whose)
    {
      return antecedent
    }
    guard told.isEmpty, let pronoun = owners.first, ["his", "her"].contains(graph.word(pronoun))
    else { return told }
    if let verb, verb != unit {
      let subject = side(graph.subjects(of: verb).filter { $0 < unit })
      if subject.actors.count == 1, subject.actors[0].person != nil { return subject }
      // "In his talks with Biden, Khan asked for aid"
      let behind = side(graph.subjects(of: verb).filter { $0 > unit })
      if ["in", "during", "at", "before", "after", "following", "ahead of"]
        .contains(graph.preposition(of: unit)), behind.actors.count == 1,
        behind.actors[0].person != nil
      {
        return behind
      }
    }
    // "Macut visited him. His meeting with Putin": who opens a sentence so is not whom another sentence was about.
    if pronoun == 0, let owner = possessor(at: graph.units[pronoun].head) {
      return Side(actors: [owner], units: [pronoun])
    }
    if let topic { return Side(actors: [topic], units: []) }
    // "A recording of her call with Hun Sen", but not "his first talks with Lavrov, Kerry said".
    if let verb, side(graph.subjects(of: verb)).actors.contains(where: { $0.person != nil }) {
      return .none
    }
    return possessor(at: graph.units[pronoun].head).map { Side(actors: [$0], units: [pronoun]) }
      ?? .none
  }

  /// "Kallas, whose meeting with Rubio was called off": who stands right before "whose".
  private func antecedent(ofWhose unit: Int) -> Side? {
    var before = unit - 1
    if before >= 0, graph.word(before) == "," { before -= 1 }
    guard before >= 0, graph.units[before].actors != nil else { return nil }
    let found = graph.units[before].actors?.actors.filter { $0.person != nil } ?? []
    return found.isEmpty ? nil : Side(actors: found, units: [before])
  }

  /// "after talks with her Vietnamese counterpart": with whom the pronoun stands for, whatever the
  /// subject of the sentence.
  func companyOf(_ others: [Side], owner: Side) -> Side? {
    guard owner.isEmpty, others.count == 1, let unit = others[0].units.first else { return nil }
    let start = graph.units[unit].tokens.lowerBound
    guard ["his", "her", "my"].contains(reading.word(start)), let actor = possessor(at: start)
    else { return nil }
    return others[0].actors.contains { $0.identity == actor.identity }
      ? nil : Side(actors: [actor], units: [])
  }

  /// Whom the possessive pronoun at `token` stands for.
  func possessor(at token: Int) -> Actor? {
    let range = reading.mentions.starting(in: token..<token + 1, at: \.tokens.lowerBound)
    return reading.mentions[range].first(where: \.isPossessor).map {
      Actor(identity: .person($0.person), tokens: $0.tokens)
    }
  }
}
