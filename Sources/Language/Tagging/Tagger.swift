import CModels

/// A greedy tagger from left to right: one linear decision a word.
package struct Tagger: @unchecked Sendable {
  /// The tags it can tell apart.
  package let tags: [Tag]
  private let vocabulary: Vocabulary
  private let weights: UnsafePointer<Int8>
  private let shift: UInt32

  /// The tagger whose model lies in `bytes`, which must outlive it.
  ///
  /// - Returns: nil where the bytes are no model of a tagger.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ModelReader(bytes)
    guard reader.open(.tagger), let tags = reader.tags(),
      let vocabulary = Vocabulary(&reader), let bits = reader.number(),
      let weights = reader.weights(count: 1 << bits + ModelFormat.rowLimit)
    else { return nil }
    self.tags = tags
    self.vocabulary = vocabulary
    self.weights = weights
    shift = UInt32(32 - bits)
  }

  /// The traits of a word, with its class in the vocabulary.
  package func traits(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) -> WordTraits {
    var traits = WordTraits(scalars)
    traits.wordClass = vocabulary.wordClass(of: traits.lower)
    return traits
  }

  /// The word that the parser sees for a unit of tokens with these traits: a single token's own, a
  /// day or month that stands first or last, else that for any name.
  package func unitWord(_ tokens: [WordTraits]) -> ParserInput.Word {
    guard let first = tokens.first, let last = tokens.last else { return .name }
    if tokens.count == 1 { return ParserInput.Word(first) }
    if CalendarWords.hashes.contains(first.lower) { return ParserInput.Word(first) }
    if CalendarWords.hashes.contains(last.lower) { return ParserInput.Word(last) }
    return .name
  }

  /// The tags of a sentence of these words.
  package func tag(_ words: [WordTraits]) -> [Tag] {
    let features = TaggerFeatures(words)
    var result: [Tag] = []
    result.reserveCapacity(words.count)
    // Scores by words first: the loads of weights do not wait for each other there, and those of the
    // next word are on their way while the word's are added.
    let stride = tags.count
    var scores = [Int16](repeating: 0, count: words.count * stride)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * TaggerFeatures.count) { hashes in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let hashes = hashes.baseAddress, let scores = scores.baseAddress else { return }
        var current = hashes
        var next = hashes + TaggerFeatures.count
        func fetch(_ index: Int) {
          var sink = FeatureSink(next)
          features.writeWords(at: index, to: &sink)
          fetchRows(weights, next, sink.count, shift, stride)
        }
        if !words.isEmpty { fetch(0) }
        for index in words.indices {
          swap(&current, &next)
          if index + 1 < words.count { fetch(index + 1) }
          addScores(
            weights, current, TaggerFeatures.wordCount, shift, scores + index * stride, stride)
        }
        var last = -1
        var secondLast = -1
        for index in words.indices {
          var sink = FeatureSink(hashes)
          features.writeTags(at: index, last: last, secondLast: secondLast, to: &sink)
          addScores(weights, hashes, sink.count, shift, scores + index * stride, stride)
          secondLast = last
          last = highestScore(scores + index * stride, tags.count)
          result.append(tags[last])
        }
      }
    }
    return result
  }
}
