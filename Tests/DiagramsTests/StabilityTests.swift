import Diagrams
import JSON
import Testing

struct `One person more` {
  /// How far the others may move, as a share of the way across: in the median, and nine of ten. The
  /// smaller a picture, the more of it one person is.
  @Test(arguments: [
    (RandomWorld.Kind.few, 0.12, 1.2), (.columns, 0.07, 0.9), (.frames, 0.13, 0.5),
    (.manyFrames, 0.05, 0.2), (.looseHub, 0.02, 0.1), (.free, 0.06, 0.35), (.crowd, 0.06, 0.3),
    (.ego, 0.04, 0.2),
  ])
  func `moves the others little`(
    _ kind: RandomWorld.Kind, _ median: Double, _ mostOfThem: Double
  ) throws {
    var all: [Double] = []
    for seed in 0..<2 {
      let world = RandomWorld(kind, seed: UInt64(seed)).diagram
      let after = try places(in: world)
      for newcomer in RandomWorld.newcomers(in: world).prefix(3) {
        all += ways(try places(in: world.without(newcomer)), after)
      }
    }
    all.sort()
    #expect(all[all.count / 2] < median)
    #expect(all[all.count * 9 / 10] < mostOfThem)
  }

  @Test(arguments: [RandomWorld.Kind.columns, .frames, .looseHub, .free])
  func `leaves the others where an earlier picture had them`(_ kind: RandomWorld.Kind) throws {
    var world = RandomWorld(kind, seed: 1).diagram
    let newcomer = try #require(RandomWorld.newcomers(in: world).first)
    let before = try places(in: world.without(newcomer))
    world.earlierPlaces = before
    let ways = ways(before, try places(in: world))
    #expect(ways[ways.count / 2] < 0.05)
  }
}

/// How far each node moved, as a share of the way across the picture from corner to corner; the
/// smallest first. That all moved alike, since the page grew at one side, is nothing a reader sees.
func ways(
  _ before: [String: NetworkDiagram.Place], _ after: [String: NetworkDiagram.Place]
) -> [Double] {
  let pairs = before.keys.sorted().compactMap { id in
    after[id].flatMap { there in before[id].map { (from: $0, to: there) } }
  }
  func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
  let (x, y) = (
    middle(pairs.map { $0.to.x - $0.from.x }), middle(pairs.map { $0.to.y - $0.from.y })
  )
  func extent(_ values: [Double]) -> Double { (values.max() ?? 1) - (values.min() ?? 0) }
  let (width, height) = (extent(pairs.map(\.from.x)), extent(pairs.map(\.from.y)))
  let across = (width * width + height * height).squareRoot()
  return pairs.map { pair in
    let (x, y) = (pair.to.x - pair.from.x - x, pair.to.y - pair.from.y - y)
    return (x * x + y * y).squareRoot() / across
  }.sorted()
}

/// The middle of each node of a picture.
func places(in diagram: NetworkDiagram) throws -> [String: NetworkDiagram.Place] {
  let json = try JSONValue(parsing: try picture(of: diagram, as: .json))
  guard case .array(let nodes) = json["nodes"] else { return [:] }
  var places: [String: NetworkDiagram.Place] = [:]
  for node in nodes {
    func length(_ key: String) -> Double { node[key].map { number($0.text) } ?? .nan }
    let id = try #require(node["id"]?.stringValue)
    places[id] = .init(x: length("x") + length("width") / 2, y: length("y") + length("height") / 2)
  }
  return places
}

extension NetworkDiagram {
  /// The same without somebody.
  func without(_ id: String) -> NetworkDiagram {
    var result = self
    result.nodes.removeAll { $0.id == id }
    result.edges.removeAll { $0.source == id || $0.target == id }
    return result
  }
}
