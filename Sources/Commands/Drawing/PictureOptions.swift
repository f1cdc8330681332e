import Arguments
import Articles
import Diagnostics
import Diagrams
import JSON

/// The options of a picture, whatever it shows.
struct PictureOptions {
  private static let file = Option<String>(
    "output", letter: "o", "FILE",
    "The file to write, whose ending tells the format; - or nothing is standard output.")
  private static let format = Option<ImageFormat>(
    "format", "NAME", "The format, where the file's ending does not tell it; svg if not given.")
  private static let layout = Option<Layout>(
    "layout", "NAME", "Graphviz's layout; the one that suits the size if not given.")
  private static let theme = Option<DiagramLook.Theme>(
    "theme", "NAME", "The colours; auto is light, and in SVG dark on a dark page.")
  private static let size = Option<PageSize>(
    "size", "WIDTHxHEIGHT", "The page to fit into, in points; only a width leaves the height free.")
  private static let title = Option<String>("title", "TEXT", "The title in place of the usual one.")
  private static let most = Option<PositiveNumber>(
    "most", "NUMBER", "The most nodes to draw, those of the strongest ties; 200 if not given.")
  private static let choose = Option<NetworkDiagram.ChoiceRule>(
    "choose", "NAME",
    "Which nodes to draw where there are more: those of the strongest ties, or the best connected of "
      + "each community; strongest if not given.")
  private static let least = Option<PositiveNumber>(
    "least", "NUMBER", "Leave out lines of fewer contacts.")
  private static let near = Option<String>(
    "near", "FILE", "An earlier picture as JSON: what was there stays about where it was.")

  static let options = [
    title.syntax, layout.syntax, most.syntax, choose.syntax, least.syntax, near.syntax,
    theme.syntax,
    size.syntax, file.syntax, format.syntax,
  ]

  let file: String
  private let format: ImageFormat
  private let layout: Layout?
  private let look: DiagramLook
  private let title: String?
  let most: Int
  private let rule: NetworkDiagram.ChoiceRule
  private let least: Int
  private let near: String?

  init(_ arguments: ParsedArguments) throws {
    file = try arguments.value(of: Self.file) ?? "-"
    layout = try arguments.value(of: Self.layout)
    look = DiagramLook(
      theme: try arguments.value(of: Self.theme) ?? .auto,
      size: try arguments.value(of: Self.size)?.size)
    title = try arguments.value(of: Self.title)
    most = try arguments.value(of: Self.most)?.value ?? 200
    rule = try arguments.value(of: Self.choose) ?? .strongest
    least = try arguments.value(of: Self.least)?.value ?? 1
    near = try arguments.value(of: Self.near)
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let told = try arguments.value(of: Self.format)
    if let format = told ?? ImageFormat(rawValue: ending) ?? (file == "-" ? .svg : nil) {
      self.format = format
    } else {
      throw arguments.mistake(
        "the ending of \(file) tells no format", in: Self.file,
        label: "expected .svg, .png, .pdf, .dot or .json", help: ["or say it with --format svg"])
    }
  }

  /// A picture to standard output.
  init(format: ImageFormat) {
    (file, self.format, look, most, least) = ("-", format, DiagramLook(), 200, 1)
    (layout, title, near, rule) = (nil, nil, nil, .strongest)
  }

  /// Refuses before any work what would be of no use.
  func check(on console: Console) throws(Diagnostic) {
    if file == "-", console.columns != nil, format != .dot, format != .json {
      throw Diagnostic(
        "a picture on the terminal is of no use", help: ["name a file: -o picture.\(format)"])
    }
  }

  /// Draws a network with as much of it as is to be drawn.
  func draw(
    _ network: NetworkDiagram, nodes: String, edges: String, on console: Console
  ) throws {
    let choice = network.chosen(most: most, least: least, by: rule)
    var diagram = choice.diagram
    if let words = choice.words(nodes: nodes, edges: edges) { diagram.text.caption.append(words) }
    if diagram.text.notes.count > mostNotes { diagram.text.notes = [] }
    if diagram.text.notes.isEmpty, edges == "lines" { diagram.text.caption.append(wordsElsewhere) }
    if let near { diagram.earlierPlaces = try Self.places(in: near) }
    let size = "\(diagram.nodes.count) \(nodes), \(counted(diagram.edges.count, "line"))"
    try draw(.network(diagram), size: size, on: console)
  }

  /// Draws a diagram; `size` tells in words how much there is to see.
  func draw(_ diagram: Diagram, size: String, on console: Console) throws {
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: console.executable))
    do {
      let titled = title.map(diagram.titled) ?? diagram
      let picture = try renderer.render(titled, as: format, layout: layout, look: look)
      try file == "-" ? console.print(bytes: picture) : writeFile(picture, to: file)
    } catch let error as DiagramError {
      throw Diagnostic("\(error)", help: error.help.map { [$0] } ?? [])
    }
    if file != "-" { console.note("\(file): \(size)") }
  }

  /// The middle of each node of a picture that was written as JSON.
  private static func places(in path: String) throws -> [String: NetworkDiagram.Place] {
    let text = try InputFile(path: path).text()
    guard let picture = try? JSONValue(parsing: text.utf8),
      case .array(let nodes) = picture["nodes"]
    else {
      throw Diagnostic(
        "\(path) is no picture as JSON", help: ["write one with memcon render -o \(path)"])
    }
    var places: [String: NetworkDiagram.Place] = [:]
    for node in nodes {
      func number(_ key: String) -> Double? { node[key].flatMap { Double($0.cellText) } }
      guard let id = node["id"]?.stringValue, let x = number("x"), let y = number("y"),
        let width = number("width"), let height = number("height")
      else { continue }
      places[id] = .init(x: x + width / 2, y: y + height / 2)
    }
    return places
  }
}

extension Diagram {
  /// The same under another title.
  fileprivate func titled(_ title: String) -> Diagram {
    switch self {
    case .network(var network):
      network.text.title = title
      return .network(network)
    case .timeline(var timeline):
      timeline.text.title = title
      return .timeline(timeline)
    case .card(var card):
      card.text.title = title
      return .card(card)
    }
  }
}
