import Language

/// Sentences whose noun phrases are one unit each, as Extraction hands them to the parser: "US Secretary
/// of State Marco Rubio met the Iranian foreign minister" has three units.
struct PhraseVariants {
  private let sentence: GoldSentence
  private var children: [[Int]]
  private var groups: [Int]

  /// The sentence with a random part of its noun phrases as units.
  static func vary(_ sentence: GoldSentence, _ generator: inout SeededGenerator) -> GoldSentence {
    var variants = PhraseVariants(sentence)
    for head in 0..<sentence.count {
      switch sentence.tags[head].universal {
      case .properNoun where generator.chance(80): variants.join(head, &generator)
      case .noun where generator.chance(30): variants.join(head, &generator)
      default: continue
      }
    }
    var result = sentence.merged(variants.groups, glue: false)
    var isPart = [Bool](repeating: false, count: result.count + 1)
    for index in 0..<result.count where inner.contains(result.relations[index]) {
      isPart[index] = true
      isPart[result.heads[index]] = true
    }
    for index in 0..<result.count where result.tags[index].universal == .properNoun {
      if result.isName[index] {
        result.tags[index] = .name
      } else if !isPart[index], generator.chance(60),
        !CalendarWords.all.contains(result.words[index].lowercased())
      {
        result.isName[index] = true
      }
    }
    return result
  }

  private init(_ sentence: GoldSentence) {
    self.sentence = sentence
    children = Array(repeating: [], count: sentence.count + 1)
    for (index, head) in sentence.heads.enumerated() { children[head].append(index) }
    groups = Array(0..<sentence.count)
  }

  private static let inner: Set<Relation> = [.compound, .flat, .nmodDesc, .nummod]
  private static let before: Set<Relation> = [
    .det, .amod, .compound, .nummod, .nmodPoss, .nmodDesc, .flat, .detPredet,
  ]

  /// Makes a unit of the phrase of `head`, as far as it is plain and unbroken.
  private mutating func join(_ head: Int, _ generator: inout SeededGenerator) {
    guard !Self.before.contains(sentence.relations[head]) else { return }
    var first = head
    var last = head
    for child in children[head].reversed() where child < head {
      let range = subtree(child)
      guard range.upperBound == first, Self.before.contains(sentence.relations[child]),
        isPlain(range, limit: 6)
      else { break }
      first = range.lowerBound
    }
    let isLong = generator.chance(50)
    for child in children[head] where child > head {
      let range = subtree(child)
      guard range.lowerBound == last + 1, takes(child, range, isLong: isLong) else { break }
      last = range.upperBound - 1
    }
    guard last > first, (first...last).allSatisfy({ groups[$0] == $0 }) else { return }
    for index in first...last { groups[index] = first }
  }

  /// Whether what stands behind a head belongs to the unit: the rest of a name, "of Libya", ", the
  /// foreign minister of Libya".
  private func takes(_ child: Int, _ range: Range<Int>, isLong: Bool) -> Bool {
    switch sentence.relations[child] {
    case .flat, .compound, .nummod: isPlain(range, limit: 3)
    case .nmod: isLong && sentence.words[range.lowerBound] == "of" && isPlain(range, limit: 4)
    case .appos: isLong && isPlain(range, limit: 9)
    default: false
    }
  }

  private func isPlain(_ range: Range<Int>, limit: Int) -> Bool {
    range.count <= limit
      && range.allSatisfy {
        ![.verb, .auxiliary, .pronoun, .coordinator].contains(sentence.tags[$0].universal)
          || sentence.tags[$0].penn == .prpPossessive
      }
  }

  private func subtree(_ unit: Int) -> Range<Int> {
    var first = unit
    var last = unit
    while let child = children[first].first, child < first { first = child }
    while let child = children[last].last, child > last { last = child }
    return first..<last + 1
  }
}
