import Diplomacy
import Language

/// Words that stand for several who were told of before.
extension ActorParser {
  /// "the pair", "both sides", "the two leaders": people told before, resolved by `GroupResolver`.
  func pair(at start: Int) -> ActorGroup? {
    var end = start
    let word = reading.word(start)
    guard ActorParser.pairOpeners.contains(word) else { return nil }
    switch word {
    case "each", "both", "all":
      guard let last = self.end(ofSeveral: start) ?? self.end(of: word, at: start) else {
        return nil
      }
      end = last
    case "two" where ActorParser.sources.contains(reading.word(start + 1)): return nil
    case "two":
      guard let last = self.end(of: word, at: start) else { return nil }
      end = last
    case "the" where ActorParser.collectives.contains(reading.word(start + 1)): end = start + 2
    case "the"
    where ["guest", "visitor", "caller"].contains(reading.word(start + 1))
      && (reading.word(start - 1) == "of" || standsAlone(start + 2)
        // "received the visitor at the ministry"
        || ["at", "in", "on", "for", "over", "during"].contains(reading.word(start + 2))):
      end = start + 2
    case "the" where ActorParser.numbers.contains(reading.word(start + 1)):
      var noun = start + 2
      // "the three foreign ministers"
      if ActorParser.kindsOfMinister.contains(reading.word(noun)) { noun += 1 }
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
    case "their", "his", "her":
      // "Kishida, Yoon and their host Joe Biden"
      if let noun = (start + 1...start + 2).first(where: {
        ["host", "guest", "visitor"].contains(reading.word($0))
      }),
        let name = reading.mentions.starting(in: noun + 1..<noun + 2, at: \.tokens.lowerBound)
          .first,
        case let mention = reading.mentions[name], mention.form != .pronoun, !mention.isPossessor
      {
        return ActorGroup(
          actors: [Actor(identity: .person(mention.person), tokens: mention.tokens)],
          tokens: start..<mention.tokens.upperBound)
      }
      if word == "their" { return nil }
      // "his guest", "her Czech host": the other of whom was told last.
      let noun = (start + 1...start + 2).first { ActorParser.companions.contains(reading.word($0)) }
      guard let noun, reading.nameOfToken[min(noun + 1, reading.tokens.count - 1)] < 0 else {
        return nil
      }
      end = noun + 1
      // "informed her Ukrainian guest, Volodymyr Zelenskyy, over tea"
      if let named = named(behind: noun) {
        return ActorGroup(
          actors: [Actor(identity: .person(named.person), tokens: named.tokens)],
          tokens: start..<named.end)
      }
    case "they": end = start + 1
    case "them":
      guard !["among", "of"].contains(reading.word(start - 1)) else { return nil }
      end = start + 1
    default: return nil
    }
    return ActorGroup(
      actors: [Actor(identity: .group(end - 1), tokens: start..<end)], tokens: start..<end)
  }

  /// Where "each of them", "both of the leaders", "all five of the envoys" and "each of his guests" end.
  private func end(ofSeveral start: Int) -> Int? {
    let isCounted = ActorParser.numbers.contains(reading.word(start + 1))
    let of = reading.word(start) == "all" && isCounted ? start + 2 : start + 1
    guard reading.word(of) == "of" else { return nil }
    switch reading.word(of + 1) {
    // "spoke to both of them", not what both of them say
    case "them": return start > 0 && !reading.tokens[start - 1].isMark ? of + 2 : nil
    case "his", "her":
      return ActorParser.companies.contains(reading.word(of + 2)) ? of + 3 : nil
    case "the", "these", "those":
      var noun = of + 2
      // Of "the presidents" nothing says that they were told of.
      if ActorParser.numbers.contains(reading.word(noun)) {
        noun += 1
      } else if !isCounted, reading.word(start) != "both" {
        return ActorParser.companies.contains(reading.word(noun)) ? noun + 1 : nil
      }
      if ActorParser.kindsOfMinister.contains(reading.word(noun)) { noun += 1 }
      let isNoun =
        ClauseWords.pairNouns.contains(reading.word(noun))
        || ClauseWords.definitePairNouns.contains(reading.word(noun))
        || ActorParser.companies.contains(reading.word(noun))
      return isNoun && reading.word(noun + 1) != "of" ? noun + 1 : nil
    default: return nil
    }
  }

  /// Where "both leaders", "two sides", "all three", "each man" end.
  private func end(of word: Word, at start: Int) -> Int? {
    if word == "each" {
      return ["man", "leader", "minister", "side"].contains(reading.word(start + 1))
        ? start + 2 : nil
    }
    // "and both were received by Peters"
    if word == "both", ClauseWords.auxiliaries.contains(reading.word(start + 1)) {
      return start + 1
    }
    let noun = word == "all" && ActorParser.numbers.contains(reading.word(start + 1)) ? 2 : 1
    if ClauseWords.pairNouns.contains(reading.word(start + noun)) { return start + noun + 1 }
    // "all three met", "greeted all four on the carpet"
    let next = start + 2
    return noun == 2 && (standsAlone(next) || ["on", "at", "in"].contains(reading.word(next)))
      ? next : nil
  }

  /// The name behind "her guest," with the end of its comma.
  private func named(behind noun: Int) -> (person: Int, tokens: Range<Int>, end: Int)? {
    guard reading.word(noun + 1) == ",",
      let name = reading.mentions.starting(in: noun + 2..<noun + 7, at: \.tokens.lowerBound).first
    else { return nil }
    let mention = reading.mentions[name]
    guard !mention.isPossessor, mention.form != .pronoun,
      (noun + 2..<mention.tokens.lowerBound).allSatisfy({
        words.isHonorific(reading.form($0))
          || !reading.wordTraits[$0].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
          || reading.entityOfToken[$0] >= 0
      })
    else { return nil }
    let end = mention.tokens.upperBound
    return (mention.person, mention.tokens, min(reading.word(end) == "," ? end + 1 : end, limit))
  }

  /// Whether a number has no noun behind it: "the three met".
  func standsAlone(_ next: Int) -> Bool {
    guard next < limit else { return true }
    let word = reading.word(next)
    return [",", ".", ";"].contains(word) || ClauseWords.isFinite(word)
      || ["also", "then", "later", "again", "jointly"].contains(word)
      || ContactWords.shared.verbs[word] != nil && !reading.tokens[next].isCapitalized
  }

  /// "two diplomats said": those who are told of for the first time.
  private static let sources: WordSet = [
    "diplomats", "officials", "sources", "people", "aides", "lawmakers", "senators", "envoys",
    "ambassadors", "representatives",
  ]

  /// Words by which those told before are meant.
  static let pairOpeners: WordSet = [
    "both", "two", "the", "each", "we", "his", "her", "they", "them", "all", "their",
  ]
  static let numbers: WordSet = ["two", "three", "four", "five", "six", "seven"]
  private static let kindsOfMinister: WordSet = [
    "foreign", "defence", "defense", "visiting", "prime", "interior", "trade", "finance",
  ]
  static let collectives: WordSet = ["pair", "duo", "trio", "foursome", "quartet"]
  static let determiners: WordSet = ["the", "his", "her"]
  static let companies: WordSet = ["guests", "visitors", "hosts", "interlocutors"]
  static let companions: WordSet = ["guest", "host", "visitor", "interlocutor"]
}
