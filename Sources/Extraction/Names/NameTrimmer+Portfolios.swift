import Language

/// What a title is of, between the title and the name.
extension NameTrimmer {
  /// Whether a title with "of" or "for" stands before: "Minister for the Middle East …".
  func completesTitle(_ start: Int) -> Bool {
    var index = start - 1
    var hasPreposition = false
    var hasAnd = false
    while index >= 0, index > start - 12 {
      let traits = words.traits[index]
      if traits.contains(.roleHead) { return hasPreposition }
      let word = reading.tokens[index].word
      if ["of", "for", "to", "on"].contains(word) {
        hasPreposition = true
      } else if word == "," {
        // "for Foreign Affairs, European Integration and Diaspora"
        guard hasAnd else { return false }
      } else if word == "and" {
        hasAnd = true
      } else if !["the", "&", "staff"].contains(word), reading.entityOfToken[index] < 0,
        !isPortfolio(index), !(traits.contains(.divider) && reading.tokens[index].isCapitalized),
        !(traits.contains(.common) && reading.tokens[index].isCapitalized),
        !RoleLexicon.shared[reading.lower(index)].contains(.portfolio)
      {
        return false
      }
      index -= 1
    }
    return false
  }

  /// A word of what a title is of: "State", "Foreign Affairs", "National Intelligence".
  func isPortfolio(_ index: Int) -> Bool {
    let traits = words.traits[index]
    guard reading.tokens[index].isCapitalized else { return false }
    if !traits.isDisjoint(with: [.roleWord, .thing])
      || RoleLexicon.shared[reading.lower(index)].contains(.portfolio)
    {
      return true
    }
    guard traits.contains(.common), !traits.contains(.given), index + 1 < words.traits.count else {
      return false
    }
    return !words.traits[index + 1].isDisjoint(with: [.roleWord, .thing])
  }

  /// "Director of the Asia Department Liu Jinsong", "Minister of Foreign Affairs and Emigrants Gebran Bassil":
  /// the given name behind a body of the title's, or behind the one word that its "of" or "and" leads to.
  func nameStart(behindBody start: Int, in run: Range<Int>) -> Int? {
    let last = run.upperBound - 2
    guard start < last else { return nil }
    let body = (start..<last).last { !words.traits[$0].isDisjoint(with: [.thing]) }
    if let body, isGiven(body + 1) { return body + 1 }
    let isLedTo = ["of", "for", "and", "&", "the"].contains(reading.word(start - 1))
    guard isLedTo, words.traits[start].isDisjoint(with: [.given, .familyFirst, .nameable]),
      isGiven(start + 1)
    else { return nil }
    return start + 1
  }

  private func isGiven(_ index: Int) -> Bool {
    let traits = words.traits[index]
    return traits.contains(.given) && traits.isDisjoint(with: [.thing, .roleWord, .roleHead])
  }

  /// "Minister for Social Protection Leo Varadkar", "Mayor of Castlebar Brendan Heneghan": the given name
  /// behind words of the title that are none.
  func givenName(behind start: Int, in run: Range<Int>) -> Int {
    let isOfCity =
      reading.word(start - 1) == "of" && NameTrimmer.cityHeads.contains(reading.word(start - 2))
    var index = start
    while index + 2 < run.upperBound, words.traits[index].isDisjoint(with: [.given, .familyFirst]) {
      guard
        words.traits[index].contains(.common) || isOfCity && index == start
          || NameTrimmer.isAbstract(reading.lower(index))
      else { return start }
      let isAbstract =
        NameTrimmer.isAbstract(reading.lower(index))
        && ["minister", "secretary"].contains(reading.word(index - 2))
      index += 1
      if isAbstract
        || words.traits[index].contains(.given) && !words.traits[index].contains(.common)
      {
        return index
      }
    }
    return start
  }

  static func isAbstract(_ word: String) -> Bool {
    word.utf8.count > 6 && abstractEndings.contains { word.hasSuffix($0) }
  }

  static let abstractEndings = [
    "tion", "sion", "ment", "omy", "omics", "ity", "ship", "ance", "ence", "ture", "logy", "ism",
    "ives", "ments", "tions", "ics",
  ]
  static let cityHeads: WordSet = ["mayor", "governor", "bishop", "archbishop"]
}
