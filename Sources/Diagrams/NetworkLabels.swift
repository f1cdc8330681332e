/// What is printed on a person's card, line by line, and how large the card is.
struct NodeCard {
  struct Line {
    var text: String
    var style: TextStyle
    var isName: Bool
  }

  private(set) var lines: [Line]
  let width: Double
  let height: Double

  static let name = TextStyle(size: 13, isBold: true)
  static let role = TextStyle(size: 10.5)
  static let padding = (across: 13.0, along: 9.0)
  static let widest = 176.0

  /// The card of a person. `country` is printed where no frame around the people tells it.
  init(of node: NetworkDiagram.Node, country: String?) {
    let name = displayable(node.name)
    var lines = NodeCard.name.wrapped(name.isEmpty ? "?" : name, width: NodeCard.widest, limit: 2)
      .map { Line(text: $0, style: NodeCard.name, isName: true) }
    var small = node.roles.prefix(3).flatMap {
      NodeCard.role.wrapped(displayable($0), width: NodeCard.widest, limit: 3)
    }
    if let country {
      small += NodeCard.role.wrapped(displayable(country), width: NodeCard.widest, limit: 1)
    }
    lines += small.map { Line(text: $0, style: NodeCard.role, isName: false) }
    self.lines = lines
    let text = lines.map { $0.style.width(of: $0.text) }.max() ?? 0
    width = max(text + 2 * NodeCard.padding.across, 76).rounded(.up)
    height = lines.reduce(2 * NodeCard.padding.along) { $0 + $1.style.lineHeight }
  }
}

/// What is printed at a line between two people.
struct EdgeLabel {
  let lines: [String]

  static let style = TextStyle(size: 10)

  init(of edge: NetworkDiagram.Edge) {
    let dates = EdgeLabel.dates(of: edge)
    let form = EdgeLabel.form(of: edge)
    let isPlain = edge.status == .held && edge.count <= 1 && form == "meeting"
    let words = isPlain && dates != nil ? nil : EdgeLabel.words(of: edge, form: form)
    lines = [words, dates].compactMap { $0 }
      .flatMap { EdgeLabel.style.wrapped(displayable($0), width: 150, limit: 1) }
  }

  /// The label in a sentence: `2 planned calls, 2025-03-19 – 2025-04-02`.
  static func sentence(of edge: NetworkDiagram.Edge) -> String {
    [words(of: edge, form: form(of: edge)), dates(of: edge)].compactMap { $0 }
      .joined(separator: ", ")
  }

  var width: Double { lines.map { EdgeLabel.style.width(of: $0) }.max() ?? 0 }
  var height: Double { Double(lines.count) * EdgeLabel.style.lineHeight }

  private static func form(of edge: NetworkDiagram.Edge) -> String {
    let kind = displayable(edge.kind ?? "")
    return kind.isEmpty ? "meeting" : kind
  }

  private static func words(of edge: NetworkDiagram.Edge, form: String) -> String {
    let noun = edge.status == .held ? form : "\(edge.status.rawValue) \(form)"
    return edge.count > 1 ? "\(edge.count) \(noun)s" : noun
  }

  private static func dates(of edge: NetworkDiagram.Edge) -> String? {
    let ends = [edge.first, edge.last].compactMap { $0 }.map(displayable).filter { !$0.isEmpty }
    guard let first = ends.first, let last = ends.last else { return nil }
    return first == last ? first : "\(first) – \(last)"
  }
}
