import Diplomacy
import Extraction
import Lexicons

/// `measure growth`: whether time and memory grow as the text does, and no faster.
///
/// The articles made from the examples stand in one text 1, 4 and 16 times over, one sentence is drawn out to a
/// megabyte, and a list names ever more people whom the table of office-holders knows, between titles that may be
/// theirs; each is read in a process of its own.
enum GrowthMeasurement {
  static func run(_ options: ToolOptions) throws {
    if let shape = options["shape"] { return try child(shape, options) }
    let shapes = [
      "1", "4", "16", "sentence-64", "sentence-256", "sentence-1024", "people-250", "people-1000",
      "people-4000",
    ]
    .prefix(options.count("shapes", default: 9))
    var table = MarkdownTable("text", "kB", "seconds", "kB a second", "peak memory, MB")
    var stages: [[Substring]] = []
    for shape in shapes {
      let run = try ChildRun(CommandLine.arguments[0], ["growth", "--shape", shape]).succeeded()
      let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: "\t")
      }
      let bytes = Double(lines[0][0]) ?? 0
      let seconds = lines.dropFirst().reduce(0) { $0 + (Double($1[1]) ?? 0) }
      table.add(
        name(of: shape), decimal(bytes / 1000),
        decimal(seconds, digits: 3), decimal(bytes / 1000 / seconds),
        decimal(Double(run.peakMemory) / 1e6, digits: 1))
      let costs = lines.dropFirst().map { 1e9 * (Double($0[1]) ?? 0) / bytes }
      if stages.isEmpty { stages = lines.dropFirst().map { [$0[0]] } }
      for (row, cost) in costs.enumerated() { stages[row].append(Substring(decimal(cost))) }
    }
    print(table.text)
    var costs = MarkdownTable(["ns a byte"] + shapes)
    for row in stages { costs.add(row.map(String.init)) }
    print(costs.text, terminator: "")
  }

  private static func name(of shape: String) -> String {
    if shape.hasPrefix("sentence-") { return "one sentence" }
    return shape.hasPrefix("people-") ? "\(shape.dropFirst(7)) people" : "\(shape) ×"
  }

  /// Prints the size of one text in bytes, and the seconds that each stage takes to read it.
  private static func child(_ shape: String, _ options: ToolOptions) throws {
    let examples = try options.examples()
    _ = Extractor().reports(from: try readArticle(examples[0]))
    let text =
      if shape.hasPrefix("sentence-") {
        sentence(kilobytes: Int(shape.dropFirst(9)) ?? 1)
      } else if shape.hasPrefix("people-") {
        people(count: Int(shape.dropFirst(7)) ?? 1)
      } else {
        Array(
          repeating: BenchmarkCorpus(examples: examples, count: 25).texts
            .joined(separator: "\n\n"),
          count: Int(shape) ?? 1
        ).joined(separator: "\n\n")
      }
    print(text.utf8.count)
    // Made by hand where the reader caps the length of an article.
    var watch = Stopwatch()
    let article: Article
    if let read = try? readArticle(text) {
      article = read
    } else {
      let range = TextRange(0, text.unicodeScalars.count)
      article = Article(text: text, blocks: [Article.Block(.paragraph, range)])
    }
    print("article", watch.lap(), separator: "\t")
    _ = Extractor().reports(from: article) { stage in
      print(stage, watch.lap(), separator: "\t")
    }
  }

  /// One sentence of clauses that all tell of a meeting, the hardest of that length to read.
  private static func sentence(kilobytes: Int) -> String {
    let clauses = [
      "Prime Minister Rishi Sunak spoke with President Joe Biden of the United States in London",
      "Foreign Minister Wang Yi of China met Antony Blinken on Thursday",
      "the two leaders discussed trade, maritime security and Ukraine",
      "Winston Peters, who works with Marco Rubio, had dinner with Sebastian Gorka",
    ]
    var text = "On Friday"
    var index = 0
    while text.utf8.count < kilobytes << 10 {
      text += (index == 0 ? " " : ", and ") + clauses[index % clauses.count]
      index += 1
    }
    return text + "."
  }

  /// Paragraphs that name `count` people of the table of office-holders, from all over it, and speak of offices that
  /// somebody among them may hold.
  private static func people(count: Int) -> String {
    let rows = LexiconTable(named: "office_holders")?.rows ?? []
    let names = stride(from: 0, to: rows.count, by: max(1, rows.count / count)).map {
      rows[$0][1]
    }
    return names.prefix(count).map {
      "\($0) was received in Geneva by the president and spoke with the foreign minister."
    }.joined(separator: "\n\n")
  }
}
