import Articles
import Diplomacy
import Extraction

/// `measure stages`: what each stage of reading and extraction costs.
///
/// `--articles N` sets how many articles are made from the examples, `--folder PATH` takes the
/// texts of a folder instead, `--rounds N` reads all of them several times over.
enum StageMeasurement {
  static func run(_ options: ToolOptions) throws {
    let texts =
      try options["folder"].map { try files(in: $0, ending: ".txt").map { try text(of: $0) } }
      ?? BenchmarkCorpus(
        examples: options.examples(), count: options.count("articles", default: 2000)
      ).texts
    let profile = try StageProfile(of: texts, rounds: options.count("rounds", default: 1))
    print(profile.text, terminator: "")
  }
}

/// Processor time by stage, over a number of texts.
struct StageProfile {
  private var stages: [(name: String, seconds: Double)] = []
  private var tokens = 0

  init(of texts: [String], rounds: Int) throws {
    let extractor = Extractor()
    // The first article pays for reading the lexicons, which the others don't.
    _ = try texts.first.map { extractor.reports(from: try readArticle($0)) }
    for _ in 0..<rounds {
      for text in texts {
        var watch = Stopwatch()
        let article = try readArticle(text)
        add(watch.lap(), to: "article")
        _ = extractor.reports(from: article) { stage in add(watch.lap(), to: stage) }
        tokens += tokenCount(of: article)
      }
    }
  }

  private mutating func add(_ seconds: Double, to name: String) {
    if let index = stages.firstIndex(where: { $0.name == name }) {
      stages[index].seconds += seconds
    } else {
      stages.append((name, seconds))
    }
  }

  /// A row a stage in their order, and the sum.
  var text: String {
    var table = MarkdownTable("stage", "seconds", "share", "ns a token")
    let sum = stages.reduce(0) { $0 + $1.seconds }
    for (name, seconds) in stages + [("sum", sum)] {
      table.add(
        name, decimal(seconds, digits: 3), "\(decimal(100 * seconds / sum, digits: 1)) %",
        decimal(1e9 * seconds / Double(max(1, tokens))))
    }
    return table.text + "\n\(decimal(Double(tokens) / sum)) tokens a second\n"
  }
}
