import Diplomacy
import Language

/// Which sentences are parsed.
extension SyntaxStage {
  /// Whether anybody is named or stood for in a sentence; of countries, bodies and "officials" alone
  /// it takes two, but a council is enough.
  private func hasActor(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    if !reading.mentions.starting(in: sentence.tokens, at: \.tokens.lowerBound).isEmpty {
      return true
    }
    if !reading.roles.starting(in: sentence.tokens, at: \.tokens.lowerBound).isEmpty { return true }
    // "The Blinken-Lavrov meeting lasted five hours."
    if !reading.groups.starting(in: sentence.tokens, at: \.tokens.lowerBound).isEmpty {
      return true
    }
    var party: Int?
    return sentence.tokens.contains { token in
      let word = reading.word(token)
      let entity = reading.entityOfToken[token]
      if entity >= 0 || ClauseGraph.groups.contains(word) {
        if let party, party != entity || entity < 0 { return true }
        party = entity
      }
      return SyntaxStage.groupWords.contains(word)
        || reading.tokens[token].isCapitalized && !reading.states(joinedIn: token).isEmpty
    }
  }

  /// Nouns that tell by themselves of somebody beside another.
  private static let companyWords: WordSet = [
    "guest", "guests", "line", "office", "visitor", "caller",
  ]

  private static let groupWords: WordSet = [
    "they", "them", "their", "both", "pair", "two", "we", "council", "north",
  ]

  /// Whether a sentence can tell of a contact: with somebody in it and a word of contact, or two words that
  /// tell of one together.
  func canTell(
    _ sentence: Document.Sentence, _ reading: Reading, _ knowledge: WordKnowledge
  ) -> Bool {
    guard hasActor(sentence, reading) || isFollowUp(sentence, reading) else { return false }
    if isLikewise(sentence, reading) || isOrdered(sentence, reading)
      || isOpposite(sentence, reading) || MemberList.names(in: sentence, reading) != nil
    {
      return true
    }
    var idioms = ContactIdioms.Search()
    var isTravelled = false
    var isSaid = false
    var isThere = false
    let told = sentence.tokens.contains { token in
      let word = reading.word(token)
      guard knowledge.contacts.value(of: word, make: { hasPart(word) }) else { return false }
      if idioms.ends(at: word) { return true }
      if word == "where" { isThere = true }
      if word == "with", isTravelled || ["were", "was"].contains(reading.word(token - 1)) {
        return true
      }
      // "was in Pretoria with Ramaphosa"
      if word == "with", token > sentence.tokens.lowerBound, reading.entityOfToken[token - 1] >= 0,
        isOfSeveral(sentence, reading),
        (max(token - 5, sentence.tokens.lowerBound)..<token).contains(where: {
          ["was", "were"].contains(reading.word($0)) && ["in", "at"].contains(reading.word($0 + 1))
        })
      {
        return true
      }
      if word == "together", isTravelled || isOfSeveral(sentence, reading) { return true }
      if word == "chair", reading.word(token - 2) == "took" { return true }
      if word == "invitation", reading.word(token - 2) == "at" { return true }
      if isSaid, word == "telephone" || word == "phone" { return true }
      let verb = contactWords.verbs[word]
      switch verb?.strength {
      case .travel: isTravelled = true
      // "flew to Berlin to persuade Scholz", "flew to Berlin, where he told Scholz"
      case .weak:
        if isTravelled, isThere || reading.word(token - 1) == "to" { return true }
        isSaid = true
      default: break
      }
      if SyntaxStage.companyWords.contains(word) || word == "waiting" && isThere { return true }
      if let verb, isSign(verb, in: sentence, reading) { return true }
      return contactWords.nouns[word] != nil || ContactFinder.presenceWords.contains(word)
        || word == "part" && contactWords.verbs[reading.word(token - 1)]?.lemma == "take"
    }
    // "told Trump on Thursday"
    return told
      || isSaid && !reading.dateIndices(in: sentence.tokens).isEmpty
        && isOfSeveral(sentence, reading)
  }

  /// Whether several are named in a sentence: "Rinkevics, Nauseda and Karis pressed the button together".
  private func isOfSeveral(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    reading.mentions.starting(in: sentence.tokens, at: \.tokens.lowerBound).count > 1
  }

  /// Whether `canTell` does anything at a word, which it does at few: all words that it names stand here.
  private func hasPart(_ word: Word) -> Bool {
    contactWords.verbs[word] != nil || contactWords.nouns[word] != nil
      || ContactFinder.presenceWords.contains(word) || ContactIdioms.shared.holds(word)
      || SyntaxStage.companyWords.contains(word)
      || [
        "where", "with", "together", "chair", "telephone", "phone", "part", "invitation", "waiting",
      ]
      .contains(word)
  }

  /// Whether a verb makes it worth while to parse its sentence: not one that says nothing without a noun of
  /// contact, nor what several must have done ("announced") where nobody stands beside another.
  private func isSign(
    _ verb: ContactWords.Verb, in sentence: Document.Sentence, _ reading: Reading
  ) -> Bool {
    switch verb.strength {
    case .light, .weak, .travel: false
    case .joint:
      reading.mentions.starting(in: sentence.tokens, at: \.tokens.lowerBound).count > 1
        || !reading.groups.starting(in: sentence.tokens, at: \.tokens.lowerBound).isEmpty
        || reading.roles[reading.roles.starting(in: sentence.tokens, at: \.tokens.lowerBound)]
          .contains { $0.isPlural && $0.affiliation != nil }
    default: true
    }
  }

  /// "Xi told Tillerson that … The meeting occurred": said in one sentence, and told to have been a
  /// meeting by the next.
  func isTakenUp(
    _ sentence: Document.Sentence, by next: Document.Sentence?, _ reading: Reading
  ) -> Bool {
    guard let next, next.tokens.count > 2 else { return false }
    let start = next.tokens.lowerBound
    if reading.word(start) == "during", reading.word(start + 1) == "the" {
      return (start + 2...start + 3).contains { contactWords.nouns[reading.word($0)] != nil }
        && sentence.tokens.contains { SaidBefore.agreeing.contains(reading.word($0)) }
    }
    guard ["the", "their", "this", "these"].contains(reading.word(next.tokens.lowerBound))
    else { return false }
    let noun = reading.word(next.tokens.lowerBound + 1)
    guard contactWords.nouns[noun] != nil || SaidBefore.words.contains(noun) else { return false }
    return sentence.tokens.contains {
      SaidBefore.telling.contains(reading.word($0)) || SpeechWords.verbs.contains(reading.word($0))
    } && !reading.mentions.starting(in: sentence.tokens, at: \.tokens.lowerBound).isEmpty
  }

  /// "So did Orpo.", "Bennett had done the same."
  func isLikewise(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    if reading.word(sentence.tokens.lowerBound) == "so" { return sentence.tokens.count < 24 }
    return sentence.tokens.prefix(24).contains { token in
      let word = reading.word(token)
      guard word == "did" || word == "done" else { return false }
      let next = reading.word(token + 1)
      return next == "so" || next == "likewise"
        || next == "the" && reading.word(token + 2) == "same"
    }
  }

  /// "On hers were the ambassador, Rosemary Banks, and", "With them was Nitzan Alon": those at a table.
  private func isOpposite(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    let start = sentence.tokens.lowerBound
    if reading.word(start) == "with", ["him", "her", "them"].contains(reading.word(start + 1)),
      ["were", "was"].contains(reading.word(start + 2)), start > 0,
      reading.blockIndex(of: start - 1) == sentence.origin
    {
      return true
    }
    // "Among them were Macron, Scholz and Sunak."
    if reading.word(start) == "among",
      ["them", "those", "the"].contains(reading.word(start + 1)),
      sentence.tokens.prefix(8).contains(where: { ["were", "was"].contains(reading.word($0)) })
    {
      return true
    }
    // "Biden was among them."
    if sentence.tokens.prefix(24).contains(where: {
      reading.word($0) == "among" && reading.word($0 + 1) == "them"
    }) {
      return true
    }
    return sentence.tokens.count > 4 && ["on", "at"].contains(reading.word(start))
      && ["hers", "his", "theirs", "ours"].contains(reading.word(start + 1))
      && ["were", "was", "sat", "stood"].contains(reading.word(start + 2))
  }

  /// "The last was between Wang and Payne."
  private func isOrdered(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    sentence.tokens.prefix(6).contains { token in
      reading.word(token) == "between" && ["was", "is"].contains(reading.word(token - 1))
    }
  }

  /// "A dinner followed.", "The meeting was called off."
  func isFollowUp(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    guard sentence.tokens.count < 24 else { return false }
    var isTold = false
    return sentence.tokens.contains { token in
      let word = reading.word(token)
      if ["the", "that", "this"].contains(word), contactWords.nouns[reading.word(token + 1)] != nil
      {
        isTold = true
      }
      return word == "followed" || word == "follows"
        || isTold
          && (["off", "place", "ahead", "through"].contains(word)
            || contactWords.governors[word] == .cancelled)
    }
  }
}
