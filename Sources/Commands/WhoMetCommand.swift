import Arguments
import Diplomacy
import JSON
import Record

/// `memcon who-met`: with whom somebody met, how often, and in which words it is told.
struct WhoMetCommand: Command {
  private static let name = Operand("NAME", "A person: name, family name, alias or id.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; text if not given.")

  static let syntax = CommandSyntax(
    "who-met", summary: "Show with whom a person met, with the words that say so",
    examples: [
      .init("memcon who-met Peters", "everybody Peters met, with the quotes"),
      .init("memcon who-met 'Marco Rubio' --since 2025-03-01 --kind call", "calls since a day"),
      .init("memcon who-met Rubio --status planned --format csv", "for a spreadsheet"),
    ],
    discussion: """
      Only meetings that were held count, unless --status asks for others. The best words of each \
      article are shown, with the place where they stand; memcon why shows all, and tells whom \
      somebody was only named together with.
      """,
    operands: [name.syntax], options: FilterOptions.options + [format.syntax])

  private let name: String
  private let filter: FilterOptions
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    filter = try FilterOptions(arguments)
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let person = try store.person(named: name)
    let counterparts = try store.counterparts(
      of: person.id, try filter.resolved(in: store), wholly: format == .json || format == .jsonl)
    return try console.print(
      Answer(
        Rows(of: counterparts),
        showing: ["name", "country", "title", "meetings", "first", "last", "status"],
        objects: counterparts.map(\.object),
        text: text(of: counterparts, meeting: person, console.style)),
      as: format, nothing: "no such meeting of \(person.name) in the graph")
  }
}

extension WhoMetCommand {
  private func text(
    of counterparts: [Counterpart], meeting person: PersonSummary, _ style: TerminalStyle
  ) -> String {
    var told = ToldMeetings()
    return counterparts.map { $0.text(meeting: person, style, &told) }.joined(separator: "\n")
  }
}

/// The lines of meetings, which stand with each who took part: written once where they are the same for all.
private struct ToldMeetings {
  private var known: [String: [String]] = [:]

  mutating func lines(of meeting: MeetingSummary) -> [String] {
    if let lines = known[meeting.id] { return lines }
    let lines = indented([meeting.circumstances] + indented(meeting.bestQuoteLines))
    if !meeting.hasChoice { known[meeting.id] = lines }
    return lines
  }
}

extension Rows {
  /// One row a counterpart.
  init(of counterparts: [Counterpart]) {
    self.init(
      columns: [
        "name", "country", "title", "meetings", "first", "last", "status", "id", "meeting_ids",
      ],
      rows: counterparts.map { counterpart in
        let person = counterpart.person
        return [
          .string(person.name), .optional(person.country?.rawValue), .optional(person.titles.first),
          .integer(counterpart.meetings.count), .optional(counterpart.first?.description),
          .optional(counterpart.last?.description), .string(counterpart.statuses),
          .string(person.id), .array(counterpart.meetings.map { .string($0.id) }),
        ]
      })
  }
}

extension Counterpart {
  /// What became of the meetings, each status once: `held, planned`.
  fileprivate var statuses: String {
    let present = Set(meetings.map(\.status))
    return MeetingStatus.allCases.filter(present.contains).map(\.rawValue).joined(separator: ", ")
  }

  fileprivate var object: JSONValue {
    [
      "person": person.object, "count": .integer(meetings.count),
      "first": .optional(first?.description), "last": .optional(last?.description),
      "meetings": .array(meetings.map(\.object)),
    ]
  }

  fileprivate func text(
    meeting other: PersonSummary, _ style: TerminalStyle, _ told: inout ToldMeetings
  ) -> String {
    let heading = style.emphasis(person.line, as: .heading)
    var lines = ["\(heading): \(counted(meetings.count, "meeting"))"]
    for meeting in meetings { lines += told.lines(of: meeting) }
    let hidden = meetings.reduce(0) { $0 + $1.hiddenQuoteCount }
    if hidden > 0 {
      lines.append("  … and \(counted(hidden, "more quote")): memcon why \(other.id) \(person.id)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
