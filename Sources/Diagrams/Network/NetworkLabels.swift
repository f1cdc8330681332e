/// How much is printed of each part, by the size of the diagram.
enum Density: Comparable {
  /// A card a node with all that is told, labels with dates.
  case cards
  /// A card with the name alone, labels where a line says more than one meeting held.
  case names
  /// Dots, but for those of the most contacts; names where there is room.
  case dots

  init(of diagram: NetworkDiagram) {
    let (nodes, edges) = (diagram.nodes.count, diagram.edges.count)
    self =
      nodes <= 45 && edges <= 140 ? .cards : nodes <= Arrangement.mostInFrames ? .names : .dots
  }
}

/// What is printed on a node, line by line, and how large the node is.
struct NodeCard {
  struct Line {
    var text: String
    var style: TextStyle
    var isName: Bool
  }

  private(set) var lines: [Line]
  /// How many of the roles are printed.
  private(set) var roleCount = 0
  private(set) var width: Double
  let height: Double

  static let role = TextStyle(size: 10.5)
  static let padding = (across: 13.0, along: 9.0)
  static let widest = 176.0

  /// The node as a card. `group` is printed where no frame around it tells it.
  init(of node: NetworkDiagram.Node, group: String?, note: Int? = nil, density: Density) {
    let name = displayable(node.name)
    let shown = name.isEmpty ? "?" : name
    switch density {
    case .cards:
      let style = TextStyle(size: node.form == .meeting ? 11 : 13, isBold: true)
      var lines = style.wrapped(shown, width: NodeCard.widest, limit: 2)
        .map { Line(text: $0, style: style, isName: true) }
      var roles = Array(node.roles.prefix(3))
      if let note { roles.append((roles.popLast().map { $0 + " " } ?? "") + "[\(note)]") }
      var small = roles.flatMap {
        NodeCard.role.wrapped(displayable($0), width: NodeCard.widest, limit: 2)
      }
      if let group {
        small += NodeCard.role.wrapped(displayable(group), width: NodeCard.widest, limit: 1)
      }
      lines += small.map { Line(text: $0, style: NodeCard.role, isName: false) }
      self.init(lines: lines, padding: NodeCard.padding, narrowest: 76)
      roleCount = min(node.roles.count, 3)
    case .names:
      let style = TextStyle(size: 10.5, isBold: true)
      let rest = group.map { ", " + displayable($0) } ?? ""
      // A long name is cut, not the country behind it.
      let room = max(196 - style.width(of: rest), 60)
      let name = style.wrapped(shown, width: room, limit: 1).first ?? shown
      var lines = [Line(text: name + rest, style: style, isName: true)]
      if node.form == .meeting, let date = node.roles.first {
        let small = TextStyle(size: 9)
        lines += small.wrapped(displayable(date), width: 168, limit: 1)
          .map { Line(text: $0, style: small, isName: false) }
      }
      self.init(lines: lines, padding: (across: 8, along: 5), narrowest: 40)
    case .dots: self.init(lines: [], padding: (across: 4, along: 4), narrowest: 8)
    }
  }

  /// The same card with this width.
  func widened(to width: Double) -> NodeCard {
    var result = self
    result.width = width
    return result
  }

  private init(lines: [Line], padding: (across: Double, along: Double), narrowest: Double) {
    self.lines = lines
    let text = lines.map { $0.style.width(of: $0.text) }.max() ?? 0
    width = max(text + 2 * padding.across, narrowest).rounded(.up)
    height = lines.reduce(2 * padding.along) { $0 + $1.style.lineHeight }
  }
}

/// What is printed at a line.
struct EdgeLabel {
  let lines: [String]

  static let style = TextStyle(size: 10)

  /// `note` is the number of the note with the words behind it. A terse label has number and status
  /// alone.
  init(
    of edge: NetworkDiagram.Edge, note: Int? = nil, density: Density = .cards, isTerse: Bool = false
  ) {
    var told = EdgeLabel.parts(of: edge, density, isTerse).filter { !$0.isEmpty }
    let wrapped = told.map { EdgeLabel.style.wrapped(displayable($0), width: 176, limit: 1) }
    told = wrapped.flatMap { $0 }
    if let note, density == .cards {
      let mark = "[\(note)]"
      if let last = told.popLast() { told.append("\(last) \(mark)") } else { told = [mark] }
    }
    lines = told
  }

  /// The label in a sentence: `2 planned calls, 2025-03-19 – 2025-04-02`.
  static func sentence(of edge: NetworkDiagram.Edge) -> String {
    let said = edge.label ?? words(of: edge, form: form(of: edge))
    return [said, dates(of: edge) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  var width: Double { lines.map { EdgeLabel.style.width(of: $0) }.max() ?? 0 }
  var height: Double { Double(lines.count) * EdgeLabel.style.lineHeight }

  private static func parts(
    of edge: NetworkDiagram.Edge, _ density: Density, _ isTerse: Bool
  ) -> [String] {
    if let label = edge.label { return density == .cards ? [label] : [] }
    let (dates, form) = (dates(of: edge), form(of: edge))
    switch density == .cards && isTerse ? .names : density {
    case .cards:
      let isPlain = edge.status == .held && edge.count <= 1 && form == "meeting" && dates != nil
      return [isPlain ? "" : words(of: edge, form: form), dates ?? ""]
    case .names:
      let number = edge.count > 1 ? "\(edge.count)" : ""
      let status = edge.status == .held ? "" : edge.status.rawValue
      return [[number, status].filter { !$0.isEmpty }.joined(separator: " ")]
    case .dots: return []
    }
  }

  private static func form(of edge: NetworkDiagram.Edge) -> String {
    let kind = displayable(edge.kind ?? "")
    return kind.isEmpty ? "meeting" : kind
  }

  private static func words(of edge: NetworkDiagram.Edge, form: String) -> String {
    let noun = edge.status == .held ? form : "\(edge.status.rawValue) \(form)"
    return edge.count > 1 ? "\(edge.count) \(noun)s" : noun
  }

  private static func dates(of edge: NetworkDiagram.Edge) -> String? {
    if let dates = edge.dates { return displayable(dates) }
    let ends = [edge.first, edge.last].compactMap { $0 }.map(displayable).filter { !$0.isEmpty }
    guard let first = ends.first, let last = ends.last else { return nil }
    return first == last ? first : "\(first) – \(last)"
  }
}
