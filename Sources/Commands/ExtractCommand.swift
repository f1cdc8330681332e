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
    var failures: [Diagnostic] = []
    var objects: [JSONValue] = []
    var isFirst = true
    try inputs.forEach(on: console) { outcome in
      let read = outcome.map { article in (article, extractor.reports(from: article)) }
      if case .failure(let diagnostic) = read { failures.append(diagnostic) }
      switch format {
      case .json: objects.append(Self.object(of: read))
      case .jsonl: try console.print(Self.object(of: read).text + "\n")
      default:
        guard case .success((let article, let reports)) = read else { return }
        try console.print((isFirst ? "" : "\n") + text(of: article, reports, on: console))
        isFirst = false
      }
    }
    if format == .json { try console.print(JSONValue.array(objects).indentedText + "\n") }
    return try console.conclude(failures)
  }

  private static func object(of read: Result<(Article, Reports), Diagnostic>) -> JSONValue {
    switch read {
    case .success((let article, let reports)): reports.goldObject(id: article.id)
    case .failure(let diagnostic): ["id": nil, "error": .string(diagnostic.summary)]
    }
  }

  private func text(of article: Article, _ reports: Reports, on console: Console) -> String {
    ReportsText(article, reports, style: console.style, columns: console.columns).text
  }
}
