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

  private static let none = Atom(small: -1)

  private func word(_ index: Int) -> WordTraits? {
    index >= 0 && index < words.count ? words[index] : nil
  }

  /// How many templates look at one word alone, and how many at its neighbours too.
  package static let ownCount = 14
  package static let neighbourCount = 14

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
    let none = Self.none
    let word = words[index]
    let before = self.word(index - 1)
    let after = self.word(index + 1)
    let lower = word.lower
    let shape = word.shape ^ style
    let own = Atom(small: Int(word.wordClass))
    let next = after.map { Atom(small: Int($0.wordClass)) } ?? none
    let nextButOne = self.word(index + 2).map { Atom(small: Int($0.wordClass)) } ?? none
    let previous = before.map { Atom(small: Int($0.wordClass)) } ?? none
    let lowerBefore = before?.lower ?? none
    let lowerAfter = after?.lower ?? none

    sink.begin(14)
    sink.add(lowerBefore)
    sink.add(lowerAfter)
    sink.add(self.word(index - 2)?.lower ?? none)
    sink.add(self.word(index + 2)?.lower ?? none)
    sink.add(lowerBefore, lower)
    sink.add(lower, lowerAfter)
    sink.add(lowerBefore, lowerAfter)
    sink.begin(29)
    sink.add(own, next)
    sink.add(own, next, nextButOne)
    sink.add(previous, own, next)
    sink.add(after?.suffixes[2] ?? none, own)
    sink.add(before?.suffixes[2] ?? none, own)
    sink.add(before.map { $0.shape ^ style } ?? none, shape)
    sink.add(shape, after.map { $0.shape ^ style } ?? none)
  }

  /// Writes the features that look at the tags before the word too.
  package func writeTags(at index: Int, last: Int, secondLast: Int, to sink: inout FeatureSink) {
    let word = words[index]
    let after = self.word(index + 1)
    let lower = word.lower
    let own = Atom(small: Int(word.wordClass))
    let next = after.map { Atom(small: Int($0.wordClass)) } ?? Self.none
    let lowerAfter = after?.lower ?? Self.none
    let tag = Atom(small: last)
    let tagBefore = Atom(small: secondLast)

    sink.begin(21)
    sink.add(tag)
    sink.add(tag, tagBefore)
    sink.add(tag, lower)
    sink.add(tag, tagBefore, own)
    sink.add(tag, own)
    sink.add(tag, own, next)
    sink.add(tag, word.suffixes[2])
    sink.add(tag, lowerAfter)
    sink.begin(36)
    sink.add(tag, word.shape ^ style, next)
    sink.add(tag, tagBefore, own, next)
  }
}
