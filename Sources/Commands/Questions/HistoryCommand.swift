import Arguments
import Diagnostics
import Diplomacy
import JSON
import Record

/// `memcon history`: how two people met over time.
struct HistoryCommand: Command {
  private static let name = Operand("NAME", "A person: name, family name, alias or id.")
  private static let other = Operand("OTHER", "Another person.")
  private static let since = Option<CalendarDate>(
    "since", "DATE", "Only meetings on or after this day, as YYYY-MM-DD.")
  private static let until = Option<CalendarDate>(
    "until", "DATE", "Only meetings on or before this day.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; text if not given.")

  static let syntax = CommandSyntax(
    "history", summary: "Tell when two people first and last met, and how often under which roles",
    examples: [
      .init("memcon history Rubio Lavrov", "first, last, the longest gap, and under which titles"),
      .init("memcon history Rubio Lavrov --since 2025-03-01", "the first meeting since then"),
    ],
    operands: [name.syntax, other.syntax],
    options: [since.syntax, until.syntax, format.syntax])

  private let name: String
  private let other: String
  private let filter: MeetingFilter
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    other = arguments.value(of: Self.other) ?? ""
    filter = MeetingFilter(
      since: try arguments.value(of: Self.since), until: try arguments.value(of: Self.until))
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let person = try store.person(named: name)
    let other = try store.person(named: other)
    guard person.id != other.id else { throw Diagnostic("both names mean \(person.name)") }
    let history = try store.history(of: person.id, with: other.id, filter)
    let status = try console.print(
      history.answer(person, other, style: console.style), as: format,
      nothing: "no article reports that \(person.name) and \(other.name) met")
    console.note(try store.basis().caveat)
    return status
  }
}

extension PairHistory {
  fileprivate func answer(
    _ person: PersonSummary, _ other: PersonSummary, style: TerminalStyle
  ) -> Answer {
    let heading = "\(person.name) and \(other.name): \(counted(meetings.count, "meeting"))"
    var lines = [style.emphasis(printable(heading), as: .heading)]
    if let first { lines.append("first: \(first.circumstances)") }
    if let last { lines.append("last: \(last.circumstances)") }
    if let gap = longestGap {
      lines.append("longest gap: \(counted(gap.days, "day")), from \(gap.from) to \(gap.to)")
    }
    for role in roles {
      lines.append(
        printable(
          "as \(role.first ?? "(no title)") and \(role.second ?? "(no title)"): "
            + counted(role.meetings, "time")))
    }
    let object: JSONValue = [
      "person": person.object, "other": other.object,
      "first": .optional(first?.date?.description), "last": .optional(last?.date?.description),
      "longest_gap": longestGap.map {
        [
          "from": .string($0.from.description), "to": .string($0.to.description),
          "days": .integer($0.days),
        ]
      } ?? .null,
      "roles": .array(
        roles.map {
          [
            "person": .optional($0.first), "other": .optional($0.second),
            "meetings": .integer($0.meetings),
          ]
        }), "meetings": .array(meetings.map(\.object)),
    ]
    return Answer(
      Rows(of: meetings), showing: ["date", "kind", "place", "id"], objects: [object],
      text: lines.joined(separator: "\n") + "\n", isSingle: true)
  }
}

extension Basis {
  /// What an answer rests on, to follow it.
  var caveat: String {
    let span = span.map { " published from \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return "rests on \(counted(articles, "article"))\(span); what none of them tells is not known"
  }
}
