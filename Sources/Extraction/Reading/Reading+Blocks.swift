import Language

extension Reading {
  /// The first token of the block with this index, found by halving.
  func firstToken(ofBlock block: Int) -> Int {
    let sentences = document.sentences
    let low = (0..<sentences.count).partitioningIndex { sentences[$0].origin >= block }
    return low < sentences.count ? sentences[low].tokens.lowerBound : tokens.count
  }

  /// The block that `token` stands in, found by halving.
  func blockIndex(of token: Int) -> Int {
    let sentences = document.sentences
    let low = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > token }
    return low < sentences.count ? sentences[low].origin : -1
  }

  /// Whether a sentence ends in a word, as headings do.
  func endsWithoutStop(_ sentence: Document.Sentence) -> Bool {
    guard let last = sentence.tokens.last else { return false }
    return !tokens[last].isMark && !tokens[last].text.hasSuffix(".")
  }

  /// The sentence that `token` stands in, found by halving.
  func sentence(of token: Int) -> Document.Sentence? {
    let sentences = document.sentences
    let low = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > token }
    return low < sentences.count ? sentences[low] : nil
  }

  /// Whom the text is about at the end of the sentence of `token`, found by halving.
  func topic(at token: Int) -> Int? {
    let sentences = document.sentences
    let low = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > token }
    guard low < topicOfSentence.count, topicOfSentence[low] >= 0 else { return nil }
    return Int(topicOfSentence[low])
  }
}
