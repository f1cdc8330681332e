import Diagrams
import JSON
import Testing

struct `A picture of the same graph` {
  @Test(arguments: [nil] + Layout.allCases.map(Optional.some))
  func `has the same bytes twenty times, in whatever order its parts come`(
    _ layout: Layout?
  ) throws {
    var shuffled = SampleDiagrams.world
    shuffled.nodes.reverse()
    shuffled.edges.reverse()
    shuffled.groups.reverse()
    // In processes of their own, as users have them: in one, fdp and circo depend on what was before.
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: program))
    let first = try renderer.render(.network(SampleDiagrams.world), as: .svg, layout: layout)
    for _ in 0..<20 {
      #expect(try renderer.render(.network(shuffled), as: .svg, layout: layout) == first)
    }
  }

  @Test func `of time or of one meeting has the same bytes twenty times`() throws {
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: program))
    for diagram in [Diagram.timeline(SampleDiagrams.timeline), .card(SampleDiagrams.card)] {
      let first = try renderer.render(diagram, as: .svg)
      for _ in 0..<20 { #expect(try renderer.render(diagram, as: .svg) == first) }
    }
  }

  @Test func `with one person more leaves the others about where they were`() throws {
    var larger = SampleDiagrams.world
    larger.nodes.append(.init(id: "olaf-scholz", name: "Olaf Scholz", group: "de"))
    larger.groups.append(.init(id: "de", label: "Germany"))
    larger.edges.append(SampleDiagrams.contact("emmanuel-macron", "olaf-scholz"))
    let (before, after) = (try places(in: SampleDiagrams.world), try places(in: larger))
    #expect(moved(before, after) < 0.2)
    // Told where they were they stay there.
    larger.earlierPlaces = before
    #expect(moved(before, try places(in: larger)) < 0.05)
  }

  /// How far a node moved, of the way across the picture, in the median.
  private func moved(
    _ before: [String: NetworkDiagram.Place], _ after: [String: NetworkDiagram.Place]
  ) -> Double {
    func middle(_ places: [NetworkDiagram.Place]) -> NetworkDiagram.Place {
      let count = Double(places.count)
      return .init(
        x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
    }
    let pairs = before.keys.sorted().compactMap { id in
      after[id].flatMap { there in before[id].map { (from: $0, to: there) } }
    }
    let (a, b) = (middle(pairs.map(\.from)), middle(pairs.map(\.to)))
    let width = (pairs.map(\.from.x).max() ?? 1) - (pairs.map(\.from.x).min() ?? 0)
    let ways = pairs.map { pair in
      let (x, y) = (pair.to.x - b.x - pair.from.x + a.x, pair.to.y - b.y - pair.from.y + a.y)
      return (x * x + y * y).squareRoot() / width
    }
    return ways.sorted()[ways.count / 2]
  }

  private func places(in diagram: NetworkDiagram) throws -> [String: NetworkDiagram.Place] {
    let json = try JSONValue(parsing: try picture(of: diagram, as: .json))
    guard case .array(let nodes) = json["nodes"] else { return [:] }
    var places: [String: NetworkDiagram.Place] = [:]
    for node in nodes {
      func length(_ key: String) -> Double { node[key].map { number($0.text) } ?? .nan }
      let id = try #require(node["id"]?.stringValue)
      places[id] = .init(
        x: length("x") + length("width") / 2, y: length("y") + length("height") / 2)
    }
    return places
  }
}

/// The program beside the tests, which lays out graphs in processes of its own.
private let program =
  CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
  .joined(separator: "/") + "/memcon"
