import Language

/// Finds every title in the text: goes from head to head ("minister") and reads around each.
struct RoleStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    let traits = RoleLexicon.shared.traits(of: reading.tokens)
    var found: [RolePhrase] = []
    for sentence in reading.document.sentences {
      let parser = RoleParser(
        words: words, reading: reading, traits: traits, floor: sentence.tokens.lowerBound,
        limit: sentence.tokens.upperBound)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if parser.canBeHead(index), let phrase = parser.phrase(headAt: index) {
          found.append(phrase)
          parser.previous = phrase
          index = max(phrase.tokens.upperBound, index + 1)
          parser.floor = index
        } else {
          index += 1
        }
      }
    }
    reading.roles = found
  }
}
