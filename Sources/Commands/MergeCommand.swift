import Arguments
import Diagnostics
import Record

/// `memcon merge`: decides that two people of the graph are one.
struct MergeCommand: Command {
  private static let name = Operand("NAME", "The person who is joined to another.")
  private static let target = Option<String>(
    "into", "NAME", "The person who stays, with identifier and name.")
  private static let reason = Option<String>("reason", "TEXT", "Why.")
  private static let author = Option<String>(
    "author", "NAME", "Who decides; the user's name if not given.")

  static let syntax = CommandSyntax(
    "merge", summary: "Decide that two people are one",
    examples: [
      .init(
        "memcon merge \"Volodymyr Zelensky\" --into \"Volodymyr Zelenskyy\" --reason spelling",
        "count both spellings as one person"),
      .init("memcon undo 1", "take the first decision back"),
    ],
    operands: [name.syntax],
    options: [target.syntax, reason.syntax, author.syntax])

  private let name: String
  private let target: String
  private let reason: String?
  private let author: String?

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    guard let target = try arguments.value(of: Self.target) else {
      throw Diagnostic(
        "merge needs to know into whom", help: ["memcon merge NAME --into NAME"])
    }
    self.target = target
    reason = try arguments.value(of: Self.reason)
    author = try arguments.value(of: Self.author)
  }

  func run(on console: Console) throws -> ExitStatus {
    let graph = try console.openGraph()
    let person = try graph.person(named: name)
    let kept = try graph.person(named: target)
    let store = try GraphStore(path: console.graphPath, mode: .write)
    let decision = try store.merge(
      person.id, into: kept.id, author: author ?? console.userName, reason: reason)
    try console.print(
      "\(printable(person.name)) is counted as \(printable(kept.name)): "
        + "decision \(decision.number)\n")
    return .done
  }
}
