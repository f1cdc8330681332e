import Arguments
import JSON
import Record

/// `memcon announced`: meetings that were announced, and of which nothing more was heard.
struct AnnouncedCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print them; table if not given, text shows the quotes.")

  static let syntax = CommandSyntax(
    "announced", summary: "List meetings that were announced and never reported as held",
    examples: [.init("memcon announced --with Rubio", "whose day is past by the last article")],
    options: FilterOptions.options.filter { $0.name != "status" } + [format.syntax])

  private let filter: FilterOptions
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    filter = try FilterOptions(arguments)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let meetings = try store.announcedAndNotReported(try filter.resolved(in: store))
    let texts = meetings.map { meeting in
      ([meeting.circumstances + ": " + meeting.parties] + indented(meeting.quoteLines))
        .joined(separator: "\n") + "\n"
    }
    let status = try console.print(
      Answer(
        Rows(of: meetings), showing: ["date", "kind", "who", "place"],
        objects: meetings.map(\.object), text: texts.joined(separator: "\n")),
      as: format, nothing: "no announced meeting is past without a report of it")
    console.note(try store.basis().caveat)
    return status
  }
}

/// `memcon sidelines`: people who met only on the margins of something bigger.
struct SidelinesCommand: Command {
  private static let name = Operand("NAME", "Only the pairs of this person.", count: .zeroOrOne)
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print them; table if not given.", choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "sidelines", summary: "List people who met only on the sidelines of summits and visits",
    examples: [.init("memcon sidelines Rubio", "whom Rubio never met on a trip of their own")],
    operands: [name.syntax], options: [format.syntax])

  private let name: String?
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let pairs = try store.metOnlyOnSidelines(try name.map { try store.person(named: $0).id })
    let rows = pairs.map { pair -> [JSONValue] in
      [
        .string(pair.person.name), .string(pair.other.name), .integer(pair.meetings),
        .optional(pair.first), .optional(pair.last),
      ]
    }
    let columns = ["person", "other", "meetings", "first", "last"]
    let status = try console.print(
      Answer(Rows(columns: columns, rows: rows)), as: format,
      nothing: "nobody met on sidelines alone")
    console.note(try store.basis().caveat)
    return status
  }
}
