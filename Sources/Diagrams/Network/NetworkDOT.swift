/// A diagram in the language of Graphviz.
///
/// Nodes, edges and clusters are named by percent-encoded ids; all other text goes through
/// `quoted`. Nothing of the data reaches `fontname` or a colour, and `URL` holds such an id alone.
struct NetworkDOT {
  /// Before a group's id: Graphviz frames subgraphs of such names only.
  static let clusterPrefix = "cluster_"

  private let network: MeasuredNetwork
  private let diagram: NetworkDiagram
  private let arrangement: Arrangement
  /// Whether only places are asked for: then nothing is said that takes Graphviz time.
  private let isForLayoutAlone: Bool
  private let stroke: EdgeStroke
  private let noteNumbers: [String: Int]
  private var lines: [String] = []

  /// The description of a diagram that is normalized.
  init(
    of diagram: NetworkDiagram, in arrangement: Arrangement, isForLayoutAlone: Bool = false
  ) {
    network = MeasuredNetwork(of: diagram, in: arrangement)
    self.diagram = diagram
    stroke = EdgeStroke(for: diagram)
    noteNumbers = diagram.text.noteNumbers
    self.arrangement = arrangement
    self.isForLayoutAlone = isForLayoutAlone
  }

  /// The graph as DOT, ending in a newline.
  func text() -> String {
    var writer = self
    writer.addHeader()
    writer.addPeople()
    let names = diagram.names
    for edge in diagram.edges { writer.addEdge(edge, names) }
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
    let isRadial = arrangement == .free(.twopi)
    var graph = [
      "label": NetworkDOT.quoted([diagram.text.title]), "labelloc": "t", "charset": "\"UTF-8\"",
      "nodesep": "0.45", "ranksep": isRadial ? inches(ringDistance) : "1.25",
      "overlap": "prism", "layout": engine.rawValue,
      "sep": isRadial ? "\"+34\"" : network.density == .dots ? "\"+9\"" : "\"+20\"",
      "esep": "\"+4\"", "start": "1", "K": network.density == .dots ? "0.7" : "1.2",
      "outputorder": "edgesfirst", "splines": splines,
    ]
    if diagram.flowsRight { (graph["rankdir"], graph["ranksep"]) = ("LR", inches(labelDistance)) }
    // Frames ranked one by one read better between two sides, all people together between more.
    if diagram.groupsInUse.count > 2, framed { graph["newrank"] = "true" }
    if let center = diagram.center, isRadial { graph["root"] = NetworkDOT.name(center) }
    if isForLayoutAlone { graph["label"] = nil }
    lines.append("graph network {")
    lines.append("  graph [\(attributes(fonts(size: "20", graph)))]")
    lines.append(
      "  node [\(attributes(fonts(size: "10.5", ["shape": "box", "style": "rounded"])))]")
    lines.append("  edge [\(attributes(fonts(size: "10", [:])))]")
  }

  /// Past some size curves around the cards cost seconds, straight lines hundredths. Outside layers
  /// the lines are led by `ArcRouter`.
  private var splines: String {
    if isForLayoutAlone, arrangement != .layers { return "false" }
    return diagram.nodes.count + diagram.edges.count > 120 ? "line" : "true"
  }

  private var engine: Layout {
    switch arrangement {
    case .layers: .dot
    case .free(let layout): layout ?? .neato
    case .frames, .columns: .fdp
    case .ring: .twopi
    }
  }

  private var framed: Bool {
    diagram.framesGroups && (arrangement == .layers || engine == .fdp) && !diagram.flowsRight
  }

  /// From one ring to the next: wide enough that cards and the label between them lie side by side.
  private var ringDistance: Double {
    network.cards.map(\.width).sorted().suffix(2).reduce(0, +) / 2 + 60
  }

  /// From one rank to the next of what is read from left to right: as wide as the widest label.
  private var labelDistance: Double {
    let widths = diagram.edges.map { network.label(of: $0, note: noteNumbers[$0.id]).width }
    return max(widths.max() ?? 0, 110) + 30
  }

  private mutating func addPeople() {
    let framed =
      framed
      ? diagram.groupsInUse.filter { group in
        diagram.nodes.contains { $0.group == group.id && $0.form != .country }
      } : []
    for group in framed {
      lines.append("  subgraph \(NetworkDOT.name(NetworkDOT.clusterPrefix + group.id)) {")
      let tone = diagram.groups.firstIndex(of: group).map { network.hues[$0] } ?? 0
      let look = [
        "label": isForLayoutAlone ? room(for: group) : NetworkDOT.quoted([group.label]),
        "labeljust": "l", "style": "\"rounded,filled\"", "margin": "14", "color": hex(.tint(tone)),
        "fontcolor": hex(.group(tone)),
      ]
      lines.append("    graph [\(attributes(fonts(size: "11", look)))]")
      for (node, card) in zip(diagram.nodes, network.cards) where node.group == group.id {
        addNode(node, card, indent: "    ")
      }
      lines.append("  }")
    }
    let inFrames = Set(framed.map(\.id))
    for (node, card) in zip(diagram.nodes, network.cards)
    where !inFrames.contains(node.group ?? "") {
      addNode(node, card, indent: "  ")
    }
  }

  /// An empty table as large as the name of a group: the one HTML-like label, without any data. So
  /// no fonts are loaded to measure a text whose size is known.
  private func room(for group: NetworkDiagram.Group) -> String {
    let width = GroupFrame.style.width(of: displayable(group.label))
    return """
      <<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" \
      WIDTH="\(Int(min(width, 400).rounded(.up)))" HEIGHT="13"><TR><TD></TD></TR></TABLE>>
      """
  }

  private mutating func addNode(
    _ node: NetworkDiagram.Node, _ card: NodeCard, indent: String
  ) {
    var look = [
      "fixedsize": "true", "width": inches(card.width), "height": inches(card.height),
      "label": isForLayoutAlone ? "\"\"" : NetworkDOT.quoted(card.lines.map(\.text)),
    ]
    if !isForLayoutAlone {
      look["color"] = hex(network.tone(of: node))
      look["style"] = node.form == .thing ? "filled" : "\"rounded,filled\""
      look["fillcolor"] = hex(.paper)
      look["tooltip"] = NetworkDOT.quoted([network.tooltip(of: node)])
      if let link = node.link { look["URL"] = NetworkDOT.name("#" + link, isLink: true) }
    }
    if let place = diagram.earlierPlaces[node.id] {
      // Where to start from is told in inches, where to stay (`nop`) in points.
      let written = arrangement == .free(nil) ? hundredths : inches
      look["pos"] = "\"\(written(place.x)),\(written(-place.y))\""
    }
    lines.append("\(indent)\(NetworkDOT.name(node.id)) [\(attributes(look))]")
  }

  /// The label is an `xlabel`, for which no room is kept: see `LabelPlacer`.
  private mutating func addEdge(_ edge: NetworkDiagram.Edge, _ names: [String: String]) {
    var look = ["key": NetworkDOT.name(edge.id)]
    if !isForLayoutAlone {
      let line = stroke.line(of: edge)
      let label = network.label(of: edge).lines
      if !label.isEmpty { look["xlabel"] = NetworkDOT.quoted(label) }
      look["color"] = hex(line.tone)
      look["fontcolor"] = hex(line.tone)
      look["penwidth"] = hundredths(line.width)
      look["style"] = line.dash.rawValue
      look["tooltip"] = NetworkDOT.quoted([diagram.tooltip(of: edge, names: names)])
      if edge.isDirected { look["dir"] = "forward" }
      if let link = edge.link { look["URL"] = NetworkDOT.name("#" + link, isLink: true) }
    }
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
}
