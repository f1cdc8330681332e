import Arguments
import Diagnostics
import Diplomacy
import JSON
import Record

/// `memcon person`: what the graph knows of somebody.
struct PersonCommand: Command {
  private static let name = Operand("NAME", "A person: name, family name, alias or id.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; text if not given.", choices: ["text", "json", "jsonl"])

  static let syntax = CommandSyntax(
    "person", summary: "Show a person's names, roles in time, counterparts and last meetings",
    examples: [
      .init("memcon person Peters", "what the graph knows of Peters"),
      .init("memcon person winston-peters --format json", "all of it, with every quote"),
    ],
    operands: [name.syntax], options: [format.syntax])

  private let name: String
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let profiles = try [store.profile(of: store.person(named: name).id)].compactMap { $0 }
    return try console.print(
      Answer(
        Rows(columns: ["id"], rows: profiles.map { [.string($0.person.id)] }),
        objects: profiles.map(\.object),
        text: profiles.map { $0.text(style: console.style) }.joined(), isSingle: true),
      as: format, nothing: "nobody in the graph is called \(name)")
  }
}

extension PersonProfile {
  fileprivate var object: JSONValue {
    [
      "person": person.object, "aliases": .array(aliases.map(JSONValue.string)),
      "wikidata": .optional(wikidata),
      "roles": .array(roles.map(\.object)), "serves": .array(serves.map(\.object)),
      "counterparts": .array(
        counterparts.map {
          [
            "person": $0.person.object, "meetings": .integer($0.meetings.count),
            "first": .optional($0.first?.description), "last": .optional($0.last?.description),
          ]
        }),
      "meetings": .array(meetings.map(\.object)),
    ]
  }

  /// So many meetings are shown to people; programs get all.
  private static let shownMeetings = 10

  fileprivate func text(style: TerminalStyle) -> String {
    var lines = [style.emphasis(person.line, as: .heading)]
    func section(_ heading: String, _ entries: [String]) {
      guard !entries.isEmpty else { return }
      lines += ["", style.emphasis(heading, as: .heading)] + indented(entries)
    }
    section("Also called", aliases.map(printable))
    section("In Wikidata", wikidata.map { [printable($0)] } ?? [])
    section("Roles", roles.map(\.line))
    section("Works for", serves.map(\.line))
    section(
      "Met", counterparts.map { "\($0.person.line): \(counted($0.meetings.count, "meeting"))" })
    section(
      "Last meetings",
      meetings.prefix(Self.shownMeetings).map { "\($0.circumstances): \($0.parties)" })
    if meetings.count > Self.shownMeetings {
      lines += indented(["… and \(meetings.count - Self.shownMeetings) more: memcon meetings"])
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension PersonProfile.HeldRole {
  /// `Foreign Minister (NZ), reported 2025-01-02 to 2025-03-20`.
  fileprivate var line: String {
    let owner = of.map { " (\($0))" } ?? ""
    let dates = [firstReported, lastReported].compactMap { $0?.description }
    let span = Set(dates).count > 1 ? dates.joined(separator: " to ") : dates.first
    let reported = span.map { ", reported \($0)" } ?? ""
    return printable(title + owner + (isFormer ? ", former" : "") + reported)
  }
}
