@testable import Diagrams
import Testing

struct `A line` {
  @Test(arguments: SampleDiagrams.networks)
  func `leads through no card, and behind hardly any label but its own`(_ name: String) throws {
    let diagram = try #require(SampleDiagrams.named[name])
    let checker = try PictureChecker(try svg(of: diagram))
    #expect(checker.crossed.cards.isEmpty, "\(checker.crossed.cards)")
    #expect(
      checker.crossed.labels.count <= 1 + diagram.edges.count / 10, "\(checker.crossed.labels)")
    #expect(checker.areLabelsAboveLines)
  }

  @Test(arguments: SampleDiagrams.networks, Layout.allCases)
  func `leads through no card in any layout`(_ name: String, _ layout: Layout) throws {
    let diagram = try #require(SampleDiagrams.named[name])
    let crossed = try PictureChecker(try svg(of: diagram, layout: layout)).crossed
    #expect(crossed.cards.isEmpty, "\(crossed.cards)")
  }

  /// Everybody is tied to somebody anywhere, so that there is no good order.
  @Test(arguments: [40, 120, 200], [true, false])
  func `leads through no card in a tangle`(_ count: Int, _ framesGroups: Bool) throws {
    var diagram = SampleDiagrams.numbered(count)
    diagram.framesGroups = framesGroups
    let checker = try PictureChecker(try svg(of: diagram))
    #expect(checker.areLabelsAboveLines)
    #expect(checker.crossed.cards.isEmpty, "\(checker.crossed.cards.prefix(9))")
    #expect(checker.crossed.labels.count <= diagram.edges.count / 4, "\(checker.crossed.labels)")
  }

  @Test func `leads past every card that has a name on it where others are dots`() throws {
    let diagram = SampleDiagrams.numbered(800)
    #expect(diagram.edges.count > 1500)
    let checker = try PictureChecker(try svg(of: diagram))
    let named = Set(
      checker.picture.elements.filter { $0.name == "text" }.flatMap(\.parents)
        .compactMap { checker.picture.elements[$0] }
        .filter { $0.attributes["class"] == "node" }.compactMap { $0.attributes["data-id"] })
    #expect(named.count > 10)
    let crossed = checker.crossed.cards.filter {
      named.contains(String($0.split(separator: " ")[1]))
    }
    #expect(crossed.isEmpty, "\(crossed.prefix(9))")
  }

  @Test func `through a card or behind a label is found`() throws {
    func svg(_ path: String) -> String {
      """
      <svg width="100" height="100"><style>.memcon .f-ink{fill:#000000}</style>\
      <g class="edge" data-id="e" data-source="a" data-target="b"><path d="\(path)"/></g>\
      <g class="node" data-id="c"><rect x="40" y="40" width="20" height="20"/></g>\
      <g class="label" data-edge="f"><rect x="70" y="70" width="20" height="9"/></g></svg>
      """
    }
    #expect(try PictureChecker(svg("M0,0L100,10")).crossed.cards.isEmpty)
    #expect(try PictureChecker(svg("M0,0L100,100")).crossed.cards == ["e: c"])
    #expect(try PictureChecker(svg("M0,74C30,74 60,74 100,74")).crossed.labels == ["e: f"])
  }
}

struct `A crowd around one country` {
  /// Four ministers of one country who meet each other's counterparts in thirty countries.
  private let crowd: NetworkDiagram = {
    let ministers = (0..<4).map {
      NetworkDiagram.Node(id: "us-\($0)", name: "Minister \($0)", group: "us")
    }
    let others = (0..<90).map {
      NetworkDiagram.Node(id: "p-\($0)", name: "Counterpart \($0)", group: "g\($0 / 3)")
    }
    let edges = (0..<90).flatMap { number in
      [number % 4, (number / 3 + 1) % 4].enumerated().map {
        SampleDiagrams.contact("us-\($0.element)", "p-\(number)", suffix: "-\($0.offset)")
      }
    }
    return NetworkDiagram(
      title: "Crowd",
      groups: [.init(id: "us", label: "United States", shortLabel: "US")]
        + (0..<30).map { .init(id: "g\($0)", label: "Country \($0)") },
      nodes: ministers + others, edges: edges)
  }()

  @Test func `keeps the people of every other country in a frame, and lines off their cards`()
    throws
  {
    let hub = try #require(crowd.normalized.hub)
    #expect(
      Arrangement.suited(to: crowd.normalized, asked: nil) == .frames(.neato, loose: hub))
    let checker = try PictureChecker(try svg(of: crowd))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.crossed.cards.isEmpty, "\(checker.crossed.cards)")
    #expect(checker.ids("group") == (0..<30).map { "g\($0)" }.sorted())
    let frames = checker.frames
    for node in crowd.nodes {
      let card = try #require(checker.cards[node.id])
      let around = frames.filter { $0.value.contains(card) }.map(\.key)
      #expect(around == (node.group == "us" ? [] : [node.group ?? ""]), "\(node.id)")
    }
    // Outside of a frame the country stands behind the name, and in the legend.
    let texts = checker.picture.all("text").map(\.text)
    #expect(texts.contains("Minister 0, US"))
    #expect(texts.contains("United States, each beside those they met"))
  }
}

struct `Three columns` {
  private let visits = SampleDiagrams.visits

  @Test func `have the country of most lines in the middle`() throws {
    let hub = try #require(visits.normalized.hub)
    #expect(visits.normalized.groups[hub].id == "us")
    #expect(Arrangement.suited(to: visits.normalized, asked: nil) == .columns(hub: hub))
    let placement = ColumnLayout(of: visits.normalized, hub: hub).placement
    let middle = try #require(placement.groups["us"])
    for node in visits.nodes where node.group != "us" {
      let place = try #require(placement.nodes[node.id])
      #expect(place.x < middle.x - 100 || place.x > middle.maxX + 100)
    }
    #expect(placement.edges.count == visits.edges.count)
  }

  @Test func `have no fault, and no line through a card`() throws {
    let checker = try PictureChecker(try svg(of: visits))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.crossed.cards.isEmpty, "\(checker.crossed.cards)")
    #expect(checker.ids("edge") == visits.edges.map(\.id).sorted())
  }

  @Test func `are for one country among others alone`() {
    var even = visits
    even.edges = (0..<18).map { SampleDiagrams.contact("p-\($0)", "p-\(($0 + 1) % 18)") }
    #expect(even.normalized.hub == nil)
    #expect(SampleDiagrams.meetings.normalized.hub == nil)
  }

  @Test func `stay as they were in an earlier picture`() throws {
    let hub = try #require(visits.normalized.hub)
    let before = ColumnLayout(of: visits.normalized, hub: hub).placement
    var larger = visits
    larger.earlierPlaces = before.nodes.mapValues { .init(x: $0.x, y: $0.y) }
    larger.nodes.append(.init(id: "us-new", name: "Cordell Hull", group: "us"))
    larger.edges.append(SampleDiagrams.contact("us-new", "p-3"))
    let after = ColumnLayout(
      of: larger.normalized, hub: try #require(larger.normalized.hub)
    ).placement
    for column in [-1.0, 1] {
      func order(_ placement: Placement) -> [String] {
        placement.nodes.filter { $0.value.x * column > 100 }
          .sorted { $0.value.y < $1.value.y }.map(\.key)
      }
      #expect(order(before) == order(after))
    }
  }
}

struct `Communities of a graph` {
  @Test func `are those who have more ties among themselves`() {
    let circle = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]
    let numbers = Communities(count: 7, edges: circle.map { ($0.0, $0.1, weight: 1) }).numbers
    #expect(numbers == [0, 0, 0, 1, 1, 1, 2])
  }

  @Test func `hang on strong ties rather than on many`() {
    let edges = [(0, 1, weight: 9.0), (2, 3, weight: 9), (0, 2, weight: 1), (1, 3, weight: 1)]
    #expect(Communities(count: 4, edges: edges).numbers == [0, 0, 1, 1])
  }

  @Test func `each have their best connected in a choice`() {
    // Two circles, one of which has all the strong ties.
    let pairs = (0..<12).flatMap { a in (0..<a).map { ($0, a) } }
    var edges: [NetworkDiagram.Edge] = []
    for (a, b) in pairs {
      edges.append(SampleDiagrams.contact("a\(a)", "a\(b)", 5))
      edges.append(SampleDiagrams.contact("b\(a)", "b\(b)", 1))
    }
    let nodes = (0..<12).flatMap { number in
      ["a", "b"].map { NetworkDiagram.Node(id: "\($0)\(number)", name: "N") }
    }
    let diagram = NetworkDiagram(title: "", nodes: nodes, edges: edges)
    func first(_ rule: NetworkDiagram.ChoiceRule) -> Set<Character> {
      Set(diagram.chosen(most: 8, by: rule).diagram.nodes.compactMap(\.id.first))
    }
    #expect(first(.strongest) == ["a"])
    #expect(first(.communities) == ["a", "b"])
    let words = diagram.chosen(most: 8, by: .communities).words(nodes: "people", edges: "lines")
    #expect(words?.hasPrefix("Drawn: the 8 best connected people of 2 communities, of 24;") == true)
  }
}
