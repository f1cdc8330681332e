import Arguments
import Diagnostics
import Record

/// `memcon undo`: takes a decision back.
struct UndoCommand: Command {
  private static let number = Operand(
    "NUMBER", "The decision's number, as memcon decisions lists it.")

  static let syntax = CommandSyntax(
    "undo", summary: "Take a decision back, as if it had never been made",
    examples: [.init("memcon undo 1", "take decision 1 back")],
    operands: [number.syntax])

  private let number: Int

  init(_ arguments: ParsedArguments) throws {
    let text = arguments.value(of: Self.number) ?? ""
    guard let number = Int(text) else {
      throw Diagnostic(
        "'\(text)' is no decision's number", help: ["memcon decisions lists them"])
    }
    self.number = number
  }

  func run(on console: Console) throws -> ExitStatus {
    guard try console.openGraph().decisions().contains(where: { $0.number == number }) else {
      throw Diagnostic(
        "there is no decision \(number)", help: ["memcon decisions lists those there are"])
    }
    let store = try console.openGraphForDeciding()
    let decision = try store.undo(number)
    try console.print(
      "decision \(decision.number) is taken back: \(printable(decision.sentence))\n")
    return .done
  }
}
