import Arguments
import Articles
import Diagnostics
import Diplomacy
import Extraction
import Record

/// `memcon ingest`: reads articles and keeps what they say.
struct IngestCommand: Command {
  static let syntax = CommandSyntax(
    "ingest", summary: "Read articles into the graph",
    examples: [
      .init("memcon ingest article.txt --published 2025-03-20", "reads one article"),
      .init("memcon ingest archive/*.txt", "reads many; dates are told from the texts"),
      .init(
        "memcon ingest --input-format jsonl - < articles.jsonl",
        "reads JSON Lines: id, text, title, published, url, publisher, author"),
    ],
    discussion: """
      A graph that does not exist is made. An article that the graph holds already changes \
      nothing, unless --published corrects its day; one with a known address or id but other words \
      replaces the old one. A bad article does not stop the others: what failed is listed at the \
      end.
      """,
    operands: [ArticleInputs.paths.syntax], options: ArticleInputs.options)

  private let inputs: ArticleInputs

  init(_ arguments: ParsedArguments) throws { inputs = try ArticleInputs(arguments) }

  func run(on console: Console) throws -> ExitStatus {
    var batch = IngestionBatch(path: console.graphPath)
    defer { console.endProgress() }
    do {
      try inputs.forEach(on: console) { outcome in
        try batch.take(outcome)
        console.progress("\(batch.count), \(counted(batch.meetings, "meeting"))")
      }
      try batch.finish()
    } catch let stop as Diagnostic {
      // The graph, not an article, is to blame: going on would only fail again.
      batch.failures.append(stop)
    }
    console.endProgress()
    console.note(batch.summary)
    return try console.conclude(batch.failures)
  }
}

/// Articles on their way into one graph.
private struct IngestionBatch {
  let path: String
  var failures: [Diagnostic] = []
  var meetings = 0
  private let extractor = Extractor()
  /// Opened at the first good article, so that a batch of bad ones leaves no empty graph behind.
  private var store: GraphStore?
  /// Read, and not yet kept: some articles go into one transaction.
  private var pending: [(Article, Reports)] = []
  private static let size = 16
  private var read = 0
  private var unchanged = 0
  private var undated = 0

  init(path: String) { self.path = path }

  var count: String { "\(read) read" }

  /// What was done: `12 read, 2 unchanged, 9 meetings`.
  var summary: String {
    ([count] + (unchanged > 0 ? ["\(unchanged) unchanged"] : []) + [counted(meetings, "meeting")]
      + (undated > 0 ? ["\(undated) without a day of publication: see --published"] : [])
      + (failures.isEmpty ? [] : ["\(failures.count) failed"])).joined(separator: ", ")
  }

  mutating func take(_ outcome: Result<Article, Diagnostic>) throws {
    switch outcome {
    case .failure(let diagnostic): failures.append(diagnostic)
    case .success(let article):
      pending.append((article, extractor.reports(from: article)))
      if pending.count == IngestionBatch.size { try keep() }
    }
  }

  /// Keeps what is left, and derives the record.
  mutating func finish() throws {
    try keep()
    try store?.derive()
  }

  private mutating func keep() throws {
    guard !pending.isEmpty else { return }
    let store = try open()
    for ((article, reports), ingestion) in zip(pending, try store.ingest(pending)) {
      switch ingestion {
      case .added:
        meetings += reports.meetings.count
        if article.publication == nil { undated += 1 }
      case .unchanged: unchanged += 1
      }
      read += 1
    }
    pending = []
  }

  private mutating func open() throws -> GraphStore {
    if let store { return store }
    let opened = try GraphStore(path: path, mode: .write)
    store = opened
    return opened
  }
}
