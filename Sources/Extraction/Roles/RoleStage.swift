import Language

/// Finds every title in the text.
struct RoleStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    var found: [RolePhrase] = []
    for sentence in reading.document.sentences {
      let parser = RoleParser(
        words: words, reading: reading, floor: sentence.tokens.lowerBound,
        limit: sentence.tokens.upperBound)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if canStart(index, reading), let phrase = parser.parse(at: index) {
          found.append(phrase)
          index = phrase.tokens.upperBound
        } else {
          index = reading.name(startingAt: index)?.tokens.upperBound ?? index + 1
        }
      }
    }
    reading.roles = found
  }

  /// Whether a title can begin here; a name begins one only as a boss.
  private func canStart(_ index: Int, _ reading: Reading) -> Bool {
    if let name = reading.name(startingAt: index) {
      return name.tokens.upperBound < reading.tokens.count
    }
    return reading.nameOfToken[index] < 0
  }
}
