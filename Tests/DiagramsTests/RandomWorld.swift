import Diagrams
import TestSupport

/// People of countries who met at random, by a seed.
struct RandomWorld {
  /// What decides how a diagram is arranged.
  enum Kind: String, Sendable, CaseIterable {
    case few, columns, frames, manyFrames, looseHub, free, crowd, ego
  }

  let diagram: NetworkDiagram

  init(_ kind: Kind, seed: UInt64) {
    let (count, countries, hub): (Int, Int, Bool) =
      switch kind {
      case .few: (10, 4, false)
      case .columns: (28, 8, true)
      case .frames: (38, 12, false)
      case .manyFrames: (70, 26, false)
      case .looseHub: (80, 24, true)
      case .free: (40, 9, false)
      case .crowd: (80, 9, false)
      case .ego: (24, 9, false)
      }
    var random = RepeatableRandom(seed: seed &* 1_000 &+ UInt64(count))
    let nodes = (0..<count).map { number in
      // A third of the people are of the first country, where there is a hub.
      let country = hub && number % 4 == 0 ? 0 : Int.random(in: 0..<countries, using: &random)
      return NetworkDiagram.Node(
        id: "p\(number)", name: "Person Number \(number)", roles: ["Minister"],
        group: "c\(country)")
    }
    let hosts = nodes.indices.filter { nodes[$0].group == "c0" }
    var edges: [NetworkDiagram.Edge] = []
    func meet(_ a: Int, _ b: Int) {
      let id = "p\(min(a, b))--p\(max(a, b))"
      guard a != b, !edges.contains(where: { $0.id == id }) else { return }
      edges.append(
        .init(
          id: id, from: "p\(a)", to: "p\(b)", count: 1 + Int.random(in: 0..<4, using: &random),
          first: "2025-03-19"))
    }
    for number in 1..<count {
      if kind == .ego {
        meet(0, number)
      } else if hub {
        meet(number, hosts[Int.random(in: 0..<hosts.count, using: &random)])
      } else {
        meet(number, Int.random(in: 0..<number, using: &random))
      }
      if Int.random(in: 0..<2, using: &random) == 0 {
        meet(
          number,
          hub
            ? hosts[Int.random(in: 0..<hosts.count, using: &random)]
            : Int.random(in: 0..<count, using: &random))
      }
    }
    diagram = NetworkDiagram(
      title: "A world", groups: (0..<countries).map { .init(id: "c\($0)", label: "Country \($0)") },
      nodes: nodes, edges: edges, center: kind == .ego ? "p0" : nil,
      framesGroups: kind != .free && kind != .crowd)
  }

  /// Six of those who met one or two people: as newcomers do.
  static func newcomers(in diagram: NetworkDiagram) -> [String] {
    var ties: [String: Int] = [:]
    for edge in diagram.edges {
      for id in [edge.source, edge.target] { ties[id, default: 0] += 1 }
    }
    let few = diagram.nodes.map(\.id).filter {
      $0 != diagram.center && (1...2).contains(ties[$0] ?? 0)
    }
    let step = max(few.count / 6, 1)
    return stride(from: 0, to: few.count, by: step).prefix(6).map { few[$0] }
  }
}
