import Arguments
import Diplomacy
import JSON
import Record

/// `memcon meetings`: the meetings of the graph in their order.
struct MeetingsCommand: Command {
  private static let disputed = Flag("disputed", "Only meetings on which articles disagree.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print them; table if not given, text shows the quotes.")

  static let syntax = CommandSyntax(
    "meetings", summary: "List meetings, the earliest first",
    examples: [
      .init("memcon meetings", "all of them"),
      .init("memcon meetings --country NZ --since 2025-01-01 --format text", "with the quotes"),
      .init("memcon meetings --with Rubio --with Peters --status held", "of both together"),
      .init(
        "memcon meetings --disputed --format text", "what articles disagree on, and who says what"),
    ],
    options: FilterOptions.options + [disputed.syntax, format.syntax])

  private let filter: FilterOptions
  private let isDisputed: Bool
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    filter = try FilterOptions(arguments)
    isDisputed = arguments.contains(Self.disputed)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    var filter = try filter.resolved(in: store)
    filter.isDisputed = isDisputed
    let meetings = try store.meetings(filter)
    let texts = meetings.map { $0.paragraph(console.style) }
    return try console.print(
      Answer(
        Rows(of: meetings),
        showing: ["date", "kind", "status", "who", "place"] + (isDisputed ? ["disputed"] : []),
        objects: meetings.map(\.object), text: texts.joined(separator: "\n")),
      as: format, nothing: "no such meeting in the graph")
  }
}

extension MeetingSummary {
  /// When, what and who, with the quotes below.
  func paragraph(_ style: TerminalStyle) -> String {
    let heading = style.emphasis(circumstances, as: .heading)
    return (["\(heading): \(parties)"] + indented(quoteLines)).joined(separator: "\n") + "\n"
  }
}

extension Rows {
  /// One row a meeting, with the best of the words that tell of it.
  init(of meetings: [MeetingSummary]) {
    self.init(
      columns: [
        "date", "kind", "status", "who", "countries", "place", "topics", "articles", "id", "quote",
        "article", "start", "end", "disputed",
      ],
      rows: meetings.map { meeting in
        [
          .optional(meeting.date?.description), .string(meeting.kind.rawValue),
          .string(meeting.status.rawValue),
          .array((meeting.participants.map(\.name) + meeting.unnamed).map(JSONValue.string)),
          .array(meeting.countries.map { .string($0.rawValue) }), .optional(meeting.place),
          .array(meeting.topics.map(JSONValue.string)),
          .integer(Set(meeting.quotes.map(\.quote.article)).count), .string(meeting.id),
        ] + Self.cells(of: meeting.quotes.first?.quote)
          + [.array(meeting.disputed.map { .string($0.rawValue) })]
      })
  }

  private static func cells(of quote: Quote?) -> [JSONValue] {
    guard let quote else { return [.null, .null, .null, .null] }
    return [
      .string(quote.text), .string(quote.article), .integer(quote.range.start),
      .integer(quote.range.end),
    ]
  }
}
