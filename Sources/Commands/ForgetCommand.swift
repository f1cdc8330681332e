import Arguments
import Diagnostics
import JSON
import Record

/// `memcon forget`: removes an article and what rests on it alone.
struct ForgetCommand: Command {
  private static let article = Operand("ARTICLE", "The articles' ids.", count: .oneOrMore)

  static let syntax = CommandSyntax(
    "forget", summary: "Remove articles and what rests on them alone",
    examples: [.init("memcon forget talks-in-washington-a1b2c3", "as if it had never been read")],
    operands: [article.syntax])

  private let articles: [String]

  init(_ arguments: ParsedArguments) throws { articles = arguments.values(of: Self.article) }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    for article in articles {
      try store.forget(article)
      console.note("forgot \(printable(article))")
    }
    return .done
  }
}

/// `memcon rebuild`: derives the whole record anew.
struct RebuildCommand: Command {
  static let syntax = CommandSyntax(
    "rebuild", summary: "Derive the whole record anew from the articles' reports and the decisions",
    examples: [.init("memcon rebuild", "gives the same record, byte for byte in its export")])

  init(_ arguments: ParsedArguments) throws {}

  func run(on console: Console) throws -> ExitStatus {
    try console.openGraphForDeciding().rebuild()
    return .done
  }
}

/// `memcon export`: the whole record in canonical form.
struct ExportCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "jsonl, which is also used if not given.", choices: ["jsonl"])

  static let syntax = CommandSyntax(
    "export", summary: "Print the whole record, a JSON object a line, in canonical order",
    examples: [
      .init("memcon export --format jsonl > record.jsonl", "for other programs, or to compare two")
    ],
    discussion: """
      The same articles and decisions give the same bytes, whatever order the articles came in.
      """,
    options: [format.syntax])

  init(_ arguments: ParsedArguments) throws {
    _ = try arguments.value(of: Self.format)
  }

  func run(on console: Console) throws -> ExitStatus {
    try console.openGraph().export { try console.print($0.text + "\n") }
    return .done
  }
}
