/// Looks to both sides of a word in a clause for those who take part.
struct ClauseSide {
  let clause: Clause
  let reading: Reading

  private func word(_ part: ClausePart) -> String {
    if case .word(let token) = part { return reading.word(token) }
    return ""
  }

  // MARK: - To the left

  /// The subject of the word at `index`: the nearest actors to the left that no preposition or
  /// verb governs; after "and", those that the verb before has.
  func subject(of index: Int) -> ActorGroup? {
    var position = index - 1
    while position >= 0 {
      let part = clause.parts[position]
      if case .actors(let group) = part, !group.isPossessive, isSubject(position) { return group }
      if ClauseWords.breaks.contains(word(part)), position > 0 { return inherited(position) }
      position -= 1
    }
    if let antecedent = clause.antecedent { return antecedent }
    return followingSubject(of: index)
  }

  /// A subordinate clause without a subject of its own takes that of the clause it hangs on.
  private func inherited(_ position: Int) -> ActorGroup? {
    let breaker = word(clause.parts[position])
    guard ["while", "when", "but", "—", "–", ";"].contains(breaker) else { return nil }
    for earlier in stride(from: position - 1, through: 0, by: -1) {
      if case .actors(let group) = clause.parts[earlier], !group.isPossessive, isSubject(earlier) {
        return group
      }
    }
    return clause.antecedent
  }

  /// "Alongside meeting Rubio in Washington, he met …": a participle's subject follows.
  private func followingSubject(of index: Int) -> ActorGroup? {
    guard index > 0, case .word(let token) = clause.parts[index],
      ClauseWords.prepositions.union(["following", "besides", "while", "when"])
        .contains(reading.word(token - 1)) || index == 0
        || ["a", "the"].contains(reading.word(token - 1))
    else { return nil }
    var afterComma = false
    for position in index + 1..<max(index + 1, clause.parts.count) {
      let part = clause.parts[position]
      if word(part) == "," { afterComma = true }
      if case .actors(let group) = part, afterComma, !group.isPossessive, isSubject(position) {
        return group
      }
    }
    return nil
  }

  private func isSubject(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = clause.parts[position - 1]
    guard case .word(let token) = before else { return true }
    let word = reading.word(token)
    return !ClauseWords.prepositions.contains(word) && !ClauseWords.isVerbLike(word)
      && !(ClauseWords.lightVerbs.contains(word) && word != "had")
  }

  /// Whether the word at `index` is the object of a verb of holding: "held talks".
  func hasLightVerb(before index: Int) -> Bool {
    for position in stride(from: index - 1, to: max(index - 6, -1), by: -1) {
      let word = word(clause.parts[position])
      if ClauseWords.lightVerbs.contains(word) { return true }
      if case .actors = clause.parts[position] { return false }
      if ClauseWords.breaks.contains(word) || ClauseWords.prepositions.contains(word) {
        return false
      }
    }
    return false
  }

  // MARK: - To the right

  /// The actors right after a verb, adverbs and dates aside.
  func object(after index: Int) -> (group: ActorGroup, end: Int)? {
    var position = index + 1
    while position < clause.parts.count {
      switch clause.parts[position] {
      case .actors(let group): return group.isPossessive ? nil : (group, position + 1)
      case .date: break
      case .place: return nil
      case .word(let token):
        guard ClauseWords.adverbs.contains(reading.word(token)) else {
          return afterPlacePhrase(position)
        }
      }
      position += 1
    }
    return nil
  }

  /// "received at Bayan Palace the Crown Prince": a phrase of place before the object.
  private func afterPlacePhrase(_ position: Int) -> (group: ActorGroup, end: Int)? {
    guard ["in", "at", "on"].contains(word(clause.parts[position])) else { return nil }
    for next in position + 1..<min(position + 5, clause.parts.count) {
      switch clause.parts[next] {
      case .place, .date: continue
      case .word(let token) where ["the", "palace"].contains(reading.word(token)): continue
      case .actors(let group): return group.isPossessive ? nil : (group, next + 1)
      default: return nil
      }
    }
    return nil
  }

  /// The actors after one of `prepositions`, with phrases of time, place and topic between.
  ///
  /// After a verb only short phrases may stand between; after a noun, or a verb of talking, its
  /// topic may.
  func group(
    after index: Int, through prepositions: Set<String>, verb: Bool
  ) -> (group: ActorGroup, end: Int)? {
    var budget = verb ? 9 : 16
    var position = index + 1
    while position < clause.parts.count, budget > 0 {
      let part = clause.parts[position]
      if case .word(let token) = part {
        let text = reading.word(token)
        if prepositions.contains(text), let next = actors(at: position + 1) { return next }
        if ClauseWords.breaks.contains(text) || (verb && text == ",") { return nil }
        if text == "and", startsVerb(position + 1) { return nil }
        if text == "," && startsVerb(position + 1) { return nil }
        if ["before", "after", "ahead", "to"].contains(text), !prepositions.contains(text) {
          return nil
        }
      } else if case .actors(let group) = part, verb, !group.isPossessive {
        return nil
      }
      budget -= 1
      position += 1
    }
    return nil
  }

  private func actors(at position: Int) -> (group: ActorGroup, end: Int)? {
    var position = position
    while position < clause.parts.count,
      ["both", "the", "his", "her", "its"].contains(word(clause.parts[position]))
    {
      position += 1
    }
    guard position < clause.parts.count else { return nil }
    if case .actors(let group) = clause.parts[position], !group.isPossessive {
      return (group, position + 1)
    }
    return countries(at: position)
  }

  /// "between Washington and Tehran": governments that take part without names.
  private func countries(at start: Int) -> (group: ActorGroup, end: Int)? {
    var actors: [Actor] = []
    var position = start
    while position < clause.parts.count {
      if ["the", "and", ","].contains(word(clause.parts[position])) {
        position += 1
        continue
      }
      guard case .place(let entity) = clause.parts[position], let code = entity.entity.code,
        isGovernment(entity.entity)
      else { break }
      actors.append(Actor(identity: .country(code), tokens: entity.tokens))
      position += 1
    }
    guard actors.count > 1, let first = actors.first, let last = actors.last else { return nil }
    let tokens = first.tokens.lowerBound..<last.tokens.upperBound
    return (ActorGroup(actors: actors, tokens: tokens), position)
  }

  private func isGovernment(_ entity: Entity) -> Bool {
    switch entity {
    case .country, .capital, .government: true
    case .adjective, .place, .organization: false
    }
  }

  private func startsVerb(_ position: Int) -> Bool {
    guard position < clause.parts.count else { return false }
    return ClauseWords.isFinite(word(clause.parts[position]))
  }

  /// A second group after the first: "and with B", "and then with B".
  func repeated(_ preposition: String, after end: Int) -> (group: ActorGroup, end: Int)? {
    var position = end
    var joined = false
    while position < clause.parts.count {
      let text = word(clause.parts[position])
      if ["and", ","].contains(text) {
        joined = true
      } else if text == preposition, joined {
        return actors(at: position + 1)
      } else if !["also", "then", "later", "separately"].contains(text) {
        return nil
      }
      position += 1
    }
    return nil
  }
}
