/// How the lines of a network are drawn: their width tells the number, their dashes the status.
struct EdgeStroke {
  /// What the strongest edge has.
  private let most: Int
  private let widest: Double
  private let thinnest: Double
  private let isCrowded: Bool

  init(for diagram: NetworkDiagram) {
    most = diagram.edges.map(\.count).max() ?? 1
    let count = diagram.edges.count
    isCrowded = count > 110
    thinnest = count > 600 ? 0.5 : isCrowded ? 0.9 : 1.4
    widest = count > 600 ? 2.4 : isCrowded ? 4.5 : most > 12 ? 6.5 : 4.2
  }

  /// The width goes with the root of the number, as the eye judges it, up to the strongest.
  func line(of edge: NetworkDiagram.Edge) -> Drawing.Line {
    let share = Double(max(edge.count, 1) - 1) / Double(max(most - 1, 4))
    let width = thinnest + (widest - thinnest) * share.squareRoot()
    return EdgeStroke.line(
      of: edge.status, width: width, held: isCrowded ? Tone.thread : Tone.held)
  }

  static func line(
    of status: NetworkDiagram.Edge.Status, width: Double, held: Tone = .held
  ) -> Drawing.Line {
    switch status {
    case .held: Drawing.Line(tone: held, width: width)
    case .planned: Drawing.Line(tone: .planned, width: width, dash: .dashed)
    case .cancelled: Drawing.Line(tone: .cancelled, width: width, dash: .dotted)
    case .declined: Drawing.Line(tone: .declined, width: width, dash: .dotted)
    }
  }

  /// The head of an arrow at the end of a curve, and the curve shortened to make room for it.
  static func arrow(at curve: [Point], _ line: Drawing.Line) -> (head: Drawing.Shape, [Point])? {
    guard curve.count >= 4 else { return nil }
    let tip = curve[curve.count - 1]
    let size = 7 + line.width
    var back = curve[curve.count - 2]
    if distance(back, tip) < 0.5 { back = curve[curve.count - 4] }
    let length = distance(back, tip)
    guard length > 0.5 else { return nil }
    let (x, y) = ((tip.x - back.x) / length, (tip.y - back.y) / length)
    let foot = Point(tip.x - x * size, tip.y - y * size)
    let half = size * 0.42
    let corners = [
      tip, Point(foot.x - y * half, foot.y + x * half), Point(foot.x + y * half, foot.y - x * half),
    ]
    var shorter = curve
    shorter[curve.count - 1] = foot
    return (.polygon(corners, fill: line.tone), shorter)
  }
}
