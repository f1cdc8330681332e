import Diplomacy
import Language

/// Reads the actor that stands at a token: a name with its titles and appositions, a pronoun, a
/// title without a name, a pair told before.
struct ActorParser {
  let words: WordLists
  let reading: Reading
  let limit: Int
  let mentionAt: StartTable<PersonMention>
  private let roleAt: StartTable<RolePhrase>

  init(words: WordLists, reading: Reading, sentence: Range<Int>) {
    self.words = words
    self.reading = reading
    limit = sentence.upperBound
    mentionAt = StartTable(
      reading.mentions, in: sentence, at: { $0.tokens.lowerBound }, where: { !$0.isPossessor })
    roleAt = StartTable(
      Self.roles(in: sentence, reading), over: sentence, at: { $0.tokens.lowerBound })
  }

  private static func roles(in sentence: Range<Int>, _ reading: Reading) -> [RolePhrase] {
    var roles = Array(
      reading.roles[reading.roles.starting(in: sentence, at: \.tokens.lowerBound)])
    for index in roles.indices {
      // "said that President Yudhoyono": the word opens the clause.
      let range = roles[index].tokens
      guard range.count > 1, reading.word(range.lowerBound) == "that" else { continue }
      roles[index].tokens = range.lowerBound + 1..<range.upperBound
      roles[index].determiner = nil
    }
    return roles
  }

  func role(at start: Int) -> RolePhrase? { roleAt[start] }

  /// "US President Donald Trump" in "US President Donald Trump's dog": a title and a name that owns.
  func owner(at start: Int) -> Range<Int>? { named(behind: start).map { start..<$0.upperBound } }

  /// The name that owns what follows, behind the title at `start`.
  private func named(behind start: Int) -> Range<Int>? {
    guard let role = roleAt[start], !role.isPlural else { return nil }
    var next = role.tokens.upperBound
    while words.isAddress(at: next, reading) { next += 1 }
    // "Biden's talks" are told by one of their parties, who is an actor.
    guard mentionAt[next] == nil, let name = reading.name(startingAt: next)?.tokens,
      reading.tokens.indices.contains(name.upperBound), reading.tokens[name.upperBound].isPossessive
    else { return nil }
    return name
  }

  /// One actor, or the holders of a plural title.
  func actors(at start: Int) -> ActorGroup? {
    guard start < limit else { return nil }
    if let pair = pair(at: start) { return officials(of: pair) ?? pair }
    if let mention = mentionAt[start], mention.form == .role {
      return extended(
        ActorGroup(
          actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
          tokens: mention.tokens))
    }
    if let role = roleAt[start] { return titled(role) }
    return named(at: start) ?? parties(at: start)
  }

  private func named(at start: Int) -> ActorGroup? {
    var position = start
    while position < limit,
      words.isAddress(at: position, reading)
        || (position == start && ActorParser.determiners.contains(reading.word(start))
          && words.isHonorific(reading.form(start + 1)))
    {
      position += 1
    }
    if let possessive = origin(at: position) { position = possessive }
    guard position < limit, let mention = mentionAt[position] else { return nil }
    let range = start..<mention.tokens.upperBound
    let actor = Actor(identity: .person(mention.person), tokens: mention.tokens)
    return extended(ActorGroup(actors: [actor], tokens: range))
  }

  /// A title with its names, or alone as an unnamed party.
  private func titled(_ role: RolePhrase) -> ActorGroup? {
    var next = role.tokens.upperBound
    while words.isAddress(at: next, reading) { next += 1 }
    if let owner = named(behind: role.tokens.lowerBound) {
      // "US President Donald Trump's special envoy"
      guard let served = roleAt[owner.lowerBound], served.bossToken == owner.lowerBound,
        var group = titled(served)
      else { return nil }
      group.tokens = role.tokens.lowerBound..<group.tokens.upperBound
      return group
    }
    if let mention = mentionAt[next], mention.form != .pronoun {
      var group = ActorGroup(
        actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
        tokens: role.tokens.lowerBound..<mention.tokens.upperBound)
      group = extended(group)
      return group
    }
    if reading.word(next) == "," {
      var name = next + 1
      while words.isAddress(at: name, reading) { name += 1 }
      if let mention = mentionAt[name], mention.form != .pronoun,
        role.determiner != nil || role.affiliation != nil || role.isPlural
          || role.bossToken == role.tokens.lowerBound
          || role.tokens.lowerBound > 0 && reading.tokens[role.tokens.lowerBound - 1].isPossessive,
        role.isRelative || holds(mention.person, role)
      {
        let end =
          reading.word(mention.tokens.upperBound) == "," && !role.isPlural
          ? mention.tokens.upperBound + 1 : mention.tokens.upperBound
        return ActorGroup(
          actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
          tokens: role.tokens.lowerBound..<min(end, limit))
      }
    }
    return unnamed(role)
  }

  private func holds(_ person: Int, _ role: RolePhrase) -> Bool {
    reading.people[person].roles.contains { held in
      held.title.lowercased().contains(role.head) || role.isPlural
    }
  }

  /// "the premiers of Germany's 16 states": who they are is said by what follows.
  private func isTold(behind end: Int) -> Bool {
    guard reading.word(end) == "of", end + 2 < limit else { return false }
    let next = reading.word(end + 1)
    return next != "both" && !(next == "the" && ActorParser.numbers.contains(reading.word(end + 2)))
  }

  private func unnamed(_ role: RolePhrase) -> ActorGroup? {
    guard
      role.determiner != nil || role.isPlural || role.affiliation != nil
        || role.bossToken == role.tokens.lowerBound
    else { return nil }
    // "an official lunch"
    if role.head == "official",
      ContactWords.shared.nouns[reading.word(role.tokens.upperBound)] != nil
    {
      return nil
    }
    if role.isPlural, role.affiliation == nil, role.listed.isEmpty, role.determiner == "the",
      role.tokens.count == 2, !isTold(behind: role.tokens.upperBound)
    {
      let group = Actor(identity: .group(role.tokens.upperBound - 1), tokens: role.tokens)
      return ActorGroup(actors: [group], tokens: role.tokens)
    }
    if role.affiliation == nil, role.listed.isEmpty, let several = counted(role) { return several }
    var title = role.titles.map { reading.document.text(of: $0) }.joined(separator: " and ")
    if title.isEmpty { title = role.head }
    let affiliations: [Affiliation?] = role.listed.isEmpty ? [role.affiliation] : role.listed
    return ActorGroup(
      actors: affiliations.map {
        Actor(identity: .unnamed(role: title, of: $0), tokens: role.tokens)
      }, tokens: role.tokens)
  }
}

// MARK: - What belongs to an actor

extension ActorParser {
  /// Takes in appositions: ", the Iranian foreign minister,", "(Germany)", "of Iran", ", left,".
  private func extended(_ group: ActorGroup) -> ActorGroup {
    var group = group
    var end = group.tokens.upperBound
    if ["of"].contains(reading.word(end)),
      let entity = reading.entity(startingAt: reading.word(end + 1) == "the" ? end + 2 : end + 1)
    {
      end = entity.tokens.upperBound
    }
    if reading.word(end) == "(",
      let close = (end..<min(end + 10, limit)).first(where: {
        reading.word($0) == ")"
      })
    {
      end = close + 1
    }
    while reading.word(end) == ",", let role = apposed(at: end + 1) {
      end = role.tokens.upperBound
      let after = reading.word(end)
      if after == ",", roleAt[end + 1] == nil {
        let next = reading.word(end + 1)
        // The comma closes the apposition unless a list goes on.
        if next != "and", mentionAt[end + 1] == nil { end += 1 }
        break
      }
    }
    if reading.word(end) == ",",
      ["left", "right", "center", "centre"].contains(reading.word(end + 1)),
      reading.word(end + 2) == ","
    {
      end += 3
    }
    group.tokens = group.tokens.lowerBound..<min(end, limit)
    return group
  }

  private func apposed(at start: Int) -> RolePhrase? {
    guard let role = roleAt[start], !role.isPlural else { return nil }
    var next = role.tokens.upperBound
    while words.isAddress(at: next, reading) { next += 1 }
    if mentionAt[next] != nil { return nil }
    if reading.word(next) == ",", mentionAt[next + 1] != nil, role.determiner == "the" {
      // "Rubio, the foreign minister, Peters": cannot be told apart; an apposition is likelier.
      return role
    }
    return [",", ".", ";", ")", "who", "and", "", ":", "–", "—"].contains(reading.word(next))
      ? role : nil
  }
}
