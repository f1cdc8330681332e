import Articles
import Diagnostics
import Diplomacy
import Extraction
import JSON

/// `measure speed`: how fast memcon reads and extracts, without storing, on one thread; what memory
/// and what start-up it takes; and how it compares with spaCy where that is installed.
///
/// `--articles N` sets how many articles are made from the examples, `--spacy PYTHON` names the
/// Python that has spaCy (`python3` if not given), `--spacy-articles N` how many it reads.
enum SpeedMeasurement {
  static func run(_ options: ToolOptions) throws {
    let count = options.count("articles", default: 2000)
    let corpus = BenchmarkCorpus(examples: try options.examples(), count: count)
    // Children first: see `ChildRun.peakMemory`.
    let whole = try WholeProcess(options.memcon, corpus)
    let rates = try Rates(of: corpus.texts)
    var table = MarkdownTable("measure", "figure")
    table.add("articles", decimal(Double(count)))
    table.add("bytes", decimal(Double(corpus.byteCount)))
    table.add("tokens", decimal(Double(rates.tokens)))
    table.add("seconds of one thread", decimal(rates.seconds, digits: 3))
    table.add("bytes a second", decimal(Double(rates.bytes) / rates.seconds))
    table.add("articles a second", decimal(Double(count) / rates.seconds))
    table.add("tokens a second", decimal(rates.tokensPerSecond))
    table.add("the whole program on them, seconds", decimal(whole.seconds, digits: 3))
    table.add("its peak memory, MB", decimal(Double(whole.peakMemory) / 1e6, digits: 1))
    table.add("start to first result, ms", decimal(whole.startMilliseconds, digits: 1))
    print(table.text)
    try Comparison(options, texts: corpus.texts)?.print()
  }
}

/// What reading and extracting a number of texts takes, in this process.
struct Rates {
  let seconds: Double
  let tokens: Int
  let bytes: Int

  var tokensPerSecond: Double { Double(tokens) / seconds }

  /// The best of three runs over `texts`, after one article that pays for loading the lexicons.
  init(of texts: [String]) throws {
    let extractor = Extractor()
    _ = try texts.first.map { extractor.reports(from: try readArticle($0)) }
    var best = Double.infinity
    for _ in 0..<3 {
      var watch = Stopwatch()
      for text in texts { _ = extractor.reports(from: try readArticle(text)) }
      best = min(best, watch.lap())
    }
    seconds = best
    tokens = try texts.reduce(0) { $0 + tokenCount(of: try readArticle($1)) }
    bytes = texts.reduce(0) { $0 + $1.utf8.count }
  }
}

/// The program as a user runs it: on all articles as JSON Lines, and on one example.
private struct WholeProcess {
  let seconds: Double
  let peakMemory: Int
  let startMilliseconds: Double

  init(_ memcon: String, _ corpus: BenchmarkCorpus) throws {
    let lines = corpus.texts.map { JSONValue.object([.init("text", .string($0))]).text + "\n" }
    let file = try TemporaryFile(lines.joined())
    let all = try ChildRun(
      memcon, ["extract", "--input-format", "jsonl", "--format", "jsonl", file.path]
    ).succeeded()
    let starts = try (0..<20).map { _ in
      try ChildRun(memcon, ["extract", "Examples/rubio-peters.txt"]).succeeded().seconds
    }
    seconds = all.processorSeconds
    peakMemory = all.peakMemory
    startMilliseconds = 1000 * starts.sorted()[starts.count / 2]
  }
}
