@testable import Diagrams
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

  @Test(arguments: SampleDiagrams.networks, [nil] + Layout.allCases.map(Optional.some))
  func `of a network has no fault in any layout`(_ name: String, _ layout: Layout?) throws {
    let diagram = try #require(SampleDiagrams.named[name])
    let checker = try PictureChecker(try svg(of: diagram, layout: layout))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.ids("node") == Set(diagram.nodes.map(\.id)).sorted())
    #expect(checker.ids("edge") == diagram.edges.map(\.id).sorted())
  }

  @Test func `of many nodes has no fault`() throws {
    for count in [40, 120, 300] {
      let diagram = SampleDiagrams.numbered(count)
      let checker = try PictureChecker(try svg(of: diagram))
      #expect(checker.faults.isEmpty, "\(count): \(checker.faults.prefix(5))")
      #expect(checker.ids("node").count == count)
      #expect(checker.ids("edge").count == diagram.edges.count)
    }
  }

  @Test func `of a timeline has each lane and each meeting once, and no fault`() throws {
    let timeline = SampleDiagrams.timeline
    let checker = try PictureChecker(try svg(of: .timeline(timeline)))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.ids("lane") == timeline.lanes.map(\.id))
    #expect(checker.ids("node").sorted() == timeline.events.map(\.id).sorted())
    let marks = checker.picture.all("g", class: "node")
    for event in timeline.events {
      let mark = try #require(marks.first { $0.attributes["data-id"] == event.id }).attributes
      #expect(mark["data-status"] == event.status.rawValue)
      #expect(mark["data-precision"] == event.precision.rawValue)
    }
  }

  @Test func `of a timeline draws a month as long as it is`() throws {
    let checker = try PictureChecker(try svg(of: .timeline(SampleDiagrams.timeline)))
    func width(_ id: String) throws -> Double {
      let index = try #require(
        checker.picture.elements.firstIndex { $0.attributes["data-id"] == id })
      let box = try #require(
        checker.picture.elements.first { $0.name == "rect" && $0.parents.contains(index) })
      return number(box.attributes["width"])
    }
    #expect(try width("xi-visit") > 3 * width("trump-macron"))
  }

  @Test func `of a meeting has each party and person once, and no fault`() throws {
    let card = SampleDiagrams.card
    let checker = try PictureChecker(try svg(of: .card(card)))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.ids("group") == card.parties.map(\.group.id))
    #expect(checker.ids("node") == card.parties.flatMap(\.people).map(\.id))
    let texts = checker.picture.all("text").map(\.text)
    for text in ["Camp David", "held", "[1]"] { #expect(texts.contains(text)) }
  }

  @Test func `leads every numbered line to its words`() throws {
    let diagram = SampleDiagrams.noted
    let picture = try XMLReader(try svg(of: diagram))
    let notes = picture.all("g", class: "note")
    #expect(notes.map { $0.attributes["data-about"] } == diagram.edges.map(\.id).sorted())
    for edge in picture.all("g", class: "edge") {
      let number = try #require(edge.attributes["data-note"])
      let note = try #require(notes.first { $0.attributes["id"] == "note-\(number)" })
      #expect(note.attributes["data-about"] == edge.attributes["data-id"])
    }
    let links = Set(picture.all("a").compactMap { $0.attributes["href"] })
    #expect(links.isSuperset(of: ["#note-1", "https://example.org/talks?day=19&page=%22"]))
    #expect(!links.contains { $0.hasPrefix("javascript") })
  }

  @Test func `fits into the page that is asked for`() throws {
    let size = try #require(DiagramLook.Size(width: 600, height: 400))
    for diagram in [Diagram.network(SampleDiagrams.world), .timeline(SampleDiagrams.timeline)] {
      let text = String(
        decoding: try picture(of: diagram, look: DiagramLook(size: size)), as: UTF8.self)
      let checker = try PictureChecker(text)
      #expect(checker.faults.isEmpty, "\(checker.faults)")
      let root = try #require(checker.picture.elements.first).attributes
      #expect(root["width"] == "600" && root["height"] == "400")
    }
    #expect(DiagramLook.Size(width: 5) == nil)
  }

  @Test(arguments: [DiagramLook.Theme.light, .dark, .print])
  func `of one theme has its colours alone`(_ theme: DiagramLook.Theme) throws {
    let text = String(
      decoding: try picture(of: SampleDiagrams.washington, look: DiagramLook(theme: theme)),
      as: UTF8.self)
    #expect(!text.contains("@media"))
    let paper = theme == .dark ? Tone.paper.dark : Tone.paper.light
    #expect(text.contains(".memcon .f-paper{fill:\(paper);"))
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
    #expect(text.contains("@media screen and (prefers-color-scheme:dark)"))
  }

  @Test func `takes less than two kilobytes a node, with a note a node`() throws {
    for name in ["world", "visits"] {
      var diagram = try #require(SampleDiagrams.named[name])
      diagram.text.notes = diagram.edges.prefix(diagram.nodes.count).map { edge in
        .init(
          about: edge.id, who: "\(edge.source) – \(edge.target)", what: "meeting, Washington",
          quote: "“The ministers met on the sidelines of \(edge.id)”",
          source: "Ministers meet, 20 March 2025")
      }
      let bytes = try picture(of: diagram).count
      #expect(bytes < 2048 * diagram.nodes.count, "\(name): \(bytes / diagram.nodes.count)")
    }
  }

  @Test(arguments: [40, 200])
  func `takes less than two kilobytes a node, with the words behind each line on hovering`(
    _ count: Int
  ) throws {
    var diagram = SampleDiagrams.numbered(count)
    let words = (1...6).map { "\($0) May 2024: “\(String(repeating: "they met, ", count: 20))”" }
    for index in diagram.edges.indices {
      diagram.edges[index].tooltip = words.joined(separator: "\n")
    }
    let text = try svg(of: diagram)
    #expect(text.utf8.count < 2048 * count, "\(text.utf8.count / count)")
    let titles = try XMLReader(text).all("title", within: "edge").map(\.text)
    #expect(titles.count == diagram.edges.count)
    #expect(titles.allSatisfy { $0.hasPrefix("1 May 2024: “they met") && $0.hasSuffix("more") })
  }

  @Test func `prints the same words of one occasion once, for all its lines`() throws {
    var diagram = SampleDiagrams.washington
    diagram.text.notes = diagram.edges.map { edge in
      .init(
        about: edge.id, who: "\(edge.source) – \(edge.target)", what: "meal", quote: "“they met”",
        source: "Talks")
    }
    let picture = try XMLReader(try svg(of: diagram))
    let note = try #require(picture.all("g", class: "note").first)
    #expect(picture.all("g", class: "note").count == 1)
    let about = note.attributes["data-about"]?.split(separator: " ").map(String.init)
    #expect(about == diagram.edges.map(\.id).sorted())
    let edges = picture.all("g", class: "edge")
    #expect(edges.allSatisfy { $0.attributes["data-note"] == "1" })
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
