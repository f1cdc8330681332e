import Diplomacy
import Language

// Which single words can be in a name.
extension NameRuns {
  /// Whether the token can be a part of a name by its look.
  func isNamePart(_ index: Int, _ style: Style) -> Bool {
    let traits = words.traits[index]
    guard !reading.tokens[index].isMark, reading.entityOfToken[index] < 0,
      reading.tokens[index].isCapitalized || traits.contains(.articled) && !traits.contains(.common)
    else { return false }
    if traits.contains(.divider) {
      // "Al Said" is a family, "said" is not.
      if index > 0, ["Al", "Bin", "bin", "ibn", "Abu"].contains(reading.tokens[index - 1].form) {
        return true
      }
      // "Mohammed Shia al-Sudani", "He Lifeng", "Christian Lindner"
      if index > 0, words.traits[index - 1].contains(.given), index + 1 < words.traits.count,
        words.traits[index + 1].contains(.articled)
      {
        return true
      }
      // "Dong Jun", the minister, is no day in June, "Paek Nam Sun" none of a week.
      let word = reading.word(index)
      if word == "jun" || word == "sun", index > 0,
        words.traits[index - 1].contains(.familyFirst)
          || index > 1 && words.traits[index - 2].contains(.familyFirst)
            && reading.tokens[index - 1].isCapitalized
      {
        return index + 1 == words.traits.count
          || !reading.tokens[index + 1].shape.contains(.number)
      }
      // "Vice Premier Liu He": a pronoun has no capital inside a sentence.
      if style == .plain, index > 0, NameRuns.shortGivenNames.contains(word),
        words.traits[index - 1].contains(.familyFirst), reading.tokens[index - 1].isCapitalized,
        reading.tokens[index].shape.contains(.afterSpace), !isStrange(index + 1)
      {
        return true
      }
      // "Foreign Minister Said Djinnit"
      if word == "said", index > 0, index + 1 < words.traits.count,
        words.traits[index - 1].contains(.roleHead) || reading.tokens[index - 1].isPossessive,
        reading.tokens[index + 1].isCapitalized
      {
        return true
      }
      // "Myanmar's Than Swe": written large among small words.
      if word == "than", index > 0, index + 1 < words.traits.count,
        !reading.tokens[index - 1].isCapitalized, reading.tokens[index + 1].isCapitalized,
        reading.entityOfToken[index + 1] < 0
      {
        return true
      }
      return !traits.isDisjoint(with: [.familyFirst, .given]) && isStrange(index + 1)
        && !isMonth(index)
    }
    return !isMonth(index) && !isCompound(reading.tokens[index])
  }

  /// "Israel-bashing", "Kremlin-backed", "US-Japan": a compound that describes, and no double name.
  private func isCompound(_ token: Token) -> Bool {
    if token.form.contains(UInt8(ascii: "-")) == false { return false }
    let text = token.text
    guard let hyphen = text.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    let second = text[text.index(after: hyphen)...]
    if second.utf8.first.map({ (97...122).contains($0) }) == true {
      return second.utf8.count >= 6 && second.hasSuffix("ing")
        || NameRuns.compounding.contains(String(second))
    }
    let first = text[..<hyphen]
    // "Israel-Palestine"
    if Countries.lookup(String(second)) != nil, Countries.lookup(String(first)) != nil {
      return true
    }
    // "Rep. Chris Collins, R-New York"
    if ["R", "D", "I"].contains(first) { return true }
    return first.utf8.count > 1 && first.utf8.allSatisfy { (65...90).contains($0) }
      && second.utf8.count > 1 && !token.shape.contains(.allCapitals)
  }

  /// Given names of one syllable that are small words of English.
  private static let shortGivenNames: WordSet = [
    "he", "an", "do", "so", "you", "me", "we", "be", "on", "to", "no", "or", "are",
  ]

  private static let compounding: WordSet = [
    "led", "backed", "based", "brokered", "mediated", "sponsored", "occupied", "controlled", "held",
    "funded", "linked", "allied", "aligned", "owned", "run", "born", "trained", "style", "era",
    "wide", "friendly", "made", "bound", "ruled", "hosted", "chaired", "supported",
  ]

  /// A capitalised word that no list knows: it makes a name of "He" in "He Lifeng".
  private func isStrange(_ index: Int) -> Bool {
    guard index < reading.tokens.count else { return false }
    let token = reading.tokens[index]
    return token.isCapitalized && !token.isMark && !token.shape.contains(.allCapitals)
      && token.shape.contains(.afterSpace) && reading.entityOfToken[index] < 0
      && words.traits[index].isDisjoint(with: [
        .common, .divider, .thing, .roleHead, .roleWord, .honorific,
      ])
  }

  /// "May" and the like as a month: beside a number or after a word of time.
  private func isMonth(_ index: Int) -> Bool {
    // "On 1 June Kim said": June and April are mostly names where no number stands before them.
    if ["june", "april"].contains(reading.tokens[index].word) {
      return index > 0 && reading.tokens[index - 1].shape.contains(.number)
    }
    guard ["may", "march", "august"].contains(reading.tokens[index].word) else { return false }
    if index + 1 < reading.tokens.count, reading.tokens[index + 1].shape.contains(.number) {
      return true
    }
    if index > 0, reading.tokens[index - 1].shape.contains(.number) { return true }
    return [
      "in", "since", "until", "by", "last", "next", "early", "late", "mid", "from", "to", "of",
      "this", "through", "before", "after",
    ].contains(reading.word(index - 1))
  }

  /// A word of a name that the tables know as a place too: "Israel Katz", "Jordan Bardella".
  func isAmbiguousEntity(_ index: Int, _ limit: Int) -> Bool {
    guard reading.entityOfToken[index] >= 0, words.traits[index].contains(.given),
      reading.tokens[index].isCapitalized, index + 1 < limit,
      reading.entities[reading.entityOfToken[index]].tokens.count == 1
    else { return false }
    // "ambassador in France Alexander Orlov"
    if ["in", "of", "to", "from", "for", "at"].contains(reading.word(index - 1)),
      words.traits[index + 1].contains(.given)
    {
      return false
    }
    let next = reading.tokens[index + 1]
    return next.isCapitalized && !next.isMark && reading.entityOfToken[index + 1] < 0
      && next.shape.contains(.afterSpace) && !next.shape.contains(.allCapitals)
      && words.traits[index + 1].isDisjoint(with: [
        .common, .thing, .roleHead, .roleWord, .divider, .personVerb, .honorific,
      ])
  }

  /// "Ben Ali", "Al Thani", "Jack London": a table may know a part of a name as a place.
  func isSurnameLikePlace(_ index: Int, after start: Int) -> Bool {
    guard reading.entityOfToken[index] >= 0, reading.tokens[index].isCapitalized else {
      return false
    }
    let entity = reading.entities[reading.entityOfToken[index]]
    guard entity.tokens.count == 1, !reading.tokens[index].shape.contains(.allCapitals) else {
      return false
    }
    switch entity.entity {
    case .place: break
    case .adjective, .organization:
      if endsTitledName(index) { return true }
      // "Abdel Fatah El-Sisi", whose second name is a party's as well.
      if NameRuns.servants.contains(reading.word(index - 1)) { return true }
      guard case .adjective = entity.entity, words.traits[index].isSuperset(of: .nameable),
        // "Deputy French UN Ambassador"
        index + 1 == words.traits.count || !reading.tokens[index + 1].isCapitalized
          || reading.entityOfToken[index + 1] < 0
            && words.traits[index + 1].isDisjoint(with: [.roleHead, .roleWord])
      else { return false }
    case .capital:
      // "de La Madrid"
      if reading.form(index - 1) == "La", reading.word(index - 2) == "de" { return true }
      guard !words.traits[index - 1].isDisjoint(with: [.given, .roleHead]) else { return false }
    case .country:
      // "Presidents Mendez Montenegro and Rivera"
      if index > 1, words.traits[index - 2].contains(.roleHead),
        reading.entityOfToken[index - 1] < 0, [",", "and"].contains(reading.word(index + 1))
      {
        return true
      }
      guard words.traits[index].isSuperset(of: .nameable) else { return false }
    default: return false
    }
    let previous = words.traits[index - 1]
    if words.traits[start].contains(.given), !words.traits[start].contains(.common) { return true }
    if !previous.isDisjoint(with: [.particle, .honorific, .roleHead, .given]) { return true }
    // "Ro Khanna": a word that no list knows stands before.
    return previous.isDisjoint(with: [.common, .thing, .roleWord, .lead, .media, .divider])
      && !reading.tokens[index - 1].shape.contains(.allCapitals)
  }

  /// "Abd", servant, whose name the next word ends: "Abdel Fattah".
  private static let servants: WordSet = ["abdel", "abdul", "abd", "abdal", "abdol", "abdoul"]

  /// "President Fox", "President Türk": right behind a title, with nothing of a name behind it.
  private func endsTitledName(_ index: Int) -> Bool {
    let before = words.traits[index - 1]
    guard before.contains(.roleHead), reading.tokens[index - 1].isCapitalized else { return false }
    guard index + 1 < reading.tokens.count else { return true }
    return [",", ".", ";", ")", "and", "on", "in", "at", "to", "for", "during"]
      .contains(reading.word(index + 1))
  }

  /// "Rocio San Miguel": a place of two words that begins like a family name, after a given name.
  func saintlyName(at index: Int) -> Int? {
    let entity = reading.entities[reading.entityOfToken[index]]
    guard case .place = entity.entity, entity.tokens.lowerBound == index, entity.tokens.count == 2,
      ["San", "Santa", "El", "La", "De"].contains(reading.tokens[index].form),
      words.traits[index - 1].contains(.given), !words.traits[index - 1].contains(.common)
    else { return nil }
    return index + 2
  }

  /// A small word inside names, in lower case.
  func isJoiner(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard !token.isCapitalized, words.traits[index].contains(.particle) else { return false }
    return !words.traits[index].contains(.common) || ["van", "de", "bin"].contains(token.word)
  }

  /// "J.", "J.P.", "W.H.S.".
  func isInitials(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if token.shape.contains(.initial) { return true }
    if let last = token.form.lastByte, last != UInt8(ascii: ".") { return false }
    guard token.text.hasSuffix("."), token.text.utf8.count <= 8, reading.entityOfToken[index] < 0
    else { return false }
    return token.text.utf8.enumerated().allSatisfy {
      $0.offset % 2 == 0 ? (65...90).contains($0.element) : $0.element == UInt8(ascii: ".")
    }
  }

  private static let suffixes: WordSet = ["Jr.", "Jr", "Sr.", "Sr"]

  /// A number of monarchs and popes: "III", "XVI".
  private func isRoman(_ text: String) -> Bool {
    (2...6).contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 == 73 || $0 == 86 || $0 == 88 } && text != "XI" && text != "VIX"
  }

  /// "Jr.", "III".
  func isSuffix(_ index: Int) -> Bool {
    NameRuns.suffixes.contains(reading.form(index)) || isRoman(reading.text(index))
  }

  /// The end of a nickname in quotation marks with the family name after it.
  func nickname(at index: Int, _ limit: Int) -> Int? {
    guard index + 3 < limit, words.traits[index - 1].contains(.given),
      ["\"", "“", "'", "‘"].contains(reading.tokens[index].form),
      reading.tokens[index + 1].isCapitalized, !reading.tokens[index + 1].isMark,
      ["\"", "”", "'", "’"].contains(reading.tokens[index + 2].form),
      reading.tokens[index + 3].isCapitalized, !reading.tokens[index + 3].isMark,
      reading.tokens[index + 3].shape.contains(.afterSpace)
    else { return nil }
    return index + 4
  }
}
