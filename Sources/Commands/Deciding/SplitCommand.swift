import Arguments
import Diagnostics
import Record

/// `memcon split`: decides that some articles' reports of a person are of somebody else.
struct SplitCommand: Command {
  private static let name = Operand("NAME", "The person who was counted too much.")
  private static let article = Option<String>(
    "article", "ID", "An article that speaks of somebody else.", isRepeatable: true)
  private static let other = Option<String>(
    "as", "NAME", "What the other one is called; the name in those articles if not given.")

  static let syntax = CommandSyntax(
    "split", summary: "Decide that some articles speak of somebody else",
    examples: [
      .init(
        "memcon split \"George Bush\" --article talks-1990-a1b2c3 --as \"George H. W. Bush\"",
        "count what that article says as another person's")
    ],
    operands: [name.syntax],
    options: [article.syntax, other.syntax] + DecisionOptions.options)

  private let name: String
  private let articles: [String]
  private let other: String?
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    articles = try arguments.values(of: Self.article)
    other = try arguments.value(of: Self.other)
    options = try DecisionOptions(arguments)
    guard !articles.isEmpty else {
      throw Diagnostic(
        "split needs to know which articles speak of somebody else",
        help: ["memcon split NAME --article ID", "memcon why NAME lists the articles"])
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    let person = try store.person(named: name)
    let decision = try store.split(
      person.id, articles: articles, name: other, author: options.author(on: console),
      reason: options.reason)
    let count = counted(articles.count, "article")
    try console.print(
      decision,
      "\(count) on \(person.name) \(articles.count == 1 ? "tells" : "tell") of somebody else")
    return .done
  }
}
