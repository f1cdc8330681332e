import Diplomacy
import Language

/// Finds whom "he", "her" and, in quotation marks and transcripts, "I" stand for.
struct PronounReader {
  let reading: Reading
  let speakers: SpeakerFinder.Speakers
  let scorer: AntecedentScorer

  /// The person that the pronoun at `index` stands for.
  func reference(at index: Int, _ discourse: Discourse) -> PersonMention? {
    let word = reading.tokens[index].word
    guard let pronoun = PronounReader.pronouns[word] else {
      return word == "latter" || word == "former" ? ofTwo(at: index, discourse) : nil
    }
    // "His Majesty" is no possessor's.
    if pronoun.isOwner, index + 1 < reading.tokens.count, reading.tokens[index + 1].isCapitalized,
      ["majesty", "highness", "excellency", "holiness"].contains(reading.word(index + 1))
    {
      return nil
    }
    let speaker = speakers.ofToken[index] >= 0 ? Int(speakers.ofToken[index]) : nil
    if pronoun.isFirst {
      return speaker.map {
        PersonMention(
          person: $0, tokens: index..<index + 1, form: .pronoun, isPossessor: pronoun.isOwner)
      }
    }
    if discourse.isOpen, !speakers.isQuoted[index] { return nil }
    let isOwner = pronoun.isOwner && (word != "her" || isOwnerHer(index))
    guard
      let person = antecedent(pronoun, at: index, besides: speaker, isOwner: isOwner, discourse)
        ?? onlyOne(besides: speaker, discourse)
    else { return nil }
    return PersonMention(
      person: person, tokens: index..<index + 1, form: .pronoun, isPossessor: isOwner)
  }

  /// "Mahathir told Pompeo when the latter called on him": the second of the two whom the sentence names last, or the
  /// first.
  private func ofTwo(at index: Int, _ discourse: Discourse) -> PersonMention? {
    guard index > 0, index + 1 < reading.tokens.count, reading.word(index - 1) == "the",
      reading.tokens[index + 1].isMark || reading.tokens[index + 1].isPossessive
        || ClauseWords.isFinite(reading.word(index + 1))
        || FiniteVerbs.contains(reading.word(index + 1))
    else { return nil }
    var people: [Int] = []
    for mention in discourse.here.reversed() where !people.contains(mention.person) {
      people.append(mention.person)
    }
    guard people.count > 1 else { return nil }
    return PersonMention(
      person: people[reading.word(index) == "latter" ? 0 : 1], tokens: index - 1..<index + 1,
      form: .pronoun, isPossessor: reading.tokens[index + 1].isPossessive)
  }

  /// Where the text has named nobody else, a given name does not tell the gender better than the pronoun:
  /// "Kristen Michal … he".
  private func onlyOne(besides speaker: Int?, _ discourse: Discourse) -> Int? {
    guard let one = discourse.recent.first, discourse.recent.count == 1, one != speaker else {
      return nil
    }
    return one
  }

  /// The likeliest person for a pronoun of `gender`: one of known gender before one of unknown.
  private func antecedent(
    _ pronoun: Pronoun, at index: Int, besides speaker: Int?, isOwner: Bool,
    _ discourse: Discourse
  ) -> Int? {
    func agrees(_ person: Int) -> Bool {
      person != speaker && discourse.gender(of: person).agrees(with: pronoun.gender)
    }
    // What somebody says of others does not change who said it.
    let isQuoted = speakers.isQuoted[index]
    var free = discourse.here.filter {
      agrees($0.person) && (isQuoted || !speakers.isQuoted[$0.tokens.lowerBound])
    }
    if pronoun.isSubject, !isQuoted, SpeakerFinder.verbs.contains(reading.word(index + 1)),
      free.isEmpty, let last = discourse.speaker, discourse.sentence - last.sentence <= 2,
      agrees(last.person)
    {
      return last.person
    }
    if isOwner, let apposed = free.last, reading.tokens[index - 1].form == ",",
      apposed.tokens.upperBound == index - 1
    {
      // "Suh Hoon, his intelligence chief": somebody else's.
      free.removeAll { $0.person == apposed.person }
      if free.isEmpty {
        return discourse.topic.flatMap { agrees($0) && $0 != apposed.person ? $0 : nil }
      }
    }
    // "He told him": the object is somebody else than the subject of its clause.
    let isHonoured = isOwner && ["honour", "honor"].contains(reading.word(index + 1))
    let subject =
      pronoun.isSubject || isOwner && !isHonoured ? nil : clauseSubject(of: index, discourse)
    // "Christodoulides and Tatar met him": neither of the two.
    let excluded = subject.map { discourse.listed(with: $0, before: index) }
    let companion = companion(of: index)
    let gap =
      pronoun.isSubject
      ? objectBefore(index, discourse) : isOwner ? nil : subjectBefore(index, discourse)
    let governed = pronoun.isSubject || isOwner ? governed(by: index, isOwner: isOwner) : []
    return likeliest(pronoun, at: index, isOwner: isOwner, discourse) { person in
      excluded?.contains(person) != true && person != companion && person != gap
        && !governed.contains(person)
        && agrees(person)
        && (isQuoted || !isOnlyQuoted(person, discourse))
    }
  }

  /// "Trump" in "he and Mr Trump spoke".
  private func companion(of index: Int) -> Int? {
    guard reading.word(index + 1) == "and" else { return nil }
    let range = reading.mentions.starting(in: index + 2..<index + 6, at: \.tokens.lowerBound)
    return range.first.map { reading.mentions[$0].person }
  }

  /// Whom the pronoun's own clause names behind it: "he met Lavrov" and "his talks with Lavrov" tell
  /// of two people (principle C of the binding theory, Chomsky 1981).
  private func governed(by index: Int, isOwner: Bool) -> [Int] {
    let limit = min(index + PronounReader.reach, reading.tokens.count)
    var end = index + 1
    while end < limit, !reading.tokens[end].isMark {
      let word = reading.tokens[end].word
      if isOwner, ClauseWords.isFinite(word) || word == "and" { break }
      if PronounReader.coordinators.contains(word), !isObject(after: end) { break }
      end += 1
    }
    return reading.mentions.starting(in: index + 1..<max(end, index + 1), at: \.tokens.lowerBound)
      .map { reading.mentions[$0].person }
  }

  /// Whether the name that may stand behind "and" is no subject of a clause of its own.
  private func isObject(after coordinator: Int) -> Bool {
    let near = coordinator + 1..<coordinator + 6
    guard
      let name = reading.mentions.starting(in: near, at: \.tokens.lowerBound).first
    else { return false }
    return !FiniteVerbs.contains(reading.word(reading.mentions[name].tokens.upperBound))
  }

  private static let reach = 20
  private static let coordinators: WordSet = ["and", "but", "or", "while", "when", "because"]

  /// Who is subject of the clause of the pronoun at `index`, where the words tell it: the last before
  /// its verb, or behind "who" the one before it.
  private func clauseSubject(of index: Int, _ discourse: Discourse) -> Int? {
    let opener = (max(discourse.tokens.lowerBound, index - 80)..<index).last {
      PronounReader.clauseOpeners.contains(reading.tokens[$0].word)
    }
    guard let opener else { return discourse.clauseSubject?.person }
    let position = discourse.here.lastIndex { $0.tokens.lowerBound > opener }
    if let position {
      return discourse.places[position...].lastIndex(of: .subject).map {
        discourse.here[$0].person
      }
    }
    guard reading.tokens[opener].word == "who",
      let before = discourse.here.last(where: { $0.tokens.upperBound <= opener }),
      before.tokens.upperBound == opener || reading.word(before.tokens.upperBound) == ","
    else { return nil }
    return before.person
  }

  private static let clauseOpeners: WordSet = [
    "that", "which", "who", "whom", "whose", "where", "when", "while", "because", "if", "before",
    "after", "as", "since", "until", "although", "though", "what", "how", "why", "whether", ";",
  ]

  private func isOnlyQuoted(_ person: Int, _ discourse: Discourse) -> Bool {
    let here = discourse.here.filter { $0.person == person }
    return !here.isEmpty && here.allSatisfy { speakers.isQuoted[$0.tokens.lowerBound] }
      && discourse.told[person] == here.count
  }

  /// The candidate that weighs most.
  private func likeliest(
    _ pronoun: Pronoun, at index: Int, isOwner: Bool, _ discourse: Discourse,
    where fits: (Int) -> Bool
  ) -> Int? {
    let place: AntecedentScorer.Place =
      isOwner ? .owner : pronoun.isSubject ? .subject : .object
    var best: (person: Int, score: Float)?
    var candidates = Array(discourse.recent.reversed())
    // A long list does not make the reader forget whom the text is about.
    if let topic = discourse.topic, !candidates.contains(topic) { candidates.append(topic) }
    for person in candidates where fits(person) {
      let score = scorer.score(of: person, for: pronoun.gender, in: place, at: index, discourse)
      if best.map({ score > $0.score }) ?? true { best = (person, score) }
    }
    return best?.person
  }

  /// Whether "her" owns what follows: "met her counterpart", but not "met her on Monday".
  private func isOwnerHer(_ index: Int) -> Bool {
    guard index + 1 < reading.tokens.count else { return false }
    let next = reading.tokens[index + 1]
    if next.isMark { return false }
    return !PronounReader.afterObject.contains(next.word)
  }

  private struct Pronoun: Sendable {
    var gender: Gender
    var isSubject = false
    var isOwner = false
    var isFirst = false
  }

  private static let pronouns = WordTable<Pronoun>([
    "he": Pronoun(gender: .male, isSubject: true), "him": Pronoun(gender: .male),
    "his": Pronoun(gender: .male, isOwner: true),
    "she": Pronoun(gender: .female, isSubject: true),
    "her": Pronoun(gender: .female, isOwner: true),
    "hers": Pronoun(gender: .female, isOwner: true),
    "i": Pronoun(gender: .unknown, isSubject: true, isFirst: true),
    "me": Pronoun(gender: .unknown, isFirst: true),
    "my": Pronoun(gender: .unknown, isOwner: true, isFirst: true),
  ])
  private static let afterObject: WordSet = [
    "on", "in", "at", "to", "for", "with", "by", "from", "of", "about", "and", "or", "but", "that",
    "as", "after", "before", "when", "while", "during", "over", "there", "here", "again", "then",
    "yesterday", "today", "last", "next", "this", "earlier", "later", "twice", "once", "alone",
    "is", "was", "had", "has", "would", "will", "the", "a", "an", "not", "how", "what", "why", "if",
    "together", "separately", "personally", "privately", "warmly", "briefly", "afterwards", "soon",
    "instead", "too", "shortly", "directly", "anyway", "jointly",
  ]
}
