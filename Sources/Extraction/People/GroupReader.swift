import Diplomacy
import Language
import Lexicons

/// Finds whom plural expressions stand for: "the two leaders", "the pair", "both men", "they", "the
/// Trump-Putin summit".
struct GroupReader {
  let reading: Reading
  /// People by the last word of their name.
  private let peopleOfName: [String: [Int]]

  init(_ reading: Reading) {
    self.reading = reading
    var people: [String: [Int]] = [:]
    for index in reading.people.indices {
      if let last = reading.people[index].parts.last { people[last, default: []].append(index) }
    }
    peopleOfName = people
  }

  /// The reference to several people that starts at `index`.
  func group(at index: Int, isQuoted: Bool, _ discourse: Discourse) -> GroupReference? {
    let hyphen = UInt8(ascii: "-")
    if reading.tokens[index].isCapitalized, reading.nameOfToken[index] < 0,
      reading.form(index).contains(hyphen) ?? reading.lower(index).utf8.contains(hyphen)
    {
      return hyphenated(at: index)
    }
    // What somebody says of "both sides" is seldom about people the article names.
    if isQuoted { return nil }
    switch reading.word(index) {
    case "the", "both", "these", "all": return phrase(at: index, discourse)
    case "they": return pronoun(at: index, discourse)
    default: return nil
    }
  }

  /// What a plural noun asks of those it stands for.
  private enum Kind {
    case leaders, ministers, foreignMinisters, presidents, men, women, any, sides
  }

  /// A plural expression taken apart.
  private struct Phrase {
    var tokens: Range<Int>
    var count: Int?
    var kind: Kind
    /// Whether a number or "both" says that it points back.
    var pointsBack: Bool
  }

  private func phrase(at start: Int, _ discourse: Discourse) -> GroupReference? {
    guard let phrase = parsed(at: start) else { return nil }
    if let people = people(for: phrase, before: start, discourse) {
      return GroupReference(tokens: phrase.tokens, people: people)
    }
    return nil
  }

  /// "the two leaders", "both sides", "the pair", "the three ministers".
  private func parsed(at start: Int) -> Phrase? {
    var index = start + 1
    var count: Int?
    if reading.tokens[start].word == "both" {
      count = 2
      if reading.word(index) == "the" { index += 1 }
    } else if let told = GroupReader.numbers[reading.word(index)] {
      count = told
      index += 1
    }
    let word = reading.word(index)
    if let size = GroupReader.collectives[word] {
      return Phrase(tokens: start..<index + 1, count: size, kind: .any, pointsBack: true)
    }
    var noun = index
    while noun < min(index + 3, reading.tokens.count),
      !GroupReader.isNoun(reading.tokens[noun].word),
      reading.wordTraits[noun].contains(.roleWord)
        || ["heads"].contains(reading.tokens[noun].word)
    {
      noun += 1
    }
    if noun < reading.tokens.count, let kind = GroupReader.nouns[reading.tokens[noun].word] {
      // "the two leaders of the party" and "the ministers of France and Spain" are told apart.
      if count == nil, !["leaders", "ministers", "presidents"].contains(reading.tokens[noun].word) {
        return nil
      }
      if ["of", "from"].contains(reading.word(noun + 1)) { return nil }
      let isForeign =
        reading.tokens[noun].word == "ministers"
        && reading.word(noun - 1) == "foreign"
      return Phrase(
        tokens: start..<noun + 1, count: count, kind: isForeign ? .foreignMinisters : kind,
        pointsBack: count != nil)
    }
    guard count != nil, reading.tokens[start].word != "these" else { return nil }
    // "greeted all four on the red carpet"
    if reading.tokens[start].word == "all", ["on", "at", "in", "to"].contains(reading.word(index)) {
      return Phrase(tokens: start..<index, count: count, kind: .any, pointsBack: true)
    }
    return standsAlone(index)
      ? Phrase(tokens: start..<index, count: count, kind: .any, pointsBack: true)
      : nil
  }

  /// Whether "the two" or "both" has no noun behind it.
  private func standsAlone(_ index: Int) -> Bool {
    guard index < reading.tokens.count else { return true }
    let token = reading.tokens[index]
    if [",", ".", ";", ")"].contains(token.form) { return true }
    if token.isMark || token.isCapitalized { return false }
    return ClauseWords.isFinite(token.word) && !token.isPossessive
      || ["also", "then", "later", "again", "both", "spoke", "met"].contains(token.word)
      || reading.wordTraits[index].contains(.personVerb)
  }

  private func people(
    for phrase: Phrase, before index: Int, _ discourse: Discourse
  ) -> [Int]? {
    var candidates: [[Int]] = []
    let here = discourse.joinedHere(before: index)
    if here.count > 1 { candidates.append(here) }
    if let count = phrase.count, discourse.named.count == count, phrase.pointsBack {
      candidates.append(discourse.named)
    }
    // "He comes at the invitation of Putin. Talks between the two": all whom the sentence before named.
    if phrase.pointsBack, let count = phrase.count, discourse.named.isEmpty,
      discourse.joinedAge > 1
    {
      let last = discourse.recent.filter { discourse.sentence - discourse.lastSentence[$0] == 1 }
      if last.count == count { candidates.append(last) }
    }
    // Whoever the sentence names beside them would be one of the two.
    if discourse.named.allSatisfy({ discourse.joined.contains($0) }) || !phrase.pointsBack,
      discourse.joined.count > 1, discourse.joinedAge <= (phrase.pointsBack ? 8 : 3)
    {
      candidates.append(discourse.joined)
    }
    if phrase.pointsBack, let count = phrase.count, phrase.kind != .sides {
      let near = discourse.recent.filter { discourse.sentence - discourse.lastSentence[$0] <= 2 }
      if near.count == count { candidates.append(near) }
    }
    for candidate in candidates {
      if let count = phrase.count, candidate.count != count { continue }
      if suits(candidate, phrase) { return candidate }
    }
    return nil
  }

  private func suits(_ people: [Int], _ phrase: Phrase) -> Bool {
    switch phrase.kind {
    case .any: true
    case .men: people.allSatisfy { reading.people[$0].gender != .female }
    case .women: people.allSatisfy { reading.people[$0].gender != .male }
    case .sides: speakForDifferentSides(people)
    case .leaders:
      people.allSatisfy {
        holds($0, GroupReader.leaderOffices, "leader", whenOpen: phrase.pointsBack)
      }
        && (phrase.pointsBack || speakForDifferentSides(people))
    case .ministers:
      people.allSatisfy {
        holds($0, GroupReader.ministerOffices, "minister", whenOpen: phrase.pointsBack)
      }
    case .foreignMinisters:
      people.allSatisfy {
        holds($0, [.foreignMinister], "foreign minister", whenOpen: phrase.pointsBack)
      }
    case .presidents:
      people.allSatisfy { holds($0, [.headOfState], "president", whenOpen: phrase.pointsBack) }
    }
  }

  private func speakForDifferentSides(_ people: [Int]) -> Bool {
    let codes = people.compactMap { reading.people[$0].country?.value }
    return Set(codes).count == codes.count
  }

  private func holds(
    _ person: Int, _ offices: Set<Office>, _ noun: StaticString, whenOpen: Bool
  ) -> Bool {
    let roles = reading.people[person].roles.filter { !$0.isFormer }
    if roles.isEmpty { return whenOpen }
    return roles.contains { role in
      role.office.map { offices.contains($0) } == true || role.title.spells(noun)
    }
  }

  /// "They" as the subject of a sentence that follows one about several people together.
  private func pronoun(at index: Int, _ discourse: Discourse) -> GroupReference? {
    let here = discourse.joinedHere(before: index)
    if here.count > 1, here.count <= 4, discourse.here.count == here.count {
      return GroupReference(tokens: index..<index + 1, people: here)
    }
    guard here.isEmpty, discourse.here.isEmpty, discourse.plural.count > 1,
      discourse.plural.count <= 4, !hasPluralNoun(before: index)
    else { return nil }
    return GroupReference(tokens: index..<index + 1, people: discourse.plural)
  }

  /// Whether "officials", "ministers" and the like stand before in the sentence.
  private func hasPluralNoun(before index: Int) -> Bool {
    var position = index - 1
    while position >= 0, index - position < 24, reading.tokens[position].form != "." {
      let token = reading.tokens[position]
      if token.lower.hasSuffix("s"),
        !reading.wordTraits[position].isDisjoint(with: [.roleHead, .person])
      {
        return true
      }
      position -= 1
    }
    return false
  }

  /// "Trump-Putin": two family names of the article in one word.
  private func hyphenated(at index: Int) -> GroupReference? {
    let parts = folded(reading.tokens[index].text).split(separator: " ").map(String.init)
    guard parts.count == 2 else { return nil }
    let people = parts.compactMap { part -> Int? in
      let fits = peopleOfName[part] ?? []
      return fits.count == 1 ? fits[0] : nil
    }
    guard people.count == 2, people[0] != people[1] else { return nil }
    return GroupReference(tokens: index..<index + 1, people: people)
  }

  private static func isNoun(_ word: Word) -> Bool { nouns[word] != nil }

  private static let numbers: WordTable<Int> = ["two": 2, "three": 3, "four": 4, "five": 5]
  private static let collectives: WordTable<Int> = [
    "pair": 2, "duo": 2, "trio": 3, "foursome": 4, "quartet": 4,
  ]
  private static let nouns: WordTable<Kind> = [
    "leaders": .leaders, "ministers": .ministers, "presidents": .presidents, "men": .men,
    "women": .women, "sides": .sides, "officials": .any, "diplomats": .any, "parties": .sides,
    "statesmen": .any, "envoys": .any, "negotiators": .any, "premiers": .leaders,
    "chancellors": .leaders, "politicians": .any, "counterparts": .any, "heads": .leaders,
    "delegations": .sides, "neighbours": .sides, "neighbors": .sides, "rivals": .any,
    "generals": .any, "secretaries": .ministers, "principals": .any, "ex-presidents": .any,
  ]
  private static let leaderOffices: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .royal, .deputyHeadOfState, .deputyHeadOfGovernment,
    .secretaryGeneral, .organizationHead, .partyLeader,
  ]
  private static let ministerOffices: Set<Office> = [
    .foreignMinister, .deputyForeignMinister, .defenceMinister, .minister, .deputyMinister,
    .headOfGovernment,
  ]
}
