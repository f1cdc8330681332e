import Diplomacy

/// Finds the contacts that a clause tells of, each with those who take part by the syntax.
struct ContactFinder {
  let contactWords: ContactWords
  let reading: Reading
  let clause: Clause

  func contacts() -> [ContactDraft] {
    var found: [ContactDraft] = []
    for (index, part) in clause.parts.enumerated() {
      guard case .word(let token) = part else { continue }
      let word = reading.word(token)
      if let kind = contactWords.nouns[word], isNoun(token, index) {
        found += nounContacts(at: index, token, kind)
      } else if let verb = contactWords.verbs[word] {
        found += verbContacts(at: index, token, verb)
      }
    }
    return found
  }

  /// "meeting" and "talks" are verbs too: an article, adjective or preposition shows the noun.
  private func isNoun(_ token: Int, _ index: Int) -> Bool {
    let word = reading.word(token)
    guard contactWords.verbs[word] != nil else { return true }
    if index > 0, case .actors(let group) = clause.parts[index - 1] { return group.isPossessive }
    let before = reading.word(token - 1)
    if word == "meeting", hasDirectObject(index) { return false }
    if ["call", "calls", "visit", "visits", "lunch", "breakfast"].contains(word) {
      return [
        "a", "an", "the", "'s", "phone", "telephone", "video", "his", "her", "for", "over",
        "state", "official", "working", "courtesy", "conference",
      ].contains(before)
    }
    return !["to", "will", "is", "are", "was", "were", "be", "would"].contains(before)
      || word == "talks"
  }

  private func hasDirectObject(_ index: Int) -> Bool {
    guard index + 1 < clause.parts.count, case .actors = clause.parts[index + 1] else {
      return false
    }
    return true
  }
}

// MARK: - Verbs

extension ContactFinder {
  private func verbContacts(
    at index: Int, _ token: Int, _ verb: ContactWords.Verb
  ) -> [ContactDraft] {
    let side = ClauseSide(clause: clause, reading: reading)
    if verb.frames.contains("join") { return joining(at: index, token, side) }
    if verb.frames.contains("attend") { return attendance(at: index, token, verb, side) }
    if isPassive(token), let agent = side.group(after: index, through: ["by"], verb: true) {
      guard let subject = side.subject(of: index) ?? recordTraveller() else { return [] }
      return [draft([agent.group, subject], index, token, verb.kind, through: agent.end)]
    }
    var objects: (group: ActorGroup, end: Int)?
    if verb.frames.contains("direct") { objects = side.object(after: index) }
    if objects == nil, verb.frames.contains("with") || verb.frames.contains("to") {
      let prepositions: Set<String> = verb.frames.contains("to") ? ["with", "to"] : ["with"]
      objects = side.group(after: index, through: prepositions, verb: true)
    }
    if objects == nil, verb.frames.contains("topic") {
      objects = side.group(after: index, through: ["with"], verb: false)
    }
    let subject = side.subject(of: index)
    guard let objects else {
      guard verb.frames.contains("reciprocal"), let subject, subject.actors.count > 1 else {
        return []
      }
      if verb.frames.contains("topic"), !isAnaphoric(subject) { return [] }
      return [draft([subject], index, token, verb.kind, through: index + 1)]
    }
    if reading.word(token) == "call" || verb.lemma == "call", !isCall(index) { return [] }
    guard let subject = subject ?? recordTraveller() else { return [] }
    var drafts = [draft([subject, objects.group], index, token, verb.kind, through: objects.end)]
    var end = objects.end
    while let next = side.repeated("with", after: end) {
      drafts.append(draft([subject, next.group], index, token, verb.kind, through: next.end))
      end = next.end
    }
    return drafts
  }

  /// "attended the summit with X": a conference; those not named are its participants.
  private func attendance(
    at index: Int, _ token: Int, _ verb: ContactWords.Verb, _ side: ClauseSide
  ) -> [ContactDraft] {
    guard let subject = side.subject(of: index) ?? recordTraveller(),
      let event = conference(after: index)
    else { return [] }
    var groups = [subject]
    var end = event + 1
    if let others = side.group(after: event, through: ["with"], verb: false) {
      groups.append(others.group)
      end = others.end
    } else {
      let tokens = clause.parts[event].start..<clause.parts[event].end
      let party = Actor(identity: .unnamed(role: "participants", of: nil), tokens: tokens)
      groups.append(ActorGroup(actors: [party], tokens: tokens))
    }
    return [draft(groups, index, token, verb.kind, through: end)]
  }

  /// "Blinken joined the meeting": one more for the occasion told before.
  private func joining(at index: Int, _ token: Int, _ side: ClauseSide) -> [ContactDraft] {
    guard let subject = side.subject(of: index),
      ["the", "their"].contains(reading.word(token + 1)),
      contactWords.nouns.keys.contains(reading.word(token + 2))
    else { return [] }
    var draft = draft([subject], index, token, nil, through: min(index + 3, clause.parts.count))
    draft.joinsPrevious = true
    return [draft]
  }

  /// The last noun of conference in the object of a verb of attending.
  private func conference(after index: Int) -> Int? {
    var found: Int?
    for position in index + 1..<min(index + 14, max(index + 1, clause.parts.count)) {
      guard case .word(let token) = clause.parts[position] else { continue }
      let word = reading.word(token)
      if [";", ",", "with", "and"].contains(word) || ClauseWords.breaks.contains(word) { break }
      if ["funeral", "ceremony", "inauguration", "wedding", "mass"].contains(word) { return nil }
      if ContactFinder.conferences.contains(word) { found = found ?? position }
    }
    return found
  }

  private static let conferences: Set<String> = [
    "conference", "conferences", "summit", "session", "sessions", "meeting", "meetings",
    "ministerial", "council", "assembly", "forum", "congress", "talks", "negotiations",
  ]

  /// "was received by": a form of "be" before a past participle and "by" after it.
  private func isPassive(_ token: Int) -> Bool {
    var before = token - 1
    while ClauseWords.adverbs.contains(reading.word(before)) { before -= 1 }
    let forms: Set = ["was", "were", "is", "are", "been", "be", "being"]
    return forms.contains(reading.word(before)) && !reading.word(token).hasSuffix("ing")
      || reading.word(token + 1) == "by"
  }

  /// "called Putin" is a call; "called Putin a partner" is none.
  private func isCall(_ index: Int) -> Bool {
    guard index + 2 <= clause.parts.count, case .actors(let group) = clause.parts[index + 1] else {
      return false
    }
    let after = reading.word(group.tokens.upperBound)
    return ["on", "to", ".", ",", "and", "from", "yesterday", "today", "by", "last", ""].contains(
      after)
  }

  /// "the pair": its people are told before, so that "discussed" between them is a contact.
  private func isAnaphoric(_ group: ActorGroup) -> Bool {
    guard let first = group.actors.first else { return false }
    return group.actors.allSatisfy { $0.tokens == first.tokens && $0.person != nil }
      || group.actors.allSatisfy { $0.person != nil }
  }

  /// "Accompanied President Nixon to meeting with …": who leads the journey.
  private func company() -> [Actor] {
    for (index, part) in clause.parts.dropLast().enumerated() {
      guard case .word(let token) = part, reading.word(token) == "accompanied",
        case .actors(let group) = clause.parts[index + 1]
      else { continue }
      return group.actors
    }
    return []
  }

  /// The traveller of an official record, whose sentences have no subject.
  func recordTraveller() -> ActorGroup? {
    guard let record = reading.setting.record else { return nil }
    let mention = reading.mentions.first { $0.person == record.traveller }
    guard let tokens = mention?.tokens else { return nil }
    let traveller = Actor(identity: .person(record.traveller), tokens: tokens)
    return ActorGroup(actors: [traveller] + company(), tokens: tokens)
  }
}

// MARK: - Making a draft

extension ContactFinder {
  func draft(
    _ groups: [ActorGroup], _ index: Int, _ token: Int, _ kind: MeetingKind?, through end: Int
  ) -> ContactDraft {
    let actors = groups.flatMap(\.actors)
    let inSentence = actors.map(\.tokens).filter { clause.sentence.contains($0.lowerBound) }
    let last = clause.parts[max(0, min(end, clause.parts.count) - 1)].end
    let first = min(token, inSentence.map(\.lowerBound).min() ?? token)
    let start = groups.map(\.tokens.lowerBound).filter { clause.sentence.contains($0) }.min()
    let range = min(first, start ?? first)..<max(last, token + 1)
    let judged = StatusReader(contactWords: contactWords, reading: reading, clause: clause)
      .status(of: token, in: range)
    let near =
      max(clause.sentence.lowerBound, token - 2)..<min(token + 3, clause.sentence.upperBound)
    let apart: Set = ["separately", "bilateral", "privately", "one-on-one", "alone"]
    return ContactDraft(
      actors: actors, trigger: token, kind: kind, kindTokens: token..<token + 1,
      status: judged.status, statusTokens: judged.tokens, tokens: range,
      sentence: clause.sentence, block: clause.block,
      isSeparate: near.contains { apart.contains(reading.word($0)) })
  }
}
