import Arguments
import Diplomacy
import JSON
import Record

/// `memcon stats`: how much the graph holds.
struct StatsCommand: Command {
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; table if not given.", choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "stats", summary: "Count what the graph holds",
    examples: [
      .init("memcon stats", "articles, people, meetings by status and more"),
      .init("memcon stats --format json", "the same as one object"),
    ],
    options: [format.syntax])

  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let counts = try store.statistics().counts
    return try console.print(
      Answer(
        Rows(columns: ["what", "count"], rows: counts.map { [.string($0.key), $0.value] }),
        objects: [.object(counts)], isSingle: true),
      as: format, nothing: "")
  }
}

extension GraphStatistics {
  fileprivate var counts: [JSONValue.Member] {
    let byStatus = MeetingStatus.allCases.map { status in
      JSONValue.Member("meetings \(status)", .integer(meetings[status] ?? 0))
    }
    return [
      .init("articles", .integer(articles)), .init("copies of others", .integer(copies)),
      .init("quotes", .integer(quotes)),
      .init("people", .integer(people)), .init("roles", .integer(roles)),
      .init("countries", .integer(countries)),
    ] + byStatus + [
      .init("pairs that met", .integer(pairs)),
      .init("first meeting", .optional(span?.lowerBound)),
      .init("last meeting", .optional(span?.upperBound)),
    ]
  }
}
