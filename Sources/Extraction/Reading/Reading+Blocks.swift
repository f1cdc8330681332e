import Language

extension Reading {
  /// The first token of the block with this index, found by halving.
  func firstToken(ofBlock block: Int) -> Int {
    let sentences = document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].origin < block { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low].tokens.lowerBound : tokens.count
  }

  /// The block that `token` stands in, found by halving.
  func blockIndex(of token: Int) -> Int {
    let sentences = document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low].origin : -1
  }

  /// The sentence that `token` stands in, found by halving.
  func sentence(of token: Int) -> Document.Sentence? {
    let sentences = document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low] : nil
  }
}
