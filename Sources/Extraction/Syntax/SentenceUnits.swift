import Diplomacy
import Language

/// What a sentence is parsed by: a word, or a stretch of words that already has a meaning as a
/// whole, such as a person with titles and appositions, a country, a date.
///
/// Taking these together before parsing leaves the parser a much plainer sentence: "US Secretary of
/// State Marco Rubio met the Iranian foreign minister, Abbas Araghchi, in Geneva on March 3" is
/// read as "NAME met NAME in NAME on NAME".
struct SentenceUnit {
  var tokens: Range<Int>
  /// The token by which the unit is known to the parser.
  var head: Int
  /// Who it stands for.
  var actors: ActorGroup?
  /// Whether it is told by name, title or word, or by a pronoun or other reference.
  var isDate = false

  /// Whether it stands for a person, of whose name no part can stand beside it.
  var isPerson: Bool {
    if case .person = actors?.actors.first?.identity { return true }
    return false
  }
}

/// Cuts a sentence into units.
struct UnitBuilder {
  let words: WordLists
  let reading: Reading

  /// The units of a sentence from the token at `start` on.
  func units(of sentence: Document.Sentence, from start: Int) -> [SentenceUnit] {
    let parser = ActorParser(words: words, reading: reading, sentence: sentence.tokens)
    var units: [SentenceUnit] = []
    units.reserveCapacity(sentence.tokens.upperBound - start)
    var index = start
    let range = reading.dates.starting(in: sentence.tokens, at: \.tokens.lowerBound)
    var dates = reading.dates[range].makeIterator()
    var date = dates.next()
    while index < sentence.tokens.upperBound {
      while let told = date, told.tokens.lowerBound < index { date = dates.next() }
      var unit: SentenceUnit
      if let actors = parser.actors(at: index) {
        unit = SentenceUnit(
          tokens: actors.tokens, head: head(of: actors), actors: actors)
      } else if let actors = addressed(at: index, parser) {
        unit = SentenceUnit(
          tokens: index..<actors.tokens.upperBound, head: head(of: actors), actors: actors)
      } else if let owner = parser.owner(at: index) {
        unit = SentenceUnit(tokens: owner, head: owner.upperBound - 1)
      } else if let told = date, told.tokens.lowerBound == index, isExplicit(told) {
        unit = SentenceUnit(tokens: told.tokens, head: index, isDate: true)
      } else if let entity = reading.entity(startingAt: index) {
        unit = SentenceUnit(tokens: entity.tokens, head: entity.tokens.upperBound - 1)
      } else if let name = reading.name(startingAt: index) {
        unit = SentenceUnit(tokens: name.tokens, head: name.tokens.upperBound - 1)
      } else {
        unit = SentenceUnit(tokens: index..<index + 1, head: index)
      }
      // A title or name that runs on over the sentence's end is read word by word.
      if unit.tokens.lowerBound < index || !sentence.tokens.contains(unit.head)
        || unit.tokens.upperBound > sentence.tokens.upperBound
      {
        unit = SentenceUnit(tokens: index..<index + 1, head: index)
      }
      units.append(unit)
      index = unit.tokens.upperBound
    }
    return units
  }

  /// "HE Minister of Foreign Affairs Abbas Araghchi": who stands behind an honorific in capitals, which is no pronoun.
  private func addressed(at index: Int, _ parser: ActorParser) -> ActorGroup? {
    guard reading.tokens[index].shape.contains(.allCapitals), index + 1 < reading.tokens.count,
      words.isHonorific(reading.form(index)),
      reading.tokens[index + 1].isCapitalized || reading.word(index + 1) == "the",
      let actors = parser.actors(at: index + 1), actors.tokens.lowerBound == index + 1,
      actors.actors.contains(where: { $0.person != nil })
    else { return nil }
    return actors
  }

  /// The last word of the name, not of what stands in apposition to it.
  private func head(of group: ActorGroup) -> Int {
    guard let actor = group.actors.first else { return group.tokens.upperBound - 1 }
    if case .unnamed = actor.identity {
      return group.tokens.last { reading.roleHeadAt($0, words) } ?? group.tokens.upperBound - 1
    }
    return min(actor.tokens.upperBound, group.tokens.upperBound) - 1
  }

  /// "Monday afternoon", of which a tagger takes the second word for a preposition before a name.
  private func isPartOfDay(_ date: DateExpression) -> Bool {
    date.tokens.count == 2 && reading.tokens[date.tokens.lowerBound].isCapitalized
      && ["morning", "afternoon", "evening", "night"].contains(
        reading.word(date.tokens.upperBound - 1))
  }

  /// "March 3, 2021" is one word to the parser; "on Wednesday morning" and "last month" are read as
  /// they are.
  private func isExplicit(_ date: DateExpression) -> Bool {
    date.tokens.count > 1
      && date.tokens.contains { reading.tokens[$0].shape.contains(.number) }
      && reading.tokens[date.tokens.lowerBound].isCapitalized
      || date.tokens.count > 1 && reading.tokens[date.tokens.lowerBound].shape.contains(.number)
        && reading.tokens[date.tokens.upperBound - 1].isCapitalized
      || isPartOfDay(date)
  }
}

extension Reading {
  fileprivate func roleHeadAt(_ token: Int, _ words: WordLists) -> Bool {
    words.roleHeads.contains(word(token))
  }
}
