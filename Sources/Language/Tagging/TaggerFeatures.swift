/// What the tagger looks at: the word, its neighbours, the tags before it.
///
/// The templates follow Collins (Discriminative Training Methods for Hidden Markov Models, EMNLP
/// 2002) and Giménez & Màrquez (SVMTool, LREC 2004), whose classes of ambiguity say of the words to
/// come which tags they can have.
package struct TaggerFeatures {
  /// How many templates there are.
  package static let count = 38

  private let words: [WordTraits]
  private let style: Atom

  /// The features of a sentence of these words.
  package init(_ words: [WordTraits]) {
    self.words = words
    style = Atom(small: CaseStyle(words).rawValue)
  }

  private static var none: Atom { Atom(small: -1) }

  // What is asked of a word that may lie outside of the sentence; the words themselves are not copied.

  @inline(__always)
  private func lower(_ index: Int) -> Atom {
    words.indices.contains(index) ? words[index].lower : Self.none
  }

  @inline(__always)
  private func ending(_ index: Int) -> Atom {
    words.indices.contains(index) ? words[index].suffixes[2] : Self.none
  }

  @inline(__always)
  private func shape(_ index: Int) -> Atom {
    words.indices.contains(index) ? words[index].shape ^ style : Self.none
  }

  @inline(__always)
  private func wordClass(_ index: Int) -> Atom {
    words.indices.contains(index) ? Atom(small: Int(words[index].wordClass)) : Self.none
  }

  /// How many templates look at one word alone, how many at its neighbours too, and how many at the tags
  /// before it.
  package static let ownCount = 14
  package static let neighbourCount = 14
  package static let tagCount = 10

  /// Writes the features of the word at `index`, before which stand the tags `last` and, before
  /// that, `secondLast`; -1 for none.
  package func write(at index: Int, last: Int, secondLast: Int, to sink: inout FeatureSink) {
    writeOwn(at: index, to: &sink)
    writeNeighbours(at: index, to: &sink)
    writeTags(at: index, last: last, secondLast: secondLast, to: &sink)
  }

  /// What the features of the word at `index` alone depend on.
  func key(at index: Int) -> WordScores.Key {
    WordScores.Key(lower: words[index].lower, look: (words[index].shape ^ style) &+ place(index))
  }

  /// The start of a sentence tells what a capital is worth.
  private func place(_ index: Int) -> Atom { index == 0 ? 0x5851_F42D_4C95_7F2D : 0 }

  /// Writes the features that look at the word at `index` alone.
  package func writeOwn(at index: Int, to sink: inout FeatureSink) {
    let word = words[index]
    let lower = word.lower
    let shape = word.shape ^ style
    let place = place(index)
    let own = Atom(small: Int(word.wordClass))

    sink.begin(0)
    sink.add(1)
    sink.add(lower)
    sink.add(shape, place)
    sink.add(word.suffixes[0])
    sink.add(word.suffixes[1])
    sink.add(word.suffixes[2])
    sink.add(word.suffixes[3])
    sink.add(word.prefixes[0])
    sink.add(word.prefixes[1])
    sink.add(word.prefixes[2])
    sink.add(lower, shape, place)
    sink.add(own)
    sink.add(own, shape, place)
    sink.add(word.suffixes[2], shape)
  }

  /// Writes the features that look at the word at `index` and its neighbours.
  package func writeNeighbours(at index: Int, to sink: inout FeatureSink) {
    let own = wordClass(index)
    let next = wordClass(index + 1)
    let lower = lower(index)
    let lowerBefore = self.lower(index - 1)
    let lowerAfter = self.lower(index + 1)
    let shape = shape(index)

    sink.begin(14)
    sink.add(lowerBefore)
    sink.add(lowerAfter)
    sink.add(self.lower(index - 2))
    sink.add(self.lower(index + 2))
    sink.add(lowerBefore, lower)
    sink.add(lower, lowerAfter)
    sink.add(lowerBefore, lowerAfter)
    sink.begin(29)
    sink.add(own, next)
    sink.add(own, next, wordClass(index + 2))
    sink.add(wordClass(index - 1), own, next)
    sink.add(ending(index + 1), own)
    sink.add(ending(index - 1), own)
    sink.add(self.shape(index - 1), shape)
    sink.add(shape, self.shape(index + 1))
  }

  /// Writes the features that look at the tags before the word too.
  package func writeTags(at index: Int, last: Int, secondLast: Int, to sink: inout FeatureSink) {
    let own = wordClass(index)
    let next = wordClass(index + 1)
    let tag = Atom(small: last)
    let tagBefore = Atom(small: secondLast)

    sink.begin(21)
    sink.add(tag)
    sink.add(tag, tagBefore)
    sink.add(tag, lower(index))
    sink.add(tag, tagBefore, own)
    sink.add(tag, own)
    sink.add(tag, own, next)
    sink.add(tag, ending(index))
    sink.add(tag, lower(index + 1))
    sink.begin(36)
    sink.add(tag, shape(index), next)
    sink.add(tag, tagBefore, own, next)
  }
}
