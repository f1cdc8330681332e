import Diplomacy

/// Which person a token begins or ends the name of, by the token.
struct MentionIndex {
  private var starting: [Int32]
  private var ending: [Int32]
  private let mentions: [PersonMention]

  /// An index of the mentions of `reading` that are names.
  init(_ reading: Reading) {
    mentions = reading.mentions
    starting = Array(repeating: -1, count: reading.tokens.count + 1)
    ending = starting
    for (index, mention) in mentions.enumerated() where mention.form != .pronoun {
      if starting[mention.tokens.lowerBound] < 0 {
        starting[mention.tokens.lowerBound] = Int32(index)
      }
      ending[mention.tokens.upperBound] = Int32(index)
    }
  }

  /// The mention that begins with the token at `index`.
  func mention(startingAt index: Int) -> PersonMention? {
    guard starting.indices.contains(index), starting[index] >= 0 else { return nil }
    return mentions[Int(starting[index])]
  }

  /// The mention that ends before the token at `index`.
  func mention(endingAt index: Int) -> PersonMention? {
    guard ending.indices.contains(index), ending[index] >= 0 else { return nil }
    return mentions[Int(ending[index])]
  }

  /// The mentions between two tokens, in text order; of a very long stretch those in its last part.
  func mentions(in range: Range<Int>) -> [PersonMention] {
    range.suffix(400).compactMap { mention(startingAt: $0) }
  }

  /// The last mention before `index`, not before `floor`.
  func last(before index: Int, notBefore floor: Int) -> PersonMention? {
    var position = min(index, ending.count - 1)
    while position > floor {
      if let mention = mention(endingAt: position) { return mention }
      position -= 1
    }
    return nil
  }
}
