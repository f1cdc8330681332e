import Diplomacy
import Language

/// Reads the actor that stands at a token: a name with its titles and appositions, a pronoun, a
/// title without a name, a pair told before.
struct ActorParser {
  let words: WordLists
  let reading: Reading
  let limit: Int
  private let mentionAt: StartTable<PersonMention>
  private let roleAt: [Int: RolePhrase]

  init(words: WordLists, reading: Reading, sentence: Range<Int>) {
    self.words = words
    self.reading = reading
    limit = sentence.upperBound
    mentionAt = StartTable(
      reading.mentions, in: sentence, at: { $0.tokens.lowerBound }, where: { !$0.isPossessor })
    roleAt = Dictionary(
      reading.roles[reading.roles.starting(in: sentence, at: \.tokens.lowerBound)]
        .lazy.map { role in
          // "said that President Yudhoyono": the word opens the clause.
          var role = role
          let start = role.tokens.lowerBound
          if role.tokens.count > 1, reading.word(start) == "that" {
            role.tokens = start + 1..<role.tokens.upperBound
            role.determiner = nil
          }
          return (role.tokens.lowerBound, role)
        }, uniquingKeysWith: { a, _ in a })
  }

  /// One actor, or the holders of a plural title.
  func actors(at start: Int) -> ActorGroup? {
    guard start < limit else { return nil }
    if let pair = pair(at: start) { return pair }
    if let mention = mentionAt[start], mention.form == .role {
      return extended(
        ActorGroup(
          actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
          tokens: mention.tokens))
    }
    if let role = roleAt[start] { return titled(role) }
    return named(at: start)
  }

  private func named(at start: Int) -> ActorGroup? {
    var position = start
    while position < limit,
      words.isHonorific(reading.form(position))
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

  /// "Rwanda's" before "Paul Kagame".
  private func origin(at start: Int) -> Int? {
    guard let entity = reading.entity(startingAt: start),
      entity.tokens.upperBound + 1 < limit,
      reading.tokens[entity.tokens.upperBound].isPossessive,
      mentionAt[entity.tokens.upperBound + 1] != nil
    else { return nil }
    return entity.tokens.upperBound + 1
  }

  /// A title with its names, or alone as an unnamed party.
  private func titled(_ role: RolePhrase) -> ActorGroup? {
    var next = role.tokens.upperBound
    while words.isHonorific(reading.form(next)) { next += 1 }
    if let mention = mentionAt[next], mention.form != .pronoun {
      var group = ActorGroup(
        actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
        tokens: role.tokens.lowerBound..<mention.tokens.upperBound)
      group = extended(group)
      return group
    }
    if reading.word(next) == "," {
      var name = next + 1
      while words.isHonorific(reading.form(name)) { name += 1 }
      if let mention = mentionAt[name], mention.form != .pronoun,
        role.determiner != nil || role.affiliation != nil || role.isPlural,
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

  private func unnamed(_ role: RolePhrase) -> ActorGroup? {
    guard role.determiner != nil || role.isPlural || role.affiliation != nil else { return nil }
    // "an official lunch"
    if role.head == "official",
      ContactWords.shared.nouns[reading.word(role.tokens.upperBound)] != nil
    {
      return nil
    }
    if role.isPlural, role.affiliation == nil, role.listed.isEmpty, role.determiner == "the",
      role.tokens.count == 2
    {
      let group = Actor(identity: .group(role.tokens.upperBound - 1), tokens: role.tokens)
      return ActorGroup(actors: [group], tokens: role.tokens)
    }
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
    while words.isHonorific(reading.form(next)) { next += 1 }
    if mentionAt[next] != nil { return nil }
    if reading.word(next) == ",", mentionAt[next + 1] != nil, role.determiner == "the" {
      // "Rubio, the foreign minister, Peters": cannot be told apart; an apposition is likelier.
      return role
    }
    return [",", ".", ";", ")", "who", "and", "", ":", "–", "—"].contains(reading.word(next))
      ? role : nil
  }

  /// "the pair", "both sides", "the two leaders": people told before, resolved by `GroupResolver`.
  private func pair(at start: Int) -> ActorGroup? {
    var end = start
    let word = reading.word(start)
    guard ActorParser.pairOpeners.contains(word) else { return nil }
    switch word {
    case "both", "two", "all":
      let noun = word == "all" && ActorParser.numbers.contains(reading.word(start + 1)) ? 2 : 1
      guard ClauseWords.pairNouns.contains(reading.word(start + noun)) else {
        // "all three met"
        guard noun == 2, standsAlone(start + 2) else { return nil }
        end = start + 2
        break
      }
      end = start + noun + 1
    case "the" where ActorParser.collectives.contains(reading.word(start + 1)): end = start + 2
    case "the"
    where ["guest", "visitor"].contains(reading.word(start + 1)) && reading.word(start - 1) == "of":
      end = start + 2
    case "each" where ["man", "leader", "minister", "side"].contains(reading.word(start + 1)):
      end = start + 2
    case "the" where ActorParser.numbers.contains(reading.word(start + 1)):
      var noun = start + 2
      // "the three foreign ministers"
      if ["foreign", "defence", "defense", "visiting"].contains(reading.word(noun)) { noun += 1 }
      if ClauseWords.pairNouns.contains(reading.word(noun))
        || ClauseWords.definitePairNouns.contains(reading.word(noun))
      {
        end = noun + 1
        // "the three leaders of the party" are told by what follows.
        if reading.word(end) == "of", reading.word(noun) != "heads" { return nil }
      } else {
        end = start + 2
        guard reading.word(start + 1) == "two" || standsAlone(end) else { return nil }
      }
      if end == start + 2, reading.tokens.indices.contains(end), reading.tokens[end].isCapitalized {
        return nil
      }
      if reading.word(end - 1) == "heads", reading.word(end) == "of" { end += 2 }
    case "we":
      guard let told = reading.group(startingAt: start) else { return nil }
      return ActorGroup(
        actors: told.people.map { Actor(identity: .person($0), tokens: told.tokens) },
        tokens: told.tokens)
    case "his", "her":
      // "his guest", "her Czech host": the other of whom was told last.
      let noun = (start + 1...start + 2).first { ActorParser.companions.contains(reading.word($0)) }
      guard let noun, reading.nameOfToken[min(noun + 1, reading.tokens.count - 1)] < 0 else {
        return nil
      }
      end = noun + 1
    case "they": end = start + 1
    case "them":
      guard !["among", "of"].contains(reading.word(start - 1)) else { return nil }
      end = start + 1
    default: return nil
    }
    return ActorGroup(
      actors: [Actor(identity: .group(end - 1), tokens: start..<end)], tokens: start..<end)
  }
}

extension ActorParser {
  /// Whether a number has no noun behind it: "the three met".
  fileprivate func standsAlone(_ next: Int) -> Bool {
    guard next < limit else { return true }
    let word = reading.word(next)
    return [",", ".", ";"].contains(word) || ClauseWords.isFinite(word)
      || ["also", "then", "later", "again", "jointly"].contains(word)
      || ContactWords.shared.verbs[word] != nil && !reading.tokens[next].isCapitalized
  }

  /// Words by which those told before are meant.
  fileprivate static let pairOpeners: WordSet = [
    "both", "two", "the", "each", "we", "his", "her", "they", "them", "all",
  ]
  fileprivate static let numbers: WordSet = ["two", "three", "four", "five", "six", "seven"]
  fileprivate static let collectives: WordSet = ["pair", "duo", "trio", "foursome", "quartet"]
  fileprivate static let determiners: WordSet = ["the", "his", "her"]
  fileprivate static let companions: WordSet = ["guest", "host", "visitor", "interlocutor"]
}
