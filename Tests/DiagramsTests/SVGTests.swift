import Diagrams
import Testing

struct `A picture in SVG` {
  @Test(arguments: [SampleDiagrams.washington, SampleDiagrams.ego, SampleDiagrams.world])
  func `has each person and each contact once with its data`(_ diagram: NetworkDiagram) throws {
    let picture = try XMLReader(try svg(of: diagram))
    let nodes = picture.all("g", class: "node")
    #expect(nodes.map { $0.attributes["data-id"] } == diagram.nodes.map(\.id).sorted())
    let edges = picture.all("g", class: "edge")
    #expect(edges.map { $0.attributes["data-id"] } == diagram.edges.map(\.id).sorted())
    for edge in diagram.edges {
      let drawn = try #require(edges.first { $0.attributes["data-id"] == edge.id }).attributes
      #expect(drawn["data-source"] == edge.source && drawn["data-target"] == edge.target)
      #expect(drawn["data-count"] == String(edge.count))
      #expect(drawn["data-status"] == edge.status.rawValue)
      #expect(drawn["data-first"] == edge.first && drawn["data-last"] == edge.last)
    }
    let ids = picture.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    arguments: [SampleDiagrams.washington, SampleDiagrams.ego, SampleDiagrams.world],
    Layout.allCases)
  func `keeps cards and labels apart and on the page`(
    _ diagram: NetworkDiagram, _ layout: Layout
  ) throws {
    let picture = try XMLReader(try svg(of: diagram, layout: layout))
    let page = try #require(picture.all("svg").first).attributes
    let boxes = ["node", "label"].flatMap { picture.all("rect", within: $0) }.map(Rectangle.init)
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.maxX <= number(page["width"]))
      #expect(box.y >= 0 && box.maxY <= number(page["height"]))
      for other in boxes[(index + 1)...] {
        #expect(!box.overlaps(other), "\(layout): \(box) \(other)")
      }
    }
  }

  @Test func `is told in words to those who do not see it`() throws {
    let picture = try XMLReader(try svg(of: SampleDiagrams.washington))
    let root = try #require(picture.elements.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "memcon-title memcon-desc")
    #expect(picture.all("title").first?.text == "Winston Peters in Washington")
    let words = try #require(picture.all("desc").first).text
    #expect(words.contains("Marco Rubio and Winston Peters: meeting, 2025-03-19."))
  }

  @Test func `names every status other than held in words and in the legend`() throws {
    let picture = try XMLReader(try svg(of: SampleDiagrams.world, layout: .dot))
    let labels = picture.all("text", within: "label").map(\.text)
    let legend = picture.all("text", within: "legend").map(\.text)
    for status in ["planned", "cancelled", "declined"] {
      #expect(labels.contains { $0.hasPrefix(status) })
      #expect(legend.contains(status))
    }
    #expect(legend.contains("met"))
    let quiet = try XMLReader(try svg(of: SampleDiagrams.washington))
    #expect(quiet.all("text", within: "legend").map(\.text) == ["met"])
  }

  @Test func `links to fragments made of ids`() throws {
    let picture = try XMLReader(try svg(of: SampleDiagrams.washington))
    let links = picture.all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("#person/winston-peters"))
    #expect(links.contains("#why/marco-rubio/winston-peters"))
  }

  @Test func `has colours for a dark page`() throws {
    let text = try svg(of: SampleDiagrams.washington)
    #expect(text.contains("@media (prefers-color-scheme:dark)"))
  }

  @Test func `takes less than two kilobytes a person`() throws {
    let bytes = try picture(of: SampleDiagrams.world)
    #expect(bytes.count < 2048 * SampleDiagrams.world.nodes.count)
  }

  @Test func `is the same each time, in whatever order its parts come`() throws {
    var shuffled = SampleDiagrams.world
    shuffled.nodes.reverse()
    shuffled.edges.reverse()
    shuffled.groups.reverse()
    // In one process fdp depends on what it did before; in one of its own it doesn't.
    for layout in Layout.allCases where layout != .fdp {
      let first = try picture(of: SampleDiagrams.world, layout: layout)
      for _ in 0..<3 { #expect(try picture(of: shuffled, layout: layout) == first, "\(layout)") }
    }
  }

  @Test func `of nobody is a page with a title`() throws {
    let empty = NetworkDiagram(title: "Nobody", nodes: [], edges: [])
    let picture = try XMLReader(try svg(of: empty))
    #expect(picture.all("text", within: "heading").map(\.text) == ["Nobody"])
  }

  @Test func `leaves out lines to people who are not there`() throws {
    var diagram = SampleDiagrams.washington
    diagram.edges.append(SampleDiagrams.contact("winston-peters", "steve-witkoff"))
    #expect(try svg(of: diagram) == svg(of: SampleDiagrams.washington))
  }
}

private struct Rectangle {
  let x, y, maxX, maxY: Double

  init(_ element: XMLReader.Element) {
    x = number(element.attributes["x"])
    y = number(element.attributes["y"])
    maxX = x + number(element.attributes["width"])
    maxY = y + number(element.attributes["height"])
  }

  func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}

private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }
