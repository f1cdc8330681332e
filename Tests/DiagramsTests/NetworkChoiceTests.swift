import Diagrams
import Testing

struct `A diagram that is too large` {
  @Test func `keeps the strongest ties, and the centre in any case`() {
    var diagram = SampleDiagrams.world
    diagram.center = "espen-barth-eide"
    let choice = diagram.chosen(most: 4)
    #expect(choice.diagram.nodes.count == 4)
    let kept = Set(choice.diagram.nodes.map(\.id))
    #expect(kept.isSuperset(of: ["espen-barth-eide", "marco-rubio", "s-jaishankar"]))
    #expect(choice.whole.nodes == 15 && choice.whole.edges == 16)
    #expect(
      choice.words(nodes: "people", edges: "lines")?
        .hasPrefix("Drawn: the 4 people of the strongest ties, of 15;") == true)
  }

  @Test func `keeps of ties of one strength those that hang together`() {
    // A person, nine meetings, and where each was held: drawn without the person they would be pairs.
    let meetings = (0..<9).map { "m\($0)" }
    let diagram = NetworkDiagram(
      title: "",
      nodes: (["zoe"] + meetings + meetings.map { "a\($0)" }).map { .init(id: $0, name: $0) },
      edges: meetings.flatMap {
        [SampleDiagrams.contact("a\($0)", $0), SampleDiagrams.contact($0, "zoe")]
      })
    let choice = diagram.chosen(most: 10).diagram
    #expect(choice.nodes.contains { $0.id == "zoe" })
    #expect(choice.edges.count == 9)
  }

  @Test func `leaves out lines of fewer contacts than asked for`() {
    let choice = SampleDiagrams.world.chosen(most: 200, least: 2)
    #expect(choice.diagram.edges.allSatisfy { $0.count >= 2 } && !choice.diagram.edges.isEmpty)
    let tied = Set(choice.diagram.edges.flatMap { [$0.source, $0.target] })
    #expect(Set(choice.diagram.nodes.map(\.id)) == tied)
  }

  @Test func `has few lines a node, and at least one`() {
    let choice = SampleDiagrams.numbered(200).chosen(most: 200)
    #expect(choice.diagram.edges.count < choice.whole.edges)
    let tied = Set(choice.diagram.edges.flatMap { [$0.source, $0.target] })
    #expect(tied.count == 200)
  }

  @Test func `that fits is left as it is`() {
    let choice = SampleDiagrams.world.chosen(most: 200)
    #expect(choice.words(nodes: "people", edges: "lines") == nil)
    #expect(choice.diagram.edges.count == SampleDiagrams.world.edges.count)
  }
}
