import Diplomacy
import Language

/// What a sentence tells of others by pointing back: "So did Orpo", "Bennett had done the same".
extension ContactFinder {
  /// The contact of the sentence before, with others in the place of its subject.
  func likewise(_ before: ContactDraft?) -> ContactDraft? {
    // Who was added to an occasion is followed by more of those who were there.
    guard let before, before.addsTo == nil, before.status == .held || before.status == .planned,
      before.sentence.upperBound == graph.sentence.tokens.lowerBound
        || before.sentence == graph.sentence.tokens && isBehind(before), before.people.count >= 2,
      before.actors.count >= 2, let others = repeating()
    else { return nil }
    let people = others.actors.filter { $0.person != nil }
    let rest = before.actors.dropFirst()
    guard !people.isEmpty,
      people.allSatisfy({ one in !before.actors.contains { $0.identity == one.identity } }),
      let unit = others.units.first
    else { return nil }
    var copy = before
    copy.actors = people + rest
    copy.trigger = graph.units[unit].tokens.upperBound - 1
    copy.kindTokens = copy.trigger..<copy.trigger + 1
    copy.statusTokens = copy.kindTokens
    copy.sentence = graph.sentence.tokens
    copy.tokens = graph.units[unit].tokens
    copy.block = graph.sentence.origin
    copy.event = nil
    copy.joinsPrevious = false
    copy.addsTo = nil
    copy.isSeparate = true
    return copy
  }

  /// "…; so did Brazil's França": a clause of the same sentence, read by itself.
  private func isBehind(_ telling: ContactDraft) -> Bool {
    graph.word(0) == "so"
      && graph.units.first.map { $0.tokens.lowerBound >= telling.tokens.upperBound } ?? false
  }

  /// Who did the same as was told before.
  private func repeating() -> Side? {
    // "So, on Friday, did Orpo.", "So did Serbia's Selakovic."
    if ["so", "likewise"].contains(graph.word(0)),
      let did = graph.units.indices.prefix(8).first(where: {
        ["did", "has", "had", "will"].contains(graph.word($0))
      }), did + 1 < graph.units.count, graph.units[did + 1].actors != nil,
      !graph.units.indices.prefix(did).contains(where: { graph.units[$0].actors != nil })
    {
      return list(from: did + 1)
    }
    // "Bennett had done the same a month earlier", "Sarkozy did so three times"
    for unit in graph.units.indices.prefix(10)
    where ["did", "done", "do", "does"].contains(graph.word(unit)) {
      let next = graph.word(unit + 1)
      guard next == "so" || next == "likewise" || next == "the" && graph.word(unit + 2) == "same",
        graph.units.indices.prefix(unit).contains(where: { graph.units[$0].actors != nil })
      else { continue }
      let subject = side(graph.subjects(of: unit))
      return subject.isEmpty ? nil : subject
    }
    return nil
  }

  /// Those of a subject of whom "all" or "each" says that they met somebody one by one.
  func separately(_ subject: Side, _ verb: Int) -> [Side] {
    let isEach = graph.children[verb].contains {
      ["all", "each", "both"].contains(graph.word($0)) && $0 < verb
        && $0 > (subject.units.max() ?? verb)
    }
    guard isEach, subject.actors.allSatisfy({ $0.person != nil }) else { return [] }
    return subject.actors.map { Side(actors: [$0], units: subject.units) }
  }

  /// "Retno spoke to him together with Don": those behind "together with", where the verb names its other party elsewhere.
  func together(at verb: Int) -> Side {
    side(graph.obliques(of: verb, ["with"]).filter { isTogetherWith($0, verb) })
  }

  /// Whether those at `unit` did together with the subject what a verb says.
  func isTogetherWith(_ unit: Int, _ verb: Int) -> Bool {
    let preposition = graph.children(of: unit, by: .case).first { graph.word($0) == "with" }
    guard let preposition, preposition > 0, graph.word(preposition - 1) == "together" else {
      return false
    }
    return !side(graph.objects(of: verb)).isEmpty
      || graph.children[verb].contains {
        graph.preposition(of: $0) == "to" && !graph.actors(at: $0).isEmpty
      }
  }

  /// "Rubio, accompanied by Waltz, met Peters", "met Peters, accompanied by Waltz", "Rubio, together with Waltz,": who is
  /// told to be with the subject there.
  func escorts(of trigger: Int, _ sides: [Side]) -> [Actor] {
    guard graph.holdsAny(of: ["by", "with", "alongside"]) else { return [] }
    let verb = graph.isVerb(trigger) ? trigger : holder(of: trigger)
    var units: [Int] = []
    for unit in sides.first?.units ?? [] where graph.units[unit].actors != nil {
      units += graph.obliques(of: unit, ["along with", "alongside"])
      units += graph.obliques(of: unit, ["with"]).filter { other in
        graph.children(of: other, by: .case).contains { graph.word($0 - 1) == "together" }
      }
      units += graph.children(of: unit, by: .acl, .aclRelcl).filter(isEscorted)
        .flatMap { graph.obliques(of: $0, ["by"]) }
    }
    if let verb {
      units += graph.children(of: verb, by: .advcl).filter(isEscorted)
        .flatMap { graph.obliques(of: $0, ["by"]) }
    }
    return side(units).actors.filter { $0.person != nil }
  }

  private func isEscorted(_ clause: Int) -> Bool {
    ["accompanied", "joined", "flanked"].contains(graph.word(clause))
      && graph.tag(clause).penn == .vbn
      && (graph.relation(clause) == .aclRelcl
        || graph.children(of: clause, by: .nsubj, .nsubjPass).isEmpty)
  }
}
