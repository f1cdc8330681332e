import Arguments
import Articles
import Diagnostics
import Diplomacy
import Extraction
import JSON

/// `memcon extract`: what articles say, printed and not stored.
struct ExtractCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; text if not given.", choices: ["text", "json", "jsonl"])

  static let syntax = CommandSyntax(
    "extract", summary: "Print what articles say, without storing it",
    examples: [
      .init("memcon extract article.txt --published 2025-03-20", "shows people and meetings"),
      .init(
        "memcon extract --format jsonl --input-format jsonl - < articles.jsonl",
        "prints one object an article, in the same order"),
    ],
    discussion: """
      Reads articles as ingest does. json and jsonl print an object an article with id, people, \
      meetings and not_met; start and end of each evidence count Unicode scalars from zero. An \
      article that cannot be read is an object with the key error.
      """,
    operands: [ArticleInputs.paths.syntax], options: ArticleInputs.options + [format.syntax])

  private let inputs: ArticleInputs
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    inputs = try ArticleInputs(arguments)
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    let extractor = Extractor()
    var refusals = RefusalList()
    var objects: [JSONValue] = []
    var isFirst = true
    let text = textWriter(on: console)
    let format = format
    try inputs.forEach(on: console) { read in
      read.result.map { article in
        let reports = extractor.reports(from: article)
        return format == .text
          ? .text(text(article, reports)) : .object(reports.goldObject(id: article.id))
      }
    } take: { (read: Result<Extract, Refusal>) in
      switch read {
      case .success(.text(let text)):
        try console.print((isFirst ? "" : "\n") + text)
        isFirst = false
      case .success(.object(let object)): try take(object, &objects, on: console)
      case .failure(let refusal):
        refusals.add(refusal)
        guard format != .text else { return }
        let object: JSONValue = ["id": nil, "error": .string(refusal.diagnostic.summary)]
        try take(object, &objects, on: console)
      }
    }
    if format == .json { try console.print(JSONValue.array(objects).indentedText + "\n") }
    let messages = refusals.messages(isFailure: true)
    if !messages.isEmpty { throw DiagnosticList(messages) }
    return .done
  }

  private enum Extract: Sendable {
    case text(String)
    case object(JSONValue)
  }

  private func take(
    _ object: JSONValue, _ objects: inout [JSONValue], on console: Console
  ) throws {
    if format == .json { objects.append(object) } else { try console.print(object.text + "\n") }
  }

  private func textWriter(on console: Console) -> @Sendable (Article, Reports) -> String {
    let (style, columns) = (console.style, console.columns)
    return { ReportsText($0, $1, style: style, columns: columns).text }
  }
}
