import Arguments
import Cypher
import Diagnostics
import Diagrams
import Diplomacy
import Record

/// `memcon render`: draws who met whom.
struct RenderCommand: Command {
  private static let view = Option<DrawingView>(
    "view", "NAME", "What to show; network if not given, with --of ego.")
  private static let of = Option<String>(
    "of", "NAME", "Draw this person and everybody in the same meetings.")
  private static let with = Option<String>(
    "with", "NAME",
    "Draw this person and the others named so, and the contacts among them; in a path, its end.",
    isRepeatable: true)
  private static let meeting = Option<String>(
    "meeting", "ID", "Draw this meeting as a card; its id is in the answers as JSON.")
  private static let query = Option<String>(
    "query", "QUERY", "Draw the nodes and relationships that this openCypher query returns.")
  private static let parameters = Option<Assignment>(
    "param", letter: "p", "NAME=VALUE", "A value for $NAME in the query.", isRepeatable: true)
  private static let lanes = Option<LaneSubject>(
    "by", "NAME", "Whose lanes a timeline has; person if not given.")

  static let syntax = CommandSyntax(
    "render", summary: "Draw who met whom",
    examples: [
      .init("memcon render --of Peters -o peters.svg", "one person's contacts"),
      .init("memcon render --with Rubio --with Peters --with Waltz -o three.png", "among three"),
      .init("memcon render --since 2025-01-01 --country NZ -o 2025.pdf", "part of the graph"),
      .init("memcon render --view timeline --of Sunak -o sunak.svg", "when they met"),
      .init(
        "memcon render --view path --of Peters --with Xi -o path.svg", "how one reaches another"),
    ],
    discussion: """
      Views: network (people, and who met whom), ego (one person, --of), countries, meetings \
      (and who took part), timeline, path (--of and --with), meeting (a card, --meeting). \
      Docs/Diagrams.md shows each. Meetings that were not held are drawn otherwise. Where there is \
      too much to be read the strongest ties are drawn, and the caption says so.
      """,
    options: [view.syntax, of.syntax, with.syntax] + FilterOptions.optionsWithoutPeople
      + [meeting.syntax, query.syntax, parameters.syntax, lanes.syntax] + PictureOptions.options)

  private let view: DrawingView
  private let subject: String?
  private let meeting: String?
  private let query: String?
  private let parameters: [Assignment]
  private let lanes: LaneSubject
  private let filter: FilterOptions
  private let picture: PictureOptions

  init(_ arguments: ParsedArguments) throws {
    subject = try arguments.value(of: Self.of)
    meeting = try arguments.value(of: Self.meeting)
    query = try arguments.value(of: Self.query)
    parameters = try arguments.values(of: Self.parameters)
    lanes = try arguments.value(of: Self.lanes) ?? .person
    filter = try FilterOptions(arguments)
    let usual: DrawingView = meeting != nil ? .meeting : subject != nil ? .ego : .network
    view = try arguments.value(of: Self.view) ?? usual
    picture = try PictureOptions(arguments)
    switch view {
    case .path:
      guard subject != nil, filter.names.count == 1 else {
        throw arguments.mistake(
          "a path needs its two ends", in: Self.view, label: "from whom to whom?",
          help: ["name them: --of Peters --with Xi"])
      }
    case .meeting:
      guard meeting != nil else {
        throw arguments.mistake(
          "a card needs its meeting", in: Self.view, label: "of which meeting?",
          help: [
            "name it: --meeting 2025-03-19-peters-rubio; memcon meetings --format json tells ids"
          ])
      }
    case .ego:
      guard subject != nil else {
        throw arguments.mistake(
          "an ego view needs its person", in: Self.view, label: "of whom?",
          help: ["name them: --of Peters"])
      }
      fallthrough
    case .network, .countries, .meetings, .timeline:
      if subject != nil, !filter.names.isEmpty {
        throw arguments.mistake(
          "--of and --with are two ways to choose people", in: Self.with, label: "not beside --of",
          help: ["take --of for one person's contacts, --with for those among several people"])
      }
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    try picture.check(on: console)
    let store = try console.openGraph()
    if let query {
      let values = parameters.map { ($0.name, CypherValue(parameter: $0.value)) }
      let compiled = try QueryCompiler(catalog: .graph).compile(
        query, parameters: Dictionary(values) { _, last in last })
      let result = try QueryRunner(connection: try store.readOnlyConnection()).run(compiled)
      return try picture.draw(result, on: console)
    }
    let center = try subject.map { try store.person(named: $0) }
    let chosen = try filter.names.map { try store.person(named: $0) }
    var narrowed = filter.conditions
    switch view {
    case .network, .ego:
      narrowed.people = center.map { [$0.id] } ?? []
      let diagram = NetworkDiagram(
        try store.network(narrowed), among: chosen, center: center, filter: narrowed)
      return try draw(diagram, nodes: "people", edges: "lines", on: console)
    case .countries:
      narrowed.people = (chosen + [center].compactMap { $0 }).map(\.id)
      let diagram = NetworkDiagram(
        countriesOf: try store.meetings(narrowed), filter: narrowed)
      return try draw(diagram, nodes: "countries and bodies", edges: "lines", on: console)
    case .meetings:
      narrowed.people = (chosen + [center].compactMap { $0 }).map(\.id)
      let diagram = NetworkDiagram(
        meetings: try store.meetings(narrowed),
        among: chosen + [center].compactMap { $0 }, most: picture.most, filter: narrowed)
      return try draw(diagram, nodes: "people and meetings", edges: "lines", on: console)
    case .timeline:
      narrowed.people = center.map { [$0.id] } ?? []
      let timeline = TimelineDiagram(
        try store.meetings(narrowed), center: center, among: chosen, by: lanes, most: picture.most,
        filter: narrowed)
      guard !timeline.events.isEmpty else { throw nothing }
      let size =
        "\(counted(timeline.lanes.count, "lane")), \(counted(timeline.events.count, "meeting"))"
      try picture.draw(.timeline(timeline), size: size, on: console)
    case .path:
      guard let start = center, let end = chosen.first else { throw nothing }
      narrowed.status = narrowed.status ?? .held
      guard start.id != end.id,
        let ways = try store.ways(from: start.id, to: end.id, narrowed)
      else {
        throw NothingFound(
          message: Diagnostic(
            "no chain of meetings leads from \(start.name) to \(end.name)", severity: .note))
      }
      let diagram = NetworkDiagram(ways: ways, from: start, to: end, filter: filter.conditions)
      return try draw(diagram, nodes: "people", edges: "lines", on: console)
    case .meeting:
      let id = meeting ?? ""
      narrowed.ids = [id]
      guard let told = try store.meetings(narrowed).first else {
        throw NothingFound(
          message: Diagnostic(
            "no meeting in the graph has the id '\(id)'", severity: .note,
            help: ["memcon meetings --format json tells the ids"]))
      }
      try picture.draw(.card(MeetingCard(told)), size: told.title, on: console)
    }
    return .done
  }

  private func draw(
    _ diagram: NetworkDiagram, nodes: String, edges: String, on console: Console
  ) throws -> ExitStatus {
    guard !diagram.nodes.isEmpty else { throw nothing }
    try picture.draw(diagram, nodes: nodes, edges: edges, on: console)
    return .done
  }

  private var nothing: NothingFound {
    NothingFound(message: Diagnostic("no such contact in the graph", severity: .note))
  }
}

extension PictureOptions {
  /// Draws what a query returned.
  func draw(_ result: QueryResult, on console: Console) throws -> ExitStatus {
    if result.rows.isEmpty {
      throw NothingFound(message: Diagnostic("no rows", severity: .note))
    }
    let diagram = NetworkDiagram(result)
    guard !diagram.nodes.isEmpty else {
      throw Diagnostic(
        "the query returns nothing that can be drawn",
        help: ["return nodes, relationships or paths whole: RETURN p, m, q, not p.name"])
    }
    try draw(diagram, nodes: "nodes", edges: "relationships", on: console)
    return .done
  }
}
