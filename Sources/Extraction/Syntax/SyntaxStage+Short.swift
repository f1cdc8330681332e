import Diplomacy
import Language

/// Short sentences that tell of a contact by saying that it was as told before.
extension SyntaxStage {
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

  /// "A dinner followed."
  func isFollowUp(_ sentence: Document.Sentence, _ reading: Reading) -> Bool {
    sentence.tokens.count < 24
      && sentence.tokens.contains {
        let word = reading.word($0)
        return word == "followed" || word == "follows"
      }
  }
}
