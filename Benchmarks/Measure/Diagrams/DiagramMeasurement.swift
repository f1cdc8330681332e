import Diagnostics
import Diagrams

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `measure diagrams`: what a picture costs beside Graphviz's own program on the same graph, and
/// whether Graphviz as a library keeps memory from one picture to the next.
///
/// Both run as processes of their own and are measured in processor time, children included: the
/// program reads the DOT that memcon writes and writes SVG; memcon lays out in its child process and
/// draws its own SVG. Each number is the median of five runs.
enum DiagramMeasurement {
  private static let cases: [(nodes: Int, layout: Layout)] = [
    (20, .dot), (200, .sfdp), (2000, .sfdp), (5000, .sfdp),
  ]

  static func run(_ options: ToolOptions) throws {
    if let job = options["job"] { return try child(job, options) }
    var table = MarkdownTable("nodes", "layout", "Graphviz, s", "memcon, s", "ratio", "SVG, kB")
    for (nodes, layout) in cases {
      let dot = try TemporaryFile(
        String(decoding: try job("dot", nodes, layout, options).output, as: UTF8.self))
      var plain: [Double] = []
      var own: [Double] = []
      var bytes = 0
      for _ in 0..<options.count("runs", default: 5) {
        let program = try ChildRun(layout.rawValue, ["-Tsvg", dot.path]).succeeded()
        plain.append(program.processorSeconds)
        let picture = try job("svg", nodes, layout, options)
        own.append(picture.processorSeconds)
        bytes = picture.output.count
      }
      let (theirs, ours) = (median(plain), median(own))
      table.add(
        "\(nodes)", layout.rawValue, decimal(theirs, digits: 3), decimal(ours, digits: 3),
        decimal(ours / theirs, digits: 2), decimal(Double(bytes) / 1000))
    }
    print(table.text)
    let renders = options.count("renders", default: 1000)
    var memory = MarkdownTable("layout", "renders", "memory before, MB", "after, MB", "kB a render")
    for layout in Layout.allCases {
      let run = try job("memory", renders, layout, options)
      let sizes = String(decoding: run.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .compactMap { Double($0) }
      guard sizes.count == 2 else { throw Diagnostic("no sizes of memory from \(layout)") }
      memory.add(
        layout.rawValue, "\(renders)", decimal(sizes[0] / 1e6, digits: 1),
        decimal(sizes[1] / 1e6, digits: 1),
        decimal((sizes[1] - sizes[0]) / 1000 / Double(renders), digits: 2))
    }
    print(memory.text, terminator: "")
  }

  private static func job(
    _ name: String, _ count: Int, _ layout: Layout, _ options: ToolOptions
  ) throws -> ChildRun {
    try ChildRun(
      CommandLine.arguments[0],
      [
        "diagrams", "--job", name, "--count", "\(count)", "--layout", layout.rawValue,
        "--memcon", options.memcon,
      ]
    ).succeeded()
  }

  private static func child(_ job: String, _ options: ToolOptions) throws {
    let layout = options["layout"].flatMap(Layout.init) ?? .sfdp
    let count = options.count("count", default: 20)
    if job == "memory" { return try keepRendering(count, layout) }
    let renderer = DiagramRenderer(
      graphviz: RenderProcess(executable: options.memcon, deadline: 600))
    let format: ImageFormat = job == "dot" ? .dot : .svg
    let picture = try renderer.render(.network(network(of: count)), as: format, layout: layout)
    print(String(decoding: picture, as: UTF8.self), terminator: "")
  }

  /// Prints the memory held after fifty pictures, and after so many more.
  private static func keepRendering(_ count: Int, _ layout: Layout) throws {
    let renderer = DiagramRenderer(graphviz: GraphvizLibrary())
    let diagram = Diagram.network(network(of: 20))
    for _ in 0..<50 { _ = try renderer.render(diagram, as: .svg, layout: layout) }
    let before = residentMemory()
    for _ in 0..<count { _ = try renderer.render(diagram, as: .svg, layout: layout) }
    print(before, residentMemory())
  }

  /// Nodes each tied to one or two before it, one and a half edges a node.
  private static func network(of count: Int) -> NetworkDiagram {
    var edges: [NetworkDiagram.Edge] = []
    for number in 1..<count {
      let others = number % 2 == 0 ? [number / 2] : [number / 2, number * 7919 % number]
      for (index, other) in others.enumerated() where other != number {
        edges.append(
          .init(
            id: "e\(number)-\(index)", from: "n\(other)", to: "n\(number)", count: 1 + number % 4))
      }
    }
    return NetworkDiagram(
      title: "\(count) nodes",
      groups: (0..<40).map { .init(id: "g\($0)", label: "Group \($0)", shortLabel: "G\($0)") },
      nodes: (0..<count).map {
        .init(id: "n\($0)", name: "Node \($0)", roles: ["Minister"], group: "g\($0 % 40)")
      },
      edges: edges, framesGroups: false)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// The memory this process holds, in bytes.
  private static func residentMemory() -> Int {
    guard let words = try? text(of: "/proc/self/statm").split(separator: " "), words.count > 1
    else {
      return 0
    }
    return (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
