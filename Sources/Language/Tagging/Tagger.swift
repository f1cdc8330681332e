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
    return tokens.count == 1 ? ParserInput.Word(first) : unitWord(first, last)
  }

  /// The same for a unit that begins and ends with tokens of these traits.
  func unitWord(_ first: WordTraits, _ last: WordTraits) -> ParserInput.Word {
    if CalendarWords.hashes.contains(first.lower) { return ParserInput.Word(first) }
    if CalendarWords.hashes.contains(last.lower) { return ParserInput.Word(last) }
    return .name
  }

  /// The tags of a sentence of these words.
  package func tag(_ words: [WordTraits], in workspace: ModelWorkspace = ModelWorkspace()) -> [Tag]
  {
    guard !words.isEmpty else { return [] }
    let features = TaggerFeatures(words)
    // Scores by words first: the loads of weights do not wait for each other there, and those of the
    // next word are on their way while the word's are added.
    let hashCount = 2 * TaggerFeatures.count
    let memory = workspace.memory(
      byteCount: hashCount * MemoryLayout<UInt32>.stride
        + words.count * tags.count * MemoryLayout<Int16>.stride)
    let hashes = memory.bindMemory(to: UInt32.self, capacity: hashCount)
    let scores = UnsafeMutableRawPointer(hashes + hashCount)
      .bindMemory(to: Int16.self, capacity: words.count * tags.count)
    scoreWords(features, words.count, workspace.wordScores, hashes, scores)
    return chooseTags(features, words.count, hashes, scores)
  }

  /// The tags by the scores so far and the features that look at the tags before.
  ///
  /// Which weights these are is known when the tag before is. Nearly always that is the one with the
  /// highest score so far, so that the next word's are asked for by it while the word's own are added.
  private func chooseTags(
    _ features: TaggerFeatures, _ count: Int, _ hashes: UnsafeMutablePointer<UInt32>,
    _ scores: UnsafeMutablePointer<Int16>
  ) -> [Tag] {
    let stride = tags.count
    var current = hashes
    var next = hashes + TaggerFeatures.count
    var result: [Tag] = []
    result.reserveCapacity(count)
    var last = -1
    var secondLast = -1
    var expected = -2
    for index in 0..<count {
      let own = scores + index * stride
      if expected != last {
        var sink = FeatureSink(current)
        features.writeTags(at: index, last: last, secondLast: secondLast, to: &sink)
      }
      if index + 1 < count {
        expected = highestScore(own, stride)
        var sink = FeatureSink(next)
        features.writeTags(at: index + 1, last: expected, secondLast: last, to: &sink)
        fetchRows(weights, next, sink.count, shift, stride)
      }
      addScores(weights, current, TaggerFeatures.tagCount, shift, own, own, stride)
      secondLast = last
      last = highestScore(own, stride)
      result.append(tags[last])
      swap(&current, &next)
    }
    return result
  }

  /// Writes the scores by the features that look at words alone.
  private func scoreWords(
    _ features: TaggerFeatures, _ count: Int, _ known: WordScores,
    _ hashes: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int16>
  ) {
    let stride = tags.count
    var current = hashes
    var next = hashes + TaggerFeatures.count
    func fetch(_ index: Int) {
      var sink = FeatureSink(next)
      features.writeNeighbours(at: index, to: &sink)
      fetchRows(weights, next, sink.count, shift, stride)
    }
    fetch(0)
    for index in 0..<count {
      swap(&current, &next)
      if index + 1 < count { fetch(index + 1) }
      let own = known.place(of: features.key(at: index))
      if !own.isKnown {
        own.scores.update(repeating: 0, count: stride)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.ownCount) {
          hashes in
          guard let hashes = hashes.baseAddress else { return }
          var sink = FeatureSink(hashes)
          features.writeOwn(at: index, to: &sink)
          addScores(weights, hashes, sink.count, shift, own.scores, own.scores, stride)
        }
      }
      addScores(
        weights, current, TaggerFeatures.neighbourCount, shift, own.scores,
        scores + index * stride, stride)
    }
  }
}
