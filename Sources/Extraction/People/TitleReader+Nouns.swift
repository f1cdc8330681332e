import Diplomacy
import Language

/// People known by what they do: "US actor Richard Gere … The actor has also praised".
extension TitleReader {
  /// People by the noun that stands right before their name, or in apposition behind it.
  static func peopleOfNoun(_ reading: Reading) -> [Word: [Int]] {
    var people: [Word: [Int]] = [:]
    func note(_ word: Word, _ person: Int) {
      if people[word]?.contains(person) != true { people[word, default: []].append(person) }
    }
    for mention in reading.mentions where mention.form == .fullName || mention.form == .partialName
    {
      let before = mention.tokens.lowerBound - 1
      if before >= 0, isNoun(before, reading) { note(reading.word(before), mention.person) }
      let comma = mention.tokens.upperBound
      guard reading.word(comma) == ",", ["a", "an", "the"].contains(reading.word(comma + 1)) else {
        continue
      }
      for index in comma + 2..<min(comma + 5, max(comma + 2, reading.tokens.count)) {
        if reading.tokens[index].isMark { break }
        if isNoun(index, reading) {
          note(reading.word(index), mention.person)
          break
        }
      }
    }
    return people
  }

  /// "His Majesty was also received": the king told of, where no name stands behind.
  func majesty(at index: Int, _ discourse: Discourse) -> PersonMention? {
    guard ["his", "her"].contains(reading.word(index)), reading.word(index + 1) == "majesty",
      reading.tokens[index + 1].isCapitalized, reading.name(startingAt: index + 2) == nil,
      index + 2 >= reading.tokens.count || !reading.tokens[index + 2].isCapitalized,
      reading.word(index + 2) != "the",
      let person = monarch(
        before: index, reading.word(index) == "his" ? .male : .female, discourse)
    else { return nil }
    return PersonMention(person: person, tokens: index..<index + 2, form: .role)
  }

  /// The king, queen or emir whom the text tells of.
  func monarch(before token: Int, _ gender: Gender, _ discourse: Discourse) -> Int? {
    let all = reading.people.indices.filter { person in
      firstNamed[person] < token && reading.people[person].gender.agrees(with: gender)
        && reading.people[person].roles.contains { $0.office == .monarch && !$0.isFormer }
    }
    return one(of: all, discourse) ?? most(of: all, discourse)
  }

  /// "the actor", where one person is known by that noun.
  func described(at index: Int, _ discourse: Discourse) -> PersonMention? {
    var noun = index + 1
    if ["former", "young", "old", "veteran", "late"].contains(reading.word(noun)) { noun += 1 }
    guard noun < reading.tokens.count, TitleReader.isNoun(noun, reading),
      reading.nameOfToken[noun] < 0,
      reading.name(startingAt: noun + 1) == nil,
      !(reading.tokens.indices.contains(noun + 1)
        && ["of", "for", "who"].contains(reading.word(noun + 1))),
      let people = peopleOfNoun[reading.word(noun)], people.count == 1
    else { return nil }
    let person = people[0]
    guard firstNamed[person] < index else { return nil }
    return PersonMention(person: person, tokens: index..<noun + 1, form: .role)
  }

  /// "the Green politician", "the veteran diplomat", "the 61-year-old former banker": whom the sentence is about
  /// so far, where it names nobody else.
  func calling(at index: Int, _ discourse: Discourse) -> PersonMention? {
    var noun = index + 1
    var home: CountryCode?
    let isAged = reading.lower(noun).hasSuffix("-year-old")
    while noun < min(index + 4, reading.tokens.count),
      !TitleReader.callings.contains(reading.word(noun))
    {
      guard !reading.tokens[noun].isMark, reading.nameOfToken[noun] < 0,
        !ActorParser.numbers.contains(reading.word(noun))
      else { return nil }
      home = reading.entity(startingAt: noun)?.entity.code ?? home
      noun += 1
    }
    let isPartisan =
      TitleReader.partisans.contains(reading.word(noun))
      && (ClauseWords.isFinite(reading.word(noun + 1))
        || ContactWords.shared.verbs[reading.word(noun + 1)] != nil)
    guard noun < min(index + 4, reading.tokens.count), noun > index + 1 || isAged || isPartisan,
      reading.name(startingAt: noun + 1) == nil,
      !["of", "for", "who", ","].contains(reading.word(noun + 1)),
      let person = discourse.subject ?? discourse.topic,
      discourse.named.allSatisfy({ $0 == person }), firstNamed[person] < index,
      reading.people[person].roles.contains(where: { $0.office != nil })
        || reading.people[person].roles.isEmpty && reading.people[person].country != nil
    else { return nil }
    if let home, let own = reading.people[person].country?.value, own != home { return nil }
    return PersonMention(person: person, tokens: index..<noun + 1, form: .role)
  }

  private static let callings: WordSet = [
    "politician", "diplomat", "statesman", "stateswoman", "lawmaker", "leader", "conservative",
    "socialist", "liberal", "democrat", "banker", "lawyer", "economist", "billionaire",
    "republican",
  ]
  private static let partisans: WordSet = ["republican", "democrat"]

  private static func isNoun(_ index: Int, _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    return !token.isCapitalized && reading.wordTraits[index].contains(.person)
      && !reading.wordTraits[index].contains(.roleHead)
      && !TitleReader.changing.contains(token.word)
  }

  /// Nouns that say what somebody is to another or in this text, not what they are.
  private static let changing: WordSet = [
    "ally", "friend", "colleague", "rival", "partner", "heir", "host", "participant", "voter",
    "victim", "question", "answer", "independent", "expert", "fellow", "source", "suspect",
    "witness", "newcomer", "resident", "worker", "reporter", "journalist", "correspondent",
    "analyst", "conservative", "liberal", "founder", "speaker", "secretary",
  ]
}
