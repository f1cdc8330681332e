import Diplomacy
import Language

/// The person, or the committee of Congress, that a title before the name belongs to.
extension RoleParser {
  /// "Trump adviser X": a name right before a title that another name follows.
  func readBoss(endingAt index: Int, _ start: Int, _ phrase: inout RolePhrase) -> Int? {
    let name = reading.names[reading.nameOfToken[index]]
    guard name.tokens.lowerBound >= floor, name.tokens.upperBound == index + 1,
      let title = phrase.titles.first
    else { return nil }
    let isLower = !reading.tokens[start].isCapitalized
    let owns =
      reading.nameOfToken.indices.contains(title.upperBound)
      && reading.nameOfToken[title.upperBound] >= 0
      || ["for", "to"].contains(reading.word(title.upperBound))
    // "a Le Pen aide who took part"
    let isServant =
      name.tokens.lowerBound > floor && reading.word(name.tokens.lowerBound - 1) == "a"
      && RoleParser.servants.contains(phrase.head)
    guard isLower, owns || isServant, name.tokens.count <= 2 else { return nil }
    phrase.bossToken = name.tokens.lowerBound
    if !owns {
      phrase.determiner = "a"
      return name.tokens.lowerBound - 1
    }
    return name.tokens.lowerBound
  }

  static let servants: WordSet = [
    "adviser", "advisor", "aide", "ally", "confidant", "confidante", "lieutenant", "spokesman",
    "spokeswoman", "lawyer", "deputy",
  ]

  /// "Armed Services Committee": a committee with a name, which has its chairman as other bodies have.
  func isOwnCommittee(_ body: Range<Int>) -> Bool {
    body.count > 1 && ["committee", "subcommittee"].contains(reading.word(body.upperBound - 1))
      && !["central", "standing", "political", "security"].contains(
        reading.word(body.upperBound - 2))
      && body.allSatisfy {
        reading.tokens[$0].isCapitalized || ["and", "on", "of", "the"].contains(reading.word($0))
      }
  }

  func isCommitteeOfCongress(_ body: Range<Int>) -> Bool {
    ["house", "senate"].contains(reading.word(body.lowerBound))
      && ["committee", "subcommittee"].contains(reading.word(body.upperBound - 1))
  }
}
