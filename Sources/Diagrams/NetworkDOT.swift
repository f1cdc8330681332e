/// A diagram in the language of Graphviz.
///
/// Nodes, edges and clusters are named by percent-encoded ids; all other text goes through
/// `quoted`. Nothing of the data reaches `fontname` or a colour, and `URL` holds such an id alone.
struct NetworkDOT {
  /// Before a group's id: Graphviz frames subgraphs of such names only.
  static let clusterPrefix = "cluster_"

  private let diagram: NetworkDiagram
  private let layout: Layout
  private var lines: [String] = []

  /// The description of a diagram that is normalized.
  init(of diagram: NetworkDiagram, layout: Layout) {
    self.diagram = diagram
    self.layout = layout
  }

  /// The graph as DOT, ending in a newline.
  func text() -> String {
    var writer = self
    writer.addHeader()
    writer.addPeople()
    for edge in diagram.edges { writer.addEdge(edge) }
    return (writer.lines + ["}", ""]).joined(separator: "\n")
  }

  /// The one way from any text to a DOT string that shows just this text.
  ///
  /// A backslash would start an escape such as `\N`, an ampersand an entity.
  static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      displayable(line).reduce(into: "") { out, character in
        switch character {
        case "\\": out += "\\\\"
        case "\"": out += "\\\""
        case "&": out += "&amp;"
        default: out.append(character)
        }
      }
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}

// MARK: - Statements

extension NetworkDOT {
  private mutating func addHeader() {
    // Past this size curves around the cards cost seconds, straight lines hundredths.
    let isLarge = diagram.nodes.count + diagram.edges.count > 120
    var graph = [
      "label": NetworkDOT.quoted([diagram.title]), "labelloc": "t", "charset": "\"UTF-8\"",
      "nodesep": "0.4", "ranksep": layout == .twopi ? inches(ringDistance) : "0.9",
      "overlap": "prism",
      "sep": layout == .twopi ? "\"+34\"" : "\"+20\"", "esep": "\"+6\"", "start": "1", "K": "1.2",
      "outputorder": "edgesfirst", "splines": isLarge ? "line" : "true",
    ]
    // Frames ranked one by one read better between two sides, all people together between more.
    if diagram.groupsInUse.count > 2 { graph["newrank"] = "true" }
    if let center = diagram.center, layout == .twopi {
      graph["root"] = NetworkDOT.name(center)
    }
    lines.append("graph network {")
    lines.append("  graph [\(attributes(fonts(size: "20", graph)))]")
    lines.append(
      "  node [\(attributes(fonts(size: "10.5", ["shape": "box", "style": "rounded"])))]")
    lines.append("  edge [\(attributes(fonts(size: "10", [:])))]")
  }

  /// From one ring to the next: wide enough that cards and the label between them lie side by side.
  private var ringDistance: Double {
    let widths = diagram.nodes.map { diagram.card(of: $0, in: layout).width }.sorted()
    return widths.suffix(2).reduce(0, +) / 2 + 60
  }

  private mutating func addPeople() {
    let framed = layout.framesGroups ? diagram.groupsInUse : []
    for group in framed {
      lines.append("  subgraph \(NetworkDOT.name(NetworkDOT.clusterPrefix + group.id)) {")
      let tone = diagram.groups.firstIndex(of: group) ?? 0
      let look = [
        "label": NetworkDOT.quoted([group.label]), "labeljust": "l", "style": "\"rounded,filled\"",
        "margin": "14", "color": hex(.tint(tone)), "fontcolor": hex(.group(tone)),
      ]
      lines.append("    graph [\(attributes(fonts(size: "11", look)))]")
      for node in diagram.nodes where node.group == group.id { addNode(node, indent: "    ") }
      lines.append("  }")
    }
    let inFrames = Set(framed.map(\.id))
    for node in diagram.nodes where !inFrames.contains(node.group ?? "") {
      addNode(node, indent: "  ")
    }
  }

  private mutating func addNode(_ node: NetworkDiagram.Node, indent: String) {
    let card = diagram.card(of: node, in: layout)
    var look = [
      "label": NetworkDOT.quoted(card.lines.map(\.text)), "fixedsize": "true",
      "width": inches(card.width), "height": inches(card.height),
      "color": hex(diagram.tone(of: node)),
      "style": "\"rounded,filled\"", "fillcolor": hex(.paper),
      "tooltip": NetworkDOT.quoted([diagram.tooltip(of: node)]),
    ]
    if let link = node.link { look["URL"] = NetworkDOT.name("#" + link, isLink: true) }
    lines.append("\(indent)\(NetworkDOT.name(node.id)) [\(attributes(look))]")
  }

  /// The label is an `xlabel`, for which no room is kept: see `LabelPlacer`.
  private mutating func addEdge(_ edge: NetworkDiagram.Edge) {
    let stroke = NetworkComposition.line(of: edge)
    var look = [
      "key": NetworkDOT.name(edge.id), "xlabel": NetworkDOT.quoted(EdgeLabel(of: edge).lines),
      "color": hex(stroke.tone), "fontcolor": hex(stroke.tone),
      "penwidth": hundredths(stroke.width),
      "style": stroke.dash.rawValue, "tooltip": NetworkDOT.quoted([diagram.tooltip(of: edge)]),
    ]
    if let link = edge.link { look["URL"] = NetworkDOT.name("#" + link, isLink: true) }
    lines.append(
      "  \(NetworkDOT.name(edge.source)) -- \(NetworkDOT.name(edge.target)) [\(attributes(look))]")
  }

  private static func name(_ id: String, isLink: Bool = false) -> String {
    isLink ? "\"#\(percentEncoded(String(id.dropFirst())))\"" : "\"\(percentEncoded(id))\""
  }

  private func attributes(_ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
  }

  private func fonts(size: String, _ values: [String: String]) -> [String: String] {
    var result = values
    result["fontname"] = "\"\(XDotWriter.fontFamily)\""
    result["fontsize"] = size
    return result
  }

  private func hex(_ tone: Tone) -> String { "\"\(tone.light)\"" }

  private func inches(_ points: Double) -> String {
    "\(Double(Int((points / 72 * 10_000).rounded())) / 10_000)"
  }
}
