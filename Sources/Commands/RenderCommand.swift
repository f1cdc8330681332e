import Arguments
import Diagnostics
import Diagrams
import Record

/// `memcon render`: draws who met whom.
struct RenderCommand: Command {
  private static let of = Option<String>(
    "of", "NAME", "Draw this person and everybody in the same meetings.")
  private static let with = Option<String>(
    "with", "NAME", "Draw this person and the others named so, and the contacts among them.",
    isRepeatable: true)
  private static let file = Option<String>(
    "output", letter: "o", "FILE",
    "The file to write, whose ending tells the format; - or nothing is standard output.")
  private static let format = Option<ImageFormat>(
    "format", "NAME", "The format, where the file's ending does not tell it; svg if not given.")
  private static let layout = Option<Layout>(
    "layout", "NAME", "Graphviz's layout; the one that suits the size if not given.")

  static let syntax = CommandSyntax(
    "render", summary: "Draw who met whom",
    examples: [
      .init("memcon render --of Peters -o peters.svg", "one person's contacts"),
      .init("memcon render --with Rubio --with Peters --with Waltz -o three.png", "among three"),
      .init("memcon render --since 2025-01-01 --country NZ -o 2025.pdf", "part of the graph"),
    ],
    discussion: """
      People stand together by country, roles under their names; lines show how often and when. \
      Meetings that were not held are drawn otherwise. Without --of and --with everybody is drawn.
      """,
    options: [of.syntax, with.syntax] + FilterOptions.optionsWithoutPeople
      + [file.syntax, format.syntax, layout.syntax])

  private let subject: String?
  private let filter: FilterOptions
  private let file: String
  private let format: ImageFormat
  private let layout: Layout?

  init(_ arguments: ParsedArguments) throws {
    subject = try arguments.value(of: Self.of)
    filter = try FilterOptions(arguments)
    if subject != nil, !filter.names.isEmpty {
      throw arguments.mistake(
        "--of and --with are two ways to choose people", in: Self.with, label: "not beside --of",
        help: ["take --of for one person's contacts, --with for those among several people"])
    }
    file = try arguments.value(of: Self.file) ?? "-"
    layout = try arguments.value(of: Self.layout)
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let told = try arguments.value(of: Self.format)
    if let format = told ?? ImageFormat(rawValue: ending) ?? (file == "-" ? .svg : nil) {
      self.format = format
    } else {
      throw arguments.mistake(
        "the ending of \(file) tells no format", in: Self.file,
        label: "expected .svg, .png, .pdf or .dot", help: ["or say it with --format svg"])
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    if file == "-", console.columns != nil, format != .dot {
      throw Diagnostic(
        "a picture on the terminal is of no use", help: ["name a file: -o picture.\(format)"])
    }
    let diagram = try diagram(in: console.openGraph())
    guard !diagram.nodes.isEmpty else {
      throw NothingFound(message: Diagnostic("no such contact in the graph", severity: .note))
    }
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: console.executable))
    do {
      let picture = try renderer.render(diagram, as: format, layout: layout)
      try file == "-" ? console.print(bytes: picture) : writeFile(picture, to: file)
    } catch let error as DiagramError {
      throw Diagnostic("\(error)", help: error.help.map { [$0] } ?? [])
    }
    let size = "\(diagram.nodes.count) people, \(counted(diagram.edges.count, "line"))"
    if file != "-" { console.note("\(file): \(size)") }
    return .done
  }

  private func diagram(in store: GraphStore) throws -> NetworkDiagram {
    let center = try subject.map { try store.person(named: $0) }
    let chosen = try filter.names.map { try store.person(named: $0) }
    var narrowed = filter.conditions
    narrowed.people = center.map { [$0.id] } ?? []
    return NetworkDiagram(
      try store.network(narrowed), among: chosen, center: center, filter: narrowed)
  }
}
