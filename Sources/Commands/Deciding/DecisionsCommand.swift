import Arguments
import JSON
import Record

/// `memcon decisions`: what curators decided.
struct DecisionsCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; table if not given.", choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "decisions", summary: "List what was decided about who is who",
    examples: [
      .init("memcon decisions", "each decision with who, when and why"),
      .init("memcon decisions --format csv", "the same for a spreadsheet"),
    ],
    options: [format.syntax])

  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let decisions = try console.openGraph().decisions()
    let columns = ["number", "decision", "subject", "object", "detail", "author", "time", "reason"]
    func row(_ decision: Decision, detail: JSONValue) -> [JSONValue] {
      [
        .integer(decision.number), .string(decision.kind.rawValue), .string(decision.subject),
        .optional(decision.object), detail, .string(decision.author),
        .string(decision.time), .optional(decision.reason),
      ]
    }
    let rows = decisions.map { row($0, detail: .optional($0.detailWords)) }
    let objects = decisions.map { decision in
      JSONValue.object(
        zip(columns, row(decision, detail: decision.detailValue)).map { JSONValue.Member($0, $1) })
    }
    return try console.print(
      Answer(Rows(columns: columns, rows: rows), objects: objects), as: format,
      nothing: "nothing was decided in this graph")
  }
}
