import Arguments
import Diagnostics
import Record

/// `memcon rename`: decides what a person is called.
struct RenameCommand: Command {
  private static let name = Operand("NAME", "The person.")
  private static let new = Option<String>("to", "NAME", "What the person is called.")

  static let syntax = CommandSyntax(
    "rename", summary: "Decide what a person is called",
    examples: [
      .init("memcon rename \"Vladimir Zelensky\" --to \"Volodymyr Zelenskyy\"", "in every answer")
    ],
    discussion: "The identifier stays, and the old name is an alias.",
    operands: [name.syntax], options: [new.syntax] + DecisionOptions.options)

  private let name: String
  private let new: String
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    guard let new = try arguments.value(of: Self.new), !new.isEmpty else {
      throw Diagnostic("rename needs the new name", help: ["memcon rename NAME --to NAME"])
    }
    self.new = new
    options = try DecisionOptions(arguments)
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    let person = try store.person(named: name)
    let decision = try store.rename(
      person.id, to: new, author: options.author(on: console), reason: options.reason)
    try console.print(decision, "\(person.name) is called \(new)")
    return .done
  }
}
