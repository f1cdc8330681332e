import Glibc
import Language

/// Makes the models of English again from the treebanks.
///
///     memcon-train ../shared/data [Sources/CModels/Data]
struct TrainingCommand {
  private let data: String
  private let output: String
  private let isReport: Bool

  /// Trains, writes both models, prints how well they read; returns the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    let operands = arguments.filter { !$0.hasPrefix("--") }
    guard (1...2).contains(operands.count) else {
      print("usage: memcon-train DATA [OUTPUT] [--test]")
      return 2
    }
    let command = TrainingCommand(
      data: operands[0], output: operands.count > 1 ? operands[1] : "Sources/CModels/Data",
      isReport: arguments.contains("--test"))
    do {
      try command.train()
      return 0
    } catch {
      print("error: \(error)")
      return 1
    }
  }

  private func train() throws {
    let licences = try Licences(data + "/gum/licences.tsv")
    let ewt = try Treebank.sentences(data + "/ewt/train.conllu")
    let gum = try Treebank.sentences(data + "/gum/train.conllu").filter {
      licences.allow($0.document)
    }
    let whole = ewt + gum
    print("\(whole.count) sentences, \(whole.reduce(0) { $0 + $1.count }) words")
    let sentences = whole + whole.compactMap(SentenceVariants.withHyphens)

    let taggerBytes = TaggerTrainer().train(sentences)
    try TextFile.write(taggerBytes, to: output + "/tagger.model")
    guard let tagger = Tagger(lasting(taggerBytes)) else { return }
    try report(tagger, nil, licences)

    let tagged = jackknifed(sentences)
    let trainer = ParserTrainer()
    let projective = zip(sentences, tagged).map { sentence, tags in
      var sentence = sentence.projective
      sentence.tags = tags
      return sentence
    }
    var generator = SeededGenerator(seed: 9)
    trainer.count(projective.map { example($0, tagger) })
    trainer.count(
      projective.map { example(SentenceVariants.withNames($0, withOf: true), tagger) })
    for iteration in 1...12 {
      let examples = projective.map { sentence in
        let isWhole = generator.chance(50)
        let withOf = generator.chance(50)
        return example(
          isWhole ? sentence : SentenceVariants.withNames(sentence, withOf: withOf), tagger)
      }
      let accuracy = trainer.train(examples, exploring: iteration < 2 ? 0 : 90)
      print("  parser \(iteration): \(accuracy) in training")
      if iteration % 4 == 0, let parser = Parser(lasting(trainer.model())) {
        try report(tagger, parser, licences)
      }
    }
    try TextFile.write(trainer.model(), to: output + "/parser.model")
  }

  private func example(_ sentence: GoldSentence, _ tagger: Tagger) -> ParserExample {
    ParserExample(
      input: ParserInput(
        words: (0..<sentence.count).map { tagger.unitWord(of: sentence, at: $0) },
        tags: sentence.tags),
      heads: sentence.heads, relations: sentence.relations)
  }

  /// Each sentence's tags as told by a tagger that was not trained on its document.
  private func jackknifed(_ sentences: [GoldSentence]) -> [[Tag]] {
    let folds = 4
    var numbers: [String: Int] = [:]
    for sentence in sentences where numbers[sentence.document] == nil {
      numbers[sentence.document] = numbers.count
    }
    var tags = sentences.map(\.tags)
    for fold in 0..<folds {
      let isHeld = { (sentence: GoldSentence) in
        (numbers[sentence.document] ?? 0) % folds == fold
      }
      let bytes = TaggerTrainer(iterations: 5).train(sentences.filter { !isHeld($0) }, quiet: true)
      let memory = lasting(bytes)
      defer { memory.deallocate() }
      guard let tagger = Tagger(memory) else { continue }
      for (index, sentence) in sentences.enumerated() where isHeld(sentence) {
        tags[index] = tagger.tag(sentence.words.map { tagger.traits(of: $0) })
      }
      print("  tagged part \(fold + 1) of \(folds) for the parser")
    }
    return tags
  }

  private func report(_ tagger: Tagger, _ parser: Parser?, _ licences: Licences) throws {
    for part in isReport ? ["dev", "test"] : ["dev"] {
      let ewt = try Treebank.sentences("\(data)/ewt/\(part).conllu")
      let gum = try Treebank.sentences("\(data)/gum/\(part).conllu")
      print("EWT \(part): \(Evaluation(ewt, tagger, parser))")
      print("GUM \(part), all: \(Evaluation(gum, tagger, parser))")
      let allowed = gum.filter { licences.allow($0.document) }
      print("GUM \(part), of the licences used: \(Evaluation(allowed, tagger, parser))")
    }
  }
}
