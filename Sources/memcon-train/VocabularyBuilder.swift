import Language

/// Groups the words of the training data by the tags they have there.
struct VocabularyBuilder {
  private var classes: [Atom: UInt8] = [:]
  private var order: [Atom] = []

  /// The words that stand at least `minimum` times in `sentences`.
  init(_ sentences: [GoldSentence], _ tags: TagClasses, minimum: Int = 2) {
    var counts: [Atom: [Int: Int]] = [:]
    for sentence in sentences {
      for (word, tag) in zip(sentence.words, sentence.tags) {
        counts[Self.plainTraits(word).lower, default: [:]][tags.index(of: tag), default: 0] += 1
      }
    }
    var sets: [Atom: [Int]] = [:]
    var sizes: [[Int]: Int] = [:]
    for (word, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= minimum else { continue }
      // Tags seen in one of fifty cases or less are mistakes more often than not.
      let set = tags.filter { $0.value * 50 >= total }
        .sorted { ($1.value * 4 / total, $0.key) < ($0.value * 4 / total, $1.key) }.map(\.key)
      sets[word] = set
      sizes[set, default: 0] += total
    }
    let ranked = sizes.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
      .prefix(250).map(\.key)
    let numbers = Dictionary(uniqueKeysWithValues: zip(ranked, 1...))
    order = sets.keys.sorted()
    for word in order {
      guard let set = sets[word] else { continue }
      let number = numbers[set] ?? numbers[Array(set.prefix(2))] ?? numbers[[set[0]]] ?? 255
      classes[word] = UInt8(number)
    }
  }

  /// The traits of a word, with its class.
  func traits(_ word: String) -> WordTraits {
    var traits = Self.plainTraits(word)
    traits.wordClass = classes[traits.lower] ?? 0
    return traits
  }

  private static func plainTraits(_ word: String) -> WordTraits {
    Array(word.unicodeScalars).withUnsafeBufferPointer { WordTraits($0) }
  }

  /// Writes the table that `Vocabulary` reads: half empty, so that searches are short.
  func write(to writer: inout ModelWriter) {
    var bits = 8
    while 1 << bits < 2 * order.count { bits += 1 }
    var slots = [UInt32](repeating: 0, count: 1 << bits)
    for word in order {
      var slot = Vocabulary.slot(of: word) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Vocabulary.key(of: word) << 8 | UInt32(classes[word] ?? 0)
    }
    writer.add(number: bits)
    for slot in slots { writer.add(number: Int(slot)) }
  }
}
