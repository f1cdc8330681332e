import Diplomacy
import Language

/// Finds the contacts that a sentence tells of, each with those who take part by the syntax.
///
/// Every verb and noun of contact in the tree is asked for its two sides: the subject and what the
/// verb's frame names for the other side. A contact needs both, or several in the one.
final class ContactFinder {
  let contactWords: ContactWords
  let graph: ClauseGraph
  let status: StatusReader
  /// Whom the text is about when the sentence begins.
  let topic: Actor?
  /// With whom each person was told of last.
  let company: Company
  /// Who was called in the last call told before.
  let called: Actor?
  /// Of whom the sentence before was.
  let focus: [Actor]
  let groups: GroupResolver

  var reading: Reading { graph.reading }

  init(
    contactWords: ContactWords, graph: ClauseGraph, groups: GroupResolver, topic: Actor?,
    company: Company, called: Actor?, focus: [Actor]
  ) {
    self.called = called
    self.focus = focus
    self.topic = topic
    self.company = company
    self.groups = groups
    self.contactWords = contactWords
    self.graph = graph
    status = StatusReader(contactWords: contactWords, graph: graph)
  }

  func contacts() -> [ContactDraft] {
    var found: [ContactDraft] = []
    for unit in graph.units.indices {
      if graph.units[unit].actors != nil {
        found += presence(unit) + (address(to: unit, holder(of: unit)) ?? [])
        for told in [ordered(unit), companion(unit), inverted(unit)] {
          if let told { found.append(told) }
        }
        continue
      }
      let word = graph.word(unit)
      if let told = guests(unit) {
        found.append(told)
        continue
      }
      if graph.isVerb(unit),
        let told = idiom(at: unit) ?? guest(unit) ?? call(at: unit)
          ?? purpose(at: unit) ?? awaiting(unit)
      {
        found.append(told)
        continue
      }
      if graph.children[unit].contains(where: { graph.relation($0) == .cop }),
        let told = company(unit) ?? stay(at: unit) ?? stayed(at: unit)
      {
        found.append(told)
        continue
      }
      if let noun = noun(at: unit, word), isNoun(unit) {
        found += nounContacts(unit, noun)
      } else if let verb = contactWords.verbs[word], graph.isVerb(unit) {
        found += together(unit).map { [$0] } ?? verbContacts(unit, verb)
      } else if let told = errand(unit) ?? together(unit) ?? signing(at: unit) {
        found.append(told)
      }
    }
    found = found.map(withHost)
    return found + found.flatMap(repeated) + presences()
  }
}

// MARK: - Sides

extension ContactFinder {
  /// One side of a contact.
  struct Side {
    var actors: [Actor]
    var units: [Int]

    var isEmpty: Bool { actors.isEmpty }

    /// Whether somebody on it has a name.
    var namesSomebody: Bool { actors.contains { $0.person != nil } }

    static let none = Side(actors: [], units: [])
  }

  func side(_ units: [Int]) -> Side {
    Side(actors: units.flatMap(graph.actors(at:)), units: units)
  }

  /// The subject with who takes part at its side: "Rubio, alongside Waltz, met".
  func subjectSide(of verb: Int) -> Side {
    var units = graph.subjects(of: verb)
    if let traveller = recordTraveller(), side(units).isEmpty { return traveller }
    units += graph.obliques(of: verb, ["alongside", "along with", "together with"])
    let told = side(units)
    if !told.isEmpty { return told }
    let led = leader(before: verb)
    return led.isEmpty ? poster(of: verb) : led
  }
}

// MARK: - Making a draft

extension ContactFinder {
  /// A telling by the word at `trigger`, or nothing where the words tell of none.
  func draft(
    _ sides: [Side], _ trigger: Int, _ kind: MeetingKind?, through extra: [Int] = []
  ) -> ContactDraft? {
    var actors: [Actor] = []
    let limit = end(ofClauseAt: trigger)
    for actor in bound(sides) + witnesses(of: trigger) + escorts(of: trigger, sides)
    where actor.tokens.lowerBound < limit
      && !actors.contains(where: { $0.identity == actor.identity })
    { actors.append(actor) }
    let listed = listed(behind: trigger, sides)
    if !listed.isEmpty {
      actors.removeAll {
        if case .unnamed(_, nil) = $0.identity { return true }
        return false
      }
    }
    for actor in listed where !actors.contains(where: { $0.identity == actor.identity }) {
      actors.append(actor)
    }
    guard let judged = spoken(trigger, sides) ?? status.status(of: trigger) else { return nil }
    if isVague(actors, trigger, judged.status) { return nil }
    // What goes without its verb has its date and place beside it, not beside the verb.
    let gapped = sides.flatMap(\.units).last { graph.isGapped($0) } ?? further(sides, trigger)
    let token = gapped.map { graph.units[$0].tokens.lowerBound } ?? graph.units[trigger].head
    let units = sides.flatMap(\.units) + [trigger] + extra
    var first = graph.units[trigger].tokens.lowerBound
    var last = graph.units[trigger].tokens.upperBound
    for unit in units {
      first = min(first, graph.units[unit].tokens.lowerBound)
      last = max(last, graph.units[unit].tokens.upperBound)
    }
    for actor in actors where graph.sentence.tokens.contains(actor.tokens.lowerBound) {
      first = min(first, actor.tokens.lowerBound)
      last = max(last, actor.tokens.upperBound)
    }
    let near =
      max(
        graph.sentence.tokens.lowerBound, token - 3)..<min(
        token + 4, graph.sentence.tokens.upperBound)
    let isByPhone = (token..<min(token + 14, graph.sentence.tokens.upperBound)).contains {
      ContactFinder.phones.contains(reading.word($0))
    }
    // "speaking alongside Scholz": in one room.
    let isBeside = kind == .call && !graph.obliques(of: trigger, ["alongside", "beside"]).isEmpty
    return ContactDraft(
      actors: actors, trigger: token,
      kind: self.kind(isBeside ? .meeting : kind, trigger, units),
      kindTokens: token..<token + 1, status: judged.status, statusTokens: judged.tokens,
      tokens: first..<max(last, token + 1), sentence: graph.sentence.tokens,
      block: graph.sentence.origin,
      isPreview: ["ahead of", "before", "prior to"].contains(graph.preposition(of: trigger)),
      isRecalled: isRecalled(trigger),
      isSpoken: !isByPhone && !isBeside && graph.isVerb(trigger)
        && ContactFinder.spoken.contains(reading.word(token)),
      isSeparate: near.contains { ContactFinder.apart.contains(reading.word($0)) })
  }

  /// "The two last met in Antalya", "They had met in Vienna", "their previous meeting".
  private func isRecalled(_ trigger: Int) -> Bool {
    if !graph.isVerb(trigger) {
      return graph.children[trigger].contains {
        $0 < trigger && ["last", "previous", "earlier"].contains(graph.word($0))
          && graph.relation($0) == .amod
      }
    }
    let before = graph.word(trigger - 1)
    if before == "last" { return true }
    return graph.relation(trigger) == .root && graph.tag(trigger).penn == .vbn
      && (before == "had" || graph.word(trigger - 2) == "had")
  }

  /// "Kim, who had haggled with Choe; and Pottinger": a relative clause in a list ends before the next of the list.
  private func end(ofClauseAt trigger: Int) -> Int {
    guard graph.relation(trigger) == .aclRelcl else { return .max }
    let mark = (trigger..<min(trigger + 40, graph.units.count)).first { graph.word($0) == ";" }
    return mark.map { graph.units[$0].head } ?? .max
  }

  /// Verbs that tell of a call as well as of a conversation in one room.
  private static let spoken: WordSet = [
    "speak", "speaks", "spoke", "spoken", "speaking", "talked", "talks", "talk",
  ]
  private static let phones: WordSet = ["phone", "telephone", "video"]
  private static let apart: WordSet = [
    "separately", "separate", "bilateral", "privately", "one-on-one", "alone",
  ]

  /// All actors, an object pronoun never standing for the subject of its own verb: "received him".
  private func bound(_ sides: [Side]) -> [Actor] {
    guard sides.count > 1, case let subjects = sides[0].actors.compactMap(\.person),
      !subjects.isEmpty
    else { return sides.flatMap(\.actors) }
    let others = sides.dropFirst().flatMap(\.actors).compactMap { actor -> Actor? in
      guard let person = actor.person, subjects.contains(person) else { return actor }
      guard let other = groups.other(than: subjects, for: person, at: actor.tokens) else {
        return nil
      }
      return Actor(identity: .person(other), tokens: actor.tokens)
    }
    return sides[0].actors + others
  }
}
