import Arguments
import Diplomacy
import JSON
import Record

/// `memcon meetings`: the meetings of the graph in their order.
struct MeetingsCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print them; table if not given, text shows the quotes.")

  static let syntax = CommandSyntax(
    "meetings", summary: "List meetings, the earliest first",
    examples: [
      .init("memcon meetings", "all of them"),
      .init("memcon meetings --country NZ --since 2025-01-01 --format text", "with the quotes"),
      .init("memcon meetings --with Rubio --with Peters --status held", "of both together"),
    ],
    options: FilterOptions.options + [format.syntax])

  private let filter: FilterOptions
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    filter = try FilterOptions(arguments)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let meetings = try store.meetings(try filter.resolved(in: store))
    let texts = meetings.map { meeting in
      let heading = console.style.emphasis(meeting.circumstances, as: .heading)
      let lines = ["\(heading): \(meeting.parties)"] + indented(meeting.quoteLines)
      return lines.joined(separator: "\n") + "\n"
    }
    return try console.print(
      Answer(
        Rows(of: meetings), showing: ["date", "kind", "status", "who", "place"],
        objects: meetings.map(\.object), text: texts.joined(separator: "\n")),
      as: format, nothing: "no such meeting in the graph")
  }
}

extension Rows {
  /// One row a meeting.
  init(of meetings: [MeetingSummary]) {
    self.init(
      columns: ["date", "kind", "status", "who", "countries", "place", "articles", "id"],
      rows: meetings.map { meeting in
        [
          .optional(meeting.date?.description), .string(meeting.kind.rawValue),
          .string(meeting.status.rawValue),
          .array((meeting.participants.map(\.name) + meeting.unnamed).map(JSONValue.string)),
          .array(meeting.countries.map { .string($0.rawValue) }), .optional(meeting.place),
          .integer(Set(meeting.quotes.map(\.quote.article)).count), .string(meeting.id),
        ]
      })
  }
}
