import Arguments
import Diagnostics
import JSON
import Record

/// `memcon verify`: proves every fact of the graph from the words of its articles.
struct VerifyCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print what failed; table if not given.",
    choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "verify", summary: "Prove every fact of the graph from the words of its articles",
    examples: [.init("memcon verify", "says that all is well, or what is not")],
    discussion: """
      Tests that the file is whole, that each article is as it came, that each quote stands in its \
      article where it is said to, and that each fact of the record stands on a quote. The exit \
      status is 2 if anything fails.
      """,
    options: [format.syntax])

  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let path = console.graphPath
    let store = try console.openGraph()
    let failures = try store.verify()
    let statistics = try store.statistics()
    let size =
      "\(counted(statistics.quotes, "quote")) of \(counted(statistics.articles, "article"))"
    let rows = Rows(
      columns: ["check", "failure"],
      rows: failures.map { [.string($0.check.rawValue), .string($0.message)] })
    _ = try console.print(
      Answer(rows), as: format, nothing: "\(path) is sound: \(size) tested")
    guard !failures.isEmpty else { return .done }
    try console.flush()
    throw Diagnostic(
      "\(path) fails \(counted(failures.count, "test"))", notes: ["\(size) tested"],
      help: ["ingest the articles into a new graph"])
  }
}
