import Arguments
import Diagnostics
import Diplomacy
import JSON
import Record

/// `memcon courier`: who could have carried a message from one person to another.
struct CourierCommand: Command {
  private static let sender = Operand("FROM", "Who has the message.")
  private static let receiver = Operand("TO", "Whom it is for.")
  private static let since = Option<CalendarDate>(
    "since", "DATE", "The first day on which it can be handed on, as YYYY-MM-DD.")
  private static let by = Option<CalendarDate>("by", "DATE", "The last day.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; table if not given.", choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "courier", summary: "Tell who could have carried a message from one person to another",
    examples: [
      .init(
        "memcon courier Peters Lavrov --since 2025-03-01 --by 2025-04-30",
        "the earliest way through meetings that were held")
    ],
    discussion: """
      Whoever gets the message at a meeting can hand it on from the day after; of equally early \
      ways the one of fewest hands is told. Meetings without a day are left out.
      """,
    operands: [sender.syntax, receiver.syntax],
    options: [since.syntax, by.syntax, format.syntax])

  private let sender: String
  private let receiver: String
  private let since: CalendarDate?
  private let by: CalendarDate?
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    sender = arguments.value(of: Self.sender) ?? ""
    receiver = arguments.value(of: Self.receiver) ?? ""
    since = try arguments.value(of: Self.since)
    by = try arguments.value(of: Self.by)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let from = try store.person(named: sender)
    let to = try store.person(named: receiver)
    guard from.id != to.id else { throw Diagnostic("both names mean \(from.name)") }
    let steps = try store.courier(from: from.id, to: to.id, since: since, until: by) ?? []
    let rows = steps.map { step -> [JSONValue] in
      [
        .optional(step.meeting.date?.description), .string(step.from.name), .string(step.to.name),
        .string(step.meeting.kind.rawValue), .optional(step.meeting.place),
        .string(step.meeting.id),
      ]
    }
    let columns = ["date", "from", "to", "kind", "place", "meeting"]
    let status = try console.print(
      Answer(Rows(columns: columns, rows: rows)), as: format,
      nothing: "no way from \(from.name) to \(to.name) through meetings in that time")
    console.note(try store.basis().caveat)
    return status
  }
}
