import Arguments
import Diagnostics
import Record

/// `memcon merge`: decides that two people, or two meetings, of the graph are one.
struct MergeCommand: Command {
  private static let name = Operand("NAME", "The person, or the meeting's id, joined to another.")
  private static let target = Option<String>(
    "into", "NAME", "The one that stays, with identifier and name.")

  static let syntax = CommandSyntax(
    "merge", summary: "Decide that two people, or two meetings, are one",
    examples: [
      .init(
        "memcon merge Lula --into \"Luiz Inácio Lula da Silva\" --reason \"his short name\"",
        "count both names as one person"),
      .init("memcon undo 1", "take the first decision back"),
    ],
    operands: [name.syntax],
    options: [target.syntax] + DecisionOptions.options)

  private let name: String
  private let target: String
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    guard let target = try arguments.value(of: Self.target) else {
      throw Diagnostic(
        "merge needs to know into whom", help: ["memcon merge NAME --into NAME"])
    }
    self.target = target
    options = try DecisionOptions(arguments)
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    let subject = try store.subject(named: name)
    let kept = try store.subject(named: target)
    let decision = try store.merge(
      subject.id, into: kept.id, author: options.author(on: console), reason: options.reason)
    try console.print(decision, "\(subject.words) is counted as \(kept.words)")
    return .done
  }
}
