import Glibc
import Language

/// Makes the models of English again from the treebanks.
///
///     memcon-train ../shared/data [Sources/CModels/Data]
struct TrainingCommand {
  private let data: String
  private let output: String
  private let isReport: Bool
  private let isTaggerOnly: Bool
  /// How often each network of the parser reads the treebanks.
  private let passes: Int

  /// Trains, writes both models, prints how well they read; returns the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.first == "--show" {
      TreePrinter.show(arguments.dropFirst().joined(separator: " "))
      return 0
    }
    let operands = arguments.filter { !$0.hasPrefix("--") }
    guard (1...2).contains(operands.count) else {
      print("usage: memcon-train DATA [OUTPUT] [--passes=16] [--test] [--only-report]")
      return 2
    }
    let command = TrainingCommand(
      data: operands[0], output: operands.count > 1 ? operands[1] : "Sources/CModels/Data",
      isReport: arguments.contains("--test"),
      isTaggerOnly: arguments.contains("--only-tagger"),
      passes: arguments.filter { $0.hasPrefix("--passes=") }
        .compactMap { Int($0.dropFirst("--passes=".count)) }.first ?? 16)
    do {
      if arguments.contains("--only-report") {
        try command.reportAsWritten()
      } else {
        try command.train()
      }
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
    let sources =
      "document\tsplit\tgenre\tlicence\tsource\n" + licences.sources.joined(separator: "\n")
    try TextFile.write(Array((sources + "\n").utf8), to: output + "/gum-sources.tsv")
    let sentences = SentenceVariants.all(whole, seed: 78)

    let taggerBytes = TaggerTrainer().train(sentences)
    try TextFile.write(taggerBytes, to: output + "/tagger.model")
    guard let tagger = Tagger(lasting(taggerBytes)) else { return }
    try report(tagger, nil, licences)

    if isTaggerOnly { return }
    let course = ParserCourse(
      sentences: zip(sentences, jackknifed(sentences)).map { sentence, tags in
        var sentence = sentence.projective
        sentence.tags = tags
        return sentence
      }, tagger: tagger, passes: passes)
    let bytes = NetworkWriter(parameters: course.network()).bytes
    try TextFile.write(bytes, to: output + "/parser.model")
    try report(tagger, Parser(lasting(bytes)), licences)
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

  /// Prints how well the models in the output folder read.
  private func reportAsWritten() throws {
    let licences = try Licences(data + "/gum/licences.tsv")
    guard let tagger = Tagger(lasting(try TextFile.read(output + "/tagger.model"))) else { return }
    try report(tagger, Parser(lasting(try TextFile.read(output + "/parser.model"))), licences)
  }

  private func report(_ tagger: Tagger, _ parser: Parser?, _ licences: Licences) throws {
    for part in isReport ? ["dev", "test"] : ["dev"] {
      let ewt = try Treebank.sentences("\(data)/ewt/\(part).conllu")
      let gum = try Treebank.sentences("\(data)/gum/\(part).conllu")
      if let parser { print(Speed(ewt, tagger, parser)) }
      if let parser {
        print("EWT \(part), from raw text: \(RawEvaluation(ewt, tagger, parser))")
        print("GUM \(part), from raw text: \(RawEvaluation(gum, tagger, parser))")
      }
      print("EWT \(part): \(Evaluation(ewt, tagger, parser))")
      print("GUM \(part), all: \(Evaluation(gum, tagger, parser))")
      print(
        "EWT \(part), with phrases as units: \(Evaluation(ewt, tagger, parser, withUnits: true))")
      let allowed = gum.filter { licences.allow($0.document) }
      print("GUM \(part), of the licences used: \(Evaluation(allowed, tagger, parser))")
    }
  }
}
