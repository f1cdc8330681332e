import Testing

@testable import Diagrams

struct `The look of a picture` {
  /// Groups that are in use among many that are not, as in a choice from a large graph.
  private func pairs(_ count: Int) -> NetworkDiagram {
    NetworkDiagram(
      title: "Pairs", groups: (0..<160).map { .init(id: "g\($0)", label: "Country \($0)") },
      nodes: (0..<count).flatMap { number in
        ["a", "b"].map { .init(id: "\($0)\(number)", name: $0, group: "g\(number * 8)") }
      },
      edges: (0..<count).map { SampleDiagrams.contact("a\($0)", "b\($0)") })
  }

  @Test func `gives no two of up to eight groups one colour`() throws {
    let checker = try PictureChecker(try svg(of: pairs(8)))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    let frames = checker.picture.all("rect", within: "group").compactMap { $0.attributes["class"] }
    #expect(frames.count == 8 && Set(frames).count == 8, "\(frames)")
  }

  @Test func `gives a group its colour in other pictures too, if that is free`() {
    let few = GroupHues.hues(ofThoseInUse: ["cn", "us"], sizes: [1, 1])
    let more = GroupHues.hues(ofThoseInUse: ["aa", "cn", "us"], sizes: [0, 1, 1])
    #expect(Array(more.dropFirst()) == few)
    let many = GroupHues.hues(
      ofThoseInUse: (0..<16).map { "g\($0)" }, sizes: Array(repeating: 1, count: 16))
    #expect(Set(many).count == Tone.groupCount)
  }

  @Test func `tells the country of who stands in the middle, outside of all frames`() throws {
    let picture = try XMLReader(try svg(of: SampleDiagrams.ego))
    let node = try #require(
      picture.elements.firstIndex { $0.attributes["id"] == "node-winston-peters" })
    let texts = picture.elements.filter { $0.name == "text" && $0.parents.contains(node) }.map(
      \.text)
    #expect(texts.last == "New Zealand")
  }

  @Test func `has one column of those who stand in one frame beside the middle`() throws {
    let checker = try PictureChecker(try svg(of: SampleDiagrams.ego))
    let others = checker.cards.filter { $0.key != "winston-peters" }.values
    let middles = others.map { ($0.x + $0.maxX) / 2 }.sorted()
    let (first, last) = (try #require(middles.first), try #require(middles.last))
    // Boxes are written to the whole point.
    #expect(others.count > 2 && last - first <= 1, "\(middles)")
  }

  @Test func `of many meetings over time shows each at its day, and how many there were`() throws {
    let lanes = (0..<3).map { NetworkDiagram.Node(id: "p\($0)", name: "Person \($0)") }
    let events = (0..<300).map { number in
      TimelineDiagram.Event(
        id: "e\(number)", first: 18_000 + number / 3 * 7, last: 18_000 + number / 3 * 7,
        precision: .day, lanes: number % 3 == 0 ? ["p0", "p1", "p2"] : ["p\(number % 3)"],
        tooltip: "Talks")
    }
    let timeline = TimelineDiagram(
      text: .init(title: "Meetings over time"), lanes: lanes, events: events)
    let checker = try PictureChecker(try svg(of: .timeline(timeline)))
    #expect(checker.faults.isEmpty, "\(checker.faults)")
    #expect(checker.ids("node").sorted() == events.map(\.id).sorted())
    func x(_ index: Int) throws -> Double {
      let mark = try #require(
        checker.picture.elements.firstIndex { $0.attributes["id"] == "node-e\(index)" })
      let box = try #require(
        checker.picture.elements.first { $0.name == "rect" && $0.parents.contains(mark) })
      return number(box.attributes["x"]) + number(box.attributes["width"]) / 2
    }
    let (first, last) = (try x(0), try x(299))
    for number in stride(from: 0, to: 300, by: 7) {
      let day = Double(events[number].first - events[0].first)
      let wanted = first + day / Double(events[299].first - events[0].first) * (last - first)
      #expect(abs(try x(number) - wanted) < 0.3, "\(number)")
    }
  }

  @Test func `has the sides of a meeting under its title`() throws {
    var card = SampleDiagrams.card
    card.parties = Array(card.parties.prefix(1))
    let picture = try XMLReader(try svg(of: .card(card)))
    let title = try #require(picture.all("text", within: "heading").first)
    let frame = try #require(picture.all("rect", within: "group").first)
    #expect(frame.attributes["x"] == title.attributes["x"])
  }

  @Test func `leaves no word alone in the last line of a heading or note`() {
    let style = TextStyle(size: 10)
    let text = "Dwight D. Eisenhower, US President, Office of the Historian, 21 December 1959"
    let plain = style.wrapped(text, width: 375, limit: 2)
    #expect(plain.last == "1959")
    for share in [0.3, 1] {
      let lines = style.balanced(text, width: 375, limit: 2, last: share)
      #expect(lines.count == 2 && lines.joined(separator: " ") == text)
      #expect(style.width(of: lines[1]) > 0.3 * 375)
    }
  }

  @Test func `prints large numbers as newspapers do`() {
    #expect(
      [0, 7, 999, 1000, 12_345, 1_234_567, -1000].map(grouped)
        == ["0", "7", "999", "1,000", "12,345", "1,234,567", "-1,000"])
  }
}
