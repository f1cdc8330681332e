/// Groups tokens into sentences.
struct SentenceSplitter {
  /// The token ranges of the sentences in `range`, in order, covering it.
  func split(_ tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      if ends(tokens, at: index, limit: range.upperBound) {
        while next < range.upperBound, closes(tokens[next]) { next += 1 }
        sentences.append(start..<next)
        start = next
      }
      index = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  private func ends(_ tokens: [Token], at index: Int, limit: Int) -> Bool {
    let token = tokens[index]
    var next = index + 1
    while next < limit, closes(tokens[next]) { next += 1 }
    switch token.text {
    case "!", "?", "…":
      return next >= limit || startsSentence(tokens[next])
    case ".":
      return next >= limit || startsSentence(tokens[next]) || tokens[next].shape.contains(.number)
    case ";": return false
    default:
      guard token.text.hasSuffix("."), token.text.utf8.count > 1, next < limit else { return false }
      return Abbreviations.mayEndSentence.contains(token.lower)
        && SentenceOpeners.words.contains(tokens[next].text)
    }
  }

  private func startsSentence(_ token: Token) -> Bool {
    guard token.shape.contains(.afterSpace) else { return token.isMark }
    return token.isCapitalized || token.isMark || token.shape.contains(.number)
  }

  /// A mark that belongs to the sentence before it.
  private func closes(_ token: Token) -> Bool {
    guard !token.shape.contains(.afterSpace) else { return false }
    return ["\"", "”", "'", "’", ")", "]", "»", "."].contains(token.text)
  }
}

/// Words that, capitalised after an abbreviation, show that a new sentence has begun.
enum SentenceOpeners {
  static let words: Set<String> = [
    "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "In",
    "On", "At", "But", "And", "After", "Before", "When", "While", "His", "Her", "Their", "Its",
    "There", "As", "For", "From", "Both", "Neither", "No", "Not", "Meanwhile", "However", "Also",
    "Met", "Attended", "Visited", "Accompanied", "Addressed", "Discussed",
  ]
}
