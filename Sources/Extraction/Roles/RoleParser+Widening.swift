import Language

/// Words that no list knows, as parts of a title.
extension RoleParser {
  /// "Ways and Means Committee chairman": what a committee is for, in capitals.
  func namesCommittee(_ joiner: Int, _ start: Int, _ head: Int) -> Bool {
    reading.tokens[joiner - 1].isCapitalized && reading.nameOfToken[joiner - 1] < 0
      && reading.entityOfToken[joiner - 1] < 0 && reading.tokens[start].isCapitalized
      && (start..<head).contains {
        ["committee", "subcommittee", "commission"].contains(reading.word($0))
      }
  }

  /// A capitalised word that no list knows, before a title in capitals: "Homeland Security
  /// Secretary".
  func widens(_ index: Int, _ start: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.isCapitalized, !token.isMark,
      reading.tokens[start].isCapitalized || sendsTo(index, start),
      !isOfCompany(start), !RoleParser.seats.contains(reading.word(start)),
      !RoleParser.capitalHeads.contains(reading.word(start))
    else { return false }
    if token.shape.contains(.allCapitals), !reading.tokens[start].shape.contains(.allCapitals) {
      return false
    }
    guard traits[index].isDisjoint(with: [.closed, .former, .skip, .determiner, .number, .head]),
      !words.isHonorific(token.form), index > floor, !token.shape.contains(.number)
    else { return false }
    let before = reading.tokens[index - 1]
    return (!before.isMark || before.form == ",") && !before.text.hasSuffix(".")
      && !ClauseWords.prepositions.contains(token.word)
  }

  /// "the Kenyan border guard chief", "its refugee commissioner": a noun in small letters between whose
  /// office it is and the office.
  func specifies(_ index: Int, _ start: Int, _ head: Int) -> Bool {
    guard RoleParser.specified.contains(reading.word(head)), isNoun(index),
      !reading.tokens[start].isCapitalized
    else { return false }
    var before = index - 1
    while before > floor, index - before < 3,
      isNoun(before) || !traits[before].isDisjoint(with: [.former, .skip, .modifier])
    {
      before -= 1
    }
    guard before >= floor else { return false }
    return reading.tokens[before].isPossessive || isNational(before)
      || ["the", "its", "his", "her", "their"].contains(reading.word(before))
  }

  /// Offices that a noun tells the field of.
  private static let specified: WordSet = [
    "chief", "commissioner", "director", "minister", "commander", "spokesman", "spokeswoman",
    "negotiator", "coordinator", "envoy", "adviser", "advisor", "secretary", "president",
    "chairman",
    "chairwoman", "chair", "head", "leader", "boss", "official", "governor", "representative",
  ]

  /// Whether a word in small letters may be a noun, by what it does not end in.
  private func isNoun(_ index: Int) -> Bool {
    guard isWord(index), traits[index].subtracting([.organization, .portfolio]).isEmpty else {
      return false
    }
    let word = reading.tokens[index].text
    if RoleParser.epithets.contains(reading.word(index)) { return false }
    return !word.utf8.contains(UInt8(ascii: "-")) && (!word.hasSuffix("s") || word.hasSuffix("ss"))
      && !RoleParser.adjectival.contains { word.hasSuffix($0) }
  }

  /// Words that say how somebody has an office, or what else they are.
  private static let epithets: WordSet = [
    "next", "future", "billionaire", "millionaire", "tycoon", "rival", "fellow", "star", "mere",
    "one", "sole", "very", "same", "whole", "own", "more", "most", "ever", "far", "such",
  ]

  private static let adjectival = [
    "ist", "al", "ive", "ic", "ous", "ful", "less", "ed", "ing", "ent", "ant", "able", "ary", "an",
    "ish", "est", "ern", "ly", "ible",
  ]

  /// Whether `index` is a word in small letters, and none of the grammar's.
  func isWord(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return index > floor && !token.isCapitalized && !token.isMark && token.text.utf8.count > 2
      && !ClauseWords.prepositions.contains(token.word)
      && (!ClauseWords.isFinite(token.word) || token.text.utf8.contains(UInt8(ascii: "-")))
      && !["and", "but", "that", "who", "not"].contains(token.word)
  }

  /// "foreign and defence minister": both are modifiers, and neither is a person's.
  func joinsModifiers(_ first: Int, _ second: Int) -> Bool {
    reading.nameOfToken[first] < 0 && reading.entityOfToken[first] < 0
      && traits[first].contains(.modifier) && !traits[first].contains(.head)
      && (traits[second].contains(.modifier) || traits[second].contains(.body)
        || reading.word(second) == "expatriates" || reading.word(second) == "emigrants")
      && reading.tokens[first].isCapitalized == reading.tokens[second].isCapitalized
  }

  /// The head that modifiers from `start` on lead to: "assistant secretary".
  func headAfterModifiers(_ start: Int) -> Int? {
    var index = start
    while index < min(start + 5, limit), reading.nameOfToken[index] < 0,
      reading.entityOfToken[index] < 0
    {
      if traits[index].contains(.head) { return index }
      guard traits[index].contains(.modifier) || traits[index].contains(.body) else { return nil }
      index += 1
    }
    return nil
  }
}
