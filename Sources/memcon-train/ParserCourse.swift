import Language

/// Trains networks of the parser on the treebanks, each pass with other forms of the sentences.
struct ParserCourse {
  /// The sentences, projective, with tags as a tagger tells them.
  let sentences: [GoldSentence]
  let tagger: Tagger
  /// How often a network reads the treebanks.
  let passes: Int

  /// The networks trained one after another: a seed, and how much it trusts those before it, of one.
  ///
  /// Two learn from the treebanks alone, a third also from what both would do, the last from all three. On the
  /// development sets of EWT and GUM the last is .4 to .6 better (UAS and LAS) than the first.
  private static let lessons: [(seed: UInt64, trust: Float)] = [
    (3, 0), (5, 0), (7, 0.5), (3, 0.6),
  ]

  /// The last of the networks trained.
  func network() -> Parameters {
    var networks: [Parameters] = []
    for (number, lesson) in Self.lessons.enumerated() {
      print("  network \(number + 1) of \(Self.lessons.count) for the parser")
      networks.append(
        network(
          seed: lesson.seed, teachers: lesson.trust > 0 ? networks : [], trust: lesson.trust))
    }
    return networks[networks.count - 1]
  }

  /// A network that learnt from the treebanks, and by `trust` from what `teachers` would do.
  ///
  /// The same seed and teachers give the same network.
  private func network(seed: UInt64, teachers: [Parameters], trust: Float) -> Parameters {
    let longest = sentences.map(\.count).max() ?? 0
    let trainer = ParserTrainer(
      seed: seed, capacity: longest,
      teachers: teachers.map { ParserTeacher($0, capacity: longest) }, trust: trust)
    var generator = SeededGenerator(seed: 9)
    for pass in 1...passes {
      let examples = sentences.map { sentence in
        switch generator.next() >> 32 % 100 {
        case 0..<40: example(sentence)
        case 40..<60:
          example(SentenceVariants.withNames(sentence, withOf: generator.chance(50)))
        default: example(PhraseVariants.vary(sentence, &generator))
        }
      }
      let accuracy = trainer.train(
        examples, rates: (rate(pass - 1), rate(pass)), exploring: pass < 2 ? 0 : 80)
      print("  parser \(pass): \(accuracy) in training")
    }
    return trainer.parameters
  }

  /// The rate of learning after so many passes.
  private func rate(_ done: Int) -> Float { 0.0015 * Float(passes - done) / Float(passes) }

  private func example(_ sentence: GoldSentence) -> ParserExample {
    ParserExample(
      input: ParserInput(
        words: (0..<sentence.count).map { tagger.unitWord(of: sentence, at: $0) },
        tags: sentence.tags),
      heads: sentence.heads, relations: sentence.relations)
  }
}
