import Arguments
import Diagnostics
import Gathering
import JSON
import Record

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `memcon watch`: reads what is new in a folder or a feed, until it is stopped.
struct WatchCommand: Command {
  private static let source = Operand("SOURCE", "A folder, or the address of a feed.")
  private static let every = Option<Int>(
    "every", "SECONDS", "How long to wait between two looks; 5 for a folder, 900 for a feed.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print meetings; text if not given.", choices: ["text", "jsonl"])

  static let syntax = CommandSyntax(
    "watch", summary: "Read what is new in a folder or a feed, and print new meetings",
    examples: [
      .init("memcon watch ~/Downloads/articles", "reads every file that is put there"),
      .init("memcon watch https://www.state.gov/feed/ --every 3600", "looks once an hour"),
      .init("memcon watch inbox --format jsonl | jq .title", "hands meetings to a program"),
    ],
    discussion: """
      Reads all there is, then waits and looks again. A file is read when it has stopped growing. Of \
      a feed whose entries have no text the pages are fetched, each once. Printed are the meetings \
      of which nothing in the graph told before. What can't be read is told on standard error; \
      the watch goes on. Control-C ends it.
      """,
    operands: [source.syntax],
    options: [every.syntax, format.syntax] + ArticleInputs.options)

  private let inputs: ArticleInputs
  private let pause: Duration
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    inputs = try ArticleInputs(arguments, named: Self.source)
    let isFeed = inputs.names.contains(where: isAddress)
    let seconds = try arguments.value(of: Self.every) ?? (isFeed ? 900 : 5)
    guard (0...1_000_000).contains(seconds) else {
      throw arguments.mistake("--every must be 0 to 1000000 seconds", in: Self.every)
    }
    pause = .seconds(seconds)
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    guard let source = inputs.names.first else { return .failed }
    var folder: FolderWatch?
    if !isAddress(source) {
      guard isFolder(source) else {
        throw Diagnostic(
          "\(source) is no folder", help: ["to read a file once, use memcon ingest"])
      }
      folder = FolderWatch(source)
    } else if GraphStore.exists(at: console.graphPath) {
      inputs.links.leaveOut(
        try GraphStore(path: console.graphPath, mode: .read).knownPages())
    }
    var total = (articles: 0, meetings: 0)
    console.note("watching \(source); end it with Control-C")
    try console.interruption.catching {
      repeat {
        let new = folder == nil ? [source] : folder?.look() ?? []
        if !new.isEmpty { try read(new, &total, on: console) }
      } while wait(console.interruption)
    }
    console.note("\(total.articles) read, \(counted(total.meetings, "new meeting"))")
    return .done
  }

  private func read(
    _ names: [String], _ total: inout (articles: Int, meetings: Int), on console: Console
  ) throws {
    var inputs = inputs
    inputs.names = names
    var batch = try IngestionBatch(
      path: console.graphPath, report: nil, keepsIdentifiers: true)
    try inputs.forEach(on: console, work: batch.preparation) { try batch.take($0) }
    try batch.keep()
    try batch.derive()
    for meeting in try batch.newMeetings() {
      total.meetings += 1
      try console.print(
        format == .text ? meeting.paragraph(console.style) + "\n" : meeting.object.text + "\n")
    }
    try console.flush()
    total.articles += batch.added.count
    let messages = batch.refusals.messages(isFailure: false)
    if !messages.isEmpty { console.report(DiagnosticList(messages)) }
  }

  /// Waits, in short pieces, so that Control-C is heard.
  ///
  /// - Returns: whether to look again.
  private func wait(_ interruption: Interruption) -> Bool {
    let end = ContinuousClock.now + pause
    while !interruption.isWanted, ContinuousClock.now < end { usleep(50_000) }
    return !interruption.isWanted
  }
}

private func isFolder(_ path: String) -> Bool {
  var info = stat()
  return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
}
