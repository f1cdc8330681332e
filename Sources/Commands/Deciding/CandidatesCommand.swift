import Arguments
import Articles
import Diagnostics
import JSON
import Record

/// `memcon candidates`: pairs that may be one, for a curator to decide.
struct CandidatesCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print them; table if not given.", choices: OutputFormat.ofRows)
  private static let decide = Option<String>(
    "decide", "FILE",
    "Decide by this CSV: the same columns, with accept or reject in the column decision.")

  static let syntax = CommandSyntax(
    "candidates", summary: "Propose doubtful pairs of people and meetings, the likeliest first",
    examples: [
      .init("memcon candidates", "each pair with its reason"),
      .init("memcon candidates --format csv > pairs.csv", "to be filled in with a spreadsheet"),
      .init("memcon candidates --decide pairs.csv", "takes over what was filled in"),
    ],
    options: [format.syntax, decide.syntax] + DecisionOptions.options)

  private let format: OutputFormat
  private let decide: String?
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    format = try arguments.value(of: Self.format) ?? .table
    decide = try arguments.value(of: Self.decide)
    options = try DecisionOptions(arguments)
  }

  func run(on console: Console) throws -> ExitStatus {
    if let decide { return try take(decide, on: console) }
    let candidates = try console.openGraph().candidates()
    let rows = candidates.map { candidate -> [JSONValue] in
      [
        .string(candidate.subject), .string(candidate.object), .integer(candidate.score),
        .string(candidate.reason), .string(""),
      ]
    }
    let columns = ["subject", "object", "score", "reason", "decision"]
    return try console.print(
      Answer(Rows(columns: columns, rows: rows), showing: Array(columns.dropLast())), as: format,
      nothing: "no pair is in doubt")
  }

  /// Makes the decisions of a file; nothing is decided if one of its lines is wrong.
  private func take(_ path: String, on console: Console) throws -> ExitStatus {
    let file = path == "-" ? try console.standardInput() : try InputFile(path: path)
    let table = try DelimitedTable(csv: try file.text(), name: file.name)
    let verdicts = try table.rows(with: ["subject", "object", "decision"])
      .filter { !$0[2].isEmpty }.map { row in
        switch row[2].lowercased() {
        case "accept": Verdict(row[0], row[1], isOne: true)
        case "reject": Verdict(row[0], row[1], isOne: false)
        default:
          throw Diagnostic(
            "\(path): '\(row[2])' is no decision", help: ["write accept or reject, or nothing"])
        }
      }
    let decided =
      verdicts.isEmpty
      ? 0
      : try console.openGraphForDeciding().decide(
        verdicts, author: options.author(on: console), reason: options.reason)
    console.note(counted(decided, "decision"))
    return decided > 0 ? .done : .nothingFound
  }
}
