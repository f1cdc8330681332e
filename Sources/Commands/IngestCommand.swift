import Arguments
import Diagnostics
import SQLite

/// `memcon ingest`: reads articles into the graph.
struct IngestCommand: Command {
  static let report = Option<String>(
    "report", "FILE", "Write what became of every input to FILE, as JSON Lines.")
  static let keepGoing = Flag("keep-going", "Go on past inputs that fail, as is done if not told.")
  static let failFast = Flag("fail-fast", "Stop at the first input that fails.")

  static let syntax = CommandSyntax(
    "ingest", summary: "Read articles into the graph",
    examples: [
      .init("memcon ingest article.txt --published 2025-03-20", "reads one article"),
      .init("memcon ingest archive/", "reads all files of a folder and the folders in it"),
      .init("memcon ingest 'archive/**/2025-*.html' --report report.jsonl", "reads what matches"),
      .init(
        "memcon ingest --input-format jsonl - < articles.jsonl",
        "reads JSON Lines: id, text, title, published, url, publisher, author"),
    ],
    discussion: """
      A graph that does not exist is made. An article that the graph holds already changes \
      nothing, unless --published corrects its day; one with a known address or id but other words \
      replaces the old one. Addresses are compared without what tracks readers. An article that \
      prints nearly the same text as another is kept as its copy, and only one of them counts. A bad article does not stop the others: what failed is listed at the \
      end, and --report writes down every input with its outcome (added, copy, unchanged, refused, failed) \
      and the reason. What is no article for memcon, such as a list of links or a text in another \
      language, is refused and counted; it makes the run fail only if nothing else was read.

      Control-C finishes the articles at hand and says where the run stopped; the same command \
      again goes on from there, for what the graph holds is not read twice.
      """,
    operands: [ArticleInputs.paths.syntax],
    options: ArticleInputs.options + [report.syntax, keepGoing.syntax, failFast.syntax])

  private let inputs: ArticleInputs
  private let report: String?
  private let stopsAtFailure: Bool

  init(_ arguments: ParsedArguments) throws {
    inputs = try ArticleInputs(arguments)
    report = try arguments.value(of: Self.report)
    stopsAtFailure = arguments.contains(Self.failFast)
  }

  func run(on console: Console) throws -> ExitStatus {
    // No batch is limited in memory.
    if console.ownsProcess { Connection.leaveMemoryUncounted() }
    var batch = try IngestionBatch(
      path: console.graphPath,
      report: try report.map { path throws(Diagnostic) in try ReportFile(path: path) })
    var stop: Diagnostic?
    defer { console.endProgress() }
    do {
      try read(into: &batch, on: console)
      stop = console.interruption.isWanted ? interrupted(after: batch) : nil
      if stop == nil {
        console.progress("\(batch.count), deriving the record")
        try batch.derive()
      }
    } catch let failure as Diagnostic {
      stop = failure
    }
    console.endProgress()
    console.note(batch.summary)
    return try conclude(batch, stop, on: console)
  }

  private func read(into batch: inout IngestionBatch, on console: Console) throws {
    var pace = Pace(byteCount: console.showsProgress ? inputs.byteCount : nil)
    try inputs.forEach(on: console, work: batch.preparation) { input in
      try batch.take(input)
      if pace.add(position: input.position) {
        let parts = [batch.count, counted(batch.meetings, "meeting"), pace.text()]
        console.progress(parts.compactMap(\.self).joined(separator: ", "))
      }
      if stopsAtFailure, batch.refusals.failed > 0 {
        try batch.keep()
        throw Diagnostic(
          "stopped at the first input that failed: \(input.place)",
          help: ["without --fail-fast the run goes on past it"])
      }
    }
    try batch.keep()
  }

  private func interrupted(after batch: IngestionBatch) -> Diagnostic {
    Diagnostic(
      "stopped after \(counted(batch.read, "article"))"
        + (batch.lastPlace.map { ", the last of them \($0)" } ?? ""),
      notes: ["what was read is in the graph, and is derived from at the next question"],
      help: ["run the same command again: it goes on from there"])
  }

  /// Tells what was not taken in last, where it is seen.
  private func conclude(
    _ batch: IngestionBatch, _ stop: Diagnostic?, on console: Console
  ) throws -> ExitStatus {
    let isFailure = stop != nil || batch.refusals.failed > 0 || batch.read == 0
    let messages = batch.refusals.messages(isFailure: batch.read == 0) + [stop].compactMap(\.self)
    guard !messages.isEmpty else { return .done }
    if isFailure { throw DiagnosticList(messages) }
    console.report(DiagnosticList(messages))
    return .done
  }
}
