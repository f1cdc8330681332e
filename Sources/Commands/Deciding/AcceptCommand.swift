import Arguments
import Record

/// `memcon accept`: decides that a proposed pair is one.
struct AcceptCommand: Command {
  private static let name = Operand("NAME", "A person, or a meeting's id.")
  private static let other = Operand("OTHER", "The one that stays.")

  static let syntax = CommandSyntax(
    "accept", summary: "Decide that a proposed pair is one",
    examples: [
      .init("memcon accept clinton-us hillary-clinton", "as memcon candidates proposed it")
    ],
    operands: [name.syntax, other.syntax], options: DecisionOptions.options)

  private let name: String
  private let other: String
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    other = arguments.value(of: Self.other) ?? ""
    options = try DecisionOptions(arguments)
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    let subject = try store.subject(named: name)
    let kept = try store.subject(named: other)
    let decision = try store.merge(
      subject.id, into: kept.id, author: options.author(on: console), reason: options.reason)
    try console.print(decision, "\(subject.words) is counted as \(kept.words)")
    return .done
  }
}

/// `memcon reject`: decides that a proposed pair is two, or that one thing is none.
struct RejectCommand: Command {
  private static let name = Operand("NAME", "A person, or a meeting's id.")
  private static let other = Operand(
    "OTHER", "Another, from whom the first is told apart.", count: .zeroOrOne)

  static let syntax = CommandSyntax(
    "reject", summary: "Decide that a pair is two, or that a person or meeting is none",
    examples: [
      .init("memcon reject clinton-us bill-clinton", "the two are never joined or proposed again"),
      .init("memcon reject 2025-03-19-peters-rubio", "there was no such meeting"),
    ],
    operands: [name.syntax, other.syntax], options: DecisionOptions.options)

  private let name: String
  private let other: String?
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    other = arguments.value(of: Self.other)
    options = try DecisionOptions(arguments)
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraphForDeciding()
    let author = options.author(on: console)
    let subject = try store.subject(named: name)
    if let other {
      let apart = try store.subject(named: other)
      let decision = try store.keepApart(
        subject.id, apart.id, author: author, reason: options.reason)
      try console.print(decision, "\(subject.words) is not \(apart.words)")
    } else {
      let decision = try store.reject(subject.id, author: author, reason: options.reason)
      try console.print(decision, "\(subject.words) is set aside")
    }
    return .done
  }
}
