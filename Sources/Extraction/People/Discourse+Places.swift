import Diplomacy
import Language

/// Where the phrase of somebody stands in a sentence.
extension Discourse {
  /// Whether a preposition stands before a mention with its titles.
  func isGoverned(_ mention: PersonMention) -> Bool {
    let governor = reading.word(start(of: mention) - 1)
    // "four days after Abbas ended a visit": the subject of a clause.
    if governor == "after", ClauseWords.isFinite(reading.word(mention.tokens.upperBound)) {
      return false
    }
    return Discourse.governors.contains(governor)
  }

  /// The gender that the word of kinship beside a name tells: "his wife Asma", "Kim Yo Jong, his sister".
  func kinGender(of mention: PersonMention) -> Gender? {
    guard mention.form == .fullName || mention.form == .partialName else { return nil }
    let start = mention.tokens.lowerBound
    if let told = Discourse.kin[reading.word(start - 1)] { return told }
    // "Kim Jong Un's sister, Kim Yo Jong"
    if reading.word(start - 1) == ",", let told = Discourse.kin[reading.word(start - 2)] {
      return told
    }
    let end = mention.tokens.upperBound
    guard reading.word(end) == ",", ["his", "her"].contains(reading.word(end + 1)) else {
      return nil
    }
    return Discourse.kin[reading.word(end + 2)]
  }

  private static let kin: WordTable<Gender> = [
    "wife": .female, "husband": .male, "daughter": .female, "son": .male, "sister": .female,
    "brother": .male, "mother": .female, "father": .male, "widow": .female, "niece": .female,
    "nephew": .male, "granddaughter": .female, "grandson": .male,
  ]

  /// Where the phrase of a mention begins: before its titles.
  func start(of mention: PersonMention) -> Int {
    var index = mention.tokens.lowerBound
    // "In Nairobi he": no title of his.
    if mention.form == .pronoun { return index }
    // "Leader of the Opposition Mark Golding"
    if let title = titleStart(at: index), title >= tokens.lowerBound { return title }
    // "Accompanied by his wife Asma, he"
    if index > tokens.lowerBound + 1, Discourse.kin[reading.word(index - 1)] != nil {
      index -= 2
    }
    while index > tokens.lowerBound {
      let before = index - 1
      // "talks with Rwanda's Paul Kagame"
      if reading.tokens[before].isPossessive, before > tokens.lowerBound,
        reading.entityOfToken[before - 1] >= 0
      {
        index = before
        continue
      }
      guard
        reading.entityOfToken[before] >= 0 || reading.wordTraits[before].contains(.honorific)
          || !reading.wordTraits[before].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
          || ["the", "his", "her", "'s", "of", "for"].contains(reading.tokens[before].word)
            && index < mention.tokens.lowerBound
            && !reading.wordTraits[index].isDisjoint(with: [.roleHead, .roleWord])
      else { break }
      index = before
    }
    return index
  }

  /// "On hers were the ambassador, Rosemary Banks, …": behind a verb that has its place before it.
  func isPostponed(_ mention: PersonMention) -> Bool {
    var before = start(of: mention) - 1
    // "were the ambassador, Rosemary Banks": a title before the name, with a comma.
    if reading.word(before) == "," {
      before -= 1
      while before > tokens.lowerBound,
        reading.entityOfToken[before] >= 0
          || ["the", "of", "for", "and"].contains(reading.word(before))
          || !reading.wordTraits[before].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
      { before -= 1 }
    }
    return ["were", "was", "are", "sat", "stood"].contains(reading.word(before))
  }

  static let governors: WordSet = [
    "with", "of", "for", "by", "from", "to", "between", "meeting", "under", "alongside", "after",
    "on", "about", "against", "at", "than", "via", "through", "into", "behind", "beside", "near",
  ]
}
