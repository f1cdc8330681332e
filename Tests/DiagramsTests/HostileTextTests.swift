import Diagrams
import JSON
import Testing

/// A text that tries to be more than text, and what is to be read in its place.
struct HostileText: CustomTestStringConvertible, Sendable {
  var id: String
  var text: String
  var shown: String

  var testDescription: String { id }

  init(_ id: String, _ text: String, shown: String? = nil) {
    self.id = id
    self.text = text
    self.shown = shown ?? text
  }

  static let all = [
    HostileText("quotes", #"Win"ston 'Peters'"#),
    HostileText("a quote behind a backslash", #"a\" b"#),
    HostileText("a backslash at the end", #"Peters\"#),
    HostileText("Graphviz escapes", #"\N \G \L \n \l \r \E"#),
    HostileText("entities", "R&D &lt;b&gt; &#65;"),
    HostileText("an HTML-like label", "<<b>Peters</b>>"),
    HostileText("a script", "<script>alert(1)</script>"),
    HostileText("the end of CDATA", "a ]]> b"),
    HostileText("an attribute", #"" onload="alert(1)"#),
    HostileText("DOT", #""]; "x" [URL="javascript:alert(1)"]; }"#),
    HostileText("control characters", "a\u{1}b\u{7F}c\u{0}", shown: "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    HostileText("white space", "a\t\n\u{2028} b", shown: "a b"),
    HostileText("bidirectional marks", "a\u{202E}b\u{2066}c\u{200F}", shown: "abc"),
    HostileText("non-characters", "a\u{FFFE}\u{1FFFF}", shown: "a\u{FFFD}\u{FFFD}"),
    HostileText("emoji", "👩🏽‍🚀 🇳🇿"),
    HostileText("combining marks", "e" + String(repeating: "\u{301}", count: 40)),
    HostileText("ten thousand letters", String(repeating: "Winston", count: 1429)),
    HostileText("nothing", ""),
  ]
}

struct `A hostile text` {
  @Test(arguments: HostileText.all)
  func `is shown as text in SVG`(_ hostile: HostileText) throws {
    let picture = try XMLReader(try svg(of: everywhere(hostile.text)))
    let allowed: Set = ["svg", "title", "desc", "style", "rect", "g", "a", "path", "text"]
    #expect(Set(picture.elements.map(\.name)).isSubset(of: allowed))
    let names = Set(picture.elements.flatMap(\.attributes.keys))
    #expect(names.allSatisfy { !$0.hasPrefix("on") })
    #expect(picture.all("title").contains { $0.text == hostile.shown })
    for link in picture.all("a") { #expect(link.attributes["href"]?.hasPrefix("#") == true) }
    let longest = picture.all("text").map(\.text.unicodeScalars.count).max() ?? 0
    #expect(longest < 200)
  }

  @Test(arguments: HostileText.all)
  func `is no more than text to Graphviz`(_ hostile: HostileText) throws {
    for layout in [Layout.dot, .twopi] {
      let picture = try XMLReader(try svg(of: everywhere(hostile.text), layout: layout))
      #expect(picture.all("g", class: "node").count == 2)
      #expect(picture.all("g", class: "edge").count == 1)
    }
    let png = try picture(of: everywhere(hostile.text), as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test(arguments: HostileText.all)
  func `is shown as text in a timeline, on a card and in JSON`(_ hostile: HostileText) throws {
    let text = hostile.text
    let timeline = TimelineDiagram(
      text: notes(text), groups: [.init(id: text, label: text, shortLabel: text)],
      lanes: [.init(id: "x" + text, name: text, roles: [text], group: text, link: text)],
      events: [
        .init(
          id: "y" + text, first: 0, last: 0, precision: .day, lanes: ["x" + text], label: text,
          tooltip: text, link: text)
      ])
    let card = MeetingCard(
      text: notes(text), status: .held,
      parties: [
        .init(
          group: .init(id: text, label: text),
          people: [.init(id: "x" + text, name: text, roles: [text], link: text)])
      ], facts: [.init(text, text)])
    for diagram in [Diagram.timeline(timeline), .card(card)] {
      let checker = try PictureChecker(try svg(of: diagram))
      #expect(checker.faults.isEmpty, "\(checker.faults)")
      #expect(checker.picture.all("title").contains { $0.text == hostile.shown })
      for link in checker.picture.all("a").compactMap({ $0.attributes["href"] }) {
        #expect(link.hasPrefix("#"))
      }
      let json = try JSONValue(parsing: try picture(of: diagram, as: .json))
      #expect(json["title"]?.stringValue == hostile.shown)
    }
  }

  private func notes(_ text: String) -> DiagramText {
    DiagramText(
      title: text, subtitle: text, caption: [text],
      notes: [.init(about: text, what: text, quote: text, source: text, address: text)])
  }

  @Test func `reads in a label as it was written`() throws {
    for hostile in HostileText.all where hostile.shown.count < 12 && !hostile.shown.isEmpty {
      let picture = try XMLReader(try svg(of: everywhere(hostile.text)))
      #expect(picture.all("text", within: "node").contains { $0.text == hostile.shown })
    }
  }

  /// A diagram with a text at every place where a text can be.
  private func everywhere(_ text: String) -> NetworkDiagram {
    NetworkDiagram(
      title: text, subtitle: text, caption: [text],
      notes: [.init(about: text, what: text, quote: text, source: text, address: text)],
      groups: [.init(id: text, label: text)],
      nodes: [
        .init(id: "x" + text, name: text, roles: [text], group: text, tooltip: text, link: text),
        .init(id: "winston-peters", name: "Winston Peters"),
      ],
      edges: [
        .init(
          id: text, from: "x" + text, to: "winston-peters", count: 2, first: text, last: text,
          kind: text, tooltip: text, link: text)
      ],
      center: "x" + text)
  }
}
